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
	Claim       graph.Node          // *graph.Stage, *graph.Attribution, *graph.Allegation, or a *graph.TreatyAction that brings no stage that day
	Actors      []*graph.Actor      // who acts or speaks
	Commitments []*graph.Commitment // of a stage or an allegation; each that stands alone
	Attack      *graph.Attack       // of an attribution
	Instrument  *graph.Instrument   // of a treaty action
	Act         *graph.TreatyAction // that brought a stage, else nil
	Dropped     *Dropped            // that talks, the claim, count as dropped since that day: it is inferred, and no text says so; else nil
	Passage     *graph.Passage      // that says so; nil where an act or the catalogue does
	Article     *graph.Article      // that the passage is in
}

// Span is what Changes is asked about.
type Span struct {
	From, To graph.Day // what is new after the first and by the second; To is today unless told
	About    string    // a phrase, "" for everything
	Actors   []string  // codes or groups, as Positions takes them, of those who act or speak; none: everybody
	Policy   Policy
}

// Changes tells what became known or valid after one day and by another, oldest first: stages, treaty actions, attributions and allegations.
// A phrase narrows them to what it means; of attributions then only those of attacks that an allegation of a breach of it cites.
func (d *Desk) Changes(ctx context.Context, s Span) ([]Difference, error) {
	s.To = cmp.Or(s.To, d.today(graph.AsOf{}).ValidAt)
	if s.From > s.To {
		return nil, graph.Errorf(graph.Invalid, "nothing lies between %s and %s; give the earlier day first", s.From, s.To)
	}
	at := graph.AsOf{ValidAt: s.To, KnownAt: s.To}
	actors, err := d.among(ctx, s.Actors, at)
	if err != nil || len(actors) == 0 && len(s.Actors) > 0 {
		return nil, err
	}
	about, err := d.about(ctx, s.About, at)
	if err != nil {
		return nil, err
	}
	var out []Difference
	for _, k := range changing {
		where := graph.And{k.between(s.From, s.To)}
		if about != nil {
			where = append(where, k.about(about))
		}
		if len(actors) > 0 {
			where = append(where, graph.Some{Edge: k.who, X: graph.Is{Property: "code", Op: graph.InList, Value: anys(actors)}})
		}
		found, err := d.differences(ctx, k, where, s)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	inferred, err := d.newlyDropped(ctx, about, s, actors)
	if err != nil {
		return nil, err
	}
	out = append(out, inferred...)
	slices.SortFunc(out, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.Claim.NodeID(), b.Claim.NodeID()))
	})
	return out, nil
}

// newlyDropped are the talks that count as dropped on the last day and did not on the first.
func (d *Desk) newlyDropped(ctx context.Context, about graph.Filter, s Span, actors []string) ([]Difference, error) {
	where := append(graph.And{about, graph.Not{X: graph.Some{Edge: "instrument"}}}, parties(actors)...)
	on := func(day graph.Day) ([]Dropped, error) {
		v := View{graph.AsOf{ValidAt: day, KnownAt: day}, s.Policy}
		if s.Policy == "" || s.Policy == EveryWord {
			return d.dropped(ctx, where, nil, v)
		}
		held, err := d.weigh(ctx, where, nil, v)
		if err != nil {
			return nil, err
		}
		return d.dropped(ctx, where, held.own, v)
	}
	before, err := on(s.From)
	if err != nil {
		return nil, err
	}
	after, err := on(s.To)
	var out []Difference
	for i := range after {
		x := &after[i]
		if slices.ContainsFunc(before, func(b Dropped) bool { return b.Commitment.ID == x.Commitment.ID }) {
			continue
		}
		r := reader{ctx: ctx, d: d, at: graph.AsOf{ValidAt: s.To, KnownAt: s.To}}
		w := r.words(graph.Stages, []string{x.Talks.ID})[0]
		diff := Difference{Day: x.On, Clock: ByKnown, Claim: x.Talks, Dropped: x, Instrument: x.Instrument, Commitments: []*graph.Commitment{x.Commitment}, Article: w.article,
			Actors: all[*graph.Actor](r.follow(graph.Stages, "actors", x.Talks.ID))}
		if len(w.passages) > 0 {
			diff.Passage = w.passages[0]
		}
		if out = append(out, diff); r.err != nil {
			return nil, r.err
		}
	}
	return out, err
}

// about narrows commitments to what a phrase means; nil where there is none.
func (d *Desk) about(ctx context.Context, phrase string, at graph.AsOf) (graph.Filter, error) {
	if phrase == "" {
		return nil, nil
	}
	u := d.Understand(phrase)
	codes, err := d.among(ctx, u.Actors, at)
	if !u.asked() && len(u.Actors) == 0 || len(codes) == 0 && len(u.Actors) > 0 {
		return graph.Or{}, err
	}
	return append(u.matter(), parties(codes)...), err
}

// change is a kind of what changes: the edges to what it is of and to who acts or speaks, and how a filter on commitments narrows it.
type change struct {
	kind    *graph.Kind
	of, who string
	about   func(graph.Filter) graph.Filter
	last    string // the property of the day on which it became known
}

var changing = []change{
	{graph.Stages, "commitments", "actors", func(f graph.Filter) graph.Filter { return some(f, "commitments") }, "knownAt"},
	{graph.TreatyActions, "instrument", "actor", func(f graph.Filter) graph.Filter { return some(f, "instrument", "commitments") }, "last"},
	{graph.Allegations, "commitment", "by", func(f graph.Filter) graph.Filter { return some(f, "commitment") }, "knownAt"},
	{graph.Attributions, "attack", "by", func(f graph.Filter) graph.Filter { return some(f, "attack", "citedIn", "commitment") }, "knownAt"},
}

// some holds where a path of edges leads to a node for which f holds.
func some(f graph.Filter, path ...string) graph.Filter {
	for _, edge := range slices.Backward(path) {
		f = graph.Some{Edge: edge, X: f}
	}
	return f
}

// between lets claims pass that became known after from and by to, or were known and took effect then. An act is a claim of its own where
// no stage of it became known then.
func (k change) between(from, to graph.Day) graph.Filter {
	is := func(property string, op graph.Op, v any) graph.Filter {
		return graph.Is{Property: property, Op: op, Value: v}
	}
	f, t := string(from), string(to)
	known := graph.And{is("knownAt", graph.Gt, f), is("knownAt", graph.Lte, t), is("last", graph.Lte, t)}
	if k.kind == graph.TreatyActions {
		return graph.And{is("last", graph.Gt, f), is("last", graph.Lte, t), graph.Not{X: graph.Some{Edge: "stages", X: known}}}
	}
	return graph.And{
		is("dismissed", graph.Eq, false), is("knownTo", graph.Gt, t),
		graph.Or{known, graph.And{is("knownAt", graph.Lte, f), is("last", graph.Gt, f), is("last", graph.Lte, t)}},
	}
}

func (d *Desk) differences(ctx context.Context, k change, where graph.Filter, s Span) ([]Difference, error) {
	var out []Difference
	var ids []string
	err := d.all(ctx, graph.Query{Kind: k.kind, Where: where, AsOf: graph.AsOf{Ever: true}}, func(n graph.Node) {
		last, _ := k.kind.Property("last")
		known, _ := k.kind.Property(k.last)
		x := Difference{Claim: n, Clock: ByKnown, Day: graph.Day(known.Value(n).(string))}
		if x.Day <= s.From {
			x.Clock, x.Day = ByValid, graph.Day(last.Value(n).(string))
		}
		out, ids = append(out, x), append(ids, n.NodeID())
	})
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	r := reader{ctx: ctx, d: d, at: graph.AsOf{Ever: true}}
	whos, ofs := r.followAll(k.kind, k.who, ids), r.followAll(k.kind, k.of, ids)
	for i := range out {
		out[i].Actors = all[*graph.Actor](whos(i))
		for _, n := range ofs(i) {
			switch n := n.(type) {
			case *graph.Commitment:
				if n.Same == "" || len(ofs(i)) == 1 { // what is joined to another reached it through that, too
					out[i].Commitments = append(out[i].Commitments, n)
				}
			case *graph.Attack:
				out[i].Attack = n
			case *graph.Instrument:
				out[i].Instrument = n
			}
		}
	}
	if k.kind == graph.Stages {
		acts := r.followAll(k.kind, "act", ids)
		for i := range out {
			for _, n := range acts(i) {
				out[i].Act = n.(*graph.TreatyAction)
			}
		}
	}
	if k.kind != graph.TreatyActions {
		for i, w := range r.words(k.kind, ids) {
			out[i].Article = w.article
			if len(w.passages) > 0 {
				out[i].Passage = w.passages[0]
			}
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	return d.countingChanges(ctx, k, out, ids, s)
}

// countingChanges keeps the differences that count under the policy on the last day.
func (d *Desk) countingChanges(ctx context.Context, k change, all []Difference, ids []string, s Span) ([]Difference, error) {
	if s.Policy == "" || s.Policy == EveryWord || k.kind == graph.TreatyActions {
		return all, nil
	}
	counts := map[string]bool{}
	v := View{graph.AsOf{ValidAt: s.To, KnownAt: s.To}, s.Policy}
	of := graph.Some{Edge: k.of, X: graph.Some{Edge: back[k.kind], X: graph.Is{Property: "id", Op: graph.InList, Value: anys(ids)}}}
	if k.kind == graph.Stages {
		stages, err := d.stages(ctx, of.X, nil, v)
		if err != nil {
			return nil, err
		}
		for _, t := range stages {
			counts[t.ID] = true
		}
	} else {
		said, err := d.said(ctx, k.kind, of, v)
		if err != nil {
			return nil, err
		}
		for _, x := range said {
			counts[x.Claim.NodeID()] = true
		}
	}
	return slices.DeleteFunc(all, func(x Difference) bool { return !counts[x.Claim.NodeID()] }), nil
}

// back are the edges that lead from what claims are of to the claims.
var back = map[*graph.Kind]string{graph.Stages: "stages", graph.Allegations: "allegations", graph.Attributions: "attributions"}
