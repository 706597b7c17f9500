package graphtest

import (
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// page: pages in both directions, and cursors.
func page(t *testing.T, open Opener) {
	ctx := context.Background()
	var many []string
	for i := range 23 {
		many = append(many, fmt.Sprintf("attack %c", 'a'+i/3)) // three of each name, so that ids break ties
	}
	s := open(t)
	batch := tell("Many attacks.", "2016-01-01")
	for i, name := range many {
		batch.node(&graph.Attack{ID: graph.ID("Attack", fmt.Sprint(i)), Name: name, First: graph.Day("2015-01-01").Add(i % 5)})
	}
	mustPut(t, s, batch.Batch)
	orders := map[string][]graph.Order{
		"by id":                nil,
		"by id downwards":      {{Property: "id", Desc: true}},
		"by name":              {{Property: "name"}},
		"by name downwards":    {{Property: "name", Desc: true}},
		"two ways":             {{Property: "first", Desc: true}, {Property: "name"}},
		"by what is not told":  {{Property: "same"}, {Property: "last", Desc: true}, {Property: "name"}},
		"by name and id downw": {{Property: "name"}, {Property: "id", Desc: true}},
	}
	for name, order := range orders {
		q := graph.Query{Kind: graph.Attacks, Order: order, Total: true}
		want := idsOf(mustFind(t, s, q))
		t.Run("forward to the letter, "+name, func(t *testing.T) {
			q := q
			q.First = 4
			var got []string
			for {
				p := mustFind(t, s, q)
				if p.HasPrev != (q.After != "") || p.Total != len(want) {
					t.Errorf("after %d: previous %v, total %d", len(got), p.HasPrev, p.Total)
				}
				got = append(got, idsOf(p)...)
				if !p.HasNext {
					break
				}
				if q.After = cursorOf(t, q, p.Nodes[len(p.Nodes)-1]); len(got) > len(want) {
					break
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
		t.Run("backward to the letter, "+name, func(t *testing.T) {
			q := q
			q.Last = 4
			var got []string
			for {
				p := mustFind(t, s, q)
				if p.HasNext != (q.Before != "") || p.Total != len(want) {
					t.Errorf("before %d: next %v, total %d", len(got), p.HasNext, p.Total)
				}
				got = append(idsOf(p), got...)
				if !p.HasPrev || len(got) > len(want) {
					break
				}
				q.Before = cursorOf(t, q, p.Nodes[0])
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
		t.Run("between two cursors, "+name, func(t *testing.T) {
			all := mustFind(t, s, q).Nodes
			q := q
			q.After, q.Before = cursorOf(t, q, all[3]), cursorOf(t, q, all[9])
			if diff := cmp.Diff(want[4:9], idsOf(mustFind(t, s, q))); diff != "" {
				t.Errorf("all (-want +got):\n%s", diff)
			}
			q.Last = 2
			if diff := cmp.Diff(want[7:9], idsOf(mustFind(t, s, q))); diff != "" {
				t.Errorf("last two (-want +got):\n%s", diff)
			}
		})
	}
	q := graph.Query{Kind: graph.Attacks, Order: []graph.Order{{Property: "name"}}}
	t.Run("a page that is just full has no next", func(t *testing.T) {
		q := q
		q.First = len(many)
		if p := mustFind(t, s, q); p.HasNext || p.HasPrev || len(p.Nodes) != len(many) {
			t.Errorf("%d nodes, next %v, previous %v", len(p.Nodes), p.HasNext, p.HasPrev)
		}
	})
	t.Run("a page without a size holds a hundred", func(t *testing.T) {
		b := tell("More attacks.", "2016-01-02")
		for i := range 100 {
			b.node(&graph.Attack{ID: graph.ID("Attack", "more", fmt.Sprint(i))})
		}
		mustPut(t, s, b.Batch)
		if p := mustFind(t, s, graph.Query{Kind: graph.Attacks}); len(p.Nodes) != 100 || !p.HasNext || p.Total != 0 {
			t.Errorf("%d nodes, next %v, total %d", len(p.Nodes), p.HasNext, p.Total)
		}
		if err := s.Remove(ctx, b.Source); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a size below zero or over the largest is Invalid", func(t *testing.T) {
		for _, size := range [][2]int{{-1, 0}, {0, -1}, {graph.MaxPage + 1, 0}, {0, graph.MaxPage + 1}, {1, 1}} {
			_, err := s.Find(ctx, graph.Query{Kind: graph.Attacks, First: size[0], Last: size[1]})
			refused(t, graph.Invalid, err)
		}
	})
	t.Run("a forged or foreign cursor is Invalid", func(t *testing.T) {
		other := graph.Query{Kind: graph.Attacks, Order: []graph.Order{{Property: "last"}}}
		nodes := mustFind(t, s, q).Nodes
		for name, c := range map[string]string{
			"noise": "noise!", "empty object": base64.RawURLEncoding.EncodeToString([]byte("{}")), "another order": cursorOf(t, other, nodes[0]),
			"another type":    base64.RawURLEncoding.EncodeToString([]byte(`{"v":1,"o":[{"Property":"name","Desc":false},{"Property":"id","Desc":false}],"k":[1,2]}`)),
			"another version": base64.RawURLEncoding.EncodeToString([]byte(`{"v":2,"o":[{"Property":"name","Desc":false},{"Property":"id","Desc":false}],"k":["a","b"]}`)),
		} {
			for _, q := range []graph.Query{{Kind: graph.Attacks, Order: q.Order, After: c}, {Kind: graph.Attacks, Order: q.Order, Before: c}} {
				_, err := s.Find(ctx, q)
				if graph.CodeOf(err) != graph.Invalid {
					t.Errorf("%s: got %v, want INVALID", name, err)
				}
			}
		}
	})
	t.Run("a cursor whose node is gone still holds its place", func(t *testing.T) {
		nodes := mustFind(t, s, q).Nodes
		gone := *nodes[5].(*graph.Attack)
		gone.ID = nodes[5].NodeID()[:20] + "~" // as if it had stood just behind
		q := q
		q.First, q.After = 2, cursorOf(t, q, &gone)
		want := []string{nodes[6].NodeID(), nodes[7].NodeID()}
		if diff := cmp.Diff(want, idsOf(mustFind(t, s, q))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("an order by a list or an unknown property is Invalid", func(t *testing.T) {
		for _, property := range []string{"aliases", "size"} {
			_, err := s.Find(ctx, graph.Query{Kind: graph.Actors, Order: []graph.Order{{Property: property}}})
			refused(t, graph.Invalid, err)
		}
	})
	t.Run("pages are stable while articles are put in between", func(t *testing.T) {
		q := q
		q.First = 5
		want := idsOf(mustFind(t, s, graph.Query{Kind: graph.Attacks, Order: q.Order}))
		var got []string
		for i := 0; ; i++ {
			p := mustFind(t, s, q)
			got = append(got, idsOf(p)...)
			if !p.HasNext {
				break
			}
			q.After = cursorOf(t, q, p.Nodes[len(p.Nodes)-1])
			b := tell(fmt.Sprintf("Another attack, %d.", i), "2016-01-01")
			b.node(&graph.Attack{ID: graph.ID("Attack", "between", fmt.Sprint(i)), Name: "a name before all of those"})
			mustPut(t, s, b.Batch)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("numbers and truth give orders and cursors", func(t *testing.T) {
		s := filled(t, open, world()...)
		for _, q := range []graph.Query{
			{Kind: graph.Passages, Order: []graph.Order{{Property: "end"}, {Property: "start", Desc: true}}},
			{Kind: graph.Stages, Order: []graph.Order{{Property: "confidence", Desc: true}, {Property: "dismissed"}}},
			{Kind: graph.Standings, Order: []graph.Order{{Property: "own", Desc: true}, {Property: "disputed"}}},
		} {
			nodes := mustFind(t, s, q).Nodes
			if !slices.IsSortedFunc(nodes, func(a, b graph.Node) int { return compareBy(q.Order, a, b) }) {
				t.Errorf("%s are not in order", q.Kind.Name)
			}
			q.After = cursorOf(t, q, nodes[1])
			if diff := cmp.Diff(idsOf(graph.Page{Nodes: nodes[2:]}), idsOf(mustFind(t, s, q))); diff != "" {
				t.Errorf("%s after the second (-want +got):\n%s", q.Kind.Name, diff)
			}
		}
	})
}

func idsOf(p graph.Page) []string {
	var out []string
	for _, n := range p.Nodes {
		out = append(out, n.NodeID())
	}
	return out
}
