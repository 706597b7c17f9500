package answer

import (
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// attackFacts is what is told of an attack, by all nodes that are taken for it.
type attackFacts struct {
	node        *graph.Attack // that stands for it
	ids         []string      // of all that are it
	first, last graph.Day     // "" where no day is told
	victims     []string      // codes
	sectors     []string      // slugs
	conduct     []string      // slugs
	passages    []*graph.Passage
	said        []Said // who is blamed, by whom
}

// blamed are the codes of those who are accused or admit it.
func (a attackFacts) blamed() []string {
	var out []string
	for _, s := range a.said {
		if c := code(s.Against); s.Stance != graph.Denies && c != "" && c != graph.Unnamed && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// cluster finds the node of an id, or that which stands for it, and the ids of all that are one with it. None is NotFound.
func cluster[T graph.Node](ctx context.Context, d *Desk, k *graph.Kind, id string, same func(T) string) (node T, ids []string, err error) {
	find := func(property, value string) (out []T, err error) {
		err = d.all(ctx, graph.Query{Kind: k, Where: graph.Is{Property: property, Op: graph.Eq, Value: value}, AsOf: graph.AsOf{Ever: true}}, func(n graph.Node) {
			out = append(out, n.(T))
		})
		return out, err
	}
	found, err := find("id", id)
	if err == nil && len(found) > 0 && same(found[0]) != "" {
		found, err = find("id", same(found[0]))
	}
	if err != nil {
		return node, nil, err
	}
	if len(found) == 0 {
		return node, nil, graph.Errorf(graph.NotFound, "no %s has the id %q", k.Name, id)
	}
	joined, err := find("same", found[0].NodeID())
	ids = []string{found[0].NodeID()}
	for _, n := range joined {
		ids = append(ids, n.NodeID())
	}
	return found[0], ids, err
}

func (d *Desk) readAttack(ctx context.Context, id string, v View) (attackFacts, error) {
	var a attackFacts
	var err error
	if a.node, a.ids, err = cluster(ctx, d, graph.Attacks, id, func(n *graph.Attack) string { return n.Same }); err != nil {
		return a, err
	}
	r := reader{ctx: ctx, d: d, at: v.AsOf}
	nodes, err := d.nodes(ctx, graph.Attacks, a.ids)
	if err != nil {
		return a, err
	}
	for _, n := range append([]graph.Node{a.node}, nodes...) { // the days of that which stands for it, else those of another
		if x := n.(*graph.Attack); a.first == "" && x.First != "" {
			a.first, a.last = x.First, x.Last
		}
	}
	victims, sectors := r.followAll(graph.Attacks, "victims", a.ids), r.followAll(graph.Attacks, "sectors", a.ids)
	conduct, evidence := r.followAll(graph.Attacks, "conduct", a.ids), r.followAll(graph.Attacks, "evidence", a.ids)
	for i := range a.ids {
		a.victims = union(a.victims, codes(victims(i)))
		a.sectors, a.conduct = union(a.sectors, terms(sectors(i))), union(a.conduct, terms(conduct(i)))
		a.passages = append(a.passages, all[*graph.Passage](evidence(i))...)
	}
	if r.err != nil {
		return a, r.err
	}
	a.said, err = d.said(ctx, graph.Attributions, graph.Some{Edge: "attack", X: graph.Is{Property: "id", Op: graph.InList, Value: anys(a.ids)}}, v)
	return a, err
}

// nodes finds nodes of a kind by their ids.
func (d *Desk) nodes(ctx context.Context, k *graph.Kind, ids []string) (out []graph.Node, err error) {
	err = d.all(ctx, graph.Query{Kind: k, Where: graph.Is{Property: "id", Op: graph.InList, Value: anys(ids)}, AsOf: graph.AsOf{Ever: true}}, func(n graph.Node) {
		out = append(out, n)
	})
	return out, err
}

// union is a with what b has beside it.
func union(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

// commitmentFacts is what is told of a commitment and of those that are joined to it.
type commitmentFacts struct {
	node            *graph.Commitment
	ids             []string // of all that are one
	principle       *graph.Principle
	instrument      *graph.Instrument // nil where none is told
	parties, toward []string          // codes
	// slugs that its stages tell, and the passages that do
	covers, excludes       []string
	conditions             []string
	passages, scope, under []*graph.Passage
	// slugs that the wording of the principle tells
	wordCovers, wordExcludes []string
	members                  []membership // of its parties that are groups and classes, of those concerned
	day                      graph.Day    // on which membership counts
}

func (d *Desk) readCommitment(ctx context.Context, id string, v View) (commitmentFacts, error) {
	var c commitmentFacts
	var err error
	if c.node, c.ids, err = cluster(ctx, d, graph.Commitments, id, func(n *graph.Commitment) string { return n.Same }); err != nil {
		return c, err
	}
	id = c.node.ID
	r := reader{ctx: ctx, d: d, at: v.AsOf}
	c.parties = codes(r.follow(graph.Commitments, "parties", id))
	for _, n := range r.follow(graph.Commitments, "instrument", id) {
		c.instrument = n.(*graph.Instrument)
	}
	for _, n := range r.follow(graph.Commitments, "principle", id) {
		c.principle = n.(*graph.Principle)
		c.wordCovers, c.wordExcludes = terms(r.follow(graph.Principles, "covers", n.NodeID())), terms(r.follow(graph.Principles, "excludes", n.NodeID()))
	}
	if r.err != nil {
		return c, r.err
	}
	reports, err := d.stages(ctx, graph.Is{Property: "id", Op: graph.Eq, Value: id}, reported, v)
	if err != nil {
		return c, err
	}
	var stages []string
	for _, t := range reports {
		stages = append(stages, t.ID)
	}
	toward, covers := r.followAll(graph.Stages, "toward", stages), r.followAll(graph.Stages, "covers", stages)
	excludes, conditions := r.followAll(graph.Stages, "excludes", stages), r.followAll(graph.Stages, "conditions", stages)
	for i, t := range reports {
		if t.Stance == graph.Denies {
			continue
		}
		c.passages = append(c.passages, t.passages...)
		c.toward = union(c.toward, codes(toward(i)))
		if in, out := terms(covers(i)), terms(excludes(i)); len(in)+len(out) > 0 {
			c.covers, c.excludes = union(c.covers, in), union(c.excludes, out)
			c.scope = append(c.scope, t.passages...)
		}
		if on := terms(conditions(i)); len(on) > 0 {
			c.conditions = union(c.conditions, on)
			c.under = append(c.under, t.passages...)
		}
	}
	return c, r.err
}

// party says whether a code is among the parties, by itself or through a group or class to which it belongs.
func (c commitmentFacts) party(code string) bool {
	return slices.Contains(c.parties, code) || len(c.through(code)) > 0
}

// through are the groups and classes among the parties to which an actor belongs on the day.
func (c commitmentFacts) through(code string) []string {
	var out []string
	for _, m := range c.members {
		if m.member == code && m.on(c.day) {
			out = append(out, m.group)
		}
	}
	return out
}
