package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Clock says by which of the two days something is new.
type Clock string

const (
	ByKnown Clock = "KNOWN" // it became known
	ByValid Clock = "VALID" // it was known before, and took effect
)

// Difference is a claim that became known, or took effect, between two days.
type Difference struct {
	Day         graph.Day
	Clock       Clock
	Claim       graph.Node          // *graph.Stage, *graph.Attribution or *graph.Allegation
	Actors      []*graph.Actor      // who acts or speaks
	Commitments []*graph.Commitment // of a stage or an allegation
	Attack      *graph.Attack       // of an attribution
	Act         *graph.TreatyAction // that brought a stage, else nil
	Passage     *graph.Passage      // that says so; nil where an act or the catalogue does
	Article     *graph.Article      // that the passage is in
}

// Changes tells what became known or valid after one day and by another, oldest first: stages, attributions and allegations. about narrows
// stages and allegations to what a phrase means, and leaves attributions out; actors (codes) narrow to those who act or speak.
func (d *Desk) Changes(ctx context.Context, from, to graph.Day, about string, actors []string) ([]Difference, error) {
	if to == "" {
		to = d.today(graph.AsOf{}).ValidAt
	}
	if from > to {
		return nil, graph.Errorf(graph.Invalid, "nothing lies between %s and %s; give the earlier day first", from, to)
	}
	var which graph.Filter
	if about != "" {
		which = d.Understand(about).About()
	}
	var out []Difference
	for _, k := range []struct {
		kind *graph.Kind
		of   string // the edge to what the claim is of
		who  string
	}{{graph.Stages, "commitments", "actors"}, {graph.Allegations, "commitment", "by"}, {graph.Attributions, "attack", "by"}} {
		where := graph.And{between(k.kind, from, to)}
		if which != nil && k.kind == graph.Attributions {
			continue
		}
		if which != nil {
			where = append(where, graph.Some{Edge: k.of, X: which})
		}
		if len(actors) > 0 {
			where = append(where, graph.Some{Edge: k.who, X: graph.Is{Property: "code", Op: graph.InList, Value: anys(actors)}})
		}
		found, err := d.differences(ctx, k.kind, k.who, k.of, where, from)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	slices.SortFunc(out, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.Claim.NodeID(), b.Claim.NodeID()))
	})
	return out, nil
}

// between lets claims pass that became known after from and by to, or were known and took effect then.
func between(k *graph.Kind, from, to graph.Day) graph.Filter {
	is := func(property string, op graph.Op, v any) graph.Filter {
		return graph.Is{Property: property, Op: op, Value: v}
	}
	f, t := string(from), string(to)
	return graph.And{
		is("dismissed", graph.Eq, false), is("knownTo", graph.Gt, t),
		graph.Or{
			graph.And{is("knownAt", graph.Gt, f), is("knownAt", graph.Lte, t), is("last", graph.Lte, t)},
			graph.And{is("knownAt", graph.Lte, f), is("last", graph.Gt, f), is("last", graph.Lte, t)},
		},
	}
}

func (d *Desk) differences(ctx context.Context, k *graph.Kind, who, of string, where graph.Filter, from graph.Day) ([]Difference, error) {
	var out []Difference
	var ids []string
	err := d.all(ctx, graph.Query{Kind: k, Where: where, AsOf: graph.AsOf{Ever: true}}, func(n graph.Node) {
		last, _ := k.Property("last")
		known, _ := k.Property("knownAt")
		x := Difference{Claim: n, Clock: ByKnown, Day: graph.Day(known.Value(n).(string))}
		if x.Day <= from {
			x.Clock, x.Day = ByValid, graph.Day(last.Value(n).(string))
		}
		out, ids = append(out, x), append(ids, n.NodeID())
	})
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	r := reader{ctx: ctx, d: d, at: graph.AsOf{Ever: true}}
	passages := r.followAll(k, "evidence", ids)
	whos, ofs := r.followAll(k, who, ids), r.followAll(k, of, ids)
	for i := range out {
		for _, n := range whos(i) {
			out[i].Actors = append(out[i].Actors, n.(*graph.Actor))
		}
		for _, n := range ofs(i) {
			switch n := n.(type) {
			case *graph.Commitment:
				out[i].Commitments = append(out[i].Commitments, n)
			case *graph.Attack:
				out[i].Attack = n
			}
		}
		if p := passages(i); len(p) > 0 {
			out[i].Passage = p[0].(*graph.Passage)
		}
	}
	r.articles(out)
	if k == graph.Stages {
		acts := r.followAll(k, "act", ids)
		for i := range out {
			if a := acts(i); len(a) > 0 {
				out[i].Act = a[0].(*graph.TreatyAction)
			}
		}
	}
	return out, r.err
}

// articles finds the articles of the passages.
func (r *reader) articles(ds []Difference) {
	var ids []string
	var at []int
	for i, x := range ds {
		if x.Passage != nil {
			ids, at = append(ids, x.Passage.ID), append(at, i)
		}
	}
	articles := r.followAll(graph.Passages, "article", ids)
	for j, i := range at {
		if a := articles(j); len(a) > 0 {
			ds[i].Article = a[0].(*graph.Article)
		}
	}
}
