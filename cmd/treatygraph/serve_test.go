package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// serving runs the program until stop, which gives its exit code, and gives the address that it prints.
func serving(t *testing.T, env map[string]string, args ...string) (address string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	out, printed := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, args, func(name string) string { return env[name] }, streams{strings.NewReader(""), printed, io.Discard})
		printed.Close()
	}()
	stop = func() int {
		cancel()
		return <-code
	}
	url := regexp.MustCompile(`GraphQL +http://(\S+)/graphql`)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if m := url.FindStringSubmatch(lines.Text()); m != nil {
			go io.Copy(io.Discard, out)
			return m[1], stop
		}
	}
	t.Fatalf("no address was printed; exit code %d", stop())
	return "", nil
}

func TestServeDemo(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	address, stop := serving(t, nil, "serve", "--demo", "--addr", "127.0.0.1:0")
	for _, path := range []string{"/", "/playground", "/healthz", "/readyz"} {
		resp, err := http.Get("http://" + address + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
	got := query(t, address, `{ whoCommitted(about: "no first use on critical infrastructure", asOf: {validAt: "2015-09-22", knownAt: "2015-09-22"})
		{ groups { status actors { actor { code } } } } }`)
	want := `{"data":{"whoCommitted":{"groups":[{"status":"NEGOTIATING","actors":[{"actor":{"code":"CN"}},{"actor":{"code":"US"}}]}]}}}`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if code := stop(); code != done {
		t.Errorf("exit code %d after Ctrl-C, want 0", code)
	}
	left, err := os.ReadDir(temporary)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// query asks GraphQL and gives its answer in one line.
func query(t *testing.T, address, q string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": q})
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post("http://"+address+"/graphql", "application/json", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(b))
}

func TestServeRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"a demo on a store of one's own", []string{"serve", "--demo", "--store", "sqlite:x.db"}, misused, "leave --store out"},
		{"an open address without a token", []string{"serve", "--demo", "--addr", "0.0.0.0:0"}, failed, "can be reached from elsewhere"},
		{"no address", []string{"serve", "--demo", "--addr", "8080"}, failed, "write host:port"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said strings.Builder
			code := run(t.Context(), c.args, func(string) string { return "" }, streams{strings.NewReader(""), io.Discard, &said})
			if code != c.code || !strings.Contains(said.String(), c.want) {
				t.Errorf("exit code %d, %q; want %d, %q", code, said.String(), c.code, c.want)
			}
		})
	}
}
