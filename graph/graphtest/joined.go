package graphtest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// judgement is a review of two nodes by ann.
func judgement(a, b string, v graph.Verdict, at string) graph.Review {
	return graph.Review{Subject: a, Other: b, Reviewer: "ann", At: at, Verdict: v}
}

func mustReview(t testing.TB, s graph.Store, reviews ...graph.Review) {
	t.Helper()
	for _, r := range reviews {
		if err := s.Review(t.Context(), r); err != nil {
			t.Fatalf("review %s %s %s: %v", r.Subject, r.Verdict, r.Other, err)
		}
	}
}

// Times of reviews, one after the other.
const (
	monday  = "2020-01-06T09:00:00Z"
	tuesday = "2020-01-07T09:00:00Z"
	noon    = "2020-01-07T12:00:00.5Z"
)

// joined: a person says that two are one, or are not.
func joined(t *testing.T, open Opener) {
	breach := hit{"The Breach", "", "2014-03", "US", "theft", "Big Breach"}
	june := hit{"june", "2015-06-05", "2015-06-04", "US", "theft", ""}
	again := hit{"june again", "2015-06-09", "2015-06-04", "US", "theft", ""}
	loose := hit{"theft of records of millions", "2015-09-22", "", "", "theft", ""}
	later := hit{"later", "2015-10-01", "2015-06-03 to 2015-06-04", "US", "theft", ""}
	is := func(a, b hit, at string) graph.Review { return judgement(a.id(), b.id(), graph.Same, at) }
	isnt := func(a, b hit, at string) graph.Review { return judgement(a.id(), b.id(), graph.Different, at) }
	for _, c := range []struct {
		name    string
		hits    []hit
		reviews []graph.Review
		want    map[string]string
	}{
		{"SAME joins what no rule joins, and the catalogue's stands for the other", []hit{breach, loose},
			[]graph.Review{is(loose, breach, monday)}, map[string]string{loose.name: "The Breach"}},
		{"SAME takes along what the rule joins to either", []hit{breach, june, again, loose},
			[]graph.Review{is(loose, june, monday), is(breach, loose, tuesday)},
			map[string]string{loose.name: "The Breach", "june": "The Breach", "june again": "The Breach"}},
		{"DIFFERENT parts what the rule joins", []hit{june, again}, []graph.Review{isnt(again, june, monday)}, nil},
		{"DIFFERENT keeps two apart though a third fits both: it goes to the first", []hit{june, again, later},
			[]graph.Review{isnt(june, later, monday)}, map[string]string{"june again": "june"}},
		{"the latest review counts, in either direction, whenever it was written", []hit{june, again},
			[]graph.Review{isnt(again, june, noon), is(june, again, tuesday), isnt(june, again, monday)}, nil},
		{"SAME after DIFFERENT joins again", []hit{june, again},
			[]graph.Review{isnt(again, june, monday), is(june, again, tuesday)}, map[string]string{"june again": "june"}},
		{"of reviews that contradict each other the later count", []hit{breach, loose, june},
			[]graph.Review{is(breach, loose, monday), is(loose, june, tuesday), isnt(june, breach, noon)}, map[string]string{loose.name: "june"}},
		{"SAME undone leaves the rule alone", []hit{breach, loose, june, again},
			[]graph.Review{is(loose, breach, monday), judgement(breach.id(), loose.id(), graph.Undone, tuesday)}, map[string]string{"june again": "june"}},
		{"DIFFERENT undone lets the rule join", []hit{june, again},
			[]graph.Review{isnt(june, again, monday), judgement(june.id(), again.id(), graph.Undone, tuesday)}, map[string]string{"june again": "june"}},
		{"what was undone may be said again", []hit{breach, loose},
			[]graph.Review{is(loose, breach, monday), judgement(loose.id(), breach.id(), graph.Undone, tuesday), is(loose, breach, noon)},
			map[string]string{loose.name: "The Breach"}},
		{"a person may take two of the catalogue for one", []hit{breach, {"A Breach", "", "2014", "US", "theft", ""}},
			[]graph.Review{judgement(breach.id(), hit{name: "A Breach"}.id(), graph.Same, monday)}, map[string]string{"The Breach": "A Breach"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := filled(t, open, hits(c.hits...)...)
			mustReview(t, s, c.reviews...)
			if diff := cmp.Diff(c.want, standsFor(t, s, graph.Attacks), equateEmpty); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := all(t, s, graph.Reviews); len(got) != len(c.reviews) {
				t.Errorf("%d reviews are kept, want %d", len(got), len(c.reviews))
			}
			checkStandings(t, s)
		})
	}
	t.Run("a review of two outlives either article, and leads to both", func(t *testing.T) {
		batches := hits(june, loose)
		s := filled(t, open, batches...)
		mustReview(t, s, is(june, loose, monday))
		before := dump(t, s)
		if p := mustRelated(t, s, []string{june.id(), loose.id()}, graph.Attacks, "reviews", graph.Query{}); len(p[0].Nodes) != 1 || len(p[1].Nodes) != 1 {
			t.Errorf("%d and %d reviews, want one of each", len(p[0].Nodes), len(p[1].Nodes))
		}
		for _, b := range batches[1:] {
			if err := s.Remove(t.Context(), b.Source); err != nil {
				t.Fatal(err)
			}
			checkStandings(t, s)
		}
		for _, b := range batches[1:] {
			b.Again = true
			mustPut(t, s, b)
		}
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("what was kept away by another joins when that one goes its own way", func(t *testing.T) {
		june := hit{"june", "2015-06-05", "2015-06-04", "US", "theft", ""}
		wide := hit{"wide", "2015-07-20", "2015-06-04 to 2015-07-10", "US", "theft", ""}
		day := hit{"day", "2015-07-25", "2015-06-04", "US", "theft", ""}
		tenth := hit{"tenth", "2015-07-12", "2015-07-10", "US", "theft", ""}
		s := filled(t, open, hits(june, wide, day)...)
		mustReview(t, s, isnt(wide, day, monday))
		if diff := cmp.Diff(map[string]string{"wide": "june"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		mustPut(t, s, hits(tenth)[1]) // now wide may mean two
		if diff := cmp.Diff(map[string]string{"day": "june"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("what was kept away by another joins when that one is removed", func(t *testing.T) {
		dated, byName := hit{"dated", "2014-04-20", "2014-03-04", "US", "theft", ""}, hit{"big breach", "2015-06-25", "", "", "", ""}
		batches := hits(breach, dated, byName)
		s := filled(t, open, batches...)
		mustReview(t, s, isnt(dated, byName, monday))
		if diff := cmp.Diff(map[string]string{"dated": "The Breach"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if err := s.Remove(t.Context(), batches[1].Source); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]string{"big breach": "The Breach"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("what cannot be judged is refused", func(t *testing.T) {
		s := filled(t, open, world()...)
		mustPut(t, s, hits(june)[1])
		for name, c := range map[string]struct {
			review graph.Review
			code   graph.Code
		}{
			"what nobody judged":   {judgement(june.id(), hit{name: "x"}.id(), graph.Undone, monday), graph.NotFound},
			"one node":             {judgement(june.id(), "", graph.Same, monday), graph.Invalid},
			"a node with itself":   {judgement(june.id(), june.id(), graph.Same, monday), graph.Invalid},
			"two kinds":            {judgement(june.id(), talks.ref().ID, graph.Different, monday), graph.NotFound},
			"nobody":               {judgement(june.id(), "nobody", graph.Same, monday), graph.NotFound},
			"two countries":        {judgement(country("CN").ID, country("US").ID, graph.Same, monday), graph.NotFound},
			"two principles":       {judgement(talks.ref().ID, ban.ref().ID, graph.Same, monday), graph.Invalid},
			"a claim with another": {judgement(world()[2].Nodes[0].NodeID(), june.id(), graph.Dismissed, monday), graph.Invalid},
			"a time that is none":  {judgement(june.id(), hit{name: "x"}.id(), graph.Same, "monday"), graph.Invalid},
		} {
			t.Run(name, func(t *testing.T) { refused(t, c.code, s.Review(t.Context(), c.review)) })
		}
	})
	joinedCommitments(t, open)
}

// joinedCommitments: talks without an instrument prove to be those that led to one.
func joinedCommitments(t *testing.T, open Opener) {
	join := judgement(talks.ref().ID, accord.ref().ID, graph.Same, monday)
	part := judgement(accord.ref().ID, talks.ref().ID, graph.Different, tuesday)
	status := func(t *testing.T, s graph.Store, d deal, at graph.AsOf) []string {
		t.Helper()
		return told(mustRelated(t, s, []string{d.ref().ID}, graph.Commitments, "own", graph.Query{AsOf: at})[0], "status")
	}
	t.Run("the stages of both count for the one that stands for the other, which holds nothing itself", func(t *testing.T) {
		s := filled(t, open, world()...)
		mustReview(t, s, join)
		if diff := cmp.Diff(map[string]string{"spare-infrastructure accord": "CN US spare-infrastructure"}, standsFor(t, s, graph.Commitments)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for day, want := range map[graph.Day][]string{"2015-09-22": {"NEGOTIATING"}, "2015-09-26": {"AGREED"}, "2017-01-03": {"WITHDRAWN"}} {
			at := graph.AsOf{ValidAt: day, KnownAt: day}
			if diff := cmp.Diff(want, status(t, s, talks, at)); diff != "" {
				t.Errorf("on %s (-want +got):\n%s", day, diff)
			}
			if got := status(t, s, accord, at); got != nil {
				t.Errorf("on %s the joined one is %v", day, got)
			}
		}
		p := mustRelated(t, s, []string{talks.ref().ID}, graph.Commitments, "stages", graph.Query{Order: []graph.Order{{Property: "last"}}})[0]
		if diff := cmp.Diff([]string{"NEGOTIATING", "AGREED", "WITHDRAWN"}, told(p, "status")); diff != "" {
			t.Errorf("stages (-want +got):\n%s", diff)
		}
		want := []graph.Props{nil, {"through": accord.ref().ID}, {"through": accord.ref().ID}}
		if diff := cmp.Diff(want, p.Links, equateEmpty); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("DIFFERENT brings back what was", func(t *testing.T) {
		s, apart := filled(t, open, world()...), judgement(accord.ref().ID, talks.ref().ID, graph.Different, monday)
		mustReview(t, s, apart)
		before := kinds(dump(t, s), "Commitment", "Standing", "Actor")
		mustReview(t, s, judgement(talks.ref().ID, accord.ref().ID, graph.Same, tuesday))
		if kinds(dump(t, s), "Commitment", "Standing", "Actor") == before {
			t.Error("SAME changed nothing")
		}
		checkStandings(t, s)
		mustReview(t, s, judgement(talks.ref().ID, accord.ref().ID, graph.Different, noon))
		if diff := cmp.Diff(before, kinds(dump(t, s), "Commitment", "Standing", "Actor")); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("a second import, a removal and a new article respect it", func(t *testing.T) {
		s := filled(t, open, world()...)
		mustReview(t, s, join)
		before := dump(t, s)
		for _, b := range world() {
			if out := mustPut(t, s, b); out != graph.Unchanged {
				t.Errorf("%s: %s, want UNCHANGED", b.Source, out)
			}
		}
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
		for _, i := range []int{1, 2, 4, 6} { // all that speak of either
			b := world()[i]
			if err := s.Remove(t.Context(), b.Source); err != nil {
				t.Fatal(err)
			}
			checkStandings(t, s)
			b.Again = true
			mustPut(t, s, b)
			checkStandings(t, s)
			if diff := cmp.Diff(before, dump(t, s)); diff != "" {
				t.Errorf("after %d came back (-before +after):\n%s", i, diff)
			}
		}
		mustPut(t, s, tell("Russia joined the accord.", "2018-01-02").stage(accord, graph.Agreed, "2018-01-01", "RU", "Russia joined the accord.").Batch)
		p := mustRelated(t, s, []string{talks.ref().ID}, graph.Commitments, "parties", graph.Query{Order: []graph.Order{{Property: "code"}}})[0]
		if diff := cmp.Diff([]string{"CN", "RU", "US"}, told(p, "code")); diff != "" {
			t.Errorf("parties (-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("acts under the instrument of the joined one count, and go again", func(t *testing.T) {
		s := filled(t, open, world()...)
		mustReview(t, s, join)
		mustPut(t, s, tell("China put the accord into force.", "2015-12-02").act("CN", "accord", graph.Ratification, "2015-12-01", graph.Ratified).Batch)
		actor := mustRelated(t, s, []string{talks.ref().ID}, graph.Commitments, "standings", graph.Query{Where: is("actorCode", graph.Eq, "CN"), AsOf: graph.AsOf{ValidAt: "2016-01-01"}})[0]
		if diff := cmp.Diff([]string{"RATIFIED"}, told(actor, "status")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		checkStandings(t, s)
		mustReview(t, s, part)
		if diff := cmp.Diff([]string{"NEGOTIATING"}, status(t, s, talks, graph.AsOf{ValidAt: "2016-01-01"})); diff != "" {
			t.Errorf("apart again (-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
}
