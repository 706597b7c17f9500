package answer

import (
	"cmp"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// Led is that talks without an instrument led to one: all their parties consent to the principle under it later. It is worked out in answers
// and never stored.
type Led struct {
	Instrument *graph.Instrument
	Commitment *graph.Commitment // under it
	On         graph.Day         // on which the last of the parties consented
}

// led finds the instruments to which talks led.
func (q *question) led(reports map[string][]*told) error {
	var talks []*Account
	for i := range q.answer.Groups {
		g := &q.answer.Groups[i]
		for j := range g.Accounts {
			if g.Status.Talk() || g.Status == graph.Dropped {
				talks = append(talks, &g.Accounts[j])
			}
		}
	}
	if len(talks) == 0 {
		return nil
	}
	under, err := q.under()
	if err != nil {
		return err
	}
	r := reader{ctx: q.ctx, d: q.Desk, at: q.view.AsOf}
	var ids []string
	for _, a := range talks {
		ids = append(ids, a.Commitment.ID)
	}
	parties, principles := r.followAll(graph.Commitments, "parties", ids), r.followAll(graph.Commitments, "principle", ids)
	for i, a := range talks {
		if under[a.Commitment.ID] == nil && len(principles(i)) > 0 {
			a.Led = q.ledTo(codes(parties(i)), principles(i)[0].(*graph.Principle).Slug, begun(reports[a.Commitment.ID]), under)
		}
	}
	return r.err
}

// begun is the first day of which talks are reported, "" where there is none.
func begun(reports []*told) graph.Day {
	var day graph.Day
	for _, t := range reports {
		if first := cmp.Or(t.First, t.KnownAt); t.Status.Talk() && (day == "" || first < day) {
			day = first
		}
	}
	return day
}

// under gives the instruments of the commitments of which something is held, by the commitments' ids.
func (q *question) under() (map[string]*graph.Instrument, error) {
	var ids []string
	for _, h := range q.held.holdings {
		ids = append(ids, h.commitment.ID)
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	r := reader{ctx: q.ctx, d: q.Desk, at: q.view.AsOf}
	instruments := r.followAll(graph.Commitments, "instrument", ids)
	out := map[string]*graph.Instrument{}
	for i, id := range ids {
		for _, n := range instruments(i) {
			out[id] = n.(*graph.Instrument)
		}
	}
	return out, r.err
}

// ledTo finds the instrument under which all of some parties consented to a principle after a day, the first of several.
func (q *question) ledTo(parties []string, principle string, after graph.Day, under map[string]*graph.Instrument) *Led {
	consented := map[string][]holding{} // by commitment
	for _, h := range q.held.holdings {
		if h.Status.Consent() && h.Principle == principle && h.Since > after && under[h.commitment.ID] != nil && slices.Contains(parties, h.ActorCode) {
			consented[h.commitment.ID] = append(consented[h.commitment.ID], h)
		}
	}
	var led *Led
	for id, hs := range consented {
		if after == "" || len(hs) < len(parties) {
			continue
		}
		x := &Led{Instrument: under[id], Commitment: hs[0].commitment}
		for _, h := range hs {
			x.On = max(x.On, h.Since)
		}
		if led == nil || x.On < led.On || x.On == led.On && x.Commitment.ID < led.Commitment.ID {
			led = x
		}
	}
	return led
}
