package schema_test

import (
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/schema/schematest"
)

func TestDaysOfAliasesDoNotMix(t *testing.T) {
	d := open(t)
	got := d.must(t, `
		fragment found on CommitmentConnection { edges { node { status standings { status } stages { status } principle { commitments { status } } } } }
		{
			before: commitments(where: {instrument: {slug: {eq: "`+schematest.Outcome+`"}}}, asOf: {validAt: "2015-09-24", knownAt: "2015-12-31"}) { ...found }
			unknown: commitments(where: {instrument: {slug: {eq: "`+schematest.Outcome+`"}}}, asOf: {validAt: "2015-09-30", knownAt: "2015-09-25"}) { ...found }
			after: commitments(where: {instrument: {slug: {eq: "`+schematest.Outcome+`"}}}, asOf: {validAt: "2015-09-30"}) { ...found }
			now: commitments(where: {instrument: {slug: {eq: "`+schematest.Outcome+`"}}}) { ...found }
		}`, nil)
	find := func(alias string) any {
		for _, e := range path(t, got, alias, "edges").([]any) {
			return path(t, e, "node", "stages")
		}
		return nil
	}
	for _, tt := range []struct {
		alias string
		held  bool
	}{{"before", false}, {"unknown", false}, {"after", true}, {"now", true}} {
		stages, _ := find(tt.alias).([]any)
		if (len(stages) > 0) != tt.held {
			t.Errorf("%s: stages %v, held %v", tt.alias, stages, tt.held)
		}
		node := path(t, got, tt.alias, "edges", 0, "node")
		if (path(t, node, "status") != nil) != tt.held || (len(path(t, node, "standings").([]any)) > 0) != tt.held {
			t.Errorf("%s: %v", tt.alias, node)
		}
	}
}

func TestNodes(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ country(code: "US") { id } articles(first: 1) { edges { node { id } } } }`, nil)
	us, article := path(t, got, "country", "id"), path(t, got, "articles", "edges", 0, "node", "id")
	got = d.must(t, `query($us: ID!, $ids: [ID!]!) {
		node(id: $us) { __typename id ... on Actor { code } }
		nothing: node(id: "QWN0b3I6bm9uZQ") { id }
		nonsense: node(id: "%%%") { id }
		nodes(ids: $ids) { __typename id }
	}`, map[string]any{"us": us, "ids": []any{article, "nonsense", us, article}})
	want(t, got["node"], `{"__typename": "Actor", "id": "`+us.(string)+`", "code": "US"}`)
	if got["nothing"] != nil || got["nonsense"] != nil {
		t.Errorf("nothing %v, nonsense %v", got["nothing"], got["nonsense"])
	}
	want(t, got["nodes"], `[{"__typename": "Article", "id": "`+article.(string)+`"}, null, {"__typename": "Actor", "id": "`+us.(string)+`"}, {"__typename": "Article", "id": "`+article.(string)+`"}]`)
}

func TestIDsAsFilter(t *testing.T) {
	d := open(t)
	us := path(t, d.must(t, `{ country(code: "US") { id } }`, nil), "country", "id")
	got := d.must(t, `query($id: ID!) { countries(where: {id: {in: [$id]}}) { edges { node { code } } } commitments(where: {parties: {some: {id: {eq: $id}}}, status: {eq: NEGOTIATING}}) { totalCount } }`, map[string]any{"id": us})
	want(t, got, `{"countries": {"edges": [{"node": {"code": "US"}}]}, "commitments": {"totalCount": 1}}`)
}

func TestFilters(t *testing.T) {
	d := open(t)
	for _, tt := range []struct{ name, where, codes string }{
		{"one value where a list is meant", `{code: {in: "US"}}`, "US"},
		{"or", `{or: [{code: {eq: "US"}}, {name: {eq: "China"}}]}`, "CN US"},
		{"and, not", `{and: [{code: {in: ["US", "CN", "RU"]}}, {not: {code: {eq: "RU"}}}]}`, "CN US"},
		{"some", `{blamedIn: {some: {stance: {eq: ACCUSES}, by: {code: {eq: "UA"}}}}}`, "RU"},
		{"none", `{code: {in: ["IS", "RU"]}, blamedIn: {none: {stance: {eq: ACCUSES}}}}`, "IS"},
		{"enum", `{label: {eq: Organization}, code: {eq: "un"}}`, "un"},
		{"not told", `{alpha3: {eq: null}, code: {in: ["US", "un"]}}`, "un"},
		{"part of a name", `{name: {contains: "STATES OF AM"}}`, ""},
		{"alias", `{aliases: {contains: "USA"}}`, "US"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := d.must(t, `{ actors(where: `+tt.where+`, orderBy: {field: CODE}) { edges { node { code } } } }`, nil)
			var codes []string
			for _, e := range path(t, got, "actors", "edges").([]any) {
				codes = append(codes, path(t, e, "node", "code").(string))
			}
			if s := strings.Join(codes, " "); s != tt.codes {
				t.Errorf("found %q, want %q", s, tt.codes)
			}
		})
	}
}

func TestFilterByVariable(t *testing.T) {
	d := open(t)
	got := d.must(t, `query($w: CommitmentWhere) { commitments(where: $w) { totalCount } }`,
		map[string]any{"w": map[string]any{"status": map[string]any{"in": []any{"NEGOTIATING", "AGREED"}}, "parties": map[string]any{"some": map[string]any{"code": map[string]any{"eq": "CN"}}},
			"stages": map[string]any{"some": map[string]any{"confidence": map[string]any{"gte": 0.85}, "last": map[string]any{"gt": "2015-09-01", "lt": "2015-12-01"}}}}})
	want(t, got, `{"commitments": {"totalCount": 1}}`)
}

func TestAboutNothingUnderstood(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ commitments(about: "recipes for plum cake") { totalCount } whoCommitted(about: "recipes for plum cake") { understood { principles { slug } } groups { total } } }`, nil)
	want(t, got, `{"commitments": {"totalCount": 0}, "whoCommitted": {"understood": {"principles": []}, "groups": []}}`)
}

func TestArticle(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ article(url: "https://news.example/dark") { title url passages { text attributions { stance by { code } } attacks { name conduct { slug } } } } }`, nil)
	want(t, got["article"], `{"title": "Lights went out in one country", "url": "https://news.example/dark", "passages": [
		{"text": "Lights went out in one country.", "attributions": [], "attacks": [{"name": "attack on power grids", "conduct": {"slug": "disruption"}}]},
		{"text": "Its government blames another, which denies it.", "attributions": [{"stance": "ACCUSES", "by": {"code": "UA"}}, {"stance": "DENIES", "by": {"code": "RU"}}], "attacks": []}]}`)
}

func TestSearch(t *testing.T) {
	d := open(t)
	const q = `query($after: String, $kinds: [SearchKind!]) { search(text: "power grids", first: 2, after: $after, kinds: $kinds) {
		pageInfo { hasNextPage hasPreviousPage endCursor } edges { score node { __typename id } } } }`
	seen := map[any]bool{}
	var after any
	for page := 0; ; page++ {
		got := path(t, d.must(t, q, map[string]any{"after": after}), "search")
		for _, e := range path(t, got, "edges").([]any) {
			id := path(t, e, "node", "id")
			if seen[id] {
				t.Errorf("%v comes twice", id)
			}
			seen[id] = true
		}
		if path(t, got, "pageInfo", "hasPreviousPage") != (page > 0) {
			t.Errorf("page %d: hasPreviousPage", page)
		}
		if after = path(t, got, "pageInfo", "endCursor"); path(t, got, "pageInfo", "hasNextPage") == false {
			break
		}
	}
	if len(seen) < 3 {
		t.Errorf("%d hits", len(seen))
	}
	got := d.must(t, q, map[string]any{"kinds": "ATTACK"})
	if kind := path(t, got, "search", "edges", 0, "node", "__typename"); kind != "Attack" {
		t.Errorf("found %v, want an Attack", kind)
	}
}

func TestSearchKeepsToTheDay(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ search(text: "pledge", kinds: [ARTICLE, PASSAGE], asOf: {knownAt: "2015-09-23"}) { edges { node { ... on Article { url } ... on Passage { article { url } } } } } }`, nil)
	for _, e := range path(t, got, "search", "edges").([]any) {
		if s := strings.Contains(toJSON(e), "outcome"); s {
			t.Errorf("known too early: %v", e)
		}
	}
}
