package schema_test

import (
	"encoding/json"
	"strings"
	"testing"
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
