package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// The migrations are written by hand, and the graph's table of kinds by other hands: here they meet.
func TestTablesHoldWhatTheGraphHolds(t *testing.T) {
	s := opened(t)
	columns := func(table string) []string {
		rows, err := s.pool.Query("SELECT name || ' ' || type FROM pragma_table_info(?1) ORDER BY name", table)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		var out []string
		for rows.Next() {
			var c string
			if err := rows.Scan(&c); err != nil {
				t.Fatal(err)
			}
			out = append(out, c)
		}
		return out
	}
	types := map[graph.ValueType]string{graph.Text: "TEXT", graph.Texts: "TEXT", graph.Int: "INTEGER", graph.Bool: "INTEGER", graph.Float: "REAL"}
	for _, k := range graph.Kinds {
		want := []string{"n INTEGER"}
		for _, p := range k.Properties {
			want = append(want, p.Name+" "+types[p.Type])
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, columns(k.Name)); diff != "" {
			t.Errorf("%s (-graph +table):\n%s", k.Name, diff)
		}
		if got := len(columns(k.Name+"_words")) > 0; got != (len(k.Texts()) > 0) {
			t.Errorf("%s has an index of words: %v", k.Name, got)
		}
	}
	for _, r := range graph.Relations {
		want := []string{"a INTEGER", "b INTEGER"}
		if r.Properties != nil {
			want = append(want, "props TEXT")
		}
		name := fmt.Sprintf("%s_%s_%s", r.From.Name, r.Type, r.To.Name)
		if diff := cmp.Diff(want, columns(name)); diff != "" {
			t.Errorf("%s (-graph +table):\n%s", name, diff)
		}
	}
}

func TestMigrate(t *testing.T) {
	step := func(n int, text string) (string, *fstest.MapFile) {
		return fmt.Sprintf("migrations/%04d_step.sql", n), &fstest.MapFile{Data: []byte(text)}
	}
	folder := func(texts ...string) []migration {
		files := fstest.MapFS{}
		for i, text := range texts {
			name, file := step(i+1, text)
			files[name] = file
		}
		steps, err := readMigrations(files)
		if err != nil {
			t.Fatal(err)
		}
		return steps
	}
	const one, two = "CREATE TABLE one(x);", "CREATE TABLE two(x);"
	for _, c := range []struct {
		name          string
		before, after []migration
		code          graph.Code
		says          []string
	}{
		{"a new file takes all steps", nil, folder(one, two), "", nil},
		{"an older file takes those that it lacks", folder(one), folder(one, two), "", nil},
		{"a file of the same version takes none", folder(one, two), folder(one, two), "", nil},
		{"a newer file is refused, and told both versions", folder(one, two), folder(one), graph.Conflict, []string{"version 2", "up to 1", "newer program"}},
		{"an edited step is refused, and told both hashes", folder(one, two), folder(one, "CREATE TABLE three(x);"), graph.Conflict,
			[]string{"step 2", folder(one, two)[1].hash[:8], folder(one, "CREATE TABLE three(x);")[1].hash[:8]}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := context.Background()
			path := filepath.Join(t.TempDir(), "test.db")
			w, err := newWriter(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			defer w.close()
			if err := migrate(ctx, w.conn, path, time.Now(), c.before); err != nil {
				t.Fatal(err)
			}
			err = migrate(ctx, w.conn, path, time.Now(), c.after)
			if graph.CodeOf(err) != c.code {
				t.Fatalf("got %v, want code %q", err, c.code)
			}
			for _, part := range c.says {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %q", err, part)
				}
			}
			if err == nil {
				var taken int
				if err := w.conn.QueryRowContext(ctx, "SELECT count(*) FROM migration, one, two WHERE one.x IS NULL OR 1").Scan(&taken); err != nil {
					t.Error(err)
				}
			}
		})
	}
	t.Run("a step that fails leaves nothing of itself", func(t *testing.T) {
		ctx := context.Background()
		path := filepath.Join(t.TempDir(), "test.db")
		w, err := newWriter(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		defer w.close()
		if err := migrate(ctx, w.conn, path, time.Now(), folder(one, two+"CREATE TABLE one(x);")); err == nil {
			t.Fatal("no error")
		}
		if err := migrate(ctx, w.conn, path, time.Now(), folder(one, two)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestOpenRefuses(t *testing.T) {
	ctx := context.Background()
	write := func(t *testing.T, name string, b []byte) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole := func(t *testing.T) []byte {
		t.Helper()
		path := filepath.Join(t.TempDir(), "whole.db")
		s, err := Open(ctx, path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, c := range []struct {
		name string
		path func(t *testing.T) string
		code graph.Code
		says string
	}{
		{"a folder", func(t *testing.T) string { return t.TempDir() }, graph.Invalid, "is a folder; name a file in it"},
		{"a path in a folder that is not there", func(t *testing.T) string { return filepath.Join(t.TempDir(), "none", "test.db") }, graph.Invalid, "make it first"},
		{"a path below a file", func(t *testing.T) string { return filepath.Join(write(t, "file", nil), "test.db") }, graph.Invalid, "cannot be read"},
		{"no path", func(t *testing.T) string { return "" }, graph.Invalid, "names no file"},
		{"a path with a NUL", func(t *testing.T) string { return filepath.Join(t.TempDir(), "a\x00b") }, graph.Invalid, "names no file"},
		{"a device", func(t *testing.T) string { return os.DevNull }, graph.Invalid, "no ordinary file"},
		{"a file of text", func(t *testing.T) string {
			return write(t, "text", []byte(strings.Repeat("this is no database\n", 100)))
		}, graph.Invalid, "is no treatygraph store"},
		{"a store that is cut in half", func(t *testing.T) string { b := whole(t); return write(t, "half.db", b[:len(b)/2]) }, graph.Invalid, "damaged"},
		{"a store with noise at its head", func(t *testing.T) string {
			b := whole(t)
			for i := range 300 {
				b[100+i] = byte(i * 7)
			}
			return write(t, "noise.db", b)
		}, graph.Invalid, "damaged"},
		{"a database of another program", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "other.db")
			db := sql.OpenDB(connector{path, "?"})
			defer db.Close()
			if _, err := db.Exec("CREATE TABLE notes(x)"); err != nil {
				t.Fatal(err)
			}
			return path
		}, graph.Invalid, "database of another program"},
		{"a store of a newer program", func(t *testing.T) string {
			path := write(t, "newer.db", whole(t))
			db := sql.OpenDB(connector{path, "?"})
			defer db.Close()
			if _, err := db.Exec("INSERT INTO migration VALUES (99, '0099_future.sql', 'hash', 'then')"); err != nil {
				t.Fatal(err)
			}
			return path
		}, graph.Conflict, "use the newer program"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := c.path(t)
			s, err := Open(ctx, path, Options{})
			if err == nil {
				s.Close()
			}
			if graph.CodeOf(err) != c.code || !strings.Contains(fmt.Sprint(err), c.says) {
				t.Errorf("got %v (%s), want %s and %q", err, graph.CodeOf(err), c.code, c.says)
			}
			if !strings.Contains(fmt.Sprint(err), filepath.Base(path)) && !strings.ContainsRune(path, 0) && path != "" {
				t.Errorf("%q does not name the path %q", err, path)
			}
		})
	}
	t.Run("a database of another program stays as it was", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "other.db")
		db := sql.OpenDB(connector{path, "?"})
		if _, err := db.Exec("CREATE TABLE notes(x)"); err != nil {
			t.Fatal(err)
		}
		db.Close()
		before, _ := os.ReadFile(path)
		if _, err := Open(ctx, path, Options{}); err == nil {
			t.Error("no error")
		}
		after, _ := os.ReadFile(path)
		if !slices.Equal(before, after) || binary.BigEndian.Uint32(after[68:]) != 0 {
			t.Error("the file was changed")
		}
	})
}

func TestOpenTakesEveryNameOfAFile(t *testing.T) {
	for _, name := range []string{"a b.db", "q?mode=ro&x=1.db", "h#ash.db", "100%.db", "%41.db", "é条.db", "a'b\".db", ":memory:"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			s, err := Open(t.Context(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(path); err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("a relative path", func(t *testing.T) {
		t.Chdir(t.TempDir())
		s, err := Open(t.Context(), "here.db", Options{})
		if err != nil {
			t.Fatal(err)
		}
		s.Close()
		if _, err := os.Stat("here.db"); err != nil {
			t.Error(err)
		}
	})
}
