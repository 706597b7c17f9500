// Command treatygraph reads news and documents, and answers who committed to what, when, on what conditions, and who says so.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	os.Exit(run(interrupted(), os.Args[1:], os.Getenv, streams{os.Stdin, os.Stdout, os.Stderr}))
}

// interrupted ends at the first Ctrl-C or request to stop. Another one, a second later or more, stops the program at once; sooner it is
// the same request, which some supervisors send twice.
func interrupted() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() { time.AfterFunc(time.Second, stop) })
	return ctx
}
