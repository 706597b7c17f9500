package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/source"
)

func (p *program) imports() *cobra.Command {
	var again bool
	var quarantine string
	cmd := &cobra.Command{
		Use:   "import SOURCE...",
		Short: "Read articles and put what they say into the store",
		Long: `Reads articles and puts what they say into the store. A source is a file of text, HTML, JSON or JSONL, a folder with all below it, a pattern, or -
for standard input. What is there already changes nothing. An article that cannot be read is named with its reason, the rest goes in, and the exit
code is 3.`,
		Example: `  treatygraph import news.jsonl pages/ 'statements/*.html'
  curl -s https://example.org/statement | treatygraph import - --format html --published 2015-09-25`,
		Args: cobra.MinimumNArgs(1),
	}
	asJSON := jsonFlag(cmd)
	options := p.sourceFlags(cmd)
	cmd.Flags().StringVar(&quarantine, "quarantine", "", "folder that keeps a copy of each refused article with its reason")
	cmd.Flags().BoolVar(&again, "again", false, "take articles, too, that were removed before")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		d, err := p.open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		l, err := d.loader()
		if err != nil {
			return err
		}
		l.Again, l.Quarantine = again, quarantine
		progress := p.progress()
		sum, err := l.Import(cmd.Context(), source.All(cmd.Context(), args, *options), progress.report)
		progress.end()
		return p.summary(sum, err, *asJSON)
	}
	return cmd
}

// summary prints what became of articles, and gives the error that a command ends with.
func (p *program) summary(sum loader.Summary, err error, asJSON bool) error {
	var failed error
	switch {
	case asJSON:
		failed = p.printJSON(sum)
	case sum.Run != "" || err == nil:
		_, failed = fmt.Fprintln(p.out, sentence(sum))
	}
	switch {
	case err != nil:
		return err
	case failed != nil:
		return failed
	case len(sum.Refused) > 0:
		return errPartly
	}
	return nil
}

// sentence says a summary for a person.
func sentence(sum loader.Summary) string {
	var parts []string
	for _, x := range []struct {
		n    int
		what string
	}{{sum.Added, "added"}, {sum.Updated, "updated"}, {sum.Unchanged, "unchanged"}, {sum.Away, "left out, since removed before"}, {len(sum.Refused), "refused"}} {
		if x.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", x.n, x.what))
		}
	}
	s := count(sum.Articles, "article")
	if len(parts) > 0 {
		s += ": " + strings.Join(parts, ", ")
	}
	if sum.Added+sum.Updated == 0 {
		s += "; nothing changed"
	}
	if sum.Run != "" {
		s += " (run " + sum.Run + ")"
	}
	return s
}
