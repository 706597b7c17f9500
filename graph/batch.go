package graph

// Link is a relationship between two nodes.
type Link struct {
	Type     Relationship
	From, To Ref
	Props    Props
}

// Ref names a node.
type Ref struct {
	Kind *Kind
	ID   string
}

// RefOf names a node that is at hand.
func RefOf(n Node) Ref { return Ref{KindOf(n), n.NodeID()} }

// CatalogueSource is the source of the facts that ship with the program.
const CatalogueSource = "catalogue"

// Batch is all that one source says: an article, or the catalogue. It holds every node that the source speaks of, save those of the
// catalogue, which may be named by id alone.
type Batch struct {
	Source  string   // the article's id, or CatalogueSource
	Reader  string   // the extractor and catalogue that read it; the same reader says the same
	Article *Article // nil for the catalogue
	Nodes   []Node   // without the article
	Links   []Link
	Again   bool // take an article that was removed before
}

// Outcome is what Put made of a batch.
type Outcome string

const (
	Added     Outcome = "ADDED"
	Updated   Outcome = "UPDATED"   // a further address, an earlier publication, or a newer reading
	Unchanged Outcome = "UNCHANGED" // all was there
	Away      Outcome = "AWAY"      // removed before, and not asked for again
)
