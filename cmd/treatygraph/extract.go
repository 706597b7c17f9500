package main

import (
	"encoding/json"
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
of {"start","end"}: code points into the article's text as it was given. A source is a file, a folder, a pattern, or - for standard input.`,
		Example: `  treatygraph extract article.txt
  treatygraph extract news.jsonl | jq .commitments`,
		Args: cobra.MinimumNArgs(1),
	}
	options := p.sourceFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		c, err := catalogue.Load()
		if err != nil {
			return err
		}
		x, err := loader.Rules(c)
		if err != nil {
			return err
		}
		out := json.NewEncoder(p.out)
		out.SetEscapeHTML(false)
		today := graph.DayOf(time.Now().UTC())
		refused := 0
		for d, err := range source.All(cmd.Context(), args, *options) {
			var reading extract.Reading
			if err == nil {
				reading, err = loader.ReadGiven(cmd.Context(), x, d, today)
			}
			if err != nil {
				refuse(p.err, err.Error())
				refused++
				continue
			}
			if err := out.Encode(reading); err != nil {
				return err
			}
		}
		return partlyIf(cmd, refused)
	}
	return cmd
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
