package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Finder is the half of a Store that finds nodes.
type Finder interface {
	Find(ctx context.Context, q Query) (Page, error)
	Related(ctx context.Context, ids []string, e *Edge, q Query) ([]Page, error)
}

// Checked is what a check reads of a Store.
type Checked interface {
	Finder
	getter
}

// Check works out anew what follows from the claims in a store, who is taken for one and what everybody holds of every commitment, and
// compares it with what is kept there. It gives a line for each thing that is missing, wrong or too much, and how many commitments it looked at.
func Check(ctx context.Context, s Checked) (wrong []string, commitments int, err error) {
	for _, k := range likened {
		lines, err := checkSame(ctx, s, k)
		if err != nil {
			return nil, 0, err
		}
		wrong = append(wrong, lines...)
	}
	err = pages(ctx, s, Commitments, func(nodes []Node) error {
		var ids []string
		for _, n := range nodes {
			ids = append(ids, n.NodeID())
		}
		commitments += len(ids)
		lines, err := checkStandings(ctx, ever{s}, ids)
		wrong = append(wrong, lines...)
		return err
	})
	return wrong, commitments, err
}

// pages gives all nodes of a kind that were ever recorded, some at a time.
func pages(ctx context.Context, s Finder, k *Kind, look func([]Node) error) error {
	return Pages(ctx, s, Query{Kind: k, First: 200, AsOf: AsOf{Ever: true}}, look)
}

// checkStandings compares the rows of commitments, and the stages that they reach through others.
func checkStandings(ctx context.Context, r reading, ids []string) ([]string, error) {
	c, err := readClusters(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	reached, err := links(ctx, r, RelReached, Commitments, Stages, union(c.ids, c.joined()), false)
	if err != nil {
		return nil, err
	}
	wrong := checkThrough(c, reached)
	histories, err := readHistories(ctx, r, ids, reached)
	if err != nil {
		return nil, err
	}
	partyTo, err := links(ctx, r, RelPartyTo, Actors, Commitments, ids, true)
	if err != nil {
		return nil, err
	}
	if err := readParties(ctx, r, histories, partyTo); err != nil {
		return nil, err
	}
	for _, id := range c.joined() {
		histories[id] = &history{} // holds nothing of its own
	}
	held, err := links(ctx, r, RelHeld, Commitments, Standings, ids, false)
	if err != nil {
		return nil, err
	}
	have, err := load[*Standing](ctx, r, Standings, tos(held))
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		for _, want := range histories[id].standings(id) {
			if got := have[want.ID]; got == nil {
				wrong = append(wrong, fmt.Sprintf("commitment %s: no row %+v", id, want))
			} else if *got != want {
				wrong = append(wrong, fmt.Sprintf("commitment %s: row %+v should be %+v", id, *got, want))
			}
			delete(have, want.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(have)) {
		wrong = append(wrong, fmt.Sprintf("row %+v follows from no stage", *have[id]))
	}
	return wrong, nil
}

// checkThrough compares the stages that commitments reach through those joined to them, from the REACHED links of all.
func checkThrough(c *clusters, reached []Link) (wrong []string) {
	want := c.through(reached)
	have := slices.DeleteFunc(slices.Clone(reached), func(l Link) bool { return l.Props["through"] == nil })
	for _, l := range without(want, have) {
		wrong = append(wrong, fmt.Sprintf("commitment %s does not reach stage %s through %s, which is joined to it", l.From.ID, l.To.ID, l.Props["through"]))
	}
	for _, l := range without(have, want) {
		wrong = append(wrong, fmt.Sprintf("commitment %s reaches stage %s through %s, which is not joined to it", l.From.ID, l.To.ID, l.Props["through"]))
	}
	return wrong
}

// ever reads all that was ever recorded in a store.
type ever struct{ s Finder }

// Load is as in Tx.
func (e ever) Load(ctx context.Context, k *Kind, property string, values []string) ([]Node, error) {
	var out []Node
	for chunk := range slices.Chunk(values, MaxPage) {
		list := make([]any, len(chunk))
		for i, v := range chunk {
			list[i] = v
		}
		err := Pages(ctx, e.s, Query{Kind: k, Where: Is{property, InList, list}, AsOf: AsOf{Ever: true}}, func(nodes []Node) error {
			out = append(out, nodes...)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Links is as in Tx.
func (e ever) Links(ctx context.Context, t Relationship, from, to *Kind, ids []string, in bool) ([]Link, error) {
	seen, other := from, to
	if in {
		seen, other = to, from
	}
	i := slices.IndexFunc(seen.Edges, func(x *Edge) bool { return x.Relation == t && x.To == other && x.In == in && x.Where == nil })
	if i < 0 {
		return nil, Errorf(Internal, "%s has no edge %s to %s", seen.Name, t, other.Name)
	}
	edge := seen.Edges[i]
	q := Query{Kind: other, AsOf: AsOf{Ever: true}, First: MaxPage}
	pages, err := e.s.Related(ctx, ids, edge, q)
	if err != nil {
		return nil, err
	}
	var out []Link
	for j, page := range pages {
		all, err := e.rest(ctx, ids[j], edge, q, page)
		if err != nil {
			return nil, err
		}
		for i, n := range all.Nodes {
			l := Link{Type: t, From: Ref{seen, ids[j]}, To: RefOf(n), Props: all.Links[i]}
			if in {
				l.From, l.To = l.To, l.From
			}
			out = append(out, l)
		}
	}
	return out, nil
}

// rest gives a page with those that follow it.
func (e ever) rest(ctx context.Context, id string, edge *Edge, q Query, page Page) (Page, error) {
	out := page
	for page.HasNext {
		plain, err := q.Plain()
		if err != nil {
			return out, err
		}
		q.After = plain.Cursor(out.Nodes[len(out.Nodes)-1])
		pages, err := e.s.Related(ctx, []string{id}, edge, q)
		if err != nil {
			return out, err
		}
		page = pages[0]
		out.Nodes, out.Links = append(out.Nodes, page.Nodes...), append(out.Links, page.Links...)
	}
	return out, nil
}
