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
	sports     map[string]bool // words of games
	phrases    *phrases

	instruments      instrumentNames
	instrumentTopics []instrumentTopic

	principles   *principles
	triggerWords triggerWords
	conditions   conditions
	confidence   confidence
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
	if e.sports, err = newSports(); err != nil {
		return nil, err
	}
	if e.names, err = newNames(c, v); err != nil {
		return nil, err
	}
	if e.instruments, err = newInstrumentNames(c, v); err != nil {
		return nil, err
	}
	if e.instrumentTopics, err = newInstrumentTopics(func(slug string) bool { return c.Instrument(slug) != nil }); err != nil {
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
	if e.confidence, err = newConfidence(); err != nil {
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
	entryYear graph.Day // the end of the year with which the entry of a list of dates opens, while it is read

	entryParagraph int

	today     graph.Day // the day against which dates are read, "" where neither the article nor its text tells one
	home      string    // the country or organization for which the text itself speaks ("we"), "" where none
	tokens    []token
	sentences []sentence
	mentions  []mention // of names, in order
	hits      []hit     // of phrases of the other layers, in order of their first token
	dates     []when    // in order

	references []reference // to instruments, in order
	trace      *trace      // nil where nobody asks why
	treaty     *treatyText // nil where the text is not that of a treaty
	we         []string    // for whom the text speaks, as far as commitments go: home, or all who make a joint statement
}

// Read gives what the article says. The same article gives the same reading, on every machine.
func (e *Extractor) Read(a graph.Article) Reading {
	r, _ := e.read(a, nil)
	return r
}

// read reads an article; where t is not nil, it is told why the reading is as it is.
func (e *Extractor) read(a graph.Article, t *trace) (Reading, *document) {
	d := e.analyse(a)
	d.trace = t
	r := Reading{ID: a.ID, Summits: []Summit{}, Attacks: []Attack{}, Commitments: []Commitment{}, Principles: []string{}}
	r.Countries, r.Organizations, r.Instruments = d.named()
	d.readSummits(&r)
	d.readAttacks(&r)
	d.readCommitments(&r)
	r.addActors(d)
	r.discuss()
	r.Mentions = d.publicMentions()
	return r, d
}

// addActors adds to the countries and organizations those that strike, suffer or meet: what happens to a private firm with its
// nationality, or at a place in a country, does not count by itself, but does where it is an attack.
func (r *Reading) addActors(d *document) {
	add := func(codes []string) {
		for _, c := range codes {
			if d.catalogue.Actor(c) != nil {
				r.Countries = addCodes(r.Countries, []string{c})
			} else {
				r.Organizations = addCodes(r.Organizations, []string{c})
			}
		}
	}
	for i := range r.Attacks {
		add(r.Attacks[i].Victims)
		add(r.Attacks[i].Accused)
	}
	for i := range r.Summits {
		add(r.Summits[i].Participants)
	}
}

// discuss fills what a summit discussed, and who was said there to have broken what: the commitments told in its own passages.
func (r *Reading) discuss() {
	for i := range r.Summits {
		s := &r.Summits[i]
		for k := range r.Commitments {
			c := &r.Commitments[k]
			if !shared(s.Evidence, c.Evidence) {
				continue
			}
			s.Discussed = addCodes(s.Discussed, []string{c.Principle})
			if c.Status == Breached {
				s.Allegations = append(s.Allegations, Allegation{By: []string{}, Against: c.Parties, Principle: c.Principle, Stance: graph.Alleges, Date: c.Date})
			}
		}
	}
}

// shared tells whether a span of one list overlaps one of the other.
func shared(x, y []Evidence) bool {
	for _, a := range x {
		for _, b := range y {
			if a.Start < b.End && b.Start < a.End {
				return true
			}
		}
	}
	return false
}

// analyse runs the steps before the frames: words, sentences, names, dates and phrases.
func (e *Extractor) analyse(a graph.Article) *document {
	d := &document{Extractor: e, article: a, text: a.Text, points: newPoints(a.Text)}
	d.tokens = tokenize(a.Text, 0, len(a.Text), e.vocabulary, make([]token, 0, len(a.Text)/5+8))
	d.sentences = e.splitter.split(a.Text, d.tokens)
	d.hits = make([]hit, 0, len(d.tokens)/3)
	d.mentions = make([]mention, 0, len(d.tokens)/15)
	d.today = d.referenceDay()
	d.home = e.homeOf(a)
	for i := range d.sentences {
		s := &d.sentences[i]
		s.hits.first = len(d.hits)
		if s.kind != furniture {
			d.dates = readDates(d.tokens, s.body, s.stop, d.yearOf(s), d.dates)
			d.hits = e.vocabulary.find(d.tokens, s.first, s.stop, d.hits)
		}
		s.hits.stop = len(d.hits)
	}
	d.findNames()
	d.findInstruments()
	return d
}

// yearOf is the day against which the dates of the sentence are read: that of the text, or the end of the year with which an entry
// of a list of dates opens, as in "1993: Notice is given on 12 March."
func (d *document) yearOf(s *sentence) graph.Day {
	if s.first == 0 || d.sentences[0].first == s.first || d.today == "" {
		return d.today
	}
	y, mark := &d.tokens[s.first], d.tok(s.first+1, s)
	if y.kind == numberToken && len(y.word) == 4 && (mark.is(":") || mark.is(".") || mark.is("-")) && y.word < string(d.today[:4]) && y.word > "1800" {
		d.entryYear, d.entryParagraph = graph.Day(y.word+"-12-31"), s.paragraph
	}
	if d.entryYear != "" && d.entryParagraph == s.paragraph {
		return d.entryYear
	}
	return d.today
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
