package catalogue

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/treatygraph/treatygraph/graph"
)

func builtIn(t testing.TB) *Catalogue {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryFactHasASource(t *testing.T) {
	c := builtIn(t)
	check := func(kind, key string, fact bool, source string) {
		if fact != (source != "") {
			t.Errorf("%s %s: fact is %v and its source %q", kind, key, fact, source)
		}
	}
	for _, a := range c.Actors {
		check("actor", a.Code, a.Fact, a.Source)
	}
	for _, o := range c.Organizations {
		check("organization", o.Slug, o.Fact, o.Source)
	}
	for _, k := range c.Companies {
		check("company", k.Slug, true, k.Source)
	}
	for _, l := range c.Leaders {
		check("leader", l.Person, l.Fact, l.Source)
	}
	for _, m := range c.Memberships {
		check("membership", m.Organization+" "+m.Member, true, m.Source)
	}
	for _, e := range c.Entries {
		check("entry", e.Instrument, true, e.Source)
	}
	for _, s := range c.Successions {
		check("succession", s.Successor, true, s.Source)
	}
	for _, p := range c.Principles {
		check("principle", p.Slug, p.Fact, p.Source)
	}
	for _, i := range c.Instruments {
		check("instrument", i.Slug, i.Fact, i.Source)
	}
	for _, s := range c.StatedIn {
		check("stated in", s.Principle+" "+s.Instrument, true, s.Source)
	}
	for _, s := range c.Scopes {
		check("scope", s.Principle, true, s.Source)
	}
	for _, o := range c.Outcomes {
		check("outcome", o.Instrument, true, o.Source)
	}
	for _, a := range c.Adoptions {
		check("adoption", a.Instrument, true, a.Source)
	}
	for _, n := range c.CountsFor {
		check("counts for", n.Principle+" "+n.Broader, true, n.Source)
		if !slices.Contains(c.Principle(n.Principle).Narrows, n.Broader) {
			t.Errorf("%s counts for %s, which it does not narrow", n.Principle, n.Broader)
		}
	}
	for _, k := range c.Conflicts {
		check("conflict", k.Parties[0], true, k.Source)
	}
	for _, k := range c.Conditions {
		check("condition", k.Slug, true, k.Source)
	}
	for _, a := range c.TreatyActions {
		check("treaty action", a.Actor+" "+a.Instrument, true, a.Source)
	}
	for _, i := range c.Incidents {
		check("incident", i.Slug, i.Fact, i.Source)
	}
	for _, a := range c.Attributions {
		check("attribution", a.Incident, true, a.Source)
	}
}

// What is not a fact tells names and nothing else; a principle keeps its definition, which is our own.
func TestUncheckedOnlyLendsNames(t *testing.T) {
	c := builtIn(t)
	only := func(kind, key string, got, names any) {
		if d := cmp.Diff(names, got); d != "" {
			t.Errorf("%s %s tells more than names (-names +got):\n%s", kind, key, d)
		}
	}
	for _, o := range c.Organizations {
		if !o.Fact {
			only("organization", o.Slug, o, Organization{Slug: o.Slug, Name: o.Name, Aliases: o.Aliases, Ambiguous: o.Ambiguous, Seats: o.Seats})
		}
	}
	for _, l := range c.Leaders {
		if !l.Fact {
			only("leader", l.Person, l, Leader{Country: l.Country, Person: l.Person, Aliases: l.Aliases, Office: l.Office, From: l.From, To: l.To})
		}
	}
	for _, p := range c.Principles {
		if !p.Fact {
			only("principle", p.Slug, p, Principle{Slug: p.Slug, Name: p.Name, Meaning: p.Meaning, Domain: p.Domain, Polarity: p.Polarity, Aliases: p.Aliases})
		}
	}
	for _, i := range c.Instruments {
		if !i.Fact {
			only("instrument", i.Slug, i, Instrument{Slug: i.Slug, Name: i.Name, Short: i.Short, Aliases: i.Aliases})
		}
	}
	for _, i := range c.Incidents {
		if !i.Fact {
			only("incident", i.Slug, i, Incident{Slug: i.Slug, Name: i.Name, Aliases: i.Aliases})
		}
	}
}

func TestKeysStandOnce(t *testing.T) {
	c := builtIn(t)
	seen := map[string]bool{}
	once := func(parts ...string) {
		key := ""
		for _, p := range parts {
			key += p + "\t"
		}
		if seen[key] {
			t.Errorf("stands twice: %q", parts)
		}
		seen[key] = true
	}
	for _, m := range c.Memberships {
		once("membership", m.Organization, m.Member, m.From)
	}
	for _, s := range c.StatedIn {
		once("stated in", s.Principle, s.Instrument, s.Locator)
	}
	for _, a := range c.TreatyActions {
		once("treaty action", a.Actor, a.Instrument, a.Action, a.Date)
	}
	for _, k := range c.Conditions {
		for _, p := range k.Phrases {
			once("condition", p)
		}
	}
}

func TestEveryPrincipleIsDefined(t *testing.T) {
	c := builtIn(t)
	for _, p := range c.Principles {
		if p.Name == "" || p.Meaning == "" || p.Domain == "" || p.Polarity == "" || len(p.Aliases) == 0 {
			t.Errorf("%s is not defined in full: %+v", p.Slug, p)
		}
	}
	r := &reader{fsys: mustSub(t), keys: map[entry]string{}}
	if named := principleNames(r); len(named) != len(c.Principles) || r.err != nil {
		t.Errorf("%d principles are named and %d are in the catalogue (%v)", len(named), len(c.Principles), r.err)
	}
}

func TestLookUps(t *testing.T) {
	c := builtIn(t)
	principle := *c.Principle("no-first-use-critical-infrastructure")
	want := Principle{
		Slug: "no-first-use-critical-infrastructure", Name: "No first use on critical infrastructure", Domain: "cyber",
		Polarity: "REFRAIN", Narrows: []string{"no-first-use"}, Fact: true,
	}
	if d := cmp.Diff(want, principle, cmpopts.IgnoreFields(Principle{}, "Meaning", "Aliases", "Statement", "Source")); d != "" {
		t.Error(d)
	}
	if i := c.Instrument("budapest-convention"); i.Name != "Convention on Cybercrime" || i.Short != "Budapest Convention" || i.Opened != "2001-11-23" {
		t.Errorf("budapest-convention is %+v", i)
	}
	if i := c.Instrument("npt"); !i.Fact || i.Adopted != "" || i.Symbol != "" || i.InForce != "1970-03-05" {
		t.Errorf("npt tells what its row names unchecked: %+v", i)
	}
	if o := c.Organization("eu"); o == nil || c.Actor("EU") != nil {
		t.Errorf("the European Union is an organization alone; got %+v", o)
	}
	if k := c.Company("microsoft"); k != nil {
		t.Errorf("no checked attribution is of microsoft, got %+v", k)
	}
	if k := c.Company("fireeye"); k == nil || k.Kind != "COMPANY" {
		t.Errorf("fireeye is %+v", k)
	}
	if c.Sector("energy") == nil || c.Conduct("ip-theft") == nil || c.Condition("peacetime") == nil || c.Incident("viasat-2022") == nil {
		t.Error("a word of the vocabularies is missing")
	}
	if c.Actor("ZZ") != nil || c.Instrument("") != nil {
		t.Error("something is found that is not there")
	}
}

func TestHistoricalStates(t *testing.T) {
	c := builtIn(t)
	for _, tc := range []struct {
		name, code string
		on         graph.Day
		want       bool
	}{
		{"the Soviet Union before its end", "SU", "1991-12-25", true},
		{"the Soviet Union on the day Russia followed", "SU", "1991-12-26", false},
		{"the Soviet Union before its beginning", "SU", "1917-11-07", false},
		{"East Germany", "DD", "1990-10-02", true},
		{"East Germany after unification", "DD", "1990-10-03", false},
		{"a country of today", "FR", "1789-07-14", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := c.Actor(tc.code).Existed(tc.on); got != tc.want {
				t.Errorf("%s existed on %s: %v", tc.code, tc.on, got)
			}
		})
	}
	if c.Actor("SU").Capital != c.Actor("RU").Capital {
		t.Error("Moscow is no more the capital of both")
	}
}

func TestLeadersInOffice(t *testing.T) {
	c := builtIn(t)
	who := func(alias string, on graph.Day) (countries []string) {
		for _, l := range c.Leaders {
			for _, a := range l.Aliases {
				if a == alias && l.From <= on && (l.To == "" || on <= l.To) {
					countries = append(countries, l.Country+" "+l.Person)
				}
			}
		}
		return countries
	}
	for _, tc := range []struct {
		alias string
		on    graph.Day
		want  []string
	}{
		{"Mr. Bush", "1990-08-02", []string{"US George H. W. Bush"}},
		{"Mr. Bush", "2005-01-25", []string{"US George W. Bush"}},
		{"Mr. Bush", "2015-09-22", nil},
		{"Mr. Obama", "2015-09-22", []string{"US Barack Obama"}},
	} {
		if d := cmp.Diff(tc.want, who(tc.alias, tc.on)); d != "" {
			t.Errorf("%s on %s (-want +got):\n%s", tc.alias, tc.on, d)
		}
	}
}

func mustSub(t testing.TB) fs.FS {
	t.Helper()
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A row of facts without a source is refused, in every table that tells facts.
func TestARowWithoutASourceIsRefused(t *testing.T) {
	for _, table := range []string{"facts/actors.tsv", "facts/organizations.tsv", "facts/companies.tsv", "facts/leaders.tsv", "facts/memberships.tsv",
		"facts/principles.tsv", "facts/instruments.tsv", "facts/stated_in.tsv", "facts/treaty_actions.tsv", "facts/incidents.tsv", "facts/attributions.tsv",
		"actors.tsv", "successions.tsv", "stated_in.tsv", "scopes.tsv", "outcomes.tsv", "adoptions.tsv", "counts_for.tsv", "conflicts.tsv", "conditions.tsv"} {
		t.Run(table, func(t *testing.T) {
			whole, err := fs.ReadFile(mustSub(t), table)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSuffix(string(whole), "\n"), "\n")
			at := slices.Index(strings.Split(lines[0], "\t"), "source")
			if at < 0 {
				t.Fatal("no column source")
			}
			cells := strings.Split(lines[1], "\t")
			cells[at] = ""
			lines[1] = strings.Join(cells, "\t")
			_, err = parse(instead{mustSub(t), table, strings.Join(lines, "\n") + "\n"})
			if err == nil || !strings.Contains(err.Error(), "source") {
				t.Errorf("without its source the first row is read: %v", err)
			}
		})
	}
}

// instead is a folder in which one file has another text.
type instead struct {
	fs.FS
	name, text string
}

func (i instead) Open(name string) (fs.File, error) {
	if name != i.name {
		return i.FS.Open(name)
	}
	return fstest.MapFS{name: {Data: []byte(i.text)}}.Open(name)
}

func TestMembershipsOnADay(t *testing.T) {
	c := builtIn(t)
	members := func(organization string, on graph.Day) (n int) {
		for _, m := range c.Memberships {
			first, _, err := graph.Span(m.From)
			if m.Organization != organization || err == nil && first > on {
				continue
			}
			if _, last, err := graph.Span(m.To); err == nil && last <= on {
				continue
			}
			n++
		}
		return n
	}
	for _, tc := range []struct {
		name, organization string
		on                 graph.Day
		want               int
	}{
		{"NATO at its beginning", "nato", "1949-04-04", 12},
		{"NATO in the Cold War", "nato", "1985-01-01", 16},
		{"NATO today", "nato", "2024-12-31", 32},
		{"the European Union of fifteen", "eu", "2004-04-30", 15},
		{"the European Union of twenty-eight", "eu", "2015-09-22", 28},
		{"the European Union without the United Kingdom", "eu", "2020-02-01", 27},
		{"the Group of Eight", "g7", "2013-06-18", 8},
		{"the Group of Seven again", "g7", "2015-06-07", 7},
		{"the SCO of six", "sco", "2015-09-22", 6},
		{"the SCO of nine", "sco", "2023-12-31", 9},
		{"ASEAN of ten", "asean", "2018-09-19", 10},
		{"BRIC", "brics", "2009-12-31", 4},
		{"the G20", "g20", "2015-11-16", 20},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if n := members(tc.organization, tc.on); n != tc.want {
				t.Errorf("%d members, want %d", n, tc.want)
			}
		})
	}
}

// TestAliasesAreNoSentences: what serves to recognize a principle is a phrase that many would use, no sentence of one text.
func TestAliasesAreNoSentences(t *testing.T) {
	for _, p := range builtIn(t).Principles {
		for _, a := range p.Aliases {
			if len(strings.Fields(a)) > 10 || strings.ContainsAny(a, ",.;!?\"“”") {
				t.Errorf("%s: %q is a sentence, no name", p.Slug, a)
			}
		}
	}
}

// TestOrganizationsStandOnce: no two organizations, and no two instruments, have a name in common.
func TestOrganizationsStandOnce(t *testing.T) {
	c := builtIn(t)
	owner := map[string]string{}
	once := func(kind, slug string, names ...string) {
		for _, n := range names {
			key := kind + " " + strings.ToLower(n)
			if other := owner[key]; other != "" && other != slug {
				t.Errorf("%s %q names both %s and %s", kind, n, other, slug)
			}
			owner[key] = slug
		}
	}
	for _, o := range c.Organizations {
		once("organization", o.Slug, append([]string{o.Name, o.Slug}, o.Aliases...)...)
	}
	for _, i := range c.Instruments {
		once("instrument", i.Slug, append([]string{i.Name, i.Short, i.Slug}, i.Aliases...)...)
	}
}
