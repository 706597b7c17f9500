package graph

import (
	"context"
	"maps"
	"slices"
)

// remaking is what follows for the graph where shares change.
type remaking struct {
	shares       []Record
	save         []Node
	remove       []Ref
	link, unlink []Link
	turned       []turned
}

// reshare replaces the source's shares and makes the shared nodes anew from all of theirs. It tells which of them turned.
func (w writer) reshare(ctx context.Context, src string, fresh map[string]share, old []string) ([]turned, error) {
	ids := union(slices.Collect(maps.Keys(fresh)), old)
	all, err := loadShares(ctx, w, ids)
	if err != nil {
		return nil, err
	}
	faces, err := readFaces(ctx, w, ids)
	if err != nil {
		return nil, err
	}
	var r remaking
	for _, id := range ids {
		rest, err := r.replace(id, src, fresh, all[id])
		if err == nil {
			err = r.remake(id, all[id], rest, faces[id])
		}
		if err != nil {
			return nil, err
		}
		w.shares[id] = rest
	}
	return r.turned, w.write(ctx, r)
}

// replace puts the source's share of a node in the place of that which it had, and gives all shares of the node.
func (r *remaking) replace(id, src string, fresh map[string]share, all []share) ([]share, error) {
	rest := slices.DeleteFunc(slices.Clone(all), func(s share) bool { return s.Source == src })
	s, ok := fresh[id]
	if !ok {
		r.shares = append(r.shares, Record{Key: id + "/" + src})
		return rest, nil
	}
	record, err := s.record(id)
	if err != nil {
		return nil, err
	}
	r.shares = append(r.shares, record)
	var again share // as it will be read, so that a value has one form
	err = readJSON(record.Body, &again)
	return append(rest, again), err
}

// remake makes a node of its shares; was is its face so far.
func (r *remaking) remake(id string, before, after []share, was *face) error {
	stored, old, err := merge(before)
	if err != nil {
		return err
	}
	node, links, err := merge(after)
	if err != nil {
		return err
	}
	if node == nil {
		k, err := KindNamed(before[0].Kind)
		if err != nil {
			return err
		}
		r.remove = append(r.remove, Ref{k, id})
		if was != nil {
			r.turned = append(r.turned, turned{k, id, was, nil})
		}
		return nil
	}
	if stored == nil || !equalNodes(stored, node) {
		r.save = append(r.save, node)
	}
	r.link, r.unlink = append(r.link, unlike(links, old)...), append(r.unlink, without(old, links)...)
	now := faceOf(node, links, after)
	switch {
	case now == nil:
	case was == nil:
		r.turned = append(r.turned, turned{KindOf(node), id, nil, now})
	default:
		now.Same, now.Open = was.Same, was.Open
		*sameOf(node) = was.Same
		if !was.sees(now) {
			r.turned = append(r.turned, turned{KindOf(node), id, was, now})
		}
	}
	return nil
}

// write carries the changes out.
func (w writer) write(ctx context.Context, r remaking) error {
	if err := w.Set(ctx, drawerShares, r.shares...); err != nil {
		return err
	}
	if err := w.Save(ctx, r.save); err != nil {
		return err
	}
	if err := w.Unlink(ctx, r.unlink); err != nil {
		return err
	}
	if err := w.Link(ctx, r.link); err != nil {
		return err
	}
	return w.remove(ctx, r.remove)
}

// remove deletes shared nodes that nobody speaks of any more, a commitment with its standings.
func (w writer) remove(ctx context.Context, refs []Ref) error {
	var commitments []string
	for _, r := range refs {
		if r.Kind == Commitments {
			commitments = append(commitments, r.ID)
		}
	}
	held, err := links(ctx, w, RelHeld, Commitments, Standings, commitments, false)
	if err != nil {
		return err
	}
	for _, l := range held {
		refs = append(refs, l.To)
	}
	return w.Delete(ctx, refs)
}
