package server_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/server"
)

func TestListen(t *testing.T) {
	for _, tt := range []struct {
		addr, token string
		code        graph.Code
	}{
		{"127.0.0.1:0", "", ""}, {"localhost:0", "", ""}, {"[::1]:0", "", ""}, {"0.0.0.0:0", "s3cret", ""},
		{"0.0.0.0:0", "", graph.Invalid}, {":0", "", graph.Invalid}, {"192.0.2.1:0", "", graph.Invalid}, {"example.org:0", "", graph.Invalid},
		{"8080", "", graph.Invalid}, {"192.0.2.1:0", "s3cret", graph.Unavailable},
	} {
		ln, err := server.Listen(tt.addr, tt.token)
		if graph.CodeOf(err) != tt.code {
			t.Errorf("%s with token %q: %v, want code %q", tt.addr, tt.token, err, tt.code)
		}
		if ln != nil {
			ln.Close()
		}
	}
}

// run starts a server, and gives its address and what stops it and waits for its end.
func run(t *testing.T, h http.Handler) (addr string, stop func() error) {
	t.Helper()
	ln, err := server.Listen("127.0.0.1:0", "")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	ended := make(chan error, 1)
	go func() { ended <- server.Run(ctx, ln, h) }()
	return ln.Addr().String(), func() error { cancel(); return <-ended }
}

func TestStopLetsWorkEnd(t *testing.T) {
	begun, finish := make(chan bool), make(chan bool)
	addr, stop := run(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-finish
		io.WriteString(w, "done")
	}))
	got := make(chan string)
	go func() {
		resp, err := http.Get("http://" + addr)
		if err != nil {
			got <- err.Error()
			return
		}
		defer resp.Body.Close()
		b, _ := io.ReadAll(resp.Body)
		got <- string(b)
	}()
	<-begun
	stopped := make(chan error)
	go func() { stopped <- stop() }()
	close(finish)
	if s := <-got; s != "done" {
		t.Errorf("what was under way ended with %q", s)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if c, err := net.Dial("tcp", addr); err == nil {
		c.Close()
		t.Error("it still listens")
	}
}

// A client that sends a byte now and then, in the head or in the body, is let go.
func TestSlowClients(t *testing.T) {
	s := open(t)
	addr, _ := run(t, s.Config.Handler)
	for name, head := range map[string]string{
		"head": "POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
		"body": "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, err := net.Dial("tcp", addr)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if _, err := io.WriteString(c, head); err != nil {
				t.Fatal(err)
			}
			closed := make(chan bool)
			go func() { io.Copy(io.Discard, c); close(closed) }()
			for {
				select {
				case <-closed:
					return
				case <-time.After(500 * time.Millisecond):
					if _, err := c.Write([]byte("x")); err != nil {
						return
					}
				}
			}
		})
	}
}
