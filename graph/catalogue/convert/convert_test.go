package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the expected files")

// The made-up facts have rows of each mark, named and told unchecked fields, remarks in brackets, and the union's two rows.
func TestConvert(t *testing.T) {
	got := t.TempDir()
	if err := convert("testdata/facts", got); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := convert("testdata/facts", "testdata/data"); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(files(t, "testdata/data"), files(t, got)); d != "" {
		t.Error(d)
	}
}

func TestConvertRefuses(t *testing.T) {
	for _, tc := range []struct{ name, file, from, to, want string }{
		{"words that leave something unchecked", "treaty_actions.tsv", "the pact\tV", "the pact; place M\tV",
			`treaty_actions.tsv: the row with source "the pact; place M" leaves something unchecked in words; say in remarks.tsv what`},
		{"a mark that is none", "stated_in.tsv", "memory\tM", "memory\tX", `stated_in.tsv, line 3: mark "X" is none of V, 2 and M`},
		{"a cell too few", "stated_in.tsv", "memory\tM", "memory", "stated_in.tsv, line 3: 5 cells where the header names 6 columns"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			facts := t.TempDir()
			for name, text := range files(t, "testdata/facts") {
				if name == tc.file {
					text = strings.Replace(text, tc.from, tc.to, 1)
				}
				if err := os.WriteFile(filepath.Join(facts, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			err := convert(facts, t.TempDir())
			if err == nil || !strings.HasSuffix(err.Error(), tc.want) {
				t.Errorf("got  %v\nwant %s", err, tc.want)
			}
		})
	}
	if err := convert(t.TempDir(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "actors.tsv") {
		t.Errorf("a folder without facts: %v", err)
	}
}

// files gives the text of every file below a folder by its path there.
func files(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
