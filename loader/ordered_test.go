package loader

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func numbers(n int, asked *atomic.Int32) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			asked.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestOrdered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked, most, now atomic.Int32
		slowFirst := func(_ context.Context, i int) int {
			most.Store(max(most.Load(), now.Add(1)))
			defer now.Add(-1)
			if i%10 == 0 {
				time.Sleep(time.Second)
			}
			return i * i
		}
		var got, want []int
		for n := range ordered(t.Context(), numbers(100, &asked), 3, slowFirst) {
			got = append(got, n)
		}
		for i := range 100 {
			want = append(want, i*i)
		}
		if !slices.Equal(got, want) || most.Load() > 3 {
			t.Error(got, most.Load())
		}
	})
}

func TestOrderedStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		same := func(_ context.Context, i int) int { return i }
		for n := range ordered(t.Context(), numbers(1000, &asked), 3, same) {
			if n == 10 {
				break
			}
		}
		if n := asked.Load(); n > 10+1+3+ahead*3+2 {
			t.Errorf("%d items were asked for", n)
		}
		ctx, cancel := context.WithCancel(t.Context())
		waits := func(ctx context.Context, i int) int {
			<-ctx.Done()
			return i
		}
		time.AfterFunc(time.Second, cancel)
		for range ordered(ctx, numbers(1000, &asked), 3, waits) {
		}
	})
}
