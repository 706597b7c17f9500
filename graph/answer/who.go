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

// WhoCommitted answers who committed to what a phrase means, as of a day; days that are not told are today. among narrows it to some
// actors, by codes or by groups as Positions takes them, beside those that the phrase names.
func (d *Desk) WhoCommitted(ctx context.Context, phrase string, v View, among ...string) (*Answer, error) {
	v.AsOf = d.today(v.AsOf)
	a := &Answer{Understood: d.Understand(phrase), AsOf: v.AsOf, Policy: cmp.Or(v.Policy, EveryWord)}
	a.Understood.Actors = append(a.Understood.Actors, among...)
	q := question{Desk: d, ctx: ctx, view: v, answer: a}
	if a.Understood.asked() {
		if err := q.find(); err != nil {
			return nil, err
		}
	}
	var err error
	if a.Ground, err = d.ground(ctx, v, q.about, a.Counted); err != nil {
		return nil, err
	}
	a.Sentence, a.Would = d.sentence(a), d.would(a)
	return a, nil
}

// question is one question in the making.
type question struct {
	*Desk
	ctx    context.Context
	view   View
	answer *Answer
	actors []string     // codes of those asked for; none: everybody
	about  graph.Filter // the commitments asked about
	held   *record
}

func (q *question) find() (err error) {
	a := q.answer
	if q.actors, err = q.among(q.ctx, a.Understood.Actors, q.view.AsOf); err != nil {
		return err
	}
	q.about = a.Understood.matter()
	if len(q.actors) == 0 && len(a.Understood.Actors) > 0 {
		return nil // nobody is of that group
	}
	if q.held, err = q.hold(q.ctx, q.about, q.actors, q.view); err != nil {
		return err
	}
	a.Counted = q.held.counted
	if a.Dropped, err = q.dropped(q.ctx, q.about, q.held.own, q.view); err != nil {
		return err
	}
	q.held.drop(a.Dropped)
	positions, err := q.positions()
	if err != nil {
		return err
	}
	if err := q.relevant(); err != nil {
		return err
	}
	if err := q.group(positions); err != nil {
		return err
	}
	if err := q.account(); err != nil {
		return err
	}
	if err := q.unsettled(); err != nil {
		return err
	}
	if !a.consented() {
		return q.nearest(q.ctx, a)
	}
	return nil
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
	return append(u.matter(), parties(u.Actors)...)
}

// matter narrows commitments to the principles and instruments.
func (u Understood) matter() graph.And {
	where := graph.And{}
	if len(u.Principles) > 0 {
		where = append(where, graph.Some{Edge: "principle", X: graph.Is{Property: "slug", Op: graph.InList, Value: slugs(u.Principles)}})
	}
	if len(u.Instruments) > 0 {
		where = append(where, graph.Some{Edge: "instrument", X: graph.Is{Property: "slug", Op: graph.InList, Value: anys(u.Instruments)}})
	}
	return where
}

// parties narrows commitments to those to which one of some actors is party, if any are given.
func parties(codes []string) graph.And {
	if len(codes) == 0 {
		return nil
	}
	return graph.And{graph.Some{Edge: "parties", X: graph.Is{Property: "code", Op: graph.InList, Value: anys(codes)}}}
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

// drop lets talks that were dropped count as that.
func (r *record) drop(dropped []Dropped) {
	for i, h := range r.holdings {
		at := slices.IndexFunc(dropped, func(x Dropped) bool { return x.Commitment.ID == h.commitment.ID })
		if at >= 0 && h.Status.Talk() {
			s := *h.Standing
			s.Status, s.Since = graph.Dropped, dropped[at].On
			r.holdings[i].Standing = &s
		}
	}
}

// positions finds the strongest position of each actor: of those asked for, also through the groups and classes to which they belong.
func (q *question) positions() ([]Position, error) {
	var best []Position
	if len(q.actors) == 0 {
		best = strongest(individually(q.held.holdings, nil))
	} else {
		offers, err := q.offers(q.ctx, q.actors, q.held.holdings, q.view.AsOf)
		if err != nil {
			return nil, err
		}
		best = strongest(offers)
	}
	var speakers []string
	for _, p := range best {
		if p.Through != "" {
			speakers = append(speakers, p.Through)
		}
	}
	if len(q.actors) > 0 {
		q.about = append(q.answer.Understood.matter(), parties(append(speakers, q.actors...))...)
	}
	return best, q.name(q.ctx, best)
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
func (q *question) group(positions []Position) error {
	for _, status := range strength {
		g := Group{Status: status}
		for _, p := range positions {
			if p.Standing.Status == status {
				g.Actors = append(g.Actors, p)
			}
		}
		slices.SortFunc(g.Actors, func(x, y Position) int {
			return cmp.Or(strings.Compare(x.Actor.Name, y.Actor.Name), strings.Compare(x.Actor.Code, y.Actor.Code))
		})
		var own, dropped graph.Filter = q.ownStatus(status), graph.Is{Property: "id", Op: graph.InList, Value: droppedIDs(q.answer.Dropped)}
		if status == graph.Dropped {
			own = graph.Or{own, dropped}
		} else {
			own = graph.And{own, graph.Not{X: dropped}}
		}
		page, err := q.Store.Find(q.ctx, graph.Query{Kind: graph.Commitments, AsOf: q.view.AsOf, Where: graph.And{q.about, own}, First: MaxCommitments, Total: true,
			Order: []graph.Order{{Property: "summary"}}})
		if err != nil {
			return err
		}
		g.Commitments, g.Total = all[*graph.Commitment](page.Nodes), page.Total
		if len(g.Actors) > 0 || len(g.Commitments) > 0 {
			q.answer.Groups = append(q.answer.Groups, g)
		}
	}
	return nil
}

// relevant leaves out of what was dropped that of which nobody asked for is a party.
func (q *question) relevant() error {
	if len(q.actors) == 0 || len(q.answer.Dropped) == 0 {
		return nil
	}
	asked := map[string]bool{}
	where := graph.And{q.about, graph.Is{Property: "id", Op: graph.InList, Value: droppedIDs(q.answer.Dropped)}}
	err := q.all(q.ctx, graph.Query{Kind: graph.Commitments, Where: where, AsOf: q.view.AsOf}, func(n graph.Node) { asked[n.NodeID()] = true })
	q.answer.Dropped = slices.DeleteFunc(q.answer.Dropped, func(x Dropped) bool { return !asked[x.Commitment.ID] })
	return err
}

// ownStatus lets commitments pass whose own status it is under the view.
func (q *question) ownStatus(s graph.Status) graph.Filter {
	if q.held.own == nil {
		return graph.Is{Property: "status", Op: graph.Eq, Value: string(s)}
	}
	ids := []any{}
	for id, own := range q.held.own {
		if own == s {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
	return graph.Is{Property: "id", Op: graph.InList, Value: ids}
}

// droppedIDs are the ids of the commitments of which the talks ended without them.
func droppedIDs(dropped []Dropped) []any {
	out := []any{}
	for _, x := range dropped {
		out = append(out, x.Commitment.ID)
	}
	return out
}
