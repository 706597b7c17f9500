package neo4j

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// labels is what a pattern says of a node of the kind: "Actor", or for terms, which share no label, "Sector|Conduct|Condition".
func labels(k *graph.Kind) string {
	if k == graph.Terms {
		return strings.Join(k.Labels, "|")
	}
	return k.Name
}

// value is the Cypher for a property of the node v; the property "label" is the label itself.
func value(k *graph.Kind, v, property string) string {
	if property == "label" {
		return "[l IN labels(" + v + ") WHERE l IN ['" + strings.Join(k.Labels, "', '") + "']][0]"
	}
	return v + "." + property
}

// projection is the Cypher for all properties of the node v.
func projection(k *graph.Kind, v string) string {
	if len(k.Labels) == 0 {
		return v + " {.*}"
	}
	return v + " {.*, label: " + value(k, v, "label") + "}"
}

// toRow gives the properties that the database holds of a node: nothing that is not told, and no label.
func toRow(n graph.Node) map[string]any {
	row := map[string]any{}
	for _, p := range graph.KindOf(n).Properties {
		v := p.Value(n)
		if p.Name == "label" || v == "" {
			continue
		}
		if list, ok := v.([]string); ok && len(list) == 0 {
			continue
		}
		row[p.Name] = v
	}
	return row
}

// toNode makes a node from a projection.
func toNode(k *graph.Kind, projected any) (graph.Node, error) {
	row, ok := projected.(map[string]any)
	if !ok {
		return nil, graph.Errorf(graph.Internal, "Neo4j gave %T for a %s", projected, k.Name)
	}
	n := k.New()
	for _, p := range k.Properties {
		if v := row[p.Name]; v != nil && !set(p.Pointer(n), v) {
			return nil, graph.Errorf(graph.Conflict, "%s %v: %s holds %T, which treatygraph never wrote there; set it right by Cypher", k.Name, row["id"], p.Name, v)
		}
	}
	return n, nil
}

// set puts a value of the database where a node keeps it, and says whether it has the right type.
func set(to, v any) (ok bool) {
	switch to := to.(type) {
	case *string:
		*to, ok = v.(string)
	case *bool:
		*to, ok = v.(bool)
	case *float64:
		*to, ok = v.(float64)
	case *int:
		var i int64
		i, ok = v.(int64)
		*to = int(i)
	case *[]string:
		*to, ok = texts(v)
	}
	return ok
}

func texts(v any) ([]string, bool) {
	list, ok := v.([]any)
	var out []string
	for _, x := range list {
		s, isText := x.(string)
		out, ok = append(out, s), ok && isText
	}
	return out, ok
}

// checkLabel refuses a node whose label its kind does not know; labels stand in the text of statements.
func checkLabel(n graph.Node) error {
	k := graph.KindOf(n)
	if len(k.Labels) > 0 && !slices.Contains(k.Labels, k.Label(n)) {
		return graph.Errorf(graph.Invalid, "%s %s: no label %q; known: %s", k.Name, n.NodeID(), k.Label(n), strings.Join(k.Labels, ", "))
	}
	return nil
}
