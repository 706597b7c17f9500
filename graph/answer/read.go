package answer

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
)

// one finds a node by its id; none is NotFound.
func (d *Desk) one(ctx context.Context, k *graph.Kind, id string) (graph.Node, error) {
	page, err := d.Store.Find(ctx, graph.Query{Kind: k, Where: graph.Is{Property: "id", Op: graph.Eq, Value: id}, First: 1})
	if err != nil {
		return nil, err
	}
	if len(page.Nodes) == 0 {
		return nil, graph.Errorf(graph.NotFound, "no %s has the id %q", k.Name, id)
	}
	return page.Nodes[0], nil
}

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

func passages(nodes []graph.Node) []*graph.Passage {
	var out []*graph.Passage
	for _, n := range nodes {
		out = append(out, n.(*graph.Passage))
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
	none := func(int) []graph.Node { return nil }
	if r.err != nil || len(ids) == 0 {
		return none
	}
	e, err := k.Edge(edge)
	if err != nil {
		r.err = err
		return none
	}
	pages, err := r.d.Store.Related(r.ctx, ids, e, graph.Query{Kind: e.To, AsOf: r.at, First: graph.MaxPage})
	if err != nil {
		r.err = err
		return none
	}
	return func(i int) []graph.Node { return pages[i].Nodes }
}
