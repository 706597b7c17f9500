package schema_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema"
)

func contract() *ast.Schema { return schema.New(&schema.Resolver{}).Schema() }

func TestEverythingIsDescribed(t *testing.T) {
	for name, d := range contract().Types {
		if d.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		said := map[string]string{name: d.Description}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			said[name+"."+f.Name] = f.Description
			for _, a := range f.Arguments {
				said[name+"."+f.Name+"."+a.Name] = a.Description
			}
		}
		for _, v := range d.EnumValues {
			said[name+"."+v.Name] = v.Description
		}
		for place, text := range said {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s: description %q is no sentence", place, text)
			}
		}
	}
}

// What the table has and the schema does not show.
var hidden = map[string]bool{
	"Commitment.held": true, "Commitment.own": true, // standings and status
	"Standing.own": true, "Standing.principle": true, "Standing.actorCode": true, // for look-ups
	"Review.subject": true, "Review.other": true, // shown as nodes
}

func TestTheWholeTableIsShown(t *testing.T) {
	types := contract().Types
	for _, k := range graph.Kinds {
		d := types[k.Name]
		if d == nil {
			t.Errorf("no type %s", k.Name)
			continue
		}
		names := []string{}
		for _, p := range k.Properties {
			names = append(names, p.Name)
		}
		for _, e := range k.Edges {
			names = append(names, e.Name)
			if f := d.Fields.ForName(e.Name); f != nil && f.Type.Elem != nil && d.Fields.ForName(e.Name+"Connection") == nil {
				t.Errorf("%s.%s has no connection beside it", k.Name, e.Name)
			}
		}
		for _, name := range names {
			if (d.Fields.ForName(name) == nil) != hidden[k.Name+"."+name] {
				t.Errorf("%s.%s: shown %v", k.Name, name, d.Fields.ForName(name) != nil)
			}
			if !hidden[k.Name+"."+name] && types[k.Name+"Where"].Fields.ForName(name) == nil {
				t.Errorf("%sWhere.%s is missing", k.Name, name)
			}
		}
		if !strings.Contains(strings.Join(d.Interfaces, " "), "Node") {
			t.Errorf("%s is no Node", k.Name)
		}
	}
}

func TestStatusesAreThoseOfTheGraph(t *testing.T) {
	values := contract().Types["Status"].EnumValues
	for i, s := range graph.Statuses() {
		if i >= len(values) || values[i].Name != string(s) {
			t.Errorf("status %d is not %s", i, s)
		}
	}
}
