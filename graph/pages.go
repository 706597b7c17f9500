package graph

import "context"

// finds is the part of a Store that Pages needs.
type finds interface {
	Find(ctx context.Context, q Query) (Page, error)
}

// Pages gives all nodes that a query asks for, page by page and in order; the query says how many a page holds, MaxPage unless told. An
// error of look ends it.
func Pages(ctx context.Context, s finds, q Query, look func([]Node) error) error {
	if q.First == 0 {
		q.First = MaxPage
	}
	for {
		page, err := s.Find(ctx, q)
		if err != nil || len(page.Nodes) == 0 {
			return err
		}
		if err := look(page.Nodes); err != nil || !page.HasNext {
			return err
		}
		plain, err := q.Plain()
		if err != nil {
			return err
		}
		q.After = plain.Cursor(page.Nodes[len(page.Nodes)-1])
	}
}
