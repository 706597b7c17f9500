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

// CheckStandings works out the standings of every commitment in a store anew and compares them with the rows kept there. It gives a
// line for each row that is missing, wrong or too many, and how many commitments it looked at.
func CheckStandings(ctx context.Context, s Finder) (wrong []string, commitments int, err error) {
	q := Query{Kind: Commitments, First: 200}
	for {
		page, err := s.Find(ctx, q)
		if err != nil {
			return nil, 0, err
		}
		var ids []string
		for _, n := range page.Nodes {
			ids = append(ids, n.NodeID())
		}
		lines, err := checkStandings(ctx, ever{s}, ids)
		if err != nil {
			return nil, 0, err
		}
		wrong, commitments = append(wrong, lines...), commitments+len(ids)
		if !page.HasNext {
			return wrong, commitments, nil
		}
		plain, err := q.Plain()
		if err != nil {
			return nil, 0, err
		}
		q.After = plain.Cursor(page.Nodes[len(page.Nodes)-1])
	}
}

func checkStandings(ctx context.Context, r reading, ids []string) ([]string, error) {
	histories, err := readHistories(ctx, r, ids)
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
	held, err := links(ctx, r, RelHeld, Commitments, Standings, ids, false)
	if err != nil {
		return nil, err
	}
	have, err := load[*Standing](ctx, r, Standings, tos(held))
	if err != nil {
		return nil, err
	}
	var wrong []string
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
		page, err := e.s.Find(ctx, Query{Kind: k, Where: Is{property, InList, list}, AsOf: AsOf{Ever: true}, First: MaxPage})
		if err != nil {
			return nil, err
		}
		out = append(out, page.Nodes...)
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
		nodes, err := e.rest(ctx, ids[j], edge, q, page)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			l := Link{Type: t, From: Ref{seen, ids[j]}, To: RefOf(n)}
			if in {
				l.From, l.To = l.To, l.From
			}
			out = append(out, l)
		}
	}
	return out, nil
}

// rest gives the nodes of a page and of those that follow it.
func (e ever) rest(ctx context.Context, id string, edge *Edge, q Query, page Page) ([]Node, error) {
	out := page.Nodes
	for page.HasNext {
		plain, err := q.Plain()
		if err != nil {
			return nil, err
		}
		q.After = plain.Cursor(out[len(out)-1])
		pages, err := e.s.Related(ctx, []string{id}, edge, q)
		if err != nil {
			return nil, err
		}
		page = pages[0]
		out = append(out, page.Nodes...)
	}
	return out, nil
}
