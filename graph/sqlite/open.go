package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite"

	"github.com/treatygraph/treatygraph/graph"
)

// Open opens the store in the file at path, and makes it where there is none. It brings the tables of an older release up to date; a
// store of a newer release is a Conflict, a path that holds or can hold no store is Invalid, and both name the remedy.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if err := checkPath(path); err != nil {
		return nil, err
	}
	s := &Store{path: path, clock: o.Clock, pool: sql.OpenDB(connector{path, reading})}
	s.pool.SetMaxOpenConns(readers)
	s.pool.SetMaxIdleConns(readers)
	s.read = prepareOn(s.pool)
	if err := s.prepare(ctx); err != nil {
		s.pool.Close()
		return nil, s.trouble(ctx, err)
	}
	return s, nil
}

// prepare makes the file ready and opens the writer. It looks through a connection that only reads first, since one that writes turns the
// file to WAL, which is not for another program's database.
func (s *Store) prepare(ctx context.Context) error {
	if err := refuseStranger(ctx, s.pool, s.path); err != nil {
		return err
	}
	w, err := newWriter(ctx, s.path)
	if err != nil {
		return err
	}
	steps, err := readMigrations(migrations)
	if err == nil {
		err = migrate(ctx, w.conn, s.path, s.clock(), steps)
	}
	if err == nil {
		_, err = w.conn.ExecContext(ctx, "PRAGMA optimize = 0x10002") // as SQLite advises where a connection is kept
	}
	if err != nil {
		w.close()
		return err
	}
	s.writer = w
	return nil
}

// readers is how many questions are answered at once; more of them wait.
const readers = 8

// checkPath tells what SQLite itself tells in riddles: that a path is a folder, or that its folder is not there.
func checkPath(path string) error {
	if path == "" || strings.ContainsRune(path, 0) {
		return graph.Errorf(graph.Invalid, "the store's path %q names no file; say sqlite:treatygraph.db, for example", path)
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return graph.Errorf(graph.Invalid, "the store's path %s is a folder; name a file in it, such as %s", path, filepath.Join(path, "treatygraph.db"))
	case err == nil && !info.Mode().IsRegular():
		return graph.Errorf(graph.Invalid, "the store's path %s is no ordinary file; name another", path)
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return graph.Errorf(graph.Invalid, "the store's path %s cannot be read; check the permissions along it: %w", path, err)
	}
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return graph.Errorf(graph.Invalid, "the folder %s of the store's path %s is not there; make it first", folder, path)
	}
	return nil
}

// Settings of connections. FULL makes every acknowledged write outlive a loss of power. A writer waits for others as long as
// busy_timeout says, in milliseconds.
const (
	common  = "?_pragma=busy_timeout(10000)&_pragma=cache_size(-65536)&_dqs=0"
	writing = common + "&_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)"
	reading = common + "&_pragma=query_only(1)"
)

// connector opens connections that know this package's functions, without a name in a table for the whole program.
type connector struct{ path, settings string }

func (c connector) Driver() driver.Driver { return withFunctions }

func (c connector) Connect(context.Context) (driver.Conn, error) {
	// As a URL, so that no character of the path is taken for a setting.
	return withFunctions.Open("file:" + (&url.URL{Path: c.path}).EscapedPath() + c.settings)
}

// withFunctions is the driver with what SQL lacks: comparison without regard to case beyond ASCII, and a look into a list. Both take
// blobs, since the driver hands texts to functions only up to a NUL.
var withFunctions = func() *sqlite.Driver {
	d := &sqlite.Driver{}
	d.MustRegisterDeterministicScalarFunction("folded_contains", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		text, part := textOf(args[0]), textOf(args[1])
		return text != "" && strings.Contains(graph.Fold(text), part), nil
	})
	d.MustRegisterDeterministicScalarFunction("list_holds", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		var list []string
		err := asJSON{&list}.Scan(textOf(args[0]))
		return slices.Contains(list, textOf(args[1])), err
	})
	return d
}()

// textOf is the text of a blob; an empty one arrives as nil.
func textOf(blob driver.Value) string {
	b, _ := blob.([]byte)
	return string(b)
}
