package graphtest

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// again: what is put once more, refined or read anew.
func again(t *testing.T, open Opener) {
	ctx := context.Background()
	pledge := func(day graph.Day) *story {
		return tell("They agreed on a pledge.", day).stage(talks, graph.Agreed, "2015-09-20", "CN US", "agreed on a pledge")
	}
	article := func(t *testing.T, s graph.Store) *graph.Article {
		t.Helper()
		return mustFind(t, s, graph.Query{Kind: graph.Articles}).Nodes[0].(*graph.Article)
	}
	t.Run("put twice changes nothing", func(t *testing.T) {
		s := filled(t, open, world()...)
		before := dump(t, s)
		for _, b := range world() {
			if out := mustPut(t, s, b); out != graph.Unchanged {
				t.Errorf("%s: %s, want UNCHANGED", b.Source, out)
			}
		}
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
	})
	t.Run("the first put is Added", func(t *testing.T) {
		s := open(t)
		for _, b := range world()[:2] {
			if out := mustPut(t, s, b); out != graph.Added {
				t.Errorf("%s: %s, want ADDED", b.Source, out)
			}
		}
	})
	t.Run("a further address is added to the article and nothing else", func(t *testing.T) {
		s := filled(t, open, catalogue(), pledge("2015-09-22").Batch)
		b := pledge("2015-09-22").Batch
		b.Article.URLs = []string{"https://a-mirror.example/1"}
		if out := mustPut(t, s, b); out != graph.Updated {
			t.Errorf("%s, want UPDATED", out)
		}
		if diff := cmp.Diff([]string{"https://a-mirror.example/1", "https://news.example/" + b.Source[:8]}, article(t, s).URLs); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if out := mustPut(t, s, b); out != graph.Unchanged {
			t.Errorf("a second time: %s, want UNCHANGED", out)
		}
	})
	t.Run("the earliest publication wins and its claims are known from then", func(t *testing.T) {
		s := filled(t, open, catalogue(), pledge("2015-09-26").Batch)
		if out := mustPut(t, s, pledge("2015-09-22").Batch); out != graph.Updated {
			t.Errorf("%s, want UPDATED", out)
		}
		if day := article(t, s).Published; day != "2015-09-22" {
			t.Errorf("published %s, want 2015-09-22", day)
		}
		if diff := cmp.Diff([]string{"2015-09-22"}, told(mustFind(t, s, graph.Query{Kind: graph.Stages}), "knownAt")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if out := mustPut(t, s, pledge("2015-09-26").Batch); out != graph.Unchanged {
			t.Errorf("the later publication again: %s, want UNCHANGED", out)
		}
		wrong := pledge("2015-09-26").Batch
		wrong.Reader = "test-2"
		_, err := s.Put(ctx, wrong)
		refused(t, graph.Conflict, err) // its claims were read as of the wrong day
		if err != nil && !strings.Contains(err.Error(), "2015-09-22") {
			t.Errorf("the error %q does not name the day", err)
		}
		checkStandings(t, s)
	})
	t.Run("a newer reader replaces the claims and keeps the reviews", func(t *testing.T) {
		s := filled(t, open, catalogue(), pledge("2015-09-22").Batch)
		subject := pledge("2015-09-22").Nodes[0].NodeID()
		if err := s.Review(ctx, graph.Review{Subject: subject, Reviewer: "ann", At: "2020-01-01T00:00:00Z", Verdict: graph.Dismissed}); err != nil {
			t.Fatal(err)
		}
		newer := tell("They agreed on a pledge.", "2015-09-22").stage(talks, graph.Negotiating, "2015-09-20", "CN US", "a pledge").Batch
		newer.Reader = "test-2"
		if out := mustPut(t, s, newer); out != graph.Updated {
			t.Errorf("%s, want UPDATED", out)
		}
		if diff := cmp.Diff([]string{"NEGOTIATING"}, told(mustFind(t, s, graph.Query{Kind: graph.Stages, AsOf: graph.AsOf{Ever: true}}), "status")); diff != "" {
			t.Errorf("stages (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"a pledge"}, told(mustFind(t, s, graph.Query{Kind: graph.Passages}), "text")); diff != "" {
			t.Errorf("passages (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{subject}, told(mustFind(t, s, graph.Query{Kind: graph.Reviews}), "subject")); diff != "" {
			t.Errorf("reviews (-want +got):\n%s", diff)
		}
		third := pledge("2015-09-22").Batch // says again what was dismissed
		third.Reader = "test-3"
		mustPut(t, s, third)
		if p := mustFind(t, s, graph.Query{Kind: graph.Stages}); len(p.Nodes) != 0 {
			t.Errorf("the review of the claim was lost: %v", told(p, "status"))
		}
		checkStandings(t, s)
	})
	t.Run("a newer catalogue replaces the older", func(t *testing.T) {
		s := filled(t, open, world()...)
		b := catalogue()
		b.Reader = "test-2"
		for _, n := range b.Nodes {
			if a, ok := n.(*graph.Actor); ok && a.Code == "CI" {
				a.Name = "Ivory Coast"
			}
		}
		if out := mustPut(t, s, b); out != graph.Updated {
			t.Errorf("%s, want UPDATED", out)
		}
		p := mustFind(t, s, graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.Eq, Value: "CI"}})
		if diff := cmp.Diff([]string{"Ivory Coast"}, told(p, "name")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("of a shared node the earlier report tells, and later ones fill in", func(t *testing.T) {
		early := tell("The first report.", "2016-03-02")
		early.says(early.node(&graph.Attack{ID: graph.ID("Attack", "x"), Name: "Dark Night"}), "first")
		late := tell("The second report.", "2016-03-05")
		late.says(late.node(&graph.Attack{ID: graph.ID("Attack", "x"), Name: "The Blackout", First: "2016-03-01", Last: "2016-03-01"}), "second")
		s := filled(t, open, catalogue(), late.Batch, early.Batch)
		want := &graph.Attack{ID: graph.ID("Attack", "x"), Name: "Dark Night", First: "2016-03-01", Last: "2016-03-01"}
		if diff := cmp.Diff([]graph.Node{want}, mustFind(t, s, graph.Query{Kind: graph.Attacks}).Nodes); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
