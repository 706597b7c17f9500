package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
)

func (p *program) ask() *cobra.Command {
	var at graph.AsOf
	cmd := &cobra.Command{
		Use:   "ask PHRASE",
		Short: "Say who committed to what, since when, on what conditions, and which sentences say so",
		Long: `Says who committed to what a phrase means. The phrase may name a principle, an instrument and countries. Actors stand under the status
that they hold: talk (PROPOSED, NEGOTIATING), consent (AGREED, SIGNED, RATIFIED, IN_FORCE), endings (SUSPENDED, WITHDRAWN and so on).

Two clocks can be turned back: --as-of asks what held on a day, --known-at what had been published by a day. Both are today unless told;
--as-of alone asks with today's knowledge.`,
		Example: `  treatygraph ask "no first use on critical infrastructure"
  treatygraph ask "no first use on critical infrastructure" --as-of 2015-09-22 --known-at 2015-09-22
  treatygraph ask "Russia, New START" --json`,
		Args: cobra.MinimumNArgs(1),
	}
	asJSON := jsonFlag(cmd)
	cmd.Flags().Var(dayFlag{&at.ValidAt}, "as-of", "what held on this day, YYYY-MM-DD (default today)")
	cmd.Flags().Var(dayFlag{&at.KnownAt}, "known-at", "what was known on this day, YYYY-MM-DD (default today)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		phrase := strings.Join(args, " ")
		if strings.TrimSpace(phrase) == "" {
			return misuse("the phrase is empty; ask, for example, for %q", "no first use on critical infrastructure")
		}
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		a, err := d.answers().WhoCommitted(cmd.Context(), phrase, at)
		if err != nil {
			return err
		}
		r, err := newReply(cmd.Context(), d.store, a)
		if err != nil {
			return err
		}
		if *asJSON {
			return p.printJSON(r)
		}
		_, err = p.out.Write([]byte(r.text(p.page())))
		return err
	}
	return cmd
}
