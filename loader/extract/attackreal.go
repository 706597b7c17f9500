package extract

import (
	"slices"
)

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
		if c == defenceCue && a.foiled(s, h) {
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

// foiled tells whether the words at h tell that an act was tried and did not succeed: "foiled an attempt to hack".
func (a *attackReader) foiled(s *sentence, h *hit) bool {
	switch a.tokens[h.first].word {
	case "foiled", "thwarted", "averted", "repelled", "blocked":
		return !a.tok(h.first-1, s).in(modalWord) && a.tok(h.first-1, s).word != "be" && !a.tok(h.first-2, s).in(modalWord)
	}
	return false
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
	case "aimed", "directed", "targeting", "targeted":
		if a.mentionBetween(h.stop, min(s.stop, h.stop+9)) {
			return true // "attacks aimed at banks in Chile"
		}
	case "on", "against", "in", "at", "between":
		if a.mentionBetween(h.stop, min(s.stop, h.stop+8)) || next.word != "in" && next.word != "at" && a.sectorIn(s, h.stop, h.stop+7) {
			return true
		}
	case "by":
		if a.attackerAfter(s, h.stop+1, 7) {
			return true // "attacks by the Chilean group"
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
