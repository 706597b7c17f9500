package extract

import "slices"

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
