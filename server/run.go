package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// Listen opens an address such as 127.0.0.1:8080. One that others can reach is refused without a token.
func Listen(addr, token string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%q is no address; write host:port, as in 127.0.0.1:8080", addr)
	}
	if token == "" && !isLoopback(host) {
		return nil, graph.Errorf(graph.Invalid, "%s can be reached from elsewhere: give a token (--token or TREATYGRAPH_TOKEN), or listen on 127.0.0.1", addr)
	}
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, graph.Errorf(graph.Unavailable, "cannot listen on %s; end what listens there, or give another --addr: %w", addr, err)
	}
	return ln, nil
}

const (
	headerTime = 4 * time.Second // for the head of a request
	idleTime   = 2 * time.Minute // between requests
	lastTime   = 6 * time.Minute // for a whole answer, over all limits
	stopTime   = 8 * time.Second // for what is under way when the server stops
	headerSize = 64 << 10        // bytes
)

// Run serves until ctx is done, then lets what is under way end, for some seconds.
func Run(ctx context.Context, ln net.Listener, h http.Handler) error {
	stopped, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	s := &http.Server{
		Handler: h, ReadHeaderTimeout: headerTime, IdleTimeout: idleTime, WriteTimeout: lastTime,
		MaxHeaderBytes: headerSize,
		BaseContext:    func(net.Listener) context.Context { return stopped },
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ln) }()
	select {
	case err := <-ended:
		return graph.Errorf(graph.Unavailable, "the server stopped: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(stopped, stopTime)
	defer cancel()
	err := s.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		stop() // what still runs is told to end
		return s.Close()
	}
	return err
}
