package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph/graphtest/neo4jtest"
)

// TestBothStoresAnswerAlike brings the demo articles to SQLite and to Neo4j and asks both the same.
func TestBothStoresAnswerAlike(t *testing.T) {
	uri, user, password := neo4jtest.URI(t)
	neo4jtest.Reset(t)
	env := func(name string) string {
		return map[string]string{"NEO4J_USERNAME": user, "NEO4J_PASSWORD": password}[name]
	}
	said := map[string]string{}
	places := []string{"sqlite:" + filepath.Join(t.TempDir(), "treatygraph.db"), uri}
	for _, place := range places {
		var out strings.Builder
		for _, args := range [][]string{
			{"import", "../../loader/demo/articles"},
			{"ask", "no first use on critical infrastructure", "--as-of", "2020-01-01", "--json"},
			{"ask", "theft of intellectual property", "--as-of", "2020-01-01"},
			{"ask", "nuclear test ban", "--as-of", "2024-01-01", "--json"},
			{"ask", "Russia, INF treaty", "--as-of", "2020-01-01"},
			{"check"},
		} {
			printed := io.Writer(&out)
			if args[0] == "import" {
				printed = io.Discard // it names the run
			}
			var trouble strings.Builder
			if code := run(t.Context(), append(args, "--store", place), env, streams{nil, printed, &trouble}); code != done {
				t.Fatalf("%s %v: exit code %d, %s", place, args, code, trouble.String())
			}
		}
		said[place] = out.String()
	}
	if d := cmp.Diff(said[places[0]], said[places[1]]); d != "" {
		t.Error(d)
	}
	var trouble strings.Builder
	wrong := func(name string) string {
		return map[string]string{"NEO4J_USERNAME": user, "NEO4J_PASSWORD": "not-" + password}[name]
	}
	if code := run(t.Context(), []string{"stats", "--store", uri}, wrong, streams{nil, io.Discard, &trouble}); code != failed {
		t.Errorf("exit code %d with a wrong password; want 1", code)
	}
	if s := trouble.String(); !strings.Contains(s, "password") || strings.Contains(s, "not-"+password) {
		t.Errorf("%q should say that the password is wrong, and not tell it", s)
	}
}
