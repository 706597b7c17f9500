package extract

import (
	"slices"
)

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

// unrealReach is how many words before an act may make it a threat, a wish or a defence.
const unrealReach = 7

// unreal tells whether the act is not told as a fact or an allegation.
func (a *attackReader) unreal(s *sentence, b *blow) bool {
	i := b.trigger.first
	owned := !b.verb && a.owned(s, i)
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || h.stop > i {
			continue
		}
		c := cueClass(h.value)
		if c != unrealCue && c != defenceCue && (c != endingCue || b.word.arena == armedArena) || i-h.stop > unrealReach || a.clauseBreak(h.stop, i) {
			continue
		}
		if c == unrealCue && (!owned || b.word.arena == testArena || a.only(h, i)) || c != unrealCue && !owned && !b.back {
			a.because("a threat, a wish, a defence or an end, by the words before it")
			return true
		}
	}
	if w := a.tokens[s.body].word; (w == "if" || w == "should") && !owned {
		a.because("a condition")
		return true
	}
	if !b.verb && (a.wished(s, i) || !b.back && a.mayHappen(s, b.trigger.stop)) {
		a.because("a plan, a wish or a negation, by the verb beside it")
		return true
	}
	for k := i - 1; k >= i-4 && k >= s.body; k-- {
		t := &a.tokens[k]
		if t.kind == markToken && !t.is("'") && !t.is(`"`) {
			break
		}
		if b.verb && t.in(modalWord) || t.word == "no" || t.word == "never" || t.word == "without" || b.verb && t.word == "not" {
			a.because("negated, or only possible")
			return true
		}
	}
	return b.verb && a.tok(i-1, s).word == "to" && !a.efforts(s, i)
}

// only tells whether the act at token i is just what the words at h make unreal: "the prospect of a Chilean attack".
func (a *attackReader) only(h *hit, i int) bool {
	return a.tokens[h.stop-1].word == "of" && i-h.stop <= 4 && !slices.ContainsFunc(a.tokens[h.stop:i], func(t token) bool { return t.kind == markToken })
}

// mayHappen tells whether the noun before token i is the subject of what may come: "a bombing could happen".
func (a *attackReader) mayHappen(s *sentence, i int) bool {
	for k := i; k < i+6 && a.tok(k, s).kind == wordToken; k++ {
		if !a.tok(k, s).in(beWord) {
			continue
		}
		switch a.tok(k+1, s).word {
		case "certain", "likely", "expected", "bound", "sure", "possible", "inevitable", "imminent", "planned":
			return true // "more attacks on Chile are likely"
		}
		break
	}
	if !a.tok(i, s).in(modalWord) {
		return false
	}
	switch a.tok(i+1, s).word {
	case "happen", "occur", "come", "follow", "be", "take", "hit", "strike":
		return true
	}
	return false
}

// wished tells whether a verb of doing with a word of the future or a negation stands before the noun: "neither would conduct".
func (a *attackReader) wished(s *sentence, i int) bool {
	for k := i - 1; k >= i-6 && k >= s.body; k-- {
		if !a.tokens[k].in(lightWord) {
			continue
		}
		for j := k - 1; j >= k-4 && j >= s.body; j-- {
			if t := &a.tokens[j]; t.in(modalWord) || t.word == "not" || t.word == "never" || t.word == "neither" || t.word == "to" && !a.efforts(s, k) {
				return true
			}
		}
	}
	return false
}

// efforts tells whether the infinitive at token i tells what somebody did: "used malware to steal", "a campaign to sabotage".
func (a *attackReader) efforts(s *sentence, i int) bool {
	for k := i - 2; k >= i-9 && k >= s.body; k-- {
		t := &a.tokens[k]
		if t.in(meansWord) {
			return true
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

// clauseBreak tells whether a clause ends between tokens first and stop.
func (a *attackReader) clauseBreak(first, stop int) bool {
	for k := first; k < stop; k++ {
		t := &a.tokens[k]
		if t.is(";") || t.is(",") || t.word == "but" || t.word == "while" || t.word == "after" || t.word == "which" {
			return true
		}
	}
	return false
}

// bears tells whether a weak word is borne out: its doer stands before it, or who suffers right after it, or it points back.
func (a *attackReader) bears(i int, s *sentence, b *blow) bool {
	h := &b.trigger
	if b.verb {
		return true
	}
	if b.word.arena == armedArena && a.tokens[h.stop-1].in(conflictWord) && a.cueIn(s, peaceCue, s.body, s.stop) {
		return true // "Chile and Peru, at war for a year, accepted a cease-fire"
	}
	if b.word.arena == testArena {
		return b.back && slices.ContainsFunc(a.items, func(it strike) bool { return it.word.arena == testArena && i-it.last <= backReach })
	}
	next := a.tok(h.stop, s)
	if next.kind == wordToken && !next.in(roleWord|beWord|verbWord|modalWord|determinerWord|tellWord) && next.word != "that" && next.word != "which" && next.word != "and" && !next.past() {
		return false // part of another noun: "campaign press secretary"
	}
	if a.owned(s, h.first) && !a.ownedByPerson(s, h.first) || b.word.conduct == "data-theft" && next.word == "of" || h.kind == deedEntry {
		return true
	}
	switch next.word {
	case "on", "against", "in", "at", "between":
		if a.mentionBetween(h.stop, min(s.stop, h.stop+8)) || next.word != "in" && next.word != "at" && a.sectorIn(s, h.stop, h.stop+7) {
			return true
		}
	case "that", "which":
		for k := h.stop + 1; k < h.stop+4; k++ {
			if a.tok(k, s).in(harmWord) || a.actAt(s, k) || a.tok(k, s).in(lightWord) && a.mentionBetween(h.stop, k) {
				return true // "an attack that knocked out", "the war that Russia unleashed"
			}
		}
	case "with":
		if a.tokens[h.stop-1].in(conflictWord) && a.mentionBetween(h.stop, min(s.stop, h.stop+4)) {
			return true
		}
	}
	return a.pointsBack(s, h.first) && (b.word.arena == cyberArena && i-a.lastCyber <= 1 || b.word.arena == armedArena && i-a.lastArmed <= 1) && (next.word != "of" || len(a.datesIn(h.stop, h.stop+3)) > 0)
}

// sectorIn tells whether something that can be struck is named in tokens[first:stop].
func (a *attackReader) sectorIn(s *sentence, first, stop int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, first, stop), func(h hit) bool { return h.kind == sectorEntry && h.stop <= stop })
}

// insideOther tells whether the words at h are part of a name that stands for nobody ("Korean War"), or of
// a word for those who strike ("hacking group"). They are the hit at index at.
func (a *attackReader) insideOther(h *hit, at int) bool {
	if slices.ContainsFunc(a.mentionsIn(h.first-3, h.stop), func(m mention) bool { return m.kind == otherName && m.stop >= h.stop }) {
		return true
	}
	s := h.first
	for k := at; k >= 0 && a.hits[k].first > s-3; k-- {
		if o := &a.hits[k]; o.kind == attackerEntry && cueClass(o.value) == intruderCue && o.first <= h.first && o.stop >= h.stop && o.stop-o.first > h.stop-h.first {
			return true
		}
	}
	for k := at; k < len(a.hits) && a.hits[k].first <= s; k++ {
		if o := &a.hits[k]; o.kind == attackerEntry && cueClass(o.value) == intruderCue && o.stop > h.stop {
			return true
		}
	}
	return false
}
