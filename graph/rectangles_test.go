package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
	"pgregory.net/rapid"
)

// The days of random histories are few, so that steps meet, and lie on both sides of new years.
var (
	someDays   = []graph.Day{"2000-12-30", "2001-01-02", "2001-06-15", "2001-06-16", "2002-03-01", "2002-12-31", "2003-01-01", "2004-05-05", "2006-07-07"}
	askedDays  = append([]graph.Day{"1999-01-01", "9999-12-30"}, someDays...)
	someActors = []string{"AA", "BB", "CC"}
)

// histories draws from least to 14 steps of up to three actors; some of expiring ones are known for a time only.
func histories(least int, expiring bool) *rapid.Generator[[]graph.Step] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.Step {
		day := func(name string) graph.Day { return rapid.SampledFrom(someDays).Draw(t, name) }
		oneIn := func(n int, name string) bool { return rapid.IntRange(1, n).Draw(t, name) == n }
		first, last := day("first"), day("last")
		s := graph.Step{
			Actors: rapid.Permutation(someActors).Draw(t, "actors")[:rapid.IntRange(1, 3).Draw(t, "of them")],
			Status: rapid.SampledFrom(graph.Statuses()).Draw(t, "status"),
			First:  min(first, last),
			Last:   last,
			Known:  day("known"),
			Hedged: oneIn(5, "hedged"),
			Denies: oneIn(8, "denies"),
		}
		if oneIn(4, "untold") {
			s.First = ""
		}
		if expiring && oneIn(3, "expires") {
			s.KnownTo = rapid.SampledFrom(append([]graph.Day{graph.Forever}, someDays...)).Draw(t, "known to")
		}
		if oneIn(3, "act") {
			s.Act = rapid.SampledFrom([]graph.Action{graph.Signature, graph.Ratification, graph.Withdrawal, graph.Resumption}).Draw(t, "action")
			if oneIn(2, "effect") {
				s.Done = day("done")
			}
			if oneIn(4, "revokes") {
				s.Undoes = rapid.SampledFrom(graph.Statuses()).Draw(t, "undoes")
			}
		}
		return s
	}), least, 14)
}

func TestRowsSayWhatTheRuleSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps := histories(0, true).Draw(t, "steps")
		parties := someActors[:rapid.IntRange(1, len(someActors)).Draw(t, "parties")]
		rows := map[string][]graph.Row{}
		for _, p := range parties {
			rows[p] = graph.Rows(steps, p)
			checkLongest(t, rows[p])
		}
		own := graph.OwnRows(rows, len(parties))
		checkLongest(t, own)
		for _, v := range askedDays {
			for _, k := range askedDays {
				var all []graph.Status
				for _, p := range parties {
					held, ok := graph.HeldBy(steps, p, v, k)
					if ok == (held == graph.Held{}) {
						t.Fatalf("valid %s, known %s: %s holds %v, said to be something: %v", v, k, p, held, ok)
					}
					if diff := cmp.Diff(held, lookUp(t, rows[p], v, k)); diff != "" {
						t.Fatalf("valid %s, known %s: rows of %s (-rule +rows):\n%s", v, k, p, diff)
					}
					all = append(all, held.Status)
				}
				status, _ := graph.HeldTogether(all, len(parties))
				if diff := cmp.Diff(graph.Held{Status: status}, lookUp(t, own, v, k)); diff != "" {
					t.Fatalf("valid %s, known %s: rows of the commitment (-rule +rows):\n%s", v, k, diff)
				}
			}
		}
	})
}

// checkLongest fails where two rows that say the same touch: one row should stand for both.
func checkLongest(t failer, rows []graph.Row) {
	for _, a := range rows {
		if a.Held == (graph.Held{}) || a.ValidFrom >= a.ValidTo || a.KnownFrom >= a.KnownTo {
			t.Fatalf("an empty row: %v", a)
		}
		for _, b := range rows {
			if a.Held != b.Held {
				continue
			}
			if a.ValidTo == b.ValidFrom && a.KnownFrom < b.KnownTo && b.KnownFrom < a.KnownTo {
				t.Fatalf("one run of valid days in two rows: %v, %v", a, b)
			}
			if a.ValidFrom == b.ValidFrom && a.ValidTo == b.ValidTo && a.KnownTo == b.KnownFrom {
				t.Fatalf("one run of known days in two rows: %v, %v", a, b)
			}
		}
	}
}

func TestOrderOfStepsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps := histories(0, true).Draw(t, "steps")
		other := rapid.Permutation(steps).Draw(t, "other order")
		if len(steps) > 0 { // a set: the same step twice is one
			other = append(other, rapid.SampledFrom(steps).Draw(t, "twice"))
		}
		given := slices.Clone(steps)
		if diff := cmp.Diff(graph.Rows(steps, "AA"), graph.Rows(other, "AA")); diff != "" {
			t.Fatalf("rows (-one order +another):\n%s", diff)
		}
		for _, v := range askedDays {
			a, _ := graph.HeldBy(steps, "AA", v, "9999-12-30")
			b, _ := graph.HeldBy(other, "AA", v, "9999-12-30")
			if a != b {
				t.Fatalf("valid %s: %v in one order, %v in another", v, a, b)
			}
		}
		if diff := cmp.Diff(given, steps); diff != "" {
			t.Fatalf("the caller's steps were changed (-before +after):\n%s", diff)
		}
	})
}

func TestRowsExpire(t *testing.T) {
	steps := []graph.Step{
		{Actors: []string{"AA"}, Status: graph.Negotiating, First: "2015-09-20", Last: "2015-09-20", Known: "2015-09-22", KnownTo: "2015-10-01"},
		{Actors: []string{"AA"}, Status: graph.Proposed, First: "2015-08-01", Last: "2015-08-01", Known: "2015-08-02"},
	}
	want := []graph.Row{
		{graph.Held{Status: graph.Proposed, Since: "2015-08-01"}, "2015-08-01", graph.Forever, "2015-08-02", "2015-09-22"},
		{graph.Held{Status: graph.Proposed, Since: "2015-08-01"}, "2015-08-01", "2015-09-20", "2015-09-22", "2015-10-01"},
		{graph.Held{Status: graph.Negotiating, Since: "2015-09-20"}, "2015-09-20", graph.Forever, "2015-09-22", "2015-10-01"},
		{graph.Held{Status: graph.Proposed, Since: "2015-08-01"}, "2015-08-01", graph.Forever, "2015-10-01", graph.Forever},
	}
	if diff := cmp.Diff(want, graph.Rows(steps, "AA")); diff != "" {
		t.Errorf("rows (-want +have):\n%s", diff)
	}
}

// BenchmarkRows takes 300 steps of one actor, each with days of its own.
func BenchmarkRows(b *testing.B) {
	for _, c := range []struct {
		name  string
		delay func(i int) int // in days, of the publication of step i
	}{
		{"known the day after", func(int) int { return 1 }},
		{"one in ten known two years later", func(i int) int { return 1 + 732*(i%10/9) }},
		{"the last known first", func(i int) int { return 3000 - 10*i }},
	} {
		b.Run(c.name, func(b *testing.B) {
			steps := news(300, c.delay)
			for b.Loop() {
				graph.Rows(steps, "AA")
			}
		})
	}
}

// news are n steps, one every five days; one in eight is an ending, one in ten an act.
func news(n int, delay func(i int) int) []graph.Step {
	climb := []graph.Status{graph.Proposed, graph.Negotiating, graph.Agreed, graph.Signed, graph.Ratified, graph.InForce}
	fall := []graph.Status{graph.Rejected, graph.Dropped, graph.Suspended, graph.Withdrawn}
	steps := make([]graph.Step, n)
	for i := range steps {
		d := graph.Day("2005-01-01").Add(5 * i)
		s := graph.Step{Actors: []string{"AA"}, Status: climb[i*7%len(climb)], First: d, Last: d, Known: d.Add(delay(i)), Hedged: i%4 == 3, Denies: i%12 == 11}
		if i%8 == 7 {
			s.Status, s.Hedged = fall[i/8%len(fall)], false
		}
		if i%10 == 9 {
			s.Act = graph.Ratification
		}
		steps[i] = s
	}
	return steps
}

func BenchmarkOwnRows(b *testing.B) {
	const parties = 30
	rows := map[string][]graph.Row{}
	for p := range parties {
		rows[fmt.Sprint(p)] = graph.Rows(news(40+p, func(i int) int { return p + 300*(i%10/9) }), "AA")
	}
	for b.Loop() {
		graph.OwnRows(rows, parties)
	}
}
