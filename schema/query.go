package schema

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema/generated"
	"github.com/treatygraph/treatygraph/schema/relay"
)

type queryResolver struct{ *Resolver }

// Query resolves the root fields of queries.
func (r *Resolver) Query() generated.QueryResolver { return queryResolver{r} }

func (r queryResolver) Node(ctx context.Context, id graph.Ref, asOf *graph.AsOf) (graph.Node, error) {
	nodes, err := r.Nodes(ctx, []*graph.Ref{&id}, asOf)
	if err != nil {
		return nil, err
	}
	return nodes[0], nil
}

func (r queryResolver) Nodes(ctx context.Context, ids []*graph.Ref, asOf *graph.AsOf) ([]graph.Node, error) {
	if len(ids) > graph.MaxPage {
		return nil, graph.Errorf(graph.Invalid, "nodes.ids: at most %d at a time; ask again for the others", graph.MaxPage)
	}
	byKind := map[*graph.Kind][]any{}
	for _, id := range ids {
		byKind[id.Kind] = append(byKind[id.Kind], id.ID)
	}
	delete(byKind, nil) // ids that are none of ours
	found := map[graph.Ref]graph.Node{}
	for k, of := range byKind {
		nodes, err := r.nodes(ctx, k, r.asOf(asOf), graph.Is{Property: "id", Op: graph.InList, Value: of})
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			found[graph.RefOf(n)] = n
		}
	}
	out := make([]graph.Node, len(ids))
	for i, id := range ids {
		out[i] = found[*id]
	}
	return out, nil
}

func (r queryResolver) Actors(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.ActorConnection, error) {
	return find[*graph.Actor](ctx, r.Resolver, graph.Actors, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Countries(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.ActorConnection, error) {
	return find[*graph.Actor](ctx, r.Resolver, graph.Actors, request{where, is("label", graph.Country), asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Organizations(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.ActorConnection, error) {
	return find[*graph.Actor](ctx, r.Resolver, graph.Actors, request{where, is("label", graph.Organization), asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Principles(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.PrincipleConnection, error) {
	return find[*graph.Principle](ctx, r.Resolver, graph.Principles, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Instruments(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.InstrumentConnection, error) {
	return find[*graph.Instrument](ctx, r.Resolver, graph.Instruments, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Summits(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.SummitConnection, error) {
	return find[*graph.Summit](ctx, r.Resolver, graph.Summits, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Attacks(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.AttackConnection, error) {
	return find[*graph.Attack](ctx, r.Resolver, graph.Attacks, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Commitments(ctx context.Context, about *string, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.CommitmentConnection, error) {
	var meant graph.Filter
	if about != nil {
		meant = r.Answers.Understand(*about).About()
	}
	return find[*graph.Commitment](ctx, r.Resolver, graph.Commitments, request{where, meant, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Attributions(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.AttributionConnection, error) {
	return find[*graph.Attribution](ctx, r.Resolver, graph.Attributions, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Allegations(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.AllegationConnection, error) {
	return find[*graph.Allegation](ctx, r.Resolver, graph.Allegations, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) TreatyActions(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.TreatyActionConnection, error) {
	return find[*graph.TreatyAction](ctx, r.Resolver, graph.TreatyActions, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Articles(ctx context.Context, where map[string]any, asOf *graph.AsOf, orderBy []*relay.Order, first *int, after *string, last *int, before *string) (*relay.ArticleConnection, error) {
	return find[*graph.Article](ctx, r.Resolver, graph.Articles, request{where, nil, asOf, orderBy, span{first, after, last, before}})
}

func (r queryResolver) Actor(ctx context.Context, code string, asOf *graph.AsOf) (*graph.Actor, error) {
	return single[*graph.Actor](ctx, r.Resolver, graph.Actors, asOf, is("code", code))
}

func (r queryResolver) Country(ctx context.Context, code string, asOf *graph.AsOf) (*graph.Actor, error) {
	return single[*graph.Actor](ctx, r.Resolver, graph.Actors, asOf, graph.And{is("code", code), is("label", graph.Country)})
}

func (r queryResolver) Principle(ctx context.Context, slug string, asOf *graph.AsOf) (*graph.Principle, error) {
	return single[*graph.Principle](ctx, r.Resolver, graph.Principles, asOf, is("slug", slug))
}

func (r queryResolver) Instrument(ctx context.Context, slug string, asOf *graph.AsOf) (*graph.Instrument, error) {
	return single[*graph.Instrument](ctx, r.Resolver, graph.Instruments, asOf, is("slug", slug))
}

func (r queryResolver) Article(ctx context.Context, id *graph.Ref, url *string, asOf *graph.AsOf) (*graph.Article, error) {
	switch {
	case (id == nil) == (url == nil):
		return nil, graph.Errorf(graph.Invalid, "article: give its id or its url, one of them")
	case url != nil:
		return single[*graph.Article](ctx, r.Resolver, graph.Articles, asOf, graph.Is{Property: "urls", Op: graph.Contains, Value: *url})
	case id.Kind != graph.Articles:
		return nil, nil
	}
	return single[*graph.Article](ctx, r.Resolver, graph.Articles, asOf, is("id", id.ID))
}
