package main

import (
	"cmp"
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// asking is what the flags of ask say.
type asking struct {
	at       graph.AsOf
	since    graph.Day
	policies []string
	json     *bool
}

func (p *program) ask() *cobra.Command {
	var a asking
	cmd := &cobra.Command{
		Use:   "ask PHRASE",
		Short: "Say who committed to what, since when, on what conditions, and which sentences say so",
		Long: `Says who committed to what a phrase means. The phrase may name a principle, an instrument and countries, and groups of countries as in
"NATO members". Actors stand under the status that they hold: talk (PROPOSED, NEGOTIATING), consent (AGREED, SIGNED, RATIFIED, IN_FORCE),
endings (SUSPENDED, WITHDRAWN and so on).

Two clocks can be turned back: --as-of asks what held on a day, --known-at what had been published by a day. Both are today unless told;
--as-of alone asks with today's knowledge. --since prints what became known or took effect after a day, each with the article that brought it.

--policy says whose word counts: official (treaty texts, official texts and statements), two-sources (what two outlets report that are no
copies of each other), reviewed (what a person upheld), all. Several, with commas between, print the same answer under each side by side.`,
		Example: `  treatygraph ask "no first use on critical infrastructure"
  treatygraph ask "no first use on critical infrastructure" --as-of 2015-09-22 --known-at 2015-09-22
  treatygraph ask "no first use on critical infrastructure" --since 2015-09-22
  treatygraph ask "no first use on critical infrastructure" --policy official,two-sources,reviewed,all
  treatygraph ask "EU members, Budapest Convention" --as-of 2019-08-03
  treatygraph ask "Russia, New START" --json`,
		Args: cobra.MinimumNArgs(1),
	}
	a.json = jsonFlag(cmd)
	cmd.Flags().Var(dayFlag{&a.at.ValidAt}, "as-of", "what held on this day, YYYY-MM-DD (default today)")
	cmd.Flags().Var(dayFlag{&a.at.KnownAt}, "known-at", "what was known on this day, YYYY-MM-DD (default today)")
	cmd.Flags().Var(dayFlag{&a.since}, "since", "print what is new after this day, YYYY-MM-DD")
	cmd.Flags().StringSliceVar(&a.policies, "policy", []string{"all"}, "whose word counts: official, two-sources, reviewed or all; several print the answer under each")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		phrase := strings.Join(args, " ")
		if strings.TrimSpace(phrase) == "" {
			return misuse("the phrase is empty; ask, for example, for %q", "no first use on critical infrastructure")
		}
		return p.answer(cmd.Context(), phrase, a)
	}
	return cmd
}

// answer prints the answer to a phrase.
func (p *program) answer(ctx context.Context, phrase string, a asking) error {
	var policies []answer.Policy
	for _, name := range a.policies {
		policy, err := answer.ParsePolicy(name)
		if err != nil {
			return usageError{err}
		}
		policies = append(policies, policy)
	}
	if len(policies) == 0 {
		return misuse("--policy names none; leave it out for all")
	}
	d, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer d.close()
	var replies []*reply
	for _, policy := range policies {
		r, err := d.reply(ctx, phrase, answer.View{AsOf: a.at, Policy: policy}, a.since)
		if err != nil {
			return err
		}
		replies = append(replies, r)
	}
	switch {
	case len(replies) > 1 && *a.json:
		return p.printJSON(sideBySide{replies})
	case *a.json:
		return p.printJSON(replies[0])
	case len(replies) > 1:
		_, err = p.out.Write([]byte(sideBySide{replies}.text(p.page())))
	default:
		_, err = p.out.Write([]byte(replies[0].text(p.page())))
	}
	return err
}

// reply answers a phrase under one view, with what is new since a day, if one is told.
func (d *desk) reply(ctx context.Context, phrase string, v answer.View, since graph.Day) (*reply, error) {
	a, err := d.answers().WhoCommitted(ctx, phrase, v)
	if err != nil {
		return nil, err
	}
	r, err := newReply(ctx, d.store, a)
	if err != nil || since == "" {
		return r, err
	}
	r.Since = since
	found, err := d.answers().Changes(ctx, answer.Span{From: since, To: cmp.Or(v.AsOf.KnownAt, a.AsOf.KnownAt), About: phrase, Policy: v.Policy})
	for _, x := range found {
		r.Changes = append(r.Changes, newChange(x))
	}
	return r, err
}
