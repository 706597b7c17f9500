package extract

import "slices"

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

// aimed tells whether what follows a conflict says against whom it goes: "war on Kuwait", not "its war with".
func (a *attackReader) aimed(s *sentence, i int) bool {
	switch a.tok(i, s).word {
	case "against", "on", "in", "of", "to":
		return true
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

// adds tells whether the verb at token i goes on with the clause that m opens: "Chile broke the truce in March, dropping bombs on".
func (a *attackReader) adds(s *sentence, m *mention, i int) bool {
	return a.tok(i-1, s).is(",") && hasSuffix(a.tokens[i].word, "ing") && m.first-s.body <= 2 && m.how != byAdjective && !a.possessive(s, m) && !a.mentionBetween(m.stop, i)
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
