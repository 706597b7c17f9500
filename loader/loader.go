// Package loader brings articles into the graph: it takes documents of a source, cleans them, reads what they say, resolves that to nodes
// and relationships, and puts each article into a store in one transaction. It knows no database, and knows of sources and extractors only
// what their types say; a source is any sequence of documents and errors, an extractor anything that implements Extractor.
package loader

import (
	"context"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// Store is what the loader needs of a graph.Store.
type Store interface {
	Put(ctx context.Context, b graph.Batch) (graph.Outcome, error)
	Find(ctx context.Context, q graph.Query) (graph.Page, error)
	graph.Desk
}

// Loader brings articles into a store. The catalogue must have been put there by Seed.
type Loader struct {
	Store      Store
	Extractor  Extractor
	Catalogue  *catalogue.Catalogue
	Clock      func() time.Time // nil is time.Now
	Quarantine string           // the folder that keeps what is refused; "" keeps nothing
	Workers    int              // how many articles are read at once; 0 is one for each processor
	Again      bool             // take articles that were removed before
}

// Seed puts the catalogue into a store: nothing, where the same one is there already.
func Seed(ctx context.Context, s Store, c *catalogue.Catalogue) error {
	_, err := s.Put(ctx, c.Batch())
	return err
}

// Summary says what became of the documents of an import.
type Summary struct {
	Run       string    `json:"run,omitempty"` // id of the import run, as articles carry it
	Articles  int       `json:"articles"`      // all documents that were taken up, refused ones too
	Added     int       `json:"added"`
	Updated   int       `json:"updated"`   // a further address, an earlier publication, or a newer reading
	Unchanged int       `json:"unchanged"` // all was there
	Away      int       `json:"away"`      // removed before, and not asked for again
	Refused   []Refusal `json:"refused"`   // in the order of the documents
}

// Refusal is a document that was not taken, and why.
type Refusal struct {
	Name   string     `json:"name"`
	Code   graph.Code `json:"code"`
	Reason string     `json:"reason"` // a sentence without the name
}

// Progress says what became of one document. Documents are told in their order.
type Progress struct {
	Name    string
	Article string        // the article's id, "" where it was refused before it became one
	Outcome graph.Outcome // "" where it was refused
	Refusal *Refusal
	Done    int // documents so far
	Refused int // of these
}

// count takes one more document into the summary and tells of it.
func (s *Summary) count(p Progress, report func(Progress)) {
	s.Articles++
	switch p.Outcome {
	case graph.Added:
		s.Added++
	case graph.Updated:
		s.Updated++
	case graph.Unchanged:
		s.Unchanged++
	case graph.Away:
		s.Away++
	}
	if p.Refusal != nil {
		s.Refused = append(s.Refused, *p.Refusal)
	}
	if report != nil {
		p.Done, p.Refused = s.Articles, len(s.Refused)
		report(p)
	}
}

func (l *Loader) now() time.Time {
	if l.Clock != nil {
		return l.Clock().UTC()
	}
	return time.Now().UTC()
}
