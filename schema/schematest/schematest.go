// Package schematest lends tests a real store that holds the catalogue and a little history of September 2015.
package schematest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/sqlite"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/schema"
)

// Today is the day of the tests.
var Today = time.Date(2016, 1, 1, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return Today }

var load = sync.OnceValues(catalogue.Load)

// Seed puts the catalogue and the articles into an empty store.
func Seed(ctx context.Context, store graph.Store) error {
	c, err := load()
	if err != nil {
		return err
	}
	for _, b := range append([]graph.Batch{c.Batch()}, articles()...) {
		if _, err := store.Put(ctx, b); err != nil {
			return err
		}
	}
	return nil
}

// seed is a store with the catalogue and the articles, as the bytes of its file: made once, since it takes a second.
var seed = sync.OnceValues(func() (b []byte, err error) {
	dir, err := os.MkdirTemp("", "schematest")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "seed.db")
	store, err := sqlite.Open(context.Background(), path, sqlite.Options{Clock: clock})
	if err != nil {
		return nil, err
	}
	err = Seed(context.Background(), store)
	if err = errors.Join(err, store.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// Store opens an SQLite store in a folder of the test, with the catalogue and the articles.
func Store(t testing.TB) *sqlite.Store {
	t.Helper()
	b, err := seed()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "test.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := sqlite.Open(context.Background(), path, sqlite.Options{Clock: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
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
		Store: store, Answers: &answer.Desk{Store: store, Catalogue: c, Clock: clock}, Clock: clock, Version: "test",
		Importer: &loader.Loader{Store: store, Extractor: mute{}, Catalogue: c, Clock: clock},
	}
}

// mute is an extractor that reads nothing out of an article.
type mute struct{}

func (mute) Identity() (name, version string) { return "mute", "1" }

func (mute) Read(context.Context, graph.Article) (extract.Reading, error) {
	return extract.Reading{}, nil
}
