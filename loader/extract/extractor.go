package extract

import (
	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// Extractor reads articles. It is built once and then only read, so that several goroutines may share it.
type Extractor struct {
	catalogue  *catalogue.Catalogue
	vocabulary *vocabulary
	splitter   *splitter
	names      *names
	phrases    *phrases

	instruments instrumentNames

	principles   *principles
	triggerWords triggerWords
	conditions   conditions
}

// New makes an extractor from the catalogue and the built-in vocabulary. An error names the file and line that is wrong.
func New(c *catalogue.Catalogue) (*Extractor, error) {
	v := newVocabulary()
	e := &Extractor{catalogue: c, vocabulary: v}
	var err error
	if err = v.addWords(); err != nil {
		return nil, err
	}
	if e.splitter, err = newSplitter(); err != nil {
		return nil, err
	}
	if e.names, err = newNames(c, v); err != nil {
		return nil, err
	}
	if e.instruments, err = newInstrumentNames(c, v); err != nil {
		return nil, err
	}
	if e.phrases, err = newPhrases(v); err != nil {
		return nil, err
	}
	if e.principles, err = newPrinciples(c, v); err != nil {
		return nil, err
	}
	if e.triggerWords, err = newTriggerWords(e.principles, v); err != nil {
		return nil, err
	}
	if e.conditions, err = newConditions(v); err != nil {
		return nil, err
	}
	return e, nil
}

// document is an article under reading: each step adds its layer. Offsets are bytes, indexes are of tokens and sentences.
type document struct {
	*Extractor
	article   graph.Article
	text      string
	points    points
	today     graph.Day // the day against which dates are read, "" where neither the article nor its text tells one
	home      string    // the country or organization for which the text itself speaks ("we"), "" where none
	tokens    []token
	sentences []sentence
	mentions  []mention // of names, in order
	hits      []hit     // of phrases of the other layers, in order of their first token
	dates     []when    // in order

	references []reference // to instruments, in order
	we         []string    // for whom the text speaks, as far as commitments go: home, or all who make a joint statement
}

// Read gives what the article says. The same article gives the same reading, on every machine.
func (e *Extractor) Read(a graph.Article) Reading {
	d := e.analyse(a)
	r := Reading{ID: a.ID, Summits: []Summit{}, Attacks: []Attack{}, Commitments: []Commitment{}, Principles: []string{}}
	r.Countries, r.Organizations, r.Instruments = d.named()
	d.readSummits(&r)
	d.readAttacks(&r)
	d.readCommitments(&r)
	r.Mentions = d.publicMentions()
	return r
}

// analyse runs the steps before the frames: words, sentences, names, dates and phrases.
func (e *Extractor) analyse(a graph.Article) *document {
	d := &document{Extractor: e, article: a, text: a.Text, points: newPoints(a.Text)}
	d.tokens = tokenize(a.Text, 0, len(a.Text), e.vocabulary, make([]token, 0, len(a.Text)/5+8))
	d.sentences = e.splitter.split(a.Text, d.tokens)
	d.today = d.referenceDay()
	d.home = e.homeOf(a)
	for i := range d.sentences {
		s := &d.sentences[i]
		s.hits.first = len(d.hits)
		if s.kind != furniture {
			d.dates = readDates(d.tokens, s.body, s.stop, d.today, d.dates)
			d.hits = e.vocabulary.find(d.tokens, s.first, s.stop, d.hits)
		}
		s.hits.stop = len(d.hits)
	}
	d.findNames()
	d.findInstruments()
	return d
}

// referenceDay is the day of publication, or else the first exact day that the head of the text tells with its year.
func (d *document) referenceDay() graph.Day {
	if d.article.Published != "" {
		return d.article.Published
	}
	for i := 0; i < len(d.sentences) && i < 3; i++ {
		for _, w := range readDates(d.tokens, d.sentences[i].first, d.sentences[i].stop, "", nil) {
			if w.begin == w.end {
				return w.begin
			}
		}
	}
	return ""
}
