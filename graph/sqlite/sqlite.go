// Package sqlite keeps a graph in one SQLite file, without a server: the embedded default. Several processes may use the file at once.
// It prints queries as SQL and knows nothing of what a write means; that is told in graph.
package sqlite

import (
	"context"
	"database/sql"
	"sync/atomic"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// Store is a graph.Store in a file. Writes go one after another through one connection, reads beside them through several.
type Store struct {
	path   string
	clock  func() time.Time
	writer *writer
	pool   *sql.DB     // connections that read
	read   *statements // on the pool
	closed atomic.Bool
}

var _ graph.Store = (*Store)(nil)

// Options of a store; the zero value works.
type Options struct {
	Clock func() time.Time // tells what time it is, instead of time.Now
}

// Put writes what a source says.
func (s *Store) Put(ctx context.Context, b graph.Batch) (out graph.Outcome, err error) {
	err = s.transact(ctx, func(tx graph.Tx) (err error) {
		out, err = graph.Write(ctx, tx, b, s.clock())
		return err
	})
	if err != nil {
		return "", err
	}
	return out, nil
}

// Remove takes articles out again.
func (s *Store) Remove(ctx context.Context, articles ...string) error {
	return s.transact(ctx, func(tx graph.Tx) error { return graph.Erase(ctx, tx, articles, s.clock()) })
}

// Review adds a person's judgement.
func (s *Store) Review(ctx context.Context, r graph.Review) error {
	return s.transact(ctx, func(tx graph.Tx) error { return graph.Judge(ctx, tx, r, s.clock()) })
}

// transact runs f in a transaction of the writer.
func (s *Store) transact(ctx context.Context, f func(graph.Tx) error) error {
	if s.closed.Load() {
		return s.over()
	}
	return s.trouble(ctx, s.writer.transact(ctx, f))
}

// Close ends the store; what was written stays. A second time does nothing.
func (s *Store) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	s.read.close()
	err := s.pool.Close()
	if e := s.writer.close(); err == nil {
		err = e
	}
	if err != nil {
		return translate(s.path, err)
	}
	return nil
}
