package neo4j

import (
	"context"
	"hash/fnv"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph"
)

// tx is a graph.Tx: one managed write transaction.
type tx struct{ driver.ManagedTransaction }

var _ graph.Tx = (*tx)(nil)

// Put, Remove and Review are what package graph says they are.

func (s *Store) Put(ctx context.Context, b graph.Batch) (graph.Outcome, error) {
	var outcome graph.Outcome
	err := s.write(ctx, func(ctx context.Context, t *tx) (err error) {
		outcome, err = graph.Write(ctx, t, b, s.clock())
		return err
	})
	return outcome, err
}

func (s *Store) Remove(ctx context.Context, articles ...string) error {
	return s.write(ctx, func(ctx context.Context, t *tx) error { return graph.Erase(ctx, t, articles, s.clock()) })
}

func (s *Store) Review(ctx context.Context, r graph.Review) error {
	return s.write(ctx, func(ctx context.Context, t *tx) error { return graph.Judge(ctx, t, r, s.clock()) })
}

// run runs a statement for rows; none, none is run.
func run[R any](ctx context.Context, t driver.ManagedTransaction, rows []R, cypher string) ([]*driver.Record, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	return ask(ctx, t, cypher, map[string]any{"rows": rows})
}

// locks is how many lock nodes there are: many enough that two articles seldom meet, few enough to stay for ever.
const locks = 1 << 16

// Lock sets a property of the keys' lock nodes, which holds their write locks to the end of the transaction. They are taken in the order
// of their numbers, the same for all.
func (t *tx) Lock(ctx context.Context, keys []string) error {
	numbers := make([]int64, len(keys))
	for i, k := range keys {
		h := fnv.New32a()
		h.Write([]byte(k))
		numbers[i] = int64(h.Sum32() % locks)
	}
	slices.Sort(numbers)
	_, err := run(ctx, t, slices.Compact(numbers), "UNWIND $rows AS id MERGE (l:_Lock {id: id}) SET l.held = true")
	return err
}

func (t *tx) Load(ctx context.Context, k *graph.Kind, property string, values []string) ([]graph.Node, error) {
	if _, err := k.Property(property); err != nil {
		return nil, err
	}
	return load(ctx, t, k, property, values)
}

// load gives the nodes whose property has one of the values.
func load(ctx context.Context, t driver.ManagedTransaction, k *graph.Kind, property string, values []string) ([]graph.Node, error) {
	records, err := run(ctx, t, values, "MATCH (n:"+labels(k)+") WHERE n."+property+" IN $rows RETURN "+projection(k, "n"))
	nodes := make([]graph.Node, len(records))
	for i, r := range records {
		if nodes[i], err = toNode(k, r.Values[0]); err != nil {
			return nil, err
		}
	}
	return nodes, err
}

func (t *tx) Links(ctx context.Context, rel graph.Relationship, from, to *graph.Kind, ids []string, in bool) ([]graph.Link, error) {
	end := "a"
	if in {
		end = "b"
	}
	records, err := run(ctx, t, ids, "MATCH "+pattern(rel, from, to)+" WHERE "+end+".id IN $rows RETURN a.id, b.id, x {.*}")
	links := make([]graph.Link, len(records))
	for i, r := range records {
		links[i] = graph.Link{Type: rel, From: graph.Ref{Kind: from, ID: r.Values[0].(string)}, To: graph.Ref{Kind: to, ID: r.Values[1].(string)}, Props: toProps(r.Values[2])}
	}
	return links, err
}

// Save merges on the id and sets the rest, one statement for each label.
func (t *tx) Save(ctx context.Context, nodes []graph.Node) error {
	for _, group := range grouped(nodes, func(n graph.Node) string { return graph.KindOf(n).Label(n) }) {
		k, label := graph.KindOf(group[0]), graph.KindOf(group[0]).Label(group[0])
		if err := checkLabel(group[0]); err != nil {
			return err
		}
		base, relabel := label, ""
		if k != graph.Terms && len(k.Labels) > 0 {
			base, relabel = k.Name, ", n:"+label
			for _, other := range k.Labels {
				if other != label {
					relabel += " REMOVE n:" + other
				}
			}
		}
		rows := make([]map[string]any, len(group))
		for i, n := range group {
			rows[i] = toRow(n)
		}
		if _, err := run(ctx, t, rows, "UNWIND $rows AS row MERGE (n:"+base+" {id: row.id}) SET n = row"+relabel); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Delete(ctx context.Context, nodes []graph.Ref) error {
	for _, group := range grouped(nodes, func(r graph.Ref) string { return r.Kind.Name }) {
		ids := make([]string, len(group))
		for i, r := range group {
			ids[i] = r.ID
		}
		if _, err := run(ctx, t, ids, "MATCH (n:"+labels(group[0].Kind)+") WHERE n.id IN $rows DETACH DELETE n"); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Log(ctx context.Context, c graph.Change) error {
	// The lock of the counter, taken before it is read, makes numbers ascend in the order of the commits.
	_, err := ask(ctx, t, `MERGE (c:_Counter {id: 'log'}) SET c.held = true
WITH c SET c.number = coalesce(c.number, 0) + 1
CREATE (:_Change {number: c.number, at: $at, verb: $verb, source: $source})`, map[string]any{"at": c.At, "verb": c.Verb, "source": c.Source})
	return err
}

// grouped sorts items by a key into groups, those met first first.
func grouped[T any](items []T, key func(T) string) [][]T {
	var groups [][]T
	place := map[string]int{}
	for _, x := range items {
		k := key(x)
		if _, ok := place[k]; !ok {
			place[k] = len(groups)
			groups = append(groups, nil)
		}
		groups[place[k]] = append(groups[place[k]], x)
	}
	return groups
}
