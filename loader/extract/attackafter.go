package extract

import "slices"

// statesOther tells whether tokens[first:stop] say what the act is or was called, so that "by" leads to whoever does something else: "the
// attack is a show of strength by Chile", not "was carried out by Chile".
func (a *attackReader) statesOther(first, stop int) bool {
	is := false
	for k := first; k < stop; k++ {
		t := &a.tokens[k]
		if p := &a.tokens[max(k-1, 0)]; t.word == "by" && (p.past() || p.in(lightWord) || p.word == "out") {
			return false
		}
		is = is || t.in(beWord)
	}
	return is
}

// byForces tells whether "by" and those who strike lead to "of" before token stop: "attacked by naval forces of".
func (a *attackReader) byForces(s *sentence, first, stop int) bool {
	for k := stop - 2; k >= first && k >= stop-8; k-- {
		if a.tokens[k].word == "by" {
			return a.attackerAfter(s, k+1, stop-k)
		}
	}
	return false
}

// unleashed tells whether a relative clause right after the noun of act b says that m does it: "the attack that Chile launched".
func (a *attackReader) unleashed(s *sentence, b *blow, m *mention) bool {
	if w := a.tok(b.trigger.stop, s).word; b.verb || w != "that" && w != "which" || m.first-b.trigger.stop > 3 {
		return false
	}
	for k := m.stop; k < m.stop+3; k++ {
		if a.tok(k, s).in(lightWord) {
			return true
		}
	}
	return false
}

// isCharge tells whether the noun of act b is what somebody is charged with: "hacking charges".
func (a *attackReader) isCharge(s *sentence, b *blow) bool {
	if b.verb {
		return false
	}
	switch a.tok(b.trigger.stop, s).word {
	case "charges", "charge", "accusations", "accusation", "allegations", "allegation", "indictment", "case", "claims":
		return true
	}
	return false
}

// uses tells whether a verb of using stands at or right after token i.
func (a *attackReader) uses(s *sentence, i int) bool {
	for k := i; k < i+4; k++ {
		switch a.tok(k, s).word {
		case "used", "uses", "use", "using", "operates", "operated", "relies", "relied", "runs", "ran":
			return true
		}
	}
	return false
}

// looselyTied tells whether an organization stands only near an act, not as what it is done to.
func (a *attackReader) looselyTied(s *sentence, m *mention, b *blow, prep string) bool {
	switch prep {
	case "on", "against", "into", "targeting", "by":
		return false
	case "":
		return !b.verb || a.clauseBreak(b.trigger.stop, m.first)
	}
	return !a.possessive(s, m) && !a.sectorIn(s, m.stop, m.stop+3) && m.first-b.trigger.stop > 5
}

// harmAfter tells whether the act that ends before token first is the subject of a verb of harm whose object stands at token stop: "the
// attack has crippled Chile's banks".
func (a *attackReader) harmAfter(s *sentence, first, stop int) bool {
	for k := first; k < stop && k < first+4; k++ {
		t := &a.tokens[k]
		if t.in(harmWord) {
			return stop-k <= 4
		}
		if t.kind != wordToken || t.in(roleWord|articleWord|tellWord) || t.word == "that" || t.word == "which" {
			return false
		}
	}
	return false
}

// mostIn tells whether the words before token i say where most of those who suffer are: "targeted firms, most of them located in".
func (a *attackReader) mostIn(i int) bool {
	for k := i - 2; k >= max(0, i-7); k-- {
		switch a.tokens[k].word {
		case "most", "mostly", "mainly", "majority", "primarily", "chiefly", "largely", "predominantly", "half":
			return true
		case ".", ";", ":", "which", "that":
			return false
		}
	}
	return false
}

// harmsIn tells whether a verb of harm leads from the act to where it is done: "the attack, two weeks ago, wrought havoc in".
func (a *attackReader) harmsIn(first, stop int) bool {
	for k := max(first, stop-5); k < stop; k++ {
		if a.tokens[k].in(harmWord) {
			return true
		}
	}
	for k := first; k+1 < stop; k++ { // "malware was found on computers of"
		if t := &a.tokens[k]; (t.word == "found" || t.word == "detected" || t.word == "discovered" || t.word == "planted" || t.word == "installed") && a.tokens[k-1].in(beWord) {
			return true
		}
	}
	return false
}

// hitBy tells whether a verb of harm in a relative clause leads to what stands at token stop: "an attack that crippled", "attacks by
// criminals that have affected".
func (a *attackReader) hitBy(s *sentence, first, stop int) bool {
	for k := stop - 1; k >= first && k >= stop-4; k-- {
		if !a.tokens[k].in(harmWord) {
			continue
		}
		for j := k - 1; j >= first && j >= k-3; j-- {
			if w := a.tokens[j].word; w == "that" || w == "which" {
				return true
			}
		}
	}
	return false
}

// comesFrom tells whether a verb of coming governs the "from" before m: "attacks on banks that came from".
func (a *attackReader) comesFrom(m *mention, from int) bool {
	for k := m.first - 1; k > from && k >= m.first-4; k-- {
		if a.tokens[k].word == "from" {
			relative := a.tokens[k-2].word == "that" || a.tokens[k-2].word == "which"
			return a.tokens[k-1].in(sourceWord) && !(relative && slices.ContainsFunc(a.tokens[from:k-1], func(t token) bool { return (t.past() || t.word == "used") && !t.in(sourceWord|beWord) }))
		}
	}
	return false
}

// relativeIn tells whether a relative clause begins in tokens[first:stop].
func (a *attackReader) relativeIn(first, stop int) bool {
	for k := first; k < stop; k++ {
		if w := a.tokens[k].word; w == "which" || w == "who" || w == "that" || w == "whose" {
			return true
		}
	}
	return false
}

// held tells whether a verb of having governs the "by" before m: "servers run by the army".
func (a *attackReader) held(m *mention, from int) bool {
	for k := m.first - 1; k > from && k >= m.first-5; k-- {
		if a.tokens[k].word == "by" {
			return a.tokens[k-1].in(heldWord)
		}
	}
	return false
}

// told tells whether a verb of saying or accusing governs the "by" before m: "indicted by the court".
func (a *attackReader) told(m *mention, from int) bool {
	for k := m.first - 1; k >= from && k >= m.first-5; k-- {
		if a.tokens[k].word == "by" {
			p := &a.tokens[k-1]
			return k > from && (p.in(tellWord) || p.past() && !p.in(lightWord))
		}
	}
	return false
}
