package extract

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
	if host != "" && m.kind == "visit" {
		m.participants = addCodes(m.participants, []string{host})
	}
	if x.home != "" && len(m.participants) > 0 && m.sentence < 3 && len(m.participants) == 1 && m.named && x.opensStatement(s) {
		m.participants = addCodes(m.participants, []string{x.home})
	}
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
	if !m.verb && gap <= 4 && x.noClause(o.stop, m.first) && !x.tok(o.first-1, s).in(topicWord) {
		return true
	}
	if x.tok(o.first-1, s).in(topicWord) || x.tok(o.first-2, s).in(topicWord) {
		return false
	}
	for k := o.stop; k < m.first; k++ {
		t := &x.tokens[k]
		if t.in(tellWord) && t.word != "held" || t.is(";") {
			return false
		}
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

// meetsAfter tells whether a mention after the words is one who meets: "talks between A and B", "met B", "summit with B".
func (x *summitReader) meetsAfter(s *sentence, o *mention, m *meeting) bool {
	for k := o.first - 1; k >= m.stop; k-- {
		t := &x.tokens[k]
		switch {
		case t.word == "of" && k-m.stop > 2:
		case t.word == "between" || t.word == "with" || t.word == "of" || t.word == "among" || t.word == "by" || t.word == "for" && m.kind == "visit" || t.word == "including":
			return o.counts || o.kind == groupMention
		case t.word == "after" || t.word == "following" || t.in(topicWord) && t.word != "on" || t.in(placeWord) || t.in(tellWord) || t.is(";") || t.in(verbWord):
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
