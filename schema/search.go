package schema

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/schema/generated"
	"github.com/treatygraph/treatygraph/schema/relay"
	"github.com/treatygraph/treatygraph/schema/scalar"
)

// usualHits is how many hits a search gives unless told.
const usualHits = 20

// searchKinds are the kinds of SearchKind.
var searchKinds = map[scalar.Choice]*graph.Kind{
	"ACTOR": graph.Actors, "PRINCIPLE": graph.Principles, "INSTRUMENT": graph.Instruments, "SUMMIT": graph.Summits,
	"ATTACK": graph.Attacks, "COMMITMENT": graph.Commitments, "ARTICLE": graph.Articles, "PASSAGE": graph.Passages,
}

func (r queryResolver) Search(ctx context.Context, text string, kinds []scalar.Choice, first *int, after *string, asOf *graph.AsOf) (*generated.SearchConnection, error) {
	want, at := usualHits, r.asOf(asOf)
	if first != nil {
		want = *first
	}
	from, err := parsePlace(value(after))
	if err != nil {
		return nil, err
	}
	if want < 0 || from+want > graph.MaxPage {
		return nil, graph.Errorf(graph.Invalid, "search.first: from 0 to %d, with those before the cursor; narrow the words or the kinds", graph.MaxPage)
	}
	var of []*graph.Kind
	for _, k := range kinds {
		of = append(of, searchKinds[k])
	}
	hits, err := r.Store.Search(ctx, text, from+want+1, of...)
	if err != nil {
		return nil, err
	}
	hits = hits[min(from, len(hits)):]
	more := len(hits) > want
	return r.hits(ctx, at, from, hits[:min(want, len(hits))], more)
}

// hits makes the connection of hits that begin at a place; those of articles that were not known on the day are left out.
func (r queryResolver) hits(ctx context.Context, at graph.AsOf, from int, hits []graph.Hit, more bool) (*generated.SearchConnection, error) {
	nodes := make([]graph.Node, len(hits))
	for i, h := range hits {
		nodes[i] = h.Node
	}
	levelsOf(ctx).enter(at, nodes)
	c := &generated.SearchConnection{PageInfo: &relay.PageInfo{HasNextPage: more, HasPreviousPage: from > 0}, Edges: []*generated.SearchEdge{}}
	for i, n := range nodes {
		if known, err := r.known(ctx, at, n); err != nil || !known {
			if err != nil {
				return nil, err
			}
			continue
		}
		c.Edges = append(c.Edges, &generated.SearchEdge{Cursor: formatPlace(from + i + 1), Score: hits[i].Score, Node: n})
	}
	if len(hits) > 0 { // also where all of them were left out, so that the next page goes on behind them
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = formatPlace(from+1), formatPlace(from+len(hits))
	}
	return c, nil
}

// known says whether an article, or the article of a passage, was known on the day; all other nodes were.
func (r queryResolver) known(ctx context.Context, at graph.AsOf, n graph.Node) (bool, error) {
	switch n := n.(type) {
	case *graph.Article:
		return n.KnownAt() <= at.KnownAt, nil
	case *graph.Passage:
		article, err := one[*graph.Article](ctx, n, "article")
		return article != nil, err
	}
	return true, nil
}

// A cursor of a search is the number of hits up to it, as text and opaque.

const placePrefix = "hit:"

func formatPlace(n int) string {
	return base64.RawURLEncoding.EncodeToString([]byte(placePrefix + strconv.Itoa(n)))
}

func parsePlace(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(s)
	digits, ok := strings.CutPrefix(string(b), placePrefix)
	n, bad := strconv.ParseUint(digits, 10, 16)
	if err != nil || !ok || bad != nil {
		return 0, graph.Errorf(graph.Invalid, "the cursor %.20q does not belong to this search; begin again without it", s)
	}
	return int(n), nil
}
