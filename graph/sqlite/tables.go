package sqlite

import (
	"fmt"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// table is where the nodes of a kind are, and the SQL that names its columns. Parameter ?1 is the id, the others follow the properties.
type table struct {
	kind    *graph.Kind
	name    string   // quoted
	words   string   // of its texts, quoted; "" where a search passes the kind over
	columns []string // quoted, parallel to the kind's properties
	save    string   // gives n if it changed anything
	load    string   // by ids
}

var tables = func() map[*graph.Kind]*table {
	out := map[*graph.Kind]*table{}
	for _, k := range graph.Kinds {
		out[k] = newTable(k)
	}
	return out
}()

func newTable(k *graph.Kind) *table {
	t := &table{kind: k, name: quote(k.Name)}
	if len(k.Texts()) > 0 {
		t.words = quote(k.Name + "_words")
	}
	var set, new, params []string
	for i, p := range k.Properties {
		c := quote(p.Name)
		t.columns = append(t.columns, c)
		params = append(params, fmt.Sprintf("?%d", i+1))
		if p.Name != "id" {
			set, new = append(set, c), append(new, "excluded."+c)
		}
	}
	old, fresh := strings.Join(set, ", "), strings.Join(new, ", ")
	t.save = fmt.Sprintf("INSERT INTO %s(%s) VALUES (%s) ON CONFLICT(id) DO UPDATE SET (%s) = (%s) WHERE (%[4]s) IS NOT (%[5]s) RETURNING n",
		t.name, strings.Join(t.columns, ", "), strings.Join(params, ", "), old, fresh)
	t.load = fmt.Sprintf("SELECT %s FROM %s t WHERE t.%%s IN (SELECT value FROM json_each(?1))", t.of("t"), t.name)
	return t
}

// of lists the columns of a row that goes by an alias.
func (t *table) of(alias string) string {
	return alias + "." + strings.Join(t.columns, ", "+alias+".")
}

// relation is where the relationships of a type between two kinds are.
type relation struct {
	name  string // quoted
	props bool
}

type relationKey struct {
	from *graph.Kind
	t    graph.Relationship
	to   *graph.Kind
}

var relations = func() map[relationKey]*relation {
	out := map[relationKey]*relation{}
	for _, r := range graph.Relations {
		out[relationKey{r.From, r.Type, r.To}] = &relation{quote(r.From.Name + "_" + string(r.Type) + "_" + r.To.Name), r.Properties != nil}
	}
	return out
}()

// relationOf finds where relationships are kept.
func relationOf(from *graph.Kind, t graph.Relationship, to *graph.Kind) (*relation, error) {
	if r := relations[relationKey{from, t, to}]; r != nil {
		return r, nil
	}
	return nil, graph.Errorf(graph.Invalid, "%s does not lead from %s to %s", t, from.Name, to.Name)
}

// along gives the relation of an edge, and its columns at the near and the far end.
func along(e *graph.Edge) (r *relation, near, far string) {
	if e.In {
		return relations[relationKey{e.To, e.Relation, e.From}], "b", "a"
	}
	return relations[relationKey{e.From, e.Relation, e.To}], "a", "b"
}

// column gives the properties' column of a row that goes by an alias; every relation has it in effect.
func (r *relation) column(alias string) string {
	if r.props {
		return alias + ".props"
	}
	return "''"
}

func quote(name string) string { return `"` + name + `"` }
