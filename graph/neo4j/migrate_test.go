package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

func TestSeveralMayMigrateAtOnce(t *testing.T) {
	c := emptied(t)
	var wg sync.WaitGroup
	errs := make([]error, 3)
	for i := range errs {
		wg.Go(func() {
			s, err := Open(context.Background(), c)
			if err == nil {
				err = s.Close()
			}
			errs[i] = err
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	all, err := readMigrations(migrations)
	if err != nil {
		t.Fatal(err)
	}
	had, err := opened(t, c).applied(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(had) != len(all) {
		t.Errorf("recorded %d migrations, want %d", len(had), len(all))
	}
}

func TestAMigrationThatIsNewOrEditedIsRefused(t *testing.T) {
	c := emptied(t)
	s := opened(t, c)
	all, err := readMigrations(migrations)
	if err != nil {
		t.Fatal(err)
	}
	newer := append(slices.Clone(all), migration{number: int64(len(all) + 1), name: "9999_later.cypher", text: "RETURN 1;\n", hash: "00ff"})
	if err := s.apply(context.Background(), "here", newer); err != nil {
		t.Fatal(err)
	}
	_, err = Open(context.Background(), c)
	last := all[len(all)-1].name
	if graph.CodeOf(err) != graph.Conflict || !strings.Contains(err.Error(), "9999_later.cypher") || !strings.Contains(err.Error(), last) {
		t.Errorf("newer: got %v, want CONFLICT that names both versions", err)
	}

	edited := slices.Clone(newer)
	edited[0].hash = "00ee00ee00ee00ee"
	err = s.apply(context.Background(), "here", edited)
	if graph.CodeOf(err) != graph.Conflict || !strings.Contains(err.Error(), "00ee00ee00ee") || !strings.Contains(err.Error(), all[0].hash[:12]) {
		t.Errorf("edited: got %v, want CONFLICT that names both hashes", err)
	}
}

func TestMigrationsAreNumberedWithoutGaps(t *testing.T) {
	files := func(names ...string) fstest.MapFS {
		fs := fstest.MapFS{}
		for _, n := range names {
			fs["migrations/"+n] = &fstest.MapFile{Data: []byte("RETURN 1;\n\nRETURN 2;\n")}
		}
		return fs
	}
	for name, test := range map[string]struct {
		files fstest.MapFS
		want  int
	}{
		"in order": {files("0001_a.cypher", "0002_b.cypher"), 2},
		"a gap":    {files("0001_a.cypher", "0003_b.cypher"), 0},
		"twice":    {files("0001_a.cypher", "0001_b.cypher"), 0},
	} {
		t.Run(name, func(t *testing.T) {
			all, err := readMigrations(test.files)
			if len(all) != test.want || (err == nil) != (test.want > 0) {
				t.Errorf("got %d and %v, want %d", len(all), err, test.want)
			}
			for _, m := range all {
				if n := len(m.statements()); n != 2 {
					t.Errorf("got %d statements, want 2", n)
				}
			}
		})
	}
}

// Every label has its constraint, and every kind that a search looks into its index over the right properties.
func TestTheSchemaCoversTheTableOfKinds(t *testing.T) {
	s := opened(t, emptied(t))
	show := func(cypher string) []string {
		var out []string
		err := s.read(context.Background(), func(ctx context.Context, t driver.ManagedTransaction) error {
			records, err := ask(ctx, t, cypher, nil)
			for _, r := range records {
				out = append(out, fmt.Sprint(r.Values...))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	var ids, texts []string
	for _, k := range graph.Kinds {
		of := []string{k.Name}
		if k == graph.Terms {
			of = k.Labels
		}
		for _, label := range of {
			ids = append(ids, fmt.Sprint([]any{label}, []any{"id"}))
		}
		if len(k.Texts()) > 0 {
			var names []any
			for _, p := range k.Texts() {
				names = append(names, p.Name)
			}
			texts = append(texts, fmt.Sprint(textIndex(k), " ", []any{k.Name}, names))
		}
	}
	slices.Sort(ids)
	slices.Sort(texts)
	got := show("SHOW CONSTRAINTS YIELD labelsOrTypes, properties WHERE NOT labelsOrTypes[0] STARTS WITH '_' RETURN labelsOrTypes, properties")
	slices.Sort(got)
	if diff := cmp.Diff(ids, got); diff != "" {
		t.Errorf("constraints (-want +got):\n%s", diff)
	}
	got = show("SHOW INDEXES YIELD name, type, labelsOrTypes, properties WHERE type = 'FULLTEXT' RETURN name + ' ', labelsOrTypes, properties")
	slices.Sort(got)
	if diff := cmp.Diff(texts, got); diff != "" {
		t.Errorf("full-text indexes (-want +got):\n%s", diff)
	}
	if got := show("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name"); len(got) > 0 {
		t.Errorf("not ready: %v", got)
	}
}
