package main

import (
	"context"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/neo4j"
	"github.com/treatygraph/treatygraph/graph/sqlite"
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

// open opens the store and brings its catalogue up to date.
func (p *program) open(ctx context.Context) (graph.Store, *catalogue.Catalogue, error) {
	return p.openAt(ctx, p.place())
}

func (p *program) openAt(ctx context.Context, place string) (graph.Store, *catalogue.Catalogue, error) {
	c, err := catalogue.Load()
	if err != nil {
		return nil, nil, err
	}
	store, err := p.connect(ctx, place)
	if err != nil {
		return nil, nil, err
	}
	if err := seed(ctx, store, c); err != nil {
		store.Close()
		return nil, nil, err
	}
	return store, c, nil
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

func seed(ctx context.Context, s graph.Store, c *catalogue.Catalogue) error {
	_, err := s.Put(ctx, c.Batch())
	return err
}
