package extract

// fillSectors finds what is struck: sectors named beside the act, not those of who strikes or speaks.
func (a *attackReader) fillSectors(s *sentence, b *blow, ms []mention, roles []role, triggers []blow) {
	for t := range triggers {
		if o := &triggers[t]; o.word.arena == b.word.arena && (!listed(o, b) || o.trigger.first == b.trigger.first) {
			a.sectorsOf(s, o, b, ms, roles)
		}
	}
}

// armedReach is how many words after an armed act what it strikes may stand.
const armedReach = 9

// sectorsOf adds the sectors in the zone of one trigger.
func (a *attackReader) sectorsOf(s *sentence, trigger, b *blow, ms []mention, roles []role) {
	from, to := a.zone(s, trigger)
	if b.word.arena == testArena {
		return
	}
	if b.word.arena == armedArena && !trigger.passive {
		to = min(to, trigger.trigger.stop+armedReach)
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != sectorEntry || h.first < from || h.stop > to || a.insideDoer(h, ms, roles) || a.speaksFor(s, h) || a.isGeneric(s, k) || a.insideOrgan(s, h) {
			continue
		}
		b.sectors = addCodes(b.sectors, []string{a.phrases.sectors[h.value]})
	}
}

// isGeneric tells whether the hit at index k is only the noun of another sector's: "defence technology companies", "research council".
func (a *attackReader) isGeneric(s *sentence, k int) bool {
	h := &a.hits[k]
	if !a.tokens[h.stop-1].in(genericWord) || h.stop-h.first > 1 && !a.tokens[h.first].in(genericWord) {
		return false
	}
	if w := a.tok(h.first-1, s).word; h.stop-h.first == 1 && (w == "the" || w == "this" || w == "its" || w == "that") {
		return true // "the company said"
	}
	value := a.phrases.sectors[h.value]
	for j := s.hits.first; j < s.hits.stop; j++ {
		o := &a.hits[j]
		if o.kind != sectorEntry || j == k || a.phrases.sectors[o.value] == value {
			continue
		}
		if o.stop <= h.first && h.first-o.stop <= 2 && a.oneName(o.stop, h.first) { // "pharmaceutical company"
			return true
		}
		if o.first >= h.stop && o.first-h.stop <= 7 && a.worksIn(h.stop, o.first) { // "companies working in the energy sector"
			return true
		}
	}
	return false
}

// oneName tells whether tokens[first:stop] are words of one noun phrase.
func (a *attackReader) oneName(first, stop int) bool {
	for k := first; k < stop; k++ {
		if t := &a.tokens[k]; t.kind != wordToken && !t.is("'") || t.word == "and" || t.word == "or" || t.in(roleWord|verbWord) {
			return false
		}
	}
	return true
}

// worksIn tells whether tokens[first:stop] say in what line a firm is: "working in the Russian".
func (a *attackReader) worksIn(first, stop int) bool {
	in := false
	for k := first; k < stop; k++ {
		t := &a.tokens[k]
		if t.kind != wordToken && !t.is("'") || t.word == "and" {
			return false
		}
		in = in || t.word == "in" || t.word == "within" || t.word == "from"
	}
	return in
}

// insideOrgan tells whether the words at h only say what an organ of the state is for: "Ministry of Agriculture", "energy minister". A
// ministry of health, of finance or of defence is of that sector too.
func (a *attackReader) insideOrgan(s *sentence, h *hit) bool {
	switch a.phrases.sectors[h.value] {
	case "government", "health", "finance", "defence", "media":
		return false
	}
	for k := h.first - 1; k >= h.first-4; k-- {
		t := a.tok(k, s)
		if t.in(organWord) {
			return true
		}
		if t.kind != wordToken && !t.is(",") || t.in(roleWord) && t.word != "of" && t.word != "for" {
			break
		}
	}
	return a.tok(h.stop, s).in(organWord)
}

// zone is where what is struck is told: after an active verb or a noun (and right before the noun), up
// to words that lead to something else; before a passive verb.
func (a *attackReader) zone(s *sentence, b *blow) (from, to int) {
	h := &b.trigger
	if b.passive {
		return s.body, h.first
	}
	from = h.first
	if !b.verb {
		from = max(s.body, h.first-4)
		if !a.clauseBreak(s.body, h.first) && a.verbBetween(s, s.body, h.first) == sufferVerb {
			from = s.body // "websites of the ministry suffered an attack"
		}
	}
	to = h.stop
	for to < s.stop && to < h.stop+40 && !a.tokens[to].in(leadsAwayWord|motiveWord) && !a.tokens[to].is(";") {
		to++
	}
	return from, to
}

// insideDoer tells whether the words at h belong to those who strike: "Chinese military hackers".
func (a *attackReader) insideDoer(h *hit, ms []mention, roles []role) bool {
	for k := range ms {
		if roles[k] < doer {
			continue
		}
		if h.first >= ms[k].first && h.first-ms[k].stop <= 3 && a.plain(ms[k].stop, h.first) {
			return true
		}
	}
	return false
}

// speaksFor tells whether the words at h are who speaks: "government officials said".
func (a *attackReader) speaksFor(s *sentence, h *hit) bool {
	for k := h.stop; k < h.stop+8; k++ {
		t := a.tok(k, s)
		if t.in(tellWord | sourceVerb) {
			return true
		}
		if t.kind != wordToken && !t.is("(") && !t.is(")") && !t.is("'") || t.in(roleWord|verbWord|beWord) || t.past() {
			break
		}
	}
	return a.tok(h.first-1, s).word == "to" && a.tok(h.first-2, s).word == "according"
}

// lasted tells whether the act is told to have gone on, so that a day beside it is not its first: "the strikes continued on Friday".
func (a *attackReader) lasted(s *sentence, b *blow) bool {
	for k := b.trigger.stop; !b.verb && k < b.trigger.stop+9; k++ {
		switch t := a.tok(k, s); t.word {
		case "continued", "continue", "continues", "persisted", "raged":
			return true
		case ".", ",", ";", "that", "which":
			return false
		}
	}
	return false
}

// hedgeOf gives the words that weaken the act, in the sentence's spelling.
func (a *attackReader) hedgeOf(s *sentence, b *blow) string {
	for k := s.hits.first; k < s.hits.stop; k++ {
		if h := &a.hits[k]; h.kind == cueEntry && cueClass(h.value) == hedgeCue && max(h.first-b.trigger.stop, b.trigger.first-h.stop) < 12 {
			return a.text[a.tokens[h.first].start:a.tokens[h.stop-1].end]
		}
	}
	return ""
}

// labelWords bounds the label of an act.
const labelWords = 8

// label gives the text's words for the act.
func (a *attackReader) label(b *blow) string {
	s := &a.sentences[b.sentence]
	first := b.trigger.first
	for first > s.body && b.trigger.first-first < 3 {
		t := &a.tokens[first-1]
		if t.kind != wordToken || t.in(determinerWord|verbWord|beWord|modalWord|roleWord) || t.word == "and" {
			break
		}
		first--
	}
	stop := first
	for words := 0; stop < s.stop && words < labelWords; stop++ {
		t := &a.tokens[stop]
		if t.kind == markToken && !t.is("'") && stop >= b.trigger.stop || stop > b.trigger.stop && t.in(beWord|verbWord) {
			break
		}
		if t.kind != markToken {
			words++
		}
	}
	for stop > first+1 && (a.tokens[stop-1].kind == markToken || a.tokens[stop-1].in(determinerWord|roleWord) || a.tokens[stop-1].word == "and") {
		stop--
	}
	return a.text[a.tokens[first].start:a.tokens[stop-1].end]
}
