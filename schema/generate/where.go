package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/treatygraph/treatygraph/graph"
)

// operators are the operators of filters, with what each says of the compared thing.
var operators = map[string]string{
	"eq":  "It is this; null: it is not told.",
	"in":  "It is one of these.",
	"lt":  "It is less, or earlier, than this.",
	"lte": "It is this, or less or earlier.",
	"gt":  "It is greater, or later, than this.",
	"gte": "It is this, or greater or later.",
}

func wheres(b *bytes.Buffer, s *sdl) {
	fmt.Fprintf(b, "# %s\n", header)
	for _, k := range graph.Kinds {
		where(b, s, k)
		fmt.Fprintf(b, "\n\"A condition on a list of nodes of the type %s. All that is given must hold.\"\ninput %sListWhere {\n", k.Name, k.Name)
		for _, how := range [][2]string{{"some", "At least one passes."}, {"none", "None passes."}, {"all", "All pass; so it is with an empty list."}} {
			describe(b, "  ", "%s", how[1])
			fmt.Fprintf(b, "  %s: %sWhere\n", how[0], k.Name)
		}
		fmt.Fprintf(b, "}\n")
	}
	for _, name := range s.filtered() {
		filter(b, name)
	}
	fmt.Fprintf(b, "\n\"A condition on a list of texts.\"\ninput StringListFilter {\n")
	describe(b, "  ", "The list holds exactly this.")
	fmt.Fprintf(b, "  contains: String\n}\n")
}

// where writes the filter on nodes of a kind.
func where(b *bytes.Buffer, s *sdl, k *graph.Kind) {
	fmt.Fprintf(b, "\n\"A filter on nodes of the type %s. All that is given must hold.\"\ninput %[1]sWhere {\n", k.Name)
	for _, f := range [][3]string{{"and", "[%sWhere!]", "All of these hold."}, {"or", "[%sWhere!]", "At least one of these holds."}, {"not", "%sWhere", "This does not hold."}} {
		describe(b, "  ", "%s", f[2])
		fmt.Fprintf(b, "  %s: "+f[1]+"\n", f[0], k.Name)
	}
	for _, f := range s.properties(k) {
		describe(b, "  ", "%s", f.Description)
		fmt.Fprintf(b, "  %s: %s\n", f.Name, filterOf(f.Type))
	}
	fields, edges := s.edgeFields(k)
	for i, f := range fields {
		describe(b, "  ", "%s", f.Description)
		if edges[i].One {
			fmt.Fprintf(b, "  %s: %sWhere\n", f.Name, edges[i].To.Name)
		} else {
			fmt.Fprintf(b, "  %s: %sListWhere\n", f.Name, edges[i].To.Name)
		}
	}
	fmt.Fprintf(b, "}\n")
}

func filterOf(t *ast.Type) string {
	if isList(t) {
		return "StringListFilter"
	}
	return t.Name() + "Filter"
}

// filtered lists the types of values that filters compare.
func (s *sdl) filtered() []string {
	out := []string{"String", "ID", "Date", "Boolean", "Int", "Float"}
	for _, k := range graph.Kinds {
		for _, f := range s.properties(k) {
			d := s.types[f.Type.Name()]
			if d != nil && d.Kind == ast.Enum && !slices.Contains(out, d.Name) {
				out = append(out, d.Name)
			}
		}
	}
	return out
}

// filter writes the operators that values of a type take.
func filter(b *bytes.Buffer, name string) {
	ops := []string{"eq", "in"}
	switch name {
	case "Boolean":
		ops = []string{"eq"}
	case "String", "Date", "Int", "Float":
		ops = append(ops, "lt", "lte", "gt", "gte")
	}
	fmt.Fprintf(b, "\n\"A condition on a value of the type %s. All that is given must hold.\"\ninput %[1]sFilter {\n", name)
	for _, op := range ops {
		t := name
		if op == "in" {
			t = "[" + name + "!]"
		}
		describe(b, "  ", "%s", operators[op])
		fmt.Fprintf(b, "  %s: %s\n", op, t)
	}
	if name == "String" {
		describe(b, "  ", "It contains this, without regard to case.")
		fmt.Fprintf(b, "  contains: String\n")
	}
	fmt.Fprintf(b, "}\n")
}

// orders writes the orders that the root fields take.
func orders(b *bytes.Buffer, s *sdl) {
	fmt.Fprintf(b, "# %s\n", header)
	for _, k := range graph.Kinds {
		if !s.used[k.Name+"Order"] {
			continue
		}
		fmt.Fprintf(b, "\n\"A key of an order of nodes of the type %s.\"\ninput %[1]sOrder {\n", k.Name)
		describe(b, "  ", "What to order by.")
		fmt.Fprintf(b, "  field: %sOrderField!\n", k.Name)
		describe(b, "  ", "In which direction.")
		fmt.Fprintf(b, "  direction: OrderDirection! = ASC\n}\n")
		fmt.Fprintf(b, "\n\"What nodes of the type %s can be ordered by.\"\nenum %[1]sOrderField {\n", k.Name)
		for _, f := range s.properties(k) {
			if p, err := k.Property(f.Name); err == nil && p.Type != graph.Texts && f.Name != "text" {
				describe(b, "  ", "%s", f.Description)
				fmt.Fprintf(b, "  %s\n", shout(f.Name))
			}
		}
		fmt.Fprintf(b, "}\n")
	}
}

// shout writes knownAt as KNOWN_AT.
func shout(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToUpper(b.String())
}
