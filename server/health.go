package server

import (
	"context"
	"io"
	"net/http"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// health says that the process runs.
func health(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "ok\n") }

// ready says whether the store answers.
type ready struct{ store Finder }

// readyTime is how long a store may take to answer.
const readyTime = 2 * time.Second

func (h ready) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyTime)
	defer cancel()
	if _, err := h.store.Find(ctx, graph.Query{Kind: graph.Articles, First: 1}); err != nil {
		say(w, http.StatusServiceUnavailable, "the store does not answer\n")
		return
	}
	say(w, http.StatusOK, "ready\n")
}

func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text)
}
