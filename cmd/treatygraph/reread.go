package main

import "github.com/spf13/cobra"

func (p *program) reread() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "reread",
		Short: "Read stored articles again that an older extractor or catalogue read",
		Long: `Reads each stored article again that another version of the extractor or of the catalogue read last. What was read out of it before goes;
reviews stay with the claims that they are about.`,
		Example: `  treatygraph reread --store neo4j://localhost:7687`,
		Args:    cobra.NoArgs,
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		l, err := d.loader()
		if err != nil {
			return err
		}
		progress := p.progress()
		sum, err := l.Reread(cmd.Context(), progress.report)
		progress.end()
		return p.summary(sum, err, *asJSON)
	}
	return cmd
}
