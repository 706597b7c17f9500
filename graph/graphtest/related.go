package graphtest

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// related: edges followed from many nodes at once.
func related(t *testing.T, open Opener) {
	ctx := context.Background()
	long := tell("A long history.", "2016-06-01")
	for i := range 7 {
		long.stage(talks, graph.Negotiating, graph.Day("2015-10-01").Add(i), "CN US", "")
	}
	s := filled(t, open, append(world(), long.Batch)...)
	both := []string{accord.ref().ID, talks.ref().ID}
	newest := []graph.Order{{Property: "last", Desc: true}}

	t.Run("each id has its page, in the order of the ids", func(t *testing.T) {
		ids := []string{both[1], "no such id", both[0], both[1]}
		pages := mustRelated(t, s, ids, graph.Commitments, "stages", graph.Query{Order: newest, Total: true})
		var totals []int
		for _, p := range pages {
			totals = append(totals, p.Total)
		}
		if diff := cmp.Diff([]int{8, 0, 2, 8}, totals); diff != "" {
			t.Errorf("totals (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"WITHDRAWN", "AGREED"}, told(pages[2], "status")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(pages[0], pages[3]); diff != "" {
			t.Errorf("the same id has two answers:\n%s", diff)
		}
	})
	t.Run("a limit holds for each parent by itself", func(t *testing.T) {
		pages := mustRelated(t, s, both, graph.Commitments, "stages", graph.Query{Order: newest, First: 1})
		if diff := cmp.Diff([][]string{{"2017-01-01"}, {"2015-10-07"}}, [][]string{told(pages[0], "last"), told(pages[1], "last")}); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if !pages[0].HasNext || !pages[1].HasNext {
			t.Error("there is more, and the pages do not say so")
		}
	})
	t.Run("the last few come in the same order", func(t *testing.T) {
		pages := mustRelated(t, s, both, graph.Commitments, "stages", graph.Query{Order: newest, Last: 2})
		if diff := cmp.Diff([][]string{{"2017-01-01", "2015-09-25"}, {"2015-10-01", "2015-09-20"}}, [][]string{told(pages[0], "last"), told(pages[1], "last")}); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if pages[0].HasPrev || !pages[1].HasPrev {
			t.Errorf("previous %v and %v, want false and true", pages[0].HasPrev, pages[1].HasPrev)
		}
	})
	t.Run("a cursor goes on", func(t *testing.T) {
		q := graph.Query{Kind: graph.Stages, Order: newest, First: 3}
		var got []string
		for {
			p := mustRelated(t, s, both[1:], graph.Commitments, "stages", q)[0]
			got = append(got, told(p, "last")...)
			if !p.HasNext {
				break
			}
			q.After = cursorOf(t, q, p.Nodes[len(p.Nodes)-1])
		}
		want := []string{"2015-10-07", "2015-10-06", "2015-10-05", "2015-10-04", "2015-10-03", "2015-10-02", "2015-10-01", "2015-09-20"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("a filter narrows, and the total with it", func(t *testing.T) {
		q := graph.Query{Where: graph.And{is("status", graph.Eq, "NEGOTIATING"), some("evidence", nil)}, Total: true}
		pages := mustRelated(t, s, both, graph.Commitments, "stages", q)
		if pages[0].Total != 0 || pages[1].Total != 1 || len(pages[1].Nodes) != 1 {
			t.Errorf("%d and %d, want 0 and 1", pages[0].Total, pages[1].Total)
		}
	})
	t.Run("as of a day holds for what is reached", func(t *testing.T) {
		q := graph.Query{AsOf: graph.AsOf{ValidAt: "2015-10-02", KnownAt: "2015-09-30"}}
		pages := mustRelated(t, s, both, graph.Commitments, "stages", q)
		if diff := cmp.Diff([][]string{{"AGREED"}, {"NEGOTIATING"}}, [][]string{told(pages[0], "status"), told(pages[1], "status")}); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("standings are the actors', own is the commitment's", func(t *testing.T) {
		q := graph.Query{Order: []graph.Order{{Property: "actorCode"}}}
		if diff := cmp.Diff([]string{"CN", "US"}, told(mustRelated(t, s, both[:1], graph.Commitments, "standings", q)[0], "actorCode")); diff != "" {
			t.Errorf("standings (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{""}, told(mustRelated(t, s, both[:1], graph.Commitments, "own", q)[0], "actorCode")); diff != "" {
			t.Errorf("own (-want +got):\n%s", diff)
		}
	})
	t.Run("an edge between nodes of one kind has two directions", func(t *testing.T) {
		un, cn := country("un").ID, country("CN").ID
		out := mustRelated(t, s, []string{un, cn}, graph.Actors, "memberOf", graph.Query{})
		in := mustRelated(t, s, []string{un, cn}, graph.Actors, "members", graph.Query{Order: []graph.Order{{Property: "code"}}})
		if diff := cmp.Diff([][]string{nil, {"un"}}, [][]string{told(out[0], "code"), told(out[1], "code")}); diff != "" {
			t.Errorf("out (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([][]string{{"CI", "CN", "EE", "RU", "US"}, nil}, [][]string{told(in[0], "code"), told(in[1], "code")}); diff != "" {
			t.Errorf("in (-want +got):\n%s", diff)
		}
	})
	t.Run("properties of relationships stand beside their nodes", func(t *testing.T) {
		p := mustRelated(t, s, []string{country("un").ID}, graph.Actors, "members", graph.Query{Order: []graph.Order{{Property: "code", Desc: true}}, Last: 2})[0]
		want := []graph.Props{{"from": "1945-10-24"}, {"from": "1975-10-24"}}
		if diff := cmp.Diff([]string{"CN", "CI"}, told(p, "code")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(want, p.Links); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("every edge of every kind can be followed, filtered and counted", func(t *testing.T) {
		for _, k := range graph.Kinds {
			for _, e := range k.Edges {
				if _, err := s.Related(ctx, []string{"x", both[0]}, e, graph.Query{Kind: e.To, Total: true, Last: 3}); err != nil {
					t.Errorf("related %s.%s: %v", k.Name, e.Name, err)
				}
				if _, err := s.Count(ctx, graph.Query{Kind: k, Where: some(e.Name, is("id", graph.Eq, "x"))}); err != nil {
					t.Errorf("some %s.%s: %v", k.Name, e.Name, err)
				}
			}
		}
	})
	t.Run("no ids give no pages", func(t *testing.T) {
		mustRelated(t, s, nil, graph.Commitments, "stages", graph.Query{})
	})
	t.Run("many ids are asked at once", func(t *testing.T) {
		ids := make([]string, 5000)
		for i := range ids {
			ids[i] = fmt.Sprint("nobody ", i)
		}
		ids[4999] = both[0]
		pages := mustRelated(t, s, ids, graph.Commitments, "stages", graph.Query{Order: newest})
		if diff := cmp.Diff([]string{"WITHDRAWN", "AGREED"}, told(pages[4999], "status")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("a query for another kind than the edge leads to is Invalid", func(t *testing.T) {
		e, _ := graph.Commitments.Edge("stages")
		_, err := s.Related(ctx, both, e, graph.Query{Kind: graph.Actors})
		refused(t, graph.Invalid, err)
	})
}
