package loader

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/sqlite"
)

func load(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// clock is the time of all tests but those that say otherwise.
func clock() time.Time { return time.Date(2020, 6, 30, 12, 0, 0, 0, time.UTC) }

// seeded is the file of a store that holds the catalogue; writing that takes a second, so it is done once.
var seeded = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "loader")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "graph.db")
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{Clock: clock})
	if err != nil {
		return nil, err
	}
	c, err := catalogue.Load()
	if err == nil {
		err = Seed(context.Background(), s, c)
	}
	if e := s.Close(); err == nil {
		err = e
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// open makes a store in a folder of the test, with the catalogue in it.
func open(t testing.TB) *sqlite.Store {
	t.Helper()
	file, err := seeded()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), write(t, "graph.db", string(file)), sqlite.Options{Clock: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// ofArticles narrows kinds to what articles tell.
var ofArticles = map[*graph.Kind]graph.Filter{
	graph.Articles:     nil,
	graph.Passages:     nil,
	graph.Stages:       graph.Some{Edge: "evidence"},
	graph.Attributions: graph.Some{Edge: "evidence"},
	graph.Allegations:  graph.Some{Edge: "evidence"},
	graph.Attacks:      graph.Some{Edge: "evidence"},
	graph.Summits:      graph.Some{Edge: "evidence"},
	graph.Commitments: graph.Or{
		graph.Some{Edge: "stages", X: graph.Some{Edge: "evidence"}}, graph.Some{Edge: "allegations", X: graph.Some{Edge: "evidence"}}},
}

// dump is all that a store holds of what articles tell: a line for each node, and below it one for each node that it leads to.
func dump(t testing.TB, s graph.Store) string {
	t.Helper()
	var b strings.Builder
	for _, k := range graph.Kinds {
		where, told := ofArticles[k]
		if !told {
			continue
		}
		page, err := s.Find(t.Context(), graph.Query{Kind: k, Where: where, AsOf: graph.AsOf{Ever: true}, First: graph.MaxPage})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range page.Nodes {
			fmt.Fprintf(&b, "%s %+v\n", k.Name, n)
			for _, e := range k.Edges {
				related, err := s.Related(t.Context(), []string{n.NodeID()}, e, graph.Query{Kind: e.To, AsOf: graph.AsOf{Ever: true}, First: graph.MaxPage})
				if err != nil {
					t.Fatal(err)
				}
				for i, to := range related[0].Nodes {
					fmt.Fprintf(&b, "\t%s %s %v\n", e.Name, to.NodeID(), related[0].Links[i])
				}
			}
		}
	}
	return b.String()
}
