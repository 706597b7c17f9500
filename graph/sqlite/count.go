package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Count counts the nodes that pass a query, by the values of properties.
func (s *Store) Count(ctx context.Context, q graph.Query, by ...string) ([]graph.Group, error) {
	q, err := s.plain(q)
	if err != nil {
		return nil, err
	}
	if len(by) == 0 {
		n, err := number(ctx, s.read, counting(q))
		if err != nil {
			return nil, s.trouble(ctx, err)
		}
		return []graph.Group{{Count: n}}, nil
	}
	row := q.Kind.New()
	var columns []string
	var to []any
	for _, name := range by {
		p, err := q.Kind.Property(name)
		if err != nil {
			return nil, err
		}
		if p.Type == graph.Texts {
			return nil, graph.Errorf(graph.Invalid, "%s.%s is a list; count by a property with one value", q.Kind.Name, name)
		}
		columns, to = append(columns, "t."+quote(name)), append(to, p.Pointer(row))
	}
	var st statement
	st.put("SELECT count(*), %s FROM %s t WHERE ", strings.Join(columns, ", "), tables[q.Kind].name)
	st.where(q.Kind, "t", q.Where)
	st.put(" GROUP BY %s", strings.Join(columns, ", "))
	var out []graph.Group
	err = st.each(ctx, s.read, func(rows *sql.Rows) error {
		var g graph.Group
		if err := rows.Scan(append([]any{&g.Count}, to...)...); err != nil {
			return err
		}
		for _, p := range to {
			g.Values = append(g.Values, fmt.Sprint(reflect.ValueOf(p).Elem().Interface()))
		}
		out = append(out, g)
		return nil
	})
	slices.SortFunc(out, func(a, b graph.Group) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), slices.Compare(a.Values, b.Values))
	})
	return out, s.trouble(ctx, err)
}
