package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
)

func (p *program) remove() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "remove ARTICLE|RUN ...",
		Short: "Take articles, or all of an import run, out again",
		Long: `Takes articles out with everything that only they say. An argument is an article's id, or an import run, which import names. Either all go or none.
Removed articles stay away from later imports until import --again.`,
		Example: `  treatygraph remove 9d2f6f0e6c0b4d0f8a7be310`,
		Args:    cobra.MinimumNArgs(1),
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		articles, err := named(cmd.Context(), d.store, args)
		if err != nil {
			return err
		}
		if err := d.store.Remove(cmd.Context(), articles...); err != nil {
			return err
		}
		if *asJSON {
			return p.printJSON(map[string]any{"removed": articles})
		}
		_, err = fmt.Fprintf(p.out, "removed: %d\n", len(articles))
		return err
	}
	return cmd
}

// named finds the articles that arguments name: by their ids, or by the import runs that brought them.
func named(ctx context.Context, store graph.Store, args []string) ([]string, error) {
	var out []string
	for _, name := range args {
		q := graph.Query{Kind: graph.Articles, Where: graph.Or{is("id", name), is("run", name)}, AsOf: graph.AsOf{Ever: true}, First: graph.MaxPage}
		found, err := allOf(ctx, store, q)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, graph.Errorf(graph.NotFound, "%s: no article and no import run has this id", name)
		}
		out = append(out, found...)
	}
	return out, nil
}

// allOf gives the ids of all that a query finds, page by page.
func allOf(ctx context.Context, store graph.Store, q graph.Query) ([]string, error) {
	var out []string
	err := graph.Pages(ctx, store, q, func(nodes []graph.Node) error {
		out = append(out, ids(nodes)...)
		return nil
	})
	return out, err
}
