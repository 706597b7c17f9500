package extract

import (
	"slices"
	"strings"
)

// adopt gives a meeting those of whom the text around tells that they take part, and one of which the sentence names no two sides
// those that the text around it names.
func (x *summitReader) adopt(s *sentence, m *meeting) {
	if m.date == nil && m.place == "" || m.kind == "visit" || m.wished || !m.isNoun() && !x.severalMeet(s, m) {
		return
	}
	if m.isNoun() && (m.held || m.named) {
		m.participants = addCodes(m.participants, x.attending(m.sentence, m.end))
		if next := m.sentence + 1; next < len(x.sentences) && x.sentences[next].paragraph == s.paragraph {
			m.participants = addCodes(m.participants, x.attending(next, 0))
		}
	}
	if m.kind == "conference" || len(m.participants) >= 2 || m.bodies() {
		return
	}
	around := [][]string{x.speakersIn(m.from, m.to), x.attending(m.sentence, m.stop)}
	if next := m.sentence + 1; next < len(x.sentences) && x.sentences[next].paragraph == s.paragraph {
		around = append(around, x.attending(next, 0), x.subjectOf(&x.sentences[next]), x.speakersIn(x.sentences[next].body, x.sentences[next].stop))
	}
	joint := len(around) // those so far may add up
	if m.kind == "talks" || !m.named {
		around = append(around, x.pairBefore(m), x.mainPair(m))
	}
	told := slices.Clone(m.participants)
	for k, near := range around {
		if k < joint {
			told = addCodes(told, near)
			near = slices.Clone(told)
		}
		if len(near) >= 2 && len(near) <= 8 && allIn(m.participants, near) {
			m.participants = near
			return
		}
	}
}

// severalMeet tells whether the verb has several as its subject and none as its object: "the negotiators met on Monday".
func (x *summitReader) severalMeet(s *sentence, m *meeting) bool {
	next, prev := x.tok(m.stop, s), x.tok(m.first-1, s)
	if next.kind == wordToken && !next.in(placeWord|topicWord|weekdayWord|relativeWord) && next.word != "again" && next.word != "for" && next.word != "to" && next.word != "as" {
		return false
	}
	for k := m.first - 1; k >= m.from && k >= m.first-8; k-- {
		if t := &x.tokens[k]; t.in(delegateWord|guestWord) && t.word[len(t.word)-1] == 's' || t.word == "sides" || t.word == "participants" || t.word == "two" {
			return true
		}
	}
	return prev.kind == wordToken && len(prev.word) > 4 && prev.word[len(prev.word)-1] == 's'
}

// speakersIn gives for whom the leaders and officials named in tokens[first:stop] stand.
func (x *summitReader) speakersIn(first, stop int) []string {
	var out []string
	for _, o := range x.mentionsIn(first, stop) {
		if o.how == byLeader || o.how == byPerson {
			out = addCodes(out, o.actors())
		}
	}
	return out
}

// attending gives who takes part by sentence i from token from on, where it tells that: "Mr. A and M. B will attend".
func (x *summitReader) attending(i, from int) []string {
	if i >= len(x.sentences) {
		return nil
	}
	s := &x.sentences[i]
	from = max(from, s.body)
	if s.kind == furniture || s.kind == heading || !x.hasForm(s, from, s.stop, attendForm) {
		return nil
	}
	var out []string
	for _, o := range x.mentionsIn(from, s.stop) {
		if o.counts && o.kind == countryName && o.how != byCapital {
			out = addCodes(out, o.actors())
		}
	}
	return out
}

// pairBefore gives the two countries that one of the sentences before told together, for words that point back or stand alone:
// "The talks opened in Oslo".
func (x *summitReader) pairBefore(m *meeting) []string {
	if !m.back && !m.held && m.isNoun() {
		return nil
	}
	for i := m.sentence - 1; i >= 0 && i >= m.sentence-2; i-- {
		o := &x.sentences[i]
		if o.kind == furniture {
			continue
		}
		var pair []string
		for _, n := range x.mentionsIn(o.body, o.stop) {
			if n.counts && n.kind == countryName {
				pair = addCodes(pair, n.actors())
			}
		}
		if len(pair) == 2 {
			return pair
		}
	}
	return nil
}

// mainPair gives the two countries that the article is about, where it is about two: those that its title names, or that it names
// far more often than any third.
func (x *summitReader) mainPair(m *meeting) []string {
	if !m.back && !m.held && m.isNoun() {
		return nil
	}
	if both := x.titled(); len(both) == 2 {
		return both
	}
	if x.main == nil {
		x.main = x.twoMain()
	}
	return x.main
}

func (x *summitReader) twoMain() []string {
	count := map[string]int{}
	for i := range x.mentions {
		if o := &x.mentions[i]; o.counts && o.kind == countryName {
			count[o.code]++
		}
	}
	codes := make([]string, 0, len(count))
	for c := range count {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	if len(codes) < 2 || count[codes[1]] < 3 || len(codes) > 2 && count[codes[2]]*2 > count[codes[1]] {
		return []string{}
	}
	return addCodes(nil, codes[:2])
}

// titled gives the countries that the article's title names.
func (x *summitReader) titled() []string {
	if x.title == nil {
		x.title = []string{}
		tokens := tokenize(x.article.Title, 0, len(x.article.Title), x.vocabulary, nil)
		for _, h := range x.vocabulary.find(tokens, 0, len(tokens), nil) {
			if h.kind != nameEntry {
				continue
			}
			if n := &x.names.list[h.value]; n.kind == countryName && n.how != byAmbiguous && n.how != byPlace && x.valid(n) {
				x.title = addCodes(x.title, []string{n.code})
			}
		}
	}
	return x.title
}
