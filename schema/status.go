package schema

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
)

// Status is that of the commitment's own standing as of the days of its level.
func (commitmentResolver) Status(ctx context.Context, c *graph.Commitment) (*graph.Status, error) {
	own, err := one[*graph.Standing](ctx, c, "own")
	if err != nil || own == nil {
		return nil, err
	}
	return &own.Status, nil
}

func (commitmentResolver) Same(_ context.Context, c *graph.Commitment) (*graph.Ref, error) {
	return same(graph.Commitments, c.Same), nil
}

func (summitResolver) Same(_ context.Context, s *graph.Summit) (*graph.Ref, error) {
	return same(graph.Summits, s.Same), nil
}

func (attackResolver) Same(_ context.Context, a *graph.Attack) (*graph.Ref, error) {
	return same(graph.Attacks, a.Same), nil
}

func same(k *graph.Kind, id string) *graph.Ref {
	if id == "" {
		return nil
	}
	return &graph.Ref{Kind: k, ID: id}
}
