package server

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/treatygraph/treatygraph/graph"
)

// guard refuses what a query must not be, at two doors: by its shape, before the checks of a schema (some of which take long over hostile
// queries), and by its cost, once the variables are known.
type guard struct {
	limits Limits
	cache  *queryCache
}

func (guard) ExtensionName() string                   { return "Limits" }
func (guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters looks at the text of a query.
func (g guard) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if _, ok := g.cache.Get(ctx, p.Query); ok {
		return nil
	}
	if len(p.Query) > g.limits.Query {
		return refuse("the query has %d bytes, more than %d; ask for less at once", len(p.Query), g.limits.Query)
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, g.limits.Tokens)
	if err != nil {
		return nil // the executor reads it again and says so
	}
	for _, op := range doc.Operations {
		if err := g.checkShape(doc, op); err != nil {
			return err
		}
	}
	return nil
}

func (g guard) checkShape(doc *ast.QueryDocument, op *ast.OperationDefinition) *gqlerror.Error {
	s := shaper{fragments: doc.Fragments, seen: map[string]*shape{}}
	size := s.measure(op.SelectionSet)
	switch {
	case s.loop:
		return refuse("a fragment spreads itself")
	case size.depth > float64(g.limits.Depth):
		return refuse("the query is %.0f fields deep, more than %d; ask for what is nested in a query of its own", size.depth, g.limits.Depth)
	case size.fields > float64(g.limits.Fields):
		return refuse("the query has %.4g fields, more than %d, with those of a fragment for each time it is spread; ask for less at once", size.fields, g.limits.Fields)
	case op.Operation == ast.Mutation && len(op.SelectionSet) > g.limits.Mutations:
		return refuse("the operation has %d mutations, more than %d; send the others in another request", len(op.SelectionSet), g.limits.Mutations)
	}
	return nil
}

// MutateOperationContext looks at what the query can cost with its variables. Introspection is allowed to all who may ask.
func (g guard) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = false
	c := coster{op.Variables, map[*ast.FragmentDefinition]float64{}}
	if cost := c.cost(op.Operation.SelectionSet); cost > g.limits.Cost {
		return refuse("the query can give %.2g values, more than %.2g; lower first, here or in the nested lists", cost, g.limits.Cost)
	}
	return nil
}

func refuse(format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	err.Extensions = map[string]any{"code": string(graph.Invalid)}
	return err
}

// queryCache keeps queries that were checked, by their text. When it is full it forgets any one of them.
type queryCache struct {
	mu  sync.RWMutex
	doc map[string]*ast.QueryDocument
}

const (
	cachedQueries    = 1000
	cachedQueryBytes = 16 << 10 // longer ones are not kept
)

// Get finds a query.
func (c *queryCache) Get(_ context.Context, query string) (*ast.QueryDocument, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	doc, ok := c.doc[query]
	return doc, ok
}

// Add keeps a query.
func (c *queryCache) Add(_ context.Context, query string, doc *ast.QueryDocument) {
	if len(query) > cachedQueryBytes {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for old := range c.doc {
		if len(c.doc) < cachedQueries {
			break
		}
		delete(c.doc, old)
	}
	c.doc[query] = doc
}
