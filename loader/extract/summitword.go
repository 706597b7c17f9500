package extract

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// meetingForm is how a phrase of data/meetings.tsv tells of a meeting.
type meetingForm uint8

const (
	nounForm    meetingForm = iota // "summit"
	verbForm                       // "met"
	motionForm                     // a verb that needs a place after it: "flew to"
	guestForm                      // a verb that needs a person as its object: "received"
	organForm                      // a body whose name tells of a meeting only after "at"
	signingForm                    // a signature, which tells of a meeting only where leaders give it at a place
	supportForm                    // beside a noun for a meeting, tells that it is held: "opened"
	othersForm                     // several who meet and are not named: "the six powers"
	attendForm                     // tells that those whom its sentence names take part: "will attend"
)

var meetingForms = map[string]meetingForm{
	"noun": nounForm, "verb": verbForm, "motion": motionForm, "guest": guestForm, "organ": organForm, "signing": signingForm,
	"support": supportForm, "others": othersForm, "attend": attendForm,
}

// meetingPhrase is what a phrase of data/meetings.tsv tells: entries of kind meetingEntry index the list.
type meetingPhrase struct {
	kind   string // summit, visit, talks or conference; "" where the form tells of none
	form   meetingForm
	strong bool
}

func (w *meetingPhrase) isNoun() bool { return w.form == nounForm || w.form == organForm }

func (p *phrases) addMeetingWords(v *vocabulary) error {
	rows, err := readTable("meetings", "kind", "form", "weight", "phrases")
	if err != nil {
		return err
	}
	for _, r := range rows {
		if !slices.Contains([]string{"summit", "visit", "talks", "conference", "any"}, r[0]) {
			return graph.Errorf(graph.Invalid, "data/meetings.tsv: no kind %q; known: summit, visit, talks, conference, any", r[0])
		}
		form, ok := meetingForms[r[1]]
		if !ok {
			return graph.Errorf(graph.Invalid, "data/meetings.tsv: no form %q; known: noun, verb, motion, guest, organ, signing, support, others, attend", r[1])
		}
		p.meetings = append(p.meetings, meetingPhrase{r[0], form, r[2] == "strong"})
		addForms(v, meetingEntry, len(p.meetings)-1, r[3])
	}
	return nil
}

// guestAfter tells whether a person or a delegation is the object of the verb before token i: "received the Turkish president", but
// not "welcomed the decision".
func (x *summitReader) guestAfter(s *sentence, first, i int) bool {
	if x.tok(first-1, s).in(beWord) { // "was welcomed on the lawn of the White House"
		return slices.ContainsFunc(x.mentionsIn(i, min(i+14, s.stop)), func(o mention) bool {
			return o.how == bySeat || o.how == byLeader || o.how == byPerson || o.how == byCapital
		})
	}
	for k := i; k < i+9 && k < s.stop; k++ {
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

// motionReach is how many words may stand between a verb of motion and its goal: "flew to the Soviet capital of".
const motionReach = 4

// goesTo tells whether a place follows the verb before token i: a country, a capital, a name, or "here".
func (x *summitReader) goesTo(s *sentence, first, i int) bool {
	if x.tokens[first].in(beWord) && !x.personBeside(s, first) {
		return false
	}
	for k := i; k < i+motionReach && k < s.stop; k++ {
		t := &x.tokens[k]
		if t.kind == markToken {
			return false
		}
		if ms := x.mentionsIn(k, k+1); len(ms) > 0 {
			return ms[0].kind == countryName || ms[0].kind == bodyName
		}
		if t.word == "here" || t.letter == titleCase && !s.capitals && !t.in(weekdayWord|monthWord|honorificWord) {
			return true
		}
	}
	return false
}

// personBeside tells whether somebody who speaks for a state is named right before token i: "Mr. Straw was in".
func (x *summitReader) personBeside(s *sentence, i int) bool {
	for _, o := range x.mentionsIn(max(s.body, i-6), i) {
		if (o.stop >= i-1 || o.stop >= i-3 && x.tok(i-1, s).word == "who") && (o.how == byLeader || o.how == byPerson || o.kind == groupMention) {
			return true
		}
	}
	return x.tok(i-1, s).in(guestWord) || x.tok(i-1, s).in(honorificWord)
}

// onlyTalk tells whether the words tell of no meeting: a call, a press conference, a denial, a hypothesis.
func (x *summitReader) onlyTalk(s *sentence, m *meeting) bool {
	if next := x.tok(m.stop, s); x.tokens[m.stop-1].word == "forum" && next.kind == wordToken && !next.in(placeWord|verbWord|modalWord) && !next.past() && next.word != "of" {
		return true // the body, not its session
	}
	verb := !m.isNoun()
	for k := m.first - 1; k >= m.first-6 && k >= s.body; k-- {
		t := &x.tokens[k]
		if t.in(notMeetingWord) && !t.joined && k >= m.first-4 || t.word == "shall" || verb && (t.word == "not" || t.word == "never" || t.word == "if" || t.word == "would" || t.word == "could") {
			return true
		}
		if t.kind == markToken {
			break
		}
	}
	return x.tok(m.stop, s).in(notMeetingWord) || x.tok(m.stop, s).word == "by" && x.tok(m.stop+1, s).in(notMeetingWord)
}

// inSession tells whether the body at m is told as sitting: "at the General Assembly", "session of the", "the Assembly opened".
func (x *summitReader) inSession(s *sentence, m *meeting) bool {
	switch x.tok(m.stop, s).word {
	case "opened", "opens", "convened", "convenes", "meets", "session", "met":
		return true
	}
	if x.hasForm(s, m.stop, min(m.stop+10, s.stop), supportForm) && !x.clauseEnds(m.stop, min(m.stop+3, s.stop)) && x.tok(m.stop, s).word != "resolution" {
		for k := m.stop; k < m.stop+10 && k < s.stop; k++ { // "the first General Assembly of the United Nations opened"
			if t := &x.tokens[k]; t.in(verbWord) || t.past() {
				return x.supports(s, k)
			}
		}
	}
	for k := m.first - 1; k >= m.first-8 && k >= s.body; k-- {
		switch t := &x.tokens[k]; {
		case t.word == "at" || t.word == "session" || t.word == "regular" || t.word == "annual" || t.word == "addressing" || t.word == "addressed" || t.word == "attend" || t.word == "attending":
			return true
		case t.in(verbWord) || t.past():
			return false
		}
	}
	return false
}

// supports tells whether a phrase that tells that a meeting is held begins at token k.
func (x *summitReader) supports(s *sentence, k int) bool {
	return slices.ContainsFunc(x.hitsBetween(s, k, k+1), func(h hit) bool {
		return h.kind == meetingEntry && x.phrases.meetings[h.value].form == supportForm
	})
}

// isBack tells whether the noun at token i has an article or pronoun that points back.
func (x *summitReader) isBack(s *sentence, i int) bool {
	for k := i - 1; k >= i-3; k-- {
		switch t := x.tok(k, s); t.word {
		case "the", "this", "that", "these", "those", "our", "their":
			return true
		default:
			if t.kind != wordToken || t.in(verbWord|placeWord) {
				return false
			}
		}
	}
	return false
}

// isAgain tells whether the meeting is another than those before: "a second summit", "meet again".
func (x *summitReader) isAgain(s *sentence, m *meeting) bool {
	for k := m.first - 1; k >= m.first-3 && k >= s.body; k-- {
		switch t := &x.tokens[k]; t.word {
		case "next", "another", "second", "further", "new", "follow":
			return true
		default:
			if t.kind == markToken {
				return false
			}
		}
	}
	return x.tok(m.stop, s).word == "again"
}

// isNamed tells whether the meeting has a name: an ordinal, a capital letter, or an organization right before it.
func (x *summitReader) isNamed(s *sentence, m *meeting) bool {
	if !m.isNoun() {
		return false
	}
	m.capital = m.capital || !s.capitals && x.tokens[m.first].letter == titleCase && m.first > s.body
	if m.capital {
		return true
	}
	for k := m.first - 1; k >= m.first-4 && k >= s.body; k-- {
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

// isHeld finds a verb of holding that has the noun as its object or subject: "opened the talks", "their meeting ended".
func (x *summitReader) isHeld(s *sentence, m *meeting) {
	m.begin, m.end = m.first, m.stop
	if !m.isNoun() {
		return
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &x.hits[k]
		if h.kind != meetingEntry || x.phrases.meetings[h.value].form != supportForm || !x.isPlain(s, h.first) {
			continue
		}
		before := h.stop <= m.first && m.first-h.stop <= 6 && x.noClause(h.stop, m.first)
		after := h.first >= m.stop && h.first-m.stop <= 14 && h.first < m.to && x.onlyAuxiliaries(m.stop, h.first)
		if !before && !after {
			continue
		}
		m.held = true
		switch t := &x.tokens[h.first]; t.word {
		case "holds", "under", "underway", "in", "been":
			m.done = true
		default:
			m.done = m.done || t.past()
		}
		m.begin, m.end = min(m.begin, h.first), max(m.end, h.stop)
	}
}

// onlyAuxiliaries tells whether no verb stands in tokens[first:stop] but those that help another: "are to", "will be".
func (d *document) onlyAuxiliaries(first, stop int) bool {
	for k := first; k < stop; k++ {
		if t := &d.tokens[k]; (t.in(verbWord) || t.past()) && !t.in(beWord|modalWord) && t.word != "has" && t.word != "have" && t.word != "had" {
			return false
		}
	}
	return true
}

// isWished tells whether the meeting is only called for: "urged talks", "ready for a meeting".
func (x *summitReader) isWished(s *sentence, m *meeting) bool {
	for k := m.first - 1; k >= m.first-9 && k >= m.from; k-- {
		t := &x.tokens[k]
		if t.in(urgeWord) && x.urges(s, k) {
			return true
		}
		switch t.word {
		case "suspended", "suspends", "suspend", "boycotted", "boycott", "refused", "refuses", "rejected", "rejects", "abandoned", "should", "must", "imperative", "need", "needs", "necessary", "propose", "proposes", "proposed", "offers", "offered", "willing", "ready", "readiness", "willingness", "hope", "hopes", "hoped", "seek", "seeks", "sought", "favour", "favours", "suggested":
			return true
		}
		if t.kind == markToken && !t.is("'") {
			return false
		}
	}
	return false
}

// urges tells whether the verb of demand at token k asks for something: "called for", but not "called the talks useful".
func (x *summitReader) urges(s *sentence, k int) bool {
	switch x.tokens[k].word {
	case "call", "calls", "called", "calling", "press", "pressed", "presses":
		w := x.tok(k+1, s).word
		return w == "for" || w == "on" || w == "upon"
	case "told", "tell", "tells", "order", "ordered", "orders", "warn", "warns", "warned":
		return false
	}
	return true
}
