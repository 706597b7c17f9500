package schema_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph/graphtest/neo4jtest"
	"github.com/treatygraph/treatygraph/graph/neo4j"
	"github.com/treatygraph/treatygraph/schema"
	"github.com/treatygraph/treatygraph/schema/schematest"
)

// onNeo4j is a schema over a Neo4j that holds what the others hold.
func onNeo4j(t *testing.T) *desk {
	t.Helper()
	uri, user, password := neo4jtest.URI(t)
	neo4jtest.Reset(t)
	store, err := neo4j.Open(context.Background(), neo4j.Config{URI: uri, Username: user, Password: password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	if err := schematest.Seed(context.Background(), store); err != nil {
		t.Fatal(err)
	}
	c := &counting{Store: store}
	return &desk{c, executor.New(schema.New(schematest.Resolver(t, c)))}
}

// Every example has the same answer, in the same order, from both stores.
func TestBothStoresAnswerAlike(t *testing.T) {
	there := onNeo4j(t)
	here := open(t)
	files, err := filepath.Glob("examples/*.graphql")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".graphql")
		query, variables := example(t, name)
		if strings.Contains(query, "mutation ") {
			continue // its answer names a run
		}
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(here.must(t, query, variables), there.must(t, query, variables)); d != "" {
				t.Errorf("-sqlite +neo4j:\n%s", d)
			}
		})
	}
}
