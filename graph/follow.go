package graph

import (
	"context"
	"slices"
)

// Follow lets a query for a party find what is said of a class that it belongs to: of all states, if it is a country, and of the parties
// of each instrument to which it consents on the query's days. It rewrites conditions on the code of an actor that is a party or acts.
func Follow(ctx context.Context, s Finder, q Query) (Query, error) {
	f := follower{ctx: ctx, store: s, at: q.AsOf, classes: map[string][]string{}}
	where, err := f.rewrite(q.Kind, q.Where, false)
	q.Where = where
	return q, err
}

type follower struct {
	ctx     context.Context
	store   Finder
	at      AsOf
	classes map[string][]string // by the code of a member
}

// rewrite rewrites a filter on nodes of kind k; party: the nodes are actors that are parties or act.
func (f follower) rewrite(k *Kind, x Filter, party bool) (Filter, error) {
	switch x := x.(type) {
	case And:
		xs, err := f.rewriteAll(k, x, party)
		return And(xs), err
	case Or:
		xs, err := f.rewriteAll(k, x, party)
		return Or(xs), err
	case Not:
		inner, err := f.rewrite(k, x.X, party)
		return Not{inner}, err
	case Some:
		e, err := k.Edge(x.Edge)
		if err != nil {
			return nil, err
		}
		inner, err := f.rewrite(e.To, x.X, e.Relation == RelPartyTo || k == Stages && e.Relation == RelBy)
		return Some{x.Edge, inner}, err
	case Is:
		if party && x.Property == "code" && (x.Op == Eq || x.Op == InList) {
			return f.codes(x)
		}
	}
	return x, nil
}

func (f follower) rewriteAll(k *Kind, xs []Filter, party bool) ([]Filter, error) {
	out := make([]Filter, len(xs))
	for i, x := range xs {
		var err error
		if out[i], err = f.rewrite(k, x, party); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// codes adds to the codes asked for those of the classes to which they belong.
func (f follower) codes(x Is) (Filter, error) {
	asked, isList := x.Value.([]any)
	if !isList {
		asked = []any{x.Value}
	}
	out := slices.Clone(asked)
	for _, v := range asked {
		code, _ := v.(string)
		classes, err := f.classesOf(code)
		if err != nil {
			return nil, err
		}
		for _, c := range classes {
			if !slices.Contains(out, any(c)) {
				out = append(out, c)
			}
		}
	}
	return Is{"code", InList, out}, nil
}

// classesOf is ClassesOf by code, asked once for each.
func (f follower) classesOf(code string) ([]string, error) {
	if classes, ok := f.classes[code]; ok {
		return classes, nil
	}
	page, err := f.store.Find(f.ctx, Query{Kind: Actors, Where: Is{"code", Eq, code}, First: 1})
	if err != nil || len(page.Nodes) == 0 {
		return nil, err
	}
	f.classes[code], err = ClassesOf(f.ctx, f.store, page.Nodes[0].(*Actor), f.at)
	return f.classes[code], err
}

// ClassesOf gives the codes of the classes that an actor belongs to on a day: all states, if it is a country, and the parties of each
// instrument to which it consents then. A class belongs to none.
func ClassesOf(ctx context.Context, s Finder, a *Actor, at AsOf) ([]string, error) {
	var classes []string
	switch a.Label {
	case Class:
		return nil, nil
	case Country:
		classes = append(classes, AllStates)
	}
	consents := Some{"standings", And{Is{"actorCode", Eq, a.Code}, Is{"status", InList, []any{string(Agreed), string(Signed), string(Ratified), string(InForce)}}}}
	page, err := s.Find(ctx, Query{Kind: Instruments, AsOf: at, Where: Some{"commitments", consents}, First: MaxPage, Order: []Order{{Property: "slug"}}})
	if err != nil {
		return nil, err
	}
	for _, n := range page.Nodes {
		classes = append(classes, PartiesOf+n.(*Instrument).Slug)
	}
	return classes, nil
}
