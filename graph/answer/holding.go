package answer

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// holding is what an actor holds of a commitment.
type holding struct {
	*graph.Standing
	commitment *graph.Commitment
}

// record is what is held of some commitments as of a view.
type record struct {
	holdings []holding
	// own is what the commitments hold themselves, by their ids, where it had to be worked out; nil under EveryWord, where it is stored.
	own map[string]graph.Status
	// counted lets those stages pass that count; nil where all do.
	counted graph.Filter
}

// hold reads what is held of commitments. codes narrow to some actors and to all groups and classes; none: everybody.
func (d *Desk) hold(ctx context.Context, about graph.Filter, codes []string, v View) (*record, error) {
	if v.Policy != "" && v.Policy != EveryWord {
		return d.weigh(ctx, about, codes, v)
	}
	where := graph.And{graph.Is{Property: "own", Op: graph.Eq, Value: false}, graph.Some{Edge: "commitment", X: about}}
	if len(codes) > 0 {
		speakers := graph.Some{Edge: "actor", X: graph.Is{Property: "label", Op: graph.InList, Value: []any{graph.Organization, graph.Class}}}
		where = append(where, graph.Or{graph.Is{Property: "actorCode", Op: graph.InList, Value: anys(codes)}, speakers})
	}
	out := &record{}
	var ids []string
	if err := d.all(ctx, graph.Query{Kind: graph.Standings, Where: where, AsOf: v.AsOf}, func(n graph.Node) {
		out.holdings, ids = append(out.holdings, holding{Standing: n.(*graph.Standing)}), append(ids, n.NodeID())
	}); err != nil {
		return nil, err
	}
	r := reader{ctx: ctx, d: d, at: v.AsOf}
	of := r.followAll(graph.Standings, "commitment", ids)
	for i := range out.holdings {
		for _, n := range of(i) {
			out.holdings[i].commitment = n.(*graph.Commitment)
		}
	}
	return out, r.err
}

// weigh works out by the rule of standings what is held when only some stages count.
func (d *Desk) weigh(ctx context.Context, about graph.Filter, codes []string, v View) (*record, error) {
	counted, err := d.stages(ctx, about, nil, v)
	if err != nil {
		return nil, err
	}
	found, steps, reports := map[string]*graph.Commitment{}, map[string][]graph.Step{}, []any{}
	for _, t := range counted {
		step := graph.StepOf(t.Stage, t.act)
		step.Actors = t.actors
		for _, c := range t.of {
			found[c.ID] = c
			steps[c.ID] = append(steps[c.ID], *step)
		}
		if t.act == nil {
			reports = append(reports, t.ID)
		}
	}
	out := &record{own: map[string]graph.Status{}, counted: graph.Or{acted, graph.Is{Property: "id", Op: graph.InList, Value: reports}}}
	ids := slices.Sorted(maps.Keys(found))
	r := reader{ctx: ctx, d: d, at: v.AsOf}
	parties, principles := r.followAll(graph.Commitments, "parties", ids), r.followAll(graph.Commitments, "principle", ids)
	for i, id := range ids {
		var held []graph.Status
		for _, n := range parties(i) {
			party := n.(*graph.Actor)
			h, ok := graph.HeldBy(steps[id], party.Code, v.AsOf.ValidAt, v.AsOf.KnownAt)
			held = append(held, h.Status)
			if !ok || len(codes) > 0 && party.Label == graph.Country && !slices.Contains(codes, party.Code) {
				continue
			}
			s := v.standing(id, party.Code, h)
			for _, p := range principles(i) {
				s.Principle = p.(*graph.Principle).Slug
			}
			out.holdings = append(out.holdings, holding{s, found[id]})
		}
		if own, ok := graph.HeldTogether(held, len(held)); ok {
			out.own[id] = own
		}
	}
	slices.SortFunc(out.holdings, func(a, b holding) int { return strings.Compare(a.ID, b.ID) })
	return out, r.err
}

// standing is a row that is worked out and not stored: of the one day, as known on the one day.
func (v View) standing(commitment, code string, h graph.Held) *graph.Standing {
	at := v.AsOf
	return &graph.Standing{ID: graph.StandingID(commitment, code+" "+v.Policy.Name(), at.ValidAt, at.KnownAt), Status: h.Status, Since: h.Since, Ended: h.Ended,
		EndedOn: h.EndedOn, Disputed: h.Disputed, ValidFrom: at.ValidAt, ValidTo: at.ValidAt.Add(1), KnownFrom: at.KnownAt, KnownTo: at.KnownAt.Add(1), ActorCode: code}
}
