package graph

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
)

// Drawers of what Write keeps beside the graph.
const (
	drawerSources = "source" // what each source brought, by source
	drawerAway    = "away"   // tombstones of removed articles, by article
)

// source is what one source brought: the reader that read it, and the ids of its nodes by kind.
type source struct {
	Reader string              `json:"reader"`
	Owned  map[string][]string `json:"owned"`
	Shared []string            `json:"shared"`
}

// loadSource reads what a source brought before; nothing, if it is new.
func loadSource(ctx context.Context, tx Tx, id string) (source, error) {
	var s source
	records, err := tx.Get(ctx, drawerSources, id)
	if err != nil || len(records) == 0 {
		return s, err
	}
	return s, readJSON(records[0].Body, &s)
}

// sourceOf tells what a batch brings.
func sourceOf(b Batch, shares map[string]share) source {
	s := source{Reader: b.Reader, Owned: map[string][]string{}, Shared: slices.Sorted(maps.Keys(shares))}
	for _, n := range b.Nodes {
		if k := KindOf(n); owned(k) {
			s.Owned[k.Name] = append(s.Owned[k.Name], n.NodeID())
		}
	}
	return s
}

func (s source) save(ctx context.Context, tx Tx, id string) error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return tx.Set(ctx, drawerSources, Record{id, b})
}

// refs names the nodes that belong to the source alone.
func (s source) refs() ([]Ref, error) {
	var out []Ref
	for _, name := range slices.Sorted(maps.Keys(s.Owned)) {
		k, err := KindNamed(name)
		if err != nil {
			return nil, err
		}
		for _, id := range s.Owned[name] {
			out = append(out, Ref{k, id})
		}
	}
	return out, nil
}
