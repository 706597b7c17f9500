package answer

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// word is whose word a claim is: the passages that say so, and the article they stand in.
type word struct {
	passages []*graph.Passage
	article  *graph.Article // nil where no text says so
	original string         // id of the article, or of that which it copies
	upheld   bool           // by a person
}

// independent says whether two words come from two outlets and neither from a copy of the other's text: of the article, or of the very
// sentence, as outlets print those of an agency. Who is not named is nobody's second source.
func (w word) independent(o word) bool {
	return w.article != nil && o.article != nil && w.original != o.original &&
		w.article.Outlet != "" && o.article.Outlet != "" && !strings.EqualFold(w.article.Outlet, o.article.Outlet) && !w.repeats(o)
}

// repeats says whether a passage of one is word for word a passage of the other.
func (w word) repeats(o word) bool {
	return slices.ContainsFunc(w.passages, func(p *graph.Passage) bool {
		return slices.ContainsFunc(o.passages, func(q *graph.Passage) bool {
			return slices.Equal(strings.Fields(strings.ToLower(p.Text)), strings.Fields(strings.ToLower(q.Text)))
		})
	})
}

// authority is that of the article; what a depositary recorded has that of a treaty text.
func (w word) authority() graph.Authority {
	switch {
	case w.article == nil:
		return graph.TreatyText
	case w.article.Kind == "":
		return graph.Other
	}
	return w.article.Kind
}

// authorities are in the order in which they are heard.
var authorities = []graph.Authority{graph.TreatyText, graph.Official, graph.Statement, graph.Press, graph.Other}

// words reads whose word claims of a kind are, by their ids.
func (r *reader) words(k *graph.Kind, ids []string) []word {
	out := make([]word, len(ids))
	evidence, reviews := r.followAll(k, "evidence", ids), r.followAll(k, "reviews", ids)
	var first []string // passages, one of each claim: all of a claim stands in one article
	var at []int
	for i := range ids {
		out[i].passages = all[*graph.Passage](evidence(i))
		last := graph.Latest(all[*graph.Review](reviews(i)))
		out[i].upheld = last != nil && last.Verdict == graph.Upheld
		if len(out[i].passages) > 0 {
			first, at = append(first, out[i].passages[0].ID), append(at, i)
		}
	}
	articles := r.followAll(graph.Passages, "article", first)
	var texts []string
	for j, i := range at {
		for _, a := range all[*graph.Article](articles(j)) {
			out[i].article = a
			texts = append(texts, a.ID)
		}
	}
	originals := r.originals(texts)
	for i := range out {
		if a := out[i].article; a != nil {
			out[i].original = originals[a.ID]
		}
	}
	return out
}

// originals gives for articles those which they copy, near or far, or themselves.
func (r *reader) originals(ids []string) map[string]string {
	copies := map[string]string{}
	for ask := ids; len(ask) > 0; {
		var next []string
		copied := r.followAll(graph.Articles, "copyOf", ask)
		for i, id := range ask {
			for _, n := range copied(i) {
				if _, seen := copies[id]; !seen {
					copies[id], next = n.NodeID(), append(next, n.NodeID())
				}
			}
		}
		ask = next
	}
	out := map[string]string{}
	for _, id := range ids {
		out[id] = id
		for range len(copies) { // no longer than the longest chain
			if of, ok := copies[out[id]]; ok {
				out[id] = of
			}
		}
	}
	return out
}
