package answer

import (
	"cmp"
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// Matrix is what actors hold of principles on a day.
type Matrix struct {
	AsOf       graph.AsOf
	Actors     []string // codes, in the order asked; groups as those who belong to them
	Cells      []Cell   // by actor, then by principle, in the order asked; where nothing is told, there is none
	Principles []Total  // of each principle, over the actors
	Totals     []Total  // of each actor, over the principles
}

// Cell is the strongest of what an actor holds of a principle on a day.
type Cell struct {
	Actor      string // code
	Principle  string // slug
	Status     graph.Status
	Mode       Mode
	Through    string // code of the group or class that spoke; "" where INDIVIDUAL
	Narrower   string // slug of the narrower principle that counts for this one, "" where it is held itself
	Commitment *graph.Commitment
	Standing   *graph.Standing       // that says so
	Others     []*graph.Commitment   // under which it holds consent, too, by any mode; the cell counts once all the same
	Acts       []*graph.TreatyAction // towards the instruments of all these, by the actor or by who spoke for it; oldest first
}

// Total counts one row or column of the matrix; every cell counts once, however many commitments are behind it.
type Total struct {
	Key          string // slug of the principle, or code of the actor
	Asked        int    // how many cells there could be: the denominator
	Statuses     []StatusCount
	Consent      int // cells of AGREED and further
	Individually int // of the consent, by the actor itself
	ViaGroup     int // of the consent
	ByConsensus  int // of the consent
	Nothing      int // of which nothing is told
}

// StatusCount is how many cells have a status.
type StatusCount struct {
	Status graph.Status
	Count  int
}

// Positions fills the matrix of actors by principles (slugs) as of a day. Actors are codes; graph.MembersOf, graph.PartiesOf and
// graph.AllStates stand for those who belong to them on the day. What an actor does itself comes before what it does through a group; talks
// that were dropped count as that; a narrower principle counts for a broader one only where the catalogue says so.
func (d *Desk) Positions(ctx context.Context, actors, principles []string, v View) (*Matrix, error) {
	v.AsOf = d.today(v.AsOf)
	codes, err := d.among(ctx, actors, v.AsOf)
	if err != nil {
		return nil, err
	}
	m := &Matrix{AsOf: v.AsOf, Actors: codes}
	if len(codes) > 0 && len(principles) > 0 {
		if err := d.fill(ctx, m, principles, v); err != nil {
			return nil, err
		}
	}
	for _, p := range principles {
		m.Principles = append(m.Principles, total(p, len(codes), m.Cells, func(c Cell) bool { return c.Principle == p }))
	}
	for _, a := range codes {
		m.Totals = append(m.Totals, total(a, len(principles), m.Cells, func(c Cell) bool { return c.Actor == a }))
	}
	return m, nil
}

// fill finds the cells.
func (d *Desk) fill(ctx context.Context, m *Matrix, principles []string, v View) error {
	about := graph.Some{Edge: "principle", X: graph.Is{Property: "slug", Op: graph.InList, Value: anys(d.counting(principles))}}
	held, err := d.hold(ctx, about, m.Actors, v)
	if err != nil {
		return err
	}
	dropped, err := d.dropped(ctx, about, held.own, v)
	if err != nil {
		return err
	}
	held.drop(dropped)
	offers, err := d.offers(ctx, m.Actors, held.holdings, v.AsOf)
	if err != nil {
		return err
	}
	best, every := map[[2]string]offer{}, map[[2]string][]offer{}
	for _, o := range offers {
		for _, p := range principles {
			if k := [2]string{o.actor, p}; o.Principle == p || d.countsFor(o.Principle, p) {
				every[k] = append(every[k], o)
				if was, ok := best[k]; !ok || cmp.Or(order(o, was), own(o, p)-own(was, p), o.rest(was)) < 0 {
					best[k] = o
				}
			}
		}
	}
	for _, a := range m.Actors {
		for _, p := range principles {
			o, ok := best[[2]string{a, p}]
			if !ok {
				continue
			}
			c := Cell{Actor: a, Principle: p, Status: o.Status, Mode: o.mode, Through: o.through, Commitment: o.commitment, Standing: o.Standing}
			if o.Principle != p {
				c.Narrower = o.Principle
			}
			c.Others = others(o, every[[2]string{a, p}])
			m.Cells = append(m.Cells, c)
		}
	}
	return d.cellActs(ctx, m, every)
}

// own is 0 for what is held of the principle itself, 1 for what counts for it.
func own(o offer, principle string) int {
	if o.Principle == principle {
		return 0
	}
	return 1
}

// counting adds to principles the narrower ones that count for them.
func (d *Desk) counting(principles []string) []string {
	out := slices.Clone(principles)
	for _, n := range d.Catalogue.CountsFor {
		if slices.Contains(principles, n.Broader) && !slices.Contains(out, n.Principle) {
			out = append(out, n.Principle)
		}
	}
	return out
}

// countsFor says whether the catalogue lets a narrower principle count for a broader one.
func (d *Desk) countsFor(narrower, broader string) bool {
	for _, n := range d.Catalogue.CountsFor {
		if n.Principle == narrower && n.Broader == broader {
			return true
		}
	}
	return false
}

// total counts the cells that are of one row or column.
func total(key string, asked int, cells []Cell, of func(Cell) bool) Total {
	t := Total{Key: key, Asked: asked, Nothing: asked}
	counts := map[graph.Status]int{}
	for _, c := range cells {
		if !of(c) {
			continue
		}
		t.Nothing--
		counts[c.Status]++
		if !c.Status.Consent() {
			continue
		}
		t.Consent++
		switch c.Mode {
		case Individual:
			t.Individually++
		case ViaGroup:
			t.ViaGroup++
		case ByConsensus:
			t.ByConsensus++
		}
	}
	for _, s := range strength {
		if counts[s] > 0 {
			t.Statuses = append(t.Statuses, StatusCount{s, counts[s]})
		}
	}
	return t
}
