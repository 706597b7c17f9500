package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Nodes such as a country, an attack or a commitment are shared: many sources say something of them. What each says is its share,
// kept in a drawer beside the graph; the node is a pure function of its shares, so that any order of imports gives the same node, and
// a source that is taken out takes its share along.

// drawerShares holds the shares, by node and source.
const drawerShares = "share"

// share is what one source says of a shared node.
type share struct {
	Source string         `json:"source"`
	Known  Day            `json:"known"` // since when
	Kind   string         `json:"kind"`
	Node   map[string]any `json:"node"`
	Links  []sharedLink   `json:"links,omitempty"`
}

// sharedLink is a Link in a share, its kinds by name.
type sharedLink struct {
	Type     Relationship `json:"type"`
	From     string       `json:"from"`
	FromKind string       `json:"fromKind"`
	To       string       `json:"to"`
	ToKind   string       `json:"toKind"`
	Props    Props        `json:"props,omitempty"`
}

// owned says whether nodes of the kind belong to the one source that tells them.
func owned(k *Kind) bool {
	switch k {
	case Passages, Stages, Attributions, Allegations, TreatyActions:
		return true
	}
	return false
}

// shares sorts what a batch says of shared nodes: by node.
func shares(b Batch) (map[string]share, error) {
	known := Day("")
	if b.Article != nil {
		known = b.Article.KnownAt()
	}
	out := map[string]share{}
	for _, n := range b.Nodes {
		k := KindOf(n)
		if owned(k) {
			continue
		}
		s := share{Source: b.Source, Known: known, Kind: k.Name, Node: map[string]any{}}
		for _, p := range k.Properties {
			s.Node[p.Name] = p.Value(n)
		}
		out[n.NodeID()] = s
	}
	for _, l := range b.Links {
		if owned(l.From.Kind) || owned(l.To.Kind) || l.From.Kind == Articles {
			continue
		}
		id := l.about().ID
		s, ok := out[id]
		if !ok {
			return nil, Errorf(Invalid, "%s: the batch does not hold the %s %s that it speaks of", l.Type, l.about().Kind.Name, id)
		}
		s.Links = append(s.Links, sharedLink{l.Type, l.From.ID, l.From.Kind.Name, l.To.ID, l.To.Kind.Name, l.Props})
		out[id] = s
	}
	return out, nil
}

// getter is the half of a Desk that reads.
type getter interface {
	Get(ctx context.Context, drawer string, prefixes ...string) ([]Record, error)
}

// loadShares reads the shares of nodes, by node.
func loadShares(ctx context.Context, d getter, nodes []string) (map[string][]share, error) {
	prefixes := make([]string, len(nodes))
	for i, id := range nodes {
		prefixes[i] = id + "/"
	}
	out := map[string][]share{}
	if len(nodes) == 0 {
		return out, nil
	}
	records, err := d.Get(ctx, drawerShares, prefixes...)
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		var s share
		if err := readJSON(r.Body, &s); err != nil {
			return nil, err
		}
		id, _, _ := strings.Cut(r.Key, "/")
		out[id] = append(out[id], s)
	}
	return out, nil
}

// sharesOf gives the shares of nodes, by node; those that the write has at hand are not read again.
func (w writer) sharesOf(ctx context.Context, nodes []string) (map[string][]share, error) {
	all, err := loadShares(ctx, w, slices.DeleteFunc(slices.Clone(nodes), func(id string) bool { return w.shares[id] != nil }))
	for _, id := range nodes {
		if s := w.shares[id]; s != nil && err == nil {
			all[id] = s
		}
	}
	return all, err
}

// record is the share as an entry of its drawer.
func (s share) record(node string) (Record, error) {
	b, err := json.Marshal(s)
	return Record{Key: node + "/" + s.Source, Body: b}, err
}

// merge makes the node and its relationships from the shares: the catalogue's word first, then by the day since when it is known. A
// property is that of the first who tells it; days go in pairs, so that a first day never meets another's last.
func merge(shares []share) (Node, []Link, error) {
	if len(shares) == 0 {
		return nil, nil, nil
	}
	shares = slices.SortedFunc(slices.Values(shares), func(a, b share) int {
		return cmp.Or(-cmp.Compare(b2i(a.Source == CatalogueSource), b2i(b.Source == CatalogueSource)), cmp.Compare(a.Known, b.Known), cmp.Compare(a.Source, b.Source))
	})
	k, err := KindNamed(shares[0].Kind)
	if err != nil {
		return nil, nil, err
	}
	n := k.New()
	dated := shares[0].Node
	for _, s := range slices.Backward(shares) {
		for name, v := range s.Node {
			if p := k.properties[name]; p != nil && told(v) {
				set(p, n, v)
			}
		}
		if first, _ := s.Node["first"].(string); first != "" {
			dated = s.Node
		}
	}
	for _, name := range []string{"first", "last"} {
		if p := k.properties[name]; p != nil {
			set(p, n, dated[name])
		}
	}
	links, err := mergeLinks(shares)
	return n, links, err
}

// mergeLinks joins the relationships of shares in order; of one told twice the first stands.
func mergeLinks(shares []share) ([]Link, error) {
	seen := map[linkKey]Link{}
	for _, s := range slices.Backward(shares) {
		for _, l := range s.Links {
			from, err := KindNamed(l.FromKind)
			if err != nil {
				return nil, err
			}
			to, err := KindNamed(l.ToKind)
			if err != nil {
				return nil, err
			}
			link := Link{l.Type, Ref{from, l.From}, Ref{to, l.To}, l.Props}
			seen[link.key()] = link
		}
	}
	return slices.SortedFunc(maps.Values(seen), func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.From.ID, b.From.ID), cmp.Compare(a.To.ID, b.To.ID))
	}), nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// told says whether a value from JSON tells anything.
func told(v any) bool {
	switch v := v.(type) {
	case string:
		return v != ""
	case []any:
		return len(v) > 0
	case []string:
		return len(v) > 0
	}
	return v != nil
}

// set puts a value as JSON has it into a node's property.
func set(p *Property, n Node, v any) {
	switch to := p.Pointer(n).(type) {
	case *string:
		*to, _ = v.(string)
	case *bool:
		*to, _ = v.(bool)
	case *float64:
		*to, _ = v.(float64)
	case *int:
		f, _ := v.(float64)
		*to = int(f)
	case *[]string:
		*to = nil
		list, _ := v.([]any)
		for _, x := range list {
			if s, ok := x.(string); ok {
				*to = append(*to, s)
			}
		}
	}
}

// readJSON reads a record that this package wrote.
func readJSON(b []byte, v any) error {
	if err := json.Unmarshal(b, v); err != nil {
		return Errorf(Internal, "a record of the store cannot be read: %w", err)
	}
	return nil
}
