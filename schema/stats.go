package schema

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema/generated"
)

func (r queryResolver) Stats(ctx context.Context) (*generated.Stats, error) {
	out := &generated.Stats{Version: r.Version}
	if selected(ctx, "kinds") {
		for _, k := range graph.Kinds {
			groups, err := r.Store.Count(ctx, graph.Query{Kind: k, AsOf: graph.AsOf{Ever: true}})
			if err != nil {
				return nil, err
			}
			out.Kinds = append(out.Kinds, &generated.KindCount{Kind: k.Name, Count: total(groups)})
		}
	}
	if selected(ctx, "articles") {
		ground, err := r.Answers.Ground(ctx, r.asOf(nil))
		if err != nil {
			return nil, err
		}
		out.Articles = &ground
	}
	return out, nil
}

// total is the count of a single group; no group is none.
func total(groups []graph.Group) int {
	n := 0
	for _, g := range groups {
		n += g.Count
	}
	return n
}
