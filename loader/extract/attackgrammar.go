package extract

// nearReach is how far after a noun those who suffer may stand behind a preposition that often leads elsewhere.
const nearReach = 7

// objectReach is how far after a trigger those who suffer may stand.
const objectReach = 22

// isObject tells whether m stands after a trigger behind a preposition that leads to those who suffer: "attack on Ukrainian troops".
func (a *attackReader) isObject(s *sentence, m *mention, triggers []blow, class cueClass) bool {
	for t := range triggers {
		h := &triggers[t].trigger
		if triggers[t].passive && m.stop <= h.first && class == attackerCue && a.roleBefore(s, m, &triggers[t]) == victim {
			return true // "Chile's army was hacked"
		}
		if h.stop > m.first || m.first-h.stop > objectReach {
			continue
		}
		if class == attackerCue && triggers[t].verb && !triggers[t].passive && !a.clauseBreak(h.stop, m.first) {
			return true // whoever stands after an active verb is not its subject
		}
		if triggers[t].verb && !triggers[t].passive && m.first-h.stop <= 1 {
			return true // "breached Chinese hackers' systems"
		}
		if m.first-h.stop > 6 {
			continue
		}
		for k := m.first - 1; k >= h.stop && k >= m.first-3; k-- {
			if w := a.tokens[k].word; w == "on" || w == "against" || w == "targeting" {
				return true
			}
		}
	}
	return false
}

// roleBeside tells what grammar makes of m beside one trigger.
func (a *attackReader) roleBeside(s *sentence, m *mention, b *blow) role {
	h := &b.trigger
	if m.stop <= h.first {
		return a.roleBefore(s, m, b)
	}
	if m.first < h.stop || m.first-h.stop > objectReach {
		return noRole
	}
	if w := a.tok(m.first-1, s).word; b.verb && !b.passive && (w == "that" || w == "which") && a.uses(s, m.stop) {
		return victim // "knocked out computers that Chile used"
	}
	if a.isCharge(s, b) && (a.tok(m.first-1, s).word == "against" || a.tok(m.first-2, s).word == "against") {
		return namedDoer // "hacking charges against Chilean officers"
	}
	if a.unleashed(s, b, m) {
		return doer // "the war that Russia launched"
	}
	if a.sourceBefore(h.stop, m.first) {
		return speaker
	}
	if a.motive(h.stop, m.first) {
		return noRole
	}
	if a.opensClause(s, m) {
		return noRole
	}
	prep := a.prepBefore(s, m, h.stop)
	if last := &a.tokens[h.stop-1]; prep == "" && !b.verb && last.in(roleWord) && m.first-h.stop <= 3 {
		prep = last.word // "war on", "sinking of"
	}
	if !b.verb && prep == "with" && m.first-h.stop <= 3 && a.tokens[h.stop-1].in(conflictWord) {
		return victim // "its war with Iraq": who began it is not told
	}
	if a.reaches(s, m, prep) {
		return victim
	}
	if b.word.arena == testArena && prep != "by" && (prep != "from" || b.verb) {
		return noRole // where a weapon is tested, or flies
	}
	if m.kind == bodyName && a.looselyTied(s, m, b, prep) {
		return noRole // "ahead of the summit of"
	}
	if b.word.arena == cyberArena && prep == "in" && a.mostIn(m.first) {
		return victim
	}
	if b.word.arena == cyberArena && prep == "" && a.includes(h.stop, m.first) {
		return victim
	}
	if b.word.conduct == "disruption" && (prep == "to" || a.tok(h.stop, s).word == "to") && b.verb && m.first-h.stop <= nearReach {
		return victim // "cut power to"
	}
	switch prep {
	case "by":
		if b.verb && !b.passive {
			if a.held(m, h.stop) {
				return victim // "servers controlled by the Swiss army"
			}
			return noRole
		}
		if a.isPrivate(m, s) || a.told(m, h.stop) || a.relativeIn(h.stop, m.first) || !b.verb && a.statesOther(h.stop, m.first) {
			return noRole
		}
		return doer
	case "from":
		if b.verb {
			return victim // "stole data from"
		}
		if c := b.word.conduct; c == "data-theft" || c == "ip-theft" || c == "financial-theft" {
			return victim // "theft of data from"
		}
		if m.first-h.stop <= 3 || a.comesFrom(m, h.stop) {
			return doer
		}
		return noRole
	case "on", "against", "into", "targeting", "inside", "across", "over", "throughout":
		return victim
	case "in", "at", "near", "within", "of", "between", "around", "toward", "towards":
		if !b.verb && !a.harmsIn(h.stop, m.first) && a.otherPlace(h.stop, m.first) {
			return noRole
		}
		if prep == "of" && (b.passive || !b.verb) && a.byForces(s, h.stop, m.first) {
			return doer
		}
		if !b.verb && a.tokens[h.stop-1].in(conflictWord) && a.statesOther(h.stop, m.first) {
			return noRole // "the war was ended by an accord signed in"
		}
		if (b.verb || m.first-h.stop <= nearReach || a.harmsIn(h.stop, m.first)) && !a.ledAway(h.stop, m.first) {
			return victim
		}
		return noRole
	case "with", "after", "to", "for", "before", "as":
		return noRole
	}
	if b.verb && !b.passive && !a.clauseBreak(h.stop, m.first) && !a.ledAway(h.stop, m.first) && (m.how != byPronoun || a.possessive(s, m) || a.tokens[m.first].word == "our" || a.tokens[m.first].word == "its") {
		return victim
	}
	if !b.verb && (b.word.arena == cyberArena && a.hitBy(s, h.stop, m.first) || prep == "" && a.harmAfter(s, h.stop, m.first)) {
		return victim
	}
	return noRole
}

// opensClause tells whether another clause begins with m: "troops crossed into Peru, and Chile asked for talks".
func (a *attackReader) opensClause(s *sentence, m *mention) bool {
	k := m.first - 1
	for k > s.body && a.tokens[k].in(articleWord|honorificWord) {
		k--
	}
	if w := a.tok(k, s).word; w != "and" && w != "but" && w != "while" || !a.tok(k-1, s).is(",") {
		return false
	}
	next := a.tok(m.stop, s)
	return next.past() || next.in(verbWord|beWord|modalWord)
}

// otherPlace tells whether another noun after a comma leads to what stands at token stop: "the assault on Lima, talks in Chile".
func (a *attackReader) otherPlace(first, stop int) bool {
	for k := stop - 1; k > first; k-- {
		if a.tokens[k].in(roleWord) {
			for j := k - 1; j >= first; j-- {
				if a.tokens[j].is(",") {
					return j < k-1 && !a.mentionBetween(j, k)
				}
			}
			return false
		}
	}
	return false
}

// includes tells whether what stands at token stop is among what was struck: "a database, which included Chilean officers".
func (a *attackReader) includes(first, stop int) bool {
	for k := stop - 1; k >= max(first, stop-9); k-- {
		switch t := &a.tokens[k]; t.word {
		case "included", "including", "include", "includes":
			return true
		case ";", ":", "by", "from", "that":
			return false
		}
	}
	return false
}

// motive tells whether tokens[first:stop] lead to why an act was done or what is known of it, not to whom: "in protest at".
func (a *attackReader) motive(first, stop int) bool {
	for k := first; k < stop; k++ {
		if a.tokens[k].in(motiveWord) {
			return true
		}
	}
	return false
}

// sourceBefore tells whether tokens[first:stop] name a source: "according to", "as reported by", "discovered by".
func (a *attackReader) sourceBefore(first, stop int) bool {
	for k := first; k+1 < stop; k++ {
		t, next := &a.tokens[k], &a.tokens[k+1]
		if t.word == "according" || next.word == "by" && (t.in(tellWord) || t.word == "discovered" || t.word == "detected" || t.word == "identified" || t.word == "investigated") {
			return true
		}
	}
	return false
}

// reaches tells whether the preposition before m leads to who is struck though it mostly leads elsewhere: "associated with",
// "belonging to", "emails to".
func (a *attackReader) reaches(s *sentence, m *mention, prep string) bool {
	if prep != "with" && prep != "to" {
		return false
	}
	for k := m.first - 1; k > s.body && k >= m.first-9; k-- {
		if a.tokens[k].word == prep {
			return a.tokens[k-1].in(reachingWord)
		}
	}
	return false
}

// ledAway tells whether a preposition in tokens[first:stop] leads from the object to something else: means, aim, cause.
func (a *attackReader) ledAway(first, stop int) bool {
	for k := first; k < stop; k++ {
		if a.tokens[k].word == "to" && a.tokens[k-1].in(reachingWord) {
			continue // "emails to officials in"
		}
		switch t := &a.tokens[k]; t.word {
		case "for", "to", "after", "before", "with", "as", "by", "using", "via", "through", "because", "amid", "over", "during", "that":
			return true
		}
	}
	return false
}

// prepBefore is the preposition that leads to m, at or after token from; "" where none does.
func (a *attackReader) prepBefore(s *sentence, m *mention, from int) string {
	for k := m.first - 1; k >= from && k >= m.first-9; k-- {
		t := &a.tokens[k]
		if t.word == "as" && a.tok(k-1, s).word == "such" {
			continue
		}
		if t.in(roleWord) {
			return t.word
		}
		if t.in(verbWord|beWord|modalWord) || t.is(";") || t.is(":") {
			return ""
		}
		if t.is(",") && k < m.first-1 && !t.spaced {
			continue
		}
	}
	return ""
}

// adds tells whether the verb at token i goes on with the clause that m opens: "Chile broke the truce in March, dropping bombs on".
func (a *attackReader) adds(s *sentence, m *mention, i int) bool {
	return a.tok(i-1, s).is(",") && hasSuffix(a.tokens[i].word, "ing") && m.first-s.body <= 2 && m.how != byAdjective && !a.possessive(s, m) && !a.mentionBetween(m.stop, i)
}
