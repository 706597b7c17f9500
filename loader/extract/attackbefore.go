package extract

import "slices"

// subjectBetween tells whether somebody else who may be the subject is named between m and token stop: not told together with m, nor
// behind a preposition.
func (a *attackReader) subjectBetween(s *sentence, m *mention, stop int) bool {
	ms := a.mentionsIn(m.stop, stop)
	for k := range ms {
		o := &ms[k]
		if o.kind == otherName || o.kind == groupMention || a.tok(o.first-1, s).in(roleWord) || a.tok(o.first-2, s).in(roleWord) || a.coordinated(m, o) {
			continue
		}
		return true
	}
	return false
}

// aimed tells whether what follows a conflict says against whom it goes: "war on Kuwait", not "its war with".
func (a *attackReader) aimed(s *sentence, i int) bool {
	switch a.tok(i, s).word {
	case "against", "on", "in", "of", "to":
		return true
	}
	return false
}

// roleBefore tells what m is before the trigger: the subject of an active verb strikes, that of a passive one suffers.
func (a *attackReader) roleBefore(s *sentence, m *mention, b *blow) role {
	h := &b.trigger
	if slices.ContainsFunc(a.tokens[m.stop:h.first], func(t token) bool { return t.is(":") }) {
		return noRole // "Chilean premier: hackers attacked us"
	}
	if !b.verb {
		if a.owns(s, m, h.first) && a.isCharge(s, b) {
			return speaker
		}
		if a.owns(s, m, h.first) {
			if n := &a.tokens[h.stop-1]; n.in(conflictWord) && (m.how == byAdjective && !a.possessive(s, m) || len(m.group) > 1 || !a.aimed(s, h.stop)) {
				return victim // "the Syrian civil war", "Iran's war with Iraq"
			}
			if a.worst(s, m, h) {
				return victim
			}
			return doer
		}
		if m.stop == h.first && m.how == byName && (a.tokens[h.stop-1].word == "on" || a.tok(h.stop, s).word == "on" || a.tok(h.stop, s).word == "against") {
			return doer // "a Chile war on Peru"
		}
		if m.stop == h.first && (m.how == byName || m.how == byCapital) {
			return victim // "the Ukraine war"
		}
		if a.tok(m.first-1, s).word == "in" || a.tok(m.first-2, s).word == "in" {
			if h.first-m.stop <= objectReach && a.verbBetween(s, m.stop, h.first) == sufferVerb && !a.clauseBreak(m.stop, h.first) {
				return victim // "banks in Chile were the target of"
			}
			if h.first-m.stop <= objectReach && a.verbBetween(s, max(s.body, m.first-5), m.first) == lightVerb {
				return victim // "attacks conducted in the United States, which include the theft"
			}
			return noRole
		}
		if h.first-m.stop > objectReach || a.clauseBreak(m.stop, h.first) || a.subjectBetween(s, m, h.first) {
			return noRole
		}
		switch a.verbBetween(s, m.stop, h.first) {
		case lightVerb:
			return doer
		case sufferVerb:
			return victim
		}
		return noRole
	}
	if far := h.first - m.stop; far > 2*objectReach || far > objectReach && !b.passive {
		return noRole
	}
	if b.passive {
		if a.agentAfter(s, m) || a.mentionBetween(s.body, m.first) && !a.clauseBreak(s.body, m.first) {
			return noRole
		}
		return victim
	}
	if a.actEndsAt(s, h.first, m.stop) {
		return noRole // "the cyberattack exposes data": the act is the subject
	}
	if n := a.tok(m.stop, s); m.how == byAdjective && !s.capitals && n.kind == wordToken && n.letter != lowerCase && !n.joined && s.kind != heading && (!n.in(cyberWord) || a.tok(m.stop+1, s).joined) {
		return noRole // part of a group's own name
	}
	if p := a.tok(h.first-1, s); a.tokens[h.first].past() && (p.in(determinerWord|roleWord) || p.word == "about") {
		return noRole // "the stolen emails"
	}
	if m.how == byAdjective && !a.plainSubject(m.stop, h.first) || a.mentionBetween(m.stop, h.first) {
		return noRole
	}
	if t := a.tok(m.stop, s); t.word == "to" && (a.tok(m.first-1, s).word == "by" || a.tok(m.first-2, s).word == "by") {
		return doer // "an effort by X to spy on"
	}
	if a.antecedent(s, m, h.first) {
		return victim // "Kuwait, which it occupied"
	}
	if a.effortOf(s, m, h.first) {
		return doer // "no link to Russia's attempts to disrupt"
	}
	for k := m.first - 1; k >= m.first-2; k-- {
		switch a.tok(k, s).word {
		case "in", "on", "against", "at", "from", "to", "with", "by", "for", "within", "into", "inside", "across", "throughout", "over", "between", "despite":
			return noRole
		}
	}
	if a.doneTo(s, m) {
		return noRole
	}
	if a.adds(s, m, h.first) {
		return doer
	}
	if a.relativeFar(s, m, h.first) || a.clauseBreak(m.stop, h.first) && h.first-m.stop > 8 || a.saysThat(m.stop, h.first) {
		return noRole
	}
	return doer
}

// doneTo tells whether m is the object of another verb right before it: "the gang that ruined a Peruvian bank has also attacked".
func (a *attackReader) doneTo(s *sentence, m *mention) bool {
	k := m.first - 1
	for k > s.body && a.tokens[k].in(articleWord) {
		k--
	}
	t, prev := a.tok(k, s), a.tok(k-1, s)
	return k > s.body && t.past() && !t.joined && !t.in(tellWord|sourceVerb) && prev.kind == wordToken && !prev.in(determinerWord|roleWord) && prev.word != "and" && !a.cueIn(s, hedgeCue, k, m.first) && !a.cueIn(s, speechCue, k, m.first)
}

// worst tells whether the act that m owns is the worst of those done to it, not by it: "the country's worst cyberattack to date".
func (a *attackReader) worst(s *sentence, m *mention, h *hit) bool {
	switch a.tok(h.stop, s).word {
	case "on", "against", "by", "of":
		return false
	}
	return slices.ContainsFunc(a.tokens[m.stop:h.first], func(t token) bool {
		switch t.word {
		case "worst", "costliest", "deadliest", "biggest", "largest":
			return true
		}
		return false
	})
}

// actEndsAt tells whether the noun of an act that begins at token from or later ends at token i.
func (a *attackReader) actEndsAt(s *sentence, i, from int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, from, i), func(h hit) bool {
		return h.kind == attackEntry && h.stop == i && !a.phrases.attacks[h.value].verb && a.phrases.attacks[h.value].strong
	})
}

// effortOf tells whether the verb at token i tells what an effort of m aims at: "Chilean attempts to break into".
func (a *attackReader) effortOf(s *sentence, m *mention, i int) bool {
	if m.how != byAdjective && !a.possessive(s, m) || a.tok(i-1, s).word != "to" || i-m.stop > 5 {
		return false
	}
	return a.tok(i-2, s).in(meansWord)
}

// antecedent tells whether m is the object of a relative clause with a subject of its own and the verb at token i: "Kuwait, which it
// occupied".
func (a *attackReader) antecedent(s *sentence, m *mention, i int) bool {
	at := m.stop
	if a.tok(at, s).is(",") {
		at++
	}
	if w := a.tok(at, s).word; w != "which" && w != "that" {
		return false
	}
	for _, o := range a.mentionsIn(at+1, i) {
		return o.kind != otherName && o.first-at <= 2 && i-o.stop <= 2
	}
	return false
}

// relativeFar tells whether a relative clause that does not hang on m leads to the verb at token i: "Chinese police held a man who".
func (a *attackReader) relativeFar(s *sentence, m *mention, i int) bool {
	for k := m.stop; k < i; k++ {
		if w := a.tokens[k].word; w == "who" || w == "which" || w == "whom" {
			return !a.plain(m.stop, k) || a.saidBetween(m.stop, k) || slices.ContainsFunc(a.tokens[m.stop:k], func(t token) bool { return t.past() || t.in(articleWord) })
		}
	}
	return false
}

// saysThat tells whether "that" begins another clause in tokens[first:stop].
func (a *attackReader) saysThat(first, stop int) bool {
	for k := first; k < stop; k++ {
		if a.tokens[k].word == "that" {
			return true
		}
	}
	return false
}

// plainSubject tells whether tokens[first:stop] hold no preposition that would make an adjective part of something else.
func (a *attackReader) plainSubject(first, stop int) bool {
	for k := first; k < stop; k++ {
		if t := &a.tokens[k]; t.word == "of" || t.word == "against" || t.word == "on" {
			return false
		}
	}
	return true
}

// agentAfter tells whether m itself is the agent of the passive.
func (a *attackReader) agentAfter(s *sentence, m *mention) bool {
	return a.tok(m.first-1, s).word == "by"
}

// verbBetween finds a verb of doing ("launched") or of suffering ("came under") in tokens[first:stop].
func (a *attackReader) verbBetween(s *sentence, first, stop int) int {
	for k := stop - 1; k >= first; k-- {
		t := &a.tokens[k]
		if t.in(sufferWord) {
			return sufferVerb
		}
		if t.in(lightWord) {
			if a.isPassive(s, k) {
				return noVerb
			}
			return lightVerb
		}
	}
	return noVerb
}
