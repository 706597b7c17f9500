package extract

import "slices"

// isNoun tells whether the words at h, which may be noun or verb, are a noun there.
func (a *attackReader) isNoun(s *sentence, h *hit) bool {
	prev, next := a.tok(h.first-1, s), a.tok(h.stop, s)
	if prev.is(`"`) {
		prev = a.tok(h.first-2, s) // an "exploit"
	}
	past := a.pastForm(s, h.first)
	if past && (prev.word == "that" || prev.word == "which" || prev.word == "who" || prev.kind == numberToken && a.tok(h.first-2, s).letter != lowerCase) {
		return false
	}
	if past && prev.in(determinerWord) && !prev.in(articleWord) && !a.tok(h.first-2, s).in(determinerWord|roleWord) && a.tok(h.first-2, s).kind == wordToken {
		return false // "after Conti first breached"
	}
	if next.word == "that" || prev.in(determinerWord) || prev.is("'") || prev.word == "s" && a.tok(h.first-2, s).is("'") || prev.kind == numberToken {
		return true
	}
	if prev.in(roleWord) && prev.word != "to" && !hasSuffix(a.tokens[h.first].word, "ing") && !past {
		return true // "thousands of attacks every day"
	}
	if prev.in(verbWord|modalWord) || prev.word == "to" || prev.word == "not" || prev.word == "who" || prev.word == "that" || prev.word == "which" {
		return false
	}
	if a.named(s, h) {
		return true
	}
	if t := &a.tokens[h.first]; past || hasSuffix(t.word, "ing") && next.kind == wordToken && !next.in(roleWord) {
		return false
	}
	switch {
	case next.word == "over" && a.tok(h.stop+1, s).kind == numberToken:
		return false
	case next.word == "into" || next.in(articleWord) || next.kind == numberToken:
		return false
	case next.in(roleWord | beWord | verbWord | modalWord | tellWord):
		return true
	case next.kind != wordToken:
		return true
	}
	if a.tokens[h.first].word == a.tokens[h.stop-1].word && hasSuffix(a.tokens[h.first].word, "s") {
		return false // "Hackers target banks": a noun in the plural has no noun after it
	}
	return prev.kind == wordToken && !prev.in(subjectWord) && len(a.mentionsIn(h.first-1, h.first)) == 0
}

// named tells whether a name in the singular stands before a verb's plain form at h, which then is a noun: "called the Kazoo attack a crime".
func (a *attackReader) named(s *sentence, h *hit) bool {
	prev, w := a.tok(h.first-1, s), a.tokens[h.first].word
	return h.first > s.body && prev.kind == wordToken && prev.letter != lowerCase && prev.letter != upperCase && !hasSuffix(prev.word, "s") && !prev.in(subjectWord) && h.stop-h.first == 1 &&
		!hasSuffix(w, "s") && !hasSuffix(w, "ing") && !a.pastForm(s, h.first) && !a.titled(s, h.first)
}

// pastForm tells whether token i is, by its form, a verb of the past, also in a headline whose words all begin with a capital.
func (a *attackReader) pastForm(s *sentence, i int) bool {
	t := &a.tokens[i]
	return t.past() || t.letter == titleCase && len(t.word) > 4 && hasSuffix(t.word, "ed") && a.titled(s, i)
}

// titled tells whether the words around token i begin with capitals, as in a headline.
func (a *attackReader) titled(s *sentence, i int) bool {
	capitals, words := 0, 0
	for k := max(s.body, i-4); k < min(s.stop, i+5); k++ {
		if t := &a.tokens[k]; t.kind == wordToken && !t.in(roleWord|determinerWord) {
			words++
			if t.letter != lowerCase {
				capitals++
			}
		}
	}
	return capitals*4 >= words*3
}

// isPassive tells whether the verb at token i is passive: "was hacked", "hacked by", and in a headline "Sites Hacked".
func (a *attackReader) isPassive(s *sentence, i int) bool {
	past := a.pastForm(s, i)
	if t := &a.tokens[i]; !past && !hasSuffix(t.word, "en") && t.word != "hit" && t.word != "struck" && t.word != "shot" {
		return false
	}
	if a.tok(i+1, s).word == "by" {
		switch a.tok(i+2, s).word {
		case "force", "air", "sea", "land", "surprise", "storm":
			return false // "which it took by force"
		}
		return true // "remains occupied by"
	}
	if next := a.tok(i+1, s); past && a.tokens[i].letter == titleCase && (next.in(roleWord) || next.kind == markToken) && next.word != "into" {
		return true
	}
	if next := a.tok(i+1, s); past && (next.in(roleWord) && next.word != "into" && next.word != "on" || next.word == "via" || next.kind == markToken) && a.strickenAt(s, i-1) {
		return true // "journalists targeted via spyware"
	}
	for k := i - 1; k >= i-4; k-- {
		switch t := a.tok(k, s); {
		case t.in(beWord):
			return true
		case t.kind != wordToken:
			return false
		}
	}
	return false
}

// strickenAt tells whether what may be struck on networks is named right at token i: a sector, a system, data.
func (a *attackReader) strickenAt(s *sentence, i int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, i-longestPhrase, i+1), func(h hit) bool {
		return h.stop == i+1 && (h.kind == sectorEntry && a.phrases.sectors[h.value] != "defence" || h.kind == objectEntry && a.phrases.objects[h.value])
	})
}

// pointsBack tells whether the noun at token i is told as known: "the attack", "this breach".
func (a *attackReader) pointsBack(s *sentence, i int) bool {
	for k := i - 1; k >= i-3; k-- {
		switch a.tok(k, s).word {
		case "the", "this", "that", "these", "such", "those", "latest":
			return true
		case "a", "an", "another":
			return false
		}
	}
	return false
}

// owned tells whether the noun at token i has its doer before it: "Russia's invasion", "Chinese hacking".
func (a *attackReader) owned(s *sentence, i int) bool {
	for _, m := range reversed(a.mentionsIn(max(s.body, i-5), i)) {
		if m.kind == otherName {
			continue
		}
		return a.owns(s, m, i)
	}
	return false
}

// ownedByPerson tells whether the noun at token i is that of a leader: "Mr. Prado's campaign" is no operation.
func (a *attackReader) ownedByPerson(s *sentence, i int) bool {
	ms := reversed(a.mentionsIn(max(s.body, i-5), i))
	return len(ms) > 0 && (ms[0].how == byLeader || ms[0].how == byPerson)
}

// owns tells whether mention m, as an adjective or with a possessive, belongs to the noun at token i.
func (a *attackReader) owns(s *sentence, m *mention, i int) bool {
	if m.how != byAdjective && m.how != byPeople && !a.possessive(s, m) && !(m.kind == groupMention && (a.tokens[m.first].word == "its" || a.tokens[m.first].word == "their" || a.tokens[m.first].word == "his")) {
		return false
	}
	for k := m.stop; k < i; k++ {
		t := &a.tokens[k]
		if t.kind == markToken && !t.is("'") && !t.is(`"`) && !a.betweenAdjectives(k) || t.in(verbWord|beWord|modalWord|articleWord|roleWord) || t.word == "and" && i-k > 2 {
			return false
		}
	}
	return true
}

// betweenAdjectives tells whether token i is a comma of a row of adjectives: "illegal, unprovoked".
func (a *attackReader) betweenAdjectives(i int) bool {
	prev, next := &a.tokens[i-1], &a.tokens[min(i+1, len(a.tokens)-1)]
	return a.tokens[i].is(",") && prev.letter == lowerCase && prev.kind == wordToken && next.letter == lowerCase && next.kind == wordToken && next.word != "whose" && next.word != "who" && next.word != "which"
}

// possessive tells whether "'s" or "'" follows the mention.
func (a *attackReader) possessive(s *sentence, m *mention) bool {
	return a.tok(m.stop, s).is("'")
}
