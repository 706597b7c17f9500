package graph

import (
	"fmt"
	"strings"
)

// Filter is a condition on nodes of one kind: And, Or, Not, Is or Some. Stores only print it. nil lets everything pass.
type Filter interface {
	fmt.Stringer
	isFilter()
}

// And holds where all hold; the empty And holds everywhere.
type And []Filter

// Or holds where one holds; the empty Or holds nowhere.
type Or []Filter

// Not holds where X does not; what is not told makes X false, never unknown.
type Not struct{ X Filter }

// Is compares a property with a value. What is not told ("") equals only "", and compares with nothing.
type Is struct {
	Property string
	Op       Op
	Value    any // string, int, float64 or bool; with In a []string or []any of them
}

// Some holds where an edge leads to a node for which X holds (nil: to any node).
type Some struct {
	Edge string
	X    Filter
}

// Op is an operator of Is.
type Op string

const (
	Eq       Op = "eq"
	InList   Op = "in"
	Contains Op = "contains" // text that contains the value, without regard to case (by simple folding); a list that holds it exactly
	Lt       Op = "lt"
	Lte      Op = "lte"
	Gt       Op = "gt"
	Gte      Op = "gte"
)

func (And) isFilter()  {}
func (Or) isFilter()   {}
func (Not) isFilter()  {}
func (Is) isFilter()   {}
func (Some) isFilter() {}

func (f And) String() string  { return join("and", f) }
func (f Or) String() string   { return join("or", f) }
func (f Not) String() string  { return "not(" + text(f.X) + ")" }
func (f Is) String() string   { return fmt.Sprintf("%s %s %q", f.Property, f.Op, fmt.Sprint(f.Value)) }
func (f Some) String() string { return f.Edge + "(" + text(f.X) + ")" }

func join(name string, fs []Filter) string {
	parts := make([]string, len(fs))
	for i, f := range fs {
		parts[i] = text(f)
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

func text(f Filter) string {
	if f == nil {
		return "any"
	}
	return f.String()
}
