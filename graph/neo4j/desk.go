package neo4j

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph"
)

// Get gives records of a drawer.
func (s *Store) Get(ctx context.Context, drawer string, prefixes ...string) (records []graph.Record, err error) {
	err = s.read(ctx, func(ctx context.Context, t driver.ManagedTransaction) error {
		records, err = get(ctx, t, drawer, prefixes)
		return err
	})
	return records, err
}

// Set inserts, replaces or deletes records of a drawer.
func (s *Store) Set(ctx context.Context, drawer string, records ...graph.Record) error {
	return s.write(ctx, func(ctx context.Context, t *tx) error { return t.Set(ctx, drawer, records...) })
}

func (t *tx) Get(ctx context.Context, drawer string, prefixes ...string) ([]graph.Record, error) {
	return get(ctx, t, drawer, prefixes)
}

func (t *tx) Set(ctx context.Context, drawer string, records ...graph.Record) error {
	var put []map[string]any
	var remove []string
	for _, r := range records {
		switch {
		case r.Body == nil:
			remove = append(remove, r.Key)
		case !json.Valid(r.Body):
			return graph.Errorf(graph.Invalid, "%s/%s: the body of a record is JSON", drawer, r.Key)
		default:
			put = append(put, map[string]any{"key": r.Key, "body": string(r.Body)})
		}
	}
	if len(remove) > 0 {
		if _, err := ask(ctx, t, "MATCH (r:_Record {drawer: $drawer}) WHERE r.key IN $rows DELETE r", map[string]any{"drawer": drawer, "rows": remove}); err != nil {
			return err
		}
	}
	if len(put) == 0 {
		return nil
	}
	_, err := ask(ctx, t, "UNWIND $rows AS row MERGE (r:_Record {drawer: $drawer, key: row.key}) SET r.body = row.body", map[string]any{"drawer": drawer, "rows": put})
	return err
}

func get(ctx context.Context, t driver.ManagedTransaction, drawer string, prefixes []string) ([]graph.Record, error) {
	found, err := ask(ctx, t, "UNWIND $prefixes AS prefix MATCH (r:_Record {drawer: $drawer}) WHERE r.key STARTS WITH prefix RETURN DISTINCT r.key, r.body",
		map[string]any{"drawer": drawer, "prefixes": prefixes})
	var records []graph.Record
	for _, r := range found {
		records = append(records, graph.Record{Key: r.Values[0].(string), Body: []byte(r.Values[1].(string))})
	}
	slices.SortFunc(records, func(a, b graph.Record) int { return cmp.Compare(a.Key, b.Key) })
	return records, err
}

// Changes reads the log.
func (s *Store) Changes(ctx context.Context, after int64, limit int) ([]graph.Change, error) {
	if limit < 0 {
		return nil, graph.Errorf(graph.Invalid, "limit counts from 0; %d is less", limit)
	}
	var changes []graph.Change
	err := s.read(ctx, func(ctx context.Context, t driver.ManagedTransaction) error {
		records, err := ask(ctx, t, "MATCH (c:_Change) WHERE c.number > $after RETURN c.number, c.at, c.verb, c.source ORDER BY c.number LIMIT $limit", map[string]any{"after": after, "limit": limit})
		changes = nil
		for _, r := range records {
			var c graph.Change
			c.Number, _ = r.Values[0].(int64)
			c.At, _ = r.Values[1].(string)
			c.Verb, _ = r.Values[2].(string)
			c.Source, _ = r.Values[3].(string)
			changes = append(changes, c)
		}
		return err
	})
	return changes, err
}
