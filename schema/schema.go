package schema

import (
	"context"
	"iter"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/source"
	"github.com/treatygraph/treatygraph/schema/generated"
)

// Resolver is what the resolvers need.
type Resolver struct {
	Store    graph.Store
	Answers  Answerer
	Importer Importer
	Clock    func() time.Time // tells today for days that are not told
	Version  string           // of the program
}

// Answerer understands questions in words, as answer.Desk does.
type Answerer interface {
	Understand(phrase string) answer.Understood
	WhoCommitted(ctx context.Context, phrase string, v answer.View, among ...string) (*answer.Answer, error)
	Ground(ctx context.Context, at graph.AsOf) (answer.Ground, error)
	Positions(ctx context.Context, actors, principles []string, v answer.View) (*answer.Matrix, error)
	Applicability(ctx context.Context, attack, commitment string, v answer.View) (*answer.Applicability, error)
	Chart(ctx context.Context, instrument string, at graph.AsOf) (*answer.Chart, error)
	StatusOf(ctx context.Context, c *answer.Chart, code string) (*answer.TreatyStanding, error)
	Changes(ctx context.Context, s answer.Span) ([]answer.Difference, error)
}

// Importer brings articles into the store, as loader.Loader does.
type Importer interface {
	Import(ctx context.Context, docs iter.Seq2[source.Document, error], report func(loader.Progress)) (loader.Summary, error)
}

// New makes the schema that the resolvers serve.
func New(r *Resolver) graphql.ExecutableSchema {
	return executable{generated.NewExecutableSchema(generated.Config{Resolvers: r}), r}
}

// executable gives each operation levels of its own.
type executable struct {
	graphql.ExecutableSchema
	resolver *Resolver
}

// Exec runs an operation.
func (e executable) Exec(ctx context.Context) graphql.ResponseHandler {
	l := &levels{store: e.resolver.Store, answers: e.resolver.Answers, of: map[graph.Node]*level{}, known: map[graph.Node]map[string]graph.Node{}}
	run := e.ExecutableSchema.Exec(with(ctx, l))
	return func(ctx context.Context) *graphql.Response { return run(with(ctx, l)) }
}

// asOf puts today in the place of days that are not told.
func (r *Resolver) asOf(days *graph.AsOf) graph.AsOf {
	var told graph.AsOf
	if days != nil {
		told = *days
	}
	return told.Or(graph.DayOf(r.Clock().UTC()))
}
