package extract

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// instrumentTopic is a row of data/instrumenttopics.tsv: a text told by what it is about.
type instrumentTopic struct {
	slug             string
	nouns            []string
	about, also, not []string // folded words
	from, to         graph.Day
}

func newInstrumentTopics(known func(slug string) bool) ([]instrumentTopic, error) {
	rows, err := readTable("instrumenttopics", "slug", "nouns", "about", "also", "not", "from", "to")
	if err != nil {
		return nil, err
	}
	var out []instrumentTopic
	for _, r := range rows {
		if !known(r[0]) {
			return nil, graph.Errorf(graph.Invalid, "data/instrumenttopics.tsv: no instrument %q in the catalogue", r[0])
		}
		out = append(out, instrumentTopic{r[0], cells(r[1]), cells(r[2]), cells(r[3]), cells(r[4]), graph.Day(r[5]), graph.Day(r[6])})
	}
	return out, nil
}

// A text's topic is looked for among so many words before its noun, within its phrase, and so many after it, within its clause.
const topicBefore, topicAfter = 5, 11

// findByTopic adds the texts that no name tells, but what they are about.
func (d *document) findByTopic() {
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.kind == furniture {
			continue
		}
		for k := s.body; k < s.stop; k++ {
			if t := &d.tokens[k]; !t.in(textWord) || t.kind != wordToken {
				continue
			}
			if r, ok := d.byTopic(i, s, k); ok {
				d.addReference(r)
			}
		}
	}
}

// byTopic gives the text for which the noun at token k stands.
func (d *document) byTopic(i int, s *sentence, k int) (reference, bool) {
	first, stop := k, k+1
	for first > s.body && first > k-topicBefore && d.inPhrase(&d.tokens[first-1]) {
		first--
	}
	for stop < s.stop && stop < k+topicAfter && d.tokens[stop].kind != markToken && !d.tokens[stop].in(textWord) {
		stop++
	}
	words := d.tokens[first:stop]
	if slices.ContainsFunc(d.tokens[first:k], unsettled) {
		return reference{}, false
	}
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(t token) bool { return slices.Contains(list, t.word) })
	}
	for n := range d.instrumentTopics {
		r := &d.instrumentTopics[n]
		if d.today != "" && (r.from != "" && d.today < r.from || r.to != "" && d.today >= r.to) || !slices.Contains(r.nouns, d.tokens[k].word) {
			continue
		}
		if has(r.about) && (len(r.also) == 0 || has(r.also)) && !has(r.not) {
			return reference{span: d.tokens[k].span, first: k, stop: k + 1, sentence: i, slug: r.slug}, true
		}
	}
	return reference{}, false
}

// unsettled tells whether the word before a text's noun makes it one that there is not yet: "a new treaty".
func unsettled(t token) bool {
	switch t.word {
	case "a", "an", "any", "another", "new", "proposed", "draft", "future", "no", "wider":
		return true
	}
	return false
}

// inPhrase tells whether the token may stand before a noun in its phrase.
func (d *document) inPhrase(t *token) bool {
	return t.kind != markToken && !t.in(verbWord|placeWord) && !t.past() && t.word != "of" && t.word != "and" && t.word != "to" && t.word != "with"
}

// addReference puts r in its place among the references, unless a name stands there, and tells whether it did.
func (d *document) addReference(r reference) bool {
	at, _ := slices.BinarySearchFunc(d.references, r.first, func(o reference, f int) int { return o.first - f })
	if at < len(d.references) && d.references[at].overlaps(r.span) || at > 0 && d.references[at-1].overlaps(r.span) {
		return false
	}
	d.references = slices.Insert(d.references, at, r)
	return true
}
