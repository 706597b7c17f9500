package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// instrumentName is what a phrase of the layer of instruments stands for: entries of kind instrumentEntry index the list.
type instrumentName struct {
	slug     string
	from, to graph.Day // days of publication, To excluded; "" is open
	needs    []string  // folded words, of which the text must hold one; none needed where empty
}

type instrumentNames []instrumentName

// newInstrumentNames puts the catalogue's names of instruments and those of data/instruments.tsv into the vocabulary.
func newInstrumentNames(c *catalogue.Catalogue, v *vocabulary) (instrumentNames, error) {
	var list instrumentNames
	add := func(n instrumentName, phrases ...string) {
		list = append(list, n)
		for _, p := range phrases {
			p = strings.TrimPrefix(strings.TrimPrefix(p, "the "), "The ")
			v.add(p, instrumentEntry, int32(len(list)-1), anyShape)
		}
	}
	for i := range c.Instruments {
		in := &c.Instruments[i]
		n := instrumentName{slug: in.Slug, from: beforeAdoption(in)}
		if !strings.Contains(in.Name, ";") {
			add(n, in.Name)
		}
		add(n, append(slices.Clone(in.Aliases), in.Short)...)
		if in.Kind == "resolution" || in.Kind == "report" {
			add(n, in.Symbol)
		}
	}
	rows, err := readTable("instruments", "slug", "phrases", "from", "to", "needs")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if c.Instrument(r[0]) == nil {
			return nil, graph.Errorf(graph.Invalid, "data/instruments.tsv: no instrument %q in the catalogue", r[0])
		}
		add(instrumentName{r[0], graph.Day(r[2]), graph.Day(r[3]), cells(r[4])}, cells(r[1])...)
	}
	return list, nil
}

// draftYears is for how many years before its adoption the name of a text may stand for its draft.
const draftYears = 3

// beforeAdoption is the first day on which a text may be told of: some years before it was adopted or opened, "" where that is not known.
func beforeAdoption(in *catalogue.Instrument) graph.Day {
	date := in.Adopted
	if date == "" || in.Opened != "" && in.Opened < date {
		date = in.Opened
	}
	if len(date) < 4 {
		return ""
	}
	years := draftYears
	if in.Kind == "report" || in.Kind == "joint-statement" || in.Kind == "resolution" {
		years = 1
	}
	return graph.Day(fmt.Sprintf("%04d-01-01", graph.Day(date+"-01-01").Year()-years))
}

// titled gives the instrument that the title or the outlet of an article names, "" where none or several are named.
func (d *document) titled() string {
	slug := ""
	for _, line := range []string{d.article.Title, d.article.Outlet} {
		tokens := tokenize(line, 0, len(line), d.vocabulary, nil)
		for _, h := range d.vocabulary.find(tokens, 0, len(tokens), nil) {
			if h.kind != instrumentEntry {
				continue
			}
			n := &d.instruments[h.value]
			if d.today != "" && (n.from != "" && d.today < n.from || n.to != "" && d.today >= n.to) || len(n.needs) > 0 {
				continue
			}
			if slug != "" && slug != n.slug {
				return ""
			}
			slug = n.slug
		}
	}
	return slug
}

// findThis adds the titled instrument wherever the text speaks of "this treaty", or of a treaty that it signs.
func (d *document) findThis() {
	slug := d.titled()
	if slug == "" {
		return
	}
	for i := range d.sentences {
		s := &d.sentences[i]
		for k := s.body; k < s.stop; k++ {
			t := &d.tokens[k]
			if !t.in(textWord) || d.tok(k-1, s).word != "this" && d.tok(k-1, s).word != "the" && d.tok(k-1, s).word != "present" {
				continue
			}
			r := reference{span: span{d.tokens[k-1].start, t.end}, first: k - 1, stop: k + 1, sentence: i, slug: slug}
			if d.addReference(r) {
				return // once is enough to refer to it
			}
		}
	}
}

// findInstruments adds the texts that the article refers to. Several may fit one phrase: the last one whose day and words fit.
func (d *document) findInstruments() {
	var words map[string]bool // of the text, made when a name needs one
	for i := range d.sentences {
		s := &d.sentences[i]
		for k := s.hits.first; k < s.hits.stop; k++ {
			h := &d.hits[k]
			if h.kind != instrumentEntry {
				continue
			}
			n := &d.instruments[h.value]
			if d.today != "" && (n.from != "" && d.today < n.from || n.to != "" && d.today >= n.to) {
				continue
			}
			if len(n.needs) > 0 {
				if words == nil {
					words = map[string]bool{}
					for t := range d.tokens {
						words[d.tokens[t].word] = true
					}
				}
				if !slices.ContainsFunc(n.needs, func(w string) bool { return words[w] }) {
					continue
				}
			}
			r := reference{span: span{d.tokens[h.first].start, d.tokens[h.stop-1].end}, first: h.first, stop: h.stop, sentence: i, slug: n.slug}
			if last := len(d.references) - 1; last >= 0 && d.references[last].overlaps(r.span) {
				if d.references[last].stop-d.references[last].first <= h.stop-h.first {
					d.references[last] = r
				}
				continue
			}
			d.references = append(d.references, r)
		}
	}
	d.findByTopic()
	d.findThis()
}

// reference is a stretch of tokens that names an instrument.
type reference struct {
	span
	first, stop int
	sentence    int
	slug        string
}

// referencesIn gives the instruments named in tokens[first:stop].
func (d *document) referencesIn(first, stop int) []reference {
	if stop <= first {
		return nil
	}
	lo, _ := slices.BinarySearchFunc(d.references, first, func(r reference, t int) int { return r.first - t })
	hi, _ := slices.BinarySearchFunc(d.references, stop, func(r reference, t int) int { return r.first - t })
	return d.references[lo:hi]
}
