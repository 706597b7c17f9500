package answer

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// Account is what is told of one commitment beside its status.
type Account struct {
	Commitment *graph.Commitment
	Holders    []Position   // who holds the status of the group; of talks that were dropped, those who talked
	Dropped    *Dropped     // why talks count as dropped, nil where they do not
	Led        *Led         // to which instrument the talks led, nil where to none
	Last       *graph.Stage // the last report, nil where only recorded acts tell of it
	Days       int          // from the last report to the day of the answer
	Reports    int          // how many reports count
	Alone      bool         // one report is all that it stands on
	Stale      bool         // talks of which nothing has been reported for StaleAfter days
	Sides      []Side       // where reports contradict each other, what each side says; nil where none do
}

// StaleAfter is after how many days without a report talks count as stale: their last word is old, not that they ended.
const StaleAfter = 180

// Side is what one side says where reports contradict each other: the best source for it, and how many say so.
type Side struct {
	Status    graph.Status
	Stance    graph.Stance // REPORTS or DENIES
	Actors    []string     // codes, of whom it is said
	Authority graph.Authority
	Reports   int
	Stage     *graph.Stage // the best report: that of the highest authority, of them the newest
	Act       *graph.TreatyAction
	Passage   *graph.Passage // nil where an act says so
	Article   *graph.Article
}

// Led is that talks without an instrument led to one: all their parties consent to the principle under it later. It is worked out in answers
// and never stored.
type Led struct {
	Instrument *graph.Instrument
	Commitment *graph.Commitment // under it
	On         graph.Day         // on which the last of the parties consented
}

// account fills in what is told of the commitments of the groups.
func (q *question) account() error {
	var found []*graph.Commitment
	var ids []string
	for i := range q.answer.Groups {
		g := &q.answer.Groups[i]
		add := func(c *graph.Commitment) {
			if slices.ContainsFunc(g.Accounts, func(a Account) bool { return a.Commitment.ID == c.ID }) {
				return
			}
			g.Accounts = append(g.Accounts, Account{Commitment: c})
			found, ids = append(found, c), append(ids, c.ID)
		}
		for _, c := range g.Commitments {
			add(c)
		}
		for _, p := range g.Actors {
			add(p.Commitment)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	reports, err := q.stages(q.ctx, graph.Is{Property: "id", Op: graph.InList, Value: anys(ids)}, reported, q.view)
	if err != nil {
		return err
	}
	byCommitment := map[string][]*told{}
	for _, t := range reports {
		for _, c := range t.of {
			byCommitment[c.ID] = append(byCommitment[c.ID], t)
		}
	}
	for i := range q.answer.Groups {
		g := &q.answer.Groups[i]
		for j := range g.Accounts {
			a := &g.Accounts[j]
			a.last(byCommitment[a.Commitment.ID], q.view.AsOf.ValidAt)
			if err := q.sides(a, byCommitment[a.Commitment.ID]); err != nil {
				return err
			}
		}
	}
	if err := q.alone(); err != nil {
		return err
	}
	if err := q.holders(); err != nil {
		return err
	}
	return q.led(byCommitment)
}

// alone fills in which accounts stand on one report and nothing else.
func (q *question) alone() error {
	var ids []any
	for _, g := range q.answer.Groups {
		for _, a := range g.Accounts {
			if a.Reports == 1 {
				ids = append(ids, a.Commitment.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	backed := map[string]bool{}
	where := graph.And{graph.Is{Property: "id", Op: graph.InList, Value: ids}, graph.Some{Edge: "stages", X: acted}}
	err := q.all(q.ctx, graph.Query{Kind: graph.Commitments, AsOf: q.view.AsOf, Where: where}, func(n graph.Node) { backed[n.NodeID()] = true })
	for i := range q.answer.Groups {
		for j := range q.answer.Groups[i].Accounts {
			a := &q.answer.Groups[i].Accounts[j]
			a.Alone = a.Reports == 1 && !backed[a.Commitment.ID]
		}
	}
	return err
}

// unsettled finds the commitments of which reports tell and nobody holds anything, with what each side says.
func (q *question) unsettled() error {
	reports, held := graph.And{reported}, graph.Filter(graph.Some{Edge: "own"})
	if q.held.own != nil {
		reports, held = append(reports, q.held.counted), graph.Is{Property: "id", Op: graph.InList, Value: anys(slices.Sorted(maps.Keys(q.held.own)))}
	}
	page, err := q.Store.Find(q.ctx, graph.Query{Kind: graph.Commitments, AsOf: q.view.AsOf, First: MaxCommitments, Order: []graph.Order{{Property: "summary"}},
		Where: graph.And{q.about, graph.Is{Property: "same", Op: graph.Eq, Value: ""}, graph.Some{Edge: "stages", X: reports}, graph.Not{X: held}}})
	if err != nil || len(page.Nodes) == 0 {
		return err
	}
	found, err := q.stages(q.ctx, graph.Is{Property: "id", Op: graph.InList, Value: anys(nodeIDs(page.Nodes))}, reported, q.view)
	for _, c := range all[*graph.Commitment](page.Nodes) {
		mine := slices.DeleteFunc(slices.Clone(found), func(t *told) bool { return !t.isOf(c.ID) })
		a := Account{Commitment: c, Alone: len(mine) == 1}
		a.last(mine, q.view.AsOf.ValidAt)
		a.Sides = sides(mine)
		q.answer.Unsettled = append(q.answer.Unsettled, a)
	}
	return err
}

// last fills in the last report, and how many there are. Reports come the newest first.
func (a *Account) last(reports []*told, day graph.Day) {
	a.Reports = len(reports)
	for _, t := range reports {
		if t.Stance != graph.Reports {
			continue
		}
		a.Last, a.Days = t.Stage, daysBetween(t.Last, day)
		a.Stale = t.Status.Talk() && a.Days > StaleAfter
		return
	}
}

// daysBetween counts the days from one day to another.
func daysBetween(from, to graph.Day) int {
	a, errA := time.Parse(time.DateOnly, string(from))
	b, errB := time.Parse(time.DateOnly, string(to))
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// holders fills in who holds the commitments.
func (q *question) holders() error {
	names := map[string]*graph.Actor{}
	var all []Position
	for _, h := range q.held.holdings {
		all = append(all, Position{Actor: &graph.Actor{Code: h.ActorCode}, Standing: h.Standing, Commitment: h.commitment, Mode: Individual})
	}
	if err := q.name(q.ctx, all); err != nil {
		return err
	}
	for _, p := range all {
		names[p.Actor.Code] = p.Actor
	}
	for i := range q.answer.Groups {
		g := &q.answer.Groups[i]
		for j := range g.Accounts {
			a := &g.Accounts[j]
			for _, p := range all {
				if p.Commitment.ID == a.Commitment.ID && p.Standing.Status == g.Status && q.speaks(p.Actor.Code) {
					a.Holders = append(a.Holders, p)
				}
			}
			slices.SortFunc(a.Holders, func(x, y Position) int {
				return cmp.Or(cmp.Compare(x.Standing.Since, y.Standing.Since), strings.Compare(x.Actor.Code, y.Actor.Code))
			})
			for k, x := range q.answer.Dropped {
				if x.Commitment.ID == a.Commitment.ID && g.Status == graph.Dropped {
					a.Dropped = &q.answer.Dropped[k]
				}
			}
		}
		g.Accounts = slices.DeleteFunc(g.Accounts, func(a Account) bool { return len(q.actors) > 0 && len(a.Holders) == 0 })
	}
	return nil
}

// speaks says whether an actor is one of those asked for, or a group or class through which one of them holds something.
func (q *question) speaks(code string) bool {
	return len(q.actors) == 0 || slices.Contains(q.actors, code) || slices.ContainsFunc(q.answer.Groups, func(g Group) bool {
		return slices.ContainsFunc(g.Actors, func(p Position) bool { return p.Through == code })
	})
}

// sides fills in what each side says where reports of a commitment are at odds with what somebody holds of it.
func (q *question) sides(a *Account, reports []*told) error {
	var at []*told
	var whose []string // codes of those about whom they differ
	held := map[string]*graph.Standing{}
	for _, h := range q.held.holdings {
		if h.commitment.ID == a.Commitment.ID {
			held[h.ActorCode] = h.Standing
		}
	}
	for _, t := range reports {
		odd := filter(t.actors, func(code string) bool { return held[code] != nil && atOdds(t.Stage, held[code]) })
		if len(odd) > 0 {
			at, whose = append(at, t), append(whose, odd...)
		}
	}
	if len(at) == 0 {
		return nil
	}
	agrees := func(t *told) bool {
		return t.Stance == graph.Reports && slices.ContainsFunc(t.actors, func(code string) bool {
			return slices.Contains(whose, code) && t.Status == held[code].Status
		})
	}
	for _, t := range reports {
		if !slices.Contains(at, t) && agrees(t) {
			at = append(at, t)
		}
	}
	acts, err := q.stages(q.ctx, graph.Is{Property: "id", Op: graph.Eq, Value: a.Commitment.ID},
		graph.And{acted, graph.Some{Edge: "actors", X: graph.Is{Property: "code", Op: graph.InList, Value: anys(whose)}}}, q.view)
	for _, t := range acts {
		if agrees(t) {
			at = append(at, t)
		}
	}
	a.Sides = sides(at)
	return err
}

// atOdds says whether a report does not go with what an actor holds: it denies it, tells less of it after the day since when it is held, or
// tells consent of which nothing is held, and no ending followed.
func atOdds(t *graph.Stage, s *graph.Standing) bool {
	if t.Stance == graph.Denies {
		return t.Status == s.Status || s.Disputed
	}
	switch {
	case s.Status.Consent():
		return (t.Status.Talk() || t.Status == graph.Dropped || t.Status == graph.Rejected) && t.First != "" && t.First >= s.Since
	case s.Status == graph.Suspended || s.Status == graph.Withdrawn || s.Status == graph.Terminated || s.Ended != "":
		return false
	}
	return t.Status.Consent()
}

// sides gathers reports by what they say, the highest authority first, then the newest.
func sides(reports []*told) []Side {
	slices.SortStableFunc(reports, func(a, b *told) int {
		return cmp.Or(cmp.Compare(slices.Index(authorities, a.authority()), slices.Index(authorities, b.authority())), cmp.Compare(b.Last, a.Last), cmp.Compare(a.ID, b.ID))
	})
	var out []Side
	for _, t := range reports {
		i := slices.IndexFunc(out, func(s Side) bool { return s.Status == t.Status && s.Stance == t.Stance })
		if i < 0 {
			s := Side{Status: t.Status, Stance: t.Stance, Authority: t.authority(), Stage: t.Stage, Act: t.act, Article: t.article}
			if len(t.passages) > 0 {
				s.Passage = t.passages[0]
			}
			i, out = len(out), append(out, s)
		}
		out[i].Reports++
		for _, code := range t.actors {
			if !slices.Contains(out[i].Actors, code) {
				out[i].Actors = append(out[i].Actors, code)
			}
		}
	}
	for i := range out {
		slices.Sort(out[i].Actors)
	}
	return out
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
