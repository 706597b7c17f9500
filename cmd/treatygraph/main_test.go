package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"treatygraph": main})
}

// TestScripts runs the command line as it is typed. Each script begins with a store that holds the catalogue in treatygraph.db, the
// default; so none has to wait until it is written.
func TestScripts(t *testing.T) {
	template := filepath.Join(t.TempDir(), "treatygraph.db")
	seeded := sync.OnceValues(func() ([]byte, error) {
		run(context.Background(), []string{"stats", "--store", "sqlite:" + template}, os.Getenv, streams{nil, io.Discard, os.Stderr})
		return os.ReadFile(template)
	})
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "take": take},
		Setup: func(e *testscript.Env) error {
			b, err := seeded()
			if err != nil {
				return err
			}
			e.Setenv("USER", "analyst")
			e.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			return os.WriteFile(filepath.Join(e.WorkDir, "treatygraph.db"), b, 0o600)
		},
	})
}

// exits is `exits CODE COMMAND ...` of scripts: it runs the command and wants this exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var exit *exec.ExitError
	got := 0
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// take is `take NAME PATTERN` of scripts: it sets a variable to what the group of the pattern matches in what was printed last.
func take(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: take NAME PATTERN")
	}
	found := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(found) != 2 {
		ts.Fatalf("nothing printed matches %s with one group", args[1])
	}
	ts.Setenv(args[0], found[1])
}
