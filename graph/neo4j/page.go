package neo4j

import (
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph"
)

// window is the part of an ordered result that a query asks for.
type window struct {
	graph.Query
	size int
	back bool // counted from the end
}

func windowOf(q graph.Query) window {
	if q.Last > 0 {
		return window{q, q.Last, true}
	}
	return window{q, q.First, false}
}

// key is the Cypher by which a property orders: what is not told comes first.
func (w window) key(property string) string {
	x := value(w.Kind, "n", property)
	if p, _ := w.Kind.Property(property); p.Type == graph.Text && property != "id" {
		return "coalesce(" + x + ", '')"
	}
	return x
}

// order prints ORDER BY and LIMIT: one row more than asked for tells whether there are more.
func (w window) order(c *compiler) string {
	keys := make([]string, len(w.Order))
	for i, o := range w.Order {
		keys[i] = w.key(o.Property)
		if o.Desc != w.back {
			keys[i] += " DESC"
		}
	}
	return "ORDER BY " + strings.Join(keys, ", ") + " LIMIT " + c.param(w.size+1)
}

// bounds prints what the cursors leave of the result; "" is all.
func (w window) bounds(c *compiler) (string, error) {
	var parts []string
	for _, b := range []struct {
		cursor string
		before bool
	}{{w.After, false}, {w.Before, true}} {
		key, err := w.Key(b.cursor)
		if err != nil {
			return "", err
		}
		if key != nil {
			parts = append(parts, w.beyond(c, key, b.before))
		}
	}
	return strings.Join(parts, " AND "), nil
}

// beyond prints that a node comes after (or before) a place of the order: further by the first key, or equal by it and further by the rest.
func (w window) beyond(c *compiler, place []any, before bool) string {
	out := ""
	for i, o := range slices.Backward(w.Order) {
		x, p := w.key(o.Property), c.param(place[i])
		op := " > "
		if o.Desc != before {
			op = " < "
		}
		if out == "" {
			out = x + op + p
		} else {
			out = "(" + x + op + p + " OR " + x + " = " + p + " AND " + out + ")"
		}
	}
	return out
}

// byID says whether the order is by id, which an index gives if the id is bounded.
func (w window) byID() bool { return w.Order[0].Property == "id" }

// page makes a page of the rows [node] or [node, relationship's properties] that were found, at most one more than asked for.
func (w window) page(rows []any) (graph.Page, error) {
	more := len(rows) > w.size
	if more {
		rows = rows[:w.size]
	}
	p := graph.Page{HasNext: more, HasPrev: w.After != ""}
	if w.back {
		slices.Reverse(rows)
		p.HasNext, p.HasPrev = w.Before != "", more
	}
	for _, r := range rows {
		row := r.([]any)
		n, err := toNode(w.Kind, row[0])
		if err != nil {
			return p, err
		}
		p.Nodes = append(p.Nodes, n)
		if len(row) > 1 {
			p.Links = append(p.Links, toProps(row[1]))
		}
	}
	return p, nil
}

// toProps takes a relationship's properties; nil where it has none.
func toProps(v any) graph.Props {
	m, _ := v.(map[string]any)
	if len(m) == 0 {
		return nil
	}
	return graph.Props(m)
}

// values are the values of records as rows.
func values(records []*driver.Record) []any {
	out := make([]any, len(records))
	for i, r := range records {
		out[i] = r.Values
	}
	return out
}

// whole reads a number of the database.
func whole(v any) (int, error) {
	i, ok := v.(int64)
	if !ok {
		return 0, graph.Errorf(graph.Internal, "%s", fmt.Sprintf("Neo4j gave %T for a number", v))
	}
	return int(i), nil
}
