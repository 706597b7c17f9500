package neo4j

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
)

// pattern is a relationship x from a to b.
func pattern(rel graph.Relationship, from, to *graph.Kind) string {
	return "(a:" + labels(from) + ")-[x:" + string(rel) + "]->(b:" + labels(to) + ")"
}

// Link creates relationships that are not there and sets the properties of the others, one statement for each sort of them. MERGE would
// lock the nodes at both ends, so that all writers wait at the United States; who may write a relationship is told by the locks of graph.Write.
func (t *tx) Link(ctx context.Context, links []graph.Link) error {
	for _, group := range sorts(links) {
		l := group[0]
		rows := rowsOf(group)
		records, err := run(ctx, t, rows, "UNWIND $rows AS row "+ends(l)+" OPTIONAL MATCH (a)-[x:"+string(l.Type)+"]->(b) SET x = row.props "+
			"FOREACH (_ IN CASE WHEN x IS NULL THEN [1] ELSE [] END | CREATE (a)-[y:"+string(l.Type)+"]->(b) SET y = row.props) RETURN count(*)")
		if err != nil {
			return err
		}
		made, err := whole(records[0].Values[0])
		if err == nil && made < len(rows) {
			err = t.missing(ctx, l, rows)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rowsOf are links of one sort as parameters, each pair of ends once; of one told twice the last stands.
func rowsOf(links []graph.Link) []map[string]any {
	var rows []map[string]any
	place := map[[2]string]int{}
	for _, l := range links {
		ends := [2]string{l.From.ID, l.To.ID}
		i, ok := place[ends]
		if !ok {
			i = len(rows)
			place[ends] = i
			rows = append(rows, nil)
		}
		props := map[string]any(l.Props)
		if props == nil {
			props = map[string]any{}
		}
		rows[i] = map[string]any{"a": l.From.ID, "b": l.To.ID, "props": props}
	}
	return rows
}

// ends finds both ends of a row's relationship.
func ends(l graph.Link) string {
	return "MATCH (a:" + labels(l.From.Kind) + " {id: row.a}) MATCH (b:" + labels(l.To.Kind) + " {id: row.b})"
}

// missing names an end that is not there.
func (t *tx) missing(ctx context.Context, l graph.Link, rows []map[string]any) error {
	records, err := run(ctx, t, rows, "UNWIND $rows AS row "+
		"WITH row, EXISTS { (:"+labels(l.From.Kind)+" {id: row.a}) } AS a, EXISTS { (:"+labels(l.To.Kind)+" {id: row.b}) } AS b "+
		"WHERE NOT (a AND b) RETURN row.a, row.b, a LIMIT 1")
	if err != nil {
		return err
	}
	if len(records) == 0 {
		return graph.Errorf(graph.Conflict, "%s: an end went away meanwhile; try again", l.Type)
	}
	r := records[0].Values
	kind, id := l.From.Kind.Name, r[0]
	if there, _ := r[2].(bool); there {
		kind, id = l.To.Kind.Name, r[1]
	}
	return graph.Errorf(graph.Invalid, "%s from %v to %v: there is no %s %v", l.Type, r[0], r[1], kind, id)
}

// Unlink removes relationships, one statement for each sort of them.
func (t *tx) Unlink(ctx context.Context, links []graph.Link) error {
	for _, group := range sorts(links) {
		l := group[0]
		if _, err := run(ctx, t, rowsOf(group), "UNWIND $rows AS row "+ends(l)+" MATCH (a)-[x:"+string(l.Type)+"]->(b) DELETE x"); err != nil {
			return err
		}
	}
	return nil
}

// sorts groups relationships by type and by the kinds at their ends.
func sorts(links []graph.Link) [][]graph.Link {
	return grouped(links, func(l graph.Link) string {
		return string(l.Type) + " " + l.From.Kind.Name + " " + l.To.Kind.Name
	})
}
