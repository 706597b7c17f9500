package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
)

// counts is what `stats --json` prints.
type counts struct {
	Store string      `json:"store"`
	Kinds []kindCount `json:"kinds"`
	ground
}

type kindCount struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

func (p *program) stats() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "stats",
		Short:   "Count what the store holds",
		Example: `  treatygraph stats --store sqlite:treatygraph.db`,
		Args:    cobra.NoArgs,
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		out := counts{Store: d.name}
		for _, k := range graph.Kinds {
			groups, err := d.store.Count(cmd.Context(), graph.Query{Kind: k, AsOf: graph.AsOf{Ever: true}})
			if err != nil {
				return err
			}
			n := 0
			for _, g := range groups {
				n += g.Count
			}
			out.Kinds = append(out.Kinds, kindCount{k.Name, n})
		}
		g, err := d.answers().Ground(cmd.Context(), graph.AsOf{})
		if err != nil {
			return err
		}
		if out.ground = newGround(g); *asJSON {
			return p.printJSON(out)
		}
		t := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', tabwriter.AlignRight)
		for _, k := range out.Kinds {
			fmt.Fprintf(t, "%s\t%d\t\n", k.Kind, k.Count)
		}
		if err := t.Flush(); err != nil {
			return err
		}
		_, err = fmt.Fprintln(p.out, out.ground.line())
		return err
	}
	return cmd
}
