package loader

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/sqlite"
	"github.com/treatygraph/treatygraph/loader/demo"
	"github.com/treatygraph/treatygraph/loader/source"
)

// The demo's articles, read by the rules: all go in, each claim leads to its words, and a second import changes nothing.
func TestDemo(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, demo.Articles()); err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(demo.Articles(), "*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	rules, err := Rules(load(t))
	if err != nil {
		t.Fatal(err)
	}
	s := open(t)
	l := newLoader(t, s)
	l.Extractor = rules
	sum := must(t)(l.Import(t.Context(), source.Open(t.Context(), dir, source.Options{}), nil))
	if diff := cmp.Diff(Summary{Run: sum.Run, Articles: len(files), Added: len(files), Refused: []Refusal{}}, sum); diff != "" {
		t.Fatal(diff)
	}
	first := dump(t, s)
	if n := strings.Count(first, "\nStage "); n < len(files)/2 {
		t.Errorf("%d stages from %d articles", n, len(files))
	}
	checkPassages(t, s)
	sum = must(t)(l.Import(t.Context(), source.Open(t.Context(), filepath.Join(dir, "*.json"), source.Options{}), nil))
	if sum.Unchanged != len(files) {
		t.Errorf("%+v", sum)
	}
	if diff := cmp.Diff(first, dump(t, s)); diff != "" {
		t.Error(diff)
	}
}

// checkPassages compares each passage with the stretch of its article's text.
func checkPassages(t *testing.T, s *sqlite.Store) {
	t.Helper()
	page, err := s.Find(t.Context(), graph.Query{Kind: graph.Passages, First: graph.MaxPage})
	if err != nil {
		t.Fatal(err)
	}
	in, err := graph.Passages.Edge("article")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range page.Nodes {
		p := n.(*graph.Passage)
		articles, err := s.Related(t.Context(), []string{p.ID}, in, graph.Query{Kind: graph.Articles})
		if err != nil || len(articles[0].Nodes) != 1 {
			t.Fatal(articles, err)
		}
		if text := []rune(articles[0].Nodes[0].(*graph.Article).Text); string(text[p.Start:p.End]) != p.Text {
			t.Errorf("%d to %d is %q, not %q", p.Start, p.End, string(text[p.Start:p.End]), p.Text)
		}
	}
}
