package extract

import "slices"

// calledOn tells whether m is asked to end, explain or punish the act: "call on Russia to stop its attacks".
func (a *attackReader) calledOn(s *sentence, m *mention, b *blow) bool {
	if a.tok(m.stop, s).word != "to" || b.trigger.first < m.stop {
		return false
	}
	k := m.first - 1
	if a.tok(k, s).word == "the" {
		k--
	}
	if w := a.tok(k, s).word; w == "on" || w == "upon" {
		k--
	}
	return a.tok(k, s).in(urgeWord)
}

// doerByWord tells whether the words around m make it those who strike: "Russian hackers", "China-based group", "gangs in Iran".
// It gives the class of the word that says so, noCue where none does.
func (a *attackReader) doerByWord(s *sentence, m *mention) cueClass {
	if m.how == byAdjective && a.tok(m.stop, s).word == "origin" {
		return intruderCue // "ransomware of Russian origin"
	}
	if t := a.tok(m.stop+1, s); t.in(rebelWord) && a.tok(m.stop, s).in(linkedWord) {
		return noCue // "U.S.-backed rebels" strike for themselves
	}
	if t := a.tok(m.stop, s); t.joined && t.in(linkedWord) && (!t.in(seatedWord) || a.attackerAfter(s, m.stop+1, ownerReach)) {
		return intruderCue
	}
	if named := m.how == byAdjective || m.how == byName || m.how == bySeat || a.possessive(s, m); named {
		for k := m.stop; k < m.stop+5; k++ {
			if isGroupNumber(a.tok(k, s).word) && a.plain(m.stop, k) {
				return intruderCue // "the Chinese APT41"
			}
		}
		near := a.hitsBetween(s, m.stop, m.stop+6)
		for k := range near {
			h := &near[k]
			if c := cueClass(h.value); h.kind == attackerEntry && c != linkCue && !a.ownName(s, m, h) && a.plain(m.stop, h.first) && !a.mentionBetween(m.stop, h.first) && (c == intruderCue || a.isHead(s, h.stop) && m.kind != groupMention) {
				return c
			}
		}
	}
	before := a.hitsBetween(s, m.first-2-longestPhrase, m.first)
	for k := range before {
		h := &before[k]
		if h.kind == attackerEntry && cueClass(h.value) != linkCue && h.stop == m.first-1 && a.tokens[h.stop].word == "from" && m.how == byName {
			return cueClass(h.value) // "hackers from Iran"
		}
		if h.kind == attackerEntry && cueClass(h.value) == linkCue && h.stop <= m.first && m.first-h.stop <= 2 && a.plain(h.stop, m.first) && a.attackerBefore(s, h.first, a.linkReach(h)) && !a.mostIn(m.first) {
			return intruderCue
		}
	}
	return noCue
}

// isHead tells whether the noun before token i is not part of another: "the army shelled", not "army officials".
func (a *attackReader) isHead(s *sentence, i int) bool {
	t := a.tok(i, s)
	return t.kind != wordToken || t.letter != lowerCase || t.in(roleWord|verbWord|beWord|modalWord|linkedWord) || t.past() || t.word == "and" || t.word == "or" || t.word == "who" ||
		t.word == "that" || t.word == "which" || a.actAt(s, i)
}

// actBetween tells whether words of an act stand in tokens[first:stop].
func (a *attackReader) actBetween(s *sentence, first, stop int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, first, stop), func(h hit) bool { return h.isAct() && h.stop <= stop })
}

// actAt tells whether the words of an act begin at token i.
func (a *attackReader) actAt(s *sentence, i int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, i, i+1), func(h hit) bool { return h.isAct() })
}

// isGroupNumber tells whether a word is the number of a group of hackers: "apt28".
func isGroupNumber(w string) bool {
	return len(w) > 3 && (w[:3] == "apt" || w[:3] == "unc") && isDigit(w[3]) || len(w) == 5 && w[:2] == "ta" && isDigit(w[2])
}

// ownName tells whether the nationality is part of a group's own name: "Belarusian Cyber-Partisans".
func (a *attackReader) ownName(s *sentence, m *mention, h *hit) bool {
	return !s.capitals && s.kind != heading && m.how == byAdjective && a.tokens[m.stop].letter != lowerCase && a.tokens[m.stop].kind == wordToken && a.tokens[h.first].letter != lowerCase && a.tokens[h.first].letter != upperCase && h.shape == wordsShape
}

// plain tells whether tokens[first:stop] lie within one noun phrase.
func (a *attackReader) plain(first, stop int) bool {
	for k := first; k < stop; k++ {
		t := &a.tokens[k]
		if t.kind == markToken && !t.is("'") && !t.is(`"`) || t.in(verbWord|beWord|modalWord) || t.past() && !t.in(linkedWord) || t.word == "and" || t.word == "that" || t.word == "of" || t.word == "in" || t.word == "on" || t.word == "against" || t.word == "by" || t.word == "to" || t.word == "for" || t.word == "with" {
			return false
		}
	}
	return true
}

// ownerReach is how many words may stand between those who strike and what links them to a country.
const ownerReach = 4

// linkReach is how far before the link at h those who strike may stand: far where it can only be theirs, "on behalf of".
func (a *attackReader) linkReach(h *hit) int {
	if w := a.tokens[h.first].word; w == "on" || w == "in" || w == "with" || w == "at" || w == "under" || w == "working" || w == "acting" || w == "ordered" || w == "directed" {
		return objectReach
	}
	return ownerReach
}

// attackerAfter tells whether those who strike, or an act, are named shortly after token i: "US-based hackers", not "US-based firm".
func (a *attackReader) attackerAfter(s *sentence, i, reach int) bool {
	for k := i; k < i+reach; k++ {
		if t := a.tok(k, s); isGroupNumber(t.word) {
			return true
		}
	}
	return slices.ContainsFunc(a.hitsBetween(s, i, i+reach), func(h hit) bool {
		return h.kind == attackerEntry && cueClass(h.value) != linkCue || h.kind == attackEntry
	})
}

// verbIn tells whether the verb of an act stands in tokens[first:stop]: "hackers attacked servers controlled by".
func (a *attackReader) verbIn(s *sentence, first, stop int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, first, stop), func(h hit) bool {
		return h.kind == attackEntry && h.stop <= stop && a.phrases.attacks[h.value].verb && a.tokens[h.first].past()
	})
}

// attackerBefore tells whether those who strike, or the act itself, are named shortly before token i.
func (a *attackReader) attackerBefore(s *sentence, i, reach int) bool {
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if (h.kind == attackerEntry && cueClass(h.value) != linkCue || h.kind == attackEntry && !a.phrases.attacks[h.value].verb) && h.stop <= i && i-h.stop <= reach && (reach > ownerReach || !a.verbIn(s, h.stop, i)) {
			return true
		}
	}
	return false
}

// isBlamed tells whether the sentence says that m is behind the act.
func (a *attackReader) isBlamed(s *sentence, m *mention, b *blow) bool {
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != accuseCue {
			continue
		}
		word := a.tokens[h.first].word
		last := a.tokens[h.stop-1].word
		switch {
		case h.stop <= m.first && m.first-h.stop <= 3 && a.plain(h.stop, m.first): // "blamed China", "attributed to Iran", "the work of Russia"
			if last == "behind" || last == "for" || a.isPassive(s, h.first) && (last != "to" && last != "of" && last != "by" && last != "on") {
				continue
			}
			if word != "condemned" && word != "condemn" && word != "condemns" && word != "sanctioned" && word != "sanctions" && word != "sanction" {
				return true
			}
		case h.first >= m.stop && word == "responsible" && !a.tok(h.first-1, s).in(beWord) && a.tok(h.first-1, s).word != "held":
			continue // "contractors responsible for building"
		case h.first >= m.stop && (word == "responsible" || last == "behind" || last == "responsible" || last == "answer" || a.tokens[h.first].in(culpritWord)): // "China was behind the hack"
			if h.first-m.stop <= 9 && !a.mentionBetween(m.stop, h.first) && !a.clauseBreak(m.stop, h.first) && !a.saidBetween(m.stop, h.first) {
				return true
			}
		case h.first >= m.stop && h.first-m.stop <= 6 && (a.isPassive(s, h.first) || a.tok(h.first-1, s).in(beWord)) && !a.mentionBetween(m.stop, h.first) &&
			(word == "accused" || word == "blamed" || word == "suspected" || word == "charged" || word == "indicted"): // "China has been accused of"
			return a.tok(h.stop, s).word != "by" && b.trigger.first > h.first
		}
	}
	return a.blamedTo(s, m) || a.reprised(s, m, b) || a.accusedAfter(s, m)
}

// saidBetween tells whether a verb of saying or finding stands in tokens[first:stop], whose subject is whoever stands before it.
func (a *attackReader) saidBetween(first, stop int) bool {
	for k := first; k < stop; k++ {
		if a.tokens[k].in(tellWord|sourceVerb) && !a.tokens[k-1].in(beWord) {
			return true // not "are believed to be behind"
		}
	}
	return false
}

// reprised tells whether m is called to account for the act: "expelled Russian diplomats over the hacking of".
func (a *attackReader) reprised(s *sentence, m *mention, b *blow) bool {
	if b.trigger.first < m.stop {
		return false
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != reprisalCue || h.stop > m.first || m.first-h.stop > 4 || a.clauseBreak(h.stop, m.first) {
			continue
		}
		for i := m.stop; i < b.trigger.first; i++ {
			switch t := &a.tokens[i]; t.word {
			case "over", "for", "after", "because", "following", "amid":
				return true
			case ";", "and", "which":
				return false
			}
		}
	}
	return false
}

// punisher is who calls the accused to account for the act, as those do who suffer: "Chile cut ties with Iran over a cyberattack".
func (a *attackReader) punisher(s *sentence, ms []mention, b *blow) string {
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != reprisalCue || h.first > b.trigger.first || a.tokens[h.first].word == "condemned" || a.tokens[h.first].word == "denounced" {
			continue
		}
		for i := range ms {
			m, next := &ms[i], i+1
			if m.stop <= h.first && h.first-m.stop <= 3 && m.kind == countryName && next < len(ms) && ms[next].first >= h.stop && slices.Contains(b.accused, ms[next].code) {
				return m.code
			}
		}
	}
	return ""
}

// accusedAfter tells whether a relative clause after m blames it: "Tehran, which it accuses of".
func (a *attackReader) accusedAfter(s *sentence, m *mention) bool {
	at := m.stop
	if a.tok(at, s).is(",") {
		at++
	}
	if w := a.tok(at, s).word; w != "which" && w != "whom" && w != "that" {
		return false
	}
	return slices.ContainsFunc(a.hits[s.hits.first:s.hits.stop], func(h hit) bool {
		next := a.tok(h.stop, s).word
		return h.kind == cueEntry && cueClass(h.value) == accuseCue && h.first > at && h.first <= at+4 && (next == "of" || next == "for" || next == "over")
	})
}

// blamedTo tells whether "to" or "on" before m ends a phrase of blame: "attributed the attack to Iran", "pinned it on China".
func (a *attackReader) blamedTo(s *sentence, m *mention) bool {
	k := m.first - 1
	if a.tok(k, s).word == "the" {
		k--
	}
	last := a.tok(k, s).word
	if last != "to" && last != "on" {
		return false
	}
	for j := k - 1; j >= k-12 && j >= s.body; j-- {
		t := &a.tokens[j]
		if t.in(blameWord) {
			return last == "to" || t.word == "blamed" || t.word == "blame" || t.word == "pinned" || t.word == "pin"
		}
		if t.is(";") || t.is(":") {
			return false
		}
	}
	return false
}

// blamedIn gives those whom the sentence that opens a list accuses: "Zhao accused the US of:".
func (a *attackReader) blamedIn(i int) []string {
	s := &a.sentences[i]
	var out []string
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != accuseCue {
			continue
		}
		for _, m := range a.mentionsIn(h.stop, min(s.stop, h.stop+4)) {
			if m.kind != otherName {
				out = addCodes(out, m.actors())
			}
		}
	}
	return out
}

// nearestDoer leaves, of several who are said to be behind acts, the one nearest to this act and those told with it.
func (a *attackReader) nearestDoer(ms []mention, roles []role, b *blow) {
	best, gap := -1, 0
	for k := range ms {
		if roles[k] != namedDoer {
			continue
		}
		if g := max(ms[k].first-b.trigger.stop, b.trigger.first-ms[k].stop, 0); best < 0 || g < gap {
			best, gap = k, g
		}
	}
	if best < 0 {
		return
	}
	keep := map[int]bool{best: true}
	for k := best; k > 0 && a.coordinated(&ms[k-1], &ms[k]); k-- {
		keep[k-1] = true
	}
	for k := best; k+1 < len(ms) && a.coordinated(&ms[k], &ms[k+1]); k++ {
		keep[k+1] = true
	}
	for k := range ms {
		if roles[k] == namedDoer && !keep[k] {
			roles[k] = speaker
		}
	}
}
