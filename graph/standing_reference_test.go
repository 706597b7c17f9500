package graph_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os/exec"
	"reflect"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

// history is what the reference is asked about; it answers for all parties and all pairs of the days.
type history struct {
	Stages  []told      `json:"stages"`
	Parties []string    `json:"parties"`
	Days    []graph.Day `json:"days"`
}

// answer is what the reference says. Held goes by party, valid day, known day; Own by valid day, known day.
type answer struct {
	Held [][][]graph.Held
	Own  [][]graph.Status
	Rows [][]graph.Row // nil where steps expire, which its rectangles do not know
}

const askReference = `
import json, sys
sys.path.insert(0, "testdata")
sys.dont_write_bytecode = True
import standing as rule

def known(stages, k):
    return [s for s in stages if k < s.get("knownTo", "9999-12-31")]

def answer(h):
    stages, parties, days = h["stages"], h["parties"], h["days"]
    held = [[[rule.standing(known(stages, k), p, v, k) or {} for k in days] for v in days] for p in parties]
    own = [[rule.of_commitment(known(stages, k), parties, v, k) for k in days] for v in days]
    if any("knownTo" in s for s in stages):
        return {"held": held, "own": own}
    rows = [[{**r, **r["h"]} for r in rule.rectangles([s for s in stages if p in s["actors"]], p)] for p in parties]
    return {"held": held, "own": own, "rows": rows}

json.dump([answer(h) for h in json.load(sys.stdin)], sys.stdout)
`

func TestStandingReference(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here to run testdata/standing.py")
	}
	var steps [][]graph.Step
	var asked []history
	for i := range 400 {
		steps = append(steps, histories(3, i%2 == 0).Example(i))
		asked = append(asked, tell(steps[i], someActors[:1+i%len(someActors)]))
	}
	in, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	var errors bytes.Buffer
	run := exec.Command(python, "-c", askReference)
	run.Stdin, run.Stderr = bytes.NewReader(in), &errors
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, errors.String())
	}
	var answers []answer
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatal(err)
	}
	for i, want := range answers {
		if have := answerOf(steps[i], asked[i], want.Rows != nil); !reflect.DeepEqual(want, have) { // cmp.Diff is slow on so many
			stages, _ := json.Marshal(asked[i].Stages)
			t.Fatalf("history %d (-reference +graph):\n%s\nof %s", i, gocmp.Diff(want, have), stages)
		}
	}
}

// tell puts the steps in the order in which the reference takes the first of endings that are alike, the one with the earliest day.
func tell(steps []graph.Step, parties []string) history {
	h := history{[]told{}, parties, askedDays}
	for _, s := range steps {
		h.Stages = append(h.Stages, told(s))
	}
	slices.SortStableFunc(h.Stages, func(a, b told) int { return cmp.Compare(cmp.Or(a.First, a.Known), cmp.Or(b.First, b.Known)) })
	return h
}

// answerOf is what graph says.
func answerOf(steps []graph.Step, h history, rows bool) answer {
	var a answer
	for _, p := range h.Parties {
		var byDay [][]graph.Held
		for _, v := range h.Days {
			var held []graph.Held
			for _, k := range h.Days {
				is, _ := graph.HeldBy(steps, p, v, k)
				held = append(held, is)
			}
			byDay = append(byDay, held)
		}
		a.Held = append(a.Held, byDay)
		if rows {
			a.Rows = append(a.Rows, append([]graph.Row{}, graph.Rows(steps, p)...))
		}
	}
	for v := range h.Days {
		var own []graph.Status
		for k := range h.Days {
			var held []graph.Status
			for p := range h.Parties {
				held = append(held, a.Held[p][v][k].Status)
			}
			status, _ := graph.HeldTogether(held, len(h.Parties))
			own = append(own, status)
		}
		a.Own = append(a.Own, own)
	}
	return a
}
