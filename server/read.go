package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
)

// mediaType is the type of the answer: the newer one for those who name it, else the one that everybody knows.
func mediaType(accept string) string {
	if strings.Contains(accept, responseJSON) {
		return responseJSON
	}
	return plainJSON
}

// read takes the GraphQL request out of an HTTP request. Nothing of the body comes back in a refusal.
func (e *endpoint) read(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	start := graphql.Now()
	var params *graphql.RawParams
	var bad *refusal
	switch r.Method {
	case http.MethodGet:
		params, bad = fromQuery(r.URL.Query())
	case http.MethodPost:
		params, bad = e.fromBody(w, r)
	default:
		bad = notAllowed("GET, POST", "ask by POST, or by GET for queries")
	}
	if bad != nil {
		return nil, bad
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return params, nil
}

func fromQuery(q url.Values) (*graphql.RawParams, *refusal) {
	params := &graphql.RawParams{Query: q.Get("query"), OperationName: q.Get("operationName")}
	for name, into := range map[string]*map[string]any{"variables": &params.Variables, "extensions": &params.Extensions} {
		if text := q.Get(name); text != "" && decode([]byte(text), into) != nil {
			return nil, badRequest(name + " must be a JSON object")
		}
	}
	if params.Query == "" {
		return nil, badRequest("the parameter query is missing")
	}
	return params, nil
}

func (e *endpoint) fromBody(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	kind, with, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != plainJSON {
		return nil, refused(http.StatusUnsupportedMediaType, "send JSON, with Content-Type: application/json")
	}
	if charset := with["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return nil, refused(http.StatusUnsupportedMediaType, "send JSON in UTF-8")
	}
	tooLarge := refused(http.StatusRequestEntityTooLarge, "the request is too large; send it in parts")
	if r.ContentLength > e.limits.Body {
		return nil, tooLarge
	}
	body, err := readPatiently(w, http.MaxBytesReader(w, r.Body, e.limits.Body))
	var more *http.MaxBytesError
	switch {
	case errors.As(err, &more):
		return nil, tooLarge
	case err != nil:
		return nil, refused(http.StatusRequestTimeout, "the request did not come in full")
	}
	return parseBody(body)
}

// parseBody reads a GraphQL request written as JSON.
func parseBody(body []byte) (*graphql.RawParams, *refusal) {
	if bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")) {
		return nil, badRequest("send one operation a request, not a list")
	}
	params := &graphql.RawParams{}
	var wrong *json.UnmarshalTypeError
	switch err := decode(body, params); {
	case errors.As(err, &wrong) && wrong.Field != "":
		return nil, badRequest(shorten(wrong.Field) + " has the wrong type; a request is {\"query\": text, \"variables\": object, \"operationName\": text}")
	case err != nil:
		return nil, badRequest("the body is no JSON object; a request is {\"query\": text, \"variables\": object, \"operationName\": text}")
	case params.Query == "":
		return nil, badRequest("the body has no query")
	}
	return params, nil
}

// decode reads exactly one JSON value and keeps numbers as they are written.
func decode(b []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("more than one value")
	}
	return nil
}
