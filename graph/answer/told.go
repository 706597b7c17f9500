package answer

import (
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// told is a stage as an answer weighs it.
type told struct {
	*graph.Stage
	of     []*graph.Commitment // that stand alone; a stage of a joined one is here of that which stands for it
	actors []string            // codes
	act    *graph.TreatyAction // that brought it, nil for a report
	word
}

// reported lets stages pass that a text tells, acted those that a recorded act brought.
var (
	reported = graph.Some{Edge: "evidence"}
	acted    = graph.Some{Edge: "act"}
)

// stages reads the stages that commitments reached as of a view, the newest first, and keeps those that count under its policy. about narrows
// the commitments, which the stages.
func (d *Desk) stages(ctx context.Context, about, which graph.Filter, v View) ([]*told, error) {
	var out []*told
	var ids []string
	alone := graph.And{about, graph.Is{Property: "same", Op: graph.Eq, Value: ""}}
	q := graph.Query{Kind: graph.Stages, Where: graph.And{graph.Some{Edge: "commitments", X: alone}, which}, AsOf: v.AsOf,
		Order: []graph.Order{{Property: "last", Desc: true}, {Property: "knownAt", Desc: true}}}
	if err := d.all(ctx, q, func(n graph.Node) {
		out, ids = append(out, &told{Stage: n.(*graph.Stage)}), append(ids, n.NodeID())
	}); err != nil {
		return nil, err
	}
	r := reader{ctx: ctx, d: d, at: v.AsOf}
	of, actors, acts, words := r.followAll(graph.Stages, "commitments", ids), r.followAll(graph.Stages, "actors", ids), r.followAll(graph.Stages, "act", ids), r.words(graph.Stages, ids)
	for i, t := range out {
		t.of = slices.DeleteFunc(all[*graph.Commitment](of(i)), func(c *graph.Commitment) bool { return c.Same != "" })
		t.actors, t.word = codes(actors(i)), words[i]
		for _, n := range acts(i) {
			t.act = n.(*graph.TreatyAction)
		}
	}
	return v.Policy.counting(out), r.err
}
