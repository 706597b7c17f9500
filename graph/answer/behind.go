package answer

import (
	"cmp"
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// others are the commitments beside that of the best offer under which consent is held, by summary.
func others(best offer, all []offer) []*graph.Commitment {
	var out []*graph.Commitment
	for _, o := range all {
		same := func(c *graph.Commitment) bool { return c.ID == o.commitment.ID }
		if o.Status.Consent() && !same(best.commitment) && !slices.ContainsFunc(out, same) {
			out = append(out, o.commitment)
		}
	}
	slices.SortFunc(out, func(a, b *graph.Commitment) int {
		return cmp.Or(cmp.Compare(a.Summary, b.Summary), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// cellActs fills in the treaty actions behind cells.
func (d *Desk) cellActs(ctx context.Context, m *Matrix, every map[[2]string][]offer) error {
	var speakers, commitments []string
	for _, offers := range every {
		for _, o := range offers {
			speakers, commitments = append(speakers, o.ActorCode), append(commitments, o.commitment.ID)
		}
	}
	once := func(s []string) []any { return anys(slices.Compact(slices.Sorted(slices.Values(s)))) }
	where := graph.And{graph.Some{Edge: "actor", X: graph.Is{Property: "code", Op: graph.InList, Value: once(speakers)}},
		some(graph.Is{Property: "id", Op: graph.InList, Value: once(commitments)}, "instrument", "commitments")}
	var acts []*graph.TreatyAction
	var ids []string
	q := graph.Query{Kind: graph.TreatyActions, Where: where, AsOf: m.AsOf, Order: []graph.Order{{Property: "last"}}}
	if err := d.all(ctx, q, func(n graph.Node) {
		acts, ids = append(acts, n.(*graph.TreatyAction)), append(ids, n.NodeID())
	}); err != nil || len(ids) == 0 {
		return err
	}
	r := reader{ctx: ctx, d: d, at: m.AsOf}
	by, on := r.followAll(graph.TreatyActions, "actor", ids), r.followAll(graph.TreatyActions, "instrument", ids)
	of := r.followAll(graph.Commitments, "instrument", slices.Compact(slices.Sorted(slices.Values(commitments))))
	under := map[string]string{} // instruments by commitment
	for i, id := range once(commitments) {
		for _, n := range of(i) {
			under[id.(string)] = n.NodeID()
		}
	}
	done := map[[2]string][]*graph.TreatyAction{} // by who acted and the instrument
	for i, a := range acts {
		for _, who := range codes(by(i)) {
			for _, n := range on(i) {
				done[[2]string{who, n.NodeID()}] = append(done[[2]string{who, n.NodeID()}], a)
			}
		}
	}
	for i := range m.Cells {
		c := &m.Cells[i]
		for _, o := range every[[2]string{c.Actor, c.Principle}] {
			for _, a := range done[[2]string{o.ActorCode, under[o.commitment.ID]}] {
				if !slices.Contains(c.Acts, a) {
					c.Acts = append(c.Acts, a)
				}
			}
		}
		slices.SortFunc(c.Acts, func(a, b *graph.TreatyAction) int {
			return cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.ID, b.ID))
		})
	}
	return r.err
}
