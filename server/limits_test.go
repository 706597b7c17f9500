package server

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// Each fragment is measured once, though it is spread 2^150 times.
func TestShapeTakesEachFragmentOnce(t *testing.T) {
	const levels = 150
	var b strings.Builder
	b.WriteString("{ ...f0 }")
	for i := range levels {
		fmt.Fprintf(&b, " fragment f%d on Query { ...f%d ...f%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment f%d on Query { a { b } }", levels)
	doc, err := parser.ParseQuery(&ast.Source{Input: b.String()})
	if err != nil {
		t.Fatal(err)
	}
	s := shaper{fragments: doc.Fragments, seen: map[string]*shape{}}
	got := s.measure(doc.Operations[0].SelectionSet)
	if want := (shape{2 * math.Pow(2, levels), 2}); got != want || len(s.seen) != levels+1 {
		t.Errorf("%+v of %d fragments, want %+v of %d", got, len(s.seen), want, levels+1)
	}
}
