package schema

import (
	"context"
	"reflect"

	"github.com/99designs/gqlgen/graphql"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema/relay"
)

// request is what the arguments of a root field ask for.
type request struct {
	where   map[string]any
	and     graph.Filter // what the field itself demands, or nil
	asOf    *graph.AsOf
	orderBy []*relay.Order
	span    span
}

// find gives a page of the nodes of a kind.
func find[T graph.Node](ctx context.Context, r *Resolver, k *graph.Kind, req request) (*relay.Connection[T], error) {
	if err := req.span.check(); err != nil {
		return nil, err
	}
	where, err := filter(ctx, k, req.where)
	if err != nil {
		return nil, err
	}
	q := graph.Query{
		Kind: k, Where: graph.And{where, req.and}, AsOf: r.asOf(req.asOf), Order: relay.Orders(req.orderBy),
		First: count(req.span.first), After: value(req.span.after), Last: count(req.span.last), Before: value(req.span.before),
		Total: selected(ctx, "totalCount"),
	}
	if len(q.Order) == 0 {
		q.Order = usualOrder[k]
	}
	if q, err = graph.Follow(ctx, r.Store, q); err != nil {
		return nil, err
	}
	page, err := r.Store.Find(ctx, q)
	if err != nil {
		return nil, err
	}
	page = req.span.cut(page)
	levelsOf(ctx).enter(q.AsOf, page.Nodes)
	return relay.Of[T](page, q)
}

// single gives the node of a kind whose property has a value, nil where there is none.
func single[T graph.Node](ctx context.Context, r *Resolver, k *graph.Kind, asOf *graph.AsOf, where graph.Filter) (T, error) {
	var none T
	nodes, err := r.nodes(ctx, k, r.asOf(asOf), where)
	if err != nil || len(nodes) == 0 {
		return none, err
	}
	return nodes[0].(T), nil
}

// nodes gives the nodes of a kind that pass, at most a page.
func (r *Resolver) nodes(ctx context.Context, k *graph.Kind, at graph.AsOf, where graph.Filter) ([]graph.Node, error) {
	page, err := r.Store.Find(ctx, graph.Query{Kind: k, Where: where, AsOf: at, First: graph.MaxPage})
	if err != nil {
		return nil, err
	}
	levelsOf(ctx).enter(at, page.Nodes)
	return page.Nodes, nil
}

func is(property string, v any) graph.Filter {
	return graph.Is{Property: property, Op: graph.Eq, Value: v}
}

// filter reads the argument where of the field that is being resolved.
func filter(ctx context.Context, k *graph.Kind, where map[string]any) (graph.Filter, error) {
	place := graphql.GetFieldContext(ctx).Field.Name + ".where"
	plain, err := plainMap(where)
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: %w", place, err)
	}
	return graph.ParseFilter(k, place, plain)
}

func plainMap(m map[string]any) (map[string]any, error) {
	out := make(map[string]any, len(m))
	for name, v := range m {
		var err error
		if out[name], err = plainValue(reflect.ValueOf(v)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// plainValue gives a value that gqlgen has read (a pointer, a list, a text with a type of its own) as graph.ParseFilter wants it.
func plainValue(v reflect.Value) (any, error) {
	switch v.Kind() {
	case reflect.Invalid:
		return nil, nil
	case reflect.Pointer:
		return plainValue(v.Elem())
	case reflect.String:
		return v.String(), nil
	case reflect.Slice:
		out := make([]any, v.Len())
		for i := range out {
			var err error
			if out[i], err = plainValue(v.Index(i)); err != nil {
				return nil, err
			}
		}
		return out, nil
	case reflect.Interface:
		return plainValue(v.Elem())
	}
	switch x := v.Interface().(type) {
	case map[string]any:
		if x == nil {
			return nil, nil
		}
		return plainMap(x)
	case graph.Ref:
		if x.Kind == nil {
			return nil, graph.Errorf(graph.Invalid, "an id is none of this graph; take it from an answer")
		}
		return x.ID, nil
	default:
		return x, nil
	}
}
