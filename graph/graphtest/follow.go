package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// follow: who belongs to a group on a day, and what is said of a class, is found by a filter on its members.
func follow(t *testing.T, open Opener) {
	s := filled(t, open, world()...)
	everybody := tell("All states agreed on a ban.", "1997-01-02").stage(ban, graph.Agreed, "1997-01-01", graph.AllStates, "All states agreed on a ban.")
	everybody.node(&graph.Actor{ID: graph.ActorID(graph.AllStates), Code: graph.AllStates, Label: graph.Class, Name: "all states"})
	mustPut(t, s, everybody.Batch)
	un := some("memberOf", is("code", graph.Eq, "un"))
	for _, tc := range []struct {
		name, day string
		kind      *graph.Kind
		where     graph.Filter
		want      []string
	}{ // CN is a member from 1945, US from 1955, RU from 1965, CI from 1975, EE from 1985
		{"members on a day", "1965-10-24", graph.Actors, un, []string{"CN", "RU", "US"}},
		{"members the day before", "1965-10-23", graph.Actors, un, []string{"CN", "US"}},
		{"members by the code of the group", "1955-12-31", graph.Actors, is("code", graph.InList, []any{"members-of-un", "EE"}), []string{"CN", "EE", "US"}},
		{"the others", "1965-10-24", graph.Actors, graph.And{is("label", graph.Eq, graph.Country), graph.Not{X: un}}, []string{"CI", "EE"}},
		{"a group by who belongs to it", "1955-12-31", graph.Actors, some("members", is("code", graph.Eq, "US")), []string{"un"}},
		{"a group by who does not yet", "1955-01-01", graph.Actors, some("members", is("code", graph.Eq, "US")), nil},
		{"no group", "1965-10-24", graph.Actors, is("code", graph.Eq, "members-of-nobody"), nil},
		{"commitments of members", "2016-01-01", graph.Commitments, graph.And{some("principle", is("slug", graph.Eq, "no-testing")), some("parties", is("code", graph.Eq, "members-of-un"))}, []string{"no-testing ban"}},
		{"commitments of members through a class", "2016-01-01", graph.Commitments, graph.And{some("principle", is("slug", graph.Eq, "no-testing")), some("parties", is("code", graph.Eq, "CI"))}, []string{"no-testing ban"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			property := map[*graph.Kind]string{graph.Actors: "code", graph.Commitments: "summary"}[tc.kind]
			q, err := graph.Follow(context.Background(), s, graph.Query{Kind: tc.kind, Where: tc.where, AsOf: graph.AsOf{ValidAt: graph.Day(tc.day)}, Order: []graph.Order{{Property: property}}})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, told(mustFind(t, s, q), property), equateEmpty); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("ever is not rewritten", func(t *testing.T) {
		q, err := graph.Follow(context.Background(), s, graph.Query{Kind: graph.Actors, Where: un, AsOf: graph.AsOf{Ever: true}})
		if err != nil || len(mustFind(t, s, q).Nodes) != 5 {
			t.Errorf("found %d, want all that ever were (%v)", len(mustFind(t, s, q).Nodes), err)
		}
	})
}
