package answer

import (
	"cmp"
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
	Conditions []*graph.Term
	Covers     []*graph.Term // sectors and conduct, as all these reports tell; by slug, as the others
	Excludes   []*graph.Term
	Alone      bool   // one report is all that it stands on
	Stale      bool   // talks of which nothing has been reported for StaleAfter days
	Sides      []Side // where reports contradict each other, what each side says; nil where none do
}

// StaleAfter is after how many days without a report talks count as stale: their last word is old, not that they ended.
const StaleAfter = 180

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
	scopes, err := q.scopes(reports)
	if err != nil {
		return err
	}
	for i := range q.answer.Groups {
		g := &q.answer.Groups[i]
		for j := range g.Accounts {
			a := &g.Accounts[j]
			scopes.tell(a)
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

// scopes is what reports tell of conditions and of what is covered and excluded, by commitment.
type scopes struct{ conditions, covers, excludes map[string][]*graph.Term }

// scopes reads what reports tell; a denial tells nothing of it.
func (q *question) scopes(reports []*told) (scopes, error) {
	var ids []string
	var of [][]*graph.Commitment
	for _, t := range reports {
		if t.Stance == graph.Reports {
			ids, of = append(ids, t.ID), append(of, t.of)
		}
	}
	r := reader{ctx: q.ctx, d: q.Desk, at: q.view.AsOf}
	gather := func(edge string) map[string][]*graph.Term {
		out := map[string][]*graph.Term{}
		told := r.followAll(graph.Stages, edge, ids)
		for i := range ids {
			for _, term := range all[*graph.Term](told(i)) {
				for _, c := range of[i] {
					if !slices.ContainsFunc(out[c.ID], func(x *graph.Term) bool { return x.ID == term.ID }) {
						out[c.ID] = append(out[c.ID], term)
					}
				}
			}
		}
		for _, terms := range out {
			slices.SortFunc(terms, func(a, b *graph.Term) int { return strings.Compare(a.Slug, b.Slug) })
		}
		return out
	}
	s := scopes{gather("conditions"), gather("covers"), gather("excludes")}
	return s, r.err
}

// tell fills in an account.
func (s scopes) tell(a *Account) {
	id := a.Commitment.ID
	a.Conditions, a.Covers, a.Excludes = s.conditions[id], s.covers[id], s.excludes[id]
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
