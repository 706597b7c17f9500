package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// statement is SQL in the making: its text and the values of its parameters ?1, ?2 ...
type statement struct {
	strings.Builder
	args    []any
	aliases int
}

// maxParameters is how many parameters SQLite takes.
const maxParameters = 32766

// put adds text, formatted as by fmt.
func (s *statement) put(format string, args ...any) { fmt.Fprintf(s, format, args...) }

// arg adds a parameter and gives its name.
func (s *statement) arg(v any) string {
	s.args = append(s.args, v)
	return fmt.Sprintf("?%d", len(s.args))
}

// alias gives a name for a row that is not used yet.
func (s *statement) alias(letter string) string {
	s.aliases++
	return fmt.Sprintf("%s%d", letter, s.aliases)
}

// where prints a plain filter on the row t of a kind's table. No column is NULL, so nothing is neither true nor false.
func (s *statement) where(k *graph.Kind, t string, f graph.Filter) {
	switch f := f.(type) {
	case graph.And:
		s.list(k, t, f, " AND ", "1")
	case graph.Or:
		s.list(k, t, f, " OR ", "0")
	case graph.Not:
		s.put("NOT (")
		s.where(k, t, f.X)
		s.put(")")
	case graph.Some:
		edge, _ := k.Edge(f.Edge) // Plain has looked
		r, near, far := along(edge)
		e, x := s.alias("e"), s.alias("t")
		if and, all := f.X.(graph.And); all && len(and) == 0 {
			s.put("EXISTS (SELECT 1 FROM %s %s WHERE %[2]s.%[3]s = %[4]s.n)", r.name, e, near, t)
			return
		}
		open, tie := "EXISTS (SELECT 1", fmt.Sprintf("%s.%s = %s.n AND ", e, near, t)
		if few(f.X) { // then what leads there is read once, and may lead the plan
			open, tie = fmt.Sprintf("%s.n IN (SELECT %s.%s", t, e, near), ""
		}
		s.put("%s FROM %s %s JOIN %s %s ON %[5]s.n = %[3]s.%[6]s WHERE %[7]s(", open, r.name, e, tables[edge.To].name, x, far, tie)
		s.where(edge.To, x, f.X)
		s.put("))")
	case graph.Is:
		s.is(k, t, f)
	}
}

// few says whether a filter passes few nodes at most: those with some names, or those that lead there.
func few(f graph.Filter) bool {
	switch f := f.(type) {
	case graph.And:
		return slices.ContainsFunc(f, few)
	case graph.Some:
		return few(f.X)
	case graph.Is:
		named := f.Property == "id" || f.Property == "code" || f.Property == "slug"
		return named && (f.Op == graph.Eq || f.Op == graph.InList)
	}
	return false
}

func (s *statement) list(k *graph.Kind, t string, fs []graph.Filter, word, none string) {
	if len(fs) == 0 {
		s.put("%s", none)
	}
	for i, f := range fs {
		if i > 0 {
			s.put("%s", word)
		}
		s.put("(")
		s.where(k, t, f)
		s.put(")")
	}
}

// operators are the comparisons of Is as SQL has them.
var operators = map[graph.Op]string{graph.Eq: "=", graph.Lt: "<", graph.Lte: "<=", graph.Gt: ">", graph.Gte: ">="}

// is prints a comparison of a property with a value.
func (s *statement) is(k *graph.Kind, t string, f graph.Is) {
	p, _ := k.Property(f.Property) // Plain has looked
	column := t + "." + quote(f.Property)
	switch f.Op {
	case graph.InList:
		var params []string
		for _, v := range f.Value.([]any) {
			params = append(params, s.arg(v))
		}
		s.put("%s IN (%s)", column, strings.Join(params, ", "))
	case graph.Contains:
		name, part := "folded_contains", graph.Fold(f.Value.(string))
		if p.Type == graph.Texts {
			name, part = "list_holds", f.Value.(string)
		}
		s.put("%s(CAST(%s AS BLOB), %s)", name, column, s.arg([]byte(part)))
	default:
		s.put("%s %s %s", column, operators[f.Op], s.arg(f.Value))
		if p.Type == graph.Text && f.Op != graph.Eq {
			s.put(" AND %s > ''", column) // what is not told compares with nothing
		}
	}
}

// after prints what holds for rows that follow the key in the order; backward: that precede it.
func (s *statement) after(t string, order []graph.Order, key []any, backward bool) {
	column, op := t+"."+quote(order[0].Property), ">"
	if order[0].Desc != backward {
		op = "<"
	}
	value := s.arg(key[0])
	if len(order) == 1 {
		s.put("%s %s %s", column, op, value)
		return
	}
	s.put("%s %s= %s AND (%[1]s %[2]s %[3]s OR (", column, op, value) // the first half for the index
	s.after(t, order[1:], key[1:], backward)
	s.put("))")
}

// order prints the keys of an order; backward: the other way round.
func order(t string, keys []graph.Order, backward bool) string {
	var out []string
	for _, o := range keys {
		dir := "ASC"
		if o.Desc != backward {
			dir = "DESC"
		}
		out = append(out, t+"."+quote(o.Property)+" "+dir)
	}
	return strings.Join(out, ", ")
}
