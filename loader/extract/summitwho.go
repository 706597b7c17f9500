package extract

import "slices"

// sideReach is how many words from a meeting those who meet may stand.
const sideReach = 24

// gatherParticipants finds who meets.
func (x *summitReader) gatherParticipants(s *sentence, m *meeting, host string) {
	ms := x.mentionsIn(max(s.body, m.first-sideReach), min(s.stop, m.stop+sideReach))
	for k := range ms {
		o := &ms[k]
		if o.kind == otherName || o.how == byCapital && !o.counts && o.code != "" && !(m.kind == "visit" && o.code == host) {
			continue
		}
		if o.stop <= m.first && x.meetsBefore(s, o, m) || o.first >= m.stop && x.meetsAfter(s, o, m) || o.first < m.stop && o.stop > m.first {
			m.participants = addCodes(m.participants, o.actors())
		}
	}
	if n := len(ms); n > 0 && len(m.participants) > 1 && ms[n-1].first >= m.stop && slices.Contains(m.participants, ms[n-1].code) {
		for _, o := range x.mentionsIn(ms[n-1].stop, s.stop) { // the rest of a long list
			if o.kind == otherName || !o.counts || !x.coordinated(&ms[n-1], &o) {
				break
			}
			m.participants = addCodes(m.participants, o.actors())
			ms = append(slices.Clip(ms), o)
			n++
		}
	}
	if len(m.participants) < 2 && !m.verb && m.kind == "talks" && m.date != nil && (m.place != "" || m.named) {
		if both := x.titled(); len(both) == 2 && allIn(m.participants, both) {
			m.participants = both // the headline says between whom
		}
	}
	if host != "" && m.kind == "visit" {
		m.participants = addCodes(m.participants, []string{host})
	}
	if x.home != "" && len(m.participants) > 0 && m.sentence < 3 && len(m.participants) == 1 && m.named && x.opensStatement(s) {
		m.participants = addCodes(m.participants, []string{x.home})
	}
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

// opensStatement tells whether the sentence is the head of a statement: "Statement by the delegation at the session".
func (x *summitReader) opensStatement(s *sentence) bool {
	for k := s.body; k < s.stop && k < s.body+6; k++ {
		switch x.tokens[k].word {
		case "statement", "remarks", "address", "speech", "intervention":
			return true
		}
	}
	return false
}

// meetsBefore tells whether a mention before the words is one who meets: a modifier ("the US-China summit"), or the subject.
func (x *summitReader) meetsBefore(s *sentence, o *mention, m *meeting) bool {
	gap := m.first - o.stop
	if x.tok(o.stop+1, s).word == "forward" {
		return false // "looks forward to"
	}
	if !m.verb && gap <= 4 && x.noClause(o.stop, m.first) && !x.tok(o.first-1, s).in(topicWord) {
		return true
	}
	if x.tok(o.first-1, s).in(topicWord) || x.tok(o.first-2, s).in(topicWord) || o.kind == bodyName && m.verb && x.ofOther(s, o, m) {
		return false
	}
	for k := o.stop; k < m.first; k++ {
		t := &x.tokens[k]
		if t.in(tellWord) && t.word != "statement" && t.word != "report" || t.is(";") || t.word == "forward" {
			return false
		}
	}
	if !m.verb && x.meetsElsewhere(s, o.stop, m.first) {
		return false
	}
	if m.kind == "conference" && !m.verb {
		for k := o.stop; k < m.first; k++ {
			if x.tokens[k].in(attendWord) {
				return true
			}
		}
		return false
	}
	return o.counts || o.kind == groupMention
}

// ofOther tells whether o gives its name to a meeting told before m: "on the sidelines of the APEC summit, A met B".
func (x *summitReader) ofOther(s *sentence, o *mention, m *meeting) bool {
	return slices.ContainsFunc(x.hits[s.hits.first:s.hits.stop], func(h hit) bool {
		return h.kind == meetingEntry && h.first >= o.stop && h.first-o.stop <= 3 && h.stop < m.first && !x.phrases.meetings[h.value].verb
	})
}

// meetsElsewhere tells whether tokens[first:stop] tell of another meeting, beside this one: "will meet on the sidelines of".
func (x *summitReader) meetsElsewhere(s *sentence, first, stop int) bool {
	other := false
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &x.hits[k]
		other = other || h.kind == meetingEntry && h.first >= first && h.stop < stop && x.phrases.meetings[h.value].kind == "talks"
	}
	if !other {
		return false
	}
	for k := stop - 1; k >= first && k >= stop-7; k-- {
		switch x.tokens[k].word {
		case "before", "after", "ahead", "sidelines", "margins", "during", "following", "fringes", "eve":
			return true
		}
	}
	return false
}

// meetsAfter tells whether a mention after the words is one who meets: "talks between A and B", "met B", "summit with B".
func (x *summitReader) meetsAfter(s *sentence, o *mention, m *meeting) bool {
	for k := o.first - 1; k >= m.stop; k-- {
		t := &x.tokens[k]
		switch {
		case t.word == "of" && k-m.stop > 2:
		case t.word == "from" && x.tok(k-1, s).in(delegateWord):
			return o.counts || o.kind == groupMention
		case t.word == "between" || t.word == "with" || t.word == "of" || t.word == "among" || t.word == "by" || t.word == "for" && m.kind == "visit" || t.word == "including":
			return o.counts || o.kind == groupMention
		case t.word == "after" || t.word == "following" || t.in(topicWord) && t.word != "on" || t.in(placeWord) || t.in(tellWord) || t.is(";") || t.in(verbWord) || t.past() && k > m.stop:
			return x.opensWith(s, o, m) && (o.counts || o.kind == groupMention)
		}
	}
	return (m.verb || x.opensWith(s, o, m)) && (o.counts || o.kind == groupMention)
}

// opensWith tells whether the sentence begins with the meeting and o is among those who follow: "At the summit, A and B joined".
func (x *summitReader) opensWith(s *sentence, o *mention, m *meeting) bool {
	if w := x.tokens[s.body].word; m.first-s.body > 6 || w != "at" && w != "meeting" {
		return false
	}
	comma := false
	for k := m.stop; k < o.first; k++ {
		t := &x.tokens[k]
		comma = comma || t.is(",")
		if t.in(verbWord) || t.past() || t.is(";") {
			return false
		}
	}
	return comma
}

// noClause tells whether tokens[first:stop] lie within one noun phrase.
func (d *document) noClause(first, stop int) bool {
	for k := first; k < stop; k++ {
		if t := &d.tokens[k]; t.kind == markToken && !t.is("'") || t.in(verbWord) || t.past() {
			return false
		}
	}
	return true
}
