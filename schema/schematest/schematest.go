// Package schematest lends tests a real store that holds the catalogue and a little history of September 2015.
package schematest

import (
	"context"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/sqlite"
	"github.com/treatygraph/treatygraph/schema"
)

// Today is the day of the tests.
var Today = time.Date(2016, 1, 1, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return Today }

var load = sync.OnceValues(catalogue.Load)

// Store opens an SQLite store in a folder of the test, with the catalogue and the articles.
func Store(t testing.TB) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "test.db"), sqlite.Options{Clock: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range append([]graph.Batch{c.Batch()}, articles()...) {
		if _, err := store.Put(context.Background(), b); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

// Resolver answers from a store, on the day of the tests.
func Resolver(t testing.TB, store graph.Store) *schema.Resolver {
	t.Helper()
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return &schema.Resolver{
		Store: store, Answers: &answer.Desk{Store: store, Catalogue: c, Clock: clock}, Importer: importer{store}, Clock: clock, Version: "test",
	}
}

// importer takes the text of an article as it is and reads nothing out of it.
type importer struct{ store graph.Store }

func (i importer) Import(ctx context.Context, d schema.Document) (string, graph.Outcome, error) {
	text := strings.TrimSpace(d.Text)
	if text == "" {
		return "", "", graph.Errorf(graph.Invalid, "the article has no text; give text or html")
	}
	a := &graph.Article{ID: graph.ArticleID(text), Title: d.Title, Outlet: d.Outlet, Published: d.Published, Fetched: graph.DayOf(Today), Text: text, Kind: graph.Other}
	if d.URL != "" {
		a.URLs = []string{d.URL}
	}
	outcome, err := i.store.Put(ctx, graph.Batch{Source: a.ID, Reader: "test", Article: a})
	return a.ID, outcome, err
}
