package graphtest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// hit is an attack as an article of a day (or the catalogue, on no day) tells it; days are told as graph.Span reads them.
type hit struct{ name, told, days, victims, conduct, aliases string }

func (h hit) id() string { return graph.ID("Attack", h.name, h.told) }

// on lets a story tell the attack.
func (h hit) on(s *story) graph.Ref {
	a := &graph.Attack{ID: h.id(), Name: h.name}
	if h.days != "" {
		from, to, _ := strings.Cut(h.days, " to ")
		a.First, a.Last, _ = graph.Span(from)
		if to != "" {
			_, a.Last, _ = graph.Span(to)
		}
	}
	if h.aliases != "" {
		a.Aliases = strings.Split(h.aliases, "|")
	}
	ref := s.node(a)
	for _, v := range strings.Fields(h.victims) {
		s.link(graph.RelStruck, ref, country(v), nil)
	}
	if h.conduct != "" {
		s.link(graph.RelOfKind, ref, s.node(&graph.Term{ID: graph.TermID(graph.Conduct, h.conduct), Label: graph.Conduct, Slug: h.conduct, Name: h.conduct}), nil)
	}
	return ref
}

// hits are the batches that tell attacks, the catalogue first.
func hits(all ...hit) []graph.Batch {
	known := &story{catalogue()}
	out := []graph.Batch{{}}
	for _, h := range all {
		if h.told == "" {
			h.on(known)
			continue
		}
		s := tell(h.name+" is told of.", graph.Day(h.told))
		s.says(h.on(s), h.name)
		out = append(out, s.Batch)
	}
	out[0] = known.Batch
	return out
}

// standsFor gives the name of the representative of each node that has one, by name.
func standsFor(t testing.TB, s graph.Store, k *graph.Kind) map[string]string {
	t.Helper()
	names, out := map[string]string{}, map[string]string{}
	property := "name"
	if k == graph.Commitments {
		property = "summary"
	}
	nodes := all(t, s, k)
	for i, name := range told(graph.Page{Nodes: nodes}, property) {
		names[nodes[i].NodeID()] = name
	}
	for i, same := range told(graph.Page{Nodes: nodes}, "same") {
		if same != "" {
			out[names[nodes[i].NodeID()]] = names[same]
		}
	}
	return out
}

// same: which attacks and meetings are taken for one, by the rule.
func same(t *testing.T, open Opener) {
	for _, c := range []struct {
		name string
		hits []hit
		want map[string]string
	}{
		{"one day, one victim, one conduct: the first known stands for the other", []hit{
			{"later", "2015-06-09", "2015-06-04", "US", "theft", ""}, {"sooner", "2015-06-05", "2015-06-04", "US", "theft", ""}},
			map[string]string{"later": "sooner"}},
		{"of those known on one day, one stands for all others", []hit{
			{"a", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"b", "2015-06-05", "2015-06", "US EE", "theft", ""}, {"c", "2015-06-05", "2015-06-03 to 2015-06-04", "US", "theft", ""}},
			map[string]string{"c": "a", "b": "a"}},
		{"another conduct is another attack", []hit{
			{"theft", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"sabotage", "2015-06-06", "2015-06-04", "US", "sabotage", ""}}, nil},
		{"another victim is another attack", []hit{
			{"here", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"there", "2015-06-06", "2015-06-04", "EE", "theft", ""}}, nil},
		{"the next day is another attack", []hit{
			{"one", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"two", "2015-06-06", "2015-06-05", "US", "theft", ""}}, nil},
		{"what tells no day, no victim or no conduct joins nobody", []hit{
			{"full", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"no day", "2015-06-06", "", "US", "theft", ""},
			{"no victim", "2015-06-06", "2015-06-04", "", "theft", ""}, {"no conduct", "2015-06-06", "2015-06-04", "US", "", ""}}, nil},
		{"a year joins the one attack that it may mean", []hit{
			{"day", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"year", "2015-12-06", "2015", "US", "theft", ""}},
			map[string]string{"year": "day"}},
		{"a year that may mean two joins neither, and nobody joins it", []hit{
			{"june", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"july", "2015-07-05", "2015-07-04", "US", "theft", ""},
			{"year", "2015-12-06", "2015", "US", "theft", ""}, {"june again", "2016-01-06", "2015-06", "US", "theft", ""}},
			map[string]string{"june again": "june"}},
		{"a year does not chain what lies apart", []hit{
			{"june", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"year", "2015-06-30", "2015", "US", "theft", ""},
			{"july", "2015-07-05", "2015-07-04", "US", "theft", ""}},
			map[string]string{"year": "june"}},
		{"a year that was known first does not bring together what lies apart", []hit{
			{"year", "2015-01-30", "2015", "US", "theft", ""}, {"june", "2015-06-05", "2015-06-04", "US", "theft", ""},
			{"july", "2015-07-05", "2015-07-04", "US", "theft", ""}, {"june again", "2015-07-06", "2015-06", "US", "theft", ""}},
			map[string]string{"june": "year", "june again": "year"}},
		{"years of days tell too little", []hit{
			{"day", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"years", "2016-06-05", "2014 to 2015", "US", "theft", ""}}, nil},
		{"the catalogue's stands for what was known before", []hit{
			{"The Breach", "", "2015-06", "US", "theft", "Big Breach"}, {"told", "2015-06-05", "2015-06-04", "US", "theft", ""}},
			map[string]string{"told": "The Breach"}},
		{"two of the catalogue are two", []hit{
			{"The Breach", "", "2015-06", "US", "theft", ""}, {"The Other", "", "2015-06", "US", "theft", ""}}, nil},
		{"a name or an alias of the catalogue joins whatever else is told", []hit{
			{"The Breach", "", "2014-03", "US", "theft", "Big Breach|BB"}, {"big breach!", "2015-06-05", "2015-06-04", "", "", ""}, {"Breach", "2015-06-05", "2015-06-04", "", "", ""}},
			map[string]string{"big breach!": "The Breach"}},
		{"a name goes before days", []hit{
			{"The Breach", "", "2014-03", "US", "theft", "Big Breach"}, {"The Other", "", "2015-06", "US", "theft", ""}, {"Big Breach", "2015-06-05", "2015-06-04", "US", "theft", ""}},
			map[string]string{"Big Breach": "The Breach"}},
		{"two attacks of articles are not one by their name", []hit{
			{"Theft of data", "2015-06-05", "2015-06-04", "US", "theft", ""}, {"Theft of data", "2016-06-05", "2016-06-04", "US", "theft", ""}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := filled(t, open, hits(c.hits...)...)
			if diff := cmp.Diff(c.want, standsFor(t, s, graph.Attacks), equateEmpty); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkStandings(t, s)
		})
	}
	t.Run("an article that is removed parts what it held together, and brings it back", func(t *testing.T) {
		batches := hits(hit{"june", "2015-06-05", "2015-06", "US", "theft", ""}, hit{"day", "2015-06-07", "2015-06-04", "US", "theft", ""},
			hit{"end", "2015-07-07", "2015-06-04 to 2015-06-30", "US", "theft", ""}, hit{"again", "2015-07-08", "2015-06-04", "US", "theft", ""})
		s := filled(t, open, batches...)
		want := map[string]string{"day": "june", "end": "june", "again": "june"}
		if diff := cmp.Diff(want, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if err := s.Remove(t.Context(), batches[1].Source); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]string{"end": "day", "again": "day"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("without it (-want +got):\n%s", diff)
		}
		checkStandings(t, s)
		batches[1].Again = true
		mustPut(t, s, batches[1])
		if diff := cmp.Diff(want, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("back again (-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
	t.Run("what was crowded out joins when that goes", func(t *testing.T) {
		batches := hits(hit{"year", "2015-01-30", "2015", "US", "theft", ""}, hit{"june", "2015-06-05", "2015-06-04", "US", "theft", ""},
			hit{"september", "2015-09-05", "2015-09-04", "US", "theft", ""})
		s := filled(t, open, batches...)
		if diff := cmp.Diff(map[string]string{"june": "year"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if err := s.Remove(t.Context(), batches[2].Source); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]string{"september": "year"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("without it (-want +got):\n%s", diff)
		}
		batches[2].Again = true
		mustPut(t, s, batches[2])
		if diff := cmp.Diff(map[string]string{"june": "year"}, standsFor(t, s, graph.Attacks)); diff != "" {
			t.Errorf("back again (-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
	sameMeetings(t, open)
	t.Run("a month with hundreds of attacks on a country keeps apart what is apart", func(t *testing.T) {
		var many []hit
		for i := range 300 {
			day := graph.Day("2015-06-01").Add(i % 30)
			many = append(many, hit{fmt.Sprint("attack ", i), string(day.Add(1)), string(day), "US", fmt.Sprint("conduct ", i/60), ""})
		}
		s := filled(t, open, hits(many...)...)
		if got := standsFor(t, s, graph.Attacks); len(got) != 150 { // two of each day and conduct
			t.Errorf("%d are joined to another, want 150", len(got))
		}
		checkStandings(t, s)
	})
}

func sameMeetings(t *testing.T, open Opener) {
	type meeting struct{ name, told, first, last, participants string }
	for _, c := range []struct {
		name     string
		meetings []meeting
		want     map[string]string
	}{
		{"the same participants on days that overlap met once", []meeting{
			{"visit", "2015-09-22", "2015-09-24", "2015-09-26", "CN US"}, {"talks", "2015-09-26", "2015-09-25", "2015-09-25", "US CN"}}, map[string]string{"talks": "visit"}},
		{"on other days they met again", []meeting{
			{"visit", "2015-09-22", "2015-09-24", "2015-09-26", "CN US"}, {"talks", "2015-10-26", "2015-10-25", "2015-10-25", "US CN"}}, nil},
		{"two meetings of one country on a day are two", []meeting{
			{"one", "2015-09-22", "2015-09-24", "2015-09-24", "CN US"}, {"two", "2015-09-26", "2015-09-24", "2015-09-24", "RU US"}}, nil},
		{"half of a larger meeting is enough, if it is two", []meeting{
			{"all", "2015-09-22", "2015-09-24", "2015-09-24", "CN US RU EE"}, {"some", "2015-09-26", "2015-09-24", "2015-09-24", "CN US"}}, map[string]string{"some": "all"}},
		{"less than half is another meeting, at the margin", []meeting{
			{"all", "2015-09-22", "2015-09-24", "2015-09-24", "CN US RU EE CI"}, {"some", "2015-09-26", "2015-09-24", "2015-09-24", "CN US"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := filled(t, open, catalogue())
			for _, m := range c.meetings {
				a := tell(m.name+" is told of.", graph.Day(m.told))
				a.says(a.meeting(m.name, m.name, graph.Day(m.first), graph.Day(m.last), m.participants), m.name)
				mustPut(t, s, a.Batch)
			}
			if diff := cmp.Diff(c.want, standsFor(t, s, graph.Summits), equateEmpty); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkStandings(t, s)
		})
	}
}
