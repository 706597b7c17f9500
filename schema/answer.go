package schema

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
	"github.com/treatygraph/treatygraph/schema/generated"
)

func (r queryResolver) WhoCommitted(ctx context.Context, about string, asOf *graph.AsOf) (*answer.Answer, error) {
	a, err := r.Answers.WhoCommitted(ctx, about, r.asOf(asOf))
	if err != nil {
		return nil, err
	}
	levelsOf(ctx).enter(a.AsOf, nodesOf(a))
	return a, nil
}

// nodesOf lists the nodes that an answer holds.
func nodesOf(a *answer.Answer) []graph.Node {
	var out []graph.Node
	for _, g := range a.Groups {
		for _, p := range g.Actors {
			out = append(out, p.Actor, p.Standing)
		}
		for _, c := range g.Commitments {
			out = append(out, c)
		}
	}
	for _, n := range a.Nearest {
		out = append(out, n.Principle)
		if n.Instrument != nil {
			out = append(out, n.Instrument)
		}
	}
	return out
}

type answerResolver struct{}

// Answer resolves the days of an answer.
func (*Resolver) Answer() generated.AnswerResolver { return answerResolver{} }

func (answerResolver) ValidAt(_ context.Context, a *answer.Answer) (graph.Day, error) {
	return a.AsOf.ValidAt, nil
}

func (answerResolver) KnownAt(_ context.Context, a *answer.Answer) (graph.Day, error) {
	return a.AsOf.KnownAt, nil
}
