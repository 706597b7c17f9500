package graphtest

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// search: words in texts.
func search(t *testing.T, open Opener) {
	ctx := context.Background()
	a := tell("Power grids were spared in Zürich. A power station and its grid; the grid, the grid! The gri. NATO; ООН призвала. 条約 signed. "+
		"' OR 1=1 \" ( * in a text.", "2015-01-01")
	a.commitment(talks)
	for _, words := range []string{"Power grids were spared in Zürich.", "A power station and its grid; the grid, the grid!", "The gri.", "ООН призвала",
		"条約 signed", "' OR 1=1 \" ( * in a text."} {
		a.says(a.node(&graph.Summit{ID: graph.ID("Summit", "s"), Name: "Power summit"}), words)
	}
	s := filled(t, open, catalogue(), a.Batch)
	texts := func(t *testing.T, words string, limit int, kinds ...*graph.Kind) []string {
		t.Helper()
		hits, err := s.Search(ctx, words, limit, kinds...)
		if err != nil {
			t.Fatalf("search %q: %v", words, err)
		}
		var out []string
		for i, h := range hits {
			out = append(out, graph.SearchText(h.Node))
			if h.Score <= 0 || i > 0 && h.Score > hits[i-1].Score {
				t.Errorf("search %q: scores do not fall: %v after %v", words, h.Score, hits[max(i-1, 0)].Score)
			}
		}
		return out
	}
	for _, c := range []struct {
		name, words string
		kinds       []*graph.Kind
		want        []string
	}{
		{"every word is wanted", "power spared", []*graph.Kind{graph.Passages}, []string{"Power grids were spared in Zürich."}},
		{"a word that is nowhere finds nothing", "power spared nowhere", nil, nil},
		{"a long word finds longer ones, whole words first", "grid", []*graph.Kind{graph.Passages}, []string{"A power station and its grid; the grid, the grid!", "Power grids were spared in Zürich."}},
		{"a short word finds only itself", "gri", nil, []string{"The gri."}},
		{"case does not matter", "POWER Spared", nil, []string{"Power grids were spared in Zürich."}},
		{"accents do not matter", "zurich", nil, []string{"Power grids were spared in Zürich."}},
		{"Cyrillic letters fold", "оон ПРИЗВАЛА", nil, []string{"ООН призвала"}},
		{"Chinese is found", "条約", nil, []string{"条約 signed"}},
		{"aliases are read", "people's republic", nil, []string{"China\nPRC\nPeople's Republic of China"}},
		{"symbols are read", "A/50/1027", nil, []string{"Treaty on the Ban of Tests\nA/50/1027\nBan Treaty"}},
		{"meanings are read", "first attack power", []*graph.Kind{graph.Principles}, []string{"no first use on critical infrastructure\nnot to be the first to attack power grids"}},
		{"summaries are read", "CN US spare infrastructure", nil, []string{"CN US spare-infrastructure"}},
		{"titles are read", "power", []*graph.Kind{graph.Articles}, []string{"Power"}},
		{"names of summits are read", "power", []*graph.Kind{graph.Summits}, []string{"Power summit"}},
		{"kinds without texts have no hits", "power", []*graph.Kind{graph.Standings}, nil},
		{"what looks like a question to the index is words", `" OR 1=1`, nil, []string{"' OR 1=1 \" ( * in a text."}},
		{"a star is no word", "*", nil, nil},
		{"a parenthesis is no word", "(", nil, nil},
		{"nothing is no word", "", nil, nil},
		{"signs around a word are dropped", `+text* -(in) "1"~2 AND field:or^3`, nil, nil},
		{"a colon parts words", "text:in", nil, []string{"' OR 1=1 \" ( * in a text."}},
		{"a NUL is no word", "\x00", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, texts(t, c.words, 10, c.kinds...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("hits of all kinds come in the order of graph.Rank", func(t *testing.T) {
		m := read(t, s)
		for _, words := range []string{"power", "the", "no first use", "united nations", "ban", "a", "CN"} {
			var every []graph.Node
			for _, k := range graph.Kinds {
				if len(k.Texts()) > 0 {
					every = append(every, m.nodes[k]...)
				}
			}
			want := graph.Rank(words, every, 5)
			hits, err := s.Search(ctx, words, 5)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, hits, equateEmpty); diff != "" || len(hits) == 0 {
				t.Errorf("%q: %d hits (-want +got):\n%s", words, len(hits), diff)
			}
		}
	})
	t.Run("at most limit hits", func(t *testing.T) {
		if got := texts(t, "power", 2); len(got) != 2 {
			t.Errorf("%d hits, want 2", len(got))
		}
		for _, limit := range []int{0, -1} {
			if got := texts(t, "power", limit); got != nil {
				t.Errorf("at most %d: %d hits", limit, len(got))
			}
		}
	})
	t.Run("what is changed is found anew, what is removed no more", func(t *testing.T) {
		b := catalogue()
		b.Reader = "test-2"
		for _, n := range b.Nodes {
			if p, ok := n.(*graph.Principle); ok && p.Slug == "no-testing" {
				p.Name = "zero explosions"
			}
		}
		mustPut(t, s, b)
		if got := texts(t, "nuclear", 10, graph.Principles); got != nil {
			t.Errorf("still found: %v", got)
		}
		if got := texts(t, "zero explosions", 10); len(got) != 1 {
			t.Errorf("found %v", got)
		}
		if err := s.Remove(ctx, a.Source); err != nil {
			t.Fatal(err)
		}
		if got := texts(t, "zurich", 10); got != nil {
			t.Errorf("still found: %v", got)
		}
	})
	t.Run("many that match are ranked by the rule", func(t *testing.T) {
		b := tell("Of many attacks.", "2015-01-01")
		for i := range 300 {
			name := fmt.Sprintf("flood number %d", i)
			if i == 299 {
				name = "flood flood"
			}
			b.node(&graph.Attack{ID: graph.ID("Attack", fmt.Sprint(i)), Name: name})
		}
		mustPut(t, s, b.Batch)
		if diff := cmp.Diff([]string{"flood flood"}, texts(t, "flood", 1)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
