package schema_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema"
	"github.com/treatygraph/treatygraph/schema/schematest"
)

// counting is a store that counts the calls that read it.
type counting struct {
	graph.Store
	calls atomic.Int64
}

func (c *counting) Find(ctx context.Context, q graph.Query) (graph.Page, error) {
	c.calls.Add(1)
	return c.Store.Find(ctx, q)
}

func (c *counting) Related(ctx context.Context, ids []string, e *graph.Edge, q graph.Query) ([]graph.Page, error) {
	c.calls.Add(1)
	return c.Store.Related(ctx, ids, e, q)
}

// desk is a schema over a store of its own.
type desk struct {
	store *counting
	exec  *executor.Executor
}

func open(t testing.TB) *desk {
	t.Helper()
	store := &counting{Store: schematest.Store(t)}
	return &desk{store, executor.New(schema.New(schematest.Resolver(t, store)))}
}

// run answers a query: its data, and the messages of its errors.
func (d *desk) run(t testing.TB, query string, variables map[string]any) (data map[string]any, errs []string) {
	t.Helper()
	ctx := graphql.StartOperationTrace(context.Background())
	op, list := d.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: variables})
	for _, e := range list {
		errs = append(errs, e.Message)
	}
	if errs != nil {
		return nil, errs
	}
	handle, ctx := d.exec.DispatchOperation(ctx, op)
	answer := handle(ctx)
	for _, e := range answer.Errors {
		errs = append(errs, e.Message)
	}
	if err := json.Unmarshal(answer.Data, &data); err != nil {
		t.Fatal(err)
	}
	return data, errs
}

// must answers a query that has no errors.
func (d *desk) must(t testing.TB, query string, variables map[string]any) map[string]any {
	t.Helper()
	data, errs := d.run(t, query, variables)
	if errs != nil {
		t.Fatalf("errors: %q", errs)
	}
	return data
}

// want compares an answer with JSON as it is written in a test.
func want(t testing.TB, got any, text string) {
	t.Helper()
	var w any
	if err := json.Unmarshal([]byte(text), &w); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(w, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func example(t testing.TB, name string) (query string, variables map[string]any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("examples", name+".graphql"))
	if err != nil {
		t.Fatal(err)
	}
	if v, err := os.ReadFile(filepath.Join("examples", name+".json")); err == nil {
		if err := json.Unmarshal(v, &variables); err != nil {
			t.Fatal(err)
		}
	}
	return string(b), variables
}

func TestExamples(t *testing.T) {
	files, err := filepath.Glob("examples/*.graphql")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d examples: %v", len(files), err)
	}
	d := open(t)
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".graphql")
		t.Run(name, func(t *testing.T) {
			query, variables := example(t, name)
			if !strings.HasPrefix(query, "# ") {
				t.Error("the first line is a comment: its title")
			}
			data := d.must(t, query, variables)
			for field, v := range data {
				if v == nil {
					t.Errorf("%s is null", field)
				}
			}
		})
	}
}

func TestNoFirstUse(t *testing.T) {
	d := open(t)
	query, _ := example(t, "01-no-first-use")
	got := d.must(t, query, nil)
	node := got["commitments"].(map[string]any)["edges"].([]any)[0].(map[string]any)["node"].(map[string]any)
	if id := node["id"].(string); len(id) < 20 || strings.Contains(id, ":") {
		t.Errorf("id %q is not opaque", id)
	}
	delete(node, "id")
	want(t, got, `{"commitments": {"totalCount": 1, "pageInfo": {"hasNextPage": false, "endCursor": `+quote(got)+`}, "edges": [{"node": {
		"summary": "no-first-use-critical-infrastructure: CN, US", "status": "NEGOTIATING",
		"parties": [{"code": "CN", "name": "China"}, {"code": "US", "name": "United States"}],
		"principle": {"slug": "no-first-use-critical-infrastructure", "name": "No first use on critical infrastructure", "narrows": [{"slug": "no-first-use"}]},
		"instrument": null,
		"standings": [
			{"actor": {"code": "CN"}, "status": "NEGOTIATING", "since": "2015-09-20", "ended": null, "endedOn": null, "disputed": false},
			{"actor": {"code": "US"}, "status": "NEGOTIATING", "since": "2015-09-20", "ended": null, "endedOn": null, "disputed": false}],
		"stages": [{"status": "NEGOTIATING", "stance": "REPORTS", "first": "2015-09-20", "last": "2015-09-20", "knownAt": "2015-09-22", "hedge": "could",
			"confidence": 0.8, "saidBy": "officials", "conditionText": "in peacetime", "actors": [{"code": "CN"}, {"code": "US"}], "toward": [],
			"conditions": [{"slug": "peacetime"}], "covers": [{"slug": "energy"}], "excludes": [{"slug": "disruption"}],
			"evidence": [{"text": "Envoys of two countries are in talks of a pledge on power grids.", "start": 0, "end": 64,
				"article": {"url": "https://news.example/talks", "title": "Envoys of two countries are in talks of a pledge on power grids",
					"published": "2015-09-22", "outlet": "Example Post"}}]}]
	}}]}}`)
}

// quote gives the end cursor of an answer as JSON: it is opaque.
func quote(got map[string]any) string {
	b, _ := json.Marshal(got["commitments"].(map[string]any)["pageInfo"].(map[string]any)["endCursor"])
	return string(b)
}

// One call finds the commitments; status, parties, principle, instrument, standings and stages are one each, and so is each edge below.
func TestStoreCallsOfNoFirstUse(t *testing.T) {
	const edges = 2 + // the classes that the party asked for belongs to: itself, and what it consents to
		1 + // commitments
		6 + // status, parties, principle, instrument, standings, stages
		1 + // principle.narrows
		1 + // standings.actor
		6 + // stages: actors, toward, conditions, covers, excludes, evidence
		1 // evidence.article
	d := open(t)
	query, _ := example(t, "01-no-first-use")
	for range 5 {
		d.store.calls.Store(0)
		d.must(t, query, nil)
		if n := d.store.calls.Load(); n != edges {
			t.Errorf("%d calls of the store, want %d", n, edges)
		}
	}
}

func TestStoreCallsDoNotGrowWithParents(t *testing.T) {
	d := open(t)
	for _, first := range []int{2, 50} {
		d.store.calls.Store(0)
		d.must(t, `query($n: Int) { principles(first: $n) { edges { node { statedIn { states { slug } } } } } }`, map[string]any{"n": first})
		if n := d.store.calls.Load(); n != 3 {
			t.Errorf("first %d: %d calls of the store, want 3", first, n)
		}
	}
}
