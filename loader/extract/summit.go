package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// meetingKind is what a phrase of data/meetings.tsv tells: entries of kind meetingEntry index the list.
type meetingKind struct {
	kind   string
	verb   bool
	organ  bool // a body whose name tells of a meeting only after "at"
	pen    bool // a signature, which tells of a meeting only where leaders give it at a place
	strong bool
}

func (p *phrases) addMeetingWords(v *vocabulary) error {
	rows, err := readTable("meetings", "kind", "form", "weight", "phrases")
	if err != nil {
		return err
	}
	for _, r := range rows {
		if !slices.Contains([]string{"summit", "visit", "talks", "conference"}, r[0]) {
			return graph.Errorf(graph.Invalid, "data/meetings.tsv: no kind %q; known: summit, visit, talks, conference", r[0])
		}
		p.meetings = append(p.meetings, meetingKind{r[0], r[1] == "verb" || r[1] == "signing", r[1] == "organ", r[1] == "signing", r[2] == "strong"})
		addForms(v, meetingEntry, len(p.meetings)-1, r[3])
	}
	return nil
}

// meeting is a meeting as one sentence tells it.
type meeting struct {
	meetingKind
	sentence     int
	first, stop  int // the words that tell of it
	participants []string
	named        bool // with an ordinal, a capital letter or an organization
	back         bool // "the summit": points back
	date         *when
	place        string
	ahead        bool
}

// summitReader reads meetings sentence by sentence and joins those that are one.
type summitReader struct {
	*document
	items []gathering
	title []string // the countries that the title names, once they were asked for
}

// gathering is a meeting as the whole article tells it.
type gathering struct {
	meeting
	at []meeting
}

// readSummits fills the reading's summits.
func (d *document) readSummits(r *Reading) {
	x := &summitReader{document: d}
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.kind == furniture {
			continue
		}
		next := s.body
		for k := s.hits.first; k < s.hits.stop; k++ {
			h := &d.hits[k]
			if h.kind != meetingEntry || h.first < next {
				continue
			}
			if m, ok := x.read(i, s, h); ok {
				next = h.stop
				x.join(m)
			} else {
				x.missed(summitClaim, i, meetingEntry, h.first, h.stop)
			}
		}
	}
	r.Summits = x.summits()
}

// read gives the meeting that the words at h tell of, if enough is told of it.
func (x *summitReader) read(i int, s *sentence, h *hit) (meeting, bool) {
	m := meeting{meetingKind: x.phrases.meetings[h.value], sentence: i, first: h.first, stop: h.stop}
	if x.onlyTalk(s, h, &m) || m.kind == "visit" && m.verb && x.tokens[h.first].in(guestVerb) && !x.guestAfter(s, h.stop) || m.organ && !x.inSession(s, h) {
		x.because("a call, a denial, a hypothesis, a guest who is no person, or a body that is not said to sit")
		return m, false
	}
	m.back = !m.verb && x.isBack(s, h.first)
	m.named = x.isNamed(s, h)
	m.date = x.dateOfMeeting(s, &m)
	m.ahead = m.date != nil && m.date.ahead
	host := x.placeOf(s, &m)
	x.gatherParticipants(s, &m, host)
	if m.pen && (m.place == "" || m.date == nil || !x.byLeaders(s, &m)) {
		x.because("a signature without a place, a day or two leaders")
		return m, false
	}
	x.because("not enough is told: two sides or an organization, and a day, a name or a place")
	return m, x.enough(&m)
}

// byLeaders tells whether two leaders, or one and the speaker, sign in the sentence.
func (x *summitReader) byLeaders(s *sentence, m *meeting) bool {
	var who []string
	for _, o := range x.mentionsIn(s.body, s.stop) {
		if o.how == byLeader || o.how == byPerson || o.kind == groupMention && len(o.group) == 1 && o.group[0] == x.home {
			who = addCodes(who, o.actors())
		}
	}
	m.participants = who
	return len(who) >= 2
}

// guestAfter tells whether a person or a delegation is the object of the verb before token i: "received the Turkish president", but
// not "welcomed the decision".
func (x *summitReader) guestAfter(s *sentence, i int) bool {
	for k := i; k < i+7 && k < s.stop; k++ {
		t := &x.tokens[k]
		if ms := x.mentionsIn(k, k+1); len(ms) > 0 && (ms[0].how == byLeader || ms[0].how == byPerson) || t.in(guestWord|honorificWord) {
			return true
		}
		if t.kind == markToken && !t.is("'") || t.in(verbWord|beWord|modalWord) || t.word == "that" || t.word == "of" {
			return false
		}
	}
	return false
}

// onlyTalk tells whether the words tell of no meeting: a call, a press conference, a denial, a hypothesis.
func (x *summitReader) onlyTalk(s *sentence, h *hit, m *meeting) bool {
	for k := h.first - 1; k >= h.first-4 && k >= s.body; k-- {
		t := &x.tokens[k]
		if t.in(notMeetingWord) || t.word == "shall" || m.verb && (t.word == "not" || t.word == "never" || t.word == "if" || t.word == "would" || t.word == "could") {
			return true
		}
		if t.kind == markToken {
			break
		}
	}
	return x.tok(h.stop, s).in(notMeetingWord) || x.tok(h.stop, s).word == "by" && x.tok(h.stop+1, s).in(notMeetingWord)
}

// inSession tells whether the body at h is told as sitting: "at the General Assembly", "session of the", "the Assembly opened".
func (x *summitReader) inSession(s *sentence, h *hit) bool {
	switch x.tok(h.stop, s).word {
	case "opened", "opens", "convened", "convenes", "meets", "session", "met":
		return true
	}
	for k := h.first - 1; k >= h.first-8 && k >= s.body; k-- {
		switch t := &x.tokens[k]; {
		case t.word == "at" || t.word == "session" || t.word == "regular" || t.word == "annual" || t.word == "addressing" || t.word == "addressed" || t.word == "attend" || t.word == "attending":
			return true
		case t.in(verbWord) || t.past():
			return false
		}
	}
	return false
}

func (x *summitReader) isBack(s *sentence, i int) bool {
	for k := i - 1; k >= i-2; k-- {
		switch x.tok(k, s).word {
		case "the", "this", "that", "these", "those":
			return true
		}
	}
	return false
}

// isNamed tells whether the meeting has a name: an ordinal, a capital letter, or an organization right before it.
func (x *summitReader) isNamed(s *sentence, h *hit) bool {
	if !s.capitals && x.tokens[h.first].letter == titleCase && h.first > s.body {
		return true
	}
	for k := h.first - 1; k >= h.first-4 && k >= s.body; k-- {
		t := &x.tokens[k]
		if t.in(ordinalWord) || t.kind == wordToken && isDigit(t.word[0]) {
			return true
		}
		if t.kind == markToken && !t.is("'") {
			return false
		}
	}
	return false
}

// meetingDateReach is how many words may stand between a meeting and its date.
const meetingDateReach = 16

// dateOfMeeting is the date nearest to the words, unless it is that of a statement.
func (x *summitReader) dateOfMeeting(s *sentence, m *meeting) *when {
	ws := x.datesIn(s.body, s.stop)
	best, gap := -1, meetingDateReach
	for k := range ws {
		w := &ws[k]
		if x.saidOn(s, w) {
			continue
		}
		g := max(w.first-m.stop, m.first-w.stop, 0)
		if w.first <= s.body+1 && g < 2*meetingDateReach {
			g = min(g, meetingDateReach-5) // a date that opens the sentence
		}
		if w.stop <= m.first && x.clauseEnds(w.stop, m.first) {
			g += 4
		}
		if w.stop <= m.first && x.preparedIn(w.stop, m.first) {
			continue // the date of a meeting told before this one
		}
		if g < gap {
			best, gap = k, g
		}
	}
	if best < 0 {
		return nil
	}
	return &ws[best]
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
	for k := m.stop - 1; k < m.stop+placeReach && k < s.stop; k++ {
		t := &x.tokens[k]
		if k >= m.stop && (t.is(";") || t.is(".")) {
			break
		}
		if !t.in(placeWord) && !(m.kind == "visit" && m.verb && k == m.stop-1) {
			continue
		}
		if t.word == "from" || t.word == "through" || t.word == "via" || t.word == "near" {
			continue
		}
		at := k + 1
		if x.tok(at, s).word == "the" {
			at++
		}
		if ms := x.mentionsIn(at, at+1); len(ms) == 1 && (ms[0].how == byCapital || ms[0].kind == countryName && (ms[0].how == byName || ms[0].how == bySeat)) {
			m.place = x.text[ms[0].start:ms[0].end]
			return ms[0].code
		}
		if name := x.properName(s, at); name != "" && m.place == "" && t.word == "in" {
			m.place = name
		}
	}
	if m.kind == "visit" && !m.verb { // "is in Washington on a state visit"
		for _, o := range x.mentionsIn(max(s.body, m.first-6), m.first) {
			if w := x.tok(o.first-1, s).word; (w == "in" || w == "to") && x.tok(o.stop, s).word == "on" && (o.how == byCapital || o.how == byName) {
				m.place = x.text[o.start:o.end]
				return o.code
			}
		}
	}
	if ms := x.mentionsIn(max(s.body, m.first-3), m.first); len(ms) > 0 && ms[len(ms)-1].how == byCapital && m.kind != "talks" {
		m.place = x.text[ms[len(ms)-1].start:ms[len(ms)-1].end] // "the Tokyo economic summit"
	}
	return ""
}

// properName is the run of capitalised words at token i, "" where there is none.
func (x *summitReader) properName(s *sentence, i int) string {
	stop := i
	for stop < s.stop && stop < i+4 && x.tokens[stop].kind == wordToken && x.tokens[stop].letter == titleCase && !x.tokens[stop].in(monthWord|weekdayWord) {
		stop++
	}
	if stop == i || s.capitals {
		return ""
	}
	return x.text[x.tokens[i].start:x.tokens[stop-1].end]
}

// gapTo is how many words stand between the meeting and its date.
func (x *summitReader) gapTo(m *meeting) int { return max(m.date.first-m.stop, m.first-m.date.stop) }

// stately tells whether the visit is one of state, which needs no day: "on a state visit".
func (x *summitReader) stately(m *meeting) bool {
	switch x.tokens[m.first].word {
	case "state", "official", "working", "royal":
		return true
	}
	return false
}

// enough tells whether the meeting is dated or named, and has two sides or is that of an organization.
func (x *summitReader) enough(m *meeting) bool {
	body := slices.ContainsFunc(m.participants, func(c string) bool { return c == strings.ToLower(c) })
	several := len(m.participants) >= 2
	dated := m.date != nil || x.today == "" // without a day of publication "on Monday" tells no day
	told := dated || m.named || m.place != ""
	switch m.kind {
	case "visit":
		if m.strong && !m.verb && several && x.stately(m) {
			return true
		}
		return several && told && (m.date != nil || m.strong || x.tokens[m.first].word == "visiting")
	case "summit":
		return (several || body) || (m.named || m.place != "") && m.date != nil
	case "conference":
		return (body || several) && (m.named || m.date != nil) || m.strong && (m.named || m.date != nil && (len(m.participants) > 0 || m.place != ""))
	}
	if body && !m.verb && m.place != "" && x.tok(m.stop, &x.sentences[m.sentence]).word == "of" {
		return true // "the meeting of the North Atlantic Council in Wales"
	}
	if m.verb {
		return several && (m.strong || dated) || body && m.date != nil && m.place != ""
	}
	return several && (m.strong && told || m.date != nil && (x.gapTo(m) <= 8 || x.gapTo(m) <= 12 && m.place != "" && !x.clauseEnds(m.stop, m.date.first)))
}
