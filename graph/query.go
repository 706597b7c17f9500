package graph

// Query asks for nodes of a kind. The zero values of all but Kind mean: every node, by id, the first 100, as of the end of days.
type Query struct {
	Kind   *Kind
	Where  Filter
	AsOf   AsOf
	Order  []Order // ties are broken by id
	First  int     // how many from the front; 0 with Last 0 means 100
	After  string  // a cursor of a page with the same order
	Last   int     // how many from the back, instead of First
	Before string
	Total  bool // count all that pass, too
}

// Order is one key of an order. Text orders by code point, what is not told first (last when descending).
type Order struct {
	Property string
	Desc     bool
}

// Page is what a query gives: nodes in order.
type Page struct {
	Nodes   []Node
	Links   []Props // of Related: the properties of the relationship that leads to each node; nil from Find
	HasNext bool
	HasPrev bool
	Total   int // all that pass, when the query asked for it
}

// Props are the properties of a relationship: string, bool or float64 by name.
type Props map[string]any

// Group is a count of nodes that share values.
type Group struct {
	Values []string // parallel to the properties asked for
	Count  int
}

// Hit is a node that a search found, best first.
type Hit struct {
	Node  Node
	Score float64 // comparable within one search only
}
