package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/treatygraph/treatygraph/graph"
)

// each runs a query and calls f at every row of its answer.
func each(ctx context.Context, r runner, text string, args []any, f func(*sql.Rows) error) error {
	rows, err := r.query(ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// scanNode reads a node of a kind from the columns of(...), which stand after what goes before.
func scanNode(rows *sql.Rows, k *graph.Kind, before ...any) (graph.Node, error) {
	n := k.New()
	for _, p := range k.Properties {
		to := p.Pointer(n)
		if list, ok := to.(*[]string); ok {
			to = asJSON{list}
		}
		before = append(before, to)
	}
	return n, rows.Scan(before...)
}

// values are the values of a node's properties as its columns hold them.
func values(n graph.Node) ([]any, error) {
	var out []any
	for _, p := range graph.KindOf(n).Properties {
		v := p.Value(n)
		if list, ok := v.([]string); ok {
			text, err := listText(list)
			if err != nil {
				return nil, err
			}
			v = text
		}
		out = append(out, v)
	}
	return out, nil
}

// listText is a list as a column holds it and json_each takes it.
func listText(list []string) (string, error) {
	if len(list) == 0 {
		return "[]", nil
	}
	b, err := json.Marshal(list)
	return string(b), err
}

// propsText are the properties of a relationship as its column holds them.
func propsText(p graph.Props) (string, error) {
	if len(p) == 0 {
		return "", nil
	}
	b, err := json.Marshal(p)
	return string(b), err
}

// asJSON scans a column of JSON, where "[]" and "" are nothing.
type asJSON struct{ to any }

func (j asJSON) Scan(v any) error {
	switch text, ok := v.(string); {
	case !ok:
		return fmt.Errorf("a column of JSON holds a %T", v)
	case text == "" || text == "[]":
		return nil
	default:
		return json.Unmarshal([]byte(text), j.to)
	}
}
