package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

//go:embed migrations/*.sql
var migrations embed.FS

// application marks a file as a treatygraph store ("TrGr" in ASCII), so that no other program's database is taken for one.
const application = 0x54724772

// migration is a numbered file: a step of the tables from one form to the next.
type migration struct{ name, text, hash string }

// readMigrations reads the numbered files of a folder, in order.
func readMigrations(folder fs.FS) ([]migration, error) {
	names, err := fs.Glob(folder, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []migration
	for _, name := range names {
		b, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(b)
		out = append(out, migration{name[len("migrations/"):], string(b), hex.EncodeToString(sum[:])})
	}
	return out, nil
}

// migrate applies the steps that the file has not taken yet, one transaction each; each looks anew, since another process may have opened
// the file at the same time.
func migrate(ctx context.Context, db *sql.Conn, path string, now time.Time, steps []migration) error {
	for done := false; !done; {
		var err error
		if done, err = migrateOne(ctx, db, path, now, steps); err != nil {
			return err
		}
	}
	return nil
}

// migrateOne applies the first step that is missing.
func migrateOne(ctx context.Context, db *sql.Conn, path string, now time.Time, steps []migration) (done bool, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() // after Commit it does nothing
	taken, err := stepsTaken(ctx, tx)
	if err != nil {
		return false, err
	}
	if err := compare(path, taken, steps); err != nil {
		return false, err
	}
	if len(taken) == len(steps) {
		return true, nil
	}
	next := steps[len(taken)]
	if _, err := tx.ExecContext(ctx, next.text); err != nil {
		return false, fmt.Errorf("migration %s: %w", next.name, err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO migration(number, name, hash, at) VALUES (?1, ?2, ?3, ?4)",
		len(taken)+1, next.name, next.hash, now.UTC().Format(time.RFC3339)); err != nil {
		return false, err
	}
	return false, tx.Commit()
}

// refuseStranger says whether the file is the database of another program. A new file is none.
func refuseStranger(ctx context.Context, db *sql.DB, path string) error {
	var mark, tables int
	err := db.QueryRowContext(ctx, "SELECT application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id").Scan(&mark, &tables)
	if err == nil && mark != application && tables > 0 {
		return graph.Errorf(graph.Invalid, "%s is the database of another program; name another file, or one that is not there yet", path)
	}
	return err
}

// stepsTaken reads which steps the file has taken; in a new file it makes the table that tells them.
func stepsTaken(ctx context.Context, tx *sql.Tx) ([]migration, error) {
	if _, err := tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d;
		CREATE TABLE IF NOT EXISTS migration(number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL) STRICT;`, application)); err != nil {
		return nil, err
	}
	rows, err := tx.QueryContext(ctx, "SELECT name, hash FROM migration ORDER BY number")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []migration
	for rows.Next() {
		var m migration
		if err := rows.Scan(&m.name, &m.hash); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, rows.Err()
}

// compare refuses a file that went further than this release, or another way.
func compare(path string, taken, steps []migration) error {
	if len(taken) > len(steps) {
		return graph.Errorf(graph.Conflict, "the store %s is of version %d and this program knows versions up to %d; use the newer program that wrote it",
			path, len(taken), len(steps))
	}
	for i, t := range taken {
		if t.name != steps[i].name || t.hash != steps[i].hash {
			return graph.Errorf(graph.Conflict, "the store %s took step %d as %s (%.8s), and this program has it as %s (%.8s); "+
				"use the program that wrote it, or import again into a new file", path, i+1, t.name, t.hash, steps[i].name, steps[i].hash)
		}
	}
	return nil
}
