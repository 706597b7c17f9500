package neo4j

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/treatygraph/treatygraph/graph"
)

// compiler prints one statement's conditions. Values become parameters, numbered as they are met, so that equal queries have equal text
// and the server's plan cache finds them.
type compiler struct {
	params map[string]any
	nodes  int // how many nodes have names
}

func newCompiler() *compiler { return &compiler{params: map[string]any{}} }

// param makes a value a parameter.
func (c *compiler) param(v any) string {
	name := fmt.Sprintf("p%d", len(c.params))
	c.params[name] = v
	return "$" + name
}

// filter prints a plain filter on the node v. Within a positive term null may stand for false, as WHERE takes it; Not makes it false.
func (c *compiler) filter(k *graph.Kind, v string, f graph.Filter) string {
	switch f := f.(type) {
	case graph.And:
		return c.list(k, v, f, " AND ", "true")
	case graph.Or:
		return c.list(k, v, f, " OR ", "false")
	case graph.Not:
		return "NOT coalesce(" + c.filter(k, v, f.X) + ", false)"
	case graph.Some:
		e, err := k.Edge(f.Edge)
		if err != nil {
			panic(err) // Plain has checked it
		}
		c.nodes++
		m := fmt.Sprintf("m%d", c.nodes)
		return "EXISTS { MATCH " + hop("("+v+")", "", e, m) + " WHERE " + c.filter(e.To, m, f.X) + " }"
	case graph.Is:
		p, err := k.Property(f.Property)
		if err != nil {
			panic(err) // Plain has checked it
		}
		return c.is(p, value(k, v, f.Property), f)
	}
	panic(fmt.Sprintf("no plain filter: %T", f))
}

func (c *compiler) list(k *graph.Kind, v string, fs []graph.Filter, word, none string) string {
	if len(fs) == 0 {
		return none
	}
	parts := make([]string, len(fs))
	for i, f := range fs {
		parts[i] = c.filter(k, v, f)
	}
	return "(" + strings.Join(parts, word) + ")"
}

// hop prints the way along an edge: (from)-[r:REACHED]->(to:Stage).
func hop(from, r string, e *graph.Edge, to string) string {
	out, in := "-", "->"
	if e.In {
		out, in = "<-", "-"
	}
	return from + out + "[" + r + ":" + string(e.Relation) + "]" + in + "(" + to + ":" + labels(e.To) + ")"
}

// is prints a comparison. What is not told is no property, so it is null and compares with nothing; only "" asks for it.
func (c *compiler) is(p *graph.Property, x string, f graph.Is) string {
	switch f.Op {
	case graph.Eq:
		if f.Value == "" {
			return x + " IS NULL"
		}
		return x + " = " + c.param(f.Value)
	case graph.InList:
		list := f.Value.([]any)
		in := x + " IN " + c.param(list)
		for _, v := range list {
			if v == "" {
				return "(" + in + " OR " + x + " IS NULL)"
			}
		}
		return in
	case graph.Contains:
		if p.Type == graph.Texts {
			return c.param(f.Value) + " IN " + x
		}
		return x + " =~ " + c.param(folded(f.Value.(string)))
	}
	return x + " " + compare[f.Op] + " " + c.param(f.Value)
}

var compare = map[graph.Op]string{graph.Lt: "<", graph.Lte: "<=", graph.Gt: ">", graph.Gte: ">="}

// folded is a pattern for texts that contain s, each character in any of its cases. The server's own folding knows other pairs than Go's.
func folded(s string) string {
	var b strings.Builder
	b.WriteString("(?s).*")
	for _, r := range s {
		if unicode.SimpleFold(r) == r {
			b.WriteString(regexp.QuoteMeta(string(r)))
		} else {
			b.WriteString("[" + cases(r) + "]")
		}
	}
	b.WriteString(".*")
	return b.String()
}

// cases are the letters that simple folding takes for r, r among them.
func cases(r rune) string {
	out := string(r)
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		out += string(other)
	}
	return out
}
