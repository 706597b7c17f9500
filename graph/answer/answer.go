// Package answer answers questions that look at several commitments at once: what a phrase means, and who committed to it. It reads a
// store and the catalogue, and serves the command line, the API and the dashboard alike.
package answer

import (
	"context"
	"sync"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// Store is what answers need of a graph.Store.
type Store interface {
	Find(ctx context.Context, q graph.Query) (graph.Page, error)
	Related(ctx context.Context, ids []string, e *graph.Edge, q graph.Query) ([]graph.Page, error)
	Count(ctx context.Context, q graph.Query, by ...string) ([]graph.Group, error)
}

// Desk answers questions over one store.
type Desk struct {
	Store     Store
	Catalogue *catalogue.Catalogue
	Clock     func() time.Time // tells today for days that are not told; nil: the real one

	once sync.Once
	lex  *lexicon
}

// today puts today in the place of days that are not told.
func (d *Desk) today(at graph.AsOf) graph.AsOf {
	now := time.Now
	if d.Clock != nil {
		now = d.Clock
	}
	return at.Or(graph.DayOf(now().UTC()))
}

// Answer is who committed to what a phrase means, as of a day.
type Answer struct {
	Sentence   string // the answer in one or two sentences, for a person
	Understood Understood
	AsOf       graph.AsOf
	Policy     Policy
	Dropped    []Dropped // talks that ended without the commitment, as is inferred here; their actors and commitments stand under DROPPED
	Groups     []Group   // by status, those who consented first; only those that hold somebody
	Unsettled  []Account // of which reports tell and nobody holds anything: they are denied, or told with a hedge; at most MaxCommitments
	Nearest    []Near    // norms close to it that a text states; filled where nobody has consented
	Ground     Ground
	Would      []string     // what would change the answer, a sentence each
	Counted    graph.Filter // lets those stages pass that count under the policy; nil where all do
}

// Group is who holds one status.
type Group struct {
	Status      graph.Status
	Actors      []Position          // by name
	Commitments []*graph.Commitment // whose own status it is, by summary; at most MaxCommitments
	Total       int                 // of the commitments
	Accounts    []Account           // of these commitments and of those of which the actors hold it
}

// MaxCommitments is how many commitments a group lists.
const MaxCommitments = 50

// Position is the strongest standing of an actor under the principles understood.
type Position struct {
	Actor      *graph.Actor
	Standing   *graph.Standing
	Commitment *graph.Commitment
	Mode       Mode
	Through    string // code of the group or class that spoke; "" where INDIVIDUAL
}

// Near is a norm close to what was asked.
type Near struct {
	Principle  *graph.Principle
	Instrument *graph.Instrument
	Locator    string // where the instrument states it, "" where not told
}
