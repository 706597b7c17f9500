// Package neo4jtest lends tests a real Neo4j: the one that NEO4J_TEST_URI names, else one that it starts by scripts/neo4j.
// It knows nothing of the graph that is kept there.
package neo4jtest

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// server is what the tests of this binary share, as long as something is held: the standard input of the script, which ends the server
// when that ends, or the lock on a borrowed one. It stays referenced until the process is gone, however it goes.
type server struct {
	uri, user, password string
	held                any
	err                 error // why there is none
}

var shared = sync.OnceValue(func() server {
	if uri := os.Getenv("NEO4J_TEST_URI"); uri != "" {
		return borrow(uri)
	}
	return start()
})

// URI is the address of a Neo4j of tests, with user and password; it lasts as long as the test binary. The first call may take a minute,
// and longer where the server's jars have to be fetched. Where no Neo4j can be had the test is skipped, or fails if TREATYGRAPH_TEST_REQUIRE
// names neo4j.
//
// The environment may name a server in NEO4J_TEST_URI, with NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD. Its data are thrown away, and
// test binaries that share it wait for each other.
func URI(t testing.TB) (uri, user, password string) {
	t.Helper()
	s := shared()
	switch {
	case s.err == nil:
		return s.uri, s.user, s.password
	case slices.Contains(strings.Split(os.Getenv("TREATYGRAPH_TEST_REQUIRE"), ","), "neo4j"):
		t.Fatalf("a Neo4j is required and there is none: %v", s.err)
	}
	t.Skipf("no Neo4j here: %v", s.err)
	return "", "", ""
}

// Reset empties the database at URI, its constraints and indexes too, so that a test begins with nothing.
// Tests that call it cannot run in parallel.
func Reset(t testing.TB) {
	t.Helper()
	uri, user, password := URI(t)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(user, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	if err := empty(ctx, driver); err != nil {
		t.Fatalf("empty the Neo4j at %s: %v", uri, err)
	}
}

// empty drops what the schema holds and every node, these in transactions of 10,000 so that none outgrows the server's memory.
func empty(ctx context.Context, driver neo4j.DriverWithContext) error {
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	for _, query := range []string{
		"SHOW CONSTRAINTS YIELD name RETURN 'DROP CONSTRAINT `' + name + '` IF EXISTS' AS drop",
		"SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN 'DROP INDEX `' + name + '` IF EXISTS' AS drop",
	} {
		drops, err := run(ctx, session, query)
		if err != nil {
			return err
		}
		for _, drop := range drops {
			if _, err := run(ctx, session, drop.Values[0].(string)); err != nil {
				return err
			}
		}
	}
	_, err := run(ctx, session, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
	return err
}

func run(ctx context.Context, session neo4j.SessionWithContext, query string) ([]*neo4j.Record, error) {
	result, err := session.Run(ctx, query, nil)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}
