package graphtest

import (
	"context"
	"fmt"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

// Bench measures a store on a graph of articles that speak of a few dozen commitments; open gives an empty store.
func Bench(b *testing.B, open func(b *testing.B) graph.Store) {
	ctx := context.Background()
	codes := []string{"CN", "US", "RU", "CI", "EE"}
	article := func(i int) graph.Batch {
		day := graph.Day("2010-01-01").Add(i % 3000)
		x, y := codes[i%5], codes[(i/5+i%5+1)%5]
		if x == y {
			y = codes[(i+1)%5]
		}
		d := deal{[]string{"no-first-use", "spare-infrastructure", "no-testing"}[i%3], "", x + " " + y}
		a := tell(fmt.Sprintf("Report %d: envoys are discussing a pledge on power grids. They spoke for long, and said little of it.", i), day).
			stage(d, graph.Statuses()[i%7], day, x+" "+y, "envoys are discussing a pledge on power grids.").mentions(x + " " + y)
		if i%4 == 0 {
			a.blames(a.attack(fmt.Sprint("attack ", i/8), "Dark Night", day, x), x, y, "They spoke for long")
		}
		return a.Batch
	}
	b.Run("Put", func(b *testing.B) {
		s := open(b)
		mustPut(b, s, catalogue())
		b.ResetTimer()
		for i := range b.N {
			mustPut(b, s, article(i))
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
	})
	s := open(b)
	mustPut(b, s, catalogue())
	for i := range 1000 {
		mustPut(b, s, article(i))
	}
	where := graph.And{some("parties", is("code", graph.Eq, "US")), is("status", graph.InList, []any{"NEGOTIATING", "AGREED"})}
	question := graph.Query{Kind: graph.Commitments, Where: where, AsOf: graph.AsOf{ValidAt: "2012-01-01", KnownAt: "2012-01-01"}, First: 20, Total: true}
	ids := idsOf(mustFind(b, s, graph.Query{Kind: graph.Commitments, First: 20}))
	stages, _ := graph.Commitments.Edge("stages")
	for name, ask := range map[string]func() error{
		"Find": func() error { _, err := s.Find(ctx, question); return err },
		"Related": func() error {
			_, err := s.Related(ctx, ids, stages, graph.Query{Kind: graph.Stages, Order: []graph.Order{{Property: "last", Desc: true}}})
			return err
		},
		"Count": func() error {
			_, err := s.Count(ctx, graph.Query{Kind: graph.Standings, Where: is("own", graph.Eq, true), AsOf: question.AsOf}, "principle", "status")
			return err
		},
		"Search": func() error { _, err := s.Search(ctx, "pledge power", 20, graph.Passages); return err },
	} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				if err := ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
