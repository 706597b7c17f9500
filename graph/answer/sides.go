package answer

import (
	"cmp"
	"maps"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

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
	if err != nil {
		return err
	}
	scopes, err := q.scopes(found)
	for _, c := range all[*graph.Commitment](page.Nodes) {
		mine := slices.DeleteFunc(slices.Clone(found), func(t *told) bool { return !t.isOf(c.ID) })
		a := Account{Commitment: c, Alone: len(mine) == 1}
		a.last(mine, q.view.AsOf.ValidAt)
		scopes.tell(&a)
		a.Sides = sides(mine)
		q.answer.Unsettled = append(q.answer.Unsettled, a)
	}
	return err
}
