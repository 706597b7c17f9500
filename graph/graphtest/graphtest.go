// Package graphtest is what every Store must pass: one suite, without excuses. Its subtests are named after what a store promises.
package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/treatygraph/treatygraph/graph"
)

// Opener gives an empty store, which is closed by the test's cleanup. It may hand out the same database again, emptied; the suite uses no
// store any more after it opened the next.
type Opener func(t *testing.T) graph.Store

// Run holds a store to all that is promised of stores.
func Run(t *testing.T, open Opener) {
	for _, theme := range []struct {
		name string
		run  func(*testing.T, Opener)
	}{
		{"put", put}, {"again", again}, {"order of imports", anyOrder}, {"find", find}, {"page", page}, {"related", related}, {"count", count},
		{"filter", filters}, {"hostile", hostile}, {"as of", asOf}, {"follow", follow}, {"search", search}, {"remove", remove}, {"review", review}, {"same", same}, {"joined", joined}, {"jumble", jumble}, {"standings", standings}, {"scenarios", scenarios},
		{"log", changes}, {"desk", desk}, {"at once", atOnce}, {"close", closing},
	} {
		t.Run(theme.name, func(t *testing.T) { theme.run(t, open) })
	}
}

// equateEmpty lets an empty list be nil.
var equateEmpty = cmpopts.EquateEmpty()

// filled opens a store and puts batches into it.
func filled(t *testing.T, open Opener, batches ...graph.Batch) graph.Store {
	t.Helper()
	s := open(t)
	for _, b := range batches {
		mustPut(t, s, b)
	}
	return s
}

func mustPut(t testing.TB, s graph.Store, b graph.Batch) graph.Outcome {
	t.Helper()
	out, err := s.Put(context.Background(), b)
	if err != nil {
		t.Fatalf("put %s: %v", b.Source, err)
	}
	return out
}

func mustFind(t testing.TB, s graph.Store, q graph.Query) graph.Page {
	t.Helper()
	p, err := s.Find(context.Background(), q)
	if err != nil {
		t.Fatalf("find %s where %v: %v", q.Kind.Name, q.Where, err)
	}
	return p
}

func mustRelated(t testing.TB, s graph.Store, ids []string, k *graph.Kind, edge string, q graph.Query) []graph.Page {
	t.Helper()
	e, err := k.Edge(edge)
	if err != nil {
		t.Fatal(err)
	}
	q.Kind = e.To
	pages, err := s.Related(context.Background(), ids, e, q)
	if err != nil {
		t.Fatalf("related %s.%s: %v", k.Name, edge, err)
	}
	if len(pages) != len(ids) {
		t.Fatalf("related %s.%s: %d pages for %d ids", k.Name, edge, len(pages), len(ids))
	}
	return pages
}

// refused wants an error with a code.
func refused(t testing.TB, code graph.Code, err error) {
	t.Helper()
	if got := graph.CodeOf(err); got != code {
		t.Errorf("got error %v (%s), want %s", err, got, code)
	}
}

// told gives a property of each node, as text to be read in a failing test.
func told(p graph.Page, property string) []string {
	var out []string
	for _, n := range p.Nodes {
		prop, err := graph.KindOf(n).Property(property)
		if err != nil {
			panic(err)
		}
		out = append(out, prop.Value(n).(string))
	}
	return out
}
