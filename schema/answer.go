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

// Chart is that of the days of the instrument's level.
func (instrumentResolver) Chart(ctx context.Context, i *graph.Instrument) (*answer.Chart, error) {
	ls := levelsOf(ctx)
	c, err := ls.answers.Chart(ctx, i.Slug, ls.asOf(i))
	if err != nil {
		return nil, err
	}
	var nodes []graph.Node
	for _, s := range c.Standings {
		nodes = add(append(nodes, s.Actor), s.Acts...)
	}
	ls.enter(c.AsOf, nodes)
	return c, nil
}

// nodesOf lists the nodes that an answer holds.
func nodesOf(a *answer.Answer) []graph.Node {
	var out []graph.Node
	for _, g := range a.Groups {
		for _, p := range g.Actors {
			out = add(out, p.Actor)
			out = add(out, p.Standing)
		}
		out = add(out, g.Commitments...)
	}
	for _, n := range a.Nearest {
		out = add(out, n.Principle)
		out = add(out, n.Instrument)
	}
	for _, d := range a.Dropped {
		out = add(out, d.Commitment)
		out = add(out, d.Talks)
		out = add(out, d.Instrument)
	}
	return out
}

// add appends the nodes that are there.
func add[T interface {
	graph.Node
	comparable
}](nodes []graph.Node, more ...T) []graph.Node {
	var none T
	for _, n := range more {
		if n != none {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// maxMatrix is how many actors or principles one matrix of positions takes.
const maxMatrix = 250

func (r queryResolver) Positions(ctx context.Context, actors, principles []string, asOf *graph.AsOf) (*generated.Positions, error) {
	if max(len(actors), len(principles)) > maxMatrix {
		return nil, graph.Errorf(graph.Invalid, "positions: at most %d actors and %[1]d principles; ask again for the others", maxMatrix)
	}
	at := r.asOf(asOf)
	cells, err := r.Answers.Positions(ctx, actors, principles, at)
	out := &generated.Positions{Cells: make([]*answer.Cell, len(cells))}
	var nodes []graph.Node
	for i := range cells {
		out.Cells[i] = &cells[i]
		nodes = append(nodes, cells[i].Standing)
	}
	levelsOf(ctx).enter(at, nodes)
	return out, err
}

func (r queryResolver) Applicability(ctx context.Context, attack, commitment graph.Ref, asOf *graph.AsOf) (*answer.Applicability, error) {
	if attack.Kind != graph.Attacks || commitment.Kind != graph.Commitments {
		return nil, graph.Errorf(graph.NotFound, "applicability: give the id of an attack and the id of a commitment")
	}
	a, err := r.Answers.Applicability(ctx, attack.ID, commitment.ID, r.asOf(asOf))
	if err != nil {
		return nil, err
	}
	nodes := []graph.Node{a.Attack, a.Commitment}
	for _, e := range a.Elements {
		nodes = add(nodes, e.Passages...)
	}
	levelsOf(ctx).enter(a.AsOf, nodes)
	return a, nil
}

// usualChanges is how many changes are given unless told.
const usualChanges = 100

func (r queryResolver) Changes(ctx context.Context, from graph.Day, to *graph.Day, about *string, actors []string, first *int) ([]*answer.Difference, error) {
	want := usualChanges
	if first != nil {
		want = *first
	}
	if want < 0 || want > graph.MaxPage {
		return nil, graph.Errorf(graph.Invalid, "changes.first: from 0 to %d; begin again with the last day of these", graph.MaxPage)
	}
	at := r.asOf(&graph.AsOf{ValidAt: value(to), KnownAt: value(to)})
	found, err := r.Answers.Changes(ctx, from, at.KnownAt, value(about), actors)
	if err != nil {
		return nil, err
	}
	var nodes []graph.Node
	out := make([]*answer.Difference, min(want, len(found)))
	for i := range out {
		d := &found[i]
		out[i] = d
		nodes = add(add(append(nodes, d.Claim), d.Actors...), d.Commitments...)
		nodes = add(add(add(add(nodes, d.Attack), d.Act), d.Passage), d.Article)
	}
	levelsOf(ctx).enter(at, nodes)
	return out, nil
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
