package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph"
)

// Exit codes; they are public.
const (
	done    = 0
	failed  = 1
	misused = 2 // wrong usage
	partly  = 3 // done, but some articles were refused
)

// streams are what a program reads from and writes to.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// program is one call of the command line: what all its commands share.
type program struct {
	streams
	env   func(string) string // "" for what is not set
	store string              // of the flag; "" where the environment decides
	began bool                // arguments and flags were found right
}

// run is the whole program as a function; it gives the exit code.
func run(ctx context.Context, args []string, env func(string) string, s streams) int {
	p := &program{streams: s, env: env}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	called, err := root.ExecuteContextC(ctx)
	return p.exit(ctx, called, err)
}

// exit tells a person what went wrong, and a script by its code.
func (p *program) exit(ctx context.Context, called *cobra.Command, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return done
	case errors.Is(err, errPartly):
		return partly
	case ctx.Err() != nil:
		fmt.Fprintln(p.err, "treatygraph: stopped; what was stored so far stays")
		return failed
	case !p.began || errors.As(err, &usage):
		fmt.Fprintf(p.err, "treatygraph: %v\nSee: %s --help\n", err, called.CommandPath())
		return misused
	}
	fmt.Fprintf(p.err, "treatygraph: %v\n", err)
	return failed
}

// usageError is wrong usage that only shows when a command has begun.
type usageError struct{ error }

func misuse(format string, args ...any) error {
	return usageError{graph.Errorf(graph.Invalid, format, args...)}
}

// errPartly ends a command that did its work but for what it named already.
var errPartly = errors.New("some articles were refused")

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "treatygraph",
		Short: "Who committed to what, when, on what conditions, and who says so",
		Long: `treatygraph reads articles and keeps what they say of commitments between states: proposed, negotiated, agreed, signed, left.
Every claim leads back to the sentence that makes it.`,
		Example: `  treatygraph serve --demo
  treatygraph import articles.jsonl
  treatygraph ask "no first use on critical infrastructure"`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return misuse("a command is wanted, such as ask or import")
		},
	}
	root.PersistentFlags().StringVar(&p.store, "store", "", `where the graph is: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://..., bolt://...
(or TREATYGRAPH_STORE, or NEO4J_URI; else `+defaultStore+`)`)
	root.AddCommand(p.serve(), p.imports(), p.extract(), p.ask(), p.remove(), p.reread(), p.review(), p.stats(), p.check(), p.version())
	for _, cmd := range root.Commands() {
		does := cmd.RunE
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			p.began = true
			return does(cmd, args)
		}
	}
	return root
}

// printJSON prints one value as indented JSON.
func (p *program) printJSON(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// jsonFlag gives a command its --json.
func jsonFlag(cmd *cobra.Command) *bool {
	return cmd.Flags().Bool("json", false, "print one JSON summary on standard output")
}

// dayFlag is a day as a flag: YYYY-MM-DD.
type dayFlag struct{ day *graph.Day }

func (d dayFlag) String() string {
	if d.day == nil {
		return ""
	}
	return string(*d.day)
}

func (d dayFlag) Type() string { return "DAY" }

func (d dayFlag) Set(s string) (err error) {
	*d.day, err = graph.ParseDay(s)
	return err
}
