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

// prepare gives the statement of a text, or nil when there are too many.
func (s *statements) prepare(ctx context.Context, text string) (*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if st := s.prepared[text]; st != nil || len(s.prepared) >= maxPrepared {
		return st, nil
	}
	st, err := s.on.PrepareContext(ctx, text)
	if err == nil {
		s.prepared[text] = st
	}
	return st, err
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
