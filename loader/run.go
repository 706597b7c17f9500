package loader

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// RunDrawer is the drawer of the Desk that keeps a Run for each import, by its id.
const RunDrawer = "run"

// Run is the record of one import. One that was cut off has not Ended.
type Run struct {
	ID        string   `json:"id"`
	Started   string   `json:"started"` // RFC 3339, UTC
	Ended     string   `json:"ended,omitempty"`
	Sources   []string `json:"sources"` // as they were given, at most maxSources
	Articles  int      `json:"articles"`
	Added     int      `json:"added"`
	Updated   int      `json:"updated"`
	Unchanged int      `json:"unchanged"`
	Away      int      `json:"away"`
	Refused   int      `json:"refused"`
}

// maxSources is how many sources a run names; a shell may give a hundred thousand files.
const maxSources = 100

// begin records a run. Its id sorts by time.
func (l *Loader) begin(ctx context.Context) (*Run, error) {
	now := l.now()
	r := &Run{
		ID:      now.Format("20060102T150405Z") + "-" + graph.ID("Run", now.Format(time.RFC3339Nano))[:8],
		Started: now.Format(time.RFC3339),
		Sources: []string{},
	}
	return r, r.save(ctx, l.Store)
}

// source names a source of the run.
func (r *Run) source(name string) {
	if i, found := slices.BinarySearch(r.Sources, name); name != "" && !found && len(r.Sources) < maxSources {
		r.Sources = slices.Insert(r.Sources, i, name)
	}
}

// end records how a run ended, even when its context has.
func (l *Loader) end(ctx context.Context, r *Run, s Summary) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	r.Ended = l.now().Format(time.RFC3339)
	r.Articles, r.Added, r.Updated, r.Unchanged, r.Away, r.Refused = s.Articles, s.Added, s.Updated, s.Unchanged, s.Away, len(s.Refused)
	return r.save(ctx, l.Store)
}

func (r *Run) save(ctx context.Context, d graph.Desk) error {
	body, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return d.Set(ctx, RunDrawer, graph.Record{Key: r.ID, Body: body})
}
