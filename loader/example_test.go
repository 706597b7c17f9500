package loader_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/sqlite"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/source"
)

// Import one text into a new store, and ask what it says.
func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "treatygraph")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	store, err := sqlite.Open(ctx, filepath.Join(dir, "treatygraph.db"), sqlite.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()
	known, err := catalogue.Load()
	if err != nil {
		log.Fatal(err)
	}
	if err := loader.Seed(ctx, store, known); err != nil {
		log.Fatal(err)
	}
	rules, err := loader.Rules(known)
	if err != nil {
		log.Fatal(err)
	}

	// Any sequence of documents is a source; source.Open makes one of files and folders.
	docs := func(yield func(source.Document, error) bool) {
		yield(source.Document{Name: "talks", Published: "2015-09-22", Text: "China and the United States are in talks on a pledge " +
			"not to be first to use cyber weapons against each other's critical infrastructure."}, nil)
	}
	l := loader.Loader{Store: store, Extractor: rules, Catalogue: known}
	summary, err := l.Import(ctx, docs, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("added:", summary.Added)

	page, err := store.Find(ctx, graph.Query{Kind: graph.Stages, Where: graph.Some{Edge: "evidence"}})
	if err != nil {
		log.Fatal(err)
	}
	for _, n := range page.Nodes {
		stage := n.(*graph.Stage)
		fmt.Println(stage.Status, "as reported on", stage.KnownAt)
	}
	// Output:
	// added: 1
	// NEGOTIATING as reported on 2015-09-22
}
