package graphtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

// all reads every node of a kind that was ever recorded, by id.
func all(t testing.TB, s graph.Store, k *graph.Kind) []graph.Node {
	t.Helper()
	q := graph.Query{Kind: k, First: graph.MaxPage, AsOf: graph.AsOf{Ever: true}}
	var out []graph.Node
	for {
		p := mustFind(t, s, q)
		out = append(out, p.Nodes...)
		if !p.HasNext {
			return out
		}
		q.After = cursorOf(t, q, p.Nodes[len(p.Nodes)-1])
	}
}

// cursorOf is the cursor of a node in a query.
func cursorOf(t testing.TB, q graph.Query, n graph.Node) string {
	t.Helper()
	plain, err := q.Plain()
	if err != nil {
		t.Fatal(err)
	}
	return plain.Cursor(n)
}

// dump prints all of a graph, a line a node and a line a relationship, sorted; without the time at which a claim was recorded, which is
// the only thing that the order of imports may change.
func dump(t testing.TB, s graph.Store) string {
	t.Helper()
	var lines []string
	for _, k := range graph.Kinds {
		nodes := all(t, s, k)
		ids := make([]string, len(nodes))
		for i, n := range nodes {
			ids[i] = n.NodeID()
			lines = append(lines, line(n))
		}
		for _, e := range k.Edges {
			if e.In || e.Where != nil || len(ids) == 0 {
				continue
			}
			for i, p := range mustRelated(t, s, ids, k, e.Name, graph.Query{First: graph.MaxPage, AsOf: graph.AsOf{Ever: true}}) {
				for j, n := range p.Nodes {
					props, _ := json.Marshal(p.Links[j])
					lines = append(lines, fmt.Sprintf("%s %s %s %s %s %s", k.Name, ids[i], e.Relation, e.To.Name, n.NodeID(), props))
				}
			}
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// line prints a node.
func line(n graph.Node) string {
	k := graph.KindOf(n)
	out := k.Name + " " + n.NodeID()
	for _, p := range k.Properties[1:] {
		if p.Name != "recordedAt" {
			out += fmt.Sprintf(" %s=%q", p.Name, fmt.Sprint(p.Value(n)))
		}
	}
	return out
}

// kinds keeps of a dump the lines of nodes and relationships that begin with one of the kinds.
func kinds(dump string, of ...string) string {
	var out []string
	for l := range strings.Lines(dump) {
		kind, _, _ := strings.Cut(l, " ")
		if slices.Contains(of, kind) {
			out = append(out, l)
		}
	}
	return strings.Join(out, "")
}
