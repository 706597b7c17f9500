// Package docs_test holds the documents to what the program does.
package docs_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

var update = flag.Bool("update", false, "print the tables of graph.md anew")

// TestTablesOfTheGraph compares the tables of graph.md with the program's own.
func TestTablesOfTheGraph(t *testing.T) {
	b, err := os.ReadFile("graph.md")
	if err != nil {
		t.Fatal(err)
	}
	want := string(b)
	for name, table := range map[string]string{"nodes": nodes(), "relationships": relationships()} {
		begin, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
		head, rest, ok := strings.Cut(want, begin)
		_, tail, also := strings.Cut(rest, end)
		if !ok || !also {
			t.Fatalf("graph.md: %q or %q is missing", begin, end)
		}
		want = head + begin + table + end + tail
	}
	if *update {
		if err := os.WriteFile("graph.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, string(b)); d != "" {
		t.Errorf("graph.md is not what the program has; go test ./docs -update prints its tables anew:\n%s", d)
	}
}

func nodes() string {
	var b strings.Builder
	b.WriteString("| label | with it, or instead | properties |\n| --- | --- | --- |\n")
	for _, k := range graph.Kinds {
		var properties []string
		for _, p := range k.Properties {
			if p.Name != "label" { // it stands in the second column
				properties = append(properties, "`"+p.Name+"`"+typeName(p))
			}
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", label(k), strings.Join(k.Labels, ", "), strings.Join(properties, ", "))
	}
	return b.String()
}

// label is what the nodes of a kind share; terms share none.
func label(k *graph.Kind) string {
	if k == graph.Terms {
		return "(none)"
	}
	return k.Name
}

func typeName(p *graph.Property) string {
	switch {
	case p.Day:
		return " (day)"
	case p.Type == graph.Texts:
		return " (list)"
	case p.Type == graph.Int:
		return " (integer)"
	case p.Type == graph.Float:
		return " (number)"
	case p.Type == graph.Bool:
		return " (true or false)"
	}
	return ""
}

func relationships() string {
	var b strings.Builder
	b.WriteString("| from | type | to | from where it begins | from where it ends |\n| --- | --- | --- | --- | --- |\n")
	for _, r := range graph.Relations {
		name := string(r.Type)
		if len(r.Properties) > 0 {
			name += " {" + strings.Join(r.Properties, ", ") + "}"
		}
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s | %s |\n", ends(r.From), name, ends(r.To), r.Out, r.In)
	}
	return b.String()
}

func ends(k *graph.Kind) string {
	if k == graph.Terms {
		return strings.Join(k.Labels, ", ")
	}
	return k.Name
}
