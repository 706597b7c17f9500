package loader

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
)

var update = flag.Bool("update", false, "write what the tests give over what they want")

// text is the article of all resolve tests; its evidence is found by its words.
const text = `Envoys of the United States and China are discussing a pledge not to strike first. Russia left the treaty in 2019. ` +
	`Estonia was hit by Denial-of-service attacks in April 2007; the hackers were Russian, it says. They met in Geneva on 5 May.`

func in(words ...string) []extract.Evidence {
	var out []extract.Evidence
	for _, w := range words {
		at := strings.Index(text, w)
		if at < 0 {
			panic("not in the text: " + w)
		}
		start := utf8.RuneCountInString(text[:at])
		out = append(out, extract.Evidence{Start: start, End: start + utf8.RuneCountInString(w)})
	}
	return out
}

func to[T any](v T) *T { return &v }

var (
	talks  = in("Envoys of the United States and China are discussing a pledge not to strike first.")
	left   = in("Russia left the treaty in 2019.")
	struck = in("Estonia was hit by Denial-of-service attacks in April 2007")
	met    = in("They met in Geneva on 5 May.")
)

const nfu = "no-first-use-critical-infrastructure"

var readings = []struct {
	name    string
	reading extract.Reading
}{
	{"nothing", extract.Reading{}},
	{"mentions", extract.Reading{Countries: []string{"US", "CN"}, Organizations: []string{"un", "utopian-league"}, Principles: []string{nfu}, Instruments: []string{"un-gge-2015"},
		Mentions: []extract.Mention{{Evidence: in("They")[0], Kind: "organization", Code: "utopian-league"}}}},
	{"negotiating", extract.Reading{Commitments: []extract.Commitment{{Parties: []string{"US", "CN"}, Toward: []string{"CN", "US"}, Principle: nfu, Status: graph.Negotiating,
		Condition: to("during peacetime"), Covers: []string{"energy", "health"}, Excludes: []string{"data-theft"}, Hedge: "could become", SaidBy: "officials", Evidence: talks, Confidence: 0.8}}}},
	{"told twice", extract.Reading{Commitments: []extract.Commitment{
		{Parties: []string{"US", "CN"}, Principle: nfu, Status: graph.Agreed, Date: to("2015-09"), Covers: []string{"energy"}, Hedge: "may have", Evidence: talks, Confidence: 0.5},
		{Parties: []string{"CN", "US"}, Principle: nfu, Status: graph.Agreed, Date: to("2015-09"), Covers: []string{"health"}, Condition: to("unless attacked"), Evidence: left, Confidence: 0.9}}}},
	{"several instruments", extract.Reading{Commitments: []extract.Commitment{{Parties: []string{"RU"}, Principle: "nuclear-disarmament", Status: graph.Withdrawn, First: "2019-02-01", Last: "2019-02-28",
		Instruments: []string{"npt", "tpnw"}, Instrument: to("npt"), Evidence: left, Confidence: 1}}}},
	{"parties of an instrument", extract.Reading{Commitments: []extract.Commitment{
		{Principle: "nuclear-disarmament", Status: graph.Agreed, Instrument: to("npt"), Evidence: left},
		{Principle: "nuclear-disarmament", Status: graph.Proposed, Instrument: to("npt"), Evidence: met}}}},
	{"an unnamed class", extract.Reading{Commitments: []extract.Commitment{{Principle: nfu, Status: graph.Agreed, Evidence: talks}}}},
	{"all states", extract.Reading{Commitments: []extract.Commitment{{Parties: []string{graph.AllStates}, Principle: nfu, Status: graph.Agreed, Evidence: talks}}}},
	{"a plan is no stage", extract.Reading{Commitments: []extract.Commitment{
		{Parties: []string{"US", "CN"}, Principle: nfu, Status: graph.Signed, Date: to("2020-05-09"), Evidence: talks},
		{Parties: []string{"US", "CN"}, Principle: nfu, Status: graph.Negotiating, Date: to("2020-05-09"), Evidence: talks}}}},
	{"a year that is not over", extract.Reading{Commitments: []extract.Commitment{{Parties: []string{"US"}, Principle: nfu, Status: graph.Agreed, Date: to("2020"), Evidence: talks}}}},
	{"denied", extract.Reading{Commitments: []extract.Commitment{{Parties: []string{"US"}, Principle: nfu, Status: graph.Agreed, Stance: graph.Denies, Evidence: talks}}}},
	{"breached under an instrument", extract.Reading{Commitments: []extract.Commitment{{Parties: []string{"RU"}, Principle: "nuclear-disarmament", Status: extract.Breached, Instrument: to("npt"),
		SaidBy: "US", Date: to("2019"), Evidence: left, Confidence: 0.7}}}},
	{"breached after it was agreed", extract.Reading{Commitments: []extract.Commitment{
		{Parties: []string{"US", "CN"}, Principle: nfu, Status: graph.Agreed, Date: to("2015-09-25"), Evidence: talks},
		{Parties: []string{"CN"}, Principle: nfu, Status: extract.Breached, SaidBy: "an official", Evidence: left}}}},
	{"breached, and talks of another pair", extract.Reading{Commitments: []extract.Commitment{
		{Parties: []string{"US", "RU"}, Principle: nfu, Status: graph.Negotiating, Evidence: talks},
		{Parties: []string{"RU"}, Principle: nfu, Status: extract.Breached, Evidence: left}}}},
	{"an incident by name", extract.Reading{Attacks: []extract.Attack{{Label: "the NotPetya malware", Victims: []string{"UA"}, Accused: []string{"RU"}, Conduct: "destruction", Sectors: []string{"finance"},
		Date: to("2017"), Evidence: struck, Confidence: 0.9}}}},
	{"an incident by victim, conduct and month", extract.Reading{Attacks: []extract.Attack{{Label: "wave of traffic", Victims: []string{"EE"}, Conduct: "disruption", Date: to("2007-04"), Evidence: struck}}}},
	{"an incident in another month", extract.Reading{Attacks: []extract.Attack{{Label: "wave of traffic", Victims: []string{"EE"}, Conduct: "disruption", Date: to("2007-06"), Evidence: struck}}}},
	{"a name that fits another attack", extract.Reading{Attacks: []extract.Attack{{Label: "Olympic Games hack", Victims: []string{"KR"}, Conduct: "disruption", Date: to("2018-02-09"), Evidence: struck}}}},
	{"an attack told too little of", extract.Reading{Attacks: []extract.Attack{
		{Victims: []string{"EE"}, Conduct: "disruption", Date: to("2015"), Evidence: struck}, {Label: "intrusion", Conduct: "intrusion", Date: to("2015-03"), Evidence: left}}}},
	{"accused and denied", extract.Reading{Attacks: []extract.Attack{{Label: "break-in", Victims: []string{"EE"}, Accused: []string{"RU"}, Conduct: "intrusion", Denied: true, Evidence: struck}}}},
	{"attributions", extract.Reading{Attacks: []extract.Attack{{Label: "break-in", Victims: []string{"EE"}, Accused: []string{"RU", "CN"}, Conduct: "intrusion", Denied: true, Evidence: struck,
		Attributions: []extract.Attribution{{By: []string{"EE", "US"}, Blames: []string{"RU"}, Stance: graph.Accuses, Basis: "indictment", Date: to("2018-10-04")},
			{By: []string{"RU"}, Blames: []string{"RU"}, Stance: graph.Denies}}}}}},
	{"meetings", extract.Reading{Summits: []extract.Summit{
		{Participants: []string{"US", "RU"}, Kind: "talks", Place: "Geneva", Date: to("2020-05-05"), Discussed: []string{nfu}, Evidence: met, Confidence: 0.9,
			Allegations: []extract.Allegation{{By: []string{"US"}, Against: []string{"RU"}, Principle: nfu, Stance: graph.Alleges}}},
		{Participants: []string{"US", "CN"}, Kind: "visit", Date: to("2020-09"), Planned: true, Evidence: talks},
		{Participants: []string{"un"}, Kind: "conference", Name: "Review Conference", Planned: true, Evidence: talks},
		{Kind: "summit", Evidence: met}}}},
}

func article() graph.Article {
	return graph.Article{ID: graph.ArticleID(text), Text: text, Title: "Talks", Published: "2020-05-06", Fetched: "2020-06-30", Kind: graph.Press}
}

// TestResolve compares each reading's batch with testdata/resolve, and puts it into a store, which checks it.
func TestResolve(t *testing.T) {
	by := NewReader(teller{version: "1"}, load(t))
	s := open(t)
	for i, c := range readings {
		t.Run(c.name, func(t *testing.T) {
			b, err := Resolve(article(), c.reading, by)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", "resolve", strings.ReplaceAll(strings.ReplaceAll(c.name, ",", ""), " ", "-")+".txt")
			got := written(b)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
			b.Reader = fmt.Sprint("reader ", i) // so that each is written
			if outcome, err := s.Put(t.Context(), b); err != nil {
				t.Error(outcome, err)
			}
		})
	}
}

func TestResolveIsDeterministic(t *testing.T) {
	by := NewReader(teller{version: "1"}, load(t))
	for _, c := range readings {
		first, err := Resolve(article(), c.reading, by)
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			again, _ := Resolve(article(), c.reading, by)
			if written(first) != written(again) || !slices.EqualFunc(first.Links, again.Links, func(a, b graph.Link) bool { return a.From == b.From && a.To == b.To && a.Type == b.Type }) {
				t.Errorf("%s: two batches of one reading differ", c.name)
			}
		}
	}
}

func TestResolveRefuses(t *testing.T) {
	by := NewReader(teller{version: "1"}, load(t))
	pledge := func(change func(*extract.Commitment)) extract.Reading {
		c := extract.Commitment{Parties: []string{"US"}, Principle: nfu, Status: graph.Agreed, Evidence: talks}
		change(&c)
		return extract.Reading{Commitments: []extract.Commitment{c}}
	}
	for _, c := range []struct {
		name    string
		reading extract.Reading
		want    string
	}{
		{"country", extract.Reading{Countries: []string{"QQ"}}, `the catalogue knows no country "QQ"`},
		{"code", extract.Reading{Organizations: []string{"No Code"}}, `"No Code" is no code of an actor`},
		{"principle", pledge(func(c *extract.Commitment) { c.Principle = "peace" }), `the catalogue knows no principle "peace"`},
		{"instrument", pledge(func(c *extract.Commitment) { c.Instrument = to("pact") }), `the catalogue knows no instrument "pact"`},
		{"sector", pledge(func(c *extract.Commitment) { c.Covers = []string{"moon"} }), `the catalogue knows no sector "moon"`},
		{"status", pledge(func(c *extract.Commitment) { c.Status = "DONE" }), `"DONE" is no status`},
		{"evidence", pledge(func(c *extract.Commitment) { c.Evidence = []extract.Evidence{{Start: 5, End: 5000}} }), "the evidence 5 to 5000 lies outside the text of 238 code points"},
		{"conduct", extract.Reading{Attacks: []extract.Attack{{Conduct: "mischief"}}}, `the catalogue knows no conduct "mischief"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Resolve(article(), c.reading, by); err == nil || err.Error() != c.want || graph.CodeOf(err) != graph.Invalid {
				t.Error(err)
			}
		})
	}
}

func TestConditions(t *testing.T) {
	v := &resolver{catalogue: load(t)}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"during peacetime", []string{"peacetime"}},
		{"In Times of Peace", []string{"peacetime"}},
		{"peaceful uses", nil},
		{"as long as the other side does the same", []string{"reciprocity"}},
		{"knowingly and intentionally", []string{"intent", "knowledge"}},
		{"unknowingly", nil},
		{"", nil},
	} {
		var want []string
		for _, slug := range c.want {
			want = append(want, graph.TermID(graph.Condition, slug))
		}
		var got []string
		for _, r := range v.conditions(c.text) {
			got = append(got, r.ID)
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

// written writes a batch for a reader: each node with what it holds, and below it what it leads to, named by what identifies it.
func written(b graph.Batch) string {
	c, err := catalogueNames()
	if err != nil {
		return err.Error()
	}
	name := func(r graph.Ref) string {
		if n := c[r.ID]; n != "" {
			return n
		}
		for _, n := range b.Nodes {
			if n.NodeID() != r.ID {
				continue
			}
			switch n := n.(type) {
			case *graph.Actor:
				return n.Code
			case *graph.Passage:
				return fmt.Sprintf("%d-%d", n.Start, n.End)
			case *graph.Stage:
				return fmt.Sprintf("%s %s to %s", n.Status, n.First, n.Last)
			case *graph.Commitment:
				return n.Summary
			case *graph.Summit:
				return n.Name
			case *graph.Attack:
				return n.Name
			}
		}
		return "the article"
	}
	var out strings.Builder
	links := func(from graph.Ref) {
		var lines []string
		for _, l := range b.Links {
			if l.From == from {
				line := fmt.Sprintf("\t%s %s", l.Type, name(l.To))
				for _, p := range slices.Sorted(maps.Keys(l.Props)) {
					line += fmt.Sprintf(" %s=%v", p, l.Props[p])
				}
				lines = append(lines, line)
			}
			if l.To == from && l.From.Kind == graph.Actors {
				lines = append(lines, fmt.Sprintf("\t(%s) %s %v", name(l.From), l.Type, l.Props))
			}
		}
		slices.Sort(lines)
		for _, l := range lines {
			fmt.Fprintln(&out, l)
		}
	}
	fmt.Fprintln(&out, "Article")
	links(graph.RefOf(b.Article))
	for _, n := range b.Nodes {
		k := graph.KindOf(n)
		fmt.Fprint(&out, k.Name, " ", n.NodeID())
		for _, p := range k.Properties[1:] {
			if v := p.Value(n); fmt.Sprint(v) != "" && fmt.Sprint(v) != "[]" && v != false {
				fmt.Fprintf(&out, " %s=%v", p.Name, v)
			}
		}
		fmt.Fprintln(&out)
		links(graph.RefOf(n))
	}
	return out.String()
}
