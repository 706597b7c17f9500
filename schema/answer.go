package schema

import (
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
	"github.com/treatygraph/treatygraph/schema/generated"
)

func (r queryResolver) WhoCommitted(ctx context.Context, about string, asOf *graph.AsOf, policy answer.Policy, actors []string) (*answer.Answer, error) {
	a, err := r.Answers.WhoCommitted(ctx, about, answer.View{AsOf: r.asOf(asOf), Policy: policy}, actors...)
	if err != nil {
		return nil, err
	}
	ls := levelsOf(ctx)
	ls.enter(a.AsOf, nodesOf(a))
	for _, g := range a.Groups {
		ls.tell(g.Actors)
		for _, x := range g.Accounts {
			ls.tell(x.Holders)
		}
	}
	return a, nil
}

// nodesOf lists the nodes that an answer holds.
func nodesOf(a *answer.Answer) []graph.Node {
	var out []graph.Node
	positions := func(ps []answer.Position) {
		for _, p := range ps {
			out = add(add(add(out, p.Actor), p.Standing), p.Commitment)
		}
	}
	accounts := slices.Clone(a.Unsettled)
	for _, g := range a.Groups {
		positions(g.Actors)
		out = add(out, g.Commitments...)
		accounts = append(accounts, g.Accounts...)
	}
	for _, x := range accounts {
		positions(x.Holders)
		out = add(add(add(add(add(out, x.Commitment), x.Last), x.Conditions...), x.Covers...), x.Excludes...)
		if x.Led != nil {
			out = add(add(out, x.Led.Instrument), x.Led.Commitment)
		}
		for _, s := range x.Sides {
			out = add(add(add(add(out, s.Stage), s.Act), s.Passage), s.Article)
		}
	}
	for _, n := range a.Nearest {
		out = add(add(out, n.Principle), n.Instrument)
	}
	for _, d := range a.Dropped {
		out = add(add(add(out, d.Commitment), d.Talks), d.Instrument)
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

func (r queryResolver) Positions(ctx context.Context, actors, principles []string, asOf *graph.AsOf, policy answer.Policy) (*answer.Matrix, error) {
	if max(len(actors), len(principles)) > maxMatrix {
		return nil, graph.Errorf(graph.Invalid, "positions: at most %d actors and %[1]d principles; ask again for the others", maxMatrix)
	}
	m, err := r.Answers.Positions(ctx, actors, principles, answer.View{AsOf: r.asOf(asOf), Policy: policy})
	if err != nil {
		return nil, err
	}
	var nodes []graph.Node
	for _, c := range m.Cells {
		nodes = add(add(add(add(nodes, c.Standing), c.Commitment), c.Others...), c.Acts...)
	}
	levelsOf(ctx).enter(m.AsOf, nodes)
	for _, c := range m.Cells {
		levelsOf(ctx).know(c.Standing, "commitment", c.Commitment)
	}
	return m, nil
}

func (r queryResolver) Applicability(ctx context.Context, attack, commitment graph.Ref, asOf *graph.AsOf, policy answer.Policy) (*answer.Applicability, error) {
	if attack.Kind != graph.Attacks || commitment.Kind != graph.Commitments {
		return nil, graph.Errorf(graph.NotFound, "applicability: give the id of an attack and the id of a commitment")
	}
	a, err := r.Answers.Applicability(ctx, attack.ID, commitment.ID, answer.View{AsOf: r.asOf(asOf), Policy: policy})
	if err != nil {
		return nil, err
	}
	nodes := []graph.Node{a.Attack, a.Commitment}
	for _, e := range a.Elements {
		nodes = add(nodes, e.Passages...)
	}
	for _, s := range a.Record {
		nodes = add(add(add(add(append(nodes, s.Claim), s.By), s.Against), s.Article), s.Passages...)
	}
	levelsOf(ctx).enter(a.AsOf, nodes)
	return a, nil
}

// usualChanges is how many changes are given unless told.
const usualChanges = 100

func (r queryResolver) Changes(ctx context.Context, from graph.Day, to *graph.Day, about *string, actors []string, policy answer.Policy, first *int) ([]*answer.Difference, error) {
	want := usualChanges
	if first != nil {
		want = *first
	}
	if want < 0 || want > graph.MaxPage {
		return nil, graph.Errorf(graph.Invalid, "changes.first: from 0 to %d; begin again with the last day of these", graph.MaxPage)
	}
	at := r.asOf(&graph.AsOf{ValidAt: value(to), KnownAt: value(to)})
	found, err := r.Answers.Changes(ctx, answer.Span{From: from, To: at.KnownAt, About: value(about), Actors: actors, Policy: policy})
	if err != nil {
		return nil, err
	}
	var nodes []graph.Node
	out := make([]*answer.Difference, min(want, len(found)))
	for i := range out {
		d := &found[i]
		out[i] = d
		nodes = add(add(append(nodes, d.Claim), d.Actors...), d.Commitments...)
		nodes = add(add(add(add(add(nodes, d.Attack), d.Instrument), d.Act), d.Passage), d.Article)
		if d.Dropped != nil {
			nodes = add(add(add(nodes, d.Dropped.Commitment), d.Dropped.Talks), d.Dropped.Instrument)
		}
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
