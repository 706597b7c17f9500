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
	if len(m.participants) >= 2 || m.bodies() {
		return
	}
	if body := x.mainBody(); body != "" && m.isNoun() && len(m.participants) == 0 && (m.again || m.kind == "summit") && !x.ofTreaty(s, m) {
		m.participants = []string{body}
		return
	}
	if m.kind == "conference" {
		return
	}
	if last := x.lastTold(m); m.back && !m.again && !m.capital && len(last) >= 2 && allIn(m.participants, last) {
		m.participants = last
		return
	}
	around := [][]string{x.speakersIn(m.from, m.to), x.attending(m.sentence, m.stop)}
	if next := m.sentence + 1; next < len(x.sentences) && x.sentences[next].paragraph == s.paragraph {
		around = append(around, x.attending(next, 0), x.subjectOf(&x.sentences[next]), x.speakersIn(x.sentences[next].body, x.sentences[next].stop))
	}
	joint := len(around) // those so far may add up
	if (m.kind == "talks" || !m.named) && !x.many(m) {
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

// lastTold gives who met at the meeting told last before m, in the same sentence or shortly before.
func (x *summitReader) lastTold(m *meeting) []string {
	if n := len(x.found); n > 0 {
		return slices.Clone(x.found[n-1].participants)
	}
	if n := len(x.items); n > 0 && m.sentence-x.items[n-1].at[len(x.items[n-1].at)-1].sentence <= 2 {
		return slices.Clone(x.items[n-1].participants)
	}
	return nil
}

// many tells whether more than two are said to meet: "six delegations", "the five presidents".
func (x *summitReader) many(m *meeting) bool {
	for k := max(m.from, m.first-10); k < m.stop; k++ {
		t := &x.tokens[k]
		if n := countNames[t.word]; n > 2 && x.tokens[k+1].word != "day" && x.tokens[k+1].word != "days" && x.tokens[k+1].word != "hours" {
			return true
		}
		if t.word == "multilateral" || t.word == "trilateral" || t.word == "three-way" {
			return true
		}
	}
	return false
}

// ofTreaty tells whether the meeting is that of a treaty's parties or of another circle than an organization.
func (x *summitReader) ofTreaty(s *sentence, m *meeting) bool {
	return x.tok(m.stop, s).word == "of" || x.tok(m.stop, s).word == "between" || x.tok(m.stop, s).word == "with" || x.tokens[m.first].word == "review"
}

// mainBody is the organization for which the text speaks, or which it names far more often than any other; "" where there is none.
func (x *summitReader) mainBody() string {
	if x.home != "" && x.home == strings.ToLower(x.home) {
		return x.home
	}
	if x.body == nil {
		best := x.mostNamed(bodyName)
		x.body = &best
	}
	return *x.body
}

// mostNamed is the actor of a kind that the text names at least three times, and twice as often as any other; "" where there is none.
func (x *summitReader) mostNamed(kind mentionKind) string {
	codes, count := x.counted(kind)
	if len(codes) == 0 || codes[0] == "un" || codes[0] == "iaea" || count[codes[0]] < 2 || len(codes) > 1 && count[codes[1]]*2 > count[codes[0]] {
		return ""
	}
	return codes[0]
}

// counted gives the actors of a kind with how often the text names them, most often first.
func (x *summitReader) counted(kind mentionKind) ([]string, map[string]int) {
	count := map[string]int{}
	for i := range x.mentions {
		if o := &x.mentions[i]; o.counts && o.kind == kind {
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
	return codes, count
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
	if !m.back && !m.held && m.isNoun() || m.again && m.isNoun() {
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
	codes, count := x.counted(countryName)
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
		best := map[int]*name{} // by the first token
		for _, h := range x.vocabulary.find(tokens, 0, len(tokens), nil) {
			if h.kind != nameEntry {
				continue
			}
			n := &x.names.list[h.value]
			if !x.valid(n) || n.titled || best[h.first] != nil && !x.better(n, best[h.first]) {
				continue
			}
			best[h.first] = n
		}
		for _, n := range best {
			if n.kind == countryName && n.how != byAmbiguous && n.how != byPlace {
				x.title = addCodes(x.title, []string{n.code})
			}
		}
	}
	return x.title
}
