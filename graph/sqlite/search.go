package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Search asks the index of each kind for its best candidates and lets graph.Rank decide among all.
func (s *Store) Search(ctx context.Context, text string, limit int, kinds ...*graph.Kind) ([]graph.Hit, error) {
	if s.closed.Load() {
		return nil, s.over()
	}
	match := matching(graph.Words(text))
	if match == "" {
		return nil, nil
	}
	if len(kinds) == 0 {
		kinds = graph.Kinds
	}
	var found []graph.Node
	for _, k := range kinds {
		t := tables[k]
		if t.words == "" {
			continue
		}
		question := fmt.Sprintf("SELECT %s FROM %s w CROSS JOIN %s t ON t.n = w.rowid WHERE w.words MATCH ?1 ORDER BY w.rank LIMIT ?2", t.of("t"), t.words, t.name)
		err := each(ctx, s.read, question, []any{match, graph.MaxCandidates}, func(rows *sql.Rows) error {
			n, err := scanNode(rows, k)
			found = append(found, n)
			return err
		})
		if err != nil {
			return nil, s.trouble(ctx, err)
		}
	}
	return graph.Rank(text, found, limit), nil
}

// words are a text's words as its index holds them, with a blank between.
func words(text string) string { return strings.Join(graph.Words(text), " ") }

// matching asks the index for rows that hold every word, or for a long word one that begins with it. No word holds a quotation mark.
func matching(words []string) string {
	var out []string
	for _, w := range words {
		term := `"` + w + `"`
		if graph.Prefix(w) {
			term += "*"
		}
		out = append(out, term)
	}
	return strings.Join(out, " ")
}
