package extract

import "slices"

// sideReach is how many words from a meeting those who meet may stand.
const sideReach = 32

// gatherParticipants finds who meets.
func (x *summitReader) gatherParticipants(s *sentence, m *meeting) {
	host := m.host
	reach := sideReach
	if m.form == verbForm {
		reach *= 3 // its subject may be a long list
	}
	ms := x.mentionsIn(max(m.from, m.first-reach), min(m.to, m.stop+sideReach))
	for k := range ms {
		o := &ms[k]
		if o.kind == otherName || o.how == byCapital && !o.counts && o.code != "" && !(m.kind == "visit" && o.code == host) {
			continue
		}
		if o.kind == groupMention && x.apposed(s, o) || x.isPrivateOf(s, o) {
			continue
		}
		if o.stop <= m.first && x.meetsBefore(s, o, m) || o.first >= m.stop && x.meetsAfter(s, o, m) || o.first < m.stop && o.stop > m.first {
			m.participants = addCodes(m.participants, o.actors())
		}
	}
	if n := len(ms); n > 0 && len(m.participants) > 1 && ms[n-1].first >= m.stop && slices.Contains(m.participants, ms[n-1].code) {
		x.restOfList(s, m, ms[n-1])
	}
	if (m.from > s.body || x.after(m)) && len(m.participants) < 2 && !m.bodies() {
		m.participants = addCodes(m.participants, x.subjectOf(s))
	}
	if host != "" && m.kind == "visit" {
		m.participants = addCodes(m.participants, []string{host})
	}
	if x.home != "" && len(m.participants) == 1 && m.sentence < 3 && m.named && x.opensStatement(s) {
		m.participants = addCodes(m.participants, []string{x.home})
	}
}

// isPrivateOf tells whether the country is only that of private persons or firms: "doctors from Spain", "Roger Federer of Switzerland".
func (x *summitReader) isPrivateOf(s *sentence, o *mention) bool {
	if o.how != byName || o.kind != countryName {
		return false
	}
	k := o.first - 1
	for k > s.body && (x.tokens[k].word == "the" || x.tokens[k].word == "and" || x.tokens[k].is(",") || x.tokens[k].letter == titleCase && len(x.mentionsIn(k, k+1)) > 0) {
		k--
	}
	w := x.tok(k, s).word
	if w != "from" && w != "of" {
		return false
	}
	head := x.tok(k-1, s)
	if head.in(privateWord) {
		return true
	}
	if w != "of" || head.letter != titleCase || head.id != 0 || s.capitals || head.kind != wordToken {
		return false
	}
	for i := k - 1; i >= s.body && x.tokens[i].kind == wordToken && x.tokens[i].letter != lowerCase; i-- {
		if x.tokens[i].in(honorificWord) || x.afterOffice(s, i) || len(x.mentionsIn(i, i+1)) > 0 {
			return false
		}
	}
	return true
}

// apposed tells whether those for whom a pronoun stands are told after it: "We, the leaders of".
func (x *summitReader) apposed(s *sentence, o *mention) bool {
	return o.first == s.body && x.tok(o.stop, s).is(",") && x.tok(o.stop+1, s).word == "the"
}

// restOfList adds those who follow last in a list that reaches beyond the words looked at.
func (x *summitReader) restOfList(s *sentence, m *meeting, last mention) {
	for _, o := range x.mentionsIn(last.stop, m.to) {
		if o.kind == otherName || !o.counts || !x.coordinated(&last, &o) {
			return
		}
		m.participants = addCodes(m.participants, o.actors())
		last = o
	}
}

// subjectOf gives those who are named before the first verb of the sentence: who does what its later parts tell, too.
func (x *summitReader) subjectOf(s *sentence) []string {
	var out []string
	for _, o := range x.mentionsIn(s.body, s.stop) {
		for k := s.body; k < o.first && len(out) > 0; k++ {
			if t := &x.tokens[k]; t.in(verbWord|futureWord) || t.past() {
				return out
			}
		}
		if o.first-s.body > 12 && len(out) == 0 {
			return nil
		}
		if o.kind == groupMention || o.counts {
			out = addCodes(out, o.actors())
		}
	}
	return out
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
	about := x.tok(o.first-1, s).in(topicWord)
	if m.isNoun() && gap <= 4 && x.noClause(o.stop, m.first) && !about {
		return true
	}
	if about || x.tok(o.first-2, s).in(topicWord) || o.kind == bodyName && x.ofOther(s, o, m) {
		return false
	}
	for k := o.stop; k < m.first; k++ {
		t := &x.tokens[k]
		if t.in(tellWord) && t.word != "statement" && t.word != "report" && !x.toldTo(s, m, k) || t.is(";") || t.word == "forward" {
			return false
		}
	}
	if m.isNoun() && x.meetsElsewhere(s, o.stop, m.first) {
		return false
	}
	if m.kind == "conference" && m.isNoun() {
		return x.takesPart(s, o.stop, m.first)
	}
	return o.counts || o.kind == groupMention
}

// toldTo tells whether the verb at token k has the conference as its object: "told the conference".
func (x *summitReader) toldTo(s *sentence, m *meeting, k int) bool {
	return m.kind == "conference" && x.tokens[k].word == "told" && m.first-k <= 5 && x.noClause(k+1, m.first)
}

// takesPart tells whether tokens[first:stop] lead from those who take part in a conference to it: "attended", "walked out of".
func (x *summitReader) takesPart(s *sentence, first, stop int) bool {
	for k := first; k < stop; k++ {
		if x.tokens[k].in(attendWord) || x.tokens[k].word == "told" {
			return true
		}
	}
	return x.hasForm(s, first, stop, supportForm)
}

// ofOther tells whether o gives its name to a meeting told beside m: "on the sidelines of the APEC summit, A met B".
func (x *summitReader) ofOther(s *sentence, o *mention, m *meeting) bool {
	return slices.ContainsFunc(x.hitsBetween(s, o.stop, o.stop+4), func(h hit) bool {
		return h.kind == meetingEntry && h.stop < m.first && x.phrases.meetings[h.value].form == nounForm
	})
}

// meetsElsewhere tells whether tokens[first:stop] tell of another meeting, beside this one: "will meet on the sidelines of".
func (x *summitReader) meetsElsewhere(s *sentence, first, stop int) bool {
	other := slices.ContainsFunc(x.hitsBetween(s, first, stop), func(h hit) bool {
		return h.kind == meetingEntry && h.stop < stop && x.phrases.meetings[h.value].kind == "talks"
	})
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
	if !o.counts && o.kind != groupMention {
		return false
	}
	for k := o.first - 1; k >= m.stop; k-- {
		t := &x.tokens[k]
		switch {
		case t.word == "margins" || t.word == "sidelines" || t.word == "fringes" || t.word == "eve" || t.word == "edge":
			return false
		case t.word == "of" && k-m.stop > 2:
		case t.word == "from" && x.tok(k-1, s).in(delegateWord):
			return true
		case (t.word == "between" || t.word == "with" || t.word == "of" || t.word == "among" || t.word == "by" || t.word == "for" && m.kind == "visit") && x.holdsOnly(m, k):
			return true
		case t.word == "including" || t.word == "together" || t.word == "involving" || t.word == "grouping":
			return true
		case (t.word == "where" || t.word == "which") && (m.kind == "summit" || m.kind == "conference") && x.noVerb(k+1, o.first):
			return true
		case t.word == "after" || t.word == "following" || t.in(topicWord) && t.word != "on" || t.in(placeWord) || t.in(tellWord) || t.is(";") || t.in(verbWord) || t.past() && k > m.stop:
			return x.opensWith(s, o, m)
		}
	}
	switch x.tokens[m.stop-1].word {
	case "with", "between", "by", "of":
		return true
	}
	if !m.isNoun() && x.clauseEnds(m.stop, o.first) && !x.listed(s, o, m) {
		return false // "as the world gathers, Peru said"
	}
	return !m.isNoun() || x.opensWith(s, o, m)
}

// listed tells whether o follows in a list on somebody named after the words of the meeting.
func (x *summitReader) listed(s *sentence, o *mention, m *meeting) bool {
	ms := x.mentionsIn(m.stop, o.first)
	return len(ms) > 0 && x.coordinated(&ms[len(ms)-1], o) || x.tok(o.first-1, s).word == "and"
}

// holdsOnly tells whether no other verb than that of holding stands between the words of the meeting and token k.
func (x *summitReader) holdsOnly(m *meeting, k int) bool {
	from := m.stop
	if m.end > m.stop && m.end <= k {
		from = m.end
	}
	return x.onlyAuxiliaries(from, k) && !slices.ContainsFunc(x.tokens[from:max(from, k)], func(t token) bool { return t.in(tellWord) })
}

// noVerb tells whether no verb stands in tokens[first:stop].
func (d *document) noVerb(first, stop int) bool {
	for k := first; k < stop; k++ {
		if t := &d.tokens[k]; t.in(verbWord) || t.past() {
			return false
		}
	}
	return true
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

// byLeaders tells whether two leaders, or one and the speaker, sign in the sentence.
func (x *summitReader) byLeaders(s *sentence, m *meeting) bool {
	var who []string
	for _, o := range x.mentionsIn(s.body, s.stop) {
		if o.how == byLeader || o.how == byPerson || o.kind == groupMention && len(o.group) == 1 && o.group[0] == x.home {
			who = addCodes(who, o.actors())
		}
	}
	m.participants = who
	return len(who) >= 2
}

// together tells whether two leaders, named one beside the other, are those who sign.
func (x *summitReader) together(s *sentence, m *meeting) bool {
	ms := x.mentionsIn(max(m.from, m.first-12), m.first)
	for k := 1; k < len(ms); k++ {
		a, b := &ms[k-1], &ms[k]
		if a.code != b.code && (a.how == byLeader || a.how == byPerson) && (b.how == byLeader || b.how == byPerson) && b.first-a.stop <= 4 && x.noVerb(a.stop, m.first) {
			m.participants = addCodes(addCodes(nil, a.actors()), b.actors())
			return true
		}
	}
	return false
}

// byStates tells whether two states or a few sign, named before the verb: "Israel and Syria signed in Geneva".
func (x *summitReader) byStates(s *sentence, m *meeting) bool {
	var who []string
	for _, o := range x.mentionsIn(m.from, m.first) {
		if o.counts && o.kind == countryName && o.how != byCapital && x.noVerb(o.stop, m.first) {
			who = addCodes(who, o.actors())
		}
	}
	if len(who) == 0 && x.tok(m.first-1, s).in(beWord) { // "was signed in Oslo by envoys of Chile and Peru"
		for k := m.stop; k < m.to && k < m.stop+16; k++ {
			if x.tokens[k].word != "by" {
				continue
			}
			for _, o := range x.mentionsIn(k, m.to) {
				if o.counts && o.how != byCapital && o.kind != groupMention {
					who = addCodes(who, o.actors())
				}
			}
			break
		}
	}
	m.participants = who
	return len(who) >= 2 && len(who) <= 6
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
