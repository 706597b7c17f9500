package answer

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// history makes up reports of a few commitments: of any status, in any order, some denied, hedged or copied.
func history(seed uint64, n int) []report {
	r := rand.New(rand.NewPCG(seed, 1))
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	var out []report
	for i := range n {
		day := graph.Day("2015-01-01").Add(r.IntN(900))
		x := report{Day: day, First: day, Outlet: one("Test Gazette", "Second Post", "Ministry"), Kind: graph.Press,
			Principle: one("no-first-use-critical-infrastructure", "nuclear-no-first-use", "no-ip-theft"), Actors: one("US CN", "BR IN", "US", "g20", "FR DE GB"),
			Status: graph.Statuses()[r.IntN(len(graph.Statuses()))], Denies: r.IntN(8) == 0, Conditions: one("", "peacetime", "")}
		if x.Outlet == "Ministry" {
			x.Kind = graph.Statement
		}
		if r.IntN(6) == 0 {
			x.Hedge = "could"
		}
		if r.IntN(5) == 0 {
			x.First = ""
		}
		if i > 0 && r.IntN(6) == 0 {
			x.CopyOf = out[r.IntN(i)].text()
		}
		out = append(out, x)
	}
	return out
}

// questions are asked of every history.
var questions = []string{"no first use on critical infrastructure", "no first use of nuclear weapons", "theft of intellectual property, G20 members", "United States, theft of intellectual property"}

// days are those of which every history is asked.
var days = []graph.Day{"2015-06-01", "2015-09-26", "2016-03-01", "2017-12-31"}

// answers prints all answers to the questions on some days under all policies.
func answers(t testing.TB, d *Desk, days []graph.Day, visit func(v View, a *Answer)) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, day := range days {
		for _, p := range Policies() {
			v := on(day)
			v.Policy = p
			for _, q := range questions {
				a, err := d.WhoCommitted(context.Background(), q, v)
				if err != nil {
					t.Fatalf("%s on %s: %v", q, day, err)
				}
				if visit != nil {
					visit(v, a)
				}
				out[fmt.Sprintf("%s on %s under %s", q, day, p)] = printed(a)
			}
		}
	}
	return out
}

// printed is all of an answer that a reader sees.
func printed(a *Answer) string {
	s := a.Sentence + "\n" + fmt.Sprintf("%+v\n%q\n", a.Ground, a.Would)
	accounts := a.Unsettled
	for _, g := range a.Groups {
		s += fmt.Sprintf("%s %d:", g.Status, g.Total)
		for _, p := range g.Actors {
			s += fmt.Sprintf(" %s %s %s %s", p.Actor.Code, p.Standing.Since, p.Mode, p.Through)
		}
		s += "\n"
		accounts = append(accounts, g.Accounts...)
	}
	for _, x := range accounts {
		s += fmt.Sprintf("%s: %d reports, %d days, %v %v\n", x.Commitment.Summary, x.Reports, x.Days, x.Stale, x.Alone)
		for _, side := range x.Sides {
			s += fmt.Sprintf("  %s %s %v %s %d\n", side.Stance, side.Status, side.Actors, side.Authority, side.Reports)
		}
	}
	return s
}

func TestAnyOrderGivesTheSameAnswers(t *testing.T) {
	for seed := range uint64(3) {
		told := history(seed, 25)
		d, s := desk(t)
		for _, r := range told {
			put(t, s, r.batch())
		}
		want := answers(t, d, days, nil)
		for _, r := range told { // a second time
			put(t, s, r.batch())
		}
		if diff := cmp.Diff(want, answers(t, d, days, nil)); diff != "" {
			t.Fatalf("seed %d, told twice (-once +twice):\n%s", seed, diff)
		}
		d, s = desk(t)
		there := map[string]bool{"": true}
		for left := rand.New(rand.NewPCG(seed, 2)).Perm(len(told)); len(left) > 0; { // a copy after what it copies
			for _, i := range left {
				if there[told[i].CopyOf] {
					put(t, s, told[i].batch())
					there[told[i].text()] = true
				}
			}
			left = slices.DeleteFunc(left, func(i int) bool { return there[told[i].text()] })
		}
		if diff := cmp.Diff(want, answers(t, d, days, nil)); diff != "" {
			t.Fatalf("seed %d, in another order (-first +second):\n%s", seed, diff)
		}
	}
}

// Every status that an answer shows rests on a stage that counts: on a passage, or on a treaty action with a source.
func TestEveryStatusRestsOnSomething(t *testing.T) {
	d, s := desk(t)
	for _, r := range history(7, 40) {
		put(t, s, r.batch())
	}
	answers(t, d, days, func(v View, a *Answer) {
		for _, g := range a.Groups {
			for _, p := range g.Actors {
				speaker := p.Actor.Code
				if p.Through != "" {
					speaker = p.Through
				}
				of, err := d.stages(context.Background(), graph.Is{Property: "id", Op: graph.Eq, Value: p.Commitment.ID}, nil, v)
				if err != nil {
					t.Fatal(err)
				}
				rests := false
				for _, x := range of {
					says := len(x.passages) > 0 && x.article != nil || x.act != nil && x.act.Source != ""
					rests = rests || says && len(filter(x.actors, func(c string) bool { return c == speaker })) > 0
				}
				if !rests {
					t.Errorf("%s on %s under %s: %s of %s rests on nothing", a.Understood.Phrase, v.AsOf.ValidAt, v.Policy, g.Status, p.Actor.Code)
				}
			}
		}
	})
}

// What a person dismissed shows in no answer, on no day: the answers are those of a store that never heard of it.
func TestADismissedReportNeverShows(t *testing.T) {
	told := history(11, 25)
	d, s := desk(t)
	without, other := desk(t)
	for i, r := range told {
		put(t, s, r.batch())
		if i%3 == 0 {
			judge(t, s, r.stage(), "", graph.Dismissed)
		}
	}
	for i, r := range told {
		b := r.batch()
		if i%3 == 0 { // the article alone, and the commitment with its parties
			var nodes []graph.Node
			for _, n := range b.Nodes {
				if graph.KindOf(n) != graph.Stages {
					nodes = append(nodes, n)
				}
			}
			var links []graph.Link
			for _, l := range b.Links {
				if l.From.Kind != graph.Stages && l.To.Kind != graph.Stages {
					links = append(links, l)
				}
			}
			b.Nodes, b.Links = nodes, links
		}
		put(t, other, b)
	}
	if diff := cmp.Diff(answers(t, without, days, nil), answers(t, d, days, nil)); diff != "" {
		t.Errorf("(-never told +dismissed):\n%s", diff)
	}
}

// Nothing is known before the first article, where the catalogue tells nothing.
func TestNothingIsKnownBeforeTheFirstArticle(t *testing.T) {
	d, s := desk(t)
	for _, r := range history(5, 20) {
		put(t, s, r.batch())
	}
	v := View{AsOf: graph.AsOf{ValidAt: "2017-12-31", KnownAt: "2014-12-31"}}
	for _, q := range questions {
		for _, p := range Policies() {
			v.Policy = p
			a, err := d.WhoCommitted(context.Background(), q, v)
			if err != nil || len(a.Groups)+len(a.Dropped)+len(a.Unsettled) > 0 || a.Ground.Articles+a.Ground.Reports > 0 {
				t.Errorf("%s under %s: %s (%v)", q, p, a.Sentence, err)
			}
		}
	}
	m, err := d.Positions(context.Background(), []string{"US", "CN", "BR"}, []string{"no-ip-theft", "nuclear-no-first-use"}, v)
	if err != nil || len(m.Cells) > 0 {
		t.Errorf("positions: %+v (%v)", m.Cells, err)
	}
}
