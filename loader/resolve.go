package loader

import (
	"slices"
	"unicode/utf8"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// Resolve turns what an article says into what the graph holds of it: claims with their ids, passages, and the shared nodes that they
// are about. The same article, reading and catalogue give the same batch. A reading that names what the catalogue does not know, or a
// passage outside the text, is Invalid: it is a fault of its extractor.
func Resolve(a graph.Article, r extract.Reading, by Reader) (graph.Batch, error) {
	v := &resolver{batch: newBatch(), catalogue: by.Catalogue, article: &a, text: []rune(a.Text), mentions: r.Mentions}
	v.extractor, v.version = by.Identity()
	v.mention(r)
	told := slices.Concat(r.Commitments, r.Denials)
	v.reported(told)
	for _, c := range v.reports {
		v.stage(c)
	}
	for i, s := range r.Summits {
		v.summit(i, s)
	}
	for i, a := range r.Attacks {
		v.attack(i, a)
	}
	for _, c := range told {
		if c.Status != extract.Breached {
			continue
		}
		for _, instrument := range instrumentsOf(c) {
			v.breach(c, instrument)
		}
	}
	if v.err != nil {
		return graph.Batch{}, v.err
	}
	b := graph.Batch{Source: a.ID, Reader: by.String(), Article: &a}
	b.Nodes, b.Links = v.sorted()
	return b, nil
}

// resolver makes the batch of one article. It keeps the first error.
type resolver struct {
	*batch
	catalogue          *catalogue.Catalogue
	extractor, version string
	article            *graph.Article
	text               []rune
	mentions           []extract.Mention
	reports            []*report
	err                error
}

func (v *resolver) fail(format string, args ...any) {
	if v.err == nil {
		v.err = graph.Errorf(graph.Invalid, format, args...)
	}
}

// mention tells whom and what the article names.
func (v *resolver) mention(r extract.Reading) {
	article := graph.RefOf(v.article)
	v.linkAll(graph.RelMentions, article, v.actors(slices.Concat(r.Countries, r.Organizations)))
	for _, slug := range r.Principles {
		v.link(graph.RelMentions, article, v.principle(slug), nil)
	}
	for _, slug := range r.Instruments {
		v.link(graph.RelMentions, article, v.instrument(slug), nil)
	}
}

// support ties a claim to the passages that say so.
func (v *resolver) support(claim graph.Ref, evidence []extract.Evidence, confidence float64) {
	for _, e := range evidence {
		if e.Start < 0 || e.End <= e.Start || e.End > len(v.text) {
			v.fail("the evidence %d to %d lies outside the text of %d code points", e.Start, e.End, len(v.text))
			return
		}
		p := v.node(&graph.Passage{ID: graph.PassageID(v.article.ID, e.Start, e.End), Text: string(v.text[e.Start:e.End]), Start: e.Start, End: e.End})
		v.link(graph.RelIn, p, graph.RefOf(v.article), nil)
		v.link(graph.RelSupportedBy, claim, p, graph.Props{"extractor": v.extractor, "version": v.version, "confidence": confidence})
	}
}

// maxName is how long the name of a node that a text names may be, in code points; what is longer is cut there.
const maxName = 120

func short(s string) string {
	if utf8.RuneCountInString(s) <= maxName {
		return s
	}
	return string([]rune(s)[:maxName-1]) + "…"
}
