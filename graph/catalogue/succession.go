package catalogue

import "github.com/treatygraph/treatygraph/graph"

// Succession is that a state continues or replaces one that has ended.
type Succession struct {
	Successor   string // code
	Predecessor string // code
	On          graph.Day
	Source      string
}

func parseSuccession(w *row) Succession {
	return Succession{
		Successor: w.ref("successor", "actor"), Predecessor: w.ref("predecessor", "actor"), On: w.day("on"), Source: w.need("source"),
	}
}
