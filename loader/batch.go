package loader

import (
	"cmp"
	"maps"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// batch gathers the nodes and relationships of one article, each once.
type batch struct {
	nodes map[graph.Ref]graph.Node
	links map[linkKey]graph.Link
}

// linkKey tells relationships apart.
type linkKey struct {
	t        graph.Relationship
	from, to graph.Ref
}

func newBatch() *batch {
	return &batch{nodes: map[graph.Ref]graph.Node{}, links: map[linkKey]graph.Link{}}
}

// node adds a node unless it is there, and names it.
func (b *batch) node(n graph.Node) graph.Ref {
	ref := graph.RefOf(n)
	if b.nodes[ref] == nil {
		b.nodes[ref] = n
	}
	return ref
}

// link adds a relationship unless it is there.
func (b *batch) link(t graph.Relationship, from, to graph.Ref, props graph.Props) {
	k := linkKey{t, from, to}
	if _, ok := b.links[k]; !ok {
		b.links[k] = graph.Link{Type: t, From: from, To: to, Props: props}
	}
}

// linkAll adds a relationship to each of several nodes.
func (b *batch) linkAll(t graph.Relationship, from graph.Ref, to []graph.Ref) {
	for _, r := range to {
		b.link(t, from, r, nil)
	}
}

// sorted gives nodes by kind and id, relationships by type and ends, so that the same reading gives the same batch.
func (b *batch) sorted() ([]graph.Node, []graph.Link) {
	nodes := slices.SortedFunc(maps.Values(b.nodes), func(x, y graph.Node) int {
		return cmp.Or(cmp.Compare(slices.Index(graph.Kinds, graph.KindOf(x)), slices.Index(graph.Kinds, graph.KindOf(y))), cmp.Compare(x.NodeID(), y.NodeID()))
	})
	links := slices.SortedFunc(maps.Values(b.links), func(x, y graph.Link) int {
		return cmp.Or(cmp.Compare(x.Type, y.Type), cmp.Compare(x.From.ID, y.From.ID), cmp.Compare(x.To.ID, y.To.ID))
	})
	return nodes, links
}
