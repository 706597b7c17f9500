package graphtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// scenarios: the written histories have the right answers, in any order, told twice, judged and judged again.
func scenarios(t *testing.T, open Opener) {
	for _, c := range readScenarios(t) {
		t.Run(c.Name, func(t *testing.T) { c.run(t, open) })
	}
}

func (c scenario) run(t *testing.T, open Opener) {
	batches, sources := c.batches()
	s := filled(t, open, batches...)
	c.again(t, s, batches)
	c.then(t, s, sources)
	checkStandings(t, s)
	for _, want := range c.Expect {
		t.Run(fmt.Sprintf("%s valid %s known %s", want.Of, want.Valid, want.Known), func(t *testing.T) {
			at := graph.AsOf{ValidAt: want.Valid, KnownAt: want.Known}
			want.compare(t, s, c.deal(want.Of).ref().ID, at)
			supported(t, s, at)
		})
	}
	c.beforehand(t, s)
	c.dismissed(t, s)
	forwards := dump(t, s)
	slices.Reverse(batches[1:])
	s = filled(t, open, batches...)
	c.then(t, s, sources)
	if diff := cmp.Diff(forwards, dump(t, s)); diff != "" {
		t.Errorf("(-in order +backwards):\n%s", diff)
	}
}

// again tells everything a second time.
func (c scenario) again(t *testing.T, s graph.Store, batches []graph.Batch) {
	t.Helper()
	before := dump(t, s)
	for _, b := range batches {
		if out := mustPut(t, s, b); out != graph.Unchanged {
			t.Errorf("%s a second time: %s, want UNCHANGED", b.Source, out)
		}
	}
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("told twice (-before +after):\n%s", diff)
	}
}

// then does what is done when all is told.
func (c scenario) then(t *testing.T, s graph.Store, sources []string) {
	t.Helper()
	for i, d := range c.Then {
		r := graph.Review{Reviewer: "ann", At: fmt.Sprintf("2030-01-%02dT00:00:00Z", i+1)}
		switch {
		case d.Remove > 0:
			if err := s.Remove(t.Context(), sources[d.Remove-1]); err != nil {
				t.Fatal(err)
			}
			continue
		case d.Dismiss > 0:
			r.Verdict, r.Subject = graph.Dismissed, c.reportID(d.Dismiss-1, sources)
		case d.Uphold > 0:
			r.Verdict, r.Subject = graph.Upheld, c.reportID(d.Uphold-1, sources)
		case d.Same != nil:
			r.Verdict, r.Subject, r.Other = graph.Same, c.deal(d.Same[0]).ref().ID, c.deal(d.Same[1]).ref().ID
		default:
			r.Verdict, r.Subject, r.Other = graph.Different, c.deal(d.Different[0]).ref().ID, c.deal(d.Different[1]).ref().ID
		}
		mustReview(t, s, r)
	}
}

// reportID is the id of the i-th stage, which an article tells.
func (c scenario) reportID(i int, sources []string) string {
	for _, b := range first(c.batches()) {
		for _, l := range b.Links {
			if b.Source == sources[i] && l.Type == graph.RelSupportedBy && strings.HasPrefix(passage(b, l.To.ID), fmt.Sprintf("(%d)", i+1)) {
				return l.From.ID
			}
		}
	}
	panic("no article tells the stage")
}

func first(b []graph.Batch, _ []string) []graph.Batch { return b }

// passage is the text of a passage of a batch.
func passage(b graph.Batch, id string) string {
	for _, n := range b.Nodes {
		if p, ok := n.(*graph.Passage); ok && p.ID == id {
			return p.Text
		}
	}
	return ""
}

// compare asks a store and compares its answer.
func (want expectation) compare(t *testing.T, s graph.Store, commitment string, at graph.AsOf) {
	if want.Nothing {
		nothing(t, s, at)
	}
	related := func(edge string, q graph.Query) graph.Page {
		q.AsOf = at
		return mustRelated(t, s, []string{commitment}, graph.Commitments, edge, q)[0]
	}
	if want.Commitment != nil {
		var status []string
		if string(want.Commitment) != "null" {
			status = []string{strings.Trim(string(want.Commitment), `"`)}
		}
		if diff := cmp.Diff(status, told(related("own", graph.Query{}), "status")); diff != "" {
			t.Errorf("the commitment (-want +got):\n%s", diff)
		}
		for _, x := range graph.Statuses() {
			q := graph.Query{Kind: graph.Commitments, Where: graph.And{is("id", graph.Eq, commitment), is("status", graph.Eq, string(x))}, AsOf: at}
			if p := mustFind(t, s, q); (len(p.Nodes) == 1) != slices.Contains(status, string(x)) {
				t.Errorf("asked for %s the commitment is found: %v", x, len(p.Nodes) == 1)
			}
		}
	}
	for code, fields := range want.Actors {
		held := map[string]any{}
		if p := related("standings", graph.Query{Where: is("actorCode", graph.Eq, code)}); len(p.Nodes) > 0 {
			held = plainly(p.Nodes[0])
		}
		for name, value := range fields {
			if diff := cmp.Diff(value, held[name]); diff != "" {
				t.Errorf("%s of %s (-want +got):\n%s", name, code, diff)
			}
		}
		if fields == nil && len(held) > 0 {
			t.Errorf("%s holds %v, want nothing", code, held)
		}
	}
	if want.Stages != nil {
		if diff := cmp.Diff(inOrder(want.Stages), inOrder(stagesOf(t, s, related("stages", graph.Query{}), at))); diff != "" {
			t.Errorf("stages (-want +got):\n%s", diff)
		}
	}
	if want.Parties != "" {
		if diff := cmp.Diff(inOrder(strings.Fields(want.Parties)), inOrder(told(related("parties", graph.Query{}), "code"))); diff != "" {
			t.Errorf("parties (-want +got):\n%s", diff)
		}
	}
	if want.Holding != nil {
		if p := mustFind(t, s, graph.Query{Kind: graph.Commitments, Where: some("own", nil), AsOf: at}); len(p.Nodes) != *want.Holding {
			t.Errorf("%d commitments have a status, want %d", len(p.Nodes), *want.Holding)
		}
	}
	if want.Claims != nil {
		if diff := cmp.Diff(inOrder(want.Claims), inOrder(claimsAt(t, s, at))); diff != "" {
			t.Errorf("claims (-want +got):\n%s", diff)
		}
	}
}

// plainly is a standing by the names of the written histories, without what it does not have.
func plainly(n graph.Node) map[string]any {
	out := map[string]any{}
	data, _ := json.Marshal(n)
	var fields map[string]any
	json.Unmarshal(data, &fields)
	for name, value := range fields {
		if value != "" {
			out[strings.ToLower(name[:1])+name[1:]] = value
		}
	}
	return out
}

// stagesOf prints stages: their stance if it is a denial, their status and their actors.
func stagesOf(t *testing.T, s graph.Store, p graph.Page, at graph.AsOf) []string {
	t.Helper()
	out := []string{}
	for i, by := range mustRelated(t, s, idsOf(p), graph.Stages, "actors", graph.Query{Order: []graph.Order{{Property: "code"}}}) {
		stage := p.Nodes[i].(*graph.Stage)
		text := string(stage.Status)
		if stage.Stance == graph.Denies {
			text = "DENIES " + text
		}
		out = append(out, text+" "+strings.Join(told(by, "code"), " "))
	}
	return out
}

// claimsAt prints all attributions and allegations.
func claimsAt(t *testing.T, s graph.Store, at graph.AsOf) []string {
	t.Helper()
	out := []string{}
	for k, whom := range map[*graph.Kind]string{graph.Attributions: "blames", graph.Allegations: "against"} {
		p := mustFind(t, s, graph.Query{Kind: k, AsOf: at})
		by, of := mustRelated(t, s, idsOf(p), k, "by", graph.Query{}), mustRelated(t, s, idsOf(p), k, whom, graph.Query{})
		for i, stance := range told(p, "stance") {
			out = append(out, told(by[i], "code")[0]+" "+stance+" "+told(of[i], "code")[0])
		}
	}
	return out
}

// nothing wants that nothing is known of anything.
func nothing(t *testing.T, s graph.Store, at graph.AsOf) {
	t.Helper()
	for _, k := range []*graph.Kind{graph.Stages, graph.Standings, graph.Attributions, graph.Allegations, graph.TreatyActions, graph.Articles} {
		if p := mustFind(t, s, graph.Query{Kind: k, AsOf: at}); len(p.Nodes) > 0 {
			t.Errorf("%d of %s are known", len(p.Nodes), k.Name)
		}
	}
	if p := mustFind(t, s, graph.Query{Kind: graph.Commitments, Where: some("own", nil), AsOf: at}); len(p.Nodes) > 0 {
		t.Errorf("%d commitments have a status", len(p.Nodes))
	}
}

// beforehand wants that nothing is known the day before the first is, whatever day is asked about.
func (c scenario) beforehand(t *testing.T, s graph.Store) {
	t.Helper()
	known := graph.Forever
	for _, x := range c.Stages {
		known = min(known, x.Known)
	}
	for _, x := range c.Claims {
		known = min(known, x.Known)
	}
	for _, valid := range []graph.Day{known, ""} {
		nothing(t, s, graph.AsOf{ValidAt: valid, KnownAt: known.Add(-1)})
	}
}

// dismissed wants that dismissed stages show on no day, and stay in the record.
func (c scenario) dismissed(t *testing.T, s graph.Store) {
	t.Helper()
	gone := is("dismissed", graph.Eq, true)
	reviewed := slices.ContainsFunc(c.Then, func(d deed) bool { return d.Dismiss > 0 })
	if p := mustFind(t, s, graph.Query{Kind: graph.Stages, Where: gone, AsOf: graph.AsOf{Ever: true}}); reviewed != (len(p.Nodes) > 0) {
		t.Errorf("%d dismissed stages are in the record", len(p.Nodes))
	}
	if !reviewed {
		return
	}
	for _, valid := range c.days() {
		for _, known := range []graph.Day{valid, ""} {
			if p := mustFind(t, s, graph.Query{Kind: graph.Stages, Where: gone, AsOf: graph.AsOf{ValidAt: valid, KnownAt: known}}); len(p.Nodes) > 0 {
				t.Errorf("valid %s, known %s: %d dismissed stages are shown", valid, known, len(p.Nodes))
			}
		}
	}
}

// supported wants that every standing that is shown has a stage that is shown beside it, which a passage or a recorded act with a source supports.
func supported(t *testing.T, s graph.Store, at graph.AsOf) {
	t.Helper()
	rows := mustFind(t, s, graph.Query{Kind: graph.Standings, AsOf: at})
	for i, of := range mustRelated(t, s, idsOf(rows), graph.Standings, "commitment", graph.Query{}) {
		row := rows.Nodes[i].(*graph.Standing)
		proof := graph.Or{some("evidence", nil), some("act", graph.Not{X: is("source", graph.Eq, "")})}
		where := graph.And{proof}
		if !row.Own {
			where = append(where, some("actors", is("code", graph.Eq, row.ActorCode)))
		}
		if p := mustRelated(t, s, idsOf(of), graph.Commitments, "stages", graph.Query{Where: where, AsOf: at})[0]; len(p.Nodes) == 0 {
			t.Errorf("%s of %q has no support", row.Status, row.ActorCode)
		}
	}
}

func inOrder(s []string) []string { return slices.Sorted(slices.Values(s)) }
