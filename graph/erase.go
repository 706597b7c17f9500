package graph

import (
	"cmp"
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
	w := writer{Tx: tx, now: now}
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
	if err := w.reshare(ctx, article, nil, old.Shared); err != nil {
		return err
	}
	if err := w.restand(ctx, touched); err != nil {
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

// claims are the kinds of which a review can be.
var claims = []*Kind{Stages, Attributions, Allegations}

// Judge is what Review means, within a transaction of a store: the latest review of a claim says whether it counts.
func Judge(ctx context.Context, tx Tx, r Review, now time.Time) error {
	if r.Verdict != Upheld && r.Verdict != Dismissed {
		return Errorf(Invalid, "a claim is UPHELD or DISMISSED, not %q", r.Verdict)
	}
	if r.Reviewer == "" {
		return Errorf(Invalid, "a review names its reviewer")
	}
	if r.At == "" {
		r.At = stamp(now)
	}
	r.ID = ID(Reviews.Name, r.Subject, r.Reviewer, r.At)
	w := writer{Tx: tx, now: now}
	if err := tx.Lock(ctx, []string{r.Subject}); err != nil {
		return err
	}
	claim, err := w.claim(ctx, r.Subject)
	if err != nil {
		return err
	}
	touched, err := w.commitmentsOf(ctx, []Ref{RefOf(claim)})
	if err != nil {
		return err
	}
	if err := tx.Lock(ctx, touched); err != nil {
		return err
	}
	if err := tx.Save(ctx, []Node{&r}); err != nil {
		return err
	}
	if err := w.reattach(ctx, []Node{claim}); err != nil {
		return err
	}
	if err := w.restand(ctx, touched); err != nil {
		return err
	}
	return tx.Log(ctx, Change{At: stamp(now), Verb: "REVIEW", Source: r.ID})
}

// claim finds a claim by its id.
func (w writer) claim(ctx context.Context, id string) (Node, error) {
	for _, k := range claims {
		nodes, err := w.Load(ctx, k, "id", []string{id})
		if err != nil {
			return nil, err
		}
		if len(nodes) > 0 {
			return nodes[0], nil
		}
	}
	return nil, Errorf(NotFound, "no claim %s is stored", id)
}

// reattach ties reviews to the claims that they are of, and lets the latest of each say whether the claim counts.
func (w writer) reattach(ctx context.Context, nodes []Node) error {
	byID := map[string]Node{}
	for _, n := range nodes {
		if slices.Contains(claims, KindOf(n)) {
			byID[n.NodeID()] = n
		}
	}
	if len(byID) == 0 {
		return nil
	}
	found, err := w.Load(ctx, Reviews, "subject", keys(byID))
	if err != nil || len(found) == 0 {
		return err
	}
	slices.SortFunc(found, func(a, b Node) int {
		x, y := a.(*Review), b.(*Review)
		return cmp.Or(cmp.Compare(x.At, y.At), cmp.Compare(x.ID, y.ID))
	})
	var links []Link
	var save []Node
	for _, n := range found {
		r := n.(*Review)
		claim := byID[r.Subject]
		*KindOf(claim).properties["dismissed"].Pointer(claim).(*bool) = r.Verdict == Dismissed
		links = append(links, Link{Type: RelOf, From: RefOf(r), To: RefOf(claim)})
		if !slices.Contains(save, claim) {
			save = append(save, claim)
		}
	}
	if err := w.Save(ctx, save); err != nil {
		return err
	}
	return w.Link(ctx, links)
}
