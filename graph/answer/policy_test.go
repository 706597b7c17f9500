package answer

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

const pledge = "no first use of nuclear weapons"

// agrees is a report that two agreed not to be the first.
func agrees(day graph.Day, outlet string) report {
	return report{Day: day, First: day, Outlet: outlet, Principle: "nuclear-no-first-use", Status: graph.Agreed, Actors: "BR IN"}
}

// held prints who holds what in an answer.
func held(t testing.TB, d *Desk, phrase string, v View) string {
	t.Helper()
	a, err := d.WhoCommitted(context.Background(), phrase, v)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range a.Groups {
		var who []string
		for _, p := range g.Actors {
			who = append(who, p.Actor.Code)
		}
		out = append(out, fmt.Sprintf("%s %s (%d)", g.Status, strings.Join(who, " "), g.Total))
	}
	return strings.Join(out, "; ")
}

func TestPolicies(t *testing.T) {
	const agreed = "AGREED BR IN (1)"
	press, other := agrees("2020-01-10", "Test Gazette"), agrees("2020-01-11", "Second Post")
	official := agrees("2020-01-10", "Ministry")
	official.Kind = graph.Statement
	copied := agrees("2020-01-12", "Third Post")
	copied.CopyOf = press.text()
	late := agrees("2020-06-10", "Late Post")
	one := agrees("2020-01-12", "Fourth Post")
	one.Actors, one.Parties = "BR", "BR IN"
	for _, tc := range []struct {
		name    string
		reports []report
		uphold  bool              // the first
		want    map[Policy]string // where not "" under none
	}{
		{"one report of the press", []report{press}, false, map[Policy]string{EveryWord: agreed}},
		{"a statement", []report{official}, false, map[Policy]string{EveryWord: agreed, OfficialWord: agreed}},
		{"two outlets", []report{press, other}, false, map[Policy]string{EveryWord: agreed, TwoSources: agreed}},
		{"a copy is no second source", []report{press, copied}, false, map[Policy]string{EveryWord: agreed}},
		{"the same outlet is no second source", []report{press, agrees("2020-01-11", "test gazette")}, false, map[Policy]string{EveryWord: agreed}},
		{"another day is another matter", []report{press, late}, false, map[Policy]string{EveryWord: agreed}},
		{"confirmed for one of the two", []report{press, one}, false, map[Policy]string{EveryWord: agreed, TwoSources: "AGREED BR (0); PROPOSED  (1)"}},
		{"a person upheld it", []report{press}, true, map[Policy]string{EveryWord: agreed, Reviewed: agreed}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d, s := desk(t)
			for _, r := range tc.reports {
				put(t, s, r.batch())
			}
			if tc.uphold {
				judge(t, s, tc.reports[0].stage(), "", graph.Upheld)
			}
			got := map[Policy]string{}
			for _, p := range Policies() {
				v := on("2021-01-01")
				v.Policy = p
				if h := held(t, d, pledge, v); h != "" {
					got[p] = h
				}
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// What a policy works out from stages is what the stored rows say, where every stage counts.
func TestWeighingAgreesWithTheRows(t *testing.T) {
	d, _ := desk(t)
	for _, phrase := range []string{"INF", "CTBT", "New START", "landmines"} {
		for _, day := range []graph.Day{"1999-01-01", "2011-03-01", "2019-08-03", "2026-01-01"} {
			v := on(day)
			stored := held(t, d, phrase, v)
			v.Policy = OfficialWord // recorded acts alone tell of these
			if diff := cmp.Diff(stored, held(t, d, phrase, v)); diff != "" {
				t.Errorf("%s on %s (-stored +worked out):\n%s", phrase, day, diff)
			}
		}
	}
}

// A judgement that was taken back is none.
func TestAnUndoneReviewDoesNotCount(t *testing.T) {
	d, s := desk(t)
	r := agrees("2020-01-10", "Test Gazette")
	put(t, s, r.batch())
	for i, want := range []struct {
		verdict    graph.Verdict
		held       string
		unreviewed int
	}{{graph.Upheld, "AGREED BR IN (1)", 0}, {graph.Undone, "", 1}, {graph.Upheld, "AGREED BR IN (1)", 0}} {
		review := graph.Review{Subject: r.stage(), Reviewer: "ann", Verdict: want.verdict, At: fmt.Sprintf("2030-01-0%dT00:00:00Z", i+1)}
		if err := s.Review(context.Background(), review); err != nil {
			t.Fatal(err)
		}
		v := on("2021-01-01")
		a, err := d.WhoCommitted(context.Background(), pledge, v)
		if err != nil || a.Ground.Unreviewed != want.unreviewed {
			t.Errorf("after %s: ground %+v (%v)", want.verdict, a.Ground, err)
		}
		v.Policy = Reviewed
		if got := held(t, d, pledge, v); got != want.held {
			t.Errorf("after %s: %q, want %q", want.verdict, got, want.held)
		}
	}
}

func TestIndependentWords(t *testing.T) {
	says := func(outlet, original, text string) word {
		w := word{original: original, passages: []*graph.Passage{{Text: text}}}
		if outlet != "nobody" {
			w.article = &graph.Article{ID: original, Outlet: outlet}
		}
		return w
	}
	first := says("Test Gazette", "a", "The two agreed on Friday.")
	for _, tc := range []struct {
		name string
		w    word
		want bool
	}{
		{"another outlet in its own words", says("Second Post", "b", "They struck a deal."), true},
		{"another outlet that prints the same sentence", says("Second Post", "b", "the two  agreed on Friday."), false},
		{"a copy", says("Second Post", "a", "They struck a deal."), false},
		{"the same outlet", says("TEST GAZETTE", "b", "They struck a deal."), false},
		{"an outlet without a name", says("", "b", "They struck a deal."), false},
		{"no article", says("nobody", "b", "They struck a deal."), false},
	} {
		if got := first.independent(tc.w); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}

func TestParsePolicy(t *testing.T) {
	if p, err := ParsePolicy("two-sources"); p != TwoSources || err != nil {
		t.Errorf("%s, %v", p, err)
	}
	if _, err := ParsePolicy("rumour"); graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), "official, two-sources, reviewed, all") {
		t.Errorf("%v", err)
	}
}

// Positions, changes and applicability take policies, too.
func TestPoliciesOfOtherAnswers(t *testing.T) {
	d, s := desk(t)
	ctx := context.Background()
	r := agrees("2020-01-10", "Test Gazette")
	put(t, s, r.batch())
	x := strike{Name: "Dark Night", Victims: "IN", Sectors: "energy", Conduct: "disruption", First: "2020-03-01", Said: []saying{{By: "IN", Against: "BR", Stance: graph.Accuses}}}
	put(t, s, x.batch("2020-03-02"))
	for _, tc := range []struct {
		policy    Policy
		cells     int
		changes   int
		overall   Applies
		saidCount int
	}{{EveryWord, 2, 2, DoesApply, 1}, {TwoSources, 0, 0, MayApply, 0}} {
		v := View{graph.AsOf{ValidAt: "2021-01-01", KnownAt: "2021-01-01"}, tc.policy}
		m, err := d.Positions(ctx, []string{"BR", "IN"}, []string{r.Principle}, v)
		if err != nil || len(m.Cells) != tc.cells {
			t.Errorf("%s: %d cells, want %d (%v)", tc.policy, len(m.Cells), tc.cells, err)
		}
		c, err := d.Changes(ctx, Span{From: "2020-01-01", To: "2021-01-01", Actors: []string{"BR", "IN"}, Policy: tc.policy})
		if err != nil || len(c) != tc.changes {
			t.Errorf("%s: %d changes, want %d (%v)", tc.policy, len(c), tc.changes, err)
		}
		a, err := d.Applicability(ctx, x.id(), r.commitment(), v)
		if err != nil || a.Overall != tc.overall || len(a.Record) != tc.saidCount {
			t.Errorf("%s: %s and %d in the record, want %s and %d (%v)", tc.policy, a.Overall, len(a.Record), tc.overall, tc.saidCount, err)
		}
	}
}
