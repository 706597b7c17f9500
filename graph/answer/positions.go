package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Mode is how an actor came to what it holds.
type Mode string

const (
	Individual  Mode = "INDIVIDUAL"
	ViaGroup    Mode = "VIA_GROUP"    // a group spoke, of which it was a member on that day
	ByConsensus Mode = "BY_CONSENSUS" // all states, or the parties of a treaty to which it consents, spoke
)

// Cell is the strongest of what an actor holds of a principle on a day.
type Cell struct {
	Actor     string // code
	Principle string // slug
	Status    graph.Status
	Mode      Mode
	Through   string          // code of the group or class that spoke; "" where INDIVIDUAL
	Standing  *graph.Standing // the row that says so
}

// Positions fills the matrix of actors (codes) by principles (slugs) as of a day; cells of which nothing is told are left out. Cells come
// by actor, then by principle, in the order asked. What an actor does itself comes before what it does through a group.
func (d *Desk) Positions(ctx context.Context, actors, principles []string, at graph.AsOf) ([]Cell, error) {
	at = d.today(at)
	groups, err := d.groups(ctx, actors, at)
	if err != nil {
		return nil, err
	}
	speakers := slices.Clone(actors)
	for _, m := range groups {
		speakers = append(speakers, m.group)
	}
	slices.Sort(speakers)
	rows := map[string][]*graph.Standing{} // by code
	where := graph.And{
		graph.Is{Property: "own", Op: graph.Eq, Value: false},
		graph.Is{Property: "principle", Op: graph.InList, Value: anys(principles)},
		graph.Is{Property: "actorCode", Op: graph.InList, Value: anys(slices.Compact(speakers))},
	}
	err = d.all(ctx, graph.Query{Kind: graph.Standings, Where: where, AsOf: at}, func(n graph.Node) {
		s := n.(*graph.Standing)
		rows[s.ActorCode] = append(rows[s.ActorCode], s)
	})
	if err != nil {
		return nil, err
	}
	best := map[[2]string]Cell{}
	offer := func(actor string, mode Mode, through string, s *graph.Standing) {
		k := [2]string{actor, s.Principle}
		c := Cell{actor, s.Principle, s.Status, mode, through, s}
		if was, ok := best[k]; !ok || before(c, was) {
			best[k] = c
		}
	}
	for _, a := range actors {
		for _, s := range rows[a] {
			offer(a, Individual, "", s)
		}
	}
	for _, m := range groups {
		for _, s := range rows[m.group] {
			if m.on(s.Since) {
				offer(m.member, m.mode, m.group, s)
			}
		}
	}
	var out []Cell
	for _, a := range actors {
		for _, p := range principles {
			if c, ok := best[[2]string{a, p}]; ok {
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// before says whether a is shown rather than b: the stronger, then what the actor did itself.
func before(a, b Cell) bool {
	return cmp.Or(cmp.Compare(slices.Index(strength, a.Status), slices.Index(strength, b.Status)),
		cmp.Compare(modeOrder(a.Mode), modeOrder(b.Mode)), cmp.Compare(a.Standing.Since, b.Standing.Since), strings.Compare(a.Standing.ID, b.Standing.ID)) < 0
}

func modeOrder(m Mode) int { return slices.Index([]Mode{Individual, ViaGroup, ByConsensus}, m) }

// membership is a stretch of days in which an actor belongs to a group or class.
type membership struct {
	member, group string // codes
	mode          Mode
	from, to      graph.Day // half-open; "" and Forever are the ends
}

func (m membership) on(d graph.Day) bool { return m.from <= d && d < m.to }

// groups finds what groups and classes the actors belong to.
func (d *Desk) groups(ctx context.Context, actors []string, at graph.AsOf) ([]membership, error) {
	var found []*graph.Actor
	var ids []string
	err := d.all(ctx, graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.InList, Value: anys(actors)}}, func(n graph.Node) {
		found, ids = append(found, n.(*graph.Actor)), append(ids, n.NodeID())
	})
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	edge, err := graph.Actors.Edge("memberOf")
	if err != nil {
		return nil, err
	}
	pages, err := d.Store.Related(ctx, ids, edge, graph.Query{Kind: graph.Actors, First: graph.MaxPage})
	if err != nil {
		return nil, err
	}
	var out []membership
	for i, page := range pages {
		for j, n := range page.Nodes {
			out = append(out, member(found[i].Code, n.(*graph.Actor).Code, page.Links[j]))
		}
		classes, err := graph.ClassesOf(ctx, d.Store, found[i], at)
		if err != nil {
			return nil, err
		}
		for _, c := range classes {
			out = append(out, membership{found[i].Code, c, ByConsensus, "", graph.Forever})
		}
	}
	return out, nil
}

// member reads a membership from its relationship; a day that is not told leaves that end open.
func member(code, group string, props graph.Props) membership {
	m := membership{code, group, ViaGroup, "", graph.Forever}
	if from, _ := props["from"].(string); from != "" {
		if first, _, err := graph.Span(from); err == nil {
			m.from = first
		}
	}
	if to, _ := props["to"].(string); to != "" {
		if first, _, err := graph.Span(to); err == nil {
			m.to = first
		}
	}
	return m
}
