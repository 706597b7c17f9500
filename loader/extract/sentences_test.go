package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

// toldSet is a set of things that sentences tell: "principle nuclear-test-ban", "status nuclear-test-ban:SIGNED", "attack", "meeting".
type toldSet map[string]bool

// toldFloors are the kinds of what a sentence tells, each with floors of recall and precision somewhat under what was reached.
var toldFloors = map[string]struct{ recall, precision float64 }{
	"principle": {0.16, 0.78},
	"status":    {0.12, 0.56},
	"attack":    {0.13, 0.66},
	"meeting":   {0.30, 0.70},
}

// TestSentencesAreUnderstood reads the even lines of testdata/sentences, each sentence as a text of its own.
func TestSentencesAreUnderstood(t *testing.T) {
	e := extractorFor(t)
	right, found, meant := map[string]int{}, map[string]int{}, map[string]int{}
	for _, row := range evenSentences(t) {
		want, got := labelled(row[0]), toldBy(e.Read(graph.Article{ID: "a", Published: published, Text: row[1]}))
		for what := range got {
			kind, _, _ := strings.Cut(what, " ")
			found[kind]++
			if want[what] {
				right[kind]++
			}
		}
		for what := range want {
			kind, _, _ := strings.Cut(what, " ")
			meant[kind]++
		}
	}
	for kind, floor := range toldFloors {
		recall, precision := float64(right[kind])/float64(meant[kind]), float64(right[kind])/float64(found[kind])
		t.Logf("%s: recall %.3f, precision %.3f of %d", kind, recall, precision, meant[kind])
		if recall < floor.recall || precision < floor.precision {
			t.Errorf("%s: recall %.3f and precision %.3f fall below the floors %.2f and %.2f", kind, recall, precision, floor.recall, floor.precision)
		}
	}
}

// evenSentences gives labels and sentence of every second line of testdata/sentences.
func evenSentences(t *testing.T) [][2]string {
	t.Helper()
	names, err := filepath.Glob("testdata/sentences/*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatalf("testdata/sentences: %d files, %v", len(names), err)
	}
	var out [][2]string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
			labels, sentence, ok := strings.Cut(line, "\t")
			if !ok {
				t.Fatalf("%s:%d: no tab between labels and sentence", name, n+1)
			}
			if n%2 == 1 {
				out = append(out, [2]string{labels, sentence})
			}
		}
	}
	return out
}

// labelled is what the labels of a sentence say that it tells.
func labelled(labels string) toldSet {
	out := toldSet{}
	for _, label := range strings.Split(labels, "|") {
		name, value, _ := strings.Cut(strings.TrimSpace(label), ":")
		switch {
		case name == "-" || name == "hit":
		case name == "meet":
			out["meeting"] = true
		case name == "attack":
			out["attack"] = true
		default:
			out["principle "+name] = true
			if value != "-" {
				out["status "+name+":"+value] = true
			}
		}
	}
	return out
}

// toldBy is what a reading says.
func toldBy(r Reading) toldSet {
	out := toldSet{}
	for _, p := range r.Principles {
		out["principle "+p] = true
	}
	for _, c := range r.Commitments {
		out["principle "+c.Principle] = true
		out["status "+c.Principle+":"+string(c.Status)] = true
	}
	if len(r.Attacks) > 0 {
		out["attack"] = true
	}
	if len(r.Summits) > 0 {
		out["meeting"] = true
	}
	return out
}
