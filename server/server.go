// Package server speaks HTTP: routes, limits, the token, health, and the wire format of GraphQL. It knows nothing of what is asked.
package server

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/treatygraph/treatygraph/graph"
)

// Config is what a server is made of.
type Config struct {
	Schema graphql.ExecutableSchema
	Store  Finder       // asked whether it answers
	Web    http.Handler // pages and their files; nil: none
	Token  string       // asked of every request but those for health; "": nobody is asked, which suits loopback alone
	Log    *slog.Logger // nil: nothing is logged
	Limits Limits       // zero values: the defaults
}

// Finder is the part of a store that tells whether it answers.
type Finder interface {
	Find(ctx context.Context, q graph.Query) (graph.Page, error)
}

// Limits bound what one request may cost. Those that are 0 are as defaultLimits has them.
type Limits struct {
	Body       int64         // bytes of a request
	Query      int           // bytes of the text of a query
	Tokens     int           // of a query
	Depth      int           // of nested fields
	Fields     int           // of a query, with those of a fragment for each time it is spread
	Mutations  int           // root fields of a mutation
	Cost       float64       // estimated values in the answer: see limits.go
	Time       time.Duration // for a query; a mutation has ten times as long
	Concurrent int           // operations at once; more wait a moment, then are turned away
}

// defaultLimits let every query through that the dashboard and the examples ask, and a large import.
var defaultLimits = Limits{
	Body: 16 << 20, Query: 64 << 10, Tokens: 10_000, Depth: 20, Fields: 1000, Mutations: 10, Cost: 1_000_000, Time: 30 * time.Second, Concurrent: 32,
}

// withDefaults fills the limits that are not told.
func (l Limits) withDefaults() Limits {
	d := defaultLimits
	fill(&l.Body, d.Body)
	fill(&l.Query, d.Query)
	fill(&l.Tokens, d.Tokens)
	fill(&l.Depth, d.Depth)
	fill(&l.Fields, d.Fields)
	fill(&l.Mutations, d.Mutations)
	fill(&l.Cost, d.Cost)
	fill(&l.Time, d.Time)
	fill(&l.Concurrent, d.Concurrent)
	return l
}

func fill[T comparable](v *T, usual T) {
	var none T
	if *v == none {
		*v = usual
	}
}

// New makes the handler: /graphql, /healthz, /readyz, and the pages at all other paths.
func New(c Config) http.Handler {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", newEndpoint(c))
	if c.Web != nil {
		mux.Handle("/", c.Web)
	}
	guarded := http.NewServeMux()
	guarded.HandleFunc("GET /healthz", health)
	guarded.Handle("GET /readyz", ready{c.Store})
	guarded.Handle("/", sameOrigin(known(c.Token, mux)))
	return logged(c.Log, headers(guarded))
}
