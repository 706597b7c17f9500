package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph"
)

// Find gives a page of nodes.
func (s *Store) Find(ctx context.Context, q graph.Query) (graph.Page, error) {
	q, err := q.Plain()
	if err != nil {
		return graph.Page{}, err
	}
	w, c := windowOf(q), newCompiler()
	match := "MATCH (n:" + labels(q.Kind) + ") WHERE " + c.filter(q.Kind, "n", q.Where)
	bounds, err := w.bounds(c)
	if err != nil {
		return graph.Page{}, err
	}
	if w.byID() && q.After == "" {
		bounds = and("n.id > ''", bounds)
	}
	list := and(match, bounds) + " RETURN " + projection(q.Kind, "n") + " AS node " + w.order(c)
	var page graph.Page
	err = s.read(ctx, func(ctx context.Context, tx driver.ManagedTransaction) error {
		records, err := ask(ctx, tx, list, c.params)
		if err != nil {
			return err
		}
		if page, err = w.page(values(records)); err != nil || !q.Total {
			return err
		}
		page.Total, err = count(ctx, tx, match+" RETURN count(*)", c.params)
		return err
	})
	return page, err
}

// and joins conditions of which some may be empty.
func and(conditions ...string) string {
	return strings.Join(slices.DeleteFunc(conditions, func(s string) bool { return s == "" }), " AND ")
}

func count(ctx context.Context, tx driver.ManagedTransaction, cypher string, params map[string]any) (int, error) {
	records, err := ask(ctx, tx, cypher, params)
	if err != nil {
		return 0, err
	}
	return whole(records[0].Values[0])
}

// Related gives a page for each of the nodes, all of them in one statement.
func (s *Store) Related(ctx context.Context, ids []string, e *graph.Edge, q graph.Query) ([]graph.Page, error) {
	if q.Kind != e.To {
		return nil, graph.Errorf(graph.Invalid, "%s of %s are nodes of kind %s", e.Name, e.From.Name, e.To.Name)
	}
	q.Where = graph.And{q.Where, e.Where}
	q, err := q.Plain()
	if err != nil {
		return nil, err
	}
	w, c := windowOf(q), newCompiler()
	match := "MATCH " + hop("(:"+labels(e.From)+" {id: parent})", "r", e, "n") + " WHERE " + c.filter(q.Kind, "n", q.Where)
	bounds, err := w.bounds(c)
	if err != nil {
		return nil, err
	}
	c.params["ids"] = ids
	cypher := "UNWIND $ids AS parent RETURN parent, COLLECT { " + and(match, bounds) + " RETURN [" + projection(q.Kind, "n") + ", r {.*}] " + w.order(c) + " }"
	if q.Total {
		cypher += ", COUNT { " + match + " }"
	}
	byID := make(map[string]graph.Page, len(ids))
	err = s.read(ctx, func(ctx context.Context, tx driver.ManagedTransaction) error {
		records, err := ask(ctx, tx, cypher, c.params)
		if err != nil {
			return err
		}
		for _, r := range records {
			page, err := w.page(r.Values[1].([]any))
			if err == nil && q.Total {
				page.Total, err = whole(r.Values[2])
			}
			if err != nil {
				return err
			}
			byID[r.Values[0].(string)] = page
		}
		return nil
	})
	pages := make([]graph.Page, len(ids))
	for i, id := range ids {
		pages[i] = byID[id]
	}
	return pages, err
}

// Count counts nodes by the values of properties.
func (s *Store) Count(ctx context.Context, q graph.Query, by ...string) ([]graph.Group, error) {
	q, err := q.Plain()
	if err != nil {
		return nil, err
	}
	c := newCompiler()
	cypher := "MATCH (n:" + labels(q.Kind) + ") WHERE " + c.filter(q.Kind, "n", q.Where) + " RETURN count(*)"
	for i, name := range by {
		p, err := q.Kind.Property(name)
		if err != nil {
			return nil, err
		}
		if p.Type == graph.Texts {
			return nil, graph.Errorf(graph.Invalid, "%s.%s is a list; count by a property with one value", q.Kind.Name, name)
		}
		cypher += fmt.Sprintf(", %s AS by%d", value(q.Kind, "n", name), i)
	}
	var groups []graph.Group
	err = s.read(ctx, func(ctx context.Context, tx driver.ManagedTransaction) error {
		records, err := ask(ctx, tx, cypher, c.params)
		if err != nil {
			return err
		}
		groups = nil
		for _, r := range records {
			var g graph.Group
			if g.Count, err = whole(r.Values[0]); err != nil {
				return err
			}
			for _, v := range r.Values[1:] {
				g.Values = append(g.Values, textOf(v))
			}
			groups = append(groups, g)
		}
		return nil
	})
	slices.SortFunc(groups, func(a, b graph.Group) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), slices.Compare(a.Values, b.Values))
	})
	return groups, err
}

// textOf is a value as a group names it; what is not told is "".
func textOf(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}
