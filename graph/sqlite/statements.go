package sqlite

import (
	"context"
	"database/sql"
	"sync"
)

// runner runs SQL by prepared statements.
type runner interface {
	query(ctx context.Context, text string, args ...any) (*sql.Rows, error)
}

// preparer is a pool of connections, or one of them.
type preparer interface {
	PrepareContext(ctx context.Context, text string) (*sql.Stmt, error)
	QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error)
}

// statements are the statements that were prepared on a pool or a connection, by their text.
type statements struct {
	on       preparer
	mu       sync.Mutex
	prepared map[string]*sql.Stmt
}

// maxPrepared bounds the memory that statements take; texts beyond it, of rare filters, are read anew each time.
const maxPrepared = 1000

func prepareOn(on preparer) *statements {
	return &statements{on: on, prepared: map[string]*sql.Stmt{}}
}

// known gives the statement of a text that was prepared, else nil, and whether there is room for one.
func (s *statements) known(text string) (st *sql.Stmt, room bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.prepared[text], len(s.prepared) < maxPrepared
}

// prepare gives the statement of a text, or nil when there are too many. It waits for a connection without holding the lock, which those
// who have the connections may want.
func (s *statements) prepare(ctx context.Context, text string) (*sql.Stmt, error) {
	st, room := s.known(text)
	if st != nil || !room {
		return st, nil
	}
	st, err := s.on.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if other := s.prepared[text]; other != nil { // somebody was faster
		st.Close()
		return other, nil
	}
	s.prepared[text] = st
	return st, nil
}

func (s *statements) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	st, err := s.prepare(ctx, text)
	switch {
	case err != nil:
		return nil, err
	case st == nil:
		return s.on.QueryContext(ctx, text, args...)
	}
	return st.QueryContext(ctx, args...)
}

// snapshot runs f, which runs the statements, on one state of the file. They are prepared before it holds a connection, since preparing
// takes one too.
func (s *Store) snapshot(ctx context.Context, asked []*statement, f func(runner) error) error {
	if len(asked) == 1 {
		return f(s.read)
	}
	for _, st := range asked {
		if _, err := s.read.prepare(ctx, st.String()); err != nil {
			return err
		}
	}
	tx, err := s.pool.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // it has only read
	return f(inTx{s.read, tx})
}

// inTx runs statements in a transaction that reads.
type inTx struct {
	*statements
	tx *sql.Tx
}

func (r inTx) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	st, _ := r.known(text)
	if st == nil {
		return r.tx.QueryContext(ctx, text, args...)
	}
	return r.tx.StmtContext(ctx, st).QueryContext(ctx, args...)
}

// exec runs a statement of this package's own; those are few, so it is always prepared.
func (s *statements) exec(ctx context.Context, text string, args ...any) error {
	st, err := s.prepare(ctx, text)
	if err == nil {
		_, err = st.ExecContext(ctx, args...)
	}
	return err
}

// close closes the statements.
func (s *statements) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, st := range s.prepared {
		st.Close()
	}
	clear(s.prepared)
}
