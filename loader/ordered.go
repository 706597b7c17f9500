package loader

import (
	"context"
	"iter"
	"sync"
)

// ahead is how many items per worker may wait for an earlier one: it bounds memory.
const ahead = 4

// ordered works on items in n goroutines and gives what comes out in the order of the items. When the context ends or no more is wanted,
// it ends them all before it returns, and the items are asked for nothing more.
func ordered[In, Out any](ctx context.Context, items iter.Seq[In], n int, work func(context.Context, In) Out) iter.Seq[Out] {
	type task struct {
		in  In
		out chan Out // holds one
	}
	return func(yield func(Out) bool) {
		var all sync.WaitGroup
		defer all.Wait()
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		todo, order := make(chan task), make(chan task, ahead*n)
		all.Go(func() {
			defer close(order)
			defer close(todo)
			for in := range items {
				t := task{in, make(chan Out, 1)}
				for _, c := range []chan task{order, todo} {
					select {
					case c <- t:
					case <-ctx.Done():
						return
					}
				}
			}
		})
		for range n {
			all.Go(func() {
				for t := range todo {
					t.out <- work(ctx, t.in)
				}
			})
		}
		for t := range order {
			select {
			case out := <-t.out:
				if !yield(out) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}
