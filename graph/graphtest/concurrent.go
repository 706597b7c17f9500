package graphtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// together runs f for 0..n-1 at once and reports the errors.
func together(t *testing.T, n int, f func(i int) error) {
	t.Helper()
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			if err := f(i); err != nil {
				t.Errorf("%d: %v", i, err)
			}
		})
	}
	wg.Wait()
}

// atOnce: several writers, and readers beside them.
func atOnce(t *testing.T, open Opener) {
	ctx := context.Background()
	t.Run("articles on one commitment written by eight at once leave all stages and right standings", func(t *testing.T) {
		var batches []graph.Batch
		for i := range 24 {
			day := graph.Day("2015-01-01").Add(i)
			status := []graph.Status{graph.Negotiating, graph.Agreed, graph.Withdrawn}[i%3]
			a := tell(fmt.Sprintf("Report %d on the talks.", i), day).stage(talks, status, day, "CN US", "talks").mentions("CN US")
			a.says(a.attack("dark", fmt.Sprintf("Night %d", i), day, "EE"), "Report")
			batches = append(batches, a.Batch)
		}
		want := dump(t, filled(t, open, append([]graph.Batch{catalogue()}, batches...)...))
		s := filled(t, open, catalogue())
		together(t, 8, func(i int) error {
			for j := i; j < len(batches); j += 8 {
				if _, err := s.Put(ctx, batches[j]); err != nil {
					return err
				}
			}
			return nil
		})
		if diff := cmp.Diff(want, dump(t, s)); diff != "" {
			t.Errorf("(-one by one +at once):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("attacks and meetings that fit each other, written by eight at once with reviews of them, are taken for one as ever", func(t *testing.T) {
		articles, reviews := randomWorld(rand.New(rand.NewPCG(9, 9)))
		one := filled(t, open, append([]graph.Batch{mess().Batch}, articles...)...)
		mustReview(t, one, reviews...)
		want := dump(t, one)
		s := filled(t, open, mess().Batch)
		together(t, 8, func(i int) error {
			for j := i; j < len(articles); j += 8 {
				if _, err := s.Put(ctx, articles[j]); err != nil {
					return err
				}
			}
			return nil
		})
		together(t, 4, func(i int) error {
			for j := i; j < len(reviews); j += 4 {
				if err := s.Review(ctx, reviews[j]); err != nil {
					return err
				}
			}
			return nil
		})
		if diff := cmp.Diff(want, dump(t, s)); diff != "" {
			t.Errorf("(-one by one +at once):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("the same article put by eight at once is added once", func(t *testing.T) {
		s := filled(t, open, catalogue())
		var mu sync.Mutex
		outcomes := map[graph.Outcome]int{}
		together(t, 8, func(int) error {
			out, err := s.Put(ctx, world()[1])
			mu.Lock()
			defer mu.Unlock()
			outcomes[out]++
			return err
		})
		if diff := cmp.Diff(map[graph.Outcome]int{graph.Added: 1, graph.Unchanged: 7}, outcomes); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("puts, removals and reviews at once end in a whole graph", func(t *testing.T) {
		s := filled(t, open, world()...)
		subject := world()[2].Nodes[0].NodeID()
		together(t, 6, func(i int) error {
			switch i % 3 {
			case 0:
				_, err := s.Put(ctx, tell(fmt.Sprintf("One more report %d.", i), "2016-01-01").stage(accord, graph.Agreed, "2015-09-25", "CN US", "").Batch)
				return err
			case 1:
				return s.Remove(ctx, world()[3+i/3].Source)
			}
			return s.Review(ctx, graph.Review{Subject: subject, Reviewer: fmt.Sprint("reviewer ", i), Verdict: graph.Dismissed})
		})
		checkStandings(t, s)
		if p := mustFind(t, s, graph.Query{Kind: graph.Articles, Total: true}); p.Total != 6 {
			t.Errorf("%d articles, want 6", p.Total)
		}
	})
	t.Run("a reader sees all of an article or nothing", func(t *testing.T) {
		s := filled(t, open, catalogue())
		done := make(chan struct{})
		var readers sync.WaitGroup
		for range 3 {
			readers.Go(func() {
				for {
					select {
					case <-done:
						return
					default:
					}
					// Each article brings one stage with its passage in one transaction, so none lacks the other.
					p, err := s.Find(ctx, graph.Query{Kind: graph.Stages, Where: not(some("evidence", some("article", nil))), Total: true})
					if err != nil || len(p.Nodes) > 0 || p.Total > 0 {
						t.Errorf("%d stages without evidence, %v", p.Total, err)
						return
					}
				}
			})
		}
		for i := range 30 {
			mustPut(t, s, tell(fmt.Sprintf("Report %d on the talks.", i), "2015-01-01").stage(talks, graph.Negotiating, graph.Day("2014-01-01").Add(i), "CN US", "talks").Batch)
		}
		close(done)
		readers.Wait()
	})
	t.Run("records set by eight at once are all there", func(t *testing.T) {
		s := open(t)
		together(t, 8, func(i int) error {
			return s.Set(ctx, "runs", graph.Record{Key: fmt.Sprint(i), Body: []byte("1")}, graph.Record{Key: "shared", Body: []byte(fmt.Sprint(i))})
		})
		if rs, err := s.Get(ctx, "runs", ""); err != nil || len(rs) != 9 {
			t.Errorf("%d records, %v", len(rs), err)
		}
	})
}

// closing: a store that was closed.
func closing(t *testing.T, open Opener) {
	ctx := context.Background()
	s := filled(t, open, catalogue())
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	edge, _ := graph.Actors.Edge("memberOf")
	for name, use := range map[string]func() error{
		"put":  func() error { _, err := s.Put(ctx, world()[1]); return err },
		"find": func() error { _, err := s.Find(ctx, graph.Query{Kind: graph.Actors}); return err },
		"related": func() error {
			_, err := s.Related(ctx, []string{"x"}, edge, graph.Query{Kind: graph.Actors})
			return err
		},
		"count":   func() error { _, err := s.Count(ctx, graph.Query{Kind: graph.Actors}); return err },
		"search":  func() error { _, err := s.Search(ctx, "china", 1); return err },
		"changes": func() error { _, err := s.Changes(ctx, 0, 1); return err },
		"remove":  func() error { return s.Remove(ctx, "x") },
		"review":  func() error { return s.Review(ctx, graph.Review{Subject: "x", Reviewer: "ann", Verdict: graph.Upheld}) },
		"get":     func() error { _, err := s.Get(ctx, "runs", ""); return err },
		"set":     func() error { return s.Set(ctx, "runs", graph.Record{Key: "a", Body: []byte("1")}) },
	} {
		t.Run(name+" after close is Unavailable", func(t *testing.T) { refused(t, graph.Unavailable, use()) })
	}
	t.Run("a second close does nothing", func(t *testing.T) {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}
