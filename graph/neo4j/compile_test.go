package neo4j

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

func TestFiltersPrintAsCypher(t *testing.T) {
	for name, test := range map[string]struct {
		kind   *graph.Kind
		filter graph.Filter
		want   string
		params map[string]any
	}{
		"everything": {graph.Actors, nil, "true", map[string]any{}},
		"nothing":    {graph.Actors, graph.Or{}, "false", map[string]any{}},
		"equal": {graph.Actors, graph.Is{Property: "code", Op: graph.Eq, Value: "US' OR true"}, "n.code = $p0",
			map[string]any{"p0": "US' OR true"}},
		"not told": {graph.Actors, graph.Is{Property: "alpha3", Op: graph.Eq, Value: ""}, "n.alpha3 IS NULL", map[string]any{}},
		"one of, or not told": {graph.Actors, graph.Is{Property: "kind", Op: graph.InList, Value: []any{"BODY", ""}}, "(n.kind IN $p0 OR n.kind IS NULL)",
			map[string]any{"p0": []any{"BODY", ""}}},
		"label": {graph.Actors, graph.Is{Property: "label", Op: graph.Eq, Value: "Country"},
			"[l IN labels(n) WHERE l IN ['Country', 'Organization', 'Class']][0] = $p0", map[string]any{"p0": "Country"}},
		"list holds": {graph.Actors, graph.Is{Property: "aliases", Op: graph.Contains, Value: "USA"}, "$p0 IN n.aliases", map[string]any{"p0": "USA"}},
		"text holds": {graph.Principles, graph.Is{Property: "name", Op: graph.Contains, Value: "é1."}, "n.name =~ $p0",
			map[string]any{"p0": `(?s).*[éÉ]1\..*`}},
		"not": {graph.Stages, graph.Not{X: graph.Is{Property: "first", Op: graph.Lt, Value: "2015-09-22"}}, "NOT coalesce(n.first < $p0, false)",
			map[string]any{"p0": "2015-09-22"}},
		"all of": {graph.Passages, graph.And{graph.Is{Property: "start", Op: graph.Gte, Value: 1}, graph.Is{Property: "end", Op: graph.Lte, Value: 9}},
			"(n.start >= $p0 AND n.end <= $p1)", map[string]any{"p0": 1, "p1": 9}},
		"some, either way": {graph.Commitments, graph.Some{Edge: "parties", X: graph.Or{graph.Is{Property: "code", Op: graph.Eq, Value: "US"}, graph.Some{Edge: "stages"}}},
			"EXISTS { MATCH (n)<-[:PARTY_TO]-(m1:Actor) WHERE (m1.code = $p0 OR EXISTS { MATCH (m1)<-[:BY]-(m2:Stage) WHERE true }) }",
			map[string]any{"p0": "US"}},
		"terms, which share no label": {graph.Attacks, graph.Some{Edge: "sectors", X: graph.Is{Property: "slug", Op: graph.Eq, Value: "energy"}},
			"EXISTS { MATCH (n)-[:HIT]->(m1:Sector|Conduct|Condition) WHERE m1.slug = $p0 }", map[string]any{"p0": "energy"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCompiler()
			if diff := cmp.Diff(test.want, c.filter(test.kind, "n", graph.Simplify(test.filter))); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.params, c.params); diff != "" {
				t.Errorf("parameters (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCursorsPrintAsBounds(t *testing.T) {
	q := graph.Query{Kind: graph.Stages, Order: []graph.Order{{Property: "last", Desc: true}, {Property: "confidence"}}}
	q, err := q.Plain()
	if err != nil {
		t.Fatal(err)
	}
	q.Before = q.Cursor(&graph.Stage{ID: "a1", Last: "2015-09-22", Confidence: 0.5})
	q.Last = 3
	w, c := windowOf(q), newCompiler()
	bounds, err := w.bounds(c)
	if err != nil {
		t.Fatal(err)
	}
	want := "(coalesce(n.last, '') > $p2 OR coalesce(n.last, '') = $p2 AND (n.confidence < $p1 OR n.confidence = $p1 AND n.id < $p0))"
	if diff := cmp.Diff(want, bounds); diff != "" {
		t.Errorf("bounds (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff("ORDER BY coalesce(n.last, ''), n.confidence DESC, n.id DESC LIMIT $p3", w.order(c)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]any{"p0": "a1", "p1": 0.5, "p2": "2015-09-22", "p3": 4}, c.params); diff != "" {
		t.Errorf("parameters (-want +got):\n%s", diff)
	}
}

func TestSearchesPrintAsLucene(t *testing.T) {
	for name, test := range map[string]struct{ words, want string }{
		"whole word and beginning":  {"UN Charter", `+(un /(.*['.:_,])?un(['.:_,].*)?/) +(charter /(.*['.:_,])?charter.*/)`},
		"words the index lacks":     {"will the NATO", `+(nato /(.*['.:_,])?nato.*/)`},
		"those alone":               {"The Will", `*:*`},
		"operators":                 {`xor" OR (n:X) AND text:*`, `+(xor /(.*['.:_,])?xor(['.:_,].*)?/) +(n /(.*['.:_,])?n(['.:_,].*)?/) +(x /(.*['.:_,])?x(['.:_,].*)?/) +(text /(.*['.:_,])?text.*/)`},
		"letters that spell longer": {"Straße", `+(straße /(.*['.:_,])?stra.{1,4}e.*/)`},
		"other scripts":             {"мир", `+(мир /(.*['.:_,])?[мМ][иИ][рР](['.:_,].*)?/)`},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, lucene(graph.Words(test.words))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
