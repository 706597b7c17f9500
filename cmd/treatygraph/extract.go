package main

import (
	"encoding/json"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/source"
)

func (p *program) extract() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "extract SOURCE...",
		Short: "Print what articles say, one JSON object a line, and store nothing",
		Long: `Prints what each article says: countries, organizations, principles, instruments, summits, attacks and commitments. The evidence of an item is a list
of {"start","end"}: code points into the article's text as it was given. A source is a file, a folder, a pattern, or - for standard input.

With --explain it tells why instead: for every claim the sentences with what was found in them, the file and line of each word of the vocabulary, and
what its confidence is made of; and for words that made no claim, the reason. Correct the vocabulary with it.`,
		Example: `  treatygraph extract article.txt
  treatygraph extract news.jsonl | jq .commitments
  treatygraph extract --explain article.txt`,
		Args: cobra.MinimumNArgs(1),
	}
	options := p.sourceFlags(cmd)
	explain := cmd.Flags().Bool("explain", false, "tell for every claim the sentence, the words and the rows of the vocabulary that made it, and why others were not made")
	asJSON := cmd.Flags().Bool("json", false, "with --explain, print JSON, one object a line")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *asJSON && !*explain {
			return misuse("--json goes with --explain: without it, what is printed is JSON already")
		}
		say, err := p.sayer(*explain, *asJSON)
		if err != nil {
			return err
		}
		refused := 0
		for d, err := range source.All(cmd.Context(), args, *options) {
			if err == nil {
				err = say(d)
			}
			if err != nil {
				refuse(p.err, err.Error())
				refused++
			}
		}
		return partlyIf(cmd, refused)
	}
	return cmd
}

// sayer gives what prints what a document says, and if asked why.
func (p *program) sayer(explain, asJSON bool) (func(source.Document) error, error) {
	c, err := catalogue.Load()
	if err != nil {
		return nil, err
	}
	x, err := extract.New(c)
	if err != nil {
		return nil, err
	}
	out := json.NewEncoder(p.out)
	out.SetEscapeHTML(false)
	today := graph.DayOf(time.Now().UTC())
	return func(d source.Document) error {
		if !explain {
			r, err := loader.ReadGiven(d, today, x.Read)
			if err != nil {
				return err
			}
			return out.Encode(r)
		}
		var e explained
		var err error
		e.Reading, err = loader.ReadGiven(d, today, func(a graph.Article) (r extract.Reading) {
			r, e.Explanation = x.Explain(a)
			return r
		})
		if err != nil {
			return err
		}
		if asJSON {
			return out.Encode(e)
		}
		_, err = io.WriteString(p.out, e.text(p.page(), d))
		return err
	}, nil
}

// sourceFlags gives a command the flags that say how to read its sources.
func (p *program) sourceFlags(cmd *cobra.Command) *source.Options {
	o := &source.Options{Stdin: p.in}
	cmd.Flags().Var(formatFlag{&o.Format}, "format", "form of the sources: "+formats())
	cmd.Flags().Var(dayFlag{&o.Published}, "published", "day of publication of articles that tell none, YYYY-MM-DD")
	return o
}

// formats lists the formats for a user.
func formats() string {
	var names []string
	for _, f := range source.Formats() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// formatFlag is a format as a flag.
type formatFlag struct{ format *source.Format }

func (f formatFlag) Type() string { return "FORMAT" }

func (f formatFlag) String() string {
	if f.format == nil || *f.format == "" {
		return string(source.Auto)
	}
	return string(*f.format)
}

func (f formatFlag) Set(s string) error {
	for _, known := range source.Formats() {
		if s == string(known) {
			*f.format = known
			return nil
		}
	}
	return graph.Errorf(graph.Invalid, "no format is called %q; known: %s", s, formats())
}

// partlyIf ends a command that went through all its sources.
func partlyIf(cmd *cobra.Command, refused int) error {
	switch {
	case cmd.Context().Err() != nil:
		return cmd.Context().Err()
	case refused > 0:
		return errPartly
	}
	return nil
}
