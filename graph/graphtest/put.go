package graphtest

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// put: a batch becomes nodes and relationships, all of it or nothing.
func put(t *testing.T, open Opener) {
	ctx := context.Background()
	t.Run("a batch comes back as it was put", func(t *testing.T) {
		s := filled(t, open, catalogue())
		for _, n := range catalogue().Nodes {
			k := graph.KindOf(n)
			p := mustFind(t, s, graph.Query{Kind: k, Where: graph.Is{Property: "id", Op: graph.Eq, Value: n.NodeID()}})
			if diff := cmp.Diff([]graph.Node{n}, p.Nodes); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		}
	})
	t.Run("relationships keep their properties", func(t *testing.T) {
		s := filled(t, open, world()...)
		cn := country("CN").ID
		for _, c := range []struct {
			kind *graph.Kind
			id   string
			edge string
			want graph.Props
		}{
			{graph.Actors, cn, "memberOf", graph.Props{"from": "1945-10-24"}},
			{graph.Principles, principle("no-testing").ID, "statedIn", graph.Props{"locator": "article I"}},
			{graph.Actors, cn, "summits", graph.Props{"planned": true}},
			{graph.Summits, graph.ID("Summit", "visit"), "evidence", graph.Props{"extractor": "test", "version": "1", "confidence": 0.75}},
		} {
			p := mustRelated(t, s, []string{c.id}, c.kind, c.edge, graph.Query{})[0]
			if len(p.Links) != 1 {
				t.Fatalf("%s: %d relationships, want 1", c.edge, len(p.Links))
			}
			if diff := cmp.Diff(c.want, p.Links[0]); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.edge, diff)
			}
		}
	})
	t.Run("a relationship to a node that is not there is Invalid and names it", func(t *testing.T) {
		s := filled(t, open, catalogue())
		before := dump(t, s)
		b := tell("Atlantis is named here.", "2015-01-01").mentions("atlantis").Batch
		_, err := s.Put(ctx, b)
		refused(t, graph.Invalid, err)
		if err != nil && !strings.Contains(err.Error(), graph.ActorID("atlantis")) {
			t.Errorf("the error %q does not name %s", err, graph.ActorID("atlantis"))
		}
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Errorf("something of the batch stayed (-before +after):\n%s", diff)
		}
	})
	t.Run("a batch that says what the graph has no place for is Invalid", func(t *testing.T) {
		s := filled(t, open, catalogue())
		for name, b := range map[string]graph.Batch{
			"no source":              {Reader: reader},
			"no reader":              {Source: "x"},
			"a node without id":      {Source: "x", Reader: reader, Nodes: []graph.Node{&graph.Term{}}},
			"standings of its own":   {Source: "x", Reader: reader, Nodes: []graph.Node{&graph.Standing{ID: "s"}}},
			"a link that is unknown": {Source: "x", Reader: reader, Links: []graph.Link{{Type: graph.RelBlames, From: country("CN"), To: country("US")}}},
			"an unknown property":    tell("x", "2015-01-01").link(graph.RelMentions, tell("x", "").article(), country("CN"), graph.Props{"x": "y"}).Batch,
		} {
			_, err := s.Put(ctx, b)
			if graph.CodeOf(err) != graph.Invalid {
				t.Errorf("%s: got %v, want INVALID", name, err)
			}
		}
	})
	t.Run("two articles on one commitment leave both stages and right standings", func(t *testing.T) {
		s := filled(t, open, catalogue(),
			tell("They are talking.", "2015-09-22").stage(talks, graph.Negotiating, "2015-09-20", "CN US", "").Batch,
			tell("They agreed.", "2015-09-26").stage(talks, graph.Agreed, "2015-09-25", "CN US", "").Batch)
		stages := mustRelated(t, s, []string{talks.ref().ID}, graph.Commitments, "stages", graph.Query{Order: []graph.Order{{Property: "last"}}})[0]
		if diff := cmp.Diff([]string{"NEGOTIATING", "AGREED"}, told(stages, "status")); diff != "" {
			t.Errorf("stages (-want +got):\n%s", diff)
		}
		for day, want := range map[graph.Day]string{"2015-09-22": "NEGOTIATING", "2015-09-26": "AGREED"} {
			own := mustRelated(t, s, []string{talks.ref().ID}, graph.Commitments, "own", graph.Query{AsOf: graph.AsOf{ValidAt: day, KnownAt: day}})[0]
			if diff := cmp.Diff([]string{want}, told(own, "status")); diff != "" {
				t.Errorf("on %s (-want +got):\n%s", day, diff)
			}
		}
		checkStandings(t, s)
	})
	t.Run("an act under an instrument is reached by commitments told before and after it", func(t *testing.T) {
		first := tell("They spoke of the ban.", "1999-01-01").stage(ban, graph.Signed, "1996-09-24", "EE", "").Batch
		other := deal{"no-first-use", "ban", ""}
		act := tell("Estonia ratified the ban.", "1999-08-14").act("EE", "ban", graph.Ratification, "1999-08-13", graph.Ratified).Batch
		last := tell("They spoke of another part of the ban.", "2000-01-01").stage(other, graph.Signed, "1996-09-24", "EE", "").Batch
		s := filled(t, open, catalogue(), first, act, last)
		for _, p := range mustRelated(t, s, []string{ban.ref().ID, other.ref().ID}, graph.Commitments, "stages", graph.Query{Order: []graph.Order{{Property: "last"}}}) {
			if diff := cmp.Diff([]string{"SIGNED", "RATIFIED"}, told(p, "status")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		}
		checkStandings(t, s)
	})
	t.Run("whose act is on record becomes a party", func(t *testing.T) {
		spoken := tell("Russia signed the ban.", "1996-09-24").stage(ban, graph.Signed, "1996-09-24", "RU", "").Batch
		done := tell("Estonia signed the ban.", "1996-11-21").act("EE", "ban", graph.Signature, "1996-11-20", graph.Signed).Batch
		s := filled(t, open, catalogue(), spoken, done)
		p := mustRelated(t, s, []string{ban.ref().ID}, graph.Commitments, "parties", graph.Query{Order: []graph.Order{{Property: "code"}}})[0]
		if diff := cmp.Diff([]string{"EE", "RU"}, told(p, "code")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		checkStandings(t, s)
	})
}

// checkStandings compares the rows that a store keeps with the rule.
func checkStandings(t testing.TB, s graph.Store) {
	t.Helper()
	wrong, _, err := graph.Check(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
}

// anyOrder: the graph is a function of what was put, not of the order.
func anyOrder(t *testing.T, open Opener) {
	batches := world()
	want := dump(t, filled(t, open, batches...))
	r := rand.New(rand.NewPCG(1, 2))
	for _, name := range []string{"backwards", "shuffled", "shuffled again", "everything twice"} {
		t.Run(name, func(t *testing.T) {
			order := append([]graph.Batch(nil), world()...)
			rest := order[1:] // the catalogue comes first, since the others name its nodes
			switch name {
			case "backwards":
				for i, j := 0, len(rest)-1; i < j; i, j = i+1, j-1 {
					rest[i], rest[j] = rest[j], rest[i]
				}
			case "everything twice":
				order = append(order, world()...)
			default:
				r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
			}
			if diff := cmp.Diff(want, dump(t, filled(t, open, order...))); diff != "" {
				t.Errorf("(-in order +%s):\n%s", name, diff)
			}
		})
	}
}
