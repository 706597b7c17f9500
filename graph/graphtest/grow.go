package graphtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

// Grow measures what a reader asks of stores that hold so many articles, and what one more article costs to write there. open gives an
// empty store.
func Grow(b *testing.B, open func(b *testing.B) graph.Store, articles ...int) {
	c := newCrowd()
	for _, n := range articles {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			s := open(b)
			mustPut(b, s, c.catalogue())
			for batch := range c.articles(n) {
				mustPut(b, s, batch)
			}
			Ask(b, s)
			c.write(b, s, n)
		})
	}
}

// write measures one more article: as they come, and one of the commitment that is reported most.
func (c crowd) write(b *testing.B, s graph.Store, n int) {
	later := rand.New(rand.NewPCG(20150922, uint64(n))) // other articles than those of the graph
	more := n
	b.Run("Put", func(b *testing.B) {
		for range b.N {
			more++
			mustPut(b, s, c.article(later, more))
		}
	})
	hot := deal{c.principles[0], "", c.countries[0] + " " + c.countries[1]}
	told := 0
	b.Run("PutHot", func(b *testing.B) {
		for range b.N {
			told++
			a := tell(fmt.Sprintf("Late report %d of %d: envoys met.", told, n), graph.Day("2026-01-01").Add(told))
			mustPut(b, s, a.stage(hot, graph.Negotiating, a.Article.Published, hot.Parties, "envoys met.").Batch)
		}
	})
}

// Ask measures questions to a store that holds a graph. Those of Keyed name what they ask about and cost the same however large the graph
// is; those of Page give the first of a list that grows with it; those of Whole look at all of it.
func Ask(b *testing.B, s graph.Store) {
	ctx := context.Background()
	at := graph.AsOf{ValidAt: "2019-01-01", KnownAt: "2019-01-01"}
	some20 := twice(b, s, 20)
	article := idsOf(mustFind(b, s, graph.Query{Kind: graph.Articles, First: 1}))
	principles := mustFind(b, s, graph.Query{Kind: graph.Principles, First: 30, Order: []graph.Order{{Property: "slug"}}})
	actors := mustFind(b, s, graph.Query{Kind: graph.Actors, First: 20, Order: []graph.Order{{Property: "code"}}})
	if len(some20) < 20 || len(article) == 0 || len(principles.Nodes) < 30 || len(actors.Nodes) < 20 {
		b.Fatal("the graph is too small to ask")
	}
	slugs, codes := told(principles, "slug"), told(actors, "code")
	find := func(q graph.Query) func() error {
		return func() error { _, err := s.Find(ctx, q); return err }
	}
	follow := func(from *graph.Kind, ids []string, edge string, q graph.Query) func() error {
		e, err := from.Edge(edge)
		if err != nil {
			b.Fatal(err)
		}
		q.Kind = e.To
		return func() error { _, err := s.Related(ctx, ids, e, q); return err }
	}
	pledge := graph.And{some("parties", is("code", graph.Eq, codes[3])), some("principle", is("slug", graph.Eq, slugs[20])), is("status", graph.InList, []any{"NEGOTIATING", "AGREED"})}
	for _, q := range []struct {
		name string
		ask  func() error
	}{
		{"Keyed/country", find(graph.Query{Kind: graph.Actors, Where: is("code", graph.Eq, codes[0]), First: 1})},
		{"Keyed/commitment", find(graph.Query{Kind: graph.Commitments, Where: is("id", graph.Eq, some20[7]), AsOf: at, First: 1})},
		{"Keyed/articlePassages", follow(graph.Articles, article, "passages", graph.Query{First: 20})},
		{"Keyed/stagesOf20", follow(graph.Commitments, some20, "stages", graph.Query{AsOf: at, First: 10, Order: []graph.Order{{Property: "last", Desc: true}}})},
		{"Keyed/standingsOf20", follow(graph.Commitments, some20, "standings", graph.Query{AsOf: at, First: 100})},
		{"Page/commitmentsOfParty", find(graph.Query{Kind: graph.Commitments, Where: pledge, AsOf: at, First: 20})},
		{"Page/attacksOnVictim", find(graph.Query{Kind: graph.Attacks, Where: some("victims", is("code", graph.Eq, codes[2])), AsOf: at, First: 20, Order: []graph.Order{{Property: "last", Desc: true}}})},
		{"Whole/commitmentsTotal", find(graph.Query{Kind: graph.Commitments, Where: pledge, AsOf: at, First: 20, Total: true})},
		{"Whole/positions10x8", func() error {
			where := graph.And{is("own", graph.Eq, false), is("actorCode", graph.InList, anys(codes[10:20])), is("principle", graph.InList, anys(slugs[20:28]))}
			_, err := s.Count(ctx, graph.Query{Kind: graph.Standings, Where: where, AsOf: at}, "actorCode", "principle", "status")
			return err
		}},
		{"Whole/counts", func() error {
			_, err := s.Count(ctx, graph.Query{Kind: graph.Standings, Where: is("own", graph.Eq, true), AsOf: at}, "principle", "status")
			return err
		}},
		{"Whole/search", func() error { _, err := s.Search(ctx, "harvest spring 77", 20, graph.Passages); return err }},
	} {
		b.Run(q.name, func(b *testing.B) {
			for range b.N {
				if err := q.ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// twice gives n commitments that were reported twice each, so that answers about them are as long however large the graph is.
func twice(b *testing.B, s graph.Store, n int) []string {
	b.Helper()
	ids := idsOf(mustFind(b, s, graph.Query{Kind: graph.Commitments, First: graph.MaxPage}))
	var out []string
	for i, p := range mustRelated(b, s, ids, graph.Commitments, "stages", graph.Query{First: 3}) {
		if len(p.Nodes) == 2 && len(out) < n {
			out = append(out, ids[i])
		}
	}
	return out
}

func anys(all []string) []any {
	out := make([]any, len(all))
	for i, s := range all {
		out[i] = s
	}
	return out
}

// Sizes reads numbers with commas between.
func Sizes(t testing.TB, list string) []int {
	t.Helper()
	var out []int
	for _, word := range strings.Split(list, ",") {
		n, err := strconv.Atoi(word)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}
