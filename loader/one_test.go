package loader

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/sqlite"
	"github.com/treatygraph/treatygraph/loader/source"
)

// newer are the rules as a later version of them, which reads the same.
type newer struct{ Extractor }

func (n newer) Identity() (string, string) {
	name, version := n.Extractor.Identity()
	return name, version + " and newer"
}

// breaches tell of one theft in several words, and of another one.
var breaches = []source.Document{
	{Name: "hack", Published: "2015-09-21", Text: "Washington blames Chinese hackers for the OPM hack, in which files on millions of Americans were stolen."},
	{Name: "theft", Published: "2015-09-22", Text: "The United States accuses China of the theft of personal data of millions of federal employees. Beijing denies the accusation."},
	{Name: "plans", Published: "2015-09-22", Text: "The United States accuses Chinese hackers of stealing plans from American shipyards in May 2014."},
	{Name: "drawings", Published: "2015-10-02", Text: "Washington accuses Chinese hackers of stealing drawings from American shipyards in May 2014."},
}

// TestOneBreach: an incident of the catalogue, its name, and a description of it are one; what else was stolen is not.
func TestOneBreach(t *testing.T) {
	l, s := reading(t)
	must(t)(l.Import(t.Context(), documents(breaches...), nil))
	opm := graph.KnownID(graph.Attacks, "opm-2015")
	got := attackOf(t, s)
	if got["hack"] != opm || got["theft"] != opm {
		t.Errorf("not the incident of the catalogue: %v", got)
	}
	if got["plans"] == "" || got["plans"] == opm || got["drawings"] == opm {
		t.Errorf("another theft is taken for it: %v", got)
	}
}

// TestReviewsOutlast: what people joined and split stays so when articles are imported and read again.
func TestReviewsOutlast(t *testing.T) {
	l, s := reading(t)
	must(t)(l.Import(t.Context(), documents(breaches...), nil))
	first := attackOf(t, s)
	judge := func(a, b string, v graph.Verdict, at string) {
		t.Helper()
		if err := s.Review(t.Context(), graph.Review{Subject: a, Other: b, Reviewer: "ann", At: at, Verdict: v}); err != nil {
			t.Fatal(err)
		}
	}
	opm := graph.KnownID(graph.Attacks, "opm-2015")
	judge(first["plans"], opm, graph.Same, "2020-01-01T00:00:00Z")
	joined := attackOf(t, s)
	if joined["plans"] != opm || joined["drawings"] != first["drawings"] {
		t.Fatalf("not joined: %v", joined)
	}
	must(t)(l.Import(t.Context(), documents(breaches...), nil))
	l.Extractor = newer{l.Extractor}
	sum := must(t)(l.Reread(t.Context(), nil))
	if sum.Updated != len(breaches) {
		t.Errorf("%+v", sum)
	}
	if diff := cmp.Diff(joined, attackOf(t, s)); diff != "" {
		t.Errorf("read again: %s", diff)
	}
	judge(opm, first["plans"], graph.Undone, "2020-01-02T00:00:00Z")
	if diff := cmp.Diff(first, attackOf(t, s)); diff != "" {
		t.Errorf("undone: %s", diff)
	}
	if wrong, _, err := graph.Check(t.Context(), s); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
}

// talksBefore are reports of one visit; the second tells less.
var talksBefore = []source.Document{
	{Name: "visit", Published: "2015-09-24", Text: "The presidents of China and the United States held talks in Washington on 24 September 2015."},
	{Name: "talks", Published: "2015-09-26", Text: "China and the United States held a summit in Washington on 24 and 25 September 2015."},
	{Name: "others", Published: "2015-09-26", Text: "Brazil and India held talks in Delhi on 25 September 2015."},
}

// TestOneMeeting: reports of the same two countries on days that overlap are of one meeting, unless a person says otherwise.
func TestOneMeeting(t *testing.T) {
	l, s := reading(t)
	must(t)(l.Import(t.Context(), documents(talksBefore...), nil))
	got := told(t, s, graph.Summits, func(n graph.Node) string { return n.(*graph.Summit).Same })
	if got["visit"] == "" || got["visit"] != got["talks"] || got["visit"] == got["others"] {
		t.Errorf("%v", got)
	}
}

// reading is a loader with the rules, over a store that holds the catalogue.
func reading(t *testing.T) (*Loader, *sqlite.Store) {
	t.Helper()
	s := open(t)
	l := newLoader(t, s)
	rules, err := Rules(l.Catalogue)
	if err != nil {
		t.Fatal(err)
	}
	l.Extractor = rules
	return l, s
}

// attackOf gives the attack that each article tells of, by the article's name: the id of the one that stands for it.
func attackOf(t *testing.T, s *sqlite.Store) map[string]string {
	t.Helper()
	return told(t, s, graph.Attacks, func(n graph.Node) string { return n.(*graph.Attack).Same })
}

// told gives the node of a kind that each article tells of.
func told(t *testing.T, s *sqlite.Store, k *graph.Kind, same func(graph.Node) string) map[string]string {
	t.Helper()
	ctx := context.Background()
	out := map[string]string{}
	follow := func(k *graph.Kind, id, edge string) []graph.Node {
		e, err := k.Edge(edge)
		if err != nil {
			t.Fatal(err)
		}
		pages, err := s.Related(ctx, []string{id}, e, graph.Query{Kind: e.To, AsOf: graph.AsOf{Ever: true}})
		if err != nil {
			t.Fatal(err)
		}
		return pages[0].Nodes
	}
	page, err := s.Find(ctx, graph.Query{Kind: k, AsOf: graph.AsOf{Ever: true}, First: graph.MaxPage})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range page.Nodes {
		for _, p := range follow(k, n.NodeID(), "evidence") {
			for _, a := range follow(graph.Passages, p.NodeID(), "article") {
				id := n.NodeID()
				if same(n) != "" {
					id = same(n)
				}
				i := slices.IndexFunc(slices.Concat(breaches, talksBefore), func(d source.Document) bool { return d.Text == a.(*graph.Article).Text })
				out[slices.Concat(breaches, talksBefore)[i].Name] = id
			}
		}
	}
	return out
}
