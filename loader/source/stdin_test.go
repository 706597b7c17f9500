package source

import (
	"context"
	"io"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// Standard input that gives nothing does not hold up whoever waits for it when the context ends.
func TestSilentStandardInput(t *testing.T) {
	in, silent := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		io.WriteString(silent, `{"text":"one"}`+"\n")
		cancel()
	}()
	got := told("", Open(ctx, "-", Options{Stdin: in, Format: JSONL}))
	if joined := strings.Join(got, ""); joined != "" && joined != "standard input, line 1: one" {
		t.Error(got)
	}
	silent.Close() // ends the read that was under way
}
