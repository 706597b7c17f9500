package graph_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

// told is a step as graphtest/scenarios/standing.json and testdata/standing.py tell it.
type told struct {
	Actors  []string     `json:"actors"`
	Status  graph.Status `json:"status"`
	First   graph.Day    `json:"first"`
	Last    graph.Day    `json:"last"`
	Known   graph.Day    `json:"known"`
	KnownTo graph.Day    `json:"knownTo,omitempty"` // the reference has no such field
	Hedged  bool         `json:"hedge,omitempty"`
	Denies  bool         `json:"denies,omitempty"`
	Act     graph.Action `json:"act,omitempty"`
	Done    graph.Day    `json:"done,omitempty"`
	Undoes  graph.Status `json:"undoes,omitempty"`
}

// stage is a step of a case: actors are words of one string, and Last is left out where it is First, or without a First Known.
type stage struct {
	told
	Actors string `json:"actors"`
}

func (s stage) step() graph.Step {
	step := graph.Step(s.told)
	step.Actors = strings.Fields(s.Actors)
	if step.Last == "" {
		step.Last = step.First
	}
	if step.Last == "" {
		step.Last = step.Known
	}
	return step
}

type expectation struct {
	Valid, Known graph.Day
	Commitment   json.RawMessage // a status or null, where it is expected
	Actors       map[string]map[string]any
}

func TestStandingCases(t *testing.T) {
	var cases []struct {
		Name, Parties string
		Stages        []stage
		Expect        []expectation
	}
	data, err := os.ReadFile("graphtest/scenarios/standing.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			var steps []graph.Step
			for _, s := range c.Stages {
				steps = append(steps, s.step())
			}
			for _, want := range c.Expect {
				if want.Known == "" {
					want.Known = "9999-12-30"
				}
				checkCase(t, steps, strings.Fields(c.Parties), want)
			}
		})
	}
}

// checkCase asks both the rule and the rows.
func checkCase(t *testing.T, steps []graph.Step, parties []string, want expectation) {
	t.Helper()
	var all []graph.Status
	rows := map[string][]graph.Row{}
	for _, p := range parties {
		held, _ := graph.HeldBy(steps, p, want.Valid, want.Known)
		all = append(all, held.Status)
		rows[p] = graph.Rows(steps, p)
		if diff := cmp.Diff(held, lookUp(t, rows[p], want.Valid, want.Known)); diff != "" {
			t.Errorf("valid %s, known %s: rows of %s differ from the rule (-rule +rows):\n%s", want.Valid, want.Known, p, diff)
		}
		for field, value := range want.Actors[p] {
			if have := plain(held)[field]; have != value {
				t.Errorf("valid %s, known %s: %s of %s is %v, want %v", want.Valid, want.Known, field, p, have, value)
			}
		}
	}
	if want.Commitment == nil {
		return
	}
	var status graph.Status // null leaves it ""
	if err := json.Unmarshal(want.Commitment, &status); err != nil {
		t.Fatal(err)
	}
	if have, _ := graph.HeldTogether(all, len(parties)); have != status {
		t.Errorf("valid %s, known %s: the commitment is %q, want %q", want.Valid, want.Known, have, status)
	}
	if have := lookUp(t, graph.OwnRows(rows, len(parties)), want.Valid, want.Known).Status; have != status {
		t.Errorf("valid %s, known %s: the commitment's row says %q, want %q", want.Valid, want.Known, have, status)
	}
}

// plain is h by the names of the cases, nil for what there is not.
func plain(h graph.Held) map[string]any {
	out := map[string]any{"disputed": h.Disputed}
	for name, text := range map[string]string{"status": string(h.Status), "since": string(h.Since), "ended": string(h.Ended), "endedOn": string(h.EndedOn)} {
		if text != "" {
			out[name] = text
		}
	}
	return out
}

// lookUp is what the rows hold on a day, as known on a day; rows that overlap there fail the test.
func lookUp(t failer, rows []graph.Row, valid, known graph.Day) graph.Held {
	t.Helper()
	var found []graph.Held
	for _, r := range rows {
		if r.ValidFrom <= valid && valid < r.ValidTo && r.KnownFrom <= known && known < r.KnownTo {
			found = append(found, r.Held)
		}
	}
	switch len(found) {
	case 0:
		return graph.Held{}
	case 1:
		return found[0]
	}
	t.Fatalf("valid %s, known %s: rows overlap: %v", valid, known, found)
	return graph.Held{}
}

// failer is what *testing.T and *rapid.T share.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func TestHeldTogether(t *testing.T) {
	for _, c := range []struct {
		name    string
		held    []graph.Status
		parties int
		want    graph.Status
	}{
		{"nobody holds anything", nil, 2, ""},
		{"a party that holds nothing does not count", []graph.Status{"", graph.Agreed}, 2, graph.Proposed},
		{"one party alone is bound", []graph.Status{graph.Agreed}, 1, graph.Agreed},
		{"as far as the second", []graph.Status{graph.InForce, graph.Signed, graph.Agreed}, 3, graph.Signed},
		{"one consents while the other negotiates", []graph.Status{graph.Agreed, graph.Negotiating}, 2, graph.Negotiating},
		{"two bound outweigh one withdrawn", []graph.Status{graph.InForce, graph.InForce, graph.Withdrawn}, 3, graph.InForce},
		{"one bound does not", []graph.Status{graph.InForce, graph.Withdrawn}, 2, graph.Withdrawn},
		{"withdrawal before end before suspension", []graph.Status{graph.Suspended, graph.Terminated, graph.Withdrawn}, 3, graph.Withdrawn},
		{"talks go on without the one who left", []graph.Status{graph.Negotiating, graph.Negotiating, graph.Rejected}, 3, graph.Negotiating},
		{"one walks out of talks of two", []graph.Status{graph.Negotiating, graph.Rejected}, 2, graph.Rejected},
		{"proposed to somebody silent", []graph.Status{graph.Proposed, ""}, 2, graph.Proposed},
	} {
		t.Run(c.name, func(t *testing.T) {
			have, ok := graph.HeldTogether(c.held, c.parties)
			if have != c.want || ok != (c.want != "") {
				t.Errorf("HeldTogether(%v, %d) = %q, %v, want %q", c.held, c.parties, have, ok, c.want)
			}
		})
	}
}
