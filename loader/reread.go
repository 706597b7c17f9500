package loader

import (
	"context"
	"iter"

	"github.com/treatygraph/treatygraph/graph"
)

// Reread reads every stored article again that another extractor or catalogue read last. What it said before goes, reviews stay.
func (l *Loader) Reread(ctx context.Context, report func(Progress)) (Summary, error) {
	w := l.work("")
	sum := Summary{Refused: []Refusal{}}
	var failed error
	again := w.readByOthers(ctx, &failed)
	for t := range ordered(ctx, again, l.workers(), w.prepareAgain) {
		w.put(ctx, t)
		if t.fatal {
			return sum, t.err
		}
		p := Progress{Name: t.article.Title, Article: t.article.ID, Outcome: t.outcome}
		if t.err != nil {
			p.Refusal = refusal(t.article.ID, t.err)
		}
		sum.count(p, report)
	}
	if failed == nil {
		failed = ctx.Err()
	}
	return sum, failed
}

// rereadPage is how many articles are fetched at once to be read again.
const rereadPage = 20

// readByOthers gives the stored articles that another reader read last. Those that were read again meanwhile are passed by their ids.
func (w worker) readByOthers(ctx context.Context, failed *error) iter.Seq[*task] {
	return func(yield func(*task) bool) {
		for last := ""; ; {
			page, err := w.Find(ctx, graph.Query{Kind: graph.Articles, AsOf: graph.AsOf{Ever: true}, First: rereadPage, Where: graph.And{
				graph.Is{Property: "id", Op: graph.Gt, Value: last}, graph.Not{X: graph.Is{Property: "reader", Op: graph.Eq, Value: w.name}}}})
			if err != nil {
				*failed = err
				return
			}
			for _, n := range page.Nodes {
				last = n.NodeID()
				if !yield(&task{article: *n.(*graph.Article)}) {
					return
				}
			}
			if !page.HasNext {
				return
			}
		}
	}
}

// prepareAgain is prepare for an article that is stored.
func (w worker) prepareAgain(ctx context.Context, t *task) *task {
	guard(t, func() { w.read(ctx, t) })
	return t
}
