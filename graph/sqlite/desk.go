package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// Get gives the records of a drawer whose keys begin with one of the prefixes.
func (s *Store) Get(ctx context.Context, drawer string, prefixes ...string) ([]graph.Record, error) {
	if s.closed.Load() {
		return nil, s.over()
	}
	out, err := getRecords(ctx, s.read, drawer, prefixes)
	return out, s.trouble(ctx, err)
}

// Set inserts, replaces or deletes records.
func (s *Store) Set(ctx context.Context, drawer string, records ...graph.Record) error {
	return s.transact(ctx, func(t graph.Tx) error { return t.Set(ctx, drawer, records...) })
}

// getRecords reads records; a key that begins with several of the prefixes is given once.
func getRecords(ctx context.Context, r runner, drawer string, prefixes []string) ([]graph.Record, error) {
	var out []graph.Record
	for _, p := range prefixes {
		err := each(ctx, r, "SELECT key, body FROM desk WHERE drawer = ?1 AND key >= ?2 AND key < ?3 ORDER BY key", []any{drawer, p, past(p)}, func(rows *sql.Rows) error {
			var x graph.Record
			var body string
			err := rows.Scan(&x.Key, &body)
			x.Body = []byte(body)
			out = append(out, x)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if len(prefixes) > 1 {
		slices.SortFunc(out, func(a, b graph.Record) int { return cmp.Compare(a.Key, b.Key) })
		out = slices.CompactFunc(out, func(a, b graph.Record) bool { return a.Key == b.Key })
	}
	return out, nil
}

// past is the first key after all that begin with a prefix. Text is compared by its bytes, and every blob comes after every text.
func past(prefix string) any {
	if prefix == "" {
		return []byte{0}
	}
	b := []byte(prefix)
	b[len(b)-1]++ // no byte of UTF-8 is 255
	return string(b)
}

func setRecords(ctx context.Context, r *statements, drawer string, records []graph.Record) error {
	for _, x := range records {
		text, args := "INSERT INTO desk(drawer, key, body) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET body = excluded.body", []any{drawer, x.Key, string(x.Body)}
		if x.Body == nil {
			text, args = "DELETE FROM desk WHERE drawer = ?1 AND key = ?2", args[:2]
		}
		if err := r.exec(ctx, text, args...); err != nil {
			return err
		}
	}
	return nil
}
