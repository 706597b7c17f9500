package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// release is the version of the program; a build sets it with -ldflags "-X main.release=v0.1.0".
var release = "0.1.0-dev"

func (p *program) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the versions of the program and of its catalogue",
		Example: `  treatygraph version`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.out, "treatygraph %s\ncatalogue %s\n", programVersion(), catalogue.Version())
			return err
		},
	}
}

// programVersion is the release, with the commit it was built from where the build knows it.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return release
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return release + " (" + s.Value[:min(12, len(s.Value))] + ")"
		}
	}
	return release
}
