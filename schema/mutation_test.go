package schema_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/executor"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema"
	"github.com/treatygraph/treatygraph/schema/schematest"
)

func toJSON(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

const importing = `mutation($articles: [ArticleInput!]!) { importArticles(input: {articles: $articles}) {
	imported unchanged refused articles { title published } userErrors { field message code } } }`

func TestImportArticles(t *testing.T) {
	d := open(t)
	articles := map[string]any{"articles": []any{
		map[string]any{"title": "One", "text": "A text.", "published": "2015-10-01"},
		map[string]any{"title": "Nothing"},
		map[string]any{"title": "Two", "text": "Another text."},
	}}
	const rest = `"refused": 1, "articles": [{"title": "One", "published": "2015-10-01"}, {"title": "Two", "published": null}],
		"userErrors": [{"field": "input.articles.1", "message": "it holds no text", "code": "INVALID"}]}}`
	want(t, d.must(t, importing, articles), `{"importArticles": {"imported": 2, "unchanged": 0, `+rest)
	want(t, d.must(t, importing, articles), `{"importArticles": {"imported": 0, "unchanged": 2, `+rest)
}

func TestRemoveArticles(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ articles { edges { node { id } } } country(code: "US") { id } }`, nil)
	article, us := path(t, got, "articles", "edges", 0, "node", "id"), path(t, got, "country", "id")
	const q = `mutation($ids: [ID!]!) { removeArticles(ids: $ids) { removed userErrors { field code } } }`
	want(t, d.must(t, q, map[string]any{"ids": []any{article, us}}), `{"removeArticles": {"removed": [], "userErrors": [{"field": "ids.1", "code": "NOT_FOUND"}]}}`)
	want(t, d.must(t, q, map[string]any{"ids": []any{article}}), `{"removeArticles": {"removed": ["`+article.(string)+`"], "userErrors": []}}`)
	want(t, d.must(t, q, map[string]any{"ids": []any{article}}), `{"removeArticles": {"removed": [], "userErrors": [{"field": "ids", "code": "NOT_FOUND"}]}}`)
	want(t, d.must(t, `{ articles { totalCount } }`, nil), `{"articles": {"totalCount": 3}}`)
}

func TestReviewClaim(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ commitments(where: {status: {eq: NEGOTIATING}}) { edges { node { id stages { id } } } } }`, nil)
	commitment, stage := path(t, got, "commitments", "edges", 0, "node", "id"), path(t, got, "commitments", "edges", 0, "node", "stages", 0, "id")
	const q = `mutation($id: ID!, $v: Verdict!) { reviewClaim(id: $id, verdict: $v, note: "as read") {
		review { verdict reviewer note stage { id } } userErrors { field code } } }`
	for _, id := range []any{commitment, "nonsense"} {
		want(t, d.must(t, q, map[string]any{"id": id, "v": "DISMISSED"}), `{"reviewClaim": {"review": null, "userErrors": [{"field": "id", "code": "NOT_FOUND"}]}}`)
	}
	want(t, d.must(t, q, map[string]any{"id": stage, "v": "SAME"}), `{"reviewClaim": {"review": null, "userErrors": [{"field": "id", "code": "INVALID"}]}}`)
	reviewed := path(t, d.must(t, q, map[string]any{"id": stage, "v": "DISMISSED"}), "reviewClaim")
	if s := toJSON(reviewed); !strings.Contains(s, `"verdict":"DISMISSED"`) || !strings.Contains(s, `"reviewer":"local"`) {
		t.Errorf("review: %s", s)
	}
	want(t, d.must(t, `{ commitments(where: {status: {eq: NEGOTIATING}}) { totalCount } }`, nil), `{"commitments": {"totalCount": 0}}`)
}

func TestJoinAndSplit(t *testing.T) {
	d, now := open(t), time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC)
	r := schematest.Resolver(t, d.store)
	r.Clock = func() time.Time { now = now.Add(time.Second); return now }
	d.exec = executor.New(schema.New(r))
	text := "Power failed in one country."
	id := graph.ArticleID(text)
	_, err := d.store.Put(t.Context(), graph.Batch{Source: id, Reader: "test",
		Article: &graph.Article{ID: id, Title: "Dark", Kind: graph.Press, Published: "2015-12-26", Fetched: "2015-12-26", Text: text},
		Nodes:   []graph.Node{&graph.Attack{ID: graph.PlacedID(graph.Attacks, id, 0), Name: text}}})
	if err != nil {
		t.Fatal(err)
	}
	find := func() (loose, attack any) {
		edges := path(t, d.must(t, `{ attacks(where: {name: {in: ["attack on power grids", "Power failed in one country."]}}) { edges { node { id name same } } } }`, nil), "attacks", "edges").([]any)
		for _, e := range edges {
			n := e.(map[string]any)["node"].(map[string]any)
			if n["name"] == "attack on power grids" {
				attack = n["id"]
			} else {
				loose = n
			}
		}
		return loose, attack
	}
	same := func(want any) {
		t.Helper()
		if n, _ := find(); n.(map[string]any)["same"] != want {
			t.Errorf("same is %v, want %v", n.(map[string]any)["same"], want)
		}
	}
	n, attack := find()
	loose := n.(map[string]any)["id"]
	ids := map[string]any{"a": loose, "b": attack}
	same(nil)
	want(t, d.must(t, `mutation($a: ID!, $b: ID!) { join(id: $a, with: $b, note: "one grid") { review { verdict note attacks { name } } userErrors { code } } }`, ids),
		`{"join": {"review": {"verdict": "SAME", "note": "one grid", "attacks": [{"name": "attack on power grids"}, {"name": "Power failed in one country."}]}, "userErrors": []}}`)
	same(attack)
	want(t, d.must(t, `query($b: ID!) { attacks(where: {same: {eq: $b}}) { totalCount } node(id: $b) { id } }`, map[string]any{"b": attack}),
		`{"attacks": {"totalCount": 1}, "node": {"id": "`+attack.(string)+`"}}`)
	want(t, d.must(t, `mutation($a: ID!, $b: ID!) { split(id: $b, from: $a) { review { verdict } userErrors { code } } }`, ids),
		`{"split": {"review": {"verdict": "DIFFERENT"}, "userErrors": []}}`)
	same(nil)
	want(t, d.must(t, `mutation($a: ID!, $b: ID!) { undoReview(id: $a, other: $b) { review { verdict } userErrors { code } } }`, ids),
		`{"undoReview": {"review": {"verdict": "UNDONE"}, "userErrors": []}}`)
	want(t, d.must(t, `mutation($a: ID!) { join(id: $a, with: $a) { review { verdict } userErrors { field code } } undoReview(id: $a) { userErrors { code } } }`, map[string]any{"a": loose}),
		`{"join": {"review": null, "userErrors": [{"field": "id", "code": "INVALID"}]}, "undoReview": {"userErrors": [{"code": "NOT_FOUND"}]}}`)
}
