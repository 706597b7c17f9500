package main

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
)

func (p *program) review() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review [ID [OTHER]] [--uphold|--dismiss|--same|--different|--undo]",
		Short: "Judge claims, join and split, and list what was judged",
		Long: `Records a judgement. Of a claim, whose id ask prints behind its sentence: --uphold, or --dismiss; a dismissed claim counts nowhere and stays in
the record. Of two attacks, meetings or commitments: --same joins them, --different keeps them apart, whatever the rule says. --undo takes back what was
judged of the claim or of the two. The latest judgement counts; all are kept, and they outlive a new import or reading of the articles.

Without a judgement it lists those there are, the latest first: all, or those of the ids. --find lists the attacks, meetings and commitments whose names
hold all the words, with their ids.

The reviewer is --reviewer, else the user.name of git, else the user's name on this machine if that is a person's.`,
		Example: `  treatygraph review 5f0c3a9be1d24b7796a1c0de --dismiss --note "the pledge is only proposed"
  treatygraph review --find "personnel records"
  treatygraph review 5f0c3a9be1d24b7796a1c0de 0b6d6de7a3c1f4c2a7d1e9aa --same
  treatygraph review`,
		Args: cobra.MaximumNArgs(2),
	}
	verdicts := []struct {
		flag    string
		verdict graph.Verdict
		usage   string
	}{
		{"uphold", graph.Upheld, "the claim is right and counts"},
		{"dismiss", graph.Dismissed, "the claim is wrong and does not count"},
		{"same", graph.Same, "the two are one"},
		{"different", graph.Different, "the two are not one"},
		{"undo", graph.Undone, "what was judged of the claim, or of the two, is taken back"},
	}
	said := make([]bool, len(verdicts))
	var flags []string
	for i, v := range verdicts {
		cmd.Flags().BoolVar(&said[i], v.flag, false, v.usage)
		flags = append(flags, v.flag)
	}
	var note, reviewer, words string
	cmd.Flags().StringVar(&note, "note", "", "why")
	cmd.Flags().StringVar(&reviewer, "reviewer", "", "who judges")
	cmd.Flags().StringVar(&words, "find", "", "list what can be joined by words of its name")
	cmd.MarkFlagsMutuallyExclusive(append(flags, "find")...)
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r := graph.Review{Note: note, At: time.Now().UTC().Format(time.RFC3339Nano)}
		if i := slices.Index(said, true); i >= 0 {
			if len(args) == 0 {
				return misuse("say of what: the id of a claim, or those of two attacks, meetings or commitments")
			}
			r.Verdict, r.Subject = verdicts[i].verdict, args[0]
			if len(args) == 2 {
				r.Other = args[1]
			}
			if r.Reviewer = p.reviewer(cmd, reviewer); r.Reviewer == "" {
				return misuse("say who judges, with --reviewer NAME: git knows no user.name, and the user of this machine is no person")
			}
		}
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		switch {
		case words != "":
			return p.findJoinable(cmd.Context(), d.store, words, *asJSON)
		case r.Verdict == "":
			return p.listReviews(cmd.Context(), d.store, args, *asJSON)
		}
		if err := d.store.Review(cmd.Context(), r); err != nil {
			return err
		}
		if *asJSON {
			return p.printJSON(newReplyReview(&r, nil))
		}
		_, err = fmt.Fprintln(p.out, newReplyReview(&r, nil).judgement())
		return err
	}
	return cmd
}

// nobody are names of users that are no person's.
var nobody = []string{"", "root", "nobody", "administrator", "admin", "system", "user", "runner", "ubuntu", "nonroot"}

// reviewer is who judges: as told, else as git has it, else the user of this machine; "" where none of them names a person.
func (p *program) reviewer(cmd *cobra.Command, told string) string {
	if told = strings.TrimSpace(told); told != "" {
		return told
	}
	if name, err := exec.CommandContext(cmd.Context(), "git", "config", "user.name").Output(); err == nil && len(strings.TrimSpace(string(name))) > 0 {
		return strings.TrimSpace(string(name))
	}
	for _, variable := range []string{"USER", "LOGNAME", "USERNAME"} {
		if name := p.env(variable); !slices.Contains(nobody, strings.ToLower(name)) {
			return name
		}
	}
	return ""
}
