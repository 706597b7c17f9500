package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// checkSame compares who stands for the nodes of a kind.
func checkSame(ctx context.Context, s Checked, k *Kind) ([]string, error) {
	l := likeness{k, map[string]*face{}, map[string][]string{}, newJudged()}
	kept := map[string]string{}
	err := pages(ctx, s, k, func(nodes []Node) error {
		ids := make([]string, len(nodes))
		for i, n := range nodes {
			ids[i] = n.NodeID()
			kept[ids[i]] = *sameOf(n)
		}
		return l.read(ctx, s, ids)
	})
	if err != nil {
		return nil, err
	}
	err = pages(ctx, s, Reviews, func(nodes []Node) error {
		for _, n := range nodes {
			l.judged.add(n.(*Review))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	l.judged.settle()
	for _, f := range slices.SortedFunc(maps.Values(l.faces), byRank) {
		if block := l.block(f.ID); block[0] == f {
			l.settle(block)
		}
	}
	var wrong []string
	for _, id := range keys(kept) {
		if f := l.faces[id]; f == nil {
			wrong = append(wrong, fmt.Sprintf("%s %s is told by no source", k.Name, id))
		} else if f.Same != kept[id] {
			wrong = append(wrong, fmt.Sprintf("%s %s: %q stands for it, not %q", k.Name, id, f.Same, kept[id]))
		}
	}
	return wrong, nil
}

// read takes in nodes as their shares tell them.
func (l *likeness) read(ctx context.Context, s Checked, ids []string) error {
	all, err := loadShares(ctx, s, ids)
	if err != nil {
		return err
	}
	for id, shares := range all {
		n, links, err := merge(shares)
		if err != nil {
			return err
		}
		f := faceOf(n, links, shares)
		stand, _ := f.places(l.kind)
		for _, p := range stand {
			l.at[p] = append(l.at[p], id)
		}
		l.faces[id] = f
	}
	return nil
}
