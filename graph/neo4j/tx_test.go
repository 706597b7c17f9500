package neo4j

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// within runs f in a write transaction.
func within(t *testing.T, s *Store, f func(context.Context, *tx) error) error {
	t.Helper()
	return s.write(context.Background(), f)
}

func saved(t *testing.T, s *Store, nodes ...graph.Node) {
	t.Helper()
	if err := within(t, s, func(ctx context.Context, t *tx) error { return t.Save(ctx, nodes) }); err != nil {
		t.Fatal(err)
	}
}

func TestNodesComeBackAsTheyWereSaved(t *testing.T) {
	s := opened(t, emptied(t))
	hostile := "`]->(x) DETACH DELETE x //\u0060 \\u0060 ' \" $p0 {id: 1}\x00 \U0001F600 \u202e"
	nodes := []graph.Node{
		&graph.Actor{ID: "a1", Label: graph.Country, Code: "US", Name: hostile, Aliases: []string{"", hostile, "USA"}},
		&graph.Actor{ID: "a2", Label: graph.Organization, Code: hostile},
		&graph.Actor{ID: "a3", Label: graph.Class, Kind: "ALL_STATES"},
		&graph.Term{ID: "t1", Label: graph.Sector, Slug: "energy", Name: "Energy"},
		&graph.Term{ID: "t2", Label: graph.Condition, Slug: "peacetime"},
		&graph.Stage{ID: "s1", Status: graph.Negotiating, Stance: graph.Reports, Last: "2015-09-22", KnownTo: graph.Forever, Confidence: 0.1, Dismissed: true},
		&graph.Stage{ID: "s2"},
		&graph.Passage{ID: "p1", Text: strings.Repeat(hostile, 1000), Start: 0, End: 12},
		&graph.Article{ID: "n1", URLs: []string{"https://example.org/a"}, Text: "long\n\ntext"},
	}
	saved(t, s, nodes...)
	saved(t, s, nodes...)
	for _, k := range []*graph.Kind{graph.Actors, graph.Terms, graph.Stages, graph.Passages, graph.Articles} {
		var want, got []graph.Node
		var ids []string
		for _, n := range nodes {
			if graph.KindOf(n) == k {
				want, ids = append(want, n), append(ids, n.NodeID())
			}
		}
		err := within(t, s, func(ctx context.Context, t *tx) (err error) {
			got, err = t.Load(ctx, k, "id", append(ids, "none"))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(got, func(a, b graph.Node) int { return strings.Compare(a.NodeID(), b.NodeID()) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", k.Name, diff)
		}
	}
}

func TestSaveReplacesPropertiesAndLabel(t *testing.T) {
	s := opened(t, emptied(t))
	saved(t, s, &graph.Actor{ID: "a1", Label: graph.Country, Code: "XX", Name: "Exland", Alpha3: "XXX"})
	want := &graph.Actor{ID: "a1", Label: graph.Organization, Code: "XX", Kind: "BODY"}
	saved(t, s, want)
	page, err := s.Find(context.Background(), graph.Query{Kind: graph.Actors})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]graph.Node{want}, page.Nodes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSaveRefusesALabelThatItsKindDoesNotKnow(t *testing.T) {
	s := opened(t, emptied(t))
	err := within(t, s, func(ctx context.Context, t *tx) error {
		return t.Save(ctx, []graph.Node{&graph.Actor{ID: "a1", Label: "X` SET n:Y //"}})
	})
	if graph.CodeOf(err) != graph.Invalid {
		t.Errorf("got %v, want INVALID", err)
	}
}

func TestLinkNamesTheEndThatIsMissing(t *testing.T) {
	s := opened(t, emptied(t))
	saved(t, s, &graph.Actor{ID: "a1", Label: graph.Country}, &graph.Commitment{ID: "c1"}, &graph.Commitment{ID: "c2"})
	partyTo := func(from, to string) graph.Link {
		return graph.Link{Type: graph.RelPartyTo, From: graph.Ref{Kind: graph.Actors, ID: from}, To: graph.Ref{Kind: graph.Commitments, ID: to}, Props: graph.Props{"mode": "INDIVIDUAL"}}
	}
	for name, test := range map[string]struct {
		link graph.Link
		want string
	}{
		"from": {partyTo("a9", "c1"), "there is no Actor a9"},
		"to":   {partyTo("a1", "c9"), "there is no Commitment c9"},
		"kind": {partyTo("c1", "c2"), "there is no Actor c1"},
	} {
		t.Run(name, func(t *testing.T) {
			err := within(t, s, func(ctx context.Context, t *tx) error {
				return t.Link(ctx, []graph.Link{partyTo("a1", "c2"), test.link})
			})
			if graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want INVALID that says %q", err, test.want)
			}
		})
	}
	var left []graph.Link
	err := within(t, s, func(ctx context.Context, t *tx) (err error) {
		left, err = t.Links(ctx, graph.RelPartyTo, graph.Actors, graph.Commitments, []string{"a1"}, false)
		return err
	})
	if err != nil || len(left) > 0 {
		t.Errorf("what failed should leave nothing: %v, %v", left, err)
	}
}

func TestLinksAreReplacedAndRemoved(t *testing.T) {
	s := opened(t, emptied(t))
	saved(t, s, &graph.Actor{ID: "a1", Label: graph.Country}, &graph.Actor{ID: "a2", Label: graph.Organization}, &graph.Actor{ID: "a3", Label: graph.Organization})
	member := func(to string, p graph.Props) graph.Link {
		return graph.Link{Type: graph.RelMemberOf, From: graph.Ref{Kind: graph.Actors, ID: "a1"}, To: graph.Ref{Kind: graph.Actors, ID: to}, Props: p}
	}
	var out, in []graph.Link
	err := within(t, s, func(ctx context.Context, t *tx) error {
		for _, links := range [][]graph.Link{
			{member("a2", graph.Props{"from": "2001", "to": "2010"}), member("a3", nil)},
			{member("a2", graph.Props{"from": "2002"})},
		} {
			if err := t.Link(ctx, links); err != nil {
				return err
			}
		}
		if err := t.Unlink(ctx, []graph.Link{member("a3", nil), member("a9", nil)}); err != nil {
			return err
		}
		var err error
		if out, err = t.Links(ctx, graph.RelMemberOf, graph.Actors, graph.Actors, []string{"a1", "a2"}, false); err != nil {
			return err
		}
		in, err = t.Links(ctx, graph.RelMemberOf, graph.Actors, graph.Actors, []string{"a1", "a2"}, true)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.Link{member("a2", graph.Props{"from": "2002"})}
	kinds := cmp.Comparer(func(a, b *graph.Kind) bool { return a == b })
	if diff := cmp.Diff(want, out, kinds); diff != "" {
		t.Errorf("out (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, in, kinds); diff != "" {
		t.Errorf("in (-want +got):\n%s", diff)
	}
}

// Twenty transactions each read a record and write it one longer: where the lock did not hold, some would be lost.
func TestLocksHoldToTheEnd(t *testing.T) {
	s := opened(t, emptied(t))
	const writers = 20
	var wg sync.WaitGroup
	errs := make([]error, writers)
	for i := range writers {
		wg.Go(func() {
			errs[i] = s.write(context.Background(), func(ctx context.Context, t *tx) error {
				keys := []string{"one", "two", "three"}
				slices.Reverse(keys[:i%3+1])
				if err := t.Lock(ctx, keys); err != nil {
					return err
				}
				r, err := t.Get(ctx, "test", "count")
				if err != nil {
					return err
				}
				body := "1"
				if len(r) > 0 {
					body += string(r[0].Body)
				}
				if err := t.Set(ctx, "test", graph.Record{Key: "count", Body: []byte(body)}); err != nil {
					return err
				}
				return t.Log(ctx, graph.Change{Verb: "PUT", Source: body})
			})
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	r, err := s.Get(context.Background(), "test")
	if err != nil || len(r) > 0 {
		t.Errorf("no prefix, no record: %v, %v", r, err)
	}
	r, err = s.Get(context.Background(), "test", "")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]graph.Record{{Key: "count", Body: []byte(strings.Repeat("1", writers))}}, r); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	changes, err := s.Changes(context.Background(), 1, 100)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range changes {
		if want := int64(i + 2); c.Number != want || len(c.Source) != i+2 {
			t.Errorf("change %d: got number %d of the write %d, want %d of %d", i, c.Number, len(c.Source), want, i+2)
		}
	}
}
