package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// standings: the rows that are kept are those of graph's rule.
func standings(t *testing.T, open Opener) {
	t.Run("200 random histories, told in two articles each, have the rows of the rule", func(t *testing.T) {
		s := filled(t, open, catalogue())
		r := rand.New(rand.NewPCG(3, 5))
		want := map[string][]graph.Standing{}
		for i := range 200 {
			h := randomHistory(r, i)
			want[h.commitment] = h.rows()
			for _, b := range h.articles {
				mustPut(t, s, b.Batch)
			}
		}
		for id, got := range heldBy(t, s, want) {
			if diff := cmp.Diff(want[id], got, equateEmpty); diff != "" {
				t.Errorf("%s (-want +got):\n%s", id, diff)
			}
		}
		checkStandings(t, s)
	})
	t.Run("a history that is taken back article by article leaves the rows of the rest", func(t *testing.T) {
		batches := []graph.Batch{catalogue()}
		for i, status := range []graph.Status{graph.Proposed, graph.Negotiating, graph.Agreed, graph.Suspended, graph.Withdrawn} {
			day := graph.Day("2010-01-01").Add(100 * i)
			batches = append(batches, tell("Step "+string(status), day).stage(talks, status, day, "CN US", "").Batch)
		}
		s := filled(t, open, batches...)
		for i := len(batches) - 1; i > 0; i-- {
			if err := s.Remove(t.Context(), batches[i].Source); err != nil {
				t.Fatal(err)
			}
			checkStandings(t, s)
		}
		if p := mustFind(t, s, graph.Query{Kind: graph.Standings, AsOf: graph.AsOf{Ever: true}}); len(p.Nodes) != 0 {
			t.Errorf("%d rows are left", len(p.Nodes))
		}
	})
	t.Run("rows lead to their commitment and their actor", func(t *testing.T) {
		s := filled(t, open, world()...)
		for _, n := range all(t, s, graph.Standings) {
			row := n.(*graph.Standing)
			c := mustRelated(t, s, []string{row.ID}, graph.Standings, "commitment", graph.Query{})[0]
			a := mustRelated(t, s, []string{row.ID}, graph.Standings, "actor", graph.Query{})[0]
			if len(c.Nodes) != 1 || row.Own && len(a.Nodes) != 0 || !row.Own && !slices.Equal(told(a, "code"), []string{row.ActorCode}) {
				t.Errorf("%+v leads to %d commitments and the actors %v", row, len(c.Nodes), told(a, "code"))
			}
		}
	})
}

// history is what is told of one commitment, and what the rule needs to know of it.
type history struct {
	commitment string
	principle  string
	parties    []string
	steps      []graph.Step
	articles   [2]*story
}

// randomHistory makes up to eight stages of three parties.
func randomHistory(r *rand.Rand, i int) history {
	d := deal{fmt.Sprintf("principle-%d", i), "", "CN RU US"}
	h := history{commitment: d.ref().ID, principle: d.Principle, parties: strings.Fields(d.Parties)}
	for j := range h.articles {
		a := tell(fmt.Sprintf("History %d, part %d.", i, j), "2015-01-01")
		a.node(&graph.Principle{ID: principle(d.Principle).ID, Slug: d.Principle, Name: d.Principle})
		a.commitment(d)
		h.articles[j] = a
	}
	day := func() graph.Day { return graph.Day("2010-01-01").Add(r.IntN(6) * 30) }
	statuses := graph.Statuses()
	for range 1 + r.IntN(8) {
		x := graph.Step{Status: statuses[r.IntN(len(statuses))], Last: day(), KnownTo: graph.Forever, Hedged: r.IntN(4) == 0, Denies: r.IntN(6) == 0}
		x.Known = max(x.Last, day())
		if r.IntN(4) > 0 {
			x.First = x.Last.Add(-r.IntN(2) * 15)
		}
		if r.IntN(8) == 0 {
			x.KnownTo = x.Known.Add(45)
		}
		for _, k := range r.Perm(3)[:1+r.IntN(3)] {
			x.Actors = append(x.Actors, h.parties[k])
		}
		slices.Sort(x.Actors)
		h.tell(d, x, r.IntN(2))
	}
	return h
}

// tell lets one of the articles tell a step, unless that article told one that differs in nothing that identifies it.
func (h *history) tell(d deal, x graph.Step, article int) {
	a, known := h.articles[article], len(h.articles[article].Nodes)
	a.stage(d, x.Status, x.First, strings.Join(x.Actors, " "), "", func(s *graph.Stage) {
		s.First, s.Last, s.KnownAt, s.KnownTo = x.First, x.Last, x.Known, x.KnownTo
		if x.Hedged {
			s.Hedge = "perhaps"
		}
		if x.Denies {
			s.Stance = graph.Denies
		}
	})
	if len(a.Nodes) > known {
		h.steps = append(h.steps, x)
	}
}

// rows are the standings that the rule gives the history.
func (h history) rows() []graph.Standing {
	var out []graph.Standing
	add := func(code string, rows []graph.Row) {
		for _, r := range rows {
			out = append(out, graph.Standing{ID: graph.StandingID(h.commitment, code, r.ValidFrom, r.KnownFrom), Status: r.Status, Since: r.Since,
				Ended: r.Ended, EndedOn: r.EndedOn, Disputed: r.Disputed, ValidFrom: r.ValidFrom, ValidTo: r.ValidTo, KnownFrom: r.KnownFrom,
				KnownTo: r.KnownTo, Own: code == "", Principle: h.principle, ActorCode: code})
		}
	}
	byActor := map[string][]graph.Row{}
	for _, code := range h.parties {
		byActor[code] = graph.Rows(h.steps, code)
		add(code, byActor[code])
	}
	add("", graph.OwnRows(byActor, len(h.parties)))
	slices.SortFunc(out, func(a, b graph.Standing) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// heldBy reads the rows of commitments, by id.
func heldBy(t *testing.T, s graph.Store, commitments map[string][]graph.Standing) map[string][]graph.Standing {
	t.Helper()
	var ids []string
	for id := range commitments {
		ids = append(ids, id)
	}
	out := map[string][]graph.Standing{}
	for i, p := range mustRelated(t, s, ids, graph.Commitments, "held", graph.Query{First: graph.MaxPage, AsOf: graph.AsOf{Ever: true}}) {
		out[ids[i]] = nil
		for _, n := range p.Nodes {
			out[ids[i]] = append(out[ids[i]], *n.(*graph.Standing))
		}
	}
	return out
}
