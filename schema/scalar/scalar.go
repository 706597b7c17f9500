// Package scalar reads and writes the leaves of the GraphQL schema: days, texts, opaque ids and filters.
package scalar

import (
	"fmt"
	"io"

	"github.com/99designs/gqlgen/graphql"

	"github.com/treatygraph/treatygraph/graph"
)

// MarshalString writes a text; "" is what is not told and comes out as null.
func MarshalString(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return graphql.MarshalString(s)
}

// Choice is a value of an enum that has no type of its own in package graph.
type Choice string

// UnmarshalString reads a text.
func UnmarshalString(v any) (string, error) { return graphql.UnmarshalString(v) }

// MarshalDate writes a day; one that is not told, and the open end, come out as null.
func MarshalDate(d graph.Day) graphql.Marshaler {
	if d == "" || d == graph.Forever {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) { fmt.Fprintf(w, "%q", string(d)) })
}

// UnmarshalDate reads a day; null is "".
func UnmarshalDate(v any) (graph.Day, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return graph.ParseDay(v)
	}
	return "", graph.Errorf(graph.Invalid, "a day is written as text, as in \"2015-09-22\"")
}
