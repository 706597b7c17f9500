package server

import (
	"encoding/json"
	"net/http"

	"github.com/treatygraph/treatygraph/graph"
)

// refusal is an answer to a request that is no GraphQL request, or not ours to take.
type refusal struct {
	status  int
	code    graph.Code
	message string
	header  [2]string // one more header, if any
}

func (f *refusal) send(w http.ResponseWriter) {
	if f.header[0] != "" {
		w.Header().Set(f.header[0], f.header[1])
	}
	w.Header().Set("Content-Type", plainJSON+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(f.status)
	_ = json.NewEncoder(w).Encode(map[string]any{
		"errors": []any{map[string]any{"message": f.message, "extensions": map[string]any{"code": f.code}}},
	})
}

func refused(status int, message string) *refusal {
	return &refusal{status: status, code: graph.Invalid, message: message}
}

func badRequest(message string) *refusal { return refused(http.StatusBadRequest, message) }

func notAllowed(allow, message string) *refusal {
	f := refused(http.StatusMethodNotAllowed, message)
	f.header = [2]string{"Allow", allow}
	return f
}

func busy(message string) *refusal {
	return &refusal{http.StatusServiceUnavailable, graph.Unavailable, message, [2]string{"Retry-After", "1"}}
}
