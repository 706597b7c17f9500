package docs_test

import (
	"context"
	"os"
	"regexp"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/graphtest/neo4jtest"
	"github.com/treatygraph/treatygraph/graph/neo4j"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/source"
)

// example is a Cypher query of a document, with the bold line before it.
type example struct{ title, cypher string }

var cypherBlock = regexp.MustCompile("(?s)(?:\\*\\*([^*]+)\\*\\*\n)?```cypher\n(.*?)```")

// examples are the Cypher queries of a document.
func examples(t *testing.T, file string) []example {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for _, m := range cypherBlock.FindAllStringSubmatch(string(b), -1) {
		out = append(out, example{m[1], m[2]})
	}
	return out
}

// TestCypherExamples runs every Cypher query of the documents on a real Neo4j that holds the demo articles; each finds something.
func TestCypherExamples(t *testing.T) {
	all := append(examples(t, "graph.md"), examples(t, "guide.md")...)
	if len(all) < 8 {
		t.Fatalf("%d examples; want eight or more", len(all))
	}
	uri, user, password := neo4jtest.URI(t)
	neo4jtest.Reset(t)
	importDemo(t, neo4j.Config{URI: uri, Username: user, Password: password})
	d, err := driver.NewDriverWithContext(uri, driver.BasicAuth(user, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(context.Background())
	for _, e := range all {
		t.Run(e.title, func(t *testing.T) {
			result, err := driver.ExecuteQuery(t.Context(), d, e.cypher, nil, driver.EagerResultTransformer, driver.ExecuteQueryWithReadersRouting())
			if err != nil {
				t.Fatal(err)
			}
			if len(result.Records) == 0 {
				t.Error("it finds nothing in the demo articles")
			}
		})
	}
}

func importDemo(t *testing.T, c neo4j.Config) {
	t.Helper()
	store, err := neo4j.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	known, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	if err := loader.Seed(t.Context(), store, known); err != nil {
		t.Fatal(err)
	}
	rules, err := loader.Rules(known)
	if err != nil {
		t.Fatal(err)
	}
	l := loader.Loader{Store: store, Extractor: rules, Catalogue: known}
	sum, err := l.Import(t.Context(), source.Open(t.Context(), "../loader/demo/articles", source.Options{}), nil)
	if err != nil || len(sum.Refused) > 0 || sum.Added == 0 {
		t.Fatalf("import of the demo articles: %+v, %v", sum, err)
	}
}
