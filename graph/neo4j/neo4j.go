// Package neo4j keeps the graph in Neo4j (5.26 or newer), as nodes and relationships under their public names, so that Cypher can ask
// for them. It prints queries and takes results apart; what a write means stands in package graph.
package neo4j

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/treatygraph/treatygraph/graph"
)

// How long a call may take when its context sets no earlier end. A server that takes a connection and then is silent would hold it for
// ever.
const (
	openTime  = 10 * time.Second // to the first answer
	readTime  = 30 * time.Second
	writeTime = 5 * time.Minute // the catalogue is one write
)

// Config says where the database is.
type Config struct {
	URI      string           // neo4j:// (a cluster or one server), bolt:// (one server); +s encrypts, +ssc without checking the certificate
	Username string           // "" where the server asks for none
	Password string           //
	Database string           // "" is the user's home database
	Clock    func() time.Time // nil is time.Now
}

// Store is a graph.Store on Neo4j. It may be used from many places at once.
type Store struct {
	driver    driver.DriverWithContext
	database  string
	bookmarks driver.BookmarkManager // so that a reader sees, on any server of a cluster, what this Store wrote
	clock     func() time.Time
	closed    atomic.Bool
}

var _ graph.Store = (*Store)(nil)

// Open connects, and brings constraints and indexes up to date. A server that does not answer is Unavailable, one that refuses user or
// password Invalid, a database that a newer program wrote Conflict.
func Open(ctx context.Context, c Config) (*Store, error) {
	place, err := c.place()
	if err != nil {
		return nil, err
	}
	auth := driver.NoAuth()
	if c.Username != "" {
		auth = driver.BasicAuth(c.Username, c.Password, "")
	}
	d, err := driver.NewDriverWithContext(c.URI, auth, configure)
	if err != nil {
		return nil, &graph.Error{Code: graph.Invalid, Message: "no address of a Neo4j: " + place, Err: err}
	}
	s := &Store{driver: d, database: c.Database, clock: c.Clock, bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}
	if s.clock == nil {
		s.clock = time.Now
	}
	if err = s.greet(ctx, place); err == nil {
		err = s.migrate(ctx, place)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// place is the address as errors may show it: without a user's name or a password, which are refused there.
func (c Config) place() (string, error) {
	const want = "write it as neo4j://HOST:7687 or bolt://HOST:7687 (neo4j+s, bolt+s to encrypt)"
	u, err := url.Parse(c.URI)
	if err != nil || u.Host == "" {
		return "", graph.Errorf(graph.Invalid, "the store's address cannot be read; %s", want) // the text of err holds the whole address
	}
	place := u.Scheme + "://" + u.Host
	switch {
	case !slices.Contains([]string{"neo4j", "bolt"}, strings.TrimSuffix(strings.TrimSuffix(u.Scheme, "+ssc"), "+s")):
		return "", graph.Errorf(graph.Invalid, "%s is no address of a Neo4j; %s", place, want)
	case u.User != nil:
		return "", graph.Errorf(graph.Invalid, "%s: give user and password by NEO4J_USERNAME and NEO4J_PASSWORD, not in the address", place)
	case strings.Trim(u.Path, "/") != "":
		return "", graph.Errorf(graph.Invalid, "%s: nothing may follow host and port; %s", place, want)
	}
	return place, nil
}

func configure(c *config.Config) {
	c.SocketConnectTimeout = 5 * time.Second
	c.ConnectionAcquisitionTimeout = openTime
	c.ConnectionLivenessCheckTimeout = 30 * time.Second
	c.FetchSize = driver.FetchAll // pages are bounded
	c.NotificationsMinSeverity = notifications.DisabledLevel
	c.TelemetryDisabled = true
}

// greet waits for a first answer.
func (s *Store) greet(ctx context.Context, place string) error {
	ctx, cancel := context.WithTimeout(ctx, openTime)
	defer cancel()
	err := toError(s.driver.VerifyConnectivity(ctx))
	switch graph.CodeOf(err) {
	case "":
		return nil
	case graph.Unavailable:
		return &graph.Error{Code: graph.Unavailable, Message: "no Neo4j answers at " + place + "; start it, or correct the store's address", Err: err}
	}
	return &graph.Error{Code: graph.CodeOf(err), Message: place + ": " + err.Error(), Err: err}
}

// Close gives the connections back. A second time does nothing.
func (s *Store) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), openTime)
	defer cancel()
	return toError(s.driver.Close(ctx))
}
