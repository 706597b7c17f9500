package graphtest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// count: nodes by the values of properties, each group written as value/value: count.
func count(t *testing.T, open Opener) {
	ctx := context.Background()
	s := filled(t, open, world()...)
	for _, c := range []struct {
		name  string
		query graph.Query
		by    []string
		want  []string
	}{
		{"largest first, then by values", graph.Query{Kind: graph.Terms}, []string{"label"}, []string{"Sector: 2", "Condition: 1", "Conduct: 1"}},
		{"what is not told is a group", graph.Query{Kind: graph.Actors}, []string{"kind", "label"}, []string{"/Country: 5", "BODY/Organization: 1"}},
		{"truth and numbers are values", graph.Query{Kind: graph.Stages, Where: is("status", graph.Eq, "RATIFIED")}, []string{"dismissed", "confidence"}, []string{"false/1: 1"}},
		{"fractions are values", graph.Query{Kind: graph.Stages, Where: is("status", graph.Eq, "AGREED")}, []string{"confidence"}, []string{"0.5: 1"}},
		{"numbers are values", graph.Query{Kind: graph.Passages, Where: is("text", graph.Eq, "China left the accord.")}, []string{"end", "start"}, []string{"22/0: 1"}},
		{"a filter narrows", graph.Query{Kind: graph.Actors, Where: some("memberOf", nil)}, []string{"label"}, []string{"Country: 5"}},
		{"as of a day", graph.Query{Kind: graph.Standings, Where: is("own", graph.Eq, true), AsOf: graph.AsOf{ValidAt: "2015-09-30", KnownAt: "2015-09-30"}}, []string{"principle", "status"},
			[]string{"no-testing/SIGNED: 1", "spare-infrastructure/AGREED: 1", "spare-infrastructure/NEGOTIATING: 1"}},
		{"the page does not limit a count", graph.Query{Kind: graph.Actors, First: 1}, []string{"label"}, []string{"Country: 5", "Organization: 1"}},
		{"nothing passes, no groups", graph.Query{Kind: graph.Actors, Where: graph.Or{}}, []string{"label"}, nil},
		{"without properties, one group", graph.Query{Kind: graph.Actors}, nil, []string{": 6"}},
		{"without properties and nodes, one group of none", graph.Query{Kind: graph.Actors, Where: graph.Or{}}, nil, []string{": 0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			groups, err := s.Count(ctx, c.query, c.by...)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, g := range groups {
				got = append(got, fmt.Sprintf("%s: %d", strings.Join(g.Values, "/"), g.Count))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("a list or an unknown property is Invalid", func(t *testing.T) {
		for _, by := range []string{"aliases", "size"} {
			_, err := s.Count(ctx, graph.Query{Kind: graph.Actors}, by)
			refused(t, graph.Invalid, err)
		}
	})
}
