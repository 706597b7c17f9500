package graphtest

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// filters: random filters mean on a store what they mean in plain Go.
func filters(t *testing.T, open Opener) {
	ctx := context.Background()
	s := filled(t, open, append(world(), names("", "École", "a", "\U0001F600", "x' OR 1=1 --"))...)
	if err := s.Review(ctx, graph.Review{Subject: world()[6].Nodes[0].NodeID(), Reviewer: "ann", At: "2020-01-01T00:00:00Z", Verdict: graph.Dismissed}); err != nil {
		t.Fatal(err)
	}
	m := read(t, s)
	r := random{rand.New(rand.NewPCG(7, 11)), m}
	t.Run("300 random filters find what they find in memory", func(t *testing.T) {
		passed := 0
		for i := range 300 {
			q := r.query()
			plain, err := q.Plain()
			if err != nil {
				t.Fatalf("%d: %v", i, err)
			}
			want := m.find(plain)
			p := mustFind(t, s, q)
			passed += len(p.Nodes)
			if diff := cmp.Diff(idsOf(graph.Page{Nodes: want[:min(q.First, len(want))]}), idsOf(p), equateEmpty); diff != "" {
				t.Errorf("%d: %s where %v as of %v by %v (-want +got):\n%s", i, q.Kind.Name, plain.Where, q.AsOf, q.Order, diff)
			}
			if p.Total != len(want) || p.HasNext != (len(want) > q.First) {
				t.Errorf("%d: %s where %v: total %d, want %d", i, q.Kind.Name, plain.Where, p.Total, len(want))
			}
		}
		if passed < 100 {
			t.Errorf("only %d nodes passed; the filters are no test", passed)
		}
	})
	t.Run("100 random edges lead where they lead in memory", func(t *testing.T) {
		for i := range 100 {
			q := r.query()
			if len(q.Kind.Edges) == 0 || len(m.nodes[q.Kind]) == 0 {
				continue
			}
			e := q.Kind.Edges[r.IntN(len(q.Kind.Edges))]
			q.Kind, q.Order, q.Where = e.To, nil, r.filter(e.To, 1)
			plain, err := q.Plain()
			if err != nil {
				t.Fatalf("%d: %v", i, err)
			}
			ids := idsOf(graph.Page{Nodes: m.nodes[e.From]})
			for j, p := range mustRelated(t, s, ids, e.From, e.Name, q) {
				want := memory{map[*graph.Kind][]graph.Node{e.To: m.ends[e][ids[j]]}, m.ends}.find(plain)
				if diff := cmp.Diff(idsOf(graph.Page{Nodes: want[:min(q.First, len(want))]}), idsOf(p), equateEmpty); diff != "" {
					t.Errorf("%d: %s %s where %v (-want +got):\n%s", i, e.From.Name, e.Name, plain.Where, diff)
				}
				if p.Total != len(want) {
					t.Errorf("%d: %s %s where %v: total %d, want %d", i, e.From.Name, e.Name, plain.Where, p.Total, len(want))
				}
			}
		}
	})
}

// random makes queries about a graph.
type random struct {
	*rand.Rand
	m memory
}

func (r random) query() graph.Query {
	k := graph.Kinds[r.IntN(len(graph.Kinds))]
	q := graph.Query{Kind: k, Where: r.filter(k, 3), First: 1 + r.IntN(8), Total: true, AsOf: graph.AsOf{ValidAt: r.day(), KnownAt: r.day(), Ever: r.IntN(5) == 0}}
	for range r.IntN(3) {
		if p := k.Properties[r.IntN(len(k.Properties))]; p.Type != graph.Texts {
			q.Order = append(q.Order, graph.Order{Property: p.Name, Desc: r.IntN(2) == 0})
		}
	}
	return q
}

// day is a day near the history of the world, or none.
func (r random) day() graph.Day {
	if r.IntN(3) == 0 {
		return ""
	}
	return []graph.Day{"1999-08-13", "2015-09-20", "2015-09-25", "2016-03-01", "2017-01-02"}[r.IntN(5)].Add(r.IntN(3) - 1)
}

// filter makes a filter of some depth.
func (r random) filter(k *graph.Kind, depth int) graph.Filter {
	if depth == 0 {
		return r.is(k)
	}
	switch c := r.IntN(7); {
	case c == 0:
		return graph.And(r.list(k, depth))
	case c == 1:
		return graph.Or(r.list(k, depth))
	case c == 2:
		return graph.Not{X: r.filter(k, depth-1)}
	case c <= 4 && len(k.Edges) > 0:
		e := k.Edges[r.IntN(len(k.Edges))]
		if r.IntN(3) == 0 {
			return graph.Some{Edge: e.Name}
		}
		return graph.Some{Edge: e.Name, X: r.filter(e.To, depth-1)}
	}
	return r.is(k)
}

func (r random) list(k *graph.Kind, depth int) []graph.Filter {
	var out []graph.Filter
	for range r.IntN(4) {
		out = append(out, r.filter(k, depth-1))
	}
	return out
}

// is compares a property with a value that some node has, or with a near miss.
func (r random) is(k *graph.Kind) graph.Filter {
	p := k.Properties[r.IntN(len(k.Properties))]
	v := r.value(k, p)
	var ops []graph.Op
	switch p.Type {
	case graph.Texts:
		ops = []graph.Op{graph.Contains}
	case graph.Bool:
		ops = []graph.Op{graph.Eq, graph.InList}
	case graph.Text:
		ops = []graph.Op{graph.Eq, graph.InList, graph.Contains, graph.Lt, graph.Lte, graph.Gt, graph.Gte}
	default:
		ops = []graph.Op{graph.Eq, graph.InList, graph.Lt, graph.Lte, graph.Gt, graph.Gte}
	}
	switch op := ops[r.IntN(len(ops))]; op {
	case graph.InList:
		return graph.Is{Property: p.Name, Op: op, Value: []any{v, r.value(k, p)}[:1+r.IntN(2)]}
	default:
		return graph.Is{Property: p.Name, Op: op, Value: v}
	}
}

func (r random) value(k *graph.Kind, p *graph.Property) any {
	var v any = p.Value(k.New())
	if nodes := r.m.nodes[k]; len(nodes) > 0 && r.IntN(6) > 0 {
		v = p.Value(nodes[r.IntN(len(nodes))])
	}
	switch x := v.(type) {
	case []string:
		if len(x) == 0 {
			return ""
		}
		return x[r.IntN(len(x))]
	case string:
		if runes := []rune(x); len(runes) > 0 && r.IntN(4) == 0 {
			at := r.IntN(len(runes))
			return string(runes[at : at+r.IntN(len(runes)-at)+1])
		}
	case int:
		return x + r.IntN(3) - 1
	}
	return v
}
