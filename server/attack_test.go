package server_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// nested makes fragments that each spread the next one twice.
func nested(levels int) string {
	var b strings.Builder
	b.WriteString("{ country(code: \"US\") { ...f0 } }")
	for i := range levels {
		fmt.Fprintf(&b, " fragment f%d on Actor { ...f%d ...f%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment f%d on Actor { code }", levels)
	return b.String()
}

func deep(levels int) string {
	return `{ country(code: "US") ` + strings.Repeat("{ memberOf ", levels) + "{ code }" + strings.Repeat(" }", levels) + " }"
}

func TestHostileQueries(t *testing.T) {
	s := open(t)
	aliases := func(n int, field string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d: %s ", i, field)
		}
		return b.String()
	}
	for _, tt := range []struct{ name, query, say string }{
		{"fragments nested 40 levels", nested(40), "fields, more than 1000"},
		{"fragments nested 150 levels", nested(150), "fields, more than 1000"},
		{"a fragment that spreads itself", `{ stats { ...f } } fragment f on Stats { version ...f }`, "spreads itself"},
		{"two fragments that spread each other", `{ stats { ...f } } fragment f on Stats { ...g } fragment g on Stats { ...f }`, "spreads itself"},
		{"10,000 aliases", "{ " + aliases(10_000, "stats { version }") + "}", "bytes, more than"},
		{"2,000 aliases", "{ " + aliases(2_000, "__typename") + "}", "fields, more than 1000"},
		{"100,000 directives", "{ stats " + strings.Repeat("@a", 100_000) + " { version } }", "bytes, more than"},
		{"20,000 directives", "{ stats " + strings.Repeat("@a", 20_000) + " { version } }", "exceeded token limit"},
		{"a list of 100,000", `{ nodes(ids: [` + strings.Repeat("1,", 100_000) + `]) { id } }`, "bytes, more than"},
		{"depth 21", deep(20), "deep, more than 20"},
		{"depth 900", deep(900), "deep, more than 20"},
		{"depth 2,000", deep(2000), "maximum nesting depth"},
		{"too much at once", `{ articles(first: 1000) { edges { node { passages(first: 1000) { stages { actors { code } } } } } } }`, "values, more than"},
		{"too much by many aliases", "{ " + aliases(30, "articles(first: 1000) { edges { node { passages { stages { id } } } } }") + "}", "values, more than"},
		{"101 mutations", "mutation { " + aliases(101, `removeArticles(ids: []) { removed }`) + "}", "mutations, more than 10"},
		{"a long wrong name", "{ " + strings.Repeat("x", 50_000) + " }", "Cannot query field"},
		{"many wrong names", "{ " + strings.Repeat("x ", 900) + " }", "Cannot query field"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, body := s.ask(t, tt.query)
			if len(codes(t, body)) == 0 || !strings.Contains(body, tt.say) {
				t.Errorf("%.300s does not say %q", body, tt.say)
			}
			if len(body) > 4<<10 {
				t.Errorf("the answer has %d bytes", len(body))
			}
		})
	}
}

func TestRequestsThatAreNone(t *testing.T) {
	s := open(t)
	const secret = "hunter2"
	mutation := `{"query": "mutation { removeArticles(ids: []) { removed } }"}`
	for _, tt := range []struct {
		name, method, path, kind, body string
		status                         int
	}{
		{"malformed", "POST", "/graphql", asJSON, `{"query": "` + secret, 400},
		{"two values", "POST", "/graphql", asJSON, `{"query": "{stats{version}}"} {}`, 400},
		{"a list of operations", "POST", "/graphql", asJSON, `[{"query": "` + secret + `"}]`, 400},
		{"no query", "POST", "/graphql", asJSON, `{"variables": {"x": "` + secret + `"}}`, 400},
		{"a query that is none", "POST", "/graphql", asJSON, `{"query": {"x": "` + secret + `"}}`, 400},
		{"variables that are none", "POST", "/graphql", asJSON, `{"query": "{stats{version}}", "variables": "` + secret + `"}`, 400},
		{"nested a million deep", "POST", "/graphql", asJSON, `{"variables": ` + strings.Repeat("[", 1_000_000), 400},
		{"empty", "POST", "/graphql", asJSON, "", 400},
		{"a form", "POST", "/graphql", "application/x-www-form-urlencoded", "query=" + secret, 415},
		{"plain text", "POST", "/graphql", "text/plain", mutation, 415},
		{"parts", "POST", "/graphql", "multipart/form-data; boundary=x", mutation, 415},
		{"no type", "POST", "/graphql", "", mutation, 415},
		{"another charset", "POST", "/graphql", "application/json; charset=utf-16", mutation, 415},
		{"a mutation by GET", "GET", "/graphql?query=mutation%7BremoveArticles(ids:[])%7Bremoved%7D%7D", "", "", 405},
		{"GET without a query", "GET", "/graphql", "", "", 400},
		{"GET with wrong variables", "GET", "/graphql?query=%7Bstats%7Bversion%7D%7D&variables=" + secret, "", "", 400},
		{"PUT", "PUT", "/graphql", asJSON, mutation, 405},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, body := s.send(t, tt.method, tt.path, tt.body, "Content-Type", tt.kind)
			if resp.StatusCode != tt.status || len(codes(t, body)) != 1 {
				t.Errorf("%d, want %d: %s", resp.StatusCode, tt.status, body)
			}
			if strings.Contains(body, secret) || strings.Contains(s.log.String(), secret) {
				t.Errorf("the body comes back: %s", body)
			}
		})
	}
}

func TestOtherOrigins(t *testing.T) {
	s := open(t)
	for _, header := range [][]string{
		{"Origin", "https://attacker.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"},
	} {
		if resp, body := s.ask(t, `mutation { removeArticles(ids: []) { removed } }`, header...); resp.StatusCode != 403 || len(codes(t, body)) != 1 {
			t.Errorf("%q: %d %s", header, resp.StatusCode, body)
		}
	}
	if resp, body := s.ask(t, `{ stats { version } }`, "Origin", s.URL, "Sec-Fetch-Site", "same-origin"); resp.StatusCode != 200 {
		t.Errorf("its own page: %d %s", resp.StatusCode, body)
	}
}

func TestLargeBody(t *testing.T) {
	s := open(t)
	for name, body := range map[string]io.Reader{
		"told":   bytes.NewReader(make([]byte, 64<<20)),
		"untold": io.LimitReader(zeros{}, 64<<20),
	} {
		resp, err := http.Post(s.URL+"/graphql", asJSON, body)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		resp.Body.Close()
		if resp.StatusCode != 413 {
			t.Errorf("%s: %d", name, resp.StatusCode)
		}
	}
}

// zeros is a body without an end.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }
