package relay

import (
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema/scalar"
)

// Order is a key of an order as the schema has it.
type Order struct {
	Field     scalar.Choice // a property in capitals: KNOWN_AT
	Direction scalar.Choice // ASC or DESC
}

// Orders gives keys as a query has them.
func Orders(keys []*Order) []graph.Order {
	var out []graph.Order
	for _, k := range keys {
		out = append(out, graph.Order{Property: camel(string(k.Field)), Desc: k.Direction == "DESC"})
	}
	return out
}

// camel writes KNOWN_AT as knownAt.
func camel(s string) string {
	words := strings.Split(strings.ToLower(s), "_")
	for i, w := range words[1:] {
		words[i+1] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, "")
}
