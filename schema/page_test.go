package schema_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// path takes a value out of an answer: commitments.edges.0.node.
func path(t testing.TB, v any, keys ...any) any {
	t.Helper()
	for _, k := range keys {
		switch k := k.(type) {
		case string:
			v = v.(map[string]any)[k]
		case int:
			v = v.([]any)[k]
		}
	}
	return v
}

const principlesPage = `query($first: Int, $after: String, $last: Int, $before: String) {
	principles(first: $first, after: $after, last: $last, before: $before) {
		totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { slug } }
	}
}`

// walk reads a connection page by page and gives the slugs in the order in which they came.
func walk(t *testing.T, d *desk, count, cursor, from, more string) []string {
	t.Helper()
	var out []string
	variables := map[string]any{count: 7}
	for {
		page := path(t, d.must(t, principlesPage, variables), "principles")
		var slugs []string
		for _, e := range path(t, page, "edges").([]any) {
			slugs = append(slugs, path(t, e, "node", "slug").(string))
		}
		if count == "last" {
			out = append(slugs, out...)
		} else {
			out = append(out, slugs...)
		}
		if path(t, page, "pageInfo", more) == false {
			if total := int(path(t, page, "totalCount").(float64)); total != len(out) {
				t.Errorf("totalCount %d of %d", total, len(out))
			}
			return out
		}
		variables[cursor] = path(t, page, "pageInfo", from)
	}
}

func TestPagingForwardAndBackwardAgree(t *testing.T) {
	d := open(t)
	forward := walk(t, d, "first", "after", "endCursor", "hasNextPage")
	backward := walk(t, d, "last", "before", "startCursor", "hasPreviousPage")
	if d := cmp.Diff(forward, backward); d != "" || len(forward) < 20 {
		t.Errorf("%d principles; -forward +backward:\n%s", len(forward), d)
	}
}

func TestNestedConnection(t *testing.T) {
	d := open(t)
	const q = `query($after: String) { actor(code: "eu") { membersConnection(first: 3, after: $after) {
		totalCount pageInfo { hasNextPage endCursor } edges { from node { code } } } } }`
	first := path(t, d.must(t, q, nil), "actor", "membersConnection")
	next := path(t, d.must(t, q, map[string]any{"after": path(t, first, "pageInfo", "endCursor")}), "actor", "membersConnection")
	a, b := path(t, first, "edges", 2, "node", "code").(string), path(t, next, "edges", 0, "node", "code").(string)
	if a >= b {
		t.Errorf("the second page begins with %s, after %s", b, a)
	}
	if n := path(t, first, "totalCount").(float64); n < 20 {
		t.Errorf("totalCount %v", n)
	}
}

func TestEdgesCarryTheRelationship(t *testing.T) {
	d := open(t)
	got := d.must(t, `{
		commitments(where: {status: {eq: NEGOTIATING}}) { edges { node {
			partiesConnection { edges { mode node { code } } }
			stages { evidenceConnection { edges { extractor version confidence node { start } } } }
		} } }
		summits { edges { node { participantsConnection(first: 1) { edges { planned node { code } } } } } }
	}`, nil)
	want(t, path(t, got, "commitments", "edges", 0, "node"), `{
		"partiesConnection": {"edges": [{"mode": "INDIVIDUAL", "node": {"code": "CN"}}, {"mode": "INDIVIDUAL", "node": {"code": "US"}}]},
		"stages": [{"evidenceConnection": {"edges": [{"extractor": "test", "version": "1", "confidence": 0.75, "node": {"start": 0}}]}}]}`)
	want(t, path(t, got, "summits", "edges", 0, "node", "participantsConnection", "edges"), `[{"planned": true, "node": {"code": "CN"}}]`)
}

func TestNoneWanted(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ articles(first: 0) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } }
		country(code: "US") { memberOf(first: 0) { code } memberOfConnection(last: 0) { pageInfo { hasPreviousPage } edges { cursor } } } }`, nil)
	want(t, got, `{"articles": {"totalCount": 4, "pageInfo": {"hasNextPage": true, "endCursor": null}, "edges": []},
		"country": {"memberOf": [], "memberOfConnection": {"pageInfo": {"hasPreviousPage": true}, "edges": []}}}`)
}

func TestWrongPages(t *testing.T) {
	d := open(t)
	for _, tt := range []struct{ name, query, say string }{
		{"negative", `{ articles(first: -1) { totalCount } }`, "-1 is less"},
		{"too many", `{ articles(first: 1000000000) { totalCount } }`, "at most 1000"},
		{"both", `{ articles(first: 1, last: 1) { totalCount } }`, "not for both"},
		{"both, one of them none", `{ articles(first: 0, last: 1) { totalCount } }`, "not for both"},
		{"forged", `{ articles(after: "bm9uc2Vuc2U") { totalCount } }`, "does not belong to this query"},
		{"of another order", `{ articles(after: "eyJ2IjoxLCJvIjpbeyJQcm9wZXJ0eSI6ImlkIiwiRGVzYyI6ZmFsc2V9XSwiayI6WyJ4Il19") { totalCount } }`, "does not belong to this query"},
		{"nested negative", `{ country(code: "US") { memberOf(first: -1) { code } } }`, "-1 is less"},
		{"nested too many", `{ country(code: "US") { memberOf(first: 5000) { code } } }`, "at most 1000"},
		{"nested both", `{ country(code: "US") { memberOfConnection(first: 1, last: 1) { totalCount } } }`, "not for both"},
		{"nested forged", `{ country(code: "US") { memberOfConnection(after: "x") { totalCount } } }`, "does not belong to this query"},
		{"search too many", `{ search(text: "grids", first: 1001) { edges { score } } }`, "from 0 to 1000"},
		{"search forged", `{ search(text: "grids", after: "x") { edges { score } } }`, "does not belong to this search"},
		{"a day in part", `{ articles(where: {published: {gte: "2015"}}) { totalCount } }`, "write it as YYYY-MM-DD"},
		{"an as-of that is no day", `{ articles(asOf: {validAt: "tomorrow"}) { totalCount } }`, "write it as YYYY-MM-DD"},
		{"an id of nothing", `{ articles(where: {id: {eq: "x"}}) { totalCount } }`, "articles.where: an id is none of this graph"},
		{"an article by nothing", `{ article { title } }`, "its id or its url"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, errs := d.run(t, tt.query, nil)
			if len(errs) != 1 || !strings.Contains(errs[0], tt.say) {
				t.Errorf("errors %q, want one that says %q", errs, tt.say)
			}
		})
	}
}

func TestTotalIsCountedWhenAsked(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ a: articles(first: 1) { ...total } b: articles(first: 1) { edges { node { title } } } } fragment total on ArticleConnection { totalCount }`, nil)
	if n := path(t, got, "a", "totalCount"); n != 4.0 {
		t.Errorf("totalCount %v, want 4", n)
	}
}
