package neo4jtest_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph/graphtest/neo4jtest"
)

func TestResetEmptiesDataAndSchema(t *testing.T) {
	ctx := context.Background()
	uri, user, password := neo4jtest.URI(t)
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(user, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { driver.Close(ctx) })
	ask := func(query string) []any {
		t.Helper()
		result, err := neo4j.ExecuteQuery(ctx, driver, query, nil, neo4j.EagerResultTransformer)
		if err != nil {
			t.Fatal(err)
		}
		var values []any
		for _, record := range result.Records {
			values = append(values, record.Values...)
		}
		return values
	}
	const (
		nodes       = "MATCH (n) RETURN count(n)"
		constraints = "SHOW CONSTRAINTS YIELD name RETURN count(name)"
		indexes     = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN count(name)"
	)
	state := func() []any { return append(append(ask(nodes), ask(constraints)...), ask(indexes)...) }

	neo4jtest.Reset(t)
	for range 2 {
		ask("CREATE CONSTRAINT `one of a kind` FOR (n:Actor) REQUIRE n.id IS UNIQUE")
		ask("CREATE FULLTEXT INDEX words FOR (n:Passage) ON EACH [n.text]")
		ask("UNWIND range(1, 6000) AS i CREATE (:Passage {text: 'p' + i})-[:IN]->(:Article)")
		if diff := cmp.Diff([]any{int64(12000), int64(1), int64(2)}, state()); diff != "" {
			t.Fatalf("before (-want +got):\n%s", diff)
		}
		neo4jtest.Reset(t)
		if diff := cmp.Diff([]any{int64(0), int64(0), int64(0)}, state()); diff != "" {
			t.Errorf("after Reset (-want +got):\n%s", diff)
		}
	}
}
