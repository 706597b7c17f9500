package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/treatygraph/treatygraph/loader/demo"
	"github.com/treatygraph/treatygraph/loader/source"
	"github.com/treatygraph/treatygraph/schema"
	"github.com/treatygraph/treatygraph/server"
	"github.com/treatygraph/treatygraph/web"
)

func (p *program) serve() *cobra.Command {
	var withDemo bool
	var addr, token string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve GraphQL, the playground and the dashboard",
		Long: `Serves the dashboard at /, the playground at /playground, GraphQL at /graphql, and /healthz and /readyz for a supervisor, until Ctrl-C.
An address that other machines can reach wants a token, which callers send as a bearer token, and browsers as the password.`,
		Example: `  treatygraph serve --demo
  TREATYGRAPH_TOKEN=... treatygraph serve --addr 0.0.0.0:8080 --store neo4j://localhost:7687`,
		Args: cobra.NoArgs,
	}
	cmd.Flags().BoolVar(&withDemo, "demo", false, "serve the demo articles from a temporary SQLite file")
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "host and port to listen on; port 0 takes a free one")
	cmd.Flags().StringVar(&token, "token", "", "what callers must send (or TREATYGRAPH_TOKEN)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if withDemo && p.store != "" {
			return misuse("--demo has a store of its own; leave --store out")
		}
		if token == "" {
			token = p.env("TREATYGRAPH_TOKEN")
		}
		ln, err := server.Listen(addr, token)
		if err != nil {
			return err
		}
		defer ln.Close()
		open := p.open
		if withDemo {
			open = p.openDemo
		}
		d, err := open(cmd.Context())
		if err != nil {
			return err
		}
		defer d.close()
		h, err := p.handler(d, token)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.out, "Serving %[1]s; Ctrl-C ends it.\n\n  dashboard   http://%[2]s/\n  playground  http://%[2]s/playground\n  GraphQL     http://%[2]s/graphql\n\n",
			d.name, ln.Addr())
		return server.Run(cmd.Context(), ln, h)
	}
	return cmd
}

// handler is all that the server serves.
func (p *program) handler(d *desk, token string) (http.Handler, error) {
	l, err := d.loader()
	if err != nil {
		return nil, err
	}
	s := schema.New(&schema.Resolver{Store: d.store, Answers: d.answers(), Importer: l, Clock: time.Now, Version: programVersion()})
	return server.New(server.Config{Schema: s, Store: d.store, Web: web.Handler(), Token: token, Log: slog.New(slog.NewTextHandler(p.err, nil))}), nil
}

// openDemo makes a store in a temporary folder, which goes when the desk is closed, and brings the demo articles there.
func (p *program) openDemo(ctx context.Context) (_ *desk, err error) {
	folder, err := os.MkdirTemp("", "treatygraph-demo-")
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(folder)
		}
	}()
	articles := filepath.Join(folder, "articles")
	if err := os.CopyFS(articles, demo.Articles()); err != nil {
		return nil, err
	}
	d, err := p.openAt(ctx, "sqlite:"+filepath.Join(folder, "demo.db"))
	if err != nil {
		return nil, err
	}
	d.temporary = folder
	l, err := d.loader()
	if err != nil {
		d.close()
		return nil, err
	}
	sum, err := l.Import(ctx, source.Open(ctx, articles, source.Options{}), p.progress().report)
	if err != nil {
		d.close()
		return nil, err
	}
	d.name = count(sum.Added, "demo article")
	return d, nil
}
