package neo4j

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// read runs f in a read transaction, again where the driver finds that worth a try.
func (s *Store) read(ctx context.Context, f func(context.Context, driver.ManagedTransaction) error) error {
	if s.closed.Load() {
		return errClosed
	}
	ctx, cancel := context.WithTimeout(ctx, readTime)
	defer cancel()
	session := s.session(ctx, driver.AccessModeRead)
	defer session.Close(ctx)
	_, err := session.ExecuteRead(ctx, func(tx driver.ManagedTransaction) (any, error) {
		return nil, f(ctx, tx)
	}, driver.WithTxTimeout(readTime))
	return toError(err)
}

// How often a write that met a deadlock is tried, and how long the first wait is; each further one is twice as long.
const (
	deadlockTries = 12
	deadlockWait  = 5 * time.Millisecond
)

// errDeadlock takes the place of a deadlock on the way through the driver, which would wait a second before it tries again.
var errDeadlock = errors.New("deadlock")

// write runs f in a write transaction. f must be safe to run again: after a deadlock, a lost connection, and also where the connection was
// lost at the commit, when nobody can tell whether it was made.
func (s *Store) write(ctx context.Context, f func(context.Context, *tx) error) error {
	if s.closed.Load() {
		return errClosed
	}
	ctx, cancel := context.WithTimeout(ctx, writeTime)
	defer cancel()
	session := s.session(ctx, driver.AccessModeWrite)
	defer session.Close(ctx)
	var deadlock error
	run := func() error {
		_, err := session.ExecuteWrite(ctx, func(t driver.ManagedTransaction) (any, error) {
			err := f(ctx, &tx{t})
			if isDeadlock(err) {
				deadlock, err = err, errDeadlock
			}
			return nil, err
		}, driver.WithTxTimeout(writeTime))
		return err
	}
	err := run()
	if driver.IsConnectivityError(err) { // the driver tries again all others
		err = run()
	}
	for i := 0; err == errDeadlock; i++ {
		if i == deadlockTries || !sleep(ctx, deadlockWait<<i) {
			return toError(deadlock)
		}
		err = run()
	}
	return toError(err)
}

// sleep waits about as long as told, by chance shorter or longer so that two that met do not meet again; false when the context ended.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d/2 + rand.N(d)):
		return true
	}
}

func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.bookmarks})
}

// ask runs one query and gives all its records.
func ask(ctx context.Context, tx driver.ManagedTransaction, cypher string, params map[string]any) ([]*driver.Record, error) {
	r, err := tx.Run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	return r.Collect(ctx)
}
