package extract

import "slices"

// role is the part that an actor plays in a hostile act as a sentence tells it.
type role uint8

const (
	noRole role = iota
	speaker
	victim
	doer
	namedDoer // said in so many words to be behind it
)

// fill finds who strikes, who suffers and who says so, the sectors, the day and the hedge of act b of sentence i.
func (a *attackReader) fill(i int, s *sentence, b *blow, triggers []blow) {
	first, stop := a.segment(s, b, triggers)
	ms := a.mentionsIn(first, stop)
	triggers = slices.DeleteFunc(slices.Clone(triggers), func(t blow) bool { return t.trigger.first < first || t.trigger.first >= stop })
	roles := make([]role, len(ms))
	for k := range ms {
		if ms[k].how == byAdjective && !ms[k].counts && a.isLanguage(&ms[k], s) || a.tok(ms[k].first-1, s).word == "anonymous" {
			continue
		}
		if ms[k].kind != otherName && (ms[k].counts || ms[k].how != byAmbiguous) {
			roles[k] = a.roleOf(s, &ms[k], b, triggers)
		}
	}
	a.inherit(ms, roles)
	a.share(s, ms, roles)
	a.nearestDoer(ms, roles, b)
	sure := slices.Contains(roles, namedDoer)
	for k := range ms {
		m := &ms[k]
		switch r := roles[k]; {
		case m.kind == otherName:
		case r >= doer && (m.kind == bodyName || m.kind == groupMention && a.catalogue.Actor(m.group[0]) == nil) && m.actors()[0] != "nato":
			// no other organization has forces or hackers of its own
		case r == namedDoer, r == doer && !sure:
			b.accused = addCodes(b.accused, m.actors())
		case r == victim:
			b.victims = addCodes(b.victims, m.actors())
			if m.how == bySeat && b.word.arena == cyberArena && !a.sectorIn(s, m.first, m.stop) {
				b.sectors = addCodes(b.sectors, []string{"government"})
			}
		case r == speaker:
			b.by = addCodes(b.by, m.actors())
		}
	}
	if s.kind == item && s.lead >= 0 {
		if blamed := a.blamedIn(s.lead); len(blamed) > 0 {
			b.accused = blamed
		}
	}
	for k := range ms { // "Norway accused Russia of an attack on its hospitals": the accuser's
		if m := &ms[k]; roles[k] == victim && m.kind == groupMention && len(b.by) > 0 && len(b.accused) > 0 && allIn(m.group, b.accused) && a.tok(m.stop, s).word != "own" {
			b.victims = addCodes(slices.DeleteFunc(slices.Clone(b.victims), func(c string) bool { return slices.Contains(m.group, c) }), b.by)
		}
	}
	b.sure = sure
	if len(b.accused) == 0 {
		b.accused = a.byGang(s, b)
	}
	if len(b.victims) == 0 && len(b.accused) == 0 {
		b.victims = a.fightWhere(s, b, ms)
	}
	b.own = a.atHome(ms, roles, b, triggers)
	a.settleBoth(s, b, sure)
	a.fillSectors(s, b, ms, roles, triggers)
	if b.word.arena == cyberArena && len(b.victims) == 0 && len(b.by) == 1 && !slices.Contains(b.accused, b.by[0]) && a.stateStruck(b) {
		b.victims = b.by // a state that tells of an attack on government bodies tells of its own
	}
	if punisher := a.punisher(s, ms, b); len(b.victims) == 0 && punisher != "" {
		b.victims = []string{punisher}
	}
	b.date = a.dateOf(s, b)
	b.hedge = a.hedgeOf(s, b)
	for k := s.hits.first; k < s.hits.stop; k++ {
		if h := &a.hits[k]; h.kind == cueEntry && cueClass(h.value) == claimCue {
			b.claimed = true
		}
	}
}

// fightWhere gives the countries of a conflict that a sentence names beside its end, where nothing else tells them: "Chile and Peru agreed
// to stop the fighting".
func (a *attackReader) fightWhere(s *sentence, b *blow, ms []mention) []string {
	if b.verb || b.word.arena != armedArena || !a.tokens[b.trigger.stop-1].in(conflictWord) || !a.cueIn(s, peaceCue, s.body, s.stop) {
		return nil
	}
	var out []string
	for k := range ms {
		if m := &ms[k]; m.kind == countryName && m.how != byCapital && m.how != bySeat && m.how != byLeader {
			out = addCodes(out, []string{m.code})
		}
	}
	if len(out) == 2 || len(out) == 1 && out[0] == a.mainCountry() {
		return out
	}
	return nil
}

// stateStruck tells whether organs of a state are struck, and whoever tells so is a state.
func (a *attackReader) stateStruck(b *blow) bool {
	return slices.Contains(b.sectors, "government") && a.catalogue.Actor(b.by[0]) != nil
}

// addCodes adds codes to a sorted set.
func addCodes(to, codes []string) []string {
	for _, c := range codes {
		if at, ok := slices.BinarySearch(to, c); !ok {
			to = slices.Insert(slices.Clone(to), at, c)
		}
	}
	return to
}

// inherit gives a body named right after its country's possessive the country's role: "China's Ministry of State Security".
func (a *attackReader) inherit(ms []mention, roles []role) {
	for k := 1; k < len(ms); k++ {
		if p := &ms[k-1]; roles[k-1] != noRole && p.code == ms[k].code && p.kind == countryName && ms[k].first-p.stop <= 2 && a.tokens[p.stop].is("'") {
			roles[k] = roles[k-1]
		}
	}
}

// share gives names that are told together ("the U.S. and Israeli firms") the role of one of them.
func (a *attackReader) share(s *sentence, ms []mention, roles []role) {
	for k := 1; k < len(ms); k++ {
		if !a.coordinated(&ms[k-1], &ms[k]) || a.opensClause(s, &ms[k]) {
			continue
		}
		if roles[k-1] == noRole || roles[k-1] == speaker && roles[k] > speaker {
			roles[k-1] = roles[k]
		} else if roles[k] == noRole || roles[k] == doer && roles[k-1] == victim || roles[k] == victim && roles[k-1] >= doer && !a.actBetween(s, ms[k-1].stop, ms[k].first) {
			roles[k] = roles[k-1]
		}
	}
	for k := len(ms) - 2; k >= 0; k-- {
		if roles[k] == noRole && a.coordinated(&ms[k], &ms[k+1]) && !a.opensClause(s, &ms[k+1]) {
			roles[k] = roles[k+1]
		}
	}
}

// coordinated tells whether only "and", commas and articles stand between two mentions.
func (d *document) coordinated(x, y *mention) bool {
	if y.first-x.stop > 3 || y.first < x.stop {
		return false
	}
	for k := x.stop; k < y.first; k++ {
		t := &d.tokens[k]
		if !t.is(",") && t.word != "and" && t.word != "or" && t.word != "the" && !t.is("&") && !t.is("/") {
			return false
		}
	}
	return true
}

// roleOf finds the part that m plays. What names the doer comes first, then who speaks, then what grammar tells.
func (a *attackReader) roleOf(s *sentence, m *mention, b *blow, triggers []blow) role {
	if w := a.tokens[m.first].word; b.word.arena == cyberArena && m.kind == groupMention && (w == "they" || w == "them" || w == "it" && !a.accusedBefore(m.group) && !a.namedBefore(s, m)) {
		return noRole // the hackers
	}
	if m.how != byPronoun && a.struckBy(s, m, triggers) {
		return victim
	}
	if class := a.doerByWord(s, m); class == intruderCue || class != noCue && !a.speaks(s, m, triggers) {
		if a.isObject(s, m, triggers, class) {
			return victim
		}
		return namedDoer
	}
	if a.isBlamed(s, m, b) {
		return namedDoer
	}
	if t := a.tok(m.stop, s); t.in(soilWord) {
		if t.word == "own" && a.isPeople(s, m.stop+1) && a.verbBefore(triggers, m.first) {
			return victim // "gassed its own people"
		}
		if b.word.arena == armedArena && m.kind == countryName && a.invadedSoil(s, m) {
			return victim
		}
		return noRole
	}
	if a.calledOn(s, m, b) {
		return doer
	}
	if a.speaks(s, m, triggers) {
		return speaker
	}
	for t := range triggers {
		if h := &triggers[t].trigger; !triggers[t].verb && m.stop <= h.first && h.first-m.stop <= 4 && !a.tokens[h.stop-1].in(conflictWord) && a.owns(s, m, h.first) && a.owned(s, h.first) {
			return doer // "killed in an Israeli airstrike"
		}
	}
	for t := range triggers {
		if alike := triggers[t].word.arena == cyberArena; alike != (b.word.arena == cyberArena) {
			continue // "hacked a ministry in protest at the war": each has its own
		}
		if r := a.roleBeside(s, m, &triggers[t]); r == doer && (m.how == byPlace || m.how == byAdjective && a.isPrivate(m, s)) {
			continue // "a Finnish security vendor released": no state
		} else if r != noRole {
			return r
		}
	}
	return noRole
}

// invadedSoil tells whether forces are said to be on m's soil: "its troops are still in Peruvian territory".
func (a *attackReader) invadedSoil(s *sentence, m *mention) bool {
	if w := a.tok(m.stop, s).word; w != "territory" && w != "soil" {
		return false
	}
	switch a.tok(m.first-1, s).word {
	case "in", "on", "into", "inside", "across", "within":
		return slices.ContainsFunc(a.tokens[s.body:m.first], func(t token) bool { return t.in(armedWord) })
	}
	return false
}

// struckBy tells whether "on" or "against" leads straight from the noun of an act to m: "a campaign against Chilean officials charged with".
func (a *attackReader) struckBy(s *sentence, m *mention, triggers []blow) bool {
	k := m.first - 1
	for k > s.body && a.tokens[k].in(determinerWord) {
		k--
	}
	w := a.tok(k, s).word
	if prev := a.tok(k-1, s).word; w == "at" && (prev == "aimed" || prev == "directed" || prev == "levelled" || prev == "leveled") {
		w, k = "against", k-1 // "a campaign aimed at"
	}
	return (w == "on" || w == "against") && slices.ContainsFunc(triggers, func(t blow) bool { return !t.verb && t.trigger.stop == k && t.word.arena != testArena })
}

// isPeople tells whether token i is a word or a name for people.
func (a *attackReader) isPeople(s *sentence, i int) bool {
	switch t := a.tok(i, s); t.word {
	case "people", "citizens", "population", "civilians", "nationals", "kurds", "villages", "cities", "towns", "journalists", "dissidents", "minority", "students":
		return true
	default:
		return t.letter == titleCase && t.kind == wordToken
	}
}

// verbBefore tells whether one of the acts is told by a verb that ends before token i.
func (a *attackReader) verbBefore(triggers []blow, i int) bool {
	return slices.ContainsFunc(triggers, func(t blow) bool { return t.trigger.stop <= i && i-t.trigger.stop <= objectReach })
}

// namedBefore tells whether the sentence itself names before m the one for whom m stands: "Morocco denied that it".
func (a *attackReader) namedBefore(s *sentence, m *mention) bool {
	return slices.ContainsFunc(a.mentionsIn(s.body, m.first), func(o mention) bool {
		return o.kind == countryName && o.how != byAdjective && slices.Contains(m.group, o.code)
	})
}

// accusedBefore tells whether those of a group are among the accused of the act told last.
func (a *attackReader) accusedBefore(group []string) bool {
	return len(a.items) > 0 && allIn(group, a.items[len(a.items)-1].accused)
}

// mentionBetween tells whether an actor is named in tokens[first:stop].
func (a *attackReader) mentionBetween(first, stop int) bool {
	return slices.ContainsFunc(a.mentionsIn(first, stop), func(m mention) bool { return m.kind != otherName && m.kind != groupMention })
}

// otherBetween tells whether an actor is named between m and token stop, other than m's own leader: "German Chancellor Merkel said".
func (a *attackReader) otherBetween(m *mention, stop int) bool {
	return slices.ContainsFunc(a.mentionsIn(m.stop, stop), func(o mention) bool {
		return o.kind != otherName && o.kind != groupMention && (o.code != m.code || o.how != byLeader && o.how != byPerson)
	})
}

// speaks tells whether m is who says so: "Ukraine said", "the United States accused", "according to German officials".
func (a *attackReader) speaks(s *sentence, m *mention, triggers []blow) bool {
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry {
			continue
		}
		c := cueClass(h.value)
		if c != speechCue && c != accuseCue && c != denialCue || a.tok(h.first-1, s).in(roleWord|articleWord) {
			continue
		}
		switch {
		case h.first >= m.stop && h.first-m.stop <= 6 && !a.isPassive(s, h.first) && !a.otherBetween(m, h.first) && !a.clauseBreak(m.stop, h.first):
			between := func(t blow) bool { return t.trigger.first >= m.stop && t.trigger.stop <= h.first }
			if last := a.tokens[h.stop-1].word; last == "behind" || last == "to" && c == accuseCue || last == "of" || last == "for" {
				continue
			}
			if !slices.ContainsFunc(triggers, between) {
				return true
			}
		case c == speechCue && h.stop <= m.first && m.first-h.stop <= 2 && a.tokens[h.stop-1].word == "to":
			return true
		}
	}
	return false
}

// kinds of verbs between a subject and the noun of an act.
const (
	noVerb = iota
	lightVerb
	sufferVerb
)
