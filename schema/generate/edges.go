package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// edges writes the resolvers of the edges: one line each.
func edges(b *bytes.Buffer, s *sdl) {
	fmt.Fprintf(b, "// %s\n\npackage schema\n\nimport (\n\"context\"\n\n\"github.com/treatygraph/treatygraph/graph\"\n\"github.com/treatygraph/treatygraph/schema/generated\"\n\"github.com/treatygraph/treatygraph/schema/relay\"\n)\n", header)
	for _, k := range graph.Kinds {
		fields, es := s.edgeFields(k)
		if len(fields) == 0 {
			continue
		}
		resolver := strings.ToLower(k.Name[:1]) + k.Name[1:] + "Resolver"
		fmt.Fprintf(b, "\ntype %s struct{}\n\n// %s resolves the edges of the type.\nfunc (*Resolver) %[2]s() generated.%[2]sResolver { return %[1]s{} }\n", resolver, k.Name)
		for i, f := range fields {
			to := es[i].To.Name
			if !isList(f.Type) {
				fmt.Fprintf(b, "\nfunc (%s) %s(ctx context.Context, n *graph.%s) (*graph.%s, error) {\nreturn one[*graph.%[4]s](ctx, n, %q)\n}\n",
					resolver, upperFirst(f.Name), k.Name, to, f.Name)
				continue
			}
			fmt.Fprintf(b, "\nfunc (%s) %s(ctx context.Context, n *graph.%s, first *int) ([]*graph.%s, error) {\nreturn list[*graph.%[4]s](ctx, n, %q, first)\n}\n",
				resolver, upperFirst(f.Name), k.Name, to, f.Name)
			fmt.Fprintf(b, "\nfunc (%s) %sConnection(ctx context.Context, n *graph.%s, first *int, after *string, last *int, before *string) (*relay.%sConnection, error) {\nreturn connection[*graph.%s](ctx, n, %q, span{first, after, last, before})\n}\n",
				resolver, upperFirst(f.Name), k.Name, connectionOf(es[i]).name, to, f.Name)
		}
	}
}
