package sqlite

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/graphtest"
)

func TestConformance(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return opened(t) })
}

func BenchmarkStore(b *testing.B) {
	graphtest.Bench(b, func(b *testing.B) graph.Store { return opened(b) })
}

var articles = flag.String("articles", "1000", "how many articles the stores of BenchmarkGrow hold, with commas between")

func BenchmarkGrow(b *testing.B) {
	graphtest.Grow(b, func(b *testing.B) graph.Store { return opened(b) }, graphtest.Sizes(b, *articles)...)
}

// opened opens a new store and closes it after the test.
func opened(t testing.TB) *Store {
	t.Helper()
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
