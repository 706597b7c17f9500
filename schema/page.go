package schema

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema/relay"
)

// span is a part of a list, as the arguments of a connection tell it.
type span struct {
	first  *int
	after  *string
	last   *int
	before *string
}

func value[T any](p *T) T {
	var v T
	if p != nil {
		v = *p
	}
	return v
}

// count is how many are wanted from one end: 0 where nothing is told. A store takes 0 for "not told", so one is asked for where none is
// wanted, and cut off again.
func count(n *int) int {
	if n != nil && *n == 0 {
		return 1
	}
	return value(n)
}

// cut takes away what count asked for too much.
func (s span) cut(p graph.Page) graph.Page {
	none := func(n *int) bool { return n != nil && *n == 0 }
	switch {
	case none(s.first):
		p.HasNext = p.HasNext || len(p.Nodes) > 0
	case none(s.last):
		p.HasPrev = p.HasPrev || len(p.Nodes) > 0
	default:
		return p
	}
	p.Nodes, p.Links = nil, nil
	return p
}

// check refuses first and last together, which a store could not tell from one of them when the other is 0.
func (s span) check() error {
	if s.first != nil && s.last != nil {
		return graph.Errorf(graph.Invalid, "ask for first or for last, not for both")
	}
	return nil
}

// one follows an edge to at most one node; nil where there is none.
func one[T graph.Node](ctx context.Context, n graph.Node, edge string) (T, error) {
	var none T
	page, _, err := levelsOf(ctx).follow(ctx, n, ask{edge: edge, first: 1})
	if err != nil || len(page.Nodes) == 0 {
		return none, err
	}
	return page.Nodes[0].(T), nil
}

// list follows an edge to many nodes.
func list[T graph.Node](ctx context.Context, n graph.Node, edge string, first *int) ([]T, error) {
	page, _, err := levelsOf(ctx).follow(ctx, n, ask{edge: edge, first: count(first)})
	if err != nil {
		return nil, err
	}
	page = span{first: first}.cut(page)
	out := make([]T, len(page.Nodes))
	for i, n := range page.Nodes {
		out[i] = n.(T)
	}
	return out, nil
}

// connection follows an edge to many nodes, a page at a time.
func connection[T graph.Node](ctx context.Context, n graph.Node, edge string, s span) (*relay.Connection[T], error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	a := ask{edge, count(s.first), count(s.last), value(s.after), value(s.before), selected(ctx, "totalCount")}
	page, q, err := levelsOf(ctx).follow(ctx, n, a)
	if err != nil {
		return nil, err
	}
	return relay.Of[T](s.cut(page), q)
}

// selected says whether the field that is being resolved is asked for a field of its result.
func selected(ctx context.Context, name string) bool {
	of := graphql.GetFieldContext(ctx).Field.Definition.Type.Name()
	for _, f := range graphql.CollectFieldsCtx(ctx, []string{of}) {
		if f.Name == name {
			return true
		}
	}
	return false
}
