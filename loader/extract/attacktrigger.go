package extract

import "slices"

// trigger chooses among the readings of the words at hits[k:end] the one that the words around them allow.
func (a *attackReader) trigger(i int, s *sentence, k, end int) (blow, bool) {
	var best blow
	found, hits := false, a.hits[k:end]
	a.because(farFetched)
	for ; k < end; k++ {
		h := a.hits[k]
		if !h.isAct() {
			continue
		}
		w := a.phrases.attacks[h.value]
		if w.arena == noArena || h.kind == deedEntry && (a.masked(s, &h) || !a.done(s, &h, &w)) {
			if w.arena != noArena && a.inArena(i, &w) {
				a.because("what it is done to, or by whom, does not stand beside it as its row asks")
			}
			continue
		}
		if h.stop-h.first == 1 && a.ambiguous(s, hits, &h, &w) && w.verb == a.isNoun(s, &h) || a.insideOther(&h, k) || a.tokens[h.first].joined && a.otherPrefix(s, h.first-1) {
			a.because("here it is another kind of word, or part of a name")
			continue
		}
		if why := a.otherSense(s, &h, &w); why != "" {
			a.because(why)
			continue
		}
		if w.arena == testArena && w.verb && !w.strong && (a.tokens[h.first].joined || !a.weaponAfter(s, h.stop)) {
			a.because("no weapon is what is tried")
			continue
		}
		if !w.strong && !a.inArena(i, &w) && !a.blamedFor(s, i, &w, h.first) && !(w.arena == armedArena && a.stateOnState(s, &h, &w)) {
			a.because("a weak word, and nothing near speaks of networks or troops")
			continue
		}
		better := !found || w.arena == testArena && w.verb && !best.word.strong || w.strong && !best.word.strong || w.strong == best.word.strong && h.stop > best.trigger.stop ||
			w.strong == best.word.strong && h.stop == best.trigger.stop && a.closer(i, w.arena, best.word.arena)
		if better {
			best, found = blow{sentence: i, word: w, trigger: h, verb: w.verb}, true
		}
	}
	if next := a.tok(best.trigger.stop+1, s); found && a.tok(best.trigger.stop, s).word == "on" && next.in(abstractWord) {
		a.because("what is attacked is an idea")
		return best, false // "attacks on human rights"
	}
	if !found || !best.verb && a.tok(best.trigger.stop, s).in(notActWord) && !a.used(s, best.trigger.first) || a.unreal(s, &best) || !best.word.strong && !a.bears(i, s, &best) {
		return best, false
	}
	if best.word.arena == testArena && best.verb && a.firedAt(s, best.trigger.stop) {
		best.word.arena, best.word.strong = armedArena, true
	}
	a.because("")
	best.passive = best.verb && a.isPassive(s, best.trigger.first)
	if best.passive && a.deniedBefore(s, best.trigger.first) {
		a.because("it is denied")
		return best, false // "denied that it had been hacked"
	}
	best.back = !best.verb && a.pointsBack(s, best.trigger.first)
	if best.word.arena == cyberArena {
		best.names = a.namesIn(s)
		best.again = best.verb && !best.passive && a.known(s, best.trigger.first)
	}
	return best, true
}

// otherPrefix tells whether token i makes another word of the one joined to it: "non-aggression", "co-operation".
func (a *attackReader) otherPrefix(s *sentence, i int) bool {
	switch a.tok(i, s).word {
	case "co", "non", "anti", "counter":
		return true
	}
	return false
}

// otherSense tells why the words at h are no act although they could be, "" where they may be one.
func (a *attackReader) otherSense(s *sentence, h *hit, w *attackWord) string {
	switch {
	case w.verb && a.tokens[h.stop-1].in(roleWord) && len(a.datesIn(h.stop-1, h.stop+1)) > 0:
		return "a date, not what is struck, follows the verb" // "fired on 1 November"
	case w.verb && h.stop-h.first > 1 && a.tokens[h.first].past() && !a.tokens[h.first+1].in(roleWord|determinerWord) && (a.tok(h.first-1, s).kind == numberToken || a.tok(h.first-1, s).in(determinerWord)):
		return "a participle before a noun" // "the 30 exploited vulnerabilities"
	case w.verb && w.arena == cyberArena && a.againstAttackers(s, h):
		return "those who strike are struck" // "took down the ransomware gang"
	case w.verb && w.arena == armedArena && !w.strong && a.disarms(s, h):
		return "what is destroyed is one's own arms"
	case a.breaksLaw(s, h):
		return "a rule is broken, not a network"
	case a.cued(fictionCue) && a.cueIn(s, fictionCue, s.body, h.first):
		return "a film or a book tells it"
	case w.arena == testArena && a.cued(routineCue) && a.cueIn(s, routineCue, s.body, s.stop):
		return "a space rocket or a routine test"
	case w.arena == armedArena && !w.strong && a.cued(sportCue) && a.cueIn(s, sportCue, s.body, s.stop):
		return "a game"
	}
	return ""
}

// cued tells whether a cue of the class stands anywhere in the sentence under reading.
func (a *attackReader) cued(c cueClass) bool { return a.cues&(1<<c) != 0 }

// againstAttackers tells whether those who strike on networks are the object of the verb at h.
func (a *attackReader) againstAttackers(s *sentence, h *hit) bool {
	return slices.ContainsFunc(a.hitsBetween(s, h.stop, h.stop+3), func(o hit) bool {
		return o.kind == attackerEntry && cueClass(o.value) == intruderCue && o.first >= h.stop && o.first-h.stop <= 2 && a.plain(h.stop, o.first)
	})
}

// ambiguous tells whether the words at h may be noun or verb, or a participle before a noun.
func (a *attackReader) ambiguous(s *sentence, readings []hit, h *hit, w *attackWord) bool {
	if t := &a.tokens[h.first]; w.verb && (a.tok(h.first-1, s).in(articleWord) || a.afterAdjective(s, h.first) || a.tok(h.first-1, s).is(`"`) && a.tok(h.first-2, s).in(articleWord) || a.pastForm(s, h.first) || hasSuffix(t.word, "ing") || hasSuffix(t.word, "s")) {
		return true
	}
	return slices.ContainsFunc(readings, func(o hit) bool { return o.isAct() && o.stop == h.stop && a.phrases.attacks[o.value].verb != w.verb })
}

// afterAdjective tells whether an article and a word that may be an adjective stand before token i: "a nuclear bomb".
func (a *attackReader) afterAdjective(s *sentence, i int) bool {
	prev := a.tok(i-1, s)
	return a.tok(i-2, s).in(articleWord) && prev.kind == wordToken && prev.letter == lowerCase && !hasSuffix(prev.word, "s") && !prev.in(subjectWord)
}

// isAct tells whether the words are those of a hostile act.
func (h *hit) isAct() bool { return h.kind == attackEntry || h.kind == deedEntry }

// disarms tells whether arms, or "it" and "them", are what the verb at h destroys: "destroyed the missiles", "destroy them".
func (a *attackReader) disarms(s *sentence, h *hit) bool {
	if w := a.tokens[h.first].word; w != "destroy" && w != "destroys" && w != "destroyed" && w != "destroying" {
		return false
	}
	if w := a.tok(h.stop, s).word; w == "it" || w == "them" {
		return true
	}
	for k := h.stop; k < h.stop+5 && !a.tok(k, s).in(roleWord); k++ {
		if t := a.tok(k, s); t.in(weaponWord) || t.word == "weapons" || t.word == "stockpile" || t.word == "stockpiles" || t.word == "arsenal" {
			return true
		}
	}
	return false
}

// breaksLaw tells whether the words at h tell of a rule that is broken: "breached the treaty", "breach of rules".
func (a *attackReader) breaksLaw(s *sentence, h *hit) bool {
	if w := a.tokens[h.first].word; w != "breach" && w != "breached" && w != "breaches" && w != "breaching" {
		return false
	}
	for k := h.stop; k < h.stop+5; k++ {
		if a.tok(k, s).in(lawWord) {
			return true
		}
	}
	return false
}

// weaponAfter tells whether a weapon is the object of the verb before token i: "launched two short-range missiles".
func (a *attackReader) weaponAfter(s *sentence, i int) bool {
	for k := i; k < i+7 && k < s.stop; k++ {
		t := &a.tokens[k]
		if t.in(weaponWord) {
			return true
		}
		if t.kind == markToken && !t.is("-") || t.in(roleWord|verbWord|beWord|modalWord) {
			return false
		}
	}
	return false
}

// blamedFor tells whether somebody is said to be behind the noun at token i where nothing tells of arms: an act on networks then.
func (a *attackReader) blamedFor(s *sentence, sentence int, w *attackWord, i int) bool {
	if w.verb || w.arena != cyberArena || w.conduct != "intrusion" || sentence-a.lastArmed < contextReach {
		return false
	}
	return slices.ContainsFunc(a.hitsBetween(s, i-3-longestPhrase, i), func(h hit) bool {
		last := &a.tokens[h.stop-1]
		return h.kind == cueEntry && cueClass(h.value) == accuseCue && h.stop <= i && i-h.stop <= 3 && (last.word == "behind" || last.word == "for" || a.tokens[h.first].in(culpritWord))
	}) && a.sectorIn(s, i, i+8)
}

// stateOnState tells whether one country is told to do the act at h to another in so many words: "Italy attacked Ethiopia", "the Soviet
// intervention in Hungary". No talk of troops is needed then.
func (a *attackReader) stateOnState(s *sentence, h *hit, w *attackWord) bool {
	before, after := false, false
	if a.tokens[h.first].joined {
		return false // "Soviet-occupied"
	}
	for _, m := range a.mentionsIn(h.first-5, h.first) {
		before = before || m.kind == countryName && (m.stop == h.first || !w.verb && a.owns(s, &m, h.first) || w.verb && a.tok(m.stop, s).in(beWord) && h.first-m.stop <= 3)
	}
	at := h.stop
	for at < h.stop+3 && (a.tok(at, s).in(roleWord) || a.tok(at, s).in(articleWord)) {
		at++
	}
	if a.tok(h.stop, s).in(roleWord) == w.verb && a.tok(h.stop, s).word != "by" {
		return false // a verb has its object at once, a noun behind a preposition
	}
	for _, m := range a.mentionsIn(at, at+1) {
		after = m.kind == countryName
	}
	return before && after
}

// firedAt tells whether the weapons that are launched before token i are aimed at a country, not tested: "fired missiles at bases in".
func (a *attackReader) firedAt(s *sentence, i int) bool {
	for k := i; k < i+12 && k < s.stop; k++ {
		switch a.tokens[k].word {
		case "at", "against", "on", "into":
			stop := k + 1
			for stop < k+6 && stop < s.stop && a.tokens[stop].kind != markToken && a.tokens[stop].word != "sea" && a.tokens[stop].word != "waters" {
				stop++
			}
			if a.mentionBetween(k+1, stop) && len(a.datesIn(k+1, k+2)) == 0 {
				return true
			}
		case ",", ";", "over", "that", "which", "nuclear", "atomic", "device":
			return false
		}
	}
	return false
}

// deniedBefore tells whether a word of denial stands shortly before token i.
func (a *attackReader) deniedBefore(s *sentence, i int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, i-unrealReach-longestPhrase, i), func(h hit) bool {
		return h.kind == cueEntry && cueClass(h.value) == denialCue && h.stop <= i && i-h.stop <= unrealReach && !a.clauseBreak(h.stop, i)
	})
}

// used tells whether somebody is said to have used what is named at token i: "used spyware tools against".
func (a *attackReader) used(s *sentence, i int) bool {
	for k := i - 1; k >= i-3; k-- {
		switch a.tok(k, s).word {
		case "used", "using", "uses", "deployed", "deploying", "deploys":
			return true
		}
	}
	return false
}

func (a *attackReader) inArena(i int, w *attackWord) bool {
	switch w.arena {
	case cyberArena:
		return i-a.lastCyber < contextReach || !w.faint && i == a.lastNet
	case armedArena:
		return i-a.lastArmed < contextReach
	}
	return true
}

// closer tells whether arena x was spoken of more lately than y.
func (a *attackReader) closer(i int, x, y arena) bool {
	last := map[arena]int{cyberArena: a.lastCyber, armedArena: a.lastArmed}
	if i == a.lastNet && i-a.lastCyber < contextReach {
		last[cyberArena] = i // servers of a navy, after talk of hackers
	}
	return last[x] > last[y] || last[x] == last[y] && x == cyberArena
}
