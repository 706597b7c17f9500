package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// TreatyStatus is what an actor is towards an instrument on a day (Vienna Convention on the Law of Treaties, article 2(1)(f) and (g), 18).
type TreatyStatus string

const (
	Party            TreatyStatus = "PARTY"             // bound, and the instrument is in force for it
	ContractingState TreatyStatus = "CONTRACTING_STATE" // consented to be bound; not in force for it yet
	Signatory        TreatyStatus = "SIGNATORY"         // signed, not bound yet
	FormerParty      TreatyStatus = "FORMER_PARTY"      // was bound until it left or the instrument ended
	None             TreatyStatus = "NONE"              // no act is known
)

// TreatyStanding is what one actor is towards an instrument, and by which acts.
type TreatyStanding struct {
	Actor     *graph.Actor
	Status    TreatyStatus
	Since     graph.Day             // the day of the act, or of its effect, that made it so; "" for NONE
	Suspended graph.Day             // since when it holds the instrument suspended; "" where it does not
	Notice    graph.Day             // of a withdrawal that has not taken effect; "" where there is none
	Acts      []*graph.TreatyAction // by the day, oldest first
}

// Chart is the status of an instrument on a day: one standing for each actor that acted, by name, and the countries that did not.
type Chart struct {
	Instrument *graph.Instrument
	AsOf       graph.AsOf
	Standings  []TreatyStanding
	Without    []*graph.Actor // countries of the day that did not act, by name
	Countries  int            // of the day: the denominator of "who has not"
	Awaits     []*graph.Actor // states without whose consent it does not enter into force, and that have not given it

	acts   map[string][]*graph.TreatyAction // by the code of the actor
	actors map[string]*graph.Actor          // likewise
}

// Counts are how many actors have each status, in the order of the statuses; of NONE, all countries of the day that have no other.
func (c *Chart) Counts() []TreatyCount {
	var out []TreatyCount
	for _, status := range []TreatyStatus{Party, ContractingState, Signatory, FormerParty, None} {
		n := 0
		for _, s := range c.Standings {
			if s.Status == status {
				n++
			}
		}
		if status == None {
			n += len(c.Without)
		}
		out = append(out, TreatyCount{status, n})
	}
	return out
}

// TreatyCount is how many actors are something towards an instrument.
type TreatyCount struct {
	Status TreatyStatus
	Count  int
}

// Of is the standing of an actor, NONE where it did nothing.
func (c *Chart) Of(a *graph.Actor) TreatyStanding {
	for _, s := range c.Standings {
		if s.Actor.Code == a.Code {
			return s
		}
	}
	return TreatyStanding{Actor: a, Status: None}
}

// Chart tells who is what towards an instrument (slug) as of a day. An unknown slug is NotFound.
func (d *Desk) Chart(ctx context.Context, slug string, at graph.AsOf) (*Chart, error) {
	at = d.today(at)
	i, err := d.instrument(ctx, slug)
	if err != nil {
		return nil, err
	}
	c := &Chart{Instrument: i, AsOf: at}
	if c.acts, c.actors, err = d.acts(ctx, slug, at); err != nil {
		return nil, err
	}
	for code, a := range c.actors {
		if d.gone(code, at.ValidAt) {
			continue // its successor's act of succession counts
		}
		s := standing(c.acts[code], c.Instrument, at.ValidAt)
		s.Actor = a
		c.Standings = append(c.Standings, s)
	}
	slices.SortFunc(c.Standings, func(x, y TreatyStanding) int { return byName(x.Actor, y.Actor) })
	return c, d.others(ctx, c)
}

// instrument finds an instrument by its slug.
func (d *Desk) instrument(ctx context.Context, slug string) (*graph.Instrument, error) {
	page, err := d.Store.Find(ctx, graph.Query{Kind: graph.Instruments, Where: graph.Is{Property: "slug", Op: graph.Eq, Value: slug}, First: 1})
	if err != nil {
		return nil, err
	}
	if len(page.Nodes) == 0 {
		return nil, graph.Errorf(graph.NotFound, "no instrument is called %q", slug)
	}
	return page.Nodes[0].(*graph.Instrument), nil
}

func byName(x, y *graph.Actor) int {
	return cmp.Or(strings.Compare(x.Name, y.Name), strings.Compare(x.Code, y.Code))
}

// others adds the countries of the day that did not act, and those whose consent is awaited.
func (d *Desk) others(ctx context.Context, c *Chart) error {
	var awaited []string
	if e := d.Catalogue.Entry(c.Instrument.Slug); e != nil {
		awaited = e.Required
	}
	var ask []any
	for _, a := range d.Catalogue.Actors {
		if a.Existed(c.AsOf.ValidAt) {
			c.Countries++
			ask = append(ask, a.Code)
		}
	}
	page, err := d.Store.Find(ctx, graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.InList, Value: ask}, First: graph.MaxPage})
	if err != nil {
		return err
	}
	for _, n := range page.Nodes {
		a := n.(*graph.Actor)
		if !slices.ContainsFunc(c.Standings, func(s TreatyStanding) bool { return s.Actor.Code == a.Code }) {
			c.Without = append(c.Without, a)
		}
		if s := c.Of(a).Status; slices.Contains(awaited, a.Code) && s != Party && s != ContractingState {
			c.Awaits = append(c.Awaits, a)
		}
	}
	slices.SortFunc(c.Without, byName)
	slices.SortFunc(c.Awaits, byName)
	return nil
}

// StatusOf is what an actor, by its code, is on a chart: NONE where no act of it is known. An unknown code is NotFound.
func (d *Desk) StatusOf(ctx context.Context, c *Chart, code string) (*TreatyStanding, error) {
	for i := range c.Standings {
		if c.Standings[i].Actor.Code == code {
			return &c.Standings[i], nil
		}
	}
	page, err := d.Store.Find(ctx, graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.Eq, Value: code}, First: 1})
	if err != nil {
		return nil, err
	}
	if len(page.Nodes) == 0 {
		return nil, graph.Errorf(graph.NotFound, "no actor has the code %q", code)
	}
	return &TreatyStanding{Actor: page.Nodes[0].(*graph.Actor), Status: None}, nil
}

// acts reads the acts towards an instrument that were done and known by the day, by the code of the actor.
func (d *Desk) acts(ctx context.Context, slug string, at graph.AsOf) (map[string][]*graph.TreatyAction, map[string]*graph.Actor, error) {
	edge, err := graph.TreatyActions.Edge("actor")
	if err != nil {
		return nil, nil, err
	}
	acts, actors := map[string][]*graph.TreatyAction{}, map[string]*graph.Actor{}
	var all []*graph.TreatyAction
	var ids []string
	where := graph.And{graph.Some{Edge: "instrument", X: graph.Is{Property: "slug", Op: graph.Eq, Value: slug}},
		graph.Not{X: graph.Is{Property: "action", Op: graph.Eq, Value: string(graph.Adoption)}}} // by a body, and no act of a state
	q := graph.Query{Kind: graph.TreatyActions, Where: where, AsOf: at, Order: []graph.Order{{Property: "last"}, {Property: "action"}}}
	if err := d.all(ctx, q, func(n graph.Node) {
		all, ids = append(all, n.(*graph.TreatyAction)), append(ids, n.NodeID())
	}); err != nil || len(ids) == 0 {
		return acts, actors, err
	}
	pages, err := d.Store.Related(ctx, ids, edge, graph.Query{Kind: graph.Actors, First: 1})
	if err != nil {
		return nil, nil, err
	}
	for i, p := range pages {
		a := p.Nodes[0].(*graph.Actor)
		acts[a.Code] = append(acts[a.Code], all[i])
		actors[a.Code] = a
	}
	return acts, actors, nil
}

// gone says whether all of a state has successors by the day.
func (d *Desk) gone(code string, day graph.Day) bool {
	var last graph.Day
	for _, s := range d.Catalogue.Successions {
		if s.Predecessor == code {
			last = max(last, s.On)
		}
	}
	return last != "" && last <= day
}

// consent are the acts by which an actor consents to be bound.
var consent = []graph.Action{graph.Ratification, graph.Acceptance, graph.Approval, graph.Accession, graph.Succession}

// standing works out what acts amount to on a day, one after the other.
func standing(acts []*graph.TreatyAction, i *graph.Instrument, day graph.Day) TreatyStanding {
	s := TreatyStanding{Status: None, Acts: acts}
	become := func(status TreatyStatus, since graph.Day) { s.Status, s.Since = status, since }
	for _, a := range acts {
		effect := a.Effective
		if effect == "" {
			effect = a.Last
		}
		switch {
		case a.Action == graph.Signature:
			if s.Status == None || s.Status == FormerParty {
				become(Signatory, a.First)
			}
		case slices.Contains(consent, a.Action):
			if in := inForceFor(a, i); in != "" && in <= day {
				become(Party, in)
			} else {
				become(ContractingState, a.First)
			}
		case a.Action == graph.Suspension && effect <= day:
			s.Suspended = a.First
		case a.Action == graph.Resumption:
			s.Suspended = ""
		case a.Action == graph.RevocationOfRatification && effect <= day:
			become(Signatory, effect)
		case a.Action == graph.Withdrawal || a.Action == graph.Denunciation || a.Action == graph.Termination:
			s.leave(a, effect, day)
		}
	}
	return s
}

// leave takes note of an act that ends what was held: on the day it takes effect, until then as a notice.
func (s *TreatyStanding) leave(a *graph.TreatyAction, effect, day graph.Day) {
	switch {
	case effect > day:
		s.Notice = a.First
	case s.Status == Party || s.Status == ContractingState:
		s.Status, s.Since, s.Suspended, s.Notice = FormerParty, effect, "", ""
	case s.Status == Signatory:
		s.Status, s.Since = None, effect // the intention not to become a party (article 18(a))
	}
}

// inForceFor is the day on which an instrument enters into force for the actor of an act of consent: as told, else with the instrument or,
// after that, with the act; "" where the instrument is not in force.
func inForceFor(a *graph.TreatyAction, i *graph.Instrument) graph.Day {
	if a.Effective != "" {
		return a.Effective
	}
	_, in, err := graph.Span(i.InForce)
	if err != nil {
		return ""
	}
	return max(in, a.Last)
}
