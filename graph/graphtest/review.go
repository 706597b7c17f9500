package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// review: a person's judgement of a claim.
func review(t *testing.T, open Opener) {
	ctx := context.Background()
	stage := world()[2].Nodes[0].NodeID() // the accord was agreed
	judge := func(t *testing.T, s graph.Store, v graph.Verdict, at string) {
		t.Helper()
		if err := s.Review(ctx, graph.Review{Subject: stage, Reviewer: "ann", At: at, Verdict: v, Note: "read it"}); err != nil {
			t.Fatal(err)
		}
	}
	status := func(t *testing.T, s graph.Store) []string {
		t.Helper()
		return told(mustRelated(t, s, []string{accord.ref().ID}, graph.Commitments, "own", graph.Query{AsOf: graph.AsOf{ValidAt: "2016-01-01"}})[0], "status")
	}
	const early, late = "2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"
	t.Run("a review is kept and leads to its claim", func(t *testing.T) {
		s := filled(t, open, world()...)
		judge(t, s, graph.Upheld, early)
		want := []graph.Node{&graph.Review{ID: graph.ID("Review", stage, "ann", early), Subject: stage, Reviewer: "ann", At: early, Verdict: graph.Upheld, Note: "read it"}}
		if diff := cmp.Diff(want, mustFind(t, s, graph.Query{Kind: graph.Reviews}).Nodes); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		p := mustRelated(t, s, []string{stage}, graph.Stages, "reviews", graph.Query{})[0]
		if diff := cmp.Diff([]string{"UPHELD"}, told(p, "verdict")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"AGREED"}, status(t, s)); diff != "" {
			t.Errorf("status (-want +got):\n%s", diff)
		}
	})
	t.Run("a dismissed stage changes the standings, and upheld again it counts again", func(t *testing.T) {
		s := filled(t, open, world()...)
		before := dump(t, s)
		judge(t, s, graph.Dismissed, early)
		if got := status(t, s); got != nil {
			t.Errorf("status %v, want none", got)
		}
		checkStandings(t, s)
		judge(t, s, graph.Upheld, late)
		if diff := cmp.Diff([]string{"AGREED"}, status(t, s)); diff != "" {
			t.Errorf("status (-want +got):\n%s", diff)
		}
		if len(dump(t, s)) <= len(before) {
			t.Error("the reviews were not kept")
		}
		checkStandings(t, s)
	})
	t.Run("a dismissal undone counts no more, and both are kept", func(t *testing.T) {
		s := filled(t, open, world()...)
		refused(t, graph.NotFound, s.Review(ctx, graph.Review{Subject: stage, Reviewer: "ann", At: early, Verdict: graph.Undone}))
		judge(t, s, graph.Dismissed, early)
		judge(t, s, graph.Undone, late)
		if diff := cmp.Diff([]string{"AGREED"}, status(t, s)); diff != "" {
			t.Errorf("status (-want +got):\n%s", diff)
		}
		if got := all(t, s, graph.Reviews); len(got) != 2 {
			t.Errorf("%d reviews are kept, want 2", len(got))
		}
		checkStandings(t, s)
	})
	t.Run("the latest review counts, not the last that was written", func(t *testing.T) {
		s := filled(t, open, world()...)
		judge(t, s, graph.Dismissed, late)
		judge(t, s, graph.Upheld, early)
		if got := status(t, s); got != nil {
			t.Errorf("status %v, want none", got)
		}
	})
	t.Run("a review outlives its article and comes back with it", func(t *testing.T) {
		s := filled(t, open, world()...)
		judge(t, s, graph.Dismissed, early)
		before := dump(t, s)
		b := world()[2]
		if err := s.Remove(ctx, b.Source); err != nil {
			t.Fatal(err)
		}
		if p := mustFind(t, s, graph.Query{Kind: graph.Reviews}); len(p.Nodes) != 1 {
			t.Errorf("%d reviews, want 1", len(p.Nodes))
		}
		b.Again = true
		mustPut(t, s, b)
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
	})
	t.Run("accusations and allegations are reviewed too", func(t *testing.T) {
		s := filled(t, open, world()...)
		for k, edge := range map[*graph.Kind]string{graph.Attributions: "attribution", graph.Allegations: "allegation"} {
			id := mustFind(t, s, graph.Query{Kind: k}).Nodes[0].NodeID()
			if err := s.Review(ctx, graph.Review{Subject: id, Reviewer: "ann", At: early, Verdict: graph.Dismissed}); err != nil {
				t.Fatal(err)
			}
			if p := mustFind(t, s, graph.Query{Kind: k}); len(p.Nodes) != 0 {
				t.Errorf("the dismissed %s is still there", k.Name)
			}
			if p := mustFind(t, s, graph.Query{Kind: graph.Reviews, Where: some(edge, nil), AsOf: graph.AsOf{Ever: true}}); len(p.Nodes) != 1 {
				t.Errorf("%d reviews of the %s, want 1", len(p.Nodes), k.Name)
			}
		}
	})
	t.Run("a review of what is not there is NotFound", func(t *testing.T) {
		s := filled(t, open, world()...)
		refused(t, graph.NotFound, s.Review(ctx, graph.Review{Subject: "nobody", Reviewer: "ann", Verdict: graph.Upheld}))
		refused(t, graph.NotFound, s.Review(ctx, graph.Review{Subject: country("CN").ID, Reviewer: "ann", Verdict: graph.Upheld}))
	})
	t.Run("a review without reviewer or verdict is Invalid", func(t *testing.T) {
		s := filled(t, open, world()...)
		refused(t, graph.Invalid, s.Review(ctx, graph.Review{Subject: stage, Verdict: graph.Upheld}))
		refused(t, graph.Invalid, s.Review(ctx, graph.Review{Subject: stage, Reviewer: "ann", Verdict: "MAYBE"}))
	})
}
