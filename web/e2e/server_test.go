// Package e2e tests the pages in a real Chromium against the real program: nothing of ours is imported, all is built and run.
package e2e

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "treatygraph-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	binary = filepath.Join(folder, "treatygraph")
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// binary is where build puts the program, which it does once.
var (
	binary string
	build  = sync.OnceValue(func() error {
		if out, err := exec.Command("go", "build", "-o", binary, "../../cmd/treatygraph").CombinedOutput(); err != nil {
			return fmt.Errorf("build the program: %w\n%s", err, out)
		}
		return nil
	})
)

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// serve starts `treatygraph serve` with further arguments on a free port, and gives its address once it is ready.
func serve(t testing.TB, arguments ...string) string {
	t.Helper()
	if err := build(); err != nil {
		t.Fatal(err)
	}
	program := exec.CommandContext(t.Context(), binary, append([]string{"serve", "--addr", "127.0.0.1:0"}, arguments...)...)
	program.Dir = t.TempDir()
	read, write := io.Pipe()
	program.Stdout, program.Stderr = write, write
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = program.Wait()
		write.Close()
		close(ended)
	}()
	t.Cleanup(func() {
		_ = program.Process.Kill()
		<-ended
	})
	site := printed(t, read)
	ready(t, site)
	return site
}

// printed reads what the program prints up to its address, and lets it print on.
func printed(t testing.TB, out io.Reader) string {
	t.Helper()
	found := make(chan string)
	go func() {
		defer close(found)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			t.Log(lines.Text())
			if site := address.FindString(lines.Text()); site != "" {
				found <- site
				_, _ = io.Copy(io.Discard, out)
				return
			}
		}
	}()
	select {
	case site := <-found:
		if site == "" {
			t.Fatal("the program ended without an address")
		}
		return site
	case <-time.After(time.Minute):
		t.Fatal("the program printed no address in a minute")
	}
	return ""
}

func ready(t testing.TB, site string) {
	t.Helper()
	for range 300 {
		if res, err := http.Get(site + "/readyz"); err == nil {
			res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s/readyz never answered 200", site)
}
