package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"
)

// claims are the kinds of which a review can be that says whether something counts; those of two nodes are of likened kinds.
var claims = []*Kind{Stages, Attributions, Allegations}

// Judge is what Review means, within a transaction of a store. The latest review of a claim says whether it counts, the latest of two
// attacks, summits or commitments whether they are one.
func Judge(ctx context.Context, tx Tx, r Review, now time.Time) error {
	if err := r.check(); err != nil {
		return err
	}
	if r.At == "" {
		r.At = stamp(now)
	}
	w := newWriter(tx, now)
	if err := tx.Lock(ctx, union([]string{r.Subject}, r.others())); err != nil {
		return err
	}
	if r.Verdict == Undone {
		if err := w.wasJudged(ctx, r); err != nil {
			return err
		}
	}
	r.ID = ID(Reviews.Name, append([]string{r.Subject, r.Reviewer, r.At}, r.others()...)...)
	judge := w.judgeClaim
	if r.Other != "" {
		judge = w.judgeTwo
	}
	if err := judge(ctx, &r); err != nil {
		return err
	}
	return tx.Log(ctx, Change{At: stamp(now), Verb: "REVIEW", Source: r.ID})
}

// check refuses a review that says nothing.
func (r *Review) check() error {
	if r.Reviewer == "" {
		return Errorf(Invalid, "a review names its reviewer")
	}
	if _, err := time.Parse(time.RFC3339, r.At); err != nil && r.At != "" {
		return Errorf(Invalid, "the time of a review is written as 2015-09-22T14:00:00Z, not %q", r.At)
	}
	switch {
	case r.Other != "" && r.Other == r.Subject:
		return Errorf(Invalid, "%s is said of two nodes; name another one, too", r.Verdict)
	case r.Verdict == Undone:
	case r.Verdict == Same || r.Verdict == Different:
		if r.Other == "" {
			return Errorf(Invalid, "%s is said of two nodes; name the other one, too", r.Verdict)
		}
	case r.Verdict != Upheld && r.Verdict != Dismissed:
		return Errorf(Invalid, "a claim is UPHELD or DISMISSED, two nodes are SAME or DIFFERENT, either is UNDONE, not %q", r.Verdict)
	case r.Other != "":
		return Errorf(Invalid, "%s is said of one claim; leave the other out", r.Verdict)
	}
	return nil
}

// wasJudged refuses to undo where nobody judged.
func (w writer) wasJudged(ctx context.Context, undo Review) error {
	reviews, err := loadReviews(ctx, w, []string{undo.Subject})
	if err == nil && !slices.ContainsFunc(reviews, func(r *Review) bool { return r.pair() == undo.pair() }) {
		err = Errorf(NotFound, "nobody judged %s; there is nothing to undo", strings.Join(append([]string{undo.Subject}, undo.others()...), " and "))
	}
	return err
}

// pair names what a review is of, the two nodes in one order.
func (r *Review) pair() [2]string { return [2]string{min(r.Subject, r.Other), max(r.Subject, r.Other)} }

// others is the other node of a review, if it has one.
func (r *Review) others() []string {
	if r.Other == "" {
		return nil
	}
	return []string{r.Other}
}

// when is the time of the review.
func (r *Review) when() time.Time {
	t, _ := time.Parse(time.RFC3339, r.At)
	return t
}

// Latest is the review that counts among those of one claim, nil where there is none.
func Latest(reviews []*Review) *Review {
	if len(reviews) == 0 {
		return nil
	}
	return slices.MinFunc(reviews, latest)
}

// latest orders reviews, the latest first.
func latest(a, b *Review) int {
	return cmp.Or(b.when().Compare(a.when()), cmp.Compare(b.ID, a.ID))
}

func (w writer) judgeClaim(ctx context.Context, r *Review) error {
	found, err := w.find(ctx, claims, r.Subject)
	if err != nil {
		return err
	}
	touched, err := w.commitmentsOf(ctx, []Ref{RefOf(found)})
	if err != nil {
		return err
	}
	if err := w.Lock(ctx, touched); err != nil {
		return err
	}
	if err := w.Save(ctx, []Node{r}); err != nil {
		return err
	}
	if err := w.reattach(ctx, []Node{found}); err != nil {
		return err
	}
	return w.restand(ctx, touched)
}

// judgeTwo lets a review of two nodes join or part them.
func (w writer) judgeTwo(ctx context.Context, r *Review) error {
	subject, err := w.find(ctx, likened, r.Subject)
	if err != nil {
		return err
	}
	other, err := w.find(ctx, []*Kind{KindOf(subject)}, r.Other)
	if err != nil {
		return err
	}
	if err := w.joinable(ctx, subject, other); err != nil {
		return err
	}
	if err := w.Save(ctx, []Node{r}); err != nil {
		return err
	}
	if err := w.reattach(ctx, []Node{subject, other}); err != nil {
		return err
	}
	faces, err := readFaces(ctx, w, []string{r.Subject, r.Other})
	if err != nil {
		return err
	}
	var both []turned
	for id, f := range faces {
		both = append(both, turned{KindOf(subject), id, f, f})
	}
	touched, err := w.resame(ctx, both)
	if err != nil {
		return err
	}
	return w.restand(ctx, touched)
}

// joinable refuses to take commitments to different principles for one, since what is held is asked for by principle.
func (w writer) joinable(ctx context.Context, a, b Node) error {
	if KindOf(a) != Commitments {
		return nil
	}
	upholds, err := w.Links(ctx, RelUpholds, Commitments, Principles, []string{a.NodeID(), b.NodeID()}, false)
	if err == nil && len(tos(upholds)) > 1 {
		err = Errorf(Invalid, "commitments %s and %s uphold different principles; only those to one principle can be the same", a.NodeID(), b.NodeID())
	}
	return err
}

// find finds a node of one of the kinds by its id.
func (w writer) find(ctx context.Context, kinds []*Kind, id string) (Node, error) {
	for _, k := range kinds {
		nodes, err := w.Load(ctx, k, "id", []string{id})
		if err != nil {
			return nil, err
		}
		if len(nodes) > 0 {
			return nodes[0], nil
		}
	}
	names := kinds[0].Name
	for _, k := range kinds[1:] {
		names += ", " + k.Name
	}
	return nil, Errorf(NotFound, "nothing with the id %s is stored that can be judged so (%s)", id, names)
}

// reattach ties reviews to the nodes that they are of, and lets the latest of each claim say whether it counts.
func (w writer) reattach(ctx context.Context, nodes []Node) error {
	byID := map[string]Node{}
	for _, n := range nodes {
		if k := KindOf(n); slices.Contains(claims, k) || slices.Contains(likened, k) {
			byID[n.NodeID()] = n
		}
	}
	if len(byID) == 0 {
		return nil
	}
	reviews, err := reviewsOf(ctx, w, keys(byID))
	if err != nil || len(reviews) == 0 {
		return err
	}
	var links []Link
	var save []Node
	for _, r := range slices.Backward(reviews) {
		for _, id := range append(r.others(), r.Subject) {
			n := byID[id]
			if n == nil {
				continue
			}
			links = append(links, Link{Type: RelOf, From: RefOf(r), To: RefOf(n)})
			if p := KindOf(n).properties["dismissed"]; p != nil {
				*p.Pointer(n).(*bool) = r.Verdict == Dismissed
				if !slices.Contains(save, n) {
					save = append(save, n)
				}
			}
		}
	}
	if err := w.Save(ctx, save); err != nil {
		return err
	}
	return w.Link(ctx, links)
}

// reviewsOf gives the reviews of nodes, the latest first. A write reads those of each node once.
func reviewsOf(ctx context.Context, r reading, ids []string) ([]*Review, error) {
	w, ok := r.(interface{ known() map[string][]*Review })
	if !ok {
		return loadReviews(ctx, r, ids)
	}
	known := w.known()
	ask := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { _, ok := known[id]; return ok })
	read, err := loadReviews(ctx, r, ask)
	for _, id := range ask {
		known[id] = nil
	}
	for _, x := range read {
		for _, id := range append(x.others(), x.Subject) {
			if slices.Contains(ask, id) {
				known[id] = append(known[id], x)
			}
		}
	}
	found := map[string]*Review{}
	for _, id := range ids {
		for _, x := range known[id] {
			found[x.ID] = x
		}
	}
	return slices.SortedFunc(maps.Values(found), latest), err
}

// known are the reviews that the write has read, by the node that they are of.
func (w writer) known() map[string][]*Review { return w.reviews }

// loadReviews reads the reviews of nodes, the latest first.
func loadReviews(ctx context.Context, r reading, ids []string) ([]*Review, error) {
	found := map[string]*Review{}
	if len(ids) == 0 {
		return nil, nil
	}
	for _, end := range []string{"subject", "other"} {
		nodes, err := r.Load(ctx, Reviews, end, ids)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			found[n.NodeID()] = n.(*Review)
		}
	}
	return slices.SortedFunc(maps.Values(found), latest), nil
}
