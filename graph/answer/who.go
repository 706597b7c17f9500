package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// strength is the order in which one of an actor's several standings becomes its position.
var strength = []graph.Status{graph.InForce, graph.Ratified, graph.Signed, graph.Agreed, graph.Suspended, graph.Negotiating, graph.Proposed,
	graph.Withdrawn, graph.Terminated, graph.Dropped, graph.Rejected}

// WhoCommitted answers who committed to what a phrase means, as of a day; days that are not told are today.
func (d *Desk) WhoCommitted(ctx context.Context, phrase string, at graph.AsOf) (*Answer, error) {
	a := &Answer{Understood: d.Understand(phrase), AsOf: d.today(at)}
	var err error
	if a.Ground, err = d.Ground(ctx, a.AsOf); err != nil {
		return nil, err
	}
	if a.Understood.asked() {
		if a.Dropped, err = d.dropped(ctx, a); err != nil {
			return nil, err
		}
		positions, err := d.positions(ctx, a)
		if err != nil {
			return nil, err
		}
		if err := d.group(ctx, a, positions); err != nil {
			return nil, err
		}
		if !a.consented() {
			if err := d.nearest(ctx, a); err != nil {
				return nil, err
			}
		}
	}
	a.Sentence = d.sentence(a)
	return a, nil
}

// asked says whether the phrase named anything to look for.
func (u Understood) asked() bool { return len(u.Principles) > 0 || len(u.Instruments) > 0 }

// consented says whether anybody holds consent.
func (a *Answer) consented() bool {
	return slices.ContainsFunc(a.Groups, func(g Group) bool { return g.Status.Consent() })
}

// About narrows commitments to what was understood: the principles, the instruments if any are named, the parties if any are. Where
// nothing was understood, nothing passes.
func (u Understood) About() graph.Filter {
	if !u.asked() && len(u.Actors) == 0 {
		return graph.Or{}
	}
	where := graph.And{}
	if len(u.Principles) > 0 {
		where = append(where, graph.Some{Edge: "principle", X: graph.Is{Property: "slug", Op: graph.InList, Value: slugs(u.Principles)}})
	}
	if len(u.Instruments) > 0 {
		where = append(where, graph.Some{Edge: "instrument", X: graph.Is{Property: "slug", Op: graph.InList, Value: anys(u.Instruments)}})
	}
	if len(u.Actors) > 0 {
		where = append(where, graph.Some{Edge: "parties", X: graph.Is{Property: "code", Op: graph.InList, Value: anys(u.Actors)}})
	}
	return where
}

func slugs(ms []Match) []any {
	out := make([]any, len(ms))
	for i, m := range ms {
		out[i] = m.Slug
	}
	return out
}

func anys(s []string) []any {
	out := make([]any, len(s))
	for i, x := range s {
		out[i] = x
	}
	return out
}

// positions finds the strongest standing of each actor, by its code. Talks that were dropped count as that.
func (d *Desk) positions(ctx context.Context, a *Answer) (map[string]*graph.Standing, error) {
	where := graph.And{graph.Is{Property: "own", Op: graph.Eq, Value: false}, graph.Some{Edge: "commitment", X: a.Understood.About()}}
	if len(a.Understood.Actors) > 0 {
		where = append(where, graph.Is{Property: "actorCode", Op: graph.InList, Value: anys(a.Understood.Actors)})
	}
	out := map[string]*graph.Standing{}
	offer := func(s *graph.Standing) {
		if was := out[s.ActorCode]; was == nil || stronger(s, was) {
			out[s.ActorCode] = s
		}
	}
	gone := graph.Some{Edge: "commitment", X: graph.Is{Property: "id", Op: graph.InList, Value: a.droppedIDs()}}
	err := d.all(ctx, graph.Query{Kind: graph.Standings, Where: append(where, graph.Not{X: gone}), AsOf: a.AsOf}, func(n graph.Node) {
		offer(n.(*graph.Standing))
	})
	if err != nil || len(a.Dropped) == 0 {
		return out, err
	}
	err = d.all(ctx, graph.Query{Kind: graph.Standings, Where: append(where, gone), AsOf: a.AsOf}, func(n graph.Node) {
		s := *n.(*graph.Standing)
		if s.Status.Talk() {
			s.Status, s.Since = graph.Dropped, a.Dropped[0].On
		}
		offer(&s)
	})
	return out, err
}

// droppedIDs are the ids of the commitments of which the talks ended without them.
func (a *Answer) droppedIDs() []any {
	out := []any{}
	for _, x := range a.Dropped {
		out = append(out, x.Commitment.ID)
	}
	return out
}

// stronger says whether a comes before b among the standings of one actor: by strength, then the earlier, then by id.
func stronger(a, b *graph.Standing) bool {
	return cmp.Or(cmp.Compare(slices.Index(strength, a.Status), slices.Index(strength, b.Status)), cmp.Compare(a.Since, b.Since), cmp.Compare(a.ID, b.ID)) < 0
}

// all visits every node that a query asks for, page by page.
func (d *Desk) all(ctx context.Context, q graph.Query, visit func(graph.Node)) error {
	return graph.Pages(ctx, d.Store, q, func(nodes []graph.Node) error {
		for _, n := range nodes {
			visit(n)
		}
		return nil
	})
}

// group puts actors and commitments into the groups of their statuses, in order of strength.
func (d *Desk) group(ctx context.Context, a *Answer, positions map[string]*graph.Standing) error {
	actors, err := d.actors(ctx, positions)
	if err != nil {
		return err
	}
	for _, status := range strength {
		g := Group{Status: status}
		for code, s := range positions {
			if s.Status == status && actors[code] != nil {
				g.Actors = append(g.Actors, Position{actors[code], s})
			}
		}
		slices.SortFunc(g.Actors, func(x, y Position) int {
			return cmp.Or(strings.Compare(x.Actor.Name, y.Actor.Name), strings.Compare(x.Actor.Code, y.Actor.Code))
		})
		page, err := d.Store.Find(ctx, graph.Query{Kind: graph.Commitments, AsOf: a.AsOf, First: MaxCommitments, Total: true,
			Where: graph.And{a.Understood.About(), graph.Is{Property: "status", Op: graph.Eq, Value: string(status)},
				graph.Not{X: graph.Is{Property: "id", Op: graph.InList, Value: a.droppedIDs()}}}, Order: []graph.Order{{Property: "summary"}}})
		if err != nil {
			return err
		}
		if status == graph.Dropped {
			for _, x := range a.Dropped {
				page.Nodes, page.Total = append(page.Nodes, x.Commitment), page.Total+1
			}
		}
		g.Total = page.Total
		for _, n := range page.Nodes {
			g.Commitments = append(g.Commitments, n.(*graph.Commitment))
		}
		if len(g.Actors) > 0 || len(g.Commitments) > 0 {
			a.Groups = append(a.Groups, g)
		}
	}
	return nil
}

// actors finds the actors of positions, by code.
func (d *Desk) actors(ctx context.Context, positions map[string]*graph.Standing) (map[string]*graph.Actor, error) {
	var codes []any
	for code := range positions {
		codes = append(codes, code)
	}
	out := map[string]*graph.Actor{}
	if len(codes) == 0 {
		return out, nil
	}
	slices.SortFunc(codes, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
	err := d.all(ctx, graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.InList, Value: codes}}, func(n graph.Node) {
		out[n.(*graph.Actor).Code] = n.(*graph.Actor)
	})
	return out, err
}

// Ground counts the articles that were known on a day.
func (d *Desk) Ground(ctx context.Context, at graph.AsOf) (Ground, error) {
	q := graph.Query{Kind: graph.Articles, AsOf: at, First: 1, Total: true, Order: []graph.Order{{Property: "published", Desc: true}}}
	last, err := d.Store.Find(ctx, q)
	if err != nil {
		return Ground{}, err
	}
	q.Where, q.Order, q.Total = graph.Is{Property: "published", Op: graph.Gt, Value: ""}, []graph.Order{{Property: "published"}}, false
	first, err := d.Store.Find(ctx, q)
	if err != nil || len(first.Nodes) == 0 {
		return Ground{Articles: last.Total}, err
	}
	return Ground{last.Total, first.Nodes[0].(*graph.Article).Published, last.Nodes[0].(*graph.Article).Published}, nil
}
