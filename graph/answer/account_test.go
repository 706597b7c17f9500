package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// accountOf gives what an answer tells of the one commitment of an article.
func accountOf(t testing.TB, d *Desk, phrase string, v View, commitment string) Account {
	t.Helper()
	a, err := d.WhoCommitted(context.Background(), phrase, v)
	if err != nil {
		t.Fatal(err)
	}
	accounts := a.Unsettled
	for _, g := range a.Groups {
		accounts = append(accounts, g.Accounts...)
	}
	for _, x := range accounts {
		if x.Commitment.ID == commitment {
			return x
		}
	}
	t.Fatalf("nothing is told of the commitment: %s", a.Sentence)
	return Account{}
}

func TestSides(t *testing.T) {
	yes, no := agrees("2020-01-10", "Test Gazette"), agrees("2020-01-12", "Ministry")
	no.Denies, no.Kind = true, graph.Statement
	still := agrees("2020-02-01", "Second Post")
	still.Status = graph.Negotiating
	before := agrees("2019-12-01", "Second Post")
	before.Status = graph.Negotiating
	for _, tc := range []struct {
		name     string
		reports  []report
		want     []string
		sentence string // how it ends
	}{
		{"agreed, and denied by a statement", []report{yes, no}, []string{"STATEMENT DENIES AGREED BR IN", "PRESS REPORTS AGREED BR IN"}, "what is reported is denied, or told with a hedge."},
		{"agreed, and said to be talked about later", []report{yes, still}, []string{"PRESS REPORTS NEGOTIATING BR IN", "PRESS REPORTS AGREED BR IN"},
			"Brazil and India have agreed to no first use of nuclear weapons. Reports contradict each other."},
		{"talks before are no contradiction", []report{before, yes}, nil, "have agreed to no first use of nuclear weapons."},
		{"one report", []report{yes}, nil, "have agreed to no first use of nuclear weapons."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d, s := desk(t)
			for _, r := range tc.reports {
				put(t, s, r.batch())
			}
			var got []string
			for _, x := range accountOf(t, d, pledge, on("2020-03-01"), yes.commitment()).Sides {
				got = append(got, fmt.Sprintf("%s %s %s %s", x.Authority, x.Stance, x.Status, strings.Join(x.Actors, " ")))
				if x.Article == nil || x.Passage == nil {
					t.Errorf("%s %s: no article says so", x.Stance, x.Status)
				}
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			a, err := d.WhoCommitted(context.Background(), pledge, on("2020-03-01"))
			if err != nil || !strings.HasSuffix(a.Sentence, tc.sentence) {
				t.Errorf("%s (%v)", a.Sentence, err)
			}
		})
	}
}

// A depositary is heard before the press: no signature is turned into a ratification by a newspaper that was mistaken.
func TestADepositaryIsHeardFirst(t *testing.T) {
	d, s := desk(t)
	r := report{Day: "2021-06-02", First: "2021-06-01", Principle: "nuclear-test-ban", Instrument: "ctbt", Status: graph.Negotiating, Actors: "GB"}
	put(t, s, r.batch())
	a := accountOf(t, d, "United Kingdom, CTBT", on("2021-07-01"), graph.CommitmentID("nuclear-test-ban", "ctbt", nil))
	var got []string
	for _, x := range a.Sides {
		got = append(got, fmt.Sprintf("%s %s", x.Authority, x.Status))
	}
	if diff := cmp.Diff([]string{"TREATY RATIFIED", "PRESS NEGOTIATING"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if a.Sides[0].Act == nil || a.Sides[0].Act.Source == "" {
		t.Errorf("the depositary's side rests on %+v", a.Sides[0].Act)
	}
}

func TestLastReportAndStaleness(t *testing.T) {
	d, s := desk(t)
	r := agrees("2020-01-10", "Test Gazette")
	r.Status = graph.Negotiating
	put(t, s, r.batch())
	for _, tc := range []struct {
		day   graph.Day
		days  int
		stale bool
	}{{"2020-01-11", 1, false}, {"2020-07-08", 180, false}, {"2020-07-09", 181, true}} {
		a := accountOf(t, d, pledge, on(tc.day), r.commitment())
		if a.Last == nil || a.Last.Last != "2020-01-10" || a.Days != tc.days || a.Stale != tc.stale || !a.Alone {
			t.Errorf("on %s: last %v, %d days, stale %v, alone %v", tc.day, a.Last, a.Days, a.Stale, a.Alone)
		}
	}
}

// Talks of two led to an instrument when both consent to the principle under one later; one alone is not enough.
func TestTalksThatLedToAnInstrument(t *testing.T) {
	d, s := desk(t)
	talks := report{Day: "2015-09-01", First: "2015-09-01", Principle: "no-ip-theft", Status: graph.Negotiating, Actors: "AU CN"}
	one := report{Day: "2017-04-22", First: "2017-04-21", Principle: "no-ip-theft", Instrument: "australia-china-2017", Status: graph.Agreed, Actors: "AU"}
	both := report{Day: "2017-04-25", First: "2017-04-21", Principle: "no-ip-theft", Instrument: "australia-china-2017", Status: graph.Agreed, Actors: "AU CN"}
	put(t, s, talks.batch(), one.batch())
	phrase := "theft of intellectual property"
	if a := accountOf(t, d, phrase, on("2017-04-23"), talks.commitment()); a.Led != nil {
		t.Errorf("one party alone led it to %s", a.Led.Instrument.Slug)
	}
	put(t, s, both.batch())
	a := accountOf(t, d, phrase, on("2018-01-01"), talks.commitment())
	if a.Led == nil || a.Led.Instrument.Slug != "australia-china-2017" || a.Led.On != "2017-04-21" {
		t.Errorf("the talks led to %+v", a.Led)
	}
}

// Commitments that a person joined are counted once, with the reports and parties of both.
func TestJoinedCommitmentsCountOnce(t *testing.T) {
	d, s := desk(t)
	ctx := context.Background()
	two, three := agrees("2020-01-10", "Test Gazette"), agrees("2020-01-11", "Second Post")
	three.Actors = "BR IN ZA"
	two.Conditions, three.Conditions, three.Excludes = "peacetime", "reciprocity", "defence"
	put(t, s, two.batch(), three.batch())
	if got := held(t, d, pledge, on("2021-01-01")); got != "AGREED BR IN ZA (2)" {
		t.Errorf("apart: %s", got)
	}
	judge(t, s, two.commitment(), three.commitment(), graph.Same)
	for _, p := range Policies() {
		v := on("2021-01-01")
		v.Policy = p
		want := map[Policy]string{EveryWord: "AGREED BR IN ZA (1)", TwoSources: "AGREED BR IN (1)"}[p]
		if got := held(t, d, pledge, v); got != want {
			t.Errorf("joined, under %s: %q, want %q", p, got, want)
		}
	}
	a, err := d.WhoCommitted(ctx, pledge, on("2021-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(a.Groups[0].Accounts); n != 1 || a.Groups[0].Accounts[0].Reports != 2 {
		t.Errorf("%d accounts with %d reports, want one with both", n, a.Groups[0].Accounts[0].Reports)
	}
	if got := fmt.Sprint(terms(asNodes(a.Groups[0].Accounts[0].Conditions)), terms(asNodes(a.Groups[0].Accounts[0].Excludes))); got != "[peacetime reciprocity] [defence]" {
		t.Errorf("conditions and what is left out: %s", got)
	}
	m, err := d.Positions(ctx, []string{"BR", "IN", "ZA"}, []string{two.Principle}, on("2021-01-01"))
	if err != nil || len(m.Cells) != 3 || m.Principles[0].Consent != 3 {
		t.Errorf("positions: %+v (%v)", m, err)
	}
	changes, err := d.Changes(ctx, Span{From: "2020-01-01", To: "2021-01-01", About: pledge})
	if err != nil || len(changes) != 2 || slices.ContainsFunc(changes, func(x Difference) bool { return len(x.Commitments) != 1 }) {
		t.Errorf("changes: %+v (%v)", changes, err)
	}
	// An attack is held against all of it, by whichever id it is asked.
	x := strike{Name: "Dark Night", Victims: "ZA", Sectors: "energy", First: "2020-03-01", Said: []saying{{By: "ZA", Against: "BR", Stance: graph.Accuses}}}
	put(t, s, x.batch("2020-03-02"))
	for _, id := range []string{two.commitment(), three.commitment()} {
		a, err := d.Applicability(ctx, x.id(), id, on("2021-01-01"))
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, e := range a.Elements {
			got += fmt.Sprintf("%s%s %s ", e.Name, e.Condition, e.Value)
		}
		if got != "accused TRUE victim TRUE standing TRUE target TRUE conduct TRUE conditionpeacetime UNKNOWN conditionreciprocity UNKNOWN " {
			t.Errorf("%s: %s", id, got)
		}
	}
}

func asNodes(ts []*graph.Term) []graph.Node {
	out := make([]graph.Node, len(ts))
	for i, t := range ts {
		out[i] = t
	}
	return out
}

func TestWhatWouldChangeTheAnswer(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	for day, want := range map[graph.Day]string{
		"2015-09-21": "An article that tells of it",
		"2015-09-22": "A text in which China and the United States agree",
		"2015-09-26": "A report of talks between China and the United States after 25 September 2015",
	} {
		a, err := d.WhoCommitted(context.Background(), "no first use on critical infrastructure", on(day))
		if err != nil || len(a.Would) == 0 || !strings.HasPrefix(a.Would[0], want) {
			t.Errorf("%s: %q, want %q first (%v)", day, a.Would, want, err)
		}
	}
}
