package sqlite

import (
	"context"
	"database/sql"

	"github.com/treatygraph/treatygraph/graph"
)

// writer is the one connection of a store that writes. Who holds turn uses it.
type writer struct {
	db   *sql.DB
	conn *sql.Conn
	run  *statements
	turn chan struct{}
	done int // writes so far
}

// remeasureEvery is the number of writes after which SQLite looks again how its tables have grown, on which its plans rest.
const remeasureEvery = 1000

func newWriter(ctx context.Context, path string) (*writer, error) {
	db := sql.OpenDB(connector{path, writing})
	conn, err := db.Conn(ctx)
	if err != nil {
		db.Close()
		return nil, err
	}
	return &writer{db: db, conn: conn, run: prepareOn(conn), turn: make(chan struct{}, 1)}, nil
}

func (w *writer) close() error {
	w.turn <- struct{}{} // kept: nobody writes after this
	w.remeasure(context.Background())
	w.run.close()
	w.conn.Close()
	return w.db.Close()
}

// transact runs f in one transaction that no other writer of the file overlaps; an error of f undoes it. Every statement of f ends when ctx
// does, but the last word, COMMIT or ROLLBACK, is always spoken.
func (w *writer) transact(ctx context.Context, f func(graph.Tx) error) error {
	select {
	case w.turn <- struct{}{}:
		defer func() { <-w.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if _, err := w.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	last := context.WithoutCancel(ctx)
	err := f(&tx{w.run})
	if err == nil {
		if _, err = w.conn.ExecContext(last, "COMMIT"); err == nil {
			if w.done++; w.done%remeasureEvery == 0 {
				w.remeasure(last)
			}
			return nil
		}
	}
	// What failed badly enough was undone already, and then this does nothing.
	w.conn.ExecContext(last, "ROLLBACK")
	return err
}

// remeasure brings up to date what SQLite knows of the sizes of tables. Without it answers are as right, so an error is none.
func (w *writer) remeasure(ctx context.Context) {
	w.conn.ExecContext(ctx, "PRAGMA optimize")
}
