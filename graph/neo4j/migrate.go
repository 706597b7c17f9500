package neo4j

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"strconv"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph"
)

// migrations are numbered files, NNNN_name.cypher, each one transaction of statements that end with a semicolon at the end of a line. Neo4j
// takes changes of the schema and of data in one transaction no more than a change of the schema and its record, so a file holds
// one sort alone and must be safe to run again.
//
//go:embed migrations/*.cypher
var migrations embed.FS

type migration struct {
	number int64
	name   string // as the file is called
	text   string
	hash   string
}

// readMigrations reads the files in the order of their numbers.
func readMigrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.cypher")
	if err != nil {
		return nil, err
	}
	out := make([]migration, len(names))
	for i, path := range names {
		text, err := fs.ReadFile(files, path)
		if err != nil {
			return nil, err
		}
		name := strings.TrimPrefix(path, "migrations/")
		number, err := strconv.ParseInt(name[:4], 10, 64)
		if err != nil || number != int64(i+1) {
			return nil, graph.Errorf(graph.Internal, "the migration %s should have the number %d", name, i+1)
		}
		hash := sha256.Sum256(text)
		out[i] = migration{number, name, string(text), hex.EncodeToString(hash[:])}
	}
	return out, nil
}

// statements are the statements of the file.
func (m migration) statements() []string {
	var out []string
	for s := range strings.SplitSeq(m.text, ";\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// migrate brings the database up to date.
func (s *Store) migrate(ctx context.Context, place string) error {
	all, err := readMigrations(migrations)
	if err != nil {
		return err
	}
	return s.apply(ctx, place, all)
}

// apply runs the migrations that the database has not had, and refuses one that had others.
func (s *Store) apply(ctx context.Context, place string, all []migration) error {
	had, err := s.applied(ctx)
	if err != nil {
		return err
	}
	last := all[len(all)-1]
	for i, h := range had {
		switch {
		case i >= len(all):
			return graph.Errorf(graph.Conflict, "the graph at %s is of version %s, this treatygraph knows none after %s; use a newer one", place, had[len(had)-1].name, last.name)
		case h.number != all[i].number || h.hash != all[i].hash:
			return graph.Errorf(graph.Conflict, "the graph at %s was made by %s with hash %.12s, this treatygraph has %s with hash %.12s; use the treatygraph that made it, or import into an empty database",
				place, h.name, h.hash, all[i].name, all[i].hash)
		}
	}
	for _, m := range all[len(had):] {
		if err := s.applyOne(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// applied gives the migrations that the database had, in order.
func (s *Store) applied(ctx context.Context) ([]migration, error) {
	var had []migration
	err := s.read(ctx, func(ctx context.Context, t driver.ManagedTransaction) error {
		records, err := ask(ctx, t, "MATCH (m:_Migration) RETURN m.number, m.name, m.hash ORDER BY m.number", nil)
		had = make([]migration, len(records))
		for i, r := range records {
			had[i].number, _ = r.Values[0].(int64)
			had[i].name, _ = r.Values[1].(string)
			had[i].hash, _ = r.Values[2].(string)
		}
		return err
	})
	return had, err
}

// applyOne runs a migration, waits for its indexes, and records it.
func (s *Store) applyOne(ctx context.Context, m migration) error {
	err := s.write(ctx, func(ctx context.Context, t *tx) error {
		for _, statement := range m.statements() {
			if _, err := ask(ctx, t, statement, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, t *tx) error {
		if _, err := ask(ctx, t, "CALL db.awaitIndexes($seconds)", map[string]any{"seconds": int(writeTime.Seconds())}); err != nil {
			return err
		}
		_, err := ask(ctx, t, "MERGE (m:_Migration {number: $number}) ON CREATE SET m.name = $name, m.hash = $hash, m.at = $at",
			map[string]any{"number": m.number, "name": m.name, "hash": m.hash, "at": s.clock().UTC().Format("2006-01-02T15:04:05Z")})
		return err
	})
}
