package graph

import (
	"context"
	"encoding/json"
	"slices"
	"time"
)

// Erase is what Remove means, within a transaction of a store: the articles go with everything that only they say. A tombstone keeps
// each away until it is asked for again; reviews stay.
func Erase(ctx context.Context, tx Tx, articles []string, now time.Time) error {
	articles = union(articles, nil)
	if err := tx.Lock(ctx, articles); err != nil {
		return err
	}
	stored, err := tx.Load(ctx, Articles, "id", articles)
	if err != nil {
		return err
	}
	for _, id := range articles {
		if !slices.ContainsFunc(stored, func(n Node) bool { return n.NodeID() == id }) {
			return Errorf(NotFound, "no article %s is stored; nothing was removed", id)
		}
	}
	w := newWriter(tx, now)
	for _, id := range articles {
		if err := w.erase(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (w writer) erase(ctx context.Context, article string) error {
	old, err := loadSource(ctx, w, article)
	if err != nil {
		return err
	}
	refs, err := old.refs()
	if err != nil {
		return err
	}
	touched, err := w.commitmentsOf(ctx, refs)
	if err != nil {
		return err
	}
	if err := w.Lock(ctx, union(old.Shared, touched)); err != nil {
		return err
	}
	if err := w.Delete(ctx, append(refs, Ref{Articles, article})); err != nil {
		return err
	}
	turned, err := w.reshare(ctx, article, nil, old.Shared)
	if err != nil {
		return err
	}
	joined, err := w.resame(ctx, turned)
	if err != nil {
		return err
	}
	if err := w.restand(ctx, union(touched, joined)); err != nil {
		return err
	}
	if err := w.Set(ctx, drawerSources, Record{Key: article}); err != nil {
		return err
	}
	tomb, err := json.Marshal(map[string]string{"at": stamp(w.now)})
	if err != nil {
		return err
	}
	if err := w.Set(ctx, drawerAway, Record{article, tomb}); err != nil {
		return err
	}
	return w.Log(ctx, Change{At: stamp(w.now), Verb: "REMOVE", Source: article})
}
