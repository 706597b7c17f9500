package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"github.com/treatygraph/treatygraph/graph"
)

// tx is the one write transaction that is open: graph.Tx on the writer's connection.
type tx struct{ run *statements }

var _ graph.Tx = (*tx)(nil)

// Lock has nothing to do, since the transaction shuts out every other writer.
func (t *tx) Lock(context.Context, []string) error { return nil }

func (t *tx) Load(ctx context.Context, k *graph.Kind, property string, ids []string) ([]graph.Node, error) {
	list, err := listText(ids)
	if err != nil {
		return nil, err
	}
	if _, err := k.Property(property); err != nil {
		return nil, err
	}
	var out []graph.Node
	err = each(ctx, t.run, fmt.Sprintf(tables[k].load, quote(property)), []any{list}, func(rows *sql.Rows) error {
		n, err := scanNode(rows, k)
		out = append(out, n)
		return err
	})
	return out, err
}

func (t *tx) Links(ctx context.Context, rt graph.Relationship, from, to *graph.Kind, ids []string, in bool) ([]graph.Link, error) {
	r, err := relationOf(from, rt, to)
	if err != nil {
		return nil, err
	}
	list, err := listText(ids)
	if err != nil {
		return nil, err
	}
	// Each end in turn, so that the plan begins where few rows are whatever the tables hold.
	path := fmt.Sprintf("%s f ON f.id = i.value CROSS JOIN %s e ON e.a = f.n CROSS JOIN %s t ON t.n = e.b", tables[from].name, r.name, tables[to].name)
	if in {
		path = fmt.Sprintf("%s t ON t.id = i.value CROSS JOIN %s e ON e.b = t.n CROSS JOIN %s f ON f.n = e.a", tables[to].name, r.name, tables[from].name)
	}
	text := fmt.Sprintf("SELECT f.id, t.id, %s FROM json_each(?1) i CROSS JOIN %s ORDER BY f.id, t.id", r.column("e"), path)
	var out []graph.Link
	err = each(ctx, t.run, text, []any{list}, func(rows *sql.Rows) error {
		l := graph.Link{Type: rt, From: graph.Ref{Kind: from}, To: graph.Ref{Kind: to}}
		err := rows.Scan(&l.From.ID, &l.To.ID, asJSON{&l.Props})
		out = append(out, l)
		return err
	})
	return out, err
}

func (t *tx) Save(ctx context.Context, nodes []graph.Node) error {
	for _, n := range nodes {
		if err := t.save(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

// save writes a node, and its words where anything changed.
func (t *tx) save(ctx context.Context, n graph.Node) error {
	args, err := values(n)
	if err != nil {
		return err
	}
	to := tables[graph.KindOf(n)]
	return each(ctx, t.run, to.save, args, func(rows *sql.Rows) error {
		var row int64
		if err := rows.Scan(&row); err != nil || to.words == "" {
			return err
		}
		return t.run.exec(ctx, "INSERT OR REPLACE INTO "+to.words+"(rowid, words) VALUES (?1, ?2)", row, words(graph.SearchText(n)))
	})
}

func (t *tx) Delete(ctx context.Context, nodes []graph.Ref) error {
	byKind := map[*graph.Kind][]string{}
	for _, r := range nodes {
		byKind[r.Kind] = append(byKind[r.Kind], r.ID)
	}
	for _, k := range graph.Kinds {
		list, err := listText(byKind[k])
		if err != nil {
			return err
		}
		if list == "[]" {
			continue
		}
		from := tables[k]
		if from.words != "" {
			err = t.run.exec(ctx, fmt.Sprintf("DELETE FROM %s WHERE rowid IN (SELECT n FROM %s WHERE id IN (SELECT value FROM json_each(?1)))", from.words, from.name), list)
		}
		if err == nil { // relationships go along by their references
			err = t.run.exec(ctx, fmt.Sprintf("DELETE FROM %s WHERE id IN (SELECT value FROM json_each(?1))", from.name), list)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Link(ctx context.Context, links []graph.Link) error {
	for _, l := range links {
		if err := t.link(ctx, l); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) link(ctx context.Context, l graph.Link) error {
	r, err := relationOf(l.From.Kind, l.Type, l.To.Kind)
	if err != nil {
		return err
	}
	columns, value, conflict := "a, b", "", "NOTHING"
	args := []any{l.From.ID, l.To.ID}
	if r.props {
		columns, value, conflict = "a, b, props", ", ?3", "UPDATE SET props = excluded.props WHERE props <> excluded.props"
		props, err := propsText(l.Props)
		if err != nil {
			return err
		}
		args = append(args, props)
	}
	err = t.run.exec(ctx, fmt.Sprintf("INSERT INTO %s(%s) VALUES ((SELECT n FROM %s WHERE id = ?1), (SELECT n FROM %s WHERE id = ?2)%s) ON CONFLICT DO %s",
		r.name, columns, tables[l.From.Kind].name, tables[l.To.Kind].name, value, conflict), args...)
	var e *driver.Error
	if errors.As(err, &e) && e.Code()&0xff == codes.SQLITE_CONSTRAINT {
		return t.missing(ctx, l)
	}
	return err
}

// missing says which end of a relationship is not there.
func (t *tx) missing(ctx context.Context, l graph.Link) error {
	end := l.From
	if nodes, err := t.Load(ctx, end.Kind, "id", []string{end.ID}); err != nil {
		return err
	} else if len(nodes) > 0 {
		end = l.To
	}
	return graph.Errorf(graph.Invalid, "%s from %s %s to %s %s: there is no %s %s", l.Type, l.From.Kind.Name, l.From.ID, l.To.Kind.Name, l.To.ID, end.Kind.Name, end.ID)
}

func (t *tx) Unlink(ctx context.Context, links []graph.Link) error {
	for _, l := range links {
		r, err := relationOf(l.From.Kind, l.Type, l.To.Kind)
		if err != nil {
			return err
		}
		err = t.run.exec(ctx, fmt.Sprintf("DELETE FROM %s WHERE a = (SELECT n FROM %s WHERE id = ?1) AND b = (SELECT n FROM %s WHERE id = ?2)",
			r.name, tables[l.From.Kind].name, tables[l.To.Kind].name), l.From.ID, l.To.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Log(ctx context.Context, c graph.Change) error {
	return t.run.exec(ctx, "INSERT INTO change(at, verb, source) VALUES (?1, ?2, ?3)", c.At, c.Verb, c.Source)
}

func (t *tx) Get(ctx context.Context, drawer string, prefixes ...string) ([]graph.Record, error) {
	return getRecords(ctx, t.run, drawer, prefixes)
}

func (t *tx) Set(ctx context.Context, drawer string, records ...graph.Record) error {
	return setRecords(ctx, t.run, drawer, records)
}
