package extract

import "slices"

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

// dateReach is how many words may stand between an act and its date.
const dateReach = 25

// dateOf is the date of the act: the nearest one that is not that of a statement and does not lie ahead.
func (a *attackReader) dateOf(s *sentence, b *blow) *when {
	ws := a.datesIn(s.body, s.stop)
	best, gap := -1, dateReach
	for k := range ws {
		w := &ws[k]
		if w.ahead || a.ofStatement(s, w) || a.today != "" && w.begin > a.today {
			continue
		}
		if a.otherClause(min(w.stop, b.trigger.stop), max(w.first, b.trigger.first)) && !a.whenBegins(w, b) || a.verbAfterDate(s, w, b) {
			continue
		}
		if g := max(w.first-b.trigger.stop, b.trigger.first-w.stop, 0); g < gap {
			best, gap = k, g
		}
	}
	if best < 0 || b.word.arena == armedArena && a.lasted(s, b) || !b.verb && a.tokens[b.trigger.stop-1].in(conflictWord) && !a.began(s, b, &ws[best]) {
		return nil
	}
	return &ws[best]
}

// whenBegins tells whether the date is that of the clause that "when" begins right after it: "on June 25, when troops invaded".
func (a *attackReader) whenBegins(w *when, b *blow) bool {
	at := w.stop
	if at < len(a.tokens) && a.tokens[at].is(",") {
		at++
	}
	return at < b.trigger.first && a.tokens[at].word == "when" && !a.otherClause(at+1, b.trigger.first)
}

// verbAfterDate tells whether a verb between a date in mid-sentence and the act that follows it takes the date: "was signed on Sunday
// and comes after hackers breached".
func (a *attackReader) verbAfterDate(s *sentence, w *when, b *blow) bool {
	if w.stop > b.trigger.first || a.whenBegins(w, b) || !slices.ContainsFunc(a.tokens[s.body:w.first], func(t token) bool { return t.past() || t.in(beWord|tellWord) }) {
		return false // a date before every verb is that of the sentence
	}
	for k := w.stop; k < b.trigger.first; k++ {
		if t := &a.tokens[k]; t.word == "comes" || t.word == "came" || t.past() && !t.in(lightWord|beWord|linkedWord) {
			return true
		}
	}
	return false
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

// began tells whether the date is that on which a war broke out, not one on which it went on.
func (a *attackReader) began(s *sentence, b *blow, w *when) bool {
	if w.first >= b.trigger.stop && w.first-b.trigger.stop <= 2 && len(w.text) < 10 {
		return true // "the war of 1967", "the war in October"
	}
	for k := min(w.first, b.trigger.stop) - 2; k < max(w.stop, b.trigger.first)+2; k++ {
		switch t := a.tok(k, s); t.word {
		case "since", "began", "begun", "begin", "started", "broke", "erupted", "launched", "outbreak", "unleashed", "triggered":
			return true
		}
	}
	return false
}

// otherClause tells whether a verb of saying or a conjunction stands in tokens[first:stop].
func (a *attackReader) otherClause(first, stop int) bool {
	for k := first; k < stop; k++ {
		t := &a.tokens[k]
		if t.in(tellWord) || t.word == "when" || t.word == "but" && a.tokens[max(k-1, 0)].is(",") || t.word == "that" && !a.tokens[k+1].in(beWord) && !a.tokens[k+1].past() || t.is(";") {
			return true
		}
	}
	return false
}

// ofStatement tells whether the date is that of a statement: "said on Friday".
func (a *attackReader) ofStatement(s *sentence, w *when) bool {
	if a.tok(w.stop, s).is("'") {
		return false // "say today's attack"
	}
	for k := w.first - 1; k >= w.first-4; k-- {
		t := a.tok(k, s)
		if t.in(tellWord) {
			return true
		}
		if t.kind == markToken && !t.is(",") {
			return false
		}
	}
	for k := w.stop; k < w.stop+3; k++ {
		if a.tok(k, s).in(tellWord) {
			return true
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

// denialReach is how many sentences after an act its accused may be said to deny it.
const denialReach = 12

// hearDenial marks the act told last whose accused deny it in sentence i.
func (a *attackReader) hearDenial(i int, s *sentence) {
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != denialCue {
			continue
		}
		who := a.whoDenies(s, h)
		last := -1
		for n := range a.items {
			if it := &a.items[n]; i-it.last <= denialReach && it.last > last && slices.ContainsFunc(it.accused, func(c string) bool { return slices.Contains(who, c) }) {
				last = it.last
			}
		}
		for n := range a.items {
			if it := &a.items[n]; last >= 0 && it.last == last && slices.ContainsFunc(it.accused, func(c string) bool { return slices.Contains(who, c) }) {
				it.denied = true
				it.denials = append(it.denials, i)
			}
		}
	}
}

// whoDenies gives whoever the words at h say denies: named last before them, or after "by"; "they" deny where nobody is named and
// somebody was accused just before.
func (a *attackReader) whoDenies(s *sentence, h *hit) []string {
	for _, m := range reversed(a.mentionsIn(s.body, h.first)) {
		if m.kind != otherName {
			return m.actors()
		}
	}
	for _, m := range a.mentionsIn(h.stop, min(s.stop, h.stop+5)) {
		if m.kind != otherName && a.tok(m.first-1, s).word == "by" {
			return m.actors()
		}
	}
	if w := a.tok(h.first-1, s).word; (w == "they" || w == "it") && len(a.items) > 0 {
		return a.items[len(a.items)-1].accused
	}
	return nil
}

// hearBlame adds to the act told last those whom sentence i, which tells of no act itself, says to be behind it.
func (a *attackReader) hearBlame(i int, s *sentence) {
	if len(a.items) == 0 || !slices.ContainsFunc(a.hits[s.hits.first:s.hits.stop], func(h hit) bool { return h.kind == cueEntry && cueClass(h.value) == accuseCue }) {
		return
	}
	it := &a.items[len(a.items)-1]
	if i-it.last > contextReach || it.word.arena != cyberArena {
		return
	}
	b := blow{sentence: i, word: it.word, trigger: hit{first: s.body, stop: s.body}, back: true}
	ms := a.mentionsIn(s.body, s.stop)
	for k := range ms {
		m := &ms[k]
		switch {
		case m.kind == otherName || m.kind == groupMention:
		case a.isBlamed(s, m, &b):
			b.accused = addCodes(b.accused, m.actors())
		case a.doerByWord(s, m) != noCue:
			b.accused = addCodes(b.accused, m.actors())
		case a.speaks(s, m, nil):
			b.by = addCodes(b.by, m.actors())
		}
	}
	if len(b.accused) > 0 && !apart(it.accused, b.accused) {
		it.add(b)
	}
}
