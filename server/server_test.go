package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema"
	"github.com/treatygraph/treatygraph/schema/schematest"
	"github.com/treatygraph/treatygraph/server"
)

// site is a server over a store of its own, with its log.
type site struct {
	*httptest.Server
	log *bytes.Buffer
}

func open(t testing.TB, change ...func(*server.Config)) site {
	t.Helper()
	store := schematest.Store(t)
	var log bytes.Buffer
	c := server.Config{Schema: schema.New(schematest.Resolver(t, store)), Store: store, Log: slog.New(slog.NewTextHandler(&log, nil))}
	for _, f := range change {
		f(&c)
	}
	s := httptest.NewServer(server.New(c))
	t.Cleanup(s.Close)
	return site{s, &log}
}

// send makes a request and gives the answer with its body.
func (s site) send(t testing.TB, method, path, body string, header ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, s.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(b)
}

const asJSON = "application/json"

// ask sends a query and gives the answer.
func (s site) ask(t testing.TB, query string, header ...string) (*http.Response, string) {
	t.Helper()
	b, err := json.Marshal(map[string]any{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	return s.send(t, "POST", "/graphql", string(b), append([]string{"Content-Type", asJSON}, header...)...)
}

// codes lists the codes of the errors of an answer; every error must have one.
func codes(t testing.TB, body string) []string {
	t.Helper()
	var a struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		t.Fatalf("%v in %.200q", err, body)
	}
	var out []string
	for _, e := range a.Errors {
		if e.Extensions.Code == "" || e.Message == "" {
			t.Errorf("an error without code or message: %.300s", body)
		}
		out = append(out, e.Extensions.Code)
	}
	return out
}

func TestAsksAndAnswers(t *testing.T) {
	s := open(t)
	resp, body := s.ask(t, `{ country(code: "US") { name } }`)
	if resp.StatusCode != 200 || body != `{"data":{"country":{"name":"United States"}}}` {
		t.Errorf("%d %s", resp.StatusCode, body)
	}
	if got := resp.Header.Get("Content-Type"); got != "application/json; charset=utf-8" {
		t.Errorf("Content-Type %q", got)
	}
	resp, body = s.send(t, "GET", "/graphql?query=%7Bcountry(code:%22US%22)%7Bname%7D%7D", "", "Accept", "application/graphql-response+json")
	if resp.StatusCode != 200 || !strings.Contains(body, "United States") {
		t.Errorf("by GET: %d %s", resp.StatusCode, body)
	}
	if got := resp.Header.Get("Content-Type"); got != "application/graphql-response+json; charset=utf-8" {
		t.Errorf("Content-Type %q", got)
	}
}

func TestHeaders(t *testing.T) {
	s := open(t)
	resp, _ := s.ask(t, `{ stats { version } }`)
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
		"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
	} {
		if got := resp.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	id := resp.Header.Get("X-Request-Id")
	if id == "" || !strings.Contains(s.log.String(), "request="+id) {
		t.Errorf("request %q is not in the log: %s", id, s.log)
	}
	if strings.Contains(s.log.String(), "version") {
		t.Error("the log holds the query")
	}
}

func TestWrongFieldNamesThePlaceAndTheRemedy(t *testing.T) {
	s := open(t)
	for accept, status := range map[string]int{"application/json": 200, "application/graphql-response+json": 400, "*/*": 200} {
		resp, body := s.ask(t, `{ commitments(where: {parties: {some: {iso3: {eq: "USA"}}}}) { totalCount } }`, "Accept", accept)
		if resp.StatusCode != status || !strings.Contains(body, `iso3`) || strings.Join(codes(t, body), " ") != "GRAPHQL_VALIDATION_FAILED" {
			t.Errorf("%s: %d %s", accept, resp.StatusCode, body)
		}
	}
	_, body := s.ask(t, `{ country(code: "US") { nmae } }`)
	if !strings.Contains(body, `Did you mean \"name\"?`) {
		t.Error(body)
	}
	_, body = s.ask(t, `{ articles(first: -1) { totalCount } }`)
	if strings.Join(codes(t, body), " ") != "INVALID" {
		t.Error(body)
	}
}

func TestHealth(t *testing.T) {
	s := open(t)
	for path, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if resp, body := s.send(t, "GET", path, ""); resp.StatusCode != 200 || body != want {
			t.Errorf("%s: %d %q", path, resp.StatusCode, body)
		}
	}
}

// silent is a store that does not answer, and says too much about it.
type silent struct{}

func (silent) Find(context.Context, graph.Query) (graph.Page, error) {
	return graph.Page{}, graph.Errorf(graph.Unavailable, "dial tcp 10.0.0.7:7687: password hunter2 refused")
}

func TestNotReadyWhenTheStoreIsSilent(t *testing.T) {
	s := open(t, func(c *server.Config) { c.Store = silent{} })
	resp, body := s.send(t, "GET", "/readyz", "")
	if resp.StatusCode != 503 || strings.Contains(body, "hunter2") {
		t.Errorf("%d %q", resp.StatusCode, body)
	}
	if resp, _ := s.send(t, "GET", "/healthz", ""); resp.StatusCode != 200 {
		t.Errorf("healthz: %d", resp.StatusCode)
	}
}

func TestToken(t *testing.T) {
	s := open(t, func(c *server.Config) {
		c.Token = "s3cret"
		c.Web = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "page") })
	})
	for _, tt := range []struct {
		name, path, authorization string
		status                    int
	}{
		{"health", "/healthz", "", 200}, {"ready", "/readyz", "", 200},
		{"none", "/graphql?query={stats{version}}", "", 401}, {"none for a page", "/", "", 401},
		{"wrong", "/", "Bearer s3crets", 401}, {"empty", "/", "Bearer ", 401}, {"no bearer", "/", "s3cret", 401},
		{"bearer", "/graphql?query={stats{version}}", "Bearer s3cret", 200}, {"page", "/", "bearer s3cret", 200},
		{"a browser's", "/", "Basic dXNlcjpzM2NyZXQ=", 200}, {"a browser's wrong one", "/", "Basic dXNlcjp3cm9uZw==", 401},
	} {
		t.Run(tt.name, func(t *testing.T) {
			resp, body := s.send(t, "GET", tt.path, "", "Authorization", tt.authorization)
			if resp.StatusCode != tt.status || strings.Contains(body, "s3cret") {
				t.Errorf("%d, want %d: %s", resp.StatusCode, tt.status, body)
			}
			if tt.status == 401 && resp.Header.Get("WWW-Authenticate") == "" {
				t.Error("a browser would not ask")
			}
		})
	}
}

func TestAnotherNameOfThisMachine(t *testing.T) {
	s := open(t)
	r, _ := http.NewRequest("GET", s.URL+"/graphql?query={stats{version}}", nil)
	r.Host = "attacker.example"
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 403 {
		t.Errorf("%d: a page that rebinds its name reads the graph", resp.StatusCode)
	}
}

// The playground asks this, as graphql-js 16 writes it.
func TestIntrospection(t *testing.T) {
	s := open(t)
	query, err := os.ReadFile("testdata/introspection.graphql")
	if err != nil {
		t.Fatal(err)
	}
	_, body := s.ask(t, string(query))
	if got := codes(t, body); got != nil || !strings.Contains(body, "A principle under an instrument") {
		t.Errorf("codes %q: %.300s", got, body)
	}
}
