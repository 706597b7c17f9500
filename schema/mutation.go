package schema

import (
	"context"
	"fmt"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema/generated"
)

type mutationResolver struct{ *Resolver }

// Mutation resolves the root fields of mutations.
func (r *Resolver) Mutation() generated.MutationResolver { return mutationResolver{r} }

func (r mutationResolver) ReviewClaim(ctx context.Context, id graph.Ref, verdict graph.Verdict, note *string) (*generated.ReviewClaimPayload, error) {
	return r.review(ctx, graph.Review{Subject: id.ID, Verdict: verdict, Note: value(note)})
}

func (r mutationResolver) Join(ctx context.Context, id, with graph.Ref, note *string) (*generated.ReviewClaimPayload, error) {
	return r.review(ctx, graph.Review{Subject: id.ID, Other: with.ID, Verdict: graph.Same, Note: value(note)})
}

func (r mutationResolver) Split(ctx context.Context, id, from graph.Ref, note *string) (*generated.ReviewClaimPayload, error) {
	return r.review(ctx, graph.Review{Subject: id.ID, Other: from.ID, Verdict: graph.Different, Note: value(note)})
}

func (r mutationResolver) UndoReview(ctx context.Context, id graph.Ref, other *graph.Ref, note *string) (*generated.ReviewClaimPayload, error) {
	review := graph.Review{Subject: id.ID, Verdict: graph.Undone, Note: value(note)}
	if other != nil {
		review.Other = other.ID
	}
	return r.review(ctx, review)
}

// review records a judgement of who asks, now.
func (r mutationResolver) review(ctx context.Context, review graph.Review) (*generated.ReviewClaimPayload, error) {
	out := &generated.ReviewClaimPayload{UserErrors: []*generated.UserError{}}
	review.Reviewer, review.At = userOf(ctx), r.Clock().UTC().Format(time.RFC3339Nano)
	if err := r.Store.Review(ctx, review); err != nil {
		wrong, err := userError("id", err)
		if err != nil {
			return nil, err
		}
		out.UserErrors = append(out.UserErrors, wrong)
		return out, nil
	}
	var err error
	out.Review, err = single[*graph.Review](ctx, r.Resolver, graph.Reviews, nil,
		graph.And{is("subject", review.Subject), is("other", review.Other), is("reviewer", review.Reviewer), is("at", review.At)})
	return out, err
}

func (r mutationResolver) RemoveArticles(ctx context.Context, ids []*graph.Ref) (*generated.RemoveArticlesPayload, error) {
	if len(ids) > graph.MaxPage {
		return nil, graph.Errorf(graph.Invalid, "removeArticles.ids: at most %d at a time; send the others in another call", graph.MaxPage)
	}
	out := &generated.RemoveArticlesPayload{Removed: []*graph.Ref{}, UserErrors: []*generated.UserError{}}
	articles := make([]string, len(ids))
	for i, id := range ids {
		if id.Kind != graph.Articles {
			out.UserErrors = append(out.UserErrors, &generated.UserError{
				Field: fmt.Sprintf("ids.%d", i), Message: "this is the id of no article; nothing was removed", Code: string(graph.NotFound),
			})
		}
		articles[i] = id.ID
	}
	if len(out.UserErrors) > 0 || len(ids) == 0 {
		return out, nil
	}
	if err := r.Store.Remove(ctx, articles...); err != nil {
		wrong, err := userError("ids", err)
		if err != nil {
			return nil, err
		}
		out.UserErrors = append(out.UserErrors, wrong)
		return out, nil
	}
	out.Removed = ids
	return out, nil
}

// userError tells an error that the input caused; any other is given back.
func userError(field string, err error) (*generated.UserError, error) {
	switch code := graph.CodeOf(err); code {
	case graph.Invalid, graph.NotFound, graph.Conflict:
		return &generated.UserError{Field: field, Message: err.Error(), Code: string(code)}, nil
	}
	return nil, err
}
