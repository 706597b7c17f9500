package extract

// insideName tells whether the mention is only part of another name, the place of something, a language or a private nationality.
func (d *document) insideName(m *mention, s *sentence) bool {
	prev, next := d.tok(m.first-1, s), d.tok(m.stop, s)
	if prev.word == "ex" && d.tokens[m.first].joined || next.joined && next.in(madeWord) {
		return true // "ex-NATO chiefs", "Soviet-made"
	}
	if d.isExample(m, s) {
		return true
	}
	switch m.how {
	case byCapital:
		return d.isPlace(m, s) || d.namedAfter(m, s) || prev.word == "a" || prev.word == "an" || next.in(privateWord) && next.letter == lowerCase || next.word == "time"
	case byAdjective:
		return d.isLanguage(m, s) || d.isPrivate(m, s) || d.namedAfter(m, s) || d.isOnePerson(m, s) || isBorder(next)
	case byAmbiguous:
		return d.isPrivate(m, s) || d.inState(m, s)
	case byPeople:
		return d.isOnePerson(m, s)
	case byLeader:
		return next.letter == titleCase && next.in(namedAfterWord) || d.isNamesake(m, s) // "Clinton Foundation", "Ben Thatcher"
	case byName:
		if m.kind == bodyName {
			return d.isModifier(m, s)
		}
		return prev.word == "near" || d.namedAfter(m, s) || d.afterName(m, s) || m.code == "SG" && prev.word == "in" && d.meets(s)
	}
	return false
}

// isExample tells whether the mention is one of a list of examples ("networks such as A, B and C") or of those who once held an
// office ("former leaders of A and B").
func (d *document) isExample(m *mention, s *sentence) bool {
	k := m.first - 1
	for k > s.body && k > m.first-20 {
		if t := &d.tokens[k]; t.is(",") || t.word == "and" || t.word == "or" || t.word == "the" || t.kind == wordToken && t.letter != lowerCase {
			k--
			continue
		}
		break
	}
	switch d.tok(k, s).word {
	case "as":
		return d.tok(k-1, s).word == "such" && m.kind == bodyName
	case "of":
		return m.how == byName && m.kind == countryName && (d.tok(k-2, s).word == "former" || d.tok(k-2, s).word == "ex")
	}
	return false
}

// isPlace tells whether a capital is the place where something is, not the government that sits there.
func (d *document) isPlace(m *mention, s *sentence) bool {
	prev, next := d.tok(m.first-1, s), d.tok(m.stop, s)
	if s.kind == heading && len(d.datesIn(m.stop, s.stop)) > 0 || next.joined && next.word == "based" {
		return true // a line with place and date; "the Vienna-based agency"
	}
	if next.is("'") && d.tok(m.stop+1, s).word == "s" {
		return prev.in(placeWord) && prev.word != "from"
	}
	if prev.word == "from" && d.tok(m.first-2, s).in(delegateWord) {
		return false // "negotiators from Tehran"
	}
	if prev.in(placeWord) {
		return true
	}
	for k := m.first - 1; k > s.body && k > m.first-8; k-- { // "in Chicago and Paris"
		t := &d.tokens[k]
		if t.in(placeWord) {
			return t.word != "to" && t.word != "from"
		}
		if t.word != "and" && !t.is(",") && t.word != "or" && t.letter == lowerCase {
			break
		}
	}
	if prev.kind == wordToken && prev.letter == titleCase && prev.spaced && m.first-1 > s.first && !prev.in(weekdayWord|monthWord) && !d.vocabulary.begins(prev) {
		return true // "Central London"
	}
	for k := m.stop; k < m.stop+3; k++ { // "the Tokyo economic summit", "Budapest Convention"
		if t := d.tok(k, s); t.in(meetingWord) || t.in(instrumentWord) && t.letter == titleCase && !s.capitals {
			return k == m.stop || prev.word == "the" || t.letter == titleCase
		} else if t.kind == markToken || t.in(verbWord) || t.past() {
			break
		}
	}
	return false
}

// namedAfter tells whether a capitalised noun of companies, papers or streets follows: "China Daily"; or one of owners with "of"
// goes before: "University of China".
func (d *document) namedAfter(m *mention, s *sentence) bool {
	if next := d.tok(m.stop, s); !s.capitals && next.in(namedAfterWord) && next.letter == titleCase && !next.joined {
		return true
	}
	if d.tok(m.first-1, s).word != "of" {
		return false
	}
	owner := d.tok(m.first-2, s)
	return owner.letter == titleCase && owner.in(ownerWord)
}

// afterName tells whether an unknown capitalised word stands right before a country's name, so that both are one name: "Yahoo Japan".
func (d *document) afterName(m *mention, s *sentence) bool {
	prev := d.tok(m.first-1, s)
	return s.kind == prose && !s.capitals && m.first-1 > s.body && prev.kind == wordToken && prev.letter == titleCase && prev.id == 0 && !d.tokens[m.first].joined
}

// isNamesake tells whether a leader's surname has somebody else's first name before it.
func (d *document) isNamesake(m *mention, s *sentence) bool {
	t, prev := &d.tokens[m.first], d.tok(m.first-1, s)
	if m.stop-m.first > 1 || s.capitals {
		return false
	}
	if romanNumeral(t) {
		return true // "Article XI"
	}
	return s.kind == prose && m.first-1 > s.body && prev.kind == wordToken && prev.letter == titleCase && prev.spaced && !prev.in(honorificWord) && !d.afterOffice(s, m.first)
}

// afterOffice tells whether an office ends right before token i: "Secretary of State".
func (d *document) afterOffice(s *sentence, i int) bool {
	for k := s.hits.first; k < s.hits.stop; k++ {
		if h := &d.hits[k]; h.kind == officeEntry && h.stop == i {
			return true
		}
	}
	return false
}

// isLanguage tells whether an adjective is a language: "in Spanish", "the Arabic, Chinese and French texts".
func (d *document) isLanguage(m *mention, s *sentence) bool {
	prev, next := d.tok(m.first-1, s), d.tok(m.stop, s)
	if prev.word == "in" && (next.kind == markToken || next.word == "and" || next.word == "or") {
		return true
	}
	if next.in(languageWord) {
		return true
	}
	for k := m.first - 1; next.kind == markToken && k > m.first-10; k-- { // "in English and Spanish,"
		t := d.tok(k, s)
		if t.word == "in" {
			return true
		}
		if !t.is(",") && t.word != "and" && (t.kind != wordToken || t.letter == lowerCase) {
			break
		}
	}
	for k := m.stop; k < m.stop+14; k++ {
		t := d.tok(k, s)
		if t.in(languageWord) {
			return true
		}
		if !t.is(",") && t.word != "and" && (t.kind != wordToken || t.letter == lowerCase) {
			return false
		}
	}
	return false
}

// isPrivate tells whether an adjective is the nationality of a private firm or person: "French company", "Russian oil firm".
func (d *document) isPrivate(m *mention, s *sentence) bool {
	if d.tok(m.first-1, s).word == "and" && d.tok(m.first-2, s).letter == titleCase && d.tok(m.stop, s).word == "experts" {
		return false // "Soviet and American experts" speak for their states
	}
	for k := m.stop; k < m.stop+4; k++ {
		t := d.tok(k, s)
		if t.in(privateWord) {
			return k < m.stop+2 || t.word != "experts"
		}
		if k == m.stop+1 && d.tok(m.stop, s).word == "and" && t.letter == titleCase {
			continue // "French and German chefs"
		}
		if k == m.stop+3 && d.tok(m.stop, s).word != "and" || t.kind != wordToken || t.letter != lowerCase && !t.in(weekdayWord) || t.in(verbWord) || t.past() {
			return false
		}
	}
	return false
}

// isOnePerson tells whether the word is the nationality of one private person: "a Finn", "a patient Singaporean".
func (d *document) isOnePerson(m *mention, s *sentence) bool {
	if n := d.tok(m.stop, s); n.kind == wordToken && n.letter == lowerCase && !n.in(verbWord|placeWord) && !n.past() && n.word != "and" {
		return false // an adjective before its noun
	}
	for k := m.first - 1; k >= m.first-2 && k >= s.body; k-- {
		switch t := &d.tokens[k]; {
		case t.word == "a" || t.word == "an":
			return true
		case t.kind != wordToken || t.letter != lowerCase:
			return false
		}
	}
	return false
}

// isBorder tells whether the noun after a nationality only tells where something is: "along the Peruvian border".
func isBorder(next *token) bool {
	return next.word == "border" || next.word == "borders" || next.word == "frontier"
}

// inState tells whether a name that is a country's and a state's stands after a town's: "Augusta, Georgia".
func (d *document) inState(m *mention, s *sentence) bool {
	town := d.tok(m.first-2, s)
	return m.code == "GE" && d.tok(m.first-1, s).is(",") && town.letter == titleCase && d.tok(m.first-3, s).in(placeWord)
}

// isModifier tells whether an organization only describes a text or its members, or is an example: "WTO commitments".
func (d *document) isModifier(m *mention, s *sentence) bool {
	prev, next := d.tok(m.first-1, s), d.tok(m.stop, s)
	if prev.word == "the" {
		prev = d.tok(m.first-2, s)
	}
	return m.code == "gatt" && prev.word == "under" || next.in(modifiedWord) && next.spaced || prev.word == "as" && d.tok(m.first-2, s).word == "such"
}

// meets tells whether the sentence tells of a meeting, so that a city in it is a place.
func (d *document) meets(s *sentence) bool {
	for k := s.body; k < s.stop; k++ {
		if d.tokens[k].in(meetingWord) {
			return true
		}
	}
	return false
}
