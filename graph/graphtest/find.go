package graphtest

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// is and some are short for the filters of the tables.
func is(property string, op graph.Op, value any) graph.Filter {
	return graph.Is{Property: property, Op: op, Value: value}
}

func some(edge string, x graph.Filter) graph.Filter { return graph.Some{Edge: edge, X: x} }

func not(x graph.Filter) graph.Filter { return graph.Not{X: x} }

// names is a batch of attacks that are called so, "" among them for one that nobody named; each has the day of its place.
func names(list ...string) graph.Batch {
	s := tell("Many attacks: "+strings.Join(list, "; "), "2016-01-01")
	for i, name := range list {
		day := graph.Day("2015-01-01").Add(i)
		s.node(&graph.Attack{ID: graph.ID("Attack", "named", name), Name: name, First: day, Last: day})
	}
	return s.Batch
}

// find: filters and orders, each told by a small table.
func find(t *testing.T, open Opener) {
	ctx := context.Background()
	s := filled(t, open, append(world(), names("", "École", "ecole", "Zurich", "a", "B", "\uffff", "\U0001F600", "10% of [all] \\d+ (x)", "Жар-птица"))...)
	where := func(name string, k *graph.Kind, property string, f graph.Filter, want ...string) {
		t.Helper()
		t.Run(name, func(t *testing.T) {
			p := mustFind(t, s, graph.Query{Kind: k, Where: f, Order: []graph.Order{{Property: property}}, Total: true})
			if diff := cmp.Diff(want, told(p, property)); diff != "" {
				t.Errorf("where %v (-want +got):\n%s", f, diff)
			}
			if p.Total != len(want) {
				t.Errorf("total %d, want %d", p.Total, len(want))
			}
		})
	}
	where("without a filter every node is found", graph.Principles, "slug", nil, "no-first-use", "no-testing", "spare-infrastructure")
	where("the empty or finds nothing", graph.Principles, "slug", graph.Or{})
	where("equal is exact", graph.Attacks, "name", is("name", graph.Eq, "ecole"), "ecole")
	where("in finds each of a list", graph.Actors, "code", is("code", graph.InList, []any{"EE", "nobody", "CN"}), "CN", "EE")
	where("in an empty list finds nothing", graph.Actors, "code", is("code", graph.InList, []any{}))
	where("contains folds É", graph.Attacks, "name", is("name", graph.Contains, "éCOLE"), "École")
	where("contains folds Cyrillic", graph.Attacks, "name", is("name", graph.Contains, "жАР"), "Жар-птица")
	where("contains takes no sign for a pattern", graph.Attacks, "name", is("name", graph.Contains, "% OF [all] \\D+ ("), "10% of [all] \\d+ (x)")
	where("contains nothing finds all that is told", graph.Actors, "code", graph.And{is("alpha3", graph.Contains, "")}, "CI", "CN", "EE", "RU", "US")
	where("contains compares items of a list as they are", graph.Actors, "code", is("aliases", graph.Contains, "PRC"), "CN")
	where("contains finds no part of an item", graph.Actors, "code", is("aliases", graph.Contains, "prc"))
	where("what is not told equals only nothing", graph.Actors, "code", is("alpha3", graph.Eq, ""), "un")
	where("what is not told is in a list with nothing", graph.Actors, "code", is("alpha3", graph.InList, []any{"", "EST"}), "EE", "un")
	where("what is not told is not less", graph.Actors, "code", is("alpha3", graph.Lt, "D"), "CI", "CN")
	where("what is not told is not at most", graph.Actors, "code", is("alpha3", graph.Lte, "CHN"), "CN")
	where("what is not told is not more", graph.Actors, "code", is("alpha3", graph.Gt, ""), "CI", "CN", "EE", "RU", "US")
	where("what is not told is not at least", graph.Actors, "code", is("alpha3", graph.Gte, ""), "CI", "CN", "EE", "RU", "US")
	where("not turns false what is not told into true", graph.Actors, "code", not(is("alpha3", graph.Lt, "E")), "EE", "RU", "US", "un")
	where("not of contains keeps what is not told", graph.Actors, "code", not(is("alpha3", graph.Contains, "u")), "CI", "CN", "EE", "un")
	where("not equal keeps what is not told", graph.Actors, "code", not(is("kind", graph.Eq, "BODY")), "CI", "CN", "EE", "RU", "US")
	where("numbers compare as numbers", graph.Passages, "text", is("end", graph.Gt, 40), "America alleges that China broke the accord", "Envoys are discussing a pledge on power grids.", "the visit")
	where("fractions compare", graph.Stages, "status", is("confidence", graph.Gte, 0.75), "RATIFIED")
	where("a fraction compares with a whole number", graph.Stages, "status", is("confidence", graph.Gte, 1), "RATIFIED")
	where("truth compares", graph.Standings, "status", graph.And{is("own", graph.Eq, true), is("principle", graph.Eq, "no-testing")}, "SIGNED")
	where("and wants both", graph.Actors, "code", graph.And{is("label", graph.Eq, graph.Country), is("name", graph.Contains, "ia")}, "EE", "RU")
	where("or wants one", graph.Actors, "code", graph.Or{is("code", graph.Eq, "EE"), is("name", graph.Contains, "nations")}, "EE", "un")
	where("some follows an edge", graph.Actors, "code", some("memberOf", is("code", graph.Eq, "un")), "CI", "CN", "EE", "RU", "US")
	where("some follows an edge backwards", graph.Actors, "code", some("members", is("code", graph.Eq, "EE")), "un")
	where("some without a filter wants any", graph.Principles, "slug", some("narrows", nil), "spare-infrastructure")
	where("none is not some", graph.Actors, "code", graph.And{is("label", graph.Eq, graph.Country), not(some("commitments", nil))}, "CI")
	where("all but those that lead to something else", graph.Commitments, "summary", not(some("parties", not(is("code", graph.InList, []any{"CN", "US"})))), "CN US spare-infrastructure", "spare-infrastructure accord")
	where("some in some", graph.Articles, "published", some("passages", some("stages", some("actors", is("code", graph.Eq, "US")))), "2015-09-22", "2015-09-26")
	where("the status of a commitment is that of its own standing", graph.Commitments, "summary", is("status", graph.InList, []any{"NEGOTIATING", "SIGNED"}), "CN US spare-infrastructure", "no-testing ban")
	where("edges that narrow are narrow", graph.Commitments, "summary", some("standings", is("actorCode", graph.Eq, "")))

	t.Run("text orders by code point, what is not told first", func(t *testing.T) {
		q := graph.Query{Kind: graph.Attacks, Where: is("last", graph.Lt, "2016-01-01"), Order: []graph.Order{{Property: "name"}}}
		want := []string{"", "10% of [all] \\d+ (x)", "B", "Zurich", "a", "ecole", "École", "Жар-птица", "\uffff", "\U0001F600"}
		if diff := cmp.Diff(want, told(mustFind(t, s, q), "name")); diff != "" {
			t.Errorf("ascending (-want +got):\n%s", diff)
		}
		q.Order[0].Desc = true
		for i, j := 0, len(want)-1; i < j; i, j = i+1, j-1 {
			want[i], want[j] = want[j], want[i]
		}
		if diff := cmp.Diff(want, told(mustFind(t, s, q), "name")); diff != "" {
			t.Errorf("descending (-want +got):\n%s", diff)
		}
	})
	t.Run("ties are broken by id", func(t *testing.T) {
		p := mustFind(t, s, graph.Query{Kind: graph.Actors, Order: []graph.Order{{Property: "label", Desc: true}}})
		last := ""
		for _, n := range p.Nodes[1:] {
			if n.NodeID() < last {
				t.Errorf("%s comes after %s", n.NodeID(), last)
			}
			last = n.NodeID()
		}
		if p.Nodes[0].(*graph.Actor).Label != graph.Organization {
			t.Errorf("the first is a %s, want an Organization", p.Nodes[0].(*graph.Actor).Label)
		}
	})
	t.Run("an unknown property, edge or operator is Invalid and names the known", func(t *testing.T) {
		for _, f := range []graph.Filter{is("iso3", graph.Eq, "x"), some("friends", nil), is("aliases", graph.Lt, "x"), is("name", graph.Eq, 1),
			some("memberOf", is("iso3", graph.Eq, "x"))} {
			_, err := s.Find(ctx, graph.Query{Kind: graph.Actors, Where: f})
			refused(t, graph.Invalid, err)
		}
		_, err := s.Find(ctx, graph.Query{Kind: graph.Actors, Where: is("iso3", graph.Eq, "x")})
		if err != nil && !strings.Contains(err.Error(), "alpha3") {
			t.Errorf("the error %q does not name alpha3", err)
		}
	})
	t.Run("a question whose time is over is Unavailable", func(t *testing.T) {
		ctx, cancel := context.WithCancel(ctx)
		cancel()
		_, err := s.Find(ctx, graph.Query{Kind: graph.Actors})
		refused(t, graph.Unavailable, err)
	})
}
