package sqlite

import (
	"context"
	"database/sql"

	"github.com/treatygraph/treatygraph/graph"
)

// Changes reads the log on from a number.
func (s *Store) Changes(ctx context.Context, after int64, limit int) ([]graph.Change, error) {
	if s.closed.Load() {
		return nil, s.over()
	}
	if limit < 0 {
		return nil, graph.Errorf(graph.Invalid, "limit counts from 0; %d is less", limit)
	}
	var out []graph.Change
	err := each(ctx, s.read, "SELECT number, at, verb, source FROM change WHERE number > ?1 ORDER BY number LIMIT ?2", []any{after, limit}, func(rows *sql.Rows) error {
		var c graph.Change
		err := rows.Scan(&c.Number, &c.At, &c.Verb, &c.Source)
		out = append(out, c)
		return err
	})
	return out, s.trouble(ctx, err)
}
