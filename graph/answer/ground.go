package answer

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
)

// Ground is what an answer rests on: the articles that were searched, and the reports of what was asked.
type Ground struct {
	Articles    int
	First, Last graph.Day // of publication; "" where there is none
	Reports     int       // that articles tell of what was asked
	Unreviewed  int       // of them, those of which no person's judgement stands
}

// Ground counts the articles that were known on a day.
func (d *Desk) Ground(ctx context.Context, at graph.AsOf) (Ground, error) {
	return d.ground(ctx, View{AsOf: at}, nil, nil)
}

// ground counts the articles of a view, and the reports of commitments, if any are asked; of these those that pass counted.
func (d *Desk) ground(ctx context.Context, v View, about, counted graph.Filter) (Ground, error) {
	var g Ground
	var kinds graph.And
	if v.Policy == OfficialWord {
		kinds = graph.And{graph.Is{Property: "kind", Op: graph.InList, Value: officialKinds}}
	}
	q := graph.Query{Kind: graph.Articles, AsOf: v.AsOf, Where: kinds, First: 1, Total: true, Order: []graph.Order{{Property: "published", Desc: true}}}
	last, err := d.Store.Find(ctx, q)
	if err != nil {
		return g, err
	}
	g.Articles = last.Total
	q.Where, q.Order, q.Total = append(kinds, graph.Is{Property: "published", Op: graph.Gt, Value: ""}), []graph.Order{{Property: "published"}}, false
	first, err := d.Store.Find(ctx, q)
	if err != nil {
		return g, err
	}
	if len(first.Nodes) > 0 {
		g.First, g.Last = first.Nodes[0].(*graph.Article).Published, last.Nodes[0].(*graph.Article).Published
	}
	if about == nil {
		return g, nil
	}
	reports := graph.And{graph.Some{Edge: "commitments", X: about}, reported, counted}
	if g.Reports, err = d.count(ctx, graph.Query{Kind: graph.Stages, AsOf: v.AsOf, Where: reports}); err != nil || g.Reports == 0 {
		return g, err
	}
	g.Unreviewed, err = d.count(ctx, graph.Query{Kind: graph.Stages, AsOf: v.AsOf, Where: append(reports, graph.Not{X: graph.Some{Edge: "reviews"}})})
	if err != nil {
		return g, err
	}
	undone := graph.Some{Edge: "reviews", X: graph.Is{Property: "verdict", Op: graph.Eq, Value: string(graph.Undone)}}
	again, err := d.stages(ctx, about, graph.And{reported, counted, undone}, View{AsOf: v.AsOf})
	for _, t := range again {
		if !t.upheld {
			g.Unreviewed++
		}
	}
	return g, err
}

// count counts the nodes that pass.
func (d *Desk) count(ctx context.Context, q graph.Query) (int, error) {
	groups, err := d.Store.Count(ctx, q)
	if err != nil || len(groups) == 0 {
		return 0, err
	}
	return groups[0].Count, nil
}
