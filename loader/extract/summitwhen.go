package extract

import (
	"github.com/treatygraph/treatygraph/graph"
)

// meetingDateReach is how many words may stand between a meeting and its date.
const meetingDateReach = 16

// dateOfMeeting is the date nearest to the words, unless it is that of a statement; where it is the last day of several, the first.
func (x *summitReader) dateOfMeeting(s *sentence, m *meeting) *when {
	ws := x.datesIn(m.from, m.to)
	best, gap := -1, meetingDateReach
	for k := range ws {
		w := &ws[k]
		if x.saidOn(s, w) {
			continue
		}
		g := max(w.first-m.end, m.begin-w.stop, 0)
		if w.first <= s.body+1 && g < 2*meetingDateReach {
			g = min(g, meetingDateReach-5) // a date that opens the sentence
		}
		if w.stop <= m.first && x.clauseEnds(w.stop, m.first) {
			g += 4
		}
		if w.stop <= m.first && x.separator(w.stop, m.first) > 0 && w.first > s.body+1 && !x.after(m) {
			continue // the date of what is told before this
		}
		if w.first > m.end && g >= meetingDateReach && g < 3*meetingDateReach && x.noVerb(m.end, w.first) {
			g = meetingDateReach - 1 // after a long list of those who meet
		}
		if g < gap {
			best, gap = k, g
		}
	}
	if best < 0 {
		return nil
	}
	return x.firstDay(s, m, x.ofSpeech(m, &ws[best]))
}

// ofSpeech makes a month of the day on which somebody spoke at a conference, which need not be its first.
func (x *summitReader) ofSpeech(m *meeting, w *when) *when {
	if m.kind != "conference" && m.form != organForm || len(w.text) != len("2006-01-02") || m.held && w.first >= m.stop && !x.speaksIn(m.from, m.first) {
		return w
	}
	if !x.speaksIn(m.from, m.to) {
		return w
	}
	month := *w
	month.text, month.exact = w.text[:len("2006-01")], false
	return &month
}

// speaksIn tells whether somebody speaks in tokens[first:stop].
func (x *summitReader) speaksIn(first, stop int) bool {
	for k := first; k < stop; k++ {
		switch x.tokens[k].word {
		case "speaking", "spoke", "addressed", "addressing", "told", "address", "speech", "read":
			return true
		}
	}
	return false
}

// firstDay is the first day of a meeting whose last day is told, where its length is: "ended a three-day visit on Thursday".
func (x *summitReader) firstDay(s *sentence, m *meeting, w *when) *when {
	n := x.dayOfMeeting(s, m)
	if n == 0 && (x.after(m) || x.ends(s, m, w)) {
		n = x.length(s, m)
	}
	if n < 2 || w.begin != w.end {
		return w
	}
	first := *w
	first.begin = w.begin.Add(1 - n)
	first.text = string(first.begin)
	return &first
}

// dayOfMeeting is which day of the meeting is told: "entered its third day", "a second day of talks"; 0 where none is.
func (x *summitReader) dayOfMeeting(s *sentence, m *meeting) int {
	for k := max(m.from, m.first-6); k < m.to && k < m.stop+8; k++ {
		n := orders[x.tokens[k].word]
		if n == 0 || n == lastOrder || x.tok(k+1, s).word != "day" || x.tokens[k+1].joined {
			continue
		}
		if x.tok(k+2, s).word == "of" || x.tok(k-1, s).word == "its" || x.tok(k-1, s).word == "their" {
			return n
		}
	}
	return 0
}

// ends tells whether a verb of ending stands in the part of the sentence that tells of the meeting: "wound up", "returned from".
func (x *summitReader) ends(s *sentence, m *meeting, w *when) bool {
	for k := min(m.first, w.first) - 6; k < max(m.stop, w.stop)+6; k++ {
		if k < m.from || k >= m.to {
			continue
		}
		switch x.tok(k, s).word {
		case "ended", "ends", "end", "concluded", "concludes", "conclude", "wound", "wrapped", "wraps", "completed", "finished", "returned", "returns", "closed", "ending", "concluding", "broke":
			return true
		}
	}
	return false
}

// length is how many days the meeting lasts, as told beside it: "three-day talks", "two days of talks"; 0 where it is not told.
func (x *summitReader) length(s *sentence, m *meeting) int {
	for k := max(m.from, m.first-6); k < m.stop; k++ {
		n := countNames[x.tokens[k].word]
		if n == 0 {
			continue
		}
		switch next := x.tok(k+1, s); {
		case next.word == "day" && next.joined:
			return n
		case next.word == "days" && x.tok(k+2, s).word == "of":
			return n
		}
	}
	return 0
}

// saidOn tells whether the date is that of a statement: "said on Friday".
func (x *summitReader) saidOn(s *sentence, w *when) bool {
	for k := w.first - 1; k >= w.first-3; k-- {
		t := x.tok(k, s)
		if t.in(tellWord) && t.word != "held" {
			return true
		}
		if t.kind == markToken {
			return false
		}
	}
	return x.tok(w.stop, s).in(tellWord)
}

// clauseEnds tells whether a comma or semicolon stands in tokens[first:stop].
func (d *document) clauseEnds(first, stop int) bool {
	for k := first; k < stop; k++ {
		if d.tokens[k].is(";") || d.tokens[k].is(",") {
			return true
		}
	}
	return false
}

// placeReach is how many words after a meeting its place may stand.
const placeReach = 14

// placeOf finds where the meeting is, and the country that hosts it ("" where none is told).
func (x *summitReader) placeOf(s *sentence, m *meeting) string {
	for k := m.stop - 1; k < m.stop+3*placeReach && k < m.to; k++ {
		t := &x.tokens[k]
		if k >= m.stop+placeReach && (t.in(verbWord) || t.past()) {
			break
		}
		if k >= m.stop && (t.is(";") || t.is(".")) {
			break
		}
		if t.word == "here" && k >= m.stop-1 {
			return x.datelinePlace(s, m)
		}
		if !t.in(placeWord) && !(m.kind == "visit" && !m.isNoun() && k == m.stop-1) || t.word == "from" || t.word == "through" || t.word == "via" || t.word == "near" {
			continue
		}
		if host, ok := x.placeAt(s, m, k+1, t.word); ok {
			if m.kind != "visit" && x.tokens[k-1].word == "hosted" {
				m.participants = addCodes(m.participants, []string{host})
			}
			return host
		}
	}
	return x.placeBefore(s, m)
}

// placeAt reads the place at token i, after the preposition.
func (x *summitReader) placeAt(s *sentence, m *meeting, i int, preposition string) (host string, ok bool) {
	if x.tok(i, s).word == "the" {
		i++
	}
	if ms := x.mentionsIn(i, i+1); len(ms) == 1 && ms[0].kind == countryName {
		o := &ms[0]
		if o.how == byAdjective && m.kind == "visit" { // "to the Belarusian capital"
			if w := x.tok(o.stop, s).word; w == "capital" || w == "city" || w == "resort" || w == "port" {
				m.place = x.text[o.start:x.tokens[o.stop].end]
				return o.code, true
			}
		}
		if o.how == byCapital || o.how == byName || o.how == bySeat {
			m.place = x.text[o.start:o.end]
			return o.code, true
		}
	}
	if name := x.properName(s, i); name != "" && m.place == "" && (preposition == "in" || preposition == "at" || preposition == "outside") {
		m.place = name
	}
	return "", false
}

// placeBefore reads a place told before the meeting: "is in Washington on a state visit", "the Tokyo economic summit".
func (x *summitReader) placeBefore(s *sentence, m *meeting) string {
	if m.kind == "visit" && m.isNoun() {
		for _, o := range x.mentionsIn(max(s.body, m.first-8), m.first) {
			if w := x.tok(o.first-1, s).word; (w == "in" || w == "to") && (x.tok(o.stop, s).word == "on" || x.tok(o.stop, s).word == "for") && (o.how == byCapital || o.how == byName) {
				m.place = x.text[o.start:o.end]
				return o.code
			}
		}
	}
	if ms := x.mentionsIn(max(s.body, m.first-3), m.first); len(ms) > 0 && ms[len(ms)-1].how == byCapital && m.kind != "talks" {
		m.place = x.text[ms[len(ms)-1].start:ms[len(ms)-1].end]
	}
	if m.place == "" && (m.kind == "summit" || m.kind == "conference") && m.isNoun() && m.first-1 >= s.body && x.tokens[m.first].letter == lowerCase { // "the Reykjavik summit"
		if t := x.tok(m.first-1, s); t.letter == titleCase && t.kind == wordToken && !s.capitals && x.tok(m.first-2, s).word == "the" && !t.in(ordinalWord) && len(x.mentionsIn(m.first-1, m.first)) == 0 {
			m.place = x.text[t.start:t.end]
		}
	}
	for k := max(m.from, m.first-8); k < m.first && m.place == ""; k++ { // "opened in Oslo the talks"
		if w := x.tokens[k].word; w == "in" || w == "at" {
			_, _ = x.placeAt(s, m, k+1, w)
		}
	}
	return ""
}

// datelinePlace is the place of the dateline for which "here" stands, and its country where it is a capital.
func (x *summitReader) datelinePlace(s *sentence, m *meeting) string {
	for i := m.sentence; i >= 0 && i > m.sentence-40; i-- {
		o := &x.sentences[i]
		if o.body == o.first {
			continue
		}
		t := &x.tokens[o.first]
		m.place = x.text[t.start:t.end]
		if ms := x.mentionsIn(o.first, o.body); len(ms) > 0 && ms[0].kind == countryName {
			return ms[0].code
		}
		return ""
	}
	return ""
}

// properName is the run of capitalised words at token i, "" where there is none.
func (x *summitReader) properName(s *sentence, i int) string {
	stop := i
	for stop < s.stop && stop < i+4 && x.tokens[stop].kind == wordToken && x.tokens[stop].letter == titleCase && !x.tokens[stop].in(monthWord|weekdayWord) {
		stop++
	}
	if stop == i || s.capitals || s.kind == heading {
		return ""
	}
	return x.text[x.tokens[i].start:x.tokens[stop-1].end]
}

// dayOf is the date as the summit gives it, nil where none is told.
func dayOf(w *when) (text *string, first, last graph.Day) {
	if w == nil {
		return nil, "", ""
	}
	return textOrNil(w.text), w.begin, w.end
}
