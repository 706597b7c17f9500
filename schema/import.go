package schema

import (
	"context"
	"fmt"
	"iter"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/source"
	"github.com/treatygraph/treatygraph/schema/generated"
)

func (r mutationResolver) ImportArticles(ctx context.Context, input generated.ImportArticlesInput) (*generated.ImportArticlesPayload, error) {
	if len(input.Articles) > graph.MaxPage {
		return nil, graph.Errorf(graph.Invalid, "importArticles.input.articles: at most %d at a time; send the others in another call", graph.MaxPage)
	}
	out := &generated.ImportArticlesPayload{UserErrors: []*generated.UserError{}, Articles: []*graph.Article{}}
	var in []*graph.Ref
	sum, err := r.Importer.Import(ctx, documents(input.Articles), func(p loader.Progress) {
		switch {
		case p.Refusal != nil:
			out.UserErrors = append(out.UserErrors, refusal(p))
		case p.Outcome == graph.Away:
			out.UserErrors = append(out.UserErrors, &generated.UserError{Field: p.Name, Message: "this article was removed before and stays out", Code: string(graph.Conflict)})
		default:
			in = append(in, &graph.Ref{Kind: graph.Articles, ID: p.Article})
		}
	})
	if err != nil {
		return nil, err
	}
	out.Run, out.Imported, out.Unchanged, out.Refused = &sum.Run, sum.Added+sum.Updated, sum.Unchanged, len(out.UserErrors)
	nodes, err := queryResolver(r).Nodes(ctx, in, nil)
	for _, n := range nodes {
		if n != nil { // one published after today is not known yet
			out.Articles = append(out.Articles, n.(*graph.Article))
		}
	}
	return out, err
}

// refusal tells why an article was refused; what is our fault is masked.
func refusal(p loader.Progress) *generated.UserError {
	message := p.Refusal.Reason
	if p.Refusal.Code == graph.Internal {
		message = "it could not be read, by a fault of ours; the others went in"
	}
	return &generated.UserError{Field: p.Name, Message: message, Code: string(p.Refusal.Code)}
}

// documents gives articles as a source has them, each named by its place in the input.
func documents(articles []*generated.ArticleInput) iter.Seq2[source.Document, error] {
	return func(yield func(source.Document, error) bool) {
		for i, a := range articles {
			d := source.Document{
				Name: fmt.Sprintf("input.articles.%d", i), URL: value(a.URL), Title: value(a.Title), Outlet: value(a.Outlet),
				Language: value(a.Language), Published: value(a.Published), Text: value(a.Text),
			}
			if a.HTML != nil {
				d.HTML, d.ContentType = []byte(*a.HTML), "text/html; charset=utf-8"
			}
			if !yield(d, nil) {
				return
			}
		}
	}
}
