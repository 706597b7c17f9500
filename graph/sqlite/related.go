package sqlite

import (
	"context"
	"database/sql"

	"github.com/treatygraph/treatygraph/graph"
)

// Related follows an edge from many nodes at once, in one statement whatever their number (and one more for totals).
func (s *Store) Related(ctx context.Context, ids []string, e *graph.Edge, q graph.Query) ([]graph.Page, error) {
	if q.Kind != e.To {
		return nil, graph.Errorf(graph.Invalid, "%s.%s leads to %s; the query asks for another kind", e.From.Name, e.Name, e.To.Name)
	}
	if e.Where != nil {
		q.Where = graph.And{e.Where, q.Where}
	}
	q, err := s.plain(q)
	if err != nil {
		return nil, err
	}
	pages := map[string]*graph.Page{}
	var distinct []string
	for _, id := range ids {
		if pages[id] == nil {
			pages[id] = &graph.Page{}
			distinct = append(distinct, id)
		}
	}
	list, err := listText(distinct)
	if err != nil {
		return nil, err
	}
	asked := []*statement{following(list, e, q)}
	if q.Total {
		asked = append(asked, counted(list, e, q))
	}
	err = s.snapshot(ctx, asked, func(r runner) error {
		if err := follow(ctx, r, asked[0], e, pages); err != nil || !q.Total {
			return err
		}
		return totals(ctx, r, asked[1], pages)
	})
	if err != nil {
		return nil, s.trouble(ctx, err)
	}
	for _, p := range pages {
		cut(q, p)
	}
	out := make([]graph.Page, len(ids))
	for i, id := range ids {
		out[i] = *pages[id]
	}
	return out, nil
}

// following asks for the nodes that the edge leads to, and one more than each page holds.
func following(list string, e *graph.Edge, q graph.Query) *statement {
	var st statement
	rel, _, _ := along(e)
	st.put("SELECT * FROM (SELECT i.value AS _parent, row_number() OVER (PARTITION BY i.value ORDER BY %s) AS _place, %s AS _props, %s",
		order("t", q.Order, q.Last > 0), rel.column("e"), tables[e.To].of("t"))
	st.from(list, e, q)
	st.between("t", q)
	st.put(") WHERE _place <= %s ORDER BY _parent, _place", st.arg(size(q)+1))
	return &st
}

func follow(ctx context.Context, r runner, st *statement, e *graph.Edge, pages map[string]*graph.Page) error {
	return st.each(ctx, r, func(rows *sql.Rows) error {
		var parent string
		var place int
		var props graph.Props
		n, err := scanNode(rows, e.To, &parent, &place, asJSON{&props})
		if err != nil {
			return err
		}
		p := pages[parent]
		p.Nodes, p.Links = append(p.Nodes, n), append(p.Links, props)
		return nil
	})
}

// counted asks how many nodes the edge leads to from each node.
func counted(list string, e *graph.Edge, q graph.Query) *statement {
	var st statement
	st.put("SELECT i.value, count(*)")
	st.from(list, e, q)
	st.put(" GROUP BY i.value")
	return &st
}

func totals(ctx context.Context, r runner, st *statement, pages map[string]*graph.Page) error {
	return st.each(ctx, r, func(rows *sql.Rows) error {
		var parent string
		var n int
		err := rows.Scan(&parent, &n)
		if err == nil {
			pages[parent].Total = n
		}
		return err
	})
}

// from prints the way from the ids along the edge to rows t that pass the filter; each in turn, so that the plan begins with the ids.
func (s *statement) from(list string, e *graph.Edge, q graph.Query) {
	rel, near, far := along(e)
	s.put(" FROM json_each(%s) i CROSS JOIN %s f ON f.id = i.value CROSS JOIN %s e ON e.%s = f.n CROSS JOIN %s t ON t.n = e.%s WHERE (",
		s.arg(list), tables[e.From].name, rel.name, near, tables[e.To].name, far)
	s.where(e.To, "t", q.Where)
	s.put(")")
}
