package graph

import (
	"context"
	"maps"
	"slices"
	"time"
)

// Write is what Put means, within a transaction of a store: the batch takes the place of what its source said before, shared nodes are
// made anew from their shares, and the standings of every commitment it touches are worked out again.
func Write(ctx context.Context, tx Tx, b Batch, now time.Time) (Outcome, error) {
	if err := b.check(); err != nil {
		return "", err
	}
	if err := tx.Lock(ctx, []string{b.Source}); err != nil {
		return "", err
	}
	w := newWriter(tx, now)
	old, err := loadSource(ctx, tx, b.Source)
	if err != nil {
		return "", err
	}
	outcome := Added
	if b.Article != nil {
		keep := false
		if b, outcome, keep, err = w.meet(ctx, b); err != nil || keep {
			return outcome, err
		}
	} else if old.Reader == b.Reader {
		return Unchanged, nil
	} else if old.Reader != "" {
		outcome = Updated
	}
	if err := w.replace(ctx, b, old); err != nil {
		return "", err
	}
	return outcome, tx.Log(ctx, Change{At: stamp(now), Verb: "PUT", Source: b.Source})
}

// check refuses a batch that the graph's table has no place for.
func (b Batch) check() error {
	if b.Source == "" || b.Reader == "" {
		return Errorf(Invalid, "a batch names its source and its reader")
	}
	if b.Article != nil && b.Article.ID != b.Source {
		return Errorf(Invalid, "the source of an article's batch is the article's id")
	}
	for _, n := range b.Nodes {
		switch k := KindOf(n); {
		case n.NodeID() == "":
			return Errorf(Invalid, "a %s without an id", k.Name)
		case k == Articles || k == Standings || k == Reviews:
			return Errorf(Invalid, "a batch holds no %s among its nodes", k.Name)
		}
	}
	for _, l := range b.Links {
		if err := l.check(); err != nil {
			return err
		}
	}
	return nil
}

// writer is one write: a transaction and its time.
type writer struct {
	Tx
	now time.Time

	// What was read once is not read again.
	shares  map[string][]share   // of the nodes that the write made anew, as they are now
	actors  map[string]*Actor    // by id
	reviews map[string][]*Review // by the node that they are of; read after the write's own
}

func newWriter(tx Tx, now time.Time) writer {
	return writer{tx, now, map[string][]share{}, map[string]*Actor{}, map[string][]*Review{}}
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// meet compares the batch's article with the stored one. keep: nothing more is to be written.
func (w writer) meet(ctx context.Context, b Batch) (_ Batch, _ Outcome, keep bool, _ error) {
	away, err := w.Get(ctx, drawerAway, b.Source)
	if err != nil {
		return b, "", false, err
	}
	if len(away) > 0 && !b.Again {
		return b, Away, true, nil
	}
	if len(away) > 0 {
		if err := w.Set(ctx, drawerAway, Record{Key: b.Source}); err != nil {
			return b, "", false, err
		}
	}
	new := *b.Article
	new.Reader = b.Reader
	stored, err := w.Load(ctx, Articles, "id", []string{b.Source})
	if err != nil || len(stored) == 0 {
		b.Article = &new
		return b, Added, false, err
	}
	was := stored[0].(*Article)
	both := joinArticles(was, &new)
	b.Article = &both
	sameReader, sameDay := was.Reader == b.Reader, new.KnownAt() == both.KnownAt()
	switch {
	case sameReader && equalNodes(was, &both):
		return b, Unchanged, true, nil
	case sameReader && both.KnownAt() == was.KnownAt():
		// Only the address or the like is new; the claims stand.
		if err := w.Save(ctx, []Node{&both}); err != nil {
			return b, "", false, err
		}
		return b, Updated, true, w.Log(ctx, Change{At: stamp(w.now), Verb: "PUT", Source: b.Source})
	case !sameDay:
		return b, "", false, Errorf(Conflict, "article %s was published on %s already; read it as of that day", b.Source, both.KnownAt())
	}
	return b, Updated, false, nil
}

// joinArticles makes one of two records of the same text: all addresses, and day, title and outlet of the earlier publication.
func joinArticles(a, b *Article) Article {
	out, other := *a, b
	if earlier(b, a) {
		out, other = *b, a
	}
	out.URLs = slices.Compact(slices.Sorted(slices.Values(slices.Concat(a.URLs, b.URLs))))
	if other.Fetched != "" && (out.Fetched == "" || other.Fetched < out.Fetched) {
		out.Fetched = other.Fetched
	}
	out.Run, out.Reader = a.Run, b.Reader
	return out
}

// earlier says whether a was published before b; what tells no day comes last, and ties are broken by outlet and title.
func earlier(a, b *Article) bool {
	key := func(x *Article) []string {
		day := x.Published
		if day == "" {
			day = Forever
		}
		return []string{string(day), x.Outlet, x.Title, string(x.Kind), x.Language}
	}
	return slices.Compare(key(a), key(b)) < 0
}

// equalNodes says whether two nodes of a kind tell the same.
func equalNodes(a, b Node) bool {
	for _, p := range KindOf(a).Properties {
		x, y := p.Value(a), p.Value(b)
		if xs, ok := x.([]string); ok {
			if !slices.Equal(xs, y.([]string)) {
				return false
			}
		} else if x != y {
			return false
		}
	}
	return true
}

// replace puts what the batch says in the place of what its source brought before.
func (w writer) replace(ctx context.Context, b Batch, old source) error {
	fresh, err := shares(b)
	if err != nil {
		return err
	}
	oldRefs, err := old.refs()
	if err != nil {
		return err
	}
	touched, err := w.commitmentsOf(ctx, oldRefs)
	if err != nil {
		return err
	}
	shared := union(slices.Collect(maps.Keys(fresh)), old.Shared)
	if err := w.Lock(ctx, lockKeys(b, shared, touched)); err != nil {
		return err
	}
	if err := w.keepTimes(ctx, b, old); err != nil {
		return err
	}
	if err := w.Delete(ctx, oldRefs); err != nil {
		return err
	}
	turned, err := w.reshare(ctx, b.Source, fresh, old.Shared)
	if err != nil {
		return err
	}
	if err := w.saveOwn(ctx, b, old); err != nil {
		return err
	}
	if err := sourceOf(b, fresh).save(ctx, w, b.Source); err != nil {
		return err
	}
	if err := w.reattach(ctx, b.Nodes); err != nil {
		return err
	}
	joined, err := w.resame(ctx, turned)
	if err != nil {
		return err
	}
	under, err := w.commitmentsUnder(ctx, b)
	if err != nil {
		return err
	}
	for id, s := range fresh {
		if s.Kind == Commitments.Name {
			touched = append(touched, id)
		}
	}
	return w.restand(ctx, union(append(touched, joined...), under))
}

// lockKeys names, in one order for all writers, what the write may change that others may change too.
func lockKeys(b Batch, shared, commitments []string) []string {
	keys := union(shared, commitments)
	for _, l := range b.Links {
		if l.To.Kind == Instruments && (l.Type == RelUnder || l.Type == RelOn) {
			keys = append(keys, l.To.ID)
		}
	}
	return union(keys, nil)
}

// keepTimes gives claims that were there before the time when they were first recorded, the others that of this write.
func (w writer) keepTimes(ctx context.Context, b Batch, old source) error {
	byKind := map[*Kind][]string{}
	for _, n := range b.Nodes {
		k := KindOf(n)
		if k.properties["recordedAt"] != nil && slices.Contains(old.Owned[k.Name], n.NodeID()) {
			byKind[k] = append(byKind[k], n.NodeID())
		}
	}
	recorded := map[string]string{}
	for k, ids := range byKind {
		nodes, err := w.Load(ctx, k, "id", ids)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			recorded[n.NodeID()] = k.properties["recordedAt"].Value(n).(string)
		}
	}
	for _, n := range b.Nodes {
		if p := KindOf(n).properties["recordedAt"]; p != nil {
			at := recorded[n.NodeID()]
			if at == "" {
				at = stamp(w.now)
			}
			*p.Pointer(n).(*string) = at
		}
	}
	return nil
}

// saveOwn writes the article and the nodes that belong to the source alone, with the relationships that begin or end at them.
func (w writer) saveOwn(ctx context.Context, b Batch, old source) error {
	var nodes []Node
	if b.Article != nil {
		nodes = append(nodes, b.Article)
	}
	for _, n := range b.Nodes {
		if owned(KindOf(n)) {
			nodes = append(nodes, n)
		}
	}
	if err := w.Save(ctx, nodes); err != nil {
		return err
	}
	var links []Link
	for _, l := range b.Links {
		if owned(l.From.Kind) || owned(l.To.Kind) || l.From.Kind == Articles {
			links = append(links, l)
		}
	}
	if b.Article != nil && old.Reader != "" {
		if err := w.dropMentions(ctx, b.Article.ID, links); err != nil {
			return err
		}
	}
	return w.Link(ctx, links)
}

// dropMentions removes mentions of an earlier reading that are not among the links.
func (w writer) dropMentions(ctx context.Context, article string, links []Link) error {
	for _, k := range []*Kind{Actors, Principles, Instruments} {
		old, err := w.Links(ctx, RelMentions, Articles, k, []string{article}, false)
		if err != nil {
			return err
		}
		if err := w.Unlink(ctx, without(old, links)); err != nil {
			return err
		}
	}
	return nil
}

// union gives each of the strings once, sorted.
func union(a, b []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(a, b))))
}
