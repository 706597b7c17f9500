package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// jumble: random attacks, meetings and commitments, and what people judge of them, come in any order, go and come again.
func jumble(t *testing.T, open Opener) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint("any order gives the same graph, ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(7, seed))
			articles, reviews := randomWorld(r)
			s := filled(t, open, append([]graph.Batch{mess().Batch}, articles...)...)
			mustReview(t, s, reviews...)
			checkStandings(t, s)
			want := dump(t, s)

			s = open(t)
			upset(t, s, r, articles, reviews)
			if diff := cmp.Diff(want, dump(t, s)); diff != "" {
				t.Errorf("(-in order +upset):\n%s", diff)
			}
			checkStandings(t, s)
		})
	}
}

// upset puts the articles in a random order, takes some out again in between, and brings them back.
func upset(t *testing.T, s graph.Store, r *rand.Rand, articles []graph.Batch, reviews []graph.Review) {
	there := map[string]bool{}
	put := func(b graph.Batch) {
		b.Again = true
		mustPut(t, s, b)
		there[b.Source] = true
	}
	put(mess().Batch)
	judge := func() {
		var rest []graph.Review
		for _, i := range r.Perm(len(reviews)) {
			switch err := s.Review(t.Context(), reviews[i]); {
			case graph.CodeOf(err) == graph.NotFound: // not yet
				rest = append(rest, reviews[i])
			case err != nil:
				t.Fatal(err)
			}
		}
		reviews = rest
	}
	for n, i := range r.Perm(len(articles)) {
		put(articles[i])
		if gone := articles[r.IntN(len(articles))].Source; there[gone] && r.IntN(2) == 0 {
			if err := s.Remove(t.Context(), gone); err != nil {
				t.Fatal(err)
			}
			delete(there, gone)
		}
		if n%7 == 6 {
			judge()
			checkStandings(t, s)
		}
	}
	for _, b := range articles {
		if !there[b.Source] {
			put(b)
		}
	}
	for len(reviews) > 0 { // what undoes one may come before it
		judge()
	}
}

// mess is the catalogue with two attacks and the conduct of all.
func mess() *story {
	s := &story{catalogue()}
	hit{"The Breach", "", "2015-02", "US", "theft", "Big Breach"}.on(s)
	hit{"The Blackout", "", "2015-03-10", "EE US", "sabotage", ""}.on(s)
	return s
}

// randomWorld makes articles of one to three attacks, meetings and stages each, which often fit each other, and reviews of two of them.
func randomWorld(r *rand.Rand) ([]graph.Batch, []graph.Review) {
	var out []graph.Batch
	var nodes []graph.Ref
	for i := range 24 {
		s := tell(fmt.Sprintf("Article %d tells of this and that.", i), graph.Day("2015-03-01").Add(r.IntN(5)*10))
		for range 1 + r.IntN(3) {
			switch r.IntN(3) {
			case 0:
				nodes = append(nodes, randomHit(r).on(s))
			case 1:
				nodes = append(nodes, randomMeeting(r, s))
			default:
				d := []deal{talks, accord, {"spare-infrastructure", "", "CN RU"}, {"spare-infrastructure", "", "US"}, ban}[r.IntN(5)]
				day := graph.Day("2015-01-01").Add(r.IntN(6) * 10)
				s.stage(d, graph.Statuses()[r.IntN(11)], day, pick(r, "CN", "US", "RU"), "this and that")
				nodes = append(nodes, d.ref())
			}
		}
		out = append(out, s.Batch)
	}
	verdicts := []graph.Verdict{graph.Same, graph.Same, graph.Different}
	var reviews []graph.Review
	for len(reviews) < 12 {
		a, b := nodes[r.IntN(len(nodes))], nodes[r.IntN(len(nodes))]
		if a.Kind == b.Kind && a.ID != b.ID && a != ban.ref() && b != ban.ref() {
			verdict := verdicts[r.IntN(3)]
			if len(reviews)%5 == 4 {
				verdict, a.ID, b.ID = graph.Undone, reviews[len(reviews)-2].Subject, reviews[len(reviews)-2].Other
			}
			reviews = append(reviews, judgement(a.ID, b.ID, verdict, fmt.Sprintf("2020-01-%02dT00:00:00Z", len(reviews)+1)))
		}
	}
	return out, reviews
}

// randomHit is an attack of which days are told exactly, in part, or not at all; its name is one of a few, so that articles share some.
func randomHit(r *rand.Rand) hit {
	day := graph.Day("2015-02-01").Add(r.IntN(8) * 5)
	days := []string{string(day), string(day), string(day[:7]), "2015", string(day) + " to " + string(day.Add(7)), ""}[r.IntN(6)]
	name := []string{"Big Breach", "The Blackout"}[r.IntN(2)]
	if r.IntN(5) > 0 {
		name = fmt.Sprint("attack ", r.IntN(30))
	}
	return hit{name, fmt.Sprint(r.IntN(2)), days, pick(r, "US", "EE", "RU"), []string{"theft", "sabotage", ""}[r.IntN(3)], ""}
}

func randomMeeting(r *rand.Rand, s *story) graph.Ref {
	day := graph.Day("2015-02-01").Add(r.IntN(4) * 7)
	name := fmt.Sprint("meeting ", r.IntN(20))
	return s.meeting(name, name, day, day.Add(r.IntN(10)), pick(r, "CN", "US", "RU", "EE", "CI"))
}

// pick gives some of the words, one at least.
func pick(r *rand.Rand, words ...string) string {
	var out []string
	for _, i := range r.Perm(len(words))[:1+r.IntN(len(words))] {
		out = append(out, words[i])
	}
	return strings.Join(out, " ")
}
