package graph

import (
	"context"
	"strings"
)

// Follow lets a query for a party find what is said of a class that it belongs to: of all states, if it is a country, and of the parties
// of each instrument to which it consents on the query's days. It rewrites conditions on the code of an actor that is a party or acts.
// And it lets a query for members find those of the query's day: where memberOf or members is asked, and where a code is MembersOf.
func Follow(ctx context.Context, s Finder, q Query) (Query, error) {
	f := follower{ctx: ctx, store: s, at: q.AsOf}
	where, err := f.rewrite(q.Kind, q.Where, false)
	q.Where = where
	return q, err
}

type follower struct {
	ctx   context.Context
	store Finder
	at    AsOf
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
		if err != nil || e.Relation != RelMemberOf || f.at.Ever {
			return Some{x.Edge, inner}, err
		}
		return f.belonging(e, inner, party)
	case Is:
		if k == Actors && x.Property == "code" && (x.Op == Eq || x.Op == InList) {
			return f.codes(x, party)
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

// belonging lets those actors pass whose edge (memberOf or members) leads on the day to an actor for which x holds.
func (f follower) belonging(e *Edge, x Filter, party bool) (Filter, error) {
	back := "members"
	if e.In {
		back = "memberOf"
	}
	codes, err := belong(f.ctx, f.store, back, x, f.at.ends().ValidAt)
	if err != nil {
		return nil, err
	}
	return f.codes(Is{"code", InList, anys(codes)}, party)
}

// codes puts those who belong to a group on the day in its place, and adds for parties the codes of the classes to which they belong.
func (f follower) codes(x Is, party bool) (Filter, error) {
	asked, isList := x.Value.([]any)
	if !isList {
		asked = []any{x.Value}
	}
	var out []string
	for _, v := range asked {
		code, _ := v.(string)
		members, err := Members(f.ctx, f.store, code, f.at.ends().ValidAt)
		if err != nil {
			return nil, err
		}
		out = append(out, members...)
	}
	if party {
		classes, err := f.classesOf(out)
		if err != nil {
			return nil, err
		}
		out = append(out, classes...)
	}
	return Is{"code", InList, anys(union(out, nil))}, nil
}

func anys(s []string) []any {
	out := make([]any, len(s))
	for i, x := range s {
		out[i] = x
	}
	return out
}

// Members gives the codes for which a code stands on a day: itself, or in place of MembersOf the members of the organization.
func Members(ctx context.Context, s Finder, code string, day Day) ([]string, error) {
	slug, group := strings.CutPrefix(code, MembersOf)
	if !group {
		return []string{code}, nil
	}
	return belong(ctx, s, "members", Is{"code", Eq, slug}, day)
}

// belong gives the codes of those whom an edge (memberOf or members) leads to from actors for which x holds, on a day.
func belong(ctx context.Context, s Finder, edge string, x Filter, day Day) ([]string, error) {
	e, err := Actors.Edge(edge)
	if err != nil {
		return nil, err
	}
	var codes []string
	err = Pages(ctx, s, Query{Kind: Actors, Where: x}, func(nodes []Node) error {
		ids := make([]string, len(nodes))
		for i, n := range nodes {
			ids[i] = n.NodeID()
		}
		pages, err := s.Related(ctx, ids, e, Query{Kind: Actors, First: MaxPage})
		for _, page := range pages {
			for i, n := range page.Nodes {
				if BelongedOn(page.Links[i], day) {
					codes = append(codes, n.(*Actor).Code)
				}
			}
		}
		return err
	})
	return union(codes, nil), err
}

// BelongedOn says whether a MEMBER_OF relationship lasted on a day; a day that is not told leaves its end open.
func BelongedOn(p Props, day Day) bool {
	from, to := "", string(Forever)
	if s, _ := p["from"].(string); s != "" {
		if first, _, err := Span(s); err == nil {
			from = string(first)
		}
	}
	if s, _ := p["to"].(string); s != "" {
		if first, _, err := Span(s); err == nil {
			to = string(first)
		}
	}
	return from <= string(day) && string(day) < to
}

// classesOf gives the codes of the classes that any of some actors belongs to on the query's days: all states, if one is a country, and the
// parties of each instrument to which one consents then. A class belongs to none.
func (f follower) classesOf(codes []string) ([]string, error) {
	var classes, members []string
	err := Pages(f.ctx, f.store, Query{Kind: Actors, Where: Is{"code", InList, anys(codes)}}, func(nodes []Node) error {
		for _, n := range nodes {
			a := n.(*Actor)
			if a.Label == Country {
				classes = []string{AllStates}
			}
			if a.Label != Class {
				members = append(members, a.Code)
			}
		}
		return nil
	})
	if err != nil || len(members) == 0 {
		return nil, err
	}
	consents := Some{"standings", And{Is{"actorCode", InList, anys(members)}, Is{"status", InList, []any{string(Agreed), string(Signed), string(Ratified), string(InForce)}}}}
	err = Pages(f.ctx, f.store, Query{Kind: Instruments, AsOf: f.at, Where: Some{"commitments", consents}, Order: []Order{{Property: "slug"}}}, func(nodes []Node) error {
		for _, n := range nodes {
			classes = append(classes, PartiesOf+n.(*Instrument).Slug)
		}
		return nil
	})
	return classes, err
}
