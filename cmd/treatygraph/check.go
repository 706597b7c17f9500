package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
)

func (p *program) check() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Work out all standings anew and compare them with the rows of the store",
		Long: `Works out what every actor holds of every commitment from the stages that are stored, and compares it with the rows that questions read.
Each row that is missing, wrong or too many is named, and the exit code is 1.`,
		Example: `  treatygraph check --store neo4j://localhost:7687`,
		Args:    cobra.NoArgs,
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		wrong, commitments, err := graph.Check(cmd.Context(), d.store)
		if err != nil {
			return err
		}
		for _, line := range wrong {
			fmt.Fprintln(p.err, line)
		}
		if *asJSON {
			err = p.printJSON(struct {
				Commitments int      `json:"commitments"`
				Wrong       []string `json:"wrong"`
			}{commitments, list(wrong)})
		} else if len(wrong) == 0 {
			_, err = fmt.Fprintf(p.out, "%d commitments, all standings as they should be\n", commitments)
		}
		if err == nil && len(wrong) > 0 {
			err = graph.Errorf(graph.Conflict, "%d standings are not what follows from their stages; make the store anew by importing its articles, and please report it", len(wrong))
		}
		return err
	}
	return cmd
}
