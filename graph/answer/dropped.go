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

// dropped finds, among some commitments, those of which the talks ended without them. own is what the commitments hold where it was worked out.
func (d *Desk) dropped(ctx context.Context, about graph.Filter, own map[string]graph.Status, v View) ([]Dropped, error) {
	var out []Dropped
	for _, o := range d.Catalogue.Outcomes {
		on, err := graph.ParseDay(d.Catalogue.Instrument(o.Instrument).Adopted)
		if err != nil || on > min(v.AsOf.ValidAt, v.AsOf.KnownAt) {
			continue
		}
		found, err := d.droppedAt(ctx, about, own, v, o, on)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (d *Desk) droppedAt(ctx context.Context, about graph.Filter, own map[string]graph.Status, v View, o catalogue.Outcome, on graph.Day) ([]Dropped, error) {
	text, err := d.Store.Find(ctx, graph.Query{Kind: graph.Instruments, Where: graph.Is{Property: "slug", Op: graph.Eq, Value: o.Instrument}, First: 1})
	if err != nil || len(text.Nodes) == 0 {
		return nil, err
	}
	where := graph.And{about, graph.Not{X: graph.Some{Edge: "instrument"}}}
	for _, code := range o.Parties {
		where = append(where, graph.Some{Edge: "parties", X: graph.Is{Property: "code", Op: graph.Eq, Value: code}})
	}
	if own == nil {
		where = append(where, graph.Is{Property: "status", Op: graph.InList, Value: []any{string(graph.Proposed), string(graph.Negotiating)}})
	}
	var candidates []*graph.Commitment
	var ids []string
	if err := d.all(ctx, graph.Query{Kind: graph.Commitments, AsOf: v.AsOf, Where: where}, func(n graph.Node) {
		if c := n.(*graph.Commitment); own == nil || own[c.ID].Talk() {
			candidates, ids = append(candidates, c), append(ids, c.ID)
		}
	}); err != nil || len(ids) == 0 {
		return nil, err
	}
	reports, err := d.stages(ctx, graph.Is{Property: "id", Op: graph.InList, Value: anys(ids)}, reported, v)
	if err != nil {
		return nil, err
	}
	r := reader{ctx: ctx, d: d, at: v.AsOf}
	parties, principles := r.followAll(graph.Commitments, "parties", ids), r.followAll(graph.Commitments, "principle", ids)
	var out []Dropped
	for i, c := range candidates {
		last := lastTalks(reports, c.ID, on)
		switch {
		case len(parties(i)) != len(o.Parties):
		case last == nil || last.Last.Add(Window) < on:
		case slices.ContainsFunc(principles(i), func(p graph.Node) bool { return d.states(o, p.(*graph.Principle).Slug) }):
		default:
			out = append(out, Dropped{c, last, text.Nodes[0].(*graph.Instrument), on, o.Source})
		}
	}
	return out, r.err
}

// lastTalks is the newest report of talks of a commitment by a day; nil if there is none, or if a later one tells a day: then they went on.
// What is told later without a day is background, and revives nothing. Reports come the newest first.
func lastTalks(reports []*told, commitment string, on graph.Day) *graph.Stage {
	for _, t := range reports {
		switch {
		case !t.Status.Talk() || t.Stance != graph.Reports || !t.isOf(commitment):
		case t.Last <= on:
			return t.Stage
		case t.First != "":
			return nil
		}
	}
	return nil
}

// isOf says whether the stage is one of a commitment.
func (t *told) isOf(commitment string) bool {
	return slices.ContainsFunc(t.of, func(c *graph.Commitment) bool { return c.ID == commitment })
}

// states says whether an outcome states a principle, or one that narrows it.
func (d *Desk) states(o catalogue.Outcome, principle string) bool {
	return slices.ContainsFunc(d.Catalogue.StatedIn, func(s catalogue.StatedIn) bool {
		return s.Instrument == o.Instrument && (s.Principle == principle || slices.Contains(d.Catalogue.Principle(s.Principle).Narrows, principle))
	})
}
