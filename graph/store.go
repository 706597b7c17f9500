package graph

import "context"

// Store keeps the graph. Two stores answer every query alike, in the same order. Errors carry a Code; drivers' errors are turned
// into one at the store's edge. All methods may be called at once from many places.
type Store interface {
	// Put writes all that one source says, in one transaction, in place of what that source said before. A second time changes nothing.
	Put(ctx context.Context, b Batch) (Outcome, error)
	// Remove takes articles out again with everything that only they say; reviews stay. Unknown ids are NotFound, and then nothing is removed.
	Remove(ctx context.Context, articles ...string) error
	// Review adds a person's judgement and what follows from it. An unknown subject is NotFound.
	Review(ctx context.Context, r Review) error

	// Find gives a page of the nodes that a query asks for.
	Find(ctx context.Context, q Query) (Page, error)
	// Related follows an edge from many nodes at once: result i belongs to ids[i]. The query's Kind is the edge's To; its filter, order,
	// page and as-of apply to each of them by itself.
	Related(ctx context.Context, ids []string, e *Edge, q Query) ([]Page, error)
	// Count counts the nodes that pass, by the values of properties, largest count first, then by values. Without properties: one group.
	Count(ctx context.Context, q Query, by ...string) ([]Group, error)
	// Search finds nodes of the kinds (all that have texts, if none is given) whose texts hold every word, best first, at most limit.
	Search(ctx context.Context, words string, limit int, kinds ...*Kind) ([]Hit, error)
	// Changes gives what was written after a number of the log, oldest first, at most limit.
	Changes(ctx context.Context, after int64, limit int) ([]Change, error)

	Desk
	Close() error
}

// Desk keeps what a team needs beside the graph, outside of what queries see: import runs, tombstones and the like, as JSON by key.
type Desk interface {
	// Get gives the records of a drawer whose keys begin with one of the prefixes, by key.
	Get(ctx context.Context, drawer string, prefixes ...string) ([]Record, error)
	// Set inserts or replaces records; a nil body deletes.
	Set(ctx context.Context, drawer string, records ...Record) error
}

// Record is an entry of a drawer of the Desk.
type Record struct {
	Key  string
	Body []byte // JSON
}

// Change is an entry of the store's log.
type Change struct {
	Number int64  // ascending; gaps may occur
	At     string // RFC 3339, UTC
	Verb   string // PUT, REMOVE or REVIEW
	Source string // the article's id, CatalogueSource, or the review's id
}

// Tx is one write transaction of a store: all that Write, Erase and Judge need. A store implements it and the reading half of Store;
// what a write means is told once, here.
type Tx interface {
	// Lock waits for the write locks of the keys (ids of nodes, existing or not), in the order given; they are held to the end.
	Lock(ctx context.Context, keys []string) error
	// Load gives the nodes of a kind whose property has one of the values; in no order. The property is id, subject or
	// other of a Review, or same of a Commitment.
	Load(ctx context.Context, k *Kind, property string, values []string) ([]Node, error)
	// Links gives the relationships of a type that leave (in: reach) the nodes.
	Links(ctx context.Context, t Relationship, from, to *Kind, ids []string, in bool) ([]Link, error)
	// Save inserts nodes or replaces all their properties.
	Save(ctx context.Context, nodes []Node) error
	// Delete removes nodes with all their relationships.
	Delete(ctx context.Context, nodes []Ref) error
	// Link inserts relationships or replaces their properties; both ends must exist, else it is Invalid and names the missing one.
	Link(ctx context.Context, links []Link) error
	// Unlink removes relationships.
	Unlink(ctx context.Context, links []Link) error
	// Log appends to the store's log.
	Log(ctx context.Context, c Change) error
	// Desk: drawers within the same transaction.
	Desk
}
