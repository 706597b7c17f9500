package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/treatygraph/treatygraph/graph"
)

// The most that an answer tells of what went wrong: hostile queries make long and many messages.
const (
	maxErrors  = 10
	maxMessage = 300 // characters
)

// presenter turns errors into what a client may see: a message, a place, a code. What is our fault is logged and masked.
type presenter struct{ log *slog.Logger }

func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	out := graphql.DefaultErrorPresenter(ctx, err)
	if out.Extensions["code"] == nil {
		code := graph.CodeOf(err)
		if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
			code, out.Message = graph.Unavailable, "this took too long and was stopped; ask for less at once, or try again"
		}
		if code == graph.Internal {
			p.log.ErrorContext(ctx, "internal error", "request", requestID(ctx), "err", err)
			out.Message = "something went wrong on our side; the log of the server tells it under request " + requestID(ctx)
		}
		out.Extensions = map[string]any{"code": string(code)}
	}
	out.Message = shorten(out.Message)
	return out
}

// recovered turns a panic into an error; the stack goes to the log alone.
func (p presenter) recovered(ctx context.Context, what any) error {
	p.log.ErrorContext(ctx, "panic", "request", requestID(ctx), "panic", fmt.Sprint(what), "stack", string(debug.Stack()))
	return graph.Errorf(graph.Internal, "panic: %v", what)
}

func shorten(s string) string {
	if r := []rune(s); len(r) > maxMessage {
		return string(r[:maxMessage]) + "…"
	}
	return s
}
