package server

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/treatygraph/treatygraph/graph"
)

// endpoint serves GraphQL over HTTP as the GraphQL Foundation's draft has it: POST of JSON, GET for queries. gqlgen's own transports echo a
// malformed body and take a form without a preflight.
type endpoint struct {
	exec   *executor.Executor
	limits Limits
	slots  chan struct{}
}

func newEndpoint(c Config) *endpoint {
	limits := c.Limits.withDefaults()
	cache := &queryCache{doc: map[string]*ast.QueryDocument{}}
	p := presenter{c.Log}
	exec := executor.New(c.Schema)
	exec.SetParserTokenLimit(limits.Tokens)
	exec.SetQueryCache(cache)
	exec.SetErrorPresenter(p.present)
	exec.SetRecoverFunc(p.recovered)
	exec.Use(guard{limits, cache})
	return &endpoint{exec, limits, make(chan struct{}, limits.Concurrent)}
}

// patience is how long an operation waits for its turn.
const patience = 2 * time.Second

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	params, bad := e.read(w, r)
	if bad != nil {
		bad.send(w)
		return
	}
	a, bad := e.answer(r, params)
	if bad != nil {
		bad.send(w)
		return
	}
	a.send(w)
}

// answer runs an operation when its turn has come.
func (e *endpoint) answer(r *http.Request, params *graphql.RawParams) (*answer, *refusal) {
	select {
	case e.slots <- struct{}{}:
		defer func() { <-e.slots }()
	case <-time.After(patience):
		return nil, busy("too many operations at once; try again in a moment")
	case <-r.Context().Done():
		return nil, busy("the client left")
	}
	ctx := graphql.StartOperationTrace(r.Context())
	a := &answer{status: http.StatusOK, media: mediaType(r.Header.Get("Accept"))}
	op, errs := e.exec.CreateOperationContext(ctx, params)
	if errs != nil {
		if a.media == responseJSON { // in the old media type, whatever it says is 200
			a.status = http.StatusBadRequest
		}
		a.body = e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		return a, nil
	}
	limit := e.limits.Time
	if op.Operation.Operation != ast.Query {
		if r.Method == http.MethodGet {
			return nil, notAllowed("POST", "only queries are asked by GET; send this by POST")
		}
		limit *= 10
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	responses, ctx := e.exec.DispatchOperation(ctx, op)
	if a.body = responses(ctx); a.body == nil { // time is up, or the client left
		a.body = e.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.DeadlineExceeded)})
	}
	return a, nil
}

// answer is what an operation gave.
type answer struct {
	status int
	media  string
	body   *graphql.Response
}

// writeTime is how long a client may take to receive an answer.
const writeTime = time.Minute

func (a *answer) send(w http.ResponseWriter) {
	a.body.Errors = a.body.Errors[:min(len(a.body.Errors), maxErrors)]
	body, err := json.Marshal(a.body)
	if err != nil {
		(&refusal{status: http.StatusInternalServerError, code: graph.Internal, message: "the answer could not be written"}).send(w)
		return
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTime)) // a writer without deadlines is a test's
	w.Header().Set("Content-Type", a.media+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(a.status)
	_, _ = w.Write(body) // a client that left is nobody to tell
}
