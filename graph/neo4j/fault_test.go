package neo4j

import (
	"context"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// line is a line to the server that can fall silent: it takes what is sent, and passes nothing on until it speaks again.
type line struct {
	net.Listener
	server string
	mu     sync.RWMutex // held for writing while silent
}

func newLine(t *testing.T, server string) *line {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	out := &line{Listener: l, server: server}
	go out.serve()
	return out
}

func (l *line) serve() {
	for {
		client, err := l.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", l.server)
		if err != nil {
			client.Close()
			return
		}
		go l.pass(client, server)
		go l.pass(server, client)
	}
}

func (l *line) pass(from, to net.Conn) {
	defer to.Close()
	b := make([]byte, 1<<16)
	for {
		n, err := from.Read(b)
		l.mu.RLock()
		_, failed := to.Write(b[:n])
		l.mu.RUnlock()
		if err != nil || failed != nil {
			return
		}
	}
}

func TestACallOnASilentLineEndsWithItsContextAndTheNextOneWorks(t *testing.T) {
	c := emptied(t)
	l := newLine(t, strings.TrimPrefix(c.URI, "bolt://"))
	c.URI = "bolt://" + l.Addr().String()
	s := opened(t, c)
	saved(t, s, &graph.Actor{ID: "a1", Label: graph.Country})
	for name, call := range map[string]func(context.Context) error{
		"read": func(ctx context.Context) error {
			_, err := s.Find(ctx, graph.Query{Kind: graph.Actors})
			return err
		},
		"write": func(ctx context.Context) error {
			return s.Set(ctx, "test", graph.Record{Key: "k", Body: []byte("1")})
		},
	} {
		t.Run(name, func(t *testing.T) {
			l.mu.Lock()
			ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
			defer cancel()
			err := call(ctx)
			l.mu.Unlock()
			if graph.CodeOf(err) != graph.Unavailable {
				t.Errorf("silent: got %v, want UNAVAILABLE", err)
			}
			if err := call(context.Background()); err != nil {
				t.Errorf("when it speaks again: %v", err)
			}
		})
	}
}
