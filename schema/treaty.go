package schema

import (
	"cmp"
	"context"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// Chart is that of the days of the instrument's level.
func (instrumentResolver) Chart(ctx context.Context, i *graph.Instrument) (*answer.Chart, error) {
	return chart(ctx, i, nil)
}

func (instrumentResolver) StatusOf(ctx context.Context, i *graph.Instrument, country string, asOf *graph.AsOf) (*answer.TreatyStanding, error) {
	c, err := chart(ctx, i, asOf)
	if err != nil {
		return nil, err
	}
	s, err := levelsOf(ctx).answers.StatusOf(ctx, c, strings.ToUpper(strings.TrimSpace(country)))
	if err == nil && len(s.Acts) == 0 {
		levelsOf(ctx).enter(c.AsOf, []graph.Node{s.Actor})
	}
	return s, err
}

func (instrumentResolver) Parties(ctx context.Context, i *graph.Instrument, asOf *graph.AsOf) ([]*graph.Actor, error) {
	c, err := chart(ctx, i, asOf)
	if err != nil {
		return nil, err
	}
	out := []*graph.Actor{}
	for _, s := range c.Standings {
		if s.Status == answer.Party {
			out = append(out, s.Actor)
		}
	}
	return out, nil
}

func (instrumentResolver) Timeline(ctx context.Context, i *graph.Instrument, asOf *graph.AsOf, first *int) ([]*answer.Moment, error) {
	n := 100
	if first != nil {
		n = *first
	}
	if n < 0 || n > graph.MaxPage {
		return nil, graph.Errorf(graph.Invalid, "instrument.timeline.first: between 0 and %d, not %d", graph.MaxPage, n)
	}
	c, err := chart(ctx, i, asOf)
	if err != nil {
		return nil, err
	}
	moments := c.Timeline()
	out := []*answer.Moment{}
	for _, m := range moments[:min(n, len(moments))] {
		out = append(out, &m)
	}
	return out, nil
}

// chart is that of the days told, else of those of the instrument's level.
func chart(ctx context.Context, i *graph.Instrument, asOf *graph.AsOf) (*answer.Chart, error) {
	ls := levelsOf(ctx)
	at := ls.asOf(i)
	if asOf != nil {
		at = graph.AsOf{ValidAt: cmp.Or(asOf.ValidAt, at.ValidAt), KnownAt: cmp.Or(asOf.KnownAt, at.KnownAt)}
	}
	c, err := ls.answers.Chart(ctx, i.Slug, at)
	if err != nil {
		return nil, err
	}
	nodes := add(add([]graph.Node{}, c.Without...), c.Awaits...)
	for _, m := range c.Timeline() {
		nodes = add(add(nodes, m.Act), m.Actor)
	}
	ls.enter(c.AsOf, nodes)
	return c, nil
}
