package answer

import (
	"cmp"
	"maps"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// Moment is what happened on a day of an instrument's life.
type Moment struct {
	First, Last graph.Day // as exact as the source
	What        Happening
	Act         *graph.TreatyAction // nil for the instrument's own days
	Actor       *graph.Actor        // who acted, nil likewise
}

// Happening is what a day of an instrument's life brought.
type Happening string

const (
	Adopted    Happening = "ADOPTED"    // the text
	Opened     Happening = "OPENED"     // for signature
	EnteredIn  Happening = "IN_FORCE"   // the instrument as a whole
	EndedAll   Happening = "TERMINATED" // likewise
	Acted      Happening = "ACT"        // signature, deposit, notice and the like
	TookEffect Happening = "EFFECT"     // of an act, on a later day
)

// Timeline tells what happened to the instrument up to the chart's day, and what by then was known to come, oldest first; acts of states that
// are no more are among them.
func (c *Chart) Timeline() []Moment {
	i := c.Instrument
	var out []Moment
	for _, own := range []struct {
		date string
		what Happening
	}{{i.Adopted, Adopted}, {i.Opened, Opened}, {i.InForce, EnteredIn}, {i.Terminated, EndedAll}} {
		if first, last, err := graph.Span(own.date); err == nil && last <= c.AsOf.ValidAt {
			out = append(out, Moment{First: first, Last: last, What: own.what})
		}
	}
	for _, code := range slices.Sorted(maps.Keys(c.actors)) {
		for _, a := range c.acts[code] {
			out = append(out, Moment{a.First, a.Last, Acted, a, c.actors[code]})
			if a.Effective > a.Last {
				out = append(out, Moment{a.Effective, a.Effective, TookEffect, a, c.actors[code]})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Moment) int { return cmp.Or(cmp.Compare(x.Last, y.Last), cmp.Compare(x.First, y.First)) })
	return out
}
