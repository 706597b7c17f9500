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

// Understand finds the principles, actors and instruments that a phrase speaks of.
func (d *Desk) Understand(phrase string) Understood {
	u := Understood{Phrase: phrase}
	query := words(phrase)
	query, u.Actors = cutNames(query, actorNames(d.Catalogue))
	enough := tooWeak
	rest, instruments := cutNames(query, instrumentNames(d.Catalogue))
	if u.Instruments = instruments; len(instruments) > 0 {
		query, enough = rest, clearly // the instrument says enough, unless the rest clearly names a principle
	}
	matches := d.match(query)
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
func (d *Desk) match(query []string) []Match {
	weight := weights(d.Catalogue)
	var out []Match
	for i := range d.Catalogue.Principles {
		p := &d.Catalogue.Principles[i]
		best := 0.0
		for _, phrase := range phrases(p) {
			best = max(best, alike(query, words(phrase), weight))
		}
		out = append(out, Match{p.Slug, best})
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

// weights gives words that few principles use more weight than those that many use.
func weights(c *catalogue.Catalogue) func(string) float64 {
	in := map[string]int{}
	for i := range c.Principles {
		var mine []string
		for _, phrase := range phrases(&c.Principles[i]) {
			mine = append(mine, words(phrase)...)
		}
		slices.Sort(mine)
		for _, w := range slices.Compact(mine) {
			in[w]++
		}
	}
	return func(w string) float64 { return 1 / (1 + float64(in[w])/4) }
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
