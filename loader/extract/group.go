package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Kinds of words that stand for actors told before; see data/groups.tsv.
const (
	pairGroup   = "pair"
	pluralGroup = "plural"
	singleGroup = "single"
	personGroup = "person"
	homeGroup   = "home"
	fixedGroup  = "of:" // always the same, whose codes follow: "the superpowers"
)

// told keeps, while the sentences are gone through in order, for whom a later word may stand.
type told struct {
	pair    []string // the two countries told together last
	several []string // those told together last
	one     string   // the actor told first in the sentence before
	person  string   // for whom somebody spoke last
	tally   []string // countries in the order in which they were first told
	soviet  bool     // the text names the Soviet Union
	ours    []string // for whom "we" stands after "the President and I"
	oursAt  int      // the sentence that told so last
}

// resolveGroups adds a mention for each pronoun and each "two countries" that can be resolved.
func (d *document) resolveGroups() {
	t := told{soviet: slices.ContainsFunc(d.mentions, func(m mention) bool { return m.code == "SU" })}
	out := make([]mention, 0, len(d.mentions)*3/2)
	next := 0
	for i := range d.sentences {
		s := &d.sentences[i]
		from := next
		for next < len(d.mentions) && d.mentions[next].sentence == i {
			next++
		}
		own := d.mentions[from:next]
		k := 0
		for h := s.hits.first; h < s.hits.stop; h++ {
			hit := &d.hits[h]
			if hit.kind != groupEntry || hit.first < s.body {
				continue
			}
			for k < len(own) && own[k].first < hit.first {
				out = append(out, own[k])
				k++
			}
			kind := d.phrases.groups[hit.value]
			codes := d.standsFor(&t, own[:k], kind, hit)
			if len(codes) == 0 {
				continue
			}
			for strings.HasPrefix(kind, fixedGroup) && k < len(own) && own[k].first < hit.stop {
				k++ // "South Korea" in "North and South Korea"
			}
			out = append(out, mention{span: span{d.tokens[hit.first].start, d.tokens[hit.stop-1].end}, first: hit.first, stop: hit.stop,
				sentence: i, kind: groupMention, how: byPronoun, group: codes})
		}
		out = append(out, own[k:]...)
		d.hear(&t, own)
	}
	d.mentions = out
}

// standsFor gives the codes for which a word of a kind stands, given what its sentence has named before it.
func (d *document) standsFor(t *told, own []mention, kind string, hit *hit) []string {
	if codes, ok := strings.CutPrefix(kind, fixedGroup); ok {
		return d.ofThatDay(strings.Split(codes, "+"), t.soviet)
	}
	here := func() []string { return distinct(own, func(m *mention) bool { return m.counts }) }
	switch kind {
	case homeGroup:
		if d.home == "" {
			return nil
		}
		return d.ourselves(t, own, hit)
	case pairGroup:
		countries := distinct(own, func(m *mention) bool { return m.counts && m.kind == countryName })
		switch {
		case len(countries) == 2:
			return countries
		case len(t.pair) == 2:
			return t.pair
		case len(t.tally) == 2:
			return slices.Sorted(slices.Values(t.tally))
		}
	case pluralGroup:
		if len(here()) > 1 {
			return here()
		}
		if len(t.several) > 1 && len(here()) == 0 {
			return t.several
		}
		return nil
	case personGroup:
		for _, m := range reversed(own) {
			if m.how == byLeader || m.how == byPerson || d.holdsOffice(m) {
				return []string{m.code}
			}
		}
		if t.person != "" {
			return []string{t.person}
		}
	case singleGroup:
		if m := d.subject(own, d.tokens[hit.first].word == "it"); m != nil {
			return []string{m.code}
		}
		if t.one != "" && len(here()) == 0 {
			return []string{t.one}
		}
	}
	return nil
}

// oursReach is how many sentences after "the President and I" a "we" may stand for both.
const oursReach = 6

// ourselves gives for whom a word of those for whom the text speaks stands: its home, or, after "the President and I", for a "we" that
// agreed on something, both.
func (d *document) ourselves(t *told, own []mention, h *hit) []string {
	word, sentence := d.tokens[h.first].word, 0
	if len(own) > 0 {
		m := &own[len(own)-1]
		sentence = m.sentence
		if word == "i" && m.counts && m.kind == countryName && m.code != d.home && m.stop == h.first-1 && d.tokens[m.stop].word == "and" {
			t.ours, t.oursAt = []string{d.home, m.code}, sentence
			slices.Sort(t.ours)
		}
	}
	if sentence == 0 {
		sentence = d.sentenceOf(h.first)
	}
	if word == "we" && t.ours != nil && sentence-t.oursAt <= oursReach && jointly[d.tokens[min(h.stop, len(d.tokens)-1)].word] {
		return t.ours
	}
	return []string{d.home}
}

// jointly are the verbs of what several did together.
var jointly = set("agreed reaffirmed discussed decided concluded signed pledged also both resolved affirmed")

// endOfSoviets is the last day of the Soviet Union, after which its name stands for Russia.
const endOfSoviets graph.Day = "1991-12-25"

// ofThatDay gives the codes as they stood on the day of publication, sorted; those of the past where the text names the Soviet Union.
func (d *document) ofThatDay(codes []string, past bool) []string {
	for i, c := range codes {
		if c == "SU" && d.today > endOfSoviets && !past {
			codes[i] = "RU"
		}
	}
	slices.Sort(codes)
	return codes
}

// subject gives the name for which "it" or "the country" stands where the names of own came before it: the last; for "it" the last
// that no preposition and no verb of telling makes an object, where there is one.
func (d *document) subject(own []mention, acts bool) *mention {
	var last *mention
	for _, m := range reversed(own) {
		if !m.counts || m.how == byAdjective || m.how == byPeople {
			continue
		}
		before := d.tokens[max(m.first-1, 0)].word
		if before == "the" {
			before = d.tokens[max(m.first-2, 0)].word
		}
		if !acts || !objectAfter[before] {
			return m
		}
		if last == nil {
			last = m
		}
	}
	return last
}

// objectAfter are the words after which a name is not what the sentence goes on about.
var objectAfter = set("to with from against by of in on for at into told tells telling informed assured notified warned reminded promised urged asked")

// firstList gives the codes of the first names of own that only commas and "and" join, sorted.
func (d *document) firstList(own []mention) []string {
	var out []string
	for i := range own {
		if i > 0 && !d.listed(own[i-1].stop, own[i].first) {
			break
		}
		if m := &own[i]; m.counts && m.code != "" && !slices.Contains(out, m.code) {
			out = append(out, m.code)
		}
	}
	slices.Sort(out)
	return out
}

// listed tells whether nothing but commas and "and" stand in tokens[first:stop].
func (d *document) listed(first, stop int) bool {
	for i := first; i < stop; i++ {
		if t := &d.tokens[i]; !t.is(",") && t.word != "and" && t.word != "the" {
			return false
		}
	}
	return stop > first
}

// hear takes in the names of one sentence.
func (d *document) hear(t *told, own []mention) {
	all := distinct(own, func(m *mention) bool { return m.counts })
	countries := distinct(own, func(m *mention) bool { return m.counts && m.kind == countryName })
	if len(countries) == 2 {
		t.pair = countries
	}
	if list := d.firstList(own); len(list) > 1 {
		if t.several = list; len(list) == 2 && len(countries) > 2 {
			t.pair = list
		}
	} else if len(all) > 1 {
		t.several = all
	}
	for i := range own {
		m := &own[i]
		if m.counts && m.kind != groupMention {
			t.one = m.code
			break
		}
	}
	for i := range own {
		m := &own[i]
		if m.how == byLeader || m.how == byPerson {
			t.person = m.code
		}
		if m.counts && m.kind == countryName && !slices.Contains(t.tally, m.code) && len(t.tally) < 3 {
			t.tally = append(t.tally, m.code)
		}
	}
}

// holdsOffice tells whether an office follows the mention: "Slovakia's prime minister", "the Slovak premier".
func (d *document) holdsOffice(m *mention) bool {
	s := &d.sentences[m.sentence]
	at := m.stop
	if d.tok(at, s).is("'") {
		at++
		if d.tok(at, s).word == "s" {
			at++
		}
	}
	return m.kind == countryName && slices.ContainsFunc(d.hits[s.hits.first:s.hits.stop], func(h hit) bool { return h.kind == officeEntry && h.first >= at && h.first <= at+1 })
}

// distinct gives the codes of those mentions that pass, sorted, each once.
func distinct(ms []mention, pass func(*mention) bool) []string {
	var out []string
	for i := range ms {
		if m := &ms[i]; m.kind != groupMention && m.code != "" && pass(m) && !slices.Contains(out, m.code) {
			out = append(out, m.code)
		}
	}
	slices.Sort(out)
	return out
}
