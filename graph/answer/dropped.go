package answer

import (
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// Dropped is what follows from two texts and stands in neither: these parties talked about a commitment, and an outcome of theirs within
// Window days, known as a whole, does not state the principle. It is worked out in answers and never stored.
type Dropped struct {
	Commitment *graph.Commitment
	Talks      *graph.Stage // the last report of the talks
	Instrument *graph.Instrument
	On         graph.Day // of the outcome
	Source     string    // that the outcome states nothing else
}

// Window is how many days after the last report of talks an outcome counts as theirs.
const Window = 30

// dropped finds, among the commitments that an answer is about, those of which the talks ended without them.
func (d *Desk) dropped(ctx context.Context, a *Answer) ([]Dropped, error) {
	var out []Dropped
	for _, o := range d.Catalogue.Outcomes {
		on, err := graph.ParseDay(d.Catalogue.Instrument(o.Instrument).Adopted)
		if err != nil || on > min(a.AsOf.ValidAt, a.AsOf.KnownAt) {
			continue
		}
		found, err := d.droppedAt(ctx, a, o, on)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (d *Desk) droppedAt(ctx context.Context, a *Answer, o catalogue.Outcome, on graph.Day) ([]Dropped, error) {
	text, err := d.Store.Find(ctx, graph.Query{Kind: graph.Instruments, Where: graph.Is{Property: "slug", Op: graph.Eq, Value: o.Instrument}, First: 1})
	if err != nil || len(text.Nodes) == 0 {
		return nil, err
	}
	talk := graph.Is{Property: "status", Op: graph.InList, Value: []any{string(graph.Proposed), string(graph.Negotiating)}}
	where := graph.And{a.Understood.About(), talk, graph.Not{X: graph.Some{Edge: "instrument"}}}
	for _, code := range o.Parties {
		where = append(where, graph.Some{Edge: "parties", X: graph.Is{Property: "code", Op: graph.Eq, Value: code}})
	}
	page, err := d.Store.Find(ctx, graph.Query{Kind: graph.Commitments, AsOf: a.AsOf, Where: where, First: graph.MaxPage})
	if err != nil {
		return nil, err
	}
	var out []Dropped
	r := reader{ctx: ctx, d: d, at: a.AsOf}
	for _, n := range page.Nodes {
		c := n.(*graph.Commitment)
		last := r.lastTalks(c.ID, on)
		switch {
		case len(r.follow(graph.Commitments, "parties", c.ID)) != len(o.Parties):
		case last == nil || last.Last.Add(Window) < on:
		case slices.ContainsFunc(r.follow(graph.Commitments, "principle", c.ID), func(p graph.Node) bool { return d.states(o, p.(*graph.Principle).Slug) }):
		default:
			out = append(out, Dropped{c, last, text.Nodes[0].(*graph.Instrument), on, o.Source})
		}
	}
	return out, r.err
}

// lastTalks is the newest report of talks by a day; nil if there is none, or if a later one tells a day: then they went on. What is told
// later without a day is background, and revives nothing.
func (r *reader) lastTalks(commitment string, on graph.Day) *graph.Stage {
	var last *graph.Stage
	for _, n := range r.follow(graph.Commitments, "stages", commitment) {
		s := n.(*graph.Stage)
		switch {
		case !s.Status.Talk() || s.Stance != graph.Reports:
		case s.Last <= on:
			if last == nil || s.Last > last.Last {
				last = s
			}
		case s.First != "":
			return nil
		}
	}
	return last
}

// states says whether an outcome states a principle, or one that narrows it.
func (d *Desk) states(o catalogue.Outcome, principle string) bool {
	return slices.ContainsFunc(d.Catalogue.StatedIn, func(s catalogue.StatedIn) bool {
		return s.Instrument == o.Instrument && (s.Principle == principle || slices.Contains(d.Catalogue.Principle(s.Principle).Narrows, principle))
	})
}
