// Package relay holds the connections of the GraphQL schema: pages of nodes with their cursors, as Relay's specification has them.
package relay

import "github.com/treatygraph/treatygraph/graph"

// Connection is a page of nodes of one type.
type Connection[T graph.Node] struct {
	page  graph.Page
	query graph.Query // made Plain
}

// Of makes a connection of the page that a query gave.
func Of[T graph.Node](page graph.Page, q graph.Query) (*Connection[T], error) {
	plain, err := q.Plain()
	return &Connection[T]{page, plain}, err
}

// TotalCount is how many pass on all pages, where the query asked for it.
func (c *Connection[T]) TotalCount() int { return c.page.Total }

// Edges are the nodes of the page with their cursors.
func (c *Connection[T]) Edges() []*Edge[T] {
	out := make([]*Edge[T], len(c.page.Nodes))
	for i, n := range c.page.Nodes {
		out[i] = &Edge[T]{Node: n.(T), query: &c.query}
		if c.page.Links != nil {
			out[i].link = c.page.Links[i]
		}
	}
	return out
}

// PageInfo tells where the page lies.
func (c *Connection[T]) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.page.HasNext, HasPreviousPage: c.page.HasPrev}
	if n := len(c.page.Nodes); n > 0 {
		info.StartCursor, info.EndCursor = c.query.Cursor(c.page.Nodes[0]), c.query.Cursor(c.page.Nodes[n-1])
	}
	return info
}

// PageInfo tells where a page lies in the whole; cursors are "" where the page is empty.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       string
}

// Edge is a place in a connection.
type Edge[T graph.Node] struct {
	Node T

	link  graph.Props
	query *graph.Query
}

// Cursor is the place of the node in the order of its connection.
func (e *Edge[T]) Cursor() string { return e.query.Cursor(e.Node) }

// The properties of the relationship that leads to the node: each exists on edges whose relationship has it.

func (e *Edge[T]) Mode() string        { return text(e.link, "mode") }
func (e *Edge[T]) Locator() string     { return text(e.link, "locator") }
func (e *Edge[T]) From() string        { return text(e.link, "from") }
func (e *Edge[T]) To() string          { return text(e.link, "to") }
func (e *Edge[T]) On() string          { return text(e.link, "on") }
func (e *Edge[T]) Extractor() string   { return text(e.link, "extractor") }
func (e *Edge[T]) Version() string     { return text(e.link, "version") }
func (e *Edge[T]) Planned() bool       { b, _ := e.link["planned"].(bool); return b }
func (e *Edge[T]) Confidence() float64 { f, _ := e.link["confidence"].(float64); return f }

func text(p graph.Props, name string) string { s, _ := p[name].(string); return s }
