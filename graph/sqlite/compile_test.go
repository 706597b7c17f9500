package sqlite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

func TestWhere(t *testing.T) {
	is := func(property string, op graph.Op, v any) graph.Filter {
		return graph.Is{Property: property, Op: op, Value: v}
	}
	for _, c := range []struct {
		name string
		kind *graph.Kind
		f    graph.Filter
		want string
		args []any
	}{
		{"all", graph.Actors, graph.And{}, `1`, nil},
		{"none", graph.Actors, graph.Or{}, `0`, nil},
		{"equal", graph.Actors, is("code", graph.Eq, "US"), `t."code" = ?1`, []any{"US"}},
		{"in", graph.Actors, is("code", graph.InList, []any{"US", "CN"}), `t."code" IN (?1, ?2)`, []any{"US", "CN"}},
		{"less", graph.Stages, is("last", graph.Lt, "2015"), `t."last" < ?1 AND t."last" > ''`, []any{"2015"}},
		{"less, of numbers", graph.Passages, is("end", graph.Lt, 7), `t."end" < ?1`, []any{7}},
		{"contains", graph.Actors, is("name", graph.Contains, "é"), `folded_contains(CAST(t."name" AS BLOB), ?1)`, []any{[]byte("É")}},
		{"an item", graph.Actors, is("aliases", graph.Contains, "é"), `list_holds(CAST(t."aliases" AS BLOB), ?1)`, []any{[]byte("é")}},
		{"not", graph.Actors, graph.Not{X: is("code", graph.Eq, "US")}, `NOT (t."code" = ?1)`, []any{"US"}},
		{"and, or", graph.Actors, graph.And{is("code", graph.Eq, "a"), graph.Or{is("name", graph.Eq, "b"), is("name", graph.Eq, "c")}},
			`(t."code" = ?1) AND ((t."name" = ?2) OR (t."name" = ?3))`, []any{"a", "b", "c"}},
		{"some, of any", graph.Commitments, graph.Some{Edge: "stages", X: graph.And{}},
			`EXISTS (SELECT 1 FROM "Commitment_REACHED_Stage" e1 WHERE e1.a = t.n)`, nil},
		{"some, of many", graph.Commitments, graph.Some{Edge: "stages", X: is("status", graph.Eq, "AGREED")},
			`EXISTS (SELECT 1 FROM "Commitment_REACHED_Stage" e1 JOIN "Stage" t2 ON t2.n = e1.b WHERE e1.a = t.n AND (t2."status" = ?1))`, []any{"AGREED"}},
		{"some, of few, in some, backwards and forwards", graph.Commitments, graph.Some{Edge: "parties", X: graph.Some{Edge: "memberOf", X: is("code", graph.Eq, "un")}},
			`t.n IN (SELECT e1.b FROM "Actor_PARTY_TO_Commitment" e1 JOIN "Actor" t2 ON t2.n = e1.a WHERE (` +
				`t2.n IN (SELECT e3.a FROM "Actor_MEMBER_OF_Actor" e3 JOIN "Actor" t4 ON t4.n = e3.b WHERE (t4."code" = ?1))))`, []any{"un"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s statement
			s.where(c.kind, "t", c.f)
			if diff := cmp.Diff(c.want, s.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.args, s.args); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAfter(t *testing.T) {
	order := []graph.Order{{Property: "name"}, {Property: "first", Desc: true}, {Property: "id"}}
	for _, c := range []struct {
		name     string
		backward bool
		want     string
	}{
		{"forward", false, `t."name" >= ?1 AND (t."name" > ?1 OR (t."first" <= ?2 AND (t."first" < ?2 OR (t."id" > ?3))))`},
		{"backward", true, `t."name" <= ?1 AND (t."name" < ?1 OR (t."first" >= ?2 AND (t."first" > ?2 OR (t."id" < ?3))))`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s statement
			s.after("t", order, []any{"a", "b", "c"}, c.backward)
			if diff := cmp.Diff(c.want, s.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTooManyValuesAreInvalid(t *testing.T) {
	s := opened(t)
	list := make([]any, maxParameters+1)
	for i := range list {
		list[i] = "x"
	}
	_, err := s.Find(t.Context(), graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.InList, Value: list}})
	if graph.CodeOf(err) != graph.Invalid {
		t.Errorf("got %v, want INVALID", err)
	}
}

// A question is read from indexes that fit it, whatever the tables hold.
func TestPlans(t *testing.T) {
	s := opened(t)
	for _, c := range []struct {
		name string
		text func(st *statement)
		want []string
	}{
		{"an id is looked up", func(st *statement) {
			st.put(`SELECT 1 FROM "Actor" t WHERE `)
			st.where(graph.Actors, "t", graph.Is{Property: "id", Op: graph.Eq, Value: "x"})
		}, []string{"SEARCH t USING"}},
		{"the ids begin an edge that is followed", func(st *statement) {
			e, _ := graph.Stages.Edge("commitments")
			st.put("SELECT 1")
			st.from("[]", e, graph.Query{Kind: graph.Commitments, Where: graph.And{}})
		}, []string{"SCAN i VIRTUAL TABLE", "SEARCH f USING", "SEARCH e USING COVERING INDEX Commitment_REACHED_Stage.b (b=?)", "SEARCH t USING"}},
		{"articles known by a day are counted in an index", func(st *statement) {
			q, _ := graph.Query{Kind: graph.Articles, AsOf: graph.AsOf{KnownAt: "2015-09-22"}}.Plain()
			st.put(`SELECT count(*) FROM "Article" t WHERE `)
			st.where(graph.Articles, "t", q.Where)
		}, []string{"USING COVERING INDEX Article.published"}},
		{"own standings of a principle are read in an index", func(st *statement) {
			q, _ := graph.Query{Kind: graph.Standings, Where: graph.And{graph.Is{Property: "own", Op: graph.Eq, Value: true},
				graph.Is{Property: "principle", Op: graph.Eq, Value: "p"}, graph.Is{Property: "status", Op: graph.Eq, Value: "AGREED"}}}.Plain()
			st.put(`SELECT count(*) FROM "Standing" t WHERE `)
			st.where(graph.Standings, "t", q.Where)
		}, []string{"SEARCH t USING COVERING INDEX Standing."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var st statement
			c.text(&st)
			rows, err := s.pool.Query("EXPLAIN QUERY PLAN "+st.String(), st.args...)
			if err != nil {
				t.Fatal(err)
			}
			defer rows.Close()
			var plan []string
			for rows.Next() {
				var a, b, n int
				var step string
				if err := rows.Scan(&a, &b, &n, &step); err != nil {
					t.Fatal(err)
				}
				plan = append(plan, step)
			}
			for _, want := range c.want {
				if !strings.Contains(strings.Join(plan, "\n"), want) {
					t.Errorf("no %q in\n%s", want, strings.Join(plan, "\n"))
				}
			}
		})
	}
}
