package neo4j

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/graphtest/neo4jtest"
)

// emptied leads to an empty database of tests.
func emptied(t testing.TB) Config {
	t.Helper()
	neo4jtest.Reset(t)
	uri, user, password := neo4jtest.URI(t)
	return Config{URI: uri, Username: user, Password: password}
}

// opened opens a Store and closes it after the test.
func opened(t testing.TB, c Config) *Store {
	t.Helper()
	s, err := Open(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestOpenTellsWhatIsWrongWithTheAddress(t *testing.T) {
	for name, uri := range map[string]string{
		"scheme":    "http://127.0.0.1:7687",
		"no scheme": "127.0.0.1:7687",
		"no host":   "neo4j://",
		"empty":     "",
		"password":  "neo4j://ann:hunter2@127.0.0.1:7687",
		"unread":    "neo4j://ann:hunter2@[::1:7687",
		"database":  "bolt://127.0.0.1:7687/graph",
		"sqlite":    "sqlite:graph.db",
		"options":   "bolt://127.0.0.1:7687?policy=eu",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(context.Background(), Config{URI: uri, Username: "neo4j", Password: "hunter2"})
			if graph.CodeOf(err) != graph.Invalid {
				t.Errorf("%q: got %v, want INVALID", uri, err)
			}
			if err != nil && strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the error holds the password: %v", err)
			}
		})
	}
}

func TestOpenTellsThatTheServerIsDown(t *testing.T) {
	uri := "bolt://" + free(t)
	_, err := Open(context.Background(), Config{URI: uri, Username: "neo4j", Password: "hunter2"})
	if graph.CodeOf(err) != graph.Unavailable || !strings.Contains(err.Error(), uri) {
		t.Errorf("got %v, want UNAVAILABLE that names %s", err, uri)
	}
}

func TestOpenGivesUpOnAServerThatIsSilent(t *testing.T) {
	for _, scheme := range []string{"bolt", "neo4j"} {
		t.Run(scheme, func(t *testing.T) {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
			defer cancel()
			_, err = Open(ctx, Config{URI: scheme + "://" + l.Addr().String(), Username: "neo4j", Password: "hunter2"})
			if graph.CodeOf(err) != graph.Unavailable {
				t.Errorf("got %v, want UNAVAILABLE", err)
			}
		})
	}
}

func TestOpenRefusesAWrongPassword(t *testing.T) {
	c := emptied(t)
	c.Password = "hunter2"
	_, err := Open(context.Background(), c)
	if graph.CodeOf(err) != graph.Invalid {
		t.Fatalf("got %v, want INVALID", err)
	}
	if m := err.Error(); !strings.Contains(m, "NEO4J_PASSWORD") || !strings.Contains(m, c.URI) || strings.Contains(m, "hunter2") {
		t.Errorf("the error should name place and remedy, not the password: %v", err)
	}
}

func TestOpenNamesADatabaseThatIsNotThere(t *testing.T) {
	c := emptied(t)
	c.Database = "elsewhere"
	_, err := Open(context.Background(), c)
	if graph.CodeOf(err) != graph.Invalid {
		t.Errorf("got %v, want INVALID", err)
	}
}

func TestACallEndsWithItsContext(t *testing.T) {
	s := opened(t, emptied(t))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := s.Find(ctx, graph.Query{Kind: graph.Actors})
	if graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("got %v, want UNAVAILABLE", err)
	}
}

// free is an address at which nobody listens.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
