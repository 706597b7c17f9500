package server

import (
	"encoding/json"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Both walks visit each fragment once, however often it is spread, so they take time linear in the query. Numbers are floats: where
// fragments double at each level they grow beyond any integer, and a float just becomes large.

// shape is the size of a selection: its fields, with those of a fragment for each time it is spread, and its depth.
type shape struct{ fields, depth float64 }

// shaper measures a query that is parsed and not yet checked.
type shaper struct {
	fragments ast.FragmentDefinitionList
	seen      map[string]*shape // nil while a fragment is being measured
	loop      bool              // a fragment spreads itself, directly or not
}

func (s *shaper) measure(set ast.SelectionSet) shape {
	var total shape
	for _, sel := range set {
		var part shape
		switch sel := sel.(type) {
		case *ast.Field:
			part = s.measure(sel.SelectionSet)
			part.fields++
			part.depth++
		case *ast.InlineFragment:
			part = s.measure(sel.SelectionSet)
		case *ast.FragmentSpread:
			part = s.fragment(sel.Name)
		}
		total.fields += part.fields
		total.depth = max(total.depth, part.depth)
	}
	return total
}

func (s *shaper) fragment(name string) shape {
	if was, ok := s.seen[name]; ok {
		s.loop = s.loop || was == nil
		if was == nil {
			return shape{}
		}
		return *was
	}
	def := s.fragments.ForName(name)
	if def == nil {
		return shape{} // the check of the query says so
	}
	s.seen[name] = nil
	out := s.measure(def.SelectionSet)
	s.seen[name] = &out
	return out
}

// usualItems is how many items a list is taken to have when the query does not say: lists give up to 100, most have few.
const usualItems = 10

// coster estimates how many values a checked query can give: each field counts one, and what stands under a list as often as the list
// has items.
type coster struct {
	vars map[string]any
	seen map[*ast.FragmentDefinition]float64
}

func (c *coster) cost(set ast.SelectionSet) float64 {
	total := 0.0
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			total += 1 + c.items(sel)*c.cost(sel.SelectionSet)
		case *ast.InlineFragment:
			total += c.cost(sel.SelectionSet)
		case *ast.FragmentSpread:
			if _, ok := c.seen[sel.Definition]; !ok {
				c.seen[sel.Definition] = c.cost(sel.Definition.SelectionSet)
			}
			total += c.seen[sel.Definition]
		}
	}
	return total
}

// items is how many items a field can have: what first or last say, the number of ids, or the usual number for a list.
func (c *coster) items(f *ast.Field) float64 {
	if len(f.SelectionSet) == 0 || f.Definition == nil {
		return 1
	}
	for _, name := range []string{"first", "last"} {
		if n, ok := number(f.Arguments.ForName(name), c.vars); ok {
			return max(n, 1)
		}
	}
	if ids := f.Arguments.ForName("ids"); ids != nil {
		if v, err := ids.Value.Value(c.vars); err == nil {
			return float64(len(graphql.CoerceList(v)))
		}
	}
	connection := f.ObjectDefinition != nil && strings.HasSuffix(f.ObjectDefinition.Name, "Connection")
	if f.Definition.Arguments.ForName("first") != nil || f.Definition.Type.Elem != nil && !connection {
		return usualItems
	}
	return 1
}

// number reads an argument that is a number, given in the query or by a variable.
func number(a *ast.Argument, vars map[string]any) (float64, bool) {
	if a == nil {
		return 0, false
	}
	v, err := a.Value.Value(vars)
	if err != nil {
		return 0, false
	}
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case int:
		return float64(v), true
	case float64:
		return v, true
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	}
	return 0, false
}
