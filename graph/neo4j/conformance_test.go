package neo4j

import (
	"context"
	"flag"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/graphtest"
)

func TestConformance(t *testing.T) {
	open := opener(t)
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
}

func BenchmarkStore(b *testing.B) {
	open := opener(b)
	graphtest.Bench(b, func(b *testing.B) graph.Store { return open(b) })
}

var articles = flag.String("articles", "1000", "how many articles the databases of BenchmarkGrow hold, with commas between")

func BenchmarkGrow(b *testing.B) {
	open := opener(b)
	graphtest.Grow(b, func(b *testing.B) graph.Store { return open(b) }, graphtest.Sizes(b, *articles)...)
}

// opener opens one database again and again, each time emptied of all but its schema, so that the server need not plan every statement anew.
func opener(t testing.TB) func(testing.TB) *Store {
	c := emptied(t)
	first := opened(t, c)
	return func(t testing.TB) *Store {
		t.Helper()
		err := first.write(context.Background(), func(ctx context.Context, t *tx) error {
			_, err := ask(ctx, t, "MATCH (n) WHERE NOT n:_Migration DETACH DELETE n", nil)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return opened(t, c)
	}
}
