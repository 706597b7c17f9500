package scalar

import (
	"encoding/base64"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/treatygraph/treatygraph/graph"
)

// FormatID gives the opaque id of a node: base64url of Kind:id.
func FormatID(r graph.Ref) string {
	return base64.RawURLEncoding.EncodeToString([]byte(r.Kind.Name + ":" + r.ID))
}

// ParseID reads an opaque id; what is none of ours has no kind.
func ParseID(s string) graph.Ref {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return graph.Ref{}
	}
	name, id, _ := strings.Cut(string(b), ":")
	k, err := graph.KindNamed(name)
	if err != nil {
		return graph.Ref{}
	}
	return graph.Ref{Kind: k, ID: id}
}

// MarshalID writes the opaque id of a node.
func MarshalID(r graph.Ref) graphql.Marshaler { return graphql.MarshalString(FormatID(r)) }

// UnmarshalID reads an opaque id. One that is none of ours is no error: it names nothing.
func UnmarshalID(v any) (graph.Ref, error) {
	s, err := graphql.UnmarshalID(v)
	return ParseID(s), err
}
