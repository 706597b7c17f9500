package catalogue

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// Conflict is an armed conflict between states. The table is not complete: where it names none, nothing follows.
type Conflict struct {
	Parties  []string // codes, each against the others
	From, To graph.Day
	Source   string
}

func parseConflict(w *row) Conflict {
	w.needDate("from")
	from, to := w.window("from", "to")
	return Conflict{Parties: w.refs("parties", "actor"), From: from, To: to, Source: w.need("source")}
}

// Conflict is the armed conflict of two countries on a day, nil where none is listed.
func (c *Catalogue) Conflict(a, b string, on graph.Day) *Conflict {
	for i := range c.Conflicts {
		if c.Conflicts[i].between(a, b) && c.Conflicts[i].From <= on && (c.Conflicts[i].To == "" || on <= c.Conflicts[i].To) {
			return &c.Conflicts[i]
		}
	}
	return nil
}

func (k *Conflict) between(a, b string) bool {
	return a != b && slices.Contains(k.Parties, a) && slices.Contains(k.Parties, b)
}
