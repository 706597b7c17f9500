package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// Find gives a page of the nodes that a query asks for.
func (s *Store) Find(ctx context.Context, q graph.Query) (graph.Page, error) {
	q, err := s.plain(q)
	if err != nil {
		return graph.Page{}, err
	}
	var page graph.Page
	asked := []*statement{listing(q)}
	if q.Total {
		asked = append(asked, counting(q))
	}
	err = s.snapshot(ctx, asked, func(r runner) error {
		err := asked[0].each(ctx, r, func(rows *sql.Rows) error {
			n, err := scanNode(rows, q.Kind)
			page.Nodes = append(page.Nodes, n)
			return err
		})
		if err != nil || !q.Total {
			return err
		}
		page.Total, err = number(ctx, r, asked[1])
		return err
	})
	cut(q, &page)
	return page, s.trouble(ctx, err)
}

// plain checks a query as a store that is open.
func (s *Store) plain(q graph.Query) (graph.Query, error) {
	if s.closed.Load() {
		return q, s.over()
	}
	return q.Plain()
}

// between narrows the rows t to those between the query's cursors.
func (s *statement) between(t string, q graph.Query) {
	for _, c := range []struct {
		cursor   string
		backward bool
	}{{q.After, false}, {q.Before, true}} {
		if key, _ := q.Key(c.cursor); key != nil { // Plain has read it
			s.put(" AND (")
			s.after(t, q.Order, key, c.backward)
			s.put(")")
		}
	}
}

// each runs the statement.
func (s *statement) each(ctx context.Context, r runner, f func(*sql.Rows) error) error {
	if len(s.args) > maxParameters {
		return graph.Errorf(graph.Invalid, "the filter holds %d values; at most %d are possible", len(s.args), maxParameters)
	}
	return each(ctx, r, s.String(), s.args, f)
}

// size is how many nodes a page of the query holds.
func size(q graph.Query) int { return max(q.First, q.Last) }

// cut makes a page of the rows that were read: one more than it holds, where there are more, and from the back, where the last are wanted.
func cut(q graph.Query, p *graph.Page) {
	more := len(p.Nodes) > size(q)
	if more {
		p.Nodes = p.Nodes[:size(q)]
		p.Links = p.Links[:min(len(p.Links), size(q))]
	}
	p.HasNext, p.HasPrev = more || q.Before != "", q.After != ""
	if q.Last > 0 {
		slices.Reverse(p.Nodes)
		slices.Reverse(p.Links)
		p.HasNext, p.HasPrev = q.Before != "", more || q.After != ""
	}
}

// listing asks for the nodes of a page, and one more where there are more.
func listing(q graph.Query) *statement {
	var st statement
	st.put("SELECT %s FROM %s t WHERE (", tables[q.Kind].of("t"), tables[q.Kind].name)
	st.where(q.Kind, "t", q.Where)
	st.put(")")
	st.between("t", q)
	st.put(" ORDER BY %s LIMIT %s", order("t", q.Order, q.Last > 0), st.arg(size(q)+1))
	return &st
}

// counting asks for the number of all that pass.
func counting(q graph.Query) *statement {
	var st statement
	st.put("SELECT count(*) FROM %s t WHERE ", tables[q.Kind].name)
	st.where(q.Kind, "t", q.Where)
	return &st
}

// number runs a statement that gives a number.
func number(ctx context.Context, r runner, st *statement) (n int, err error) {
	err = st.each(ctx, r, func(rows *sql.Rows) error { return rows.Scan(&n) })
	return n, err
}
