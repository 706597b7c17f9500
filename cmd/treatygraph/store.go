package main

import (
	"context"
	"os"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/neo4j"
	"github.com/treatygraph/treatygraph/graph/sqlite"
	"github.com/treatygraph/treatygraph/loader"
)

const defaultStore = "sqlite:treatygraph.db"

// place is the store's name: of the flag, else of the environment, else the default.
func (p *program) place() string {
	for _, s := range []string{p.store, p.env("TREATYGRAPH_STORE"), p.env("NEO4J_URI")} {
		if s != "" {
			return s
		}
	}
	return defaultStore
}

// desk is an open store and what a command needs beside it.
type desk struct {
	name      string // as its user names the store
	store     graph.Store
	catalogue *catalogue.Catalogue
	temporary string // a folder that goes with the desk, "" for none
}

// open opens the store that flag or environment name.
func (p *program) open(ctx context.Context) (*desk, error) { return p.openAt(ctx, p.place()) }

// openAt opens a store and brings its catalogue up to date.
func (p *program) openAt(ctx context.Context, place string) (*desk, error) {
	c, err := catalogue.Load()
	if err != nil {
		return nil, err
	}
	store, err := p.connect(ctx, place)
	if err != nil {
		return nil, err
	}
	if err := loader.Seed(ctx, store, c); err != nil {
		store.Close()
		return nil, err
	}
	return &desk{name: place, store: store, catalogue: c}, nil
}

func (p *program) connect(ctx context.Context, place string) (graph.Store, error) {
	scheme, rest, _ := strings.Cut(place, ":")
	switch {
	case scheme == "sqlite":
		return sqlite.Open(ctx, rest, sqlite.Options{})
	case strings.HasPrefix(scheme, "neo4j") || strings.HasPrefix(scheme, "bolt"):
		return neo4j.Open(ctx, neo4j.Config{URI: place, Username: p.env("NEO4J_USERNAME"), Password: p.env("NEO4J_PASSWORD")})
	}
	return nil, misuse("%q names no store; write sqlite:PATH, neo4j://HOST:7687, neo4j+s://HOST:7687 or bolt://HOST:7687", scheme)
}

// answers answers questions over the store.
func (d *desk) answers() *answer.Desk { return &answer.Desk{Store: d.store, Catalogue: d.catalogue} }

// loader brings articles into the store.
func (d *desk) loader() (*loader.Loader, error) {
	x, err := loader.Rules(d.catalogue)
	if err != nil {
		return nil, err
	}
	return &loader.Loader{Store: d.store, Extractor: x, Catalogue: d.catalogue}, nil
}

// close gives up the store, and the folder that it was made in for a while.
func (d *desk) close() {
	d.store.Close()
	if d.temporary != "" {
		os.RemoveAll(d.temporary)
	}
}
