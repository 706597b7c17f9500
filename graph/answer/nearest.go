package answer

import (
	"cmp"
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

const maxNear = 3

// nearest finds, for the best principle understood, the norms that a text states which was adopted by the day: the principle itself, then
// those like it. Like means the same matter in the same sense: a norm that asks to refrain is near one that asks to refrain, and one that
// covers the same is nearer still.
func (d *Desk) nearest(ctx context.Context, a *Answer) error {
	if len(a.Understood.Principles) == 0 {
		return nil
	}
	asked := d.Catalogue.Principle(a.Understood.Principles[0].Slug)
	for _, p := range append([]Match{{asked.Slug, 1}}, d.like(asked)...) {
		near, err := d.stated(ctx, p.Slug, a.AsOf)
		if err != nil {
			return err
		}
		if near != nil {
			a.Nearest = append(a.Nearest, *near)
		}
		if len(a.Nearest) == maxNear {
			break
		}
	}
	return nil
}

// like orders the other principles by how near they are to one, leaving out those that have little to do with it.
func (d *Desk) like(asked *catalogue.Principle) []Match {
	mine := words(asked.Name + " " + asked.Meaning)
	var out []Match
	for i := range d.Catalogue.Principles {
		p := &d.Catalogue.Principles[i]
		if p.Slug == asked.Slug || p.Domain != asked.Domain {
			continue
		}
		score := alike(mine, words(p.Name+" "+p.Meaning), d.lexicon().weigh)
		if p.Polarity == asked.Polarity {
			score *= 2
		}
		if slices.Contains(asked.Narrows, p.Slug) || slices.Contains(p.Narrows, asked.Slug) {
			score *= 2
		}
		if shareScope(d.Catalogue, asked.Slug, p.Slug) {
			score *= 2
		}
		if score > 0.1 {
			out = append(out, Match{p.Slug, score})
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Slug, b.Slug)) })
	return out
}

// shareScope says whether the wordings of two principles cover a sector or a conduct in common.
func shareScope(c *catalogue.Catalogue, a, b string) bool {
	covers := func(slug string) []string {
		for _, s := range c.Scopes {
			if s.Principle == slug {
				return s.Covers
			}
		}
		return nil
	}
	return slices.ContainsFunc(covers(a), func(slug string) bool { return slices.Contains(covers(b), slug) })
}

// stated finds the text that states a principle first, among those adopted by the day; later ones restate it. nil if there is none.
func (d *Desk) stated(ctx context.Context, slug string, at graph.AsOf) (*Near, error) {
	page, err := d.Store.Find(ctx, graph.Query{Kind: graph.Principles, Where: graph.Is{Property: "slug", Op: graph.Eq, Value: slug}})
	if err != nil || len(page.Nodes) == 0 {
		return nil, err
	}
	edge, err := graph.Principles.Edge("statedIn")
	if err != nil {
		return nil, err
	}
	texts, err := d.Store.Related(ctx, []string{page.Nodes[0].NodeID()}, edge, graph.Query{Kind: graph.Instruments, First: 1,
		Where: graph.And{
			graph.Is{Property: "adopted", Op: graph.Gt, Value: ""},
			graph.Is{Property: "adopted", Op: graph.Lte, Value: string(min(at.ValidAt, at.KnownAt))},
			graph.Not{X: graph.Is{Property: "binding", Op: graph.InList, Value: []any{"proposal", "expert"}}},
		}, Order: []graph.Order{{Property: "adopted"}}})
	if err != nil || len(texts) == 0 || len(texts[0].Nodes) == 0 {
		return nil, err
	}
	near := &Near{Principle: page.Nodes[0].(*graph.Principle), Instrument: texts[0].Nodes[0].(*graph.Instrument)}
	near.Locator, _ = texts[0].Links[0]["locator"].(string)
	return near, nil
}
