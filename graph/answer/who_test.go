package answer

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/sqlite"
)

// desk opens a store with the catalogue in it and gives the desk over it.
func desk(t *testing.T) (*Desk, graph.Store) {
	t.Helper()
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Put(context.Background(), c.Batch()); err != nil {
		t.Fatal(err)
	}
	today := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	return &Desk{Store: s, Catalogue: c, Clock: func() time.Time { return today }}, s
}

// tell puts an article of a day that reports one stage of a commitment without an instrument.
func tell(t *testing.T, s graph.Store, day graph.Day, principle string, status graph.Status, actors ...string) {
	t.Helper()
	text := strings.Join(append([]string{string(day), principle, string(status)}, actors...), " ")
	a := &graph.Article{ID: graph.ArticleID(text), Title: text, Outlet: "test", Published: day, Fetched: day, Text: text}
	p := &graph.Passage{ID: graph.PassageID(a.ID, 0, len(text)), Text: text, End: len(text)}
	c := &graph.Commitment{ID: graph.CommitmentID(principle, "", actors), Summary: graph.Summary(principle, "", actors)}
	st := &graph.Stage{ID: graph.ReportID(a.ID, principle, "", actors, status, graph.Reports, day, day), Status: status, Stance: graph.Reports,
		First: day, Last: day, KnownAt: day, KnownTo: graph.Forever, Confidence: 0.9}
	link := func(t graph.Relationship, from, to graph.Ref) graph.Link {
		return graph.Link{Type: t, From: from, To: to}
	}
	b := graph.Batch{Source: a.ID, Reader: "test", Article: a, Nodes: []graph.Node{p, c, st}, Links: []graph.Link{
		link(graph.RelIn, graph.RefOf(p), graph.RefOf(a)), link(graph.RelSupportedBy, graph.RefOf(st), graph.RefOf(p)),
		link(graph.RelReached, graph.RefOf(c), graph.RefOf(st)),
		link(graph.RelUpholds, graph.RefOf(c), graph.Ref{Kind: graph.Principles, ID: graph.PrincipleID(principle)}),
	}}
	for _, code := range actors {
		actor := graph.Ref{Kind: graph.Actors, ID: graph.ActorID(code)}
		b.Links = append(b.Links, link(graph.RelBy, graph.RefOf(st), actor), link(graph.RelPartyTo, actor, graph.RefOf(c)))
	}
	if _, err := s.Put(context.Background(), b); err != nil {
		t.Fatal(err)
	}
}

func TestWhoCommitted(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	tell(t, s, "2003-01-04", "nuclear-no-first-use", graph.Agreed, "IN")
	for _, tc := range []struct {
		name, phrase string
		day          graph.Day
		sentence     string
	}{
		{"talks are no agreement", "no first use on critical infrastructure", "2015-09-22",
			"As of 22 September 2015, nobody is reported to have agreed to no first use on critical infrastructure; China and the United States were negotiating it."},
		{"an outcome without the clause", "no first use on critical infrastructure", "2015-09-26",
			"As of 26 September 2015, nobody is reported to have agreed to no first use on critical infrastructure; China and the United States talked about it and dropped it. That it was dropped is inferred: the outcome of 25 September 2015 (the US-China cyber understandings) does not state it."},
		{"the day before nothing was known", "no first use on critical infrastructure", "2015-09-21",
			"As of 21 September 2015, nothing is reported of anybody about no first use on critical infrastructure."},
		{"one alone declares", "no first use of nuclear weapons", "2004-01-01",
			"As of 1 January 2004, India has declared no first use of nuclear weapons."},
		{"an instrument alone", "who left INF", "2019-08-03", "As of 3 August 2019, nobody is reported to hold to the INF Treaty any more; the United States has withdrawn from it; Russia and the Soviet Union were parties to it until it ended."},
		{"another matter", "the price of apples", "2019-08-03", `"the price of apples" names no principle or instrument that is known here.`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, err := d.WhoCommitted(context.Background(), tc.phrase, graph.AsOf{ValidAt: tc.day, KnownAt: tc.day})
			if err != nil {
				t.Fatal(err)
			}
			if a.Sentence != tc.sentence {
				t.Errorf("got  %s\nwant %s", a.Sentence, tc.sentence)
			}
		})
	}
}

func TestNearest(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	at := graph.AsOf{ValidAt: "2015-09-22", KnownAt: "2015-09-22"}
	a, err := d.WhoCommitted(context.Background(), "no first use on critical infrastructure", at)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range a.Nearest {
		t.Log(n.Principle.Slug, n.Instrument.Slug, n.Locator)
	}
	if len(a.Nearest) == 0 || a.Nearest[0].Instrument.Slug != "un-gge-2015" || a.Nearest[0].Locator != "para 13(f)" {
		t.Errorf("nearest is %+v, not A/70/174 para 13(f)", a.Nearest)
	}
	if a.Ground != (Ground{1, "2015-09-22", "2015-09-22"}) {
		t.Errorf("ground is %+v", a.Ground)
	}
}

func TestPositions(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-11-16", "no-ip-theft", graph.Agreed, "g20")
	tell(t, s, "2015-09-25", "no-ip-theft", graph.Agreed, "US", "CN")
	day := graph.Day("2016-01-01")
	cells, err := d.Positions(context.Background(), []string{"US", "TR", "CH"}, []string{"no-ip-theft", "nuclear-test-ban"}, graph.AsOf{ValidAt: day, KnownAt: day})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range cells {
		got = append(got, strings.TrimSpace(strings.Join([]string{c.Actor, c.Principle, string(c.Status), string(c.Mode), c.Through}, " ")))
	}
	for _, want := range []string{"US no-ip-theft AGREED INDIVIDUAL", "TR no-ip-theft AGREED VIA_GROUP g20", "US nuclear-test-ban IN_FORCE INDIVIDUAL", "CH nuclear-test-ban RATIFIED INDIVIDUAL"} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}
