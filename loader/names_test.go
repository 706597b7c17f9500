package loader

import (
	"sync"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// catalogueNames are codes and slugs of the catalogue's nodes, by id.
var catalogueNames = sync.OnceValues(func() (map[string]string, error) {
	c, err := catalogue.Load()
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, n := range c.Batch().Nodes {
		switch n := n.(type) {
		case *graph.Actor:
			names[n.ID] = n.Code
		case *graph.Principle:
			names[n.ID] = n.Slug
		case *graph.Instrument:
			names[n.ID] = n.Slug
		case *graph.Term:
			names[n.ID] = n.Slug
		}
	}
	return names, nil
})
