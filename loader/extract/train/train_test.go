package main

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/loader/extract"
)

// claims of which those with the feature are right nine times in ten, those without one time in five.
func someClaims() []claim {
	var out []claim
	for i := range 4000 {
		seen := []extract.Weight{{Feature: always, Value: 1}}
		right := i%5 == 0
		if i >= 2000 {
			seen = append(seen, extract.Weight{Feature: "dated", Value: 1})
			right = i%10 != 0
		}
		out = append(out, claim{kind: "attack", seen: seen, right: right})
	}
	return out
}

func TestFit(t *testing.T) {
	all := someClaims()
	m := fit(all)
	for _, c := range []struct {
		name string
		of   claim
		want float64
	}{{"without the feature", all[0], 0.2}, {"with it", all[3000], 0.9}} {
		if got := m.likely(&c.of); math.Abs(got-c.want) > 0.06 {
			t.Errorf("%s: %.3f, want about %.1f", c.name, got, c.want)
		}
	}
	if diff := cmp.Diff(m.weights, fit(all).weights); diff != "" {
		t.Errorf("the same claims gave other weights: %s", diff)
	}
}

func TestWrittenForIsTakenUp(t *testing.T) {
	all := someClaims()
	for i := range all { // those who wrote the rules read every other article, and all of its claims are right
		if i%2 == 1 {
			all[i].written, all[i].right = true, true
		}
	}
	m := fit(all)
	if got := m.likely(&all[1]); got > 0.6 {
		t.Errorf("a claim of an article that nobody has read is given %.2f", got)
	}
	if text := table([]article{{claims: all}}); strings.Contains(text, written) || !strings.Contains(text, "attack\tdated\t") {
		t.Errorf("the table is %s", text)
	}
}

func TestSolve(t *testing.T) {
	x := solve([][]float64{{4, 1}, {1, 3}}, []float64{1, 2})
	for i, want := range []float64{1.0 / 11, 7.0 / 11} {
		if math.Abs(x[i]-want) > 1e-6 {
			t.Errorf("x[%d] = %v, want %v", i, x[i], want)
		}
	}
}
