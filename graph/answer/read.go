package answer

import (
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// reader follows edges of single nodes as of a day; after an error it gives nothing more.
type reader struct {
	ctx context.Context
	d   *Desk
	at  graph.AsOf
	err error
}

func (r *reader) follow(k *graph.Kind, edge, id string) []graph.Node {
	return r.followAll(k, edge, []string{id})(0)
}

func codes(nodes []graph.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, n.(*graph.Actor).Code)
	}
	return out
}

func terms(nodes []graph.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, n.(*graph.Term).Slug)
	}
	return out
}

// all is nodes of one type.
func all[T graph.Node](nodes []graph.Node) []T {
	out := make([]T, len(nodes))
	for i, n := range nodes {
		out[i] = n.(T)
	}
	return out
}

// filter keeps what passes.
func filter(list []string, pass func(string) bool) []string {
	var out []string
	for _, x := range list {
		if pass(x) {
			out = append(out, x)
		}
	}
	return out
}

// followAll follows an edge from many nodes at once; the result gives the nodes that the i-th leads to.
func (r *reader) followAll(k *graph.Kind, edge string, ids []string) func(i int) []graph.Node {
	pages := r.pages(k, edge, ids)
	return func(i int) []graph.Node {
		if i >= len(pages) {
			return nil // after an error
		}
		return pages[i].Nodes
	}
}

// pages follows an edge from many nodes, some at a time; its result is parallel to them, or empty after an error.
func (r *reader) pages(k *graph.Kind, edge string, ids []string) []graph.Page {
	e, err := k.Edge(edge)
	if r.err == nil {
		r.err = err
	}
	var out []graph.Page
	for some := range slices.Chunk(ids, graph.MaxPage) {
		if r.err != nil {
			return nil
		}
		var pages []graph.Page
		pages, r.err = r.d.Store.Related(r.ctx, some, e, graph.Query{Kind: e.To, AsOf: r.at, First: graph.MaxPage})
		out = append(out, pages...)
	}
	return out
}
