package graph

import (
	"encoding/base64"
	"encoding/json"
	"slices"
)

// MaxPage is the most nodes that one page holds; more is an error, not a silent cap.
const MaxPage = 1000

// checkPage checks order and page, and fills what is not told.
func (q *Query) checkPage() error {
	switch {
	case q.First < 0 || q.Last < 0:
		return Errorf(Invalid, "first and last count from 0; %d is less", min(q.First, q.Last))
	case q.First > 0 && q.Last > 0:
		return Errorf(Invalid, "ask for first or for last, not for both")
	case q.First > MaxPage || q.Last > MaxPage:
		return Errorf(Invalid, "a page holds at most %d; ask for the next one with after", MaxPage)
	case q.First == 0 && q.Last == 0:
		q.First = 100
	}
	for _, o := range q.Order {
		p, err := q.Kind.Property(o.Property)
		if err != nil {
			return err
		}
		if p.Type == Texts {
			return Errorf(Invalid, "%s.%s is a list and gives no order", q.Kind.Name, o.Property)
		}
	}
	if !slices.ContainsFunc(q.Order, func(o Order) bool { return o.Property == "id" }) {
		q.Order = append(slices.Clone(q.Order), Order{Property: "id"})
	}
	for _, c := range []string{q.After, q.Before} {
		if _, err := q.Key(c); err != nil {
			return err
		}
	}
	return nil
}

// cursor is what an opaque cursor holds: its version, the order, and the values of its last node.
type cursor struct {
	V     int     `json:"v"`
	Order []Order `json:"o"`
	Key   []any   `json:"k"`
}

// Cursor is the place of a node in the order of a query, which must have been made Plain.
func (q Query) Cursor(n Node) string {
	c := cursor{V: 1, Order: q.Order}
	for _, o := range q.Order {
		c.Key = append(c.Key, q.Kind.properties[o.Property].Value(n))
	}
	b, err := json.Marshal(c)
	if err != nil {
		panic(err) // values of properties always marshal
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// Key reads a cursor: the values to go on from, one for each key of the order; nil for "". A cursor of another order, or none of ours,
// is Invalid.
func (q Query) Key(s string) ([]any, error) {
	if s == "" {
		return nil, nil
	}
	var c cursor
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil || c.V != 1 || !slices.Equal(c.Order, q.Order) || len(c.Key) != len(q.Order) {
		return nil, Errorf(Invalid, "the cursor %.20q does not belong to this query; begin again without it", s)
	}
	for i, o := range q.Order {
		p := q.Kind.properties[o.Property]
		if f, ok := c.Key[i].(float64); ok && p.Type == Int {
			c.Key[i] = int(f)
		}
		if !p.takes(c.Key[i]) {
			return nil, Errorf(Invalid, "the cursor %.20q does not belong to this query; begin again without it", s)
		}
	}
	return c.Key, nil
}
