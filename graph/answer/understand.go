package answer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// Understood is what a phrase was taken to mean.
type Understood struct {
	Phrase       string
	Principles   []Match  // best first
	Alternatives []Match  // principles that it might mean instead
	Actors       []string // codes of the actors that it names
	Instruments  []string // slugs of the instruments that it names
}

// Match is a principle and how well a phrase fits it, from 0 to 1.
type Match struct {
	Slug  string
	Score float64
}

const (
	surely   = 0.9  // of the best score: as good as the best
	perhaps  = 0.5  // of the best score: an alternative
	tooWeak  = 0.25 // no principle at all
	clearly  = 0.5  // a principle beside an instrument
	maxOther = 5
)

// lexicon is the catalogue as words, made once for each desk.
type lexicon struct {
	actors, instruments []named
	principles          []principleWords
	weight              map[string]float64
}

// principleWords are the phrasings of a principle as words.
type principleWords struct {
	slug    string
	phrases [][]string
}

func newLexicon(c *catalogue.Catalogue) *lexicon {
	l := &lexicon{actors: actorNames(c), instruments: instrumentNames(c), weight: map[string]float64{}}
	for i := range c.Principles {
		p := principleWords{slug: c.Principles[i].Slug}
		seen := map[string]bool{}
		for _, phrase := range phrases(&c.Principles[i]) {
			ws := words(phrase)
			p.phrases = append(p.phrases, ws)
			for _, w := range ws {
				if !seen[w] {
					seen[w] = true
					l.weight[w]++
				}
			}
		}
		l.principles = append(l.principles, p)
	}
	// Words that few principles use weigh more than those that many use.
	for w, n := range l.weight {
		l.weight[w] = 1 / (1 + n/4)
	}
	return l
}

func (l *lexicon) weigh(w string) float64 {
	if x, ok := l.weight[w]; ok {
		return x
	}
	return 1
}

// lexicon gives the desk's, made when it is first asked for.
func (d *Desk) lexicon() *lexicon {
	d.once.Do(func() { d.lex = newLexicon(d.Catalogue) })
	return d.lex
}

// Understand finds the principles, actors and instruments that a phrase speaks of.
func (d *Desk) Understand(phrase string) Understood {
	u := Understood{Phrase: phrase}
	l := d.lexicon()
	query := words(phrase)
	query, u.Actors = cutNames(query, l.actors)
	enough := tooWeak
	rest, instruments := cutNames(query, l.instruments)
	if u.Instruments = instruments; len(instruments) > 0 {
		query, enough = rest, clearly // the instrument says enough, unless the rest clearly names a principle
	}
	matches := l.match(query)
	if len(matches) == 0 || matches[0].Score < enough {
		return u
	}
	for _, m := range matches {
		switch {
		case m.Score >= surely*matches[0].Score:
			u.Principles = append(u.Principles, m)
		case m.Score >= perhaps*matches[0].Score && len(u.Alternatives) < maxOther:
			u.Alternatives = append(u.Alternatives, m)
		}
	}
	return u
}

// match scores every principle against words, best first; ties by slug.
func (l *lexicon) match(query []string) []Match {
	var out []Match
	for _, p := range l.principles {
		best := 0.0
		for _, phrase := range p.phrases {
			best = max(best, alike(query, phrase, l.weigh))
		}
		out = append(out, Match{p.slug, best})
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Slug, b.Slug)) })
	return out
}

func phrases(p *catalogue.Principle) []string {
	return append([]string{p.Name, strings.ReplaceAll(p.Slug, "-", " "), p.Meaning}, p.Aliases...)
}

// alike is how much two lists of words share, by weight: 1 for the same words, 0 for none.
func alike(a, b []string, weight func(string) float64) float64 {
	var both, all float64
	for _, w := range a {
		all += weight(w)
		if slices.Contains(b, w) {
			both += weight(w)
		}
	}
	for _, w := range b {
		if !slices.Contains(a, w) {
			all += weight(w)
		}
	}
	if all == 0 {
		return 0
	}
	return both / all
}

// stop are words that tell principles apart from nothing.
var stop = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`a an and another against any are as at be been by can could did do does each for from had has have how in into is it its
		may of on one or other others s shall should so state states that the their them they this to under upon was were what when which who whom whose will with would
		commit committed commits commitment agree agreed agrees agreement pledge pledged promise promised`) {
		stop[w] = true
	}
}

// words folds a text into the words that count, each once, in order: lower case, plain endings, no stop words.
func words(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127) }) {
		if w = stem(w); !stop[w] && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// stem cuts the plural of longer words, and joins what is written apart or together.
func stem(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
		return w[:len(w)-1]
	}
	return w
}
