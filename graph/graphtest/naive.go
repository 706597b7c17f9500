package graphtest

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/treatygraph/treatygraph/graph"
)

// memory is a graph in plain maps, with the plainest possible answers: what stores are compared with.
type memory struct {
	nodes map[*graph.Kind][]graph.Node
	ends  map[*graph.Edge]map[string][]graph.Node // what each edge leads to, by the id where it begins
}

// read reads all of a store.
func read(t testing.TB, s graph.Store) memory {
	t.Helper()
	m := memory{map[*graph.Kind][]graph.Node{}, map[*graph.Edge]map[string][]graph.Node{}}
	for _, k := range graph.Kinds {
		m.nodes[k] = all(t, s, k)
		ids := idsOf(graph.Page{Nodes: m.nodes[k]})
		for _, e := range k.Edges {
			m.ends[e] = map[string][]graph.Node{}
			for i, p := range mustRelated(t, s, ids, k, e.Name, graph.Query{First: graph.MaxPage, AsOf: graph.AsOf{Ever: true}}) {
				m.ends[e][ids[i]] = p.Nodes
			}
		}
	}
	return m
}

// find answers a plain query: all that pass, in order.
func (m memory) find(q graph.Query) []graph.Node {
	var out []graph.Node
	for _, n := range m.nodes[q.Kind] {
		if m.holds(n, q.Where) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b graph.Node) int { return compareBy(q.Order, a, b) })
	return out
}

// holds says whether a plain filter holds for a node.
func (m memory) holds(n graph.Node, f graph.Filter) bool {
	switch f := f.(type) {
	case graph.And:
		return !slices.ContainsFunc(f, func(x graph.Filter) bool { return !m.holds(n, x) })
	case graph.Or:
		return slices.ContainsFunc(f, func(x graph.Filter) bool { return m.holds(n, x) })
	case graph.Not:
		return !m.holds(n, f.X)
	case graph.Some:
		e, err := graph.KindOf(n).Edge(f.Edge)
		if err != nil {
			panic(err)
		}
		return slices.ContainsFunc(m.ends[e][n.NodeID()], func(x graph.Node) bool { return m.holds(x, f.X) })
	case graph.Is:
		return compares(valueOf(n, f.Property), f.Op, f.Value)
	}
	panic("no plain filter")
}

// compares says whether a property's value compares so with another.
func compares(have any, op graph.Op, want any) bool {
	switch op {
	case graph.Eq:
		return order(have, want) == 0
	case graph.InList:
		return slices.ContainsFunc(want.([]any), func(x any) bool { return order(have, x) == 0 })
	case graph.Contains:
		if list, ok := have.([]string); ok {
			return slices.Contains(list, want.(string))
		}
		return have != "" && containsFold([]rune(have.(string)), []rune(want.(string)))
	}
	if have == "" {
		return false
	}
	c := order(have, want)
	return op == graph.Lt && c < 0 || op == graph.Lte && c <= 0 || op == graph.Gt && c > 0 || op == graph.Gte && c >= 0
}

// containsFold looks for a part letter by letter, as unicode.SimpleFold has it and not as graph.Fold.
func containsFold(text, part []rune) bool {
	for i := 0; i+len(part) <= len(text); i++ {
		if slices.EqualFunc(text[i:i+len(part)], part, sameLetter) {
			return true
		}
	}
	return false
}

func sameLetter(a, b rune) bool {
	for r := a; ; {
		if r == b {
			return true
		}
		if r = unicode.SimpleFold(r); r == a {
			return false
		}
	}
}

func valueOf(n graph.Node, property string) any {
	p, err := graph.KindOf(n).Property(property)
	if err != nil {
		panic(err)
	}
	return p.Value(n)
}

// order compares two values of one type; a whole number is also a fraction.
func order(a, b any) int {
	switch a := a.(type) {
	case string:
		return strings.Compare(a, b.(string))
	case bool:
		x, y := 0, 0
		if a {
			x = 1
		}
		if b.(bool) {
			y = 1
		}
		return cmp.Compare(x, y)
	}
	return cmp.Compare(number(a), number(b))
}

func number(v any) float64 {
	if i, ok := v.(int); ok {
		return float64(i)
	}
	return v.(float64)
}

// compareBy compares nodes in the order of a query.
func compareBy(keys []graph.Order, a, b graph.Node) int {
	for _, o := range keys {
		c := order(valueOf(a, o.Property), valueOf(b, o.Property))
		if o.Desc {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return strings.Compare(a.NodeID(), b.NodeID())
}
