package main

import (
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// maxStages is how many reports, and how many acts, of a commitment a reply holds.
const maxStages = 10

// lookup follows relationships as of a pair of days. The first error ends it; what it gives after that means nothing.
type lookup struct {
	ctx     context.Context
	store   graph.Store
	at      graph.AsOf
	counted graph.Filter // of stages, those that count under the policy; nil for all
	err     error
}

// pages follows an edge from some nodes; its result is parallel to them.
func (l *lookup) pages(kind *graph.Kind, ids []string, edge string, q graph.Query) []graph.Page {
	if l.err != nil || len(ids) == 0 {
		return make([]graph.Page, len(ids))
	}
	e, err := kind.Edge(edge)
	if err == nil {
		var pages []graph.Page
		q.Kind, q.AsOf = e.To, l.at
		if pages, err = l.store.Related(l.ctx, ids, e, q); err == nil {
			return pages
		}
	}
	l.err = err
	return make([]graph.Page, len(ids))
}

// related is pages for nodes of one type, all of them up to the most that a page holds.
func related[T graph.Node](l *lookup, kind *graph.Kind, ids []string, edge string) [][]T {
	out := make([][]T, len(ids))
	for i, p := range l.pages(kind, ids, edge, graph.Query{First: graph.MaxPage}) {
		out[i] = nodes[T](p)
	}
	return out
}

func nodes[T graph.Node](p graph.Page) []T {
	out := make([]T, len(p.Nodes))
	for i, n := range p.Nodes {
		out[i] = n.(T)
	}
	return out
}

// first is the one node that an edge leads to, or its type's zero value.
func first[T graph.Node](all []T) (zero T) {
	if len(all) == 0 {
		return zero
	}
	return all[0]
}

// ids of nodes, in their order.
func ids[T graph.Node](all []T) []string {
	out := make([]string, len(all))
	for i, n := range all {
		out[i] = n.NodeID()
	}
	return out
}

// slugs names what stages cover, exclude or depend on.
func slugs(terms []*graph.Term) []string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = t.Slug
	}
	slices.Sort(out)
	return out
}

func codes(actors []*graph.Actor) []string {
	out := make([]string, len(actors))
	for i, a := range actors {
		out[i] = a.Code
	}
	slices.Sort(out)
	return out
}

// group tells of who holds a status, and of the commitments that they hold it of or whose own status it is.
func (l *lookup) group(g answer.Group) replyGroup {
	out := replyGroup{Status: g.Status, Actors: []holder{}, Commitments: []replyCommitment{}, Total: g.Total}
	for _, p := range g.Actors {
		out.Actors = append(out.Actors, newHolder(p))
	}
	var held, gone []answer.Account
	for _, a := range g.Accounts {
		if a.Dropped != nil {
			gone = append(gone, a)
		} else {
			held = append(held, a)
		}
	}
	out.Commitments = append(out.Commitments, l.commitments(held, string(g.Status))...)
	out.Commitments = append(out.Commitments, l.commitments(gone, string(graph.Negotiating), string(graph.Proposed))...) // what is known of them is talk
	return out
}

// commitments tells of commitments who holds one of the statuses, and what says so.
func (l *lookup) commitments(accounts []answer.Account, statuses ...string) []replyCommitment {
	var all []string
	var holders []holder
	for _, a := range accounts {
		all = append(all, a.Commitment.ID)
		for _, p := range a.Holders {
			holders = append(holders, newHolder(p))
		}
	}
	principles := related[*graph.Principle](l, graph.Commitments, all, "principle")
	instruments := related[*graph.Instrument](l, graph.Commitments, all, "instrument")
	by := actedBy(holders)
	reports, told := l.reports(all, statuses, by)
	acts, acted := l.acts(all, statuses, by)
	if l.err != nil {
		return nil
	}
	out := make([]replyCommitment, len(accounts))
	for i, a := range accounts {
		rc := replyCommitment{ID: a.Commitment.ID, Summary: a.Commitment.Summary, Dropped: newDropped(a.Dropped), Led: newLed(a.Led), Stale: a.Stale, Alone: a.Alone,
			Sides: newSides(a.Sides), Holders: []holder{}, Reports: reports[i], Told: told[i], Acts: acts[i], Acted: acted[i]}
		if a.Last != nil {
			rc.LastReported = a.Last.Last
		}
		for _, p := range a.Holders {
			rc.Holders = append(rc.Holders, newHolder(p))
		}
		if p := first(principles[i]); p != nil {
			rc.Principle = p.Slug
		}
		if in := first(instruments[i]); in != nil {
			rc.Instrument = in.Slug
		}
		out[i] = rc
	}
	return out
}

// regroup makes something of each node of some lists, leaving out what is not ok; n counts through all lists.
func regroup[T graph.Node, R any](lists [][]T, f func(n int, node T) (r R, ok bool)) [][]R {
	out, n := make([][]R, len(lists)), 0
	for i, list := range lists {
		out[i] = []R{}
		for _, node := range list {
			if r, ok := f(n, node); ok {
				out[i] = append(out[i], r)
			}
			n++
		}
	}
	return out
}

func is(property, value string) graph.Filter {
	return graph.Is{Property: property, Op: graph.Eq, Value: value}
}

// in holds where a property has one of the values.
func in(property string, values []string) graph.Filter {
	list := make([]any, len(values))
	for i, v := range values {
		list[i] = v
	}
	return graph.Is{Property: property, Op: graph.InList, Value: list}
}

// actedBy narrows stages to those of holders; nil where there are none.
func actedBy(holders []holder) graph.Filter {
	if len(holders) == 0 {
		return nil
	}
	codes := make([]string, len(holders))
	for i, h := range holders {
		codes[i] = h.Code
	}
	return graph.Some{Edge: "actors", X: in("code", codes)}
}

var newest = []graph.Order{{Property: "last", Desc: true}, {Property: "knownAt", Desc: true}}

// stages are the newest stages of the statuses that lead somewhere by an edge, and how many there are.
func (l *lookup) stages(commitments, statuses []string, edge string, by graph.Filter) (stages [][]*graph.Stage, total []int) {
	q := graph.Query{First: maxStages, Total: true, Order: newest, Where: graph.And{in("status", statuses), graph.Some{Edge: edge}}}
	for _, more := range []graph.Filter{by, l.counted} {
		if more != nil {
			q.Where = graph.And{q.Where, more}
		}
	}
	for _, page := range l.pages(graph.Commitments, commitments, "stages", q) {
		stages, total = append(stages, nodes[*graph.Stage](page)), append(total, page.Total)
	}
	return stages, total
}

// reports are the stages that texts tell.
func (l *lookup) reports(commitments, statuses []string, by graph.Filter) ([][]replyReport, []int) {
	stages, told := l.stages(commitments, statuses, "evidence", by)
	all := ids(slices.Concat(stages...))
	actors := related[*graph.Actor](l, graph.Stages, all, "actors")
	conditions := related[*graph.Term](l, graph.Stages, all, "conditions")
	covers := related[*graph.Term](l, graph.Stages, all, "covers")
	excludes := related[*graph.Term](l, graph.Stages, all, "excludes")
	proofs := l.evidence(all)
	return regroup(stages, func(n int, s *graph.Stage) (replyReport, bool) {
		return replyReport{ID: s.ID, Stance: s.Stance, First: s.First, Last: s.Last, KnownAt: s.KnownAt, Hedge: s.Hedge, SaidBy: s.SaidBy,
			Condition: s.ConditionText, Actors: codes(actors[n]), Conditions: slugs(conditions[n]), Covers: slugs(covers[n]),
			Excludes: slugs(excludes[n]), Evidence: proofs[n]}, true
	}), told
}

// evidence is the passages that support stages, with their articles.
func (l *lookup) evidence(stages []string) [][]evidence {
	pages := l.pages(graph.Stages, stages, "evidence", graph.Query{Order: []graph.Order{{Property: "start"}}})
	passages := make([][]*graph.Passage, len(pages))
	for i, page := range pages {
		passages[i] = nodes[*graph.Passage](page)
	}
	articles := related[*graph.Article](l, graph.Passages, ids(slices.Concat(passages...)), "article")
	return regroup(passages, func(n int, p *graph.Passage) (e evidence, ok bool) {
		a := first(articles[n])
		if a == nil {
			return e, false
		}
		return evidence{Text: p.Text, Start: p.Start, End: p.End, Article: *newOrigin(a)}, true
	})
}

// acts are what actors did towards the instruments of commitments.
func (l *lookup) acts(commitments, statuses []string, by graph.Filter) ([][]replyAct, []int) {
	stages, acted := l.stages(commitments, statuses, "act", by)
	all := ids(slices.Concat(stages...))
	actors := related[*graph.Actor](l, graph.Stages, all, "actors")
	acts := related[*graph.TreatyAction](l, graph.Stages, all, "act")
	return regroup(stages, func(n int, _ *graph.Stage) (r replyAct, ok bool) {
		a := first(acts[n])
		if a == nil {
			return r, false
		}
		return replyAct{Actors: codes(actors[n]), Action: a.Action, Day: a.Last, Note: a.Note, Source: a.Source}, true
	}), acted
}
