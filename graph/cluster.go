package graph

import (
	"context"
	"maps"
	"slices"
)

// clusters are commitments with those that reviews joined to them.
type clusters struct {
	ids     []string            // all that are there
	members map[string][]string // by the commitment that stands for them, those joined to it
}

// readClusters reads which commitments stand for which; of ids, those that are there and whom they stand for or are joined to.
func readClusters(ctx context.Context, r reading, ids []string) (*clusters, error) {
	there, err := load[*Commitment](ctx, r, Commitments, ids)
	if err != nil || len(there) == 0 {
		return &clusters{}, err
	}
	c := &clusters{ids: keys(there), members: map[string][]string{}}
	for _, n := range there {
		if n.Same != "" {
			c.ids = append(c.ids, n.Same)
		}
	}
	c.ids = union(c.ids, nil)
	joined, err := r.Load(ctx, Commitments, "same", c.ids)
	for _, n := range joined {
		to := n.(*Commitment).Same
		c.members[to] = union(append(c.members[to], n.NodeID()), nil)
	}
	return c, err
}

// joined are all that are joined to another.
func (c *clusters) joined() []string {
	return slices.Concat(slices.Collect(maps.Values(c.members))...)
}

// alone are those that are not joined to another.
func (c *clusters) alone() []string {
	joined := c.joined()
	return slices.DeleteFunc(slices.Clone(c.ids), func(id string) bool { return slices.Contains(joined, id) })
}

// through are the stages that commitments reach through those joined to them and not by themselves, from the REACHED links of all.
func (c *clusters) through(reached []Link) []Link {
	itself := map[string][]Link{}
	for _, l := range reachedItself(reached) {
		itself[l.From.ID] = append(itself[l.From.ID], l)
	}
	var out []Link
	for _, id := range keys(c.members) {
		mine := slices.Clip(itself[id])
		for _, m := range c.members[id] {
			for _, l := range itself[m] {
				mine = append(mine, without([]Link{{RelReached, Ref{Commitments, id}, l.To, Props{"through": m}}}, mine)...)
			}
		}
		out = append(out, mine[len(itself[id]):]...)
	}
	return out
}

// reachedItself are those of REACHED links that do not go through a joined commitment.
func reachedItself(links []Link) []Link {
	return slices.DeleteFunc(slices.Clone(links), func(l Link) bool { return l.Props["through"] != nil })
}

// reachThrough writes the stages that commitments reach through others, and gives the REACHED links of all as they are then.
func (w writer) reachThrough(ctx context.Context, c *clusters) ([]Link, error) {
	reached, err := links(ctx, w, RelReached, Commitments, Stages, union(c.ids, c.joined()), false)
	if err != nil {
		return nil, err
	}
	through := map[linkKey]any{}
	have := slices.DeleteFunc(slices.Clone(reached), func(l Link) bool { return l.Props["through"] == nil })
	for _, l := range have {
		through[l.key()] = l.Props["through"]
	}
	want := c.through(reached)
	gone := without(have, want)
	if err := w.Unlink(ctx, gone); err != nil {
		return nil, err
	}
	fresh := slices.DeleteFunc(slices.Clone(want), func(l Link) bool { return through[l.key()] == l.Props["through"] })
	return append(without(without(reached, gone), fresh), fresh...), w.Link(ctx, fresh)
}
