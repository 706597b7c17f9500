package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
)

func (p *program) review() *cobra.Command {
	var uphold, dismiss bool
	var note string
	cmd := &cobra.Command{
		Use:   "review CLAIM --uphold|--dismiss",
		Short: "Judge a claim: whether it counts",
		Long: `Records a judgement of a claim, whose id ask prints behind its sentence. The latest review decides. A dismissed claim counts nowhere and stays
in the record; the review outlives a new reading of the article. The reviewer is the user's name on this machine.`,
		Example: `  treatygraph review 5f0c3a9be1d24b7796a1c0de --dismiss --note "the pledge is only proposed"`,
		Args:    cobra.ExactArgs(1),
	}
	cmd.Flags().BoolVar(&uphold, "uphold", false, "the claim is right and counts")
	cmd.Flags().BoolVar(&dismiss, "dismiss", false, "the claim is wrong and does not count")
	cmd.Flags().StringVar(&note, "note", "", "why")
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if uphold == dismiss {
			return misuse("say either --uphold or --dismiss")
		}
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		r := graph.Review{Subject: args[0], Verdict: graph.Upheld, Note: note, At: time.Now().UTC().Format(time.RFC3339Nano),
			Reviewer: cmp.Or(p.env("USER"), p.env("LOGNAME"), p.env("USERNAME"), "unnamed")}
		if dismiss {
			r.Verdict = graph.Dismissed
		}
		if err := d.store.Review(cmd.Context(), r); err != nil {
			return err
		}
		if *asJSON {
			return p.printJSON(map[string]any{"claim": r.Subject, "verdict": r.Verdict, "reviewer": r.Reviewer, "note": r.Note})
		}
		_, err = fmt.Fprintf(p.out, "claim %s: %s by %s\n", r.Subject, strings.ToLower(string(r.Verdict)), r.Reviewer)
		return err
	}
	return cmd
}
