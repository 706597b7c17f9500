package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// hostileTexts are data that would be code where somebody pastes them into a query.
var hostileTexts = []string{
	`'; DROP TABLE "Actor"; --`, `" OR 1=1`, "`}) MATCH (n) DETACH DELETE n //", `\u0027) RETURN 1 //`, "$p0", "?1", "nul\x00within", "\x00",
	"\U0001F1FA\U0001F1F8 flag", "e\u0301", "\u202Eright to left", "line\nbreak\ttab\r", `back\slash`, "%_*[a-z].*", `{"json": ["x"]}`, " spaces ",
}

// hostile: whatever stands in a text comes back as it was.
func hostile(t *testing.T, open Opener) {
	ctx := context.Background()
	s := open(t)
	b := graph.Batch{Source: graph.CatalogueSource, Reader: reader}
	for _, x := range hostileTexts {
		b.Nodes = append(b.Nodes, &graph.Actor{ID: graph.ID("Actor", x), Label: graph.Country, Code: x, Name: x, Aliases: []string{x, "other"}})
	}
	mustPut(t, s, b)
	for _, x := range hostileTexts {
		want := []graph.Node{&graph.Actor{ID: graph.ID("Actor", x), Label: graph.Country, Code: x, Name: x, Aliases: []string{x, "other"}}}
		for name, f := range map[string]graph.Filter{
			"equal": is("code", graph.Eq, x), "in": is("code", graph.InList, []any{x, "none"}), "item": is("aliases", graph.Contains, x),
			"between": graph.And{is("code", graph.Gte, x), is("code", graph.Lte, x)}, "contains": graph.And{is("name", graph.Contains, x), is("code", graph.Eq, x)},
		} {
			t.Run(name+" "+graph.ID("Actor", x)[:4], func(t *testing.T) {
				if diff := cmp.Diff(want, mustFind(t, s, graph.Query{Kind: graph.Actors, Where: f}).Nodes); diff != "" {
					t.Errorf("%q (-want +got):\n%s", x, diff)
				}
			})
		}
	}
	t.Run("hostile ids lead nowhere", func(t *testing.T) {
		real := graph.ID("Actor", hostileTexts[0])
		for _, x := range append(hostileTexts, real+"\x00", real+"' OR '1'='1") {
			e, _ := graph.Actors.Edge("memberOf")
			pages, err := s.Related(ctx, []string{x}, e, graph.Query{Kind: graph.Actors})
			if err != nil || len(pages[0].Nodes) != 0 {
				t.Errorf("related %q: %v, %v", x, pages, err)
			}
			refused(t, graph.NotFound, s.Remove(ctx, x))
			refused(t, graph.NotFound, s.Review(ctx, graph.Review{Subject: x, Reviewer: "ann", Verdict: graph.Upheld}))
			if p := mustFind(t, s, graph.Query{Kind: graph.Actors, Where: is("id", graph.Eq, x)}); len(p.Nodes) != 0 {
				t.Errorf("found %q", x)
			}
		}
	})
	t.Run("hostile texts stand in cursors", func(t *testing.T) {
		q := graph.Query{Kind: graph.Actors, Order: []graph.Order{{Property: "name"}}, First: 1}
		var got []string
		for range len(hostileTexts) + 1 {
			p := mustFind(t, s, q)
			got = append(got, told(p, "name")...)
			if !p.HasNext {
				break
			}
			q.After = cursorOf(t, q, p.Nodes[0])
		}
		q.After, q.First = "", graph.MaxPage
		if diff := cmp.Diff(told(mustFind(t, s, q), "name"), got); diff != "" || len(got) != len(hostileTexts) {
			t.Errorf("%d of %d (-want +got):\n%s", len(got), len(hostileTexts), diff)
		}
	})
	t.Run("an article of hostile text is put, found and removed", func(t *testing.T) {
		for _, x := range hostileTexts {
			a := tell("A text with "+x+" in it.", "2015-01-01")
			a.says(a.node(&graph.Attack{ID: graph.ID("Attack", x), Name: x}), x)
			mustPut(t, s, a.Batch)
			if p := mustFind(t, s, graph.Query{Kind: graph.Passages, Where: is("text", graph.Eq, x)}); len(p.Nodes) != 1 {
				t.Errorf("%q: %d passages", x, len(p.Nodes))
			}
			if err := s.Remove(ctx, a.Source); err != nil {
				t.Errorf("remove %q: %v", x, err)
			}
		}
	})
	t.Run("a text of a megabyte is kept whole", func(t *testing.T) {
		long := make([]rune, 1<<18)
		for i := range long {
			long[i] = []rune("aé条\U0001F600")[i%4]
		}
		a := tell(string(long), "2015-01-01")
		mustPut(t, s, a.Batch)
		p := mustFind(t, s, graph.Query{Kind: graph.Articles, Where: is("id", graph.Eq, a.Source)})
		if len(p.Nodes) != 1 || p.Nodes[0].(*graph.Article).Text != string(long) {
			t.Error("the text did not come back as it was put")
		}
	})
}
