package graphtest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// crowd are the countries and principles of a large graph; those that come first are spoken of most.
type crowd struct{ countries, principles []string }

func newCrowd() crowd {
	var c crowd
	for i := range 60 {
		c.countries = append(c.countries, string(rune('A'+i/26))+string(rune('A'+i%26)))
	}
	for i := range 40 {
		c.principles = append(c.principles, fmt.Sprintf("pledge-%02d", i))
	}
	return c
}

// catalogue tells the countries and principles.
func (c crowd) catalogue() graph.Batch {
	b := graph.Batch{Source: graph.CatalogueSource, Reader: reader, Nodes: []graph.Node{
		&graph.Term{ID: graph.TermID(graph.Sector, "power"), Label: graph.Sector, Slug: "power", Name: "power grids"},
		&graph.Term{ID: graph.TermID(graph.Conduct, "theft"), Label: graph.Conduct, Slug: "theft", Name: "theft of data"}}}
	for _, code := range c.countries {
		b.Nodes = append(b.Nodes, &graph.Actor{ID: graph.ActorID(code), Code: code, Label: graph.Country, Name: "Country " + code})
	}
	for _, slug := range c.principles {
		b.Nodes = append(b.Nodes, &graph.Principle{ID: graph.PrincipleID(slug), Slug: slug, Name: "not to break " + slug, Domain: "cyber", Polarity: "REFRAIN"})
	}
	return b
}

// articles are n articles, the same for every n up to their number: two reports of commitments each, and in every third an attack with an
// accusation. Few commitments are reported often, most once or twice.
func (c crowd) articles(n int) iter.Seq[graph.Batch] {
	return func(yield func(graph.Batch) bool) {
		r := rand.New(rand.NewPCG(20150922, 0))
		for i := range n {
			if !yield(c.article(r, i)) {
				return
			}
		}
	}
}

func (c crowd) article(r *rand.Rand, i int) graph.Batch {
	known := graph.Day("2010-01-01").Add(r.IntN(5500))
	const first, second = "Envoys are discussing a pledge on power grids.", "Officials called the talks useful, and said little of them."
	a := tell(fmt.Sprintf("Report %d: %s %s The road %d stays closed until spring, and the harvest %d was good.", i, first, second, r.IntN(9000), r.IntN(9000)), known)
	for _, words := range []string{first, second} {
		x, y := skewed(r, c.countries), skewed(r, c.countries)
		parties := x + " " + y
		if x == y {
			parties = x
		}
		a.stage(deal{skewed(r, c.principles), "", parties}, graph.Statuses()[r.IntN(7)], known.Add(-r.IntN(30)), parties, words).mentions(parties)
	}
	if i%3 == 0 {
		victim, day := skewed(r, c.countries), known.Add(-r.IntN(20))
		attack := a.node(&graph.Attack{ID: graph.ID("Attack", fmt.Sprint(i)), Name: fmt.Sprint("Operation ", i), First: day, Last: day})
		a.link(graph.RelStruck, attack, country(victim), nil).link(graph.RelOfKind, attack, term(graph.Conduct, "theft"), nil)
		a.blames(attack, victim, skewed(r, c.countries), second)
	}
	// A country that both reports name is mentioned once.
	a.Links = once(a.Links)
	return a.Batch
}

// once leaves out relationships that are told again.
func once(links []graph.Link) []graph.Link {
	seen := map[string]bool{}
	var out []graph.Link
	for _, l := range links {
		key := strings.Join([]string{string(l.Type), l.From.ID, l.To.ID}, " ")
		if !seen[key] {
			seen[key] = true
			out = append(out, l)
		}
	}
	return out
}

// skewed picks one of the words; those that come first often.
func skewed(r *rand.Rand, words []string) string {
	u := r.Float64()
	return words[int(float64(len(words))*u*u)]
}
