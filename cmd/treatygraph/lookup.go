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
	ctx    context.Context
	store  graph.Store
	at     graph.AsOf
	actors []string // codes of those whom the phrase named; none: everybody counts
	err    error
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

// group finds the commitments of which a group's actors hold its status, and those whose own status it is.
func (l *lookup) group(g answer.Group) replyGroup {
	out := replyGroup{Status: g.Status, Actors: []holder{}, Commitments: []replyCommitment{}, Total: g.Total}
	var standings []string
	for _, p := range g.Actors {
		out.Actors = append(out.Actors, newHolder(p.Actor, p.Standing))
		standings = append(standings, p.Standing.ID)
	}
	all := g.Commitments
	for _, cs := range related[*graph.Commitment](l, graph.Standings, standings, "commitment") {
		for _, c := range cs {
			if !slices.ContainsFunc(all, func(x *graph.Commitment) bool { return x.ID == c.ID }) {
				all = append(all, c)
			}
		}
	}
	principles := related[*graph.Principle](l, graph.Commitments, ids(all), "principle")
	instruments := related[*graph.Instrument](l, graph.Commitments, ids(all), "instrument")
	holders := l.holders(ids(all), g.Status)
	by := actedBy(slices.Concat(holders...))
	reports, told := l.reports(ids(all), g.Status, by)
	acts, acted := l.acts(ids(all), g.Status, by)
	if l.err != nil {
		return out
	}
	for i, c := range all {
		if len(l.actors) > 0 && len(holders[i]) == 0 {
			continue // none of those whom the phrase named holds it
		}
		rc := replyCommitment{ID: c.ID, Summary: c.Summary, Holders: holders[i], Reports: reports[i], Told: told[i], Acts: acts[i], Acted: acted[i]}
		if p := first(principles[i]); p != nil {
			rc.Principle = p.Slug
		}
		if in := first(instruments[i]); in != nil {
			rc.Instrument = in.Slug
		}
		out.Commitments = append(out.Commitments, rc)
	}
	return out
}

// holders are the actors that hold a status of commitments, those who came first before others; where the phrase named actors, only they.
func (l *lookup) holders(commitments []string, status graph.Status) [][]holder {
	where := graph.And{is("status", string(status))}
	if len(l.actors) > 0 {
		where = append(where, in("actorCode", l.actors))
	}
	pages := l.pages(graph.Commitments, commitments, "standings", graph.Query{First: graph.MaxPage, Where: where,
		Order: []graph.Order{{Property: "since"}, {Property: "actorCode"}}})
	standings := make([][]*graph.Standing, len(pages))
	for i, page := range pages {
		standings[i] = nodes[*graph.Standing](page)
	}
	actors := related[*graph.Actor](l, graph.Standings, ids(slices.Concat(standings...)), "actor")
	return regroup(standings, func(n int, s *graph.Standing) (h holder, ok bool) {
		a := first(actors[n])
		if a == nil {
			return h, false
		}
		return newHolder(a, s), true
	})
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

// stages are the newest stages of a status that lead somewhere by an edge, and how many there are.
func (l *lookup) stages(commitments []string, status graph.Status, edge string, by graph.Filter) (stages [][]*graph.Stage, total []int) {
	q := graph.Query{First: maxStages, Total: true, Order: newest, Where: graph.And{is("status", string(status)), graph.Some{Edge: edge}}}
	if by != nil {
		q.Where = graph.And{q.Where, by}
	}
	for _, page := range l.pages(graph.Commitments, commitments, "stages", q) {
		stages, total = append(stages, nodes[*graph.Stage](page)), append(total, page.Total)
	}
	return stages, total
}

// reports are the stages that texts tell.
func (l *lookup) reports(commitments []string, status graph.Status, by graph.Filter) ([][]replyReport, []int) {
	stages, told := l.stages(commitments, status, "evidence", by)
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
		return evidence{Text: p.Text, Start: p.Start, End: p.End, Article: origin{ID: a.ID, Title: a.Title, Outlet: a.Outlet, Published: a.Published, URLs: list(a.URLs)}}, true
	})
}

// acts are what actors did towards the instruments of commitments.
func (l *lookup) acts(commitments []string, status graph.Status, by graph.Filter) ([][]replyAct, []int) {
	stages, acted := l.stages(commitments, status, "act", by)
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
