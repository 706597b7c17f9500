package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// asOf: what held on a day, as known on a day.
func asOf(t *testing.T, open Opener) {
	ctx := context.Background()
	batches := world()
	undated := tell("They have been talking, somebody wrote later.", "2016-05-01").stage(talks, graph.Proposed, "", "CN US", "").Batch
	unpublished := tell("A text that nobody dated.", "").stage(talks, graph.Agreed, "2014-01-01", "CN US", "").Batch
	s := filled(t, open, append(batches, undated, unpublished)...)
	day := func(valid, known graph.Day) graph.AsOf { return graph.AsOf{ValidAt: valid, KnownAt: known} }
	status := is("status", graph.InList, []any{"NEGOTIATING", "AGREED", "WITHDRAWN", "SIGNED", "PROPOSED"})
	for _, c := range []struct {
		name     string
		kind     *graph.Kind
		property string
		at       graph.AsOf
		where    graph.Filter
		want     []string
	}{
		{"a stage is hidden before its day", graph.Stages, "status", day("2015-09-24", "2015-12-31"), is("last", graph.Gte, "2015-01-01"), []string{"NEGOTIATING"}},
		{"a stage is hidden before it is known", graph.Stages, "status", day("2015-12-31", "2015-09-25"), is("last", graph.Gte, "2015-01-01"), []string{"NEGOTIATING"}},
		{"on the very days it is there", graph.Stages, "status", day("2015-09-25", "2015-09-26"), is("last", graph.Gte, "2015-01-01"), []string{"AGREED", "NEGOTIATING"}},
		{"what tells no day holds when it was published", graph.Stages, "status", day("2016-04-30", "2016-05-01"), is("status", graph.Eq, "PROPOSED"), nil},
		{"an act is known on its day, whenever it was told", graph.Stages, "status", day("1999-08-13", "1999-08-13"), is("status", graph.Eq, "RATIFIED"), []string{"RATIFIED"}},
		{"without a publication a claim is known from the day it was fetched", graph.Stages, "knownAt", day("2020-01-01", "2020-01-01"), is("first", graph.Eq, "2014-01-01"), []string{"2020-01-01"}},
		{"and not before", graph.Stages, "knownAt", day("2020-01-01", "2019-12-31"), is("first", graph.Eq, "2014-01-01"), nil},
		{"an article is hidden before it is published", graph.Articles, "published", day("", "2015-09-25"), nil, []string{"1999-08-14", "2015-09-22"}},
		{"an article that nobody dated is known when fetched", graph.Articles, "fetched", day("", "2020-01-01"), is("published", graph.Eq, ""), []string{"2020-01-01"}},
		{"an accusation is hidden before it is known", graph.Attributions, "stance", day("", "2016-03-01"), nil, nil},
		{"a treaty action is hidden before its day", graph.TreatyActions, "action", day("1999-08-12", ""), nil, nil},
		{"an allegation is there from its day", graph.Allegations, "stance", day("2016-05-05", "2016-05-05"), nil, []string{"ALLEGES"}},
		{"the status of a commitment is that of the day", graph.Commitments, "summary", day("2015-09-22", "2015-09-22"), is("status", graph.Eq, "NEGOTIATING"), []string{"CN US spare-infrastructure"}},
		{"a status not known yet is none", graph.Commitments, "summary", day("2015-09-22", "2015-09-21"), is("status", graph.Eq, "NEGOTIATING"), nil},
		{"a status that ended is another", graph.Commitments, "summary", day("2017-01-02", "2017-01-02"), is("status", graph.Eq, "WITHDRAWN"), []string{"spare-infrastructure accord"}},
		{"knowledge of today about a day long past", graph.Commitments, "summary", day("2015-09-25", "2019-01-01"), status, []string{"CN US spare-infrastructure", "no-testing ban", "spare-infrastructure accord"}},
		{"the days hold for what some follows", graph.Actors, "code", day("2015-09-22", "2015-09-22"), some("commitments", is("status", graph.Eq, "AGREED")), nil},
		{"nodes that know no days are always there", graph.Instruments, "slug", day("1900-01-01", "1900-01-01"), is("slug", graph.Eq, "ban"), []string{"ban"}},
		{"an attack is not there before anybody tells of it", graph.Attacks, "name", day("", "1900-01-01"), nil, nil},
		{"an attack is there once an article tells of it", graph.Attacks, "name", day("", ""), nil, []string{"Dark Night"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := graph.Query{Kind: c.kind, AsOf: c.at, Where: c.where, Order: []graph.Order{{Property: c.property}}, Total: true}
			p := mustFind(t, s, q)
			if diff := cmp.Diff(c.want, told(p, c.property)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if p.Total != len(c.want) {
				t.Errorf("total %d, want %d", p.Total, len(c.want))
			}
		})
	}
	t.Run("a claim that a later version took back is known only until then", func(t *testing.T) {
		old := tell("They agreed.", "2018-01-01").stage(talks, graph.Rejected, "2018-01-01", "CN US", "", func(s *graph.Stage) { s.KnownTo = "2018-02-01" }).Batch
		mustPut(t, s, old)
		for known, want := range map[graph.Day][]string{"2018-01-31": {"REJECTED"}, "2018-02-01": nil} {
			p := mustFind(t, s, graph.Query{Kind: graph.Stages, Where: is("status", graph.Eq, "REJECTED"), AsOf: day("", known)})
			if diff := cmp.Diff(want, told(p, "status")); diff != "" {
				t.Errorf("known %s (-want +got):\n%s", known, diff)
			}
		}
		if err := s.Remove(ctx, old.Source); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("a dismissed claim leaves the answers on all days", func(t *testing.T) {
		if err := s.Review(ctx, graph.Review{Subject: batches[2].Nodes[0].NodeID(), Reviewer: "ann", At: "2021-01-01T00:00:00Z", Verdict: graph.Dismissed}); err != nil {
			t.Fatal(err)
		}
		for _, at := range []graph.AsOf{{}, day("2015-09-25", "2015-09-26"), day("2016-01-01", "2016-01-01")} {
			for k, f := range map[*graph.Kind]graph.Filter{
				graph.Stages:      is("first", graph.Eq, "2015-09-25"),
				graph.Standings:   graph.And{is("status", graph.Eq, "AGREED"), some("commitment", some("instrument", nil))},
				graph.Commitments: graph.And{is("status", graph.Eq, "AGREED"), some("instrument", nil)},
			} {
				if p := mustFind(t, s, graph.Query{Kind: k, Where: f, AsOf: at}); len(p.Nodes) != 0 {
					t.Errorf("as of %v: %d %s are left", at, len(p.Nodes), k.Name)
				}
			}
		}
		checkStandings(t, s)
	})
}
