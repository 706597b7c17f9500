package extract

import (
	"slices"
	"strings"
)

// meeting is a meeting as one sentence tells it.
type meeting struct {
	meetingPhrase
	sentence     int
	first, stop  int // the words that tell of it
	begin, end   int // the same with the verb of holding beside them
	from, to     int // the part of the sentence that tells of this meeting and of none beside it
	participants []string
	capital      bool // written with a capital letter
	named        bool // with an ordinal, a capital letter or an organization
	back         bool // "the summit": points back
	again        bool // "a second summit": another than those before
	held         bool // beside a verb of holding: "opened", "ended"
	done         bool // which tells that as done
	wished       bool // only called for
	date         *when
	place, host  string // host is the country of the place
	ahead        bool
}

// summitReader reads meetings sentence by sentence and joins those that are one.
type summitReader struct {
	*document
	items []gathering
	found []meeting // in the sentence under reading
	title []string  // the countries that the title names, once they were asked for
	main  []string  // the two countries that the article is about, once they were asked for
	body  *string   // the organization that it is about, once it was asked for
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
		x.found = x.found[:0]
		done := 0
		for _, m := range x.candidates(i, s) {
			switch {
			case m.first < done:
			case x.complete(s, &m):
				done = m.stop
				x.found = append(x.found, m)
			default:
				x.missed(summitClaim, i, meetingEntry, m.first, m.stop)
			}
		}
		for k := range x.found {
			if !x.onlyArrival(&x.found[k]) {
				x.join(x.found[k])
			}
		}
	}
	r.Summits = x.summits()
}

// onlyArrival tells whether m is only the journey to another meeting that the sentence tells, to a country that is not one of its sides.
func (x *summitReader) onlyArrival(m *meeting) bool {
	return m.kind == "visit" && !m.isNoun() && !slices.Contains(m.participants, m.host) && slices.ContainsFunc(x.found, func(o meeting) bool {
		return o.kind != "visit" && allIn(m.participants, o.participants)
	})
}

// candidates gives the meetings of which sentence i may tell, each with the part of the sentence that is about it. A word that may be
// noun or verb gives two.
func (x *summitReader) candidates(i int, s *sentence) []meeting {
	var out []meeting
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &x.hits[k]
		if h.kind != meetingEntry || h.first < s.body {
			continue
		}
		if n := len(out); n > 0 && h.first < out[n-1].stop && (h.first != out[n-1].first || h.stop != out[n-1].stop) {
			continue
		}
		m := meeting{meetingPhrase: x.phrases.meetings[h.value], sentence: i, first: h.first, stop: h.stop, from: s.body, to: s.stop}
		if m.form >= supportForm {
			continue
		}
		if !x.tells(s, &m) {
			x.missed(summitClaim, i, meetingEntry, h.first, h.stop)
			continue
		}
		n := len(out)
		if n > 0 && x.partOf(&out[n-1], &m) {
			out[n-1].stop = m.stop
			out[n-1].strong = out[n-1].strong || m.strong
			if m.kind == "talks" {
				out[n-1].kind = m.kind
			}
			out[n-1].capital = !s.capitals && x.tokens[m.first].letter == titleCase
			continue
		}
		out = append(out, m)
		if n == 0 {
			continue
		}
		if sep := x.separator(out[n-1].stop, m.first); sep > 0 {
			out[n].from = sep
			for p := range out[:n] {
				out[p].to = min(out[p].to, sep)
			}
		}
	}
	return out
}

// tells tells whether the words of m may tell of a meeting at all.
func (x *summitReader) tells(s *sentence, m *meeting) bool {
	if x.onlyTalk(s, m) {
		x.because("a call, a denial, a hypothesis or another word beside it that tells of no meeting")
		return false
	}
	if prev := x.tok(m.first-1, s); m.isNoun() && x.tokens[m.first].in(infinitiveWord) && (prev.in(modalWord) || prev.word == "to") {
		x.because(farFetched)
		return false // "will visit" is a verb
	}
	switch m.form {
	case guestForm:
		x.because("the guest is no person")
		return x.guestAfter(s, m.first, m.stop)
	case motionForm:
		x.because(farFetched) // most who go somewhere visit nobody
		return x.goesTo(s, m.first, m.stop)
	case organForm:
		x.because("the body is not said to sit")
		return x.inSession(s, m)
	}
	return true
}

// partOf tells whether m only completes the words of the meeting before it: "the special session of the General Assembly".
func (x *summitReader) partOf(o, m *meeting) bool {
	if m.form != nounForm && m.form != organForm || o.form != nounForm && o.form != organForm || m.first-o.stop > 5 {
		return false
	}
	if w := x.tokens[o.stop].word; w != "of" && w != "to" && x.tokens[o.stop-1].word != "of" {
		return false
	}
	for k := o.stop; k < m.first; k++ {
		if t := &x.tokens[k]; t.kind == markToken && !t.is("'") || t.word == "and" {
			return false
		}
	}
	return m.first > o.stop
}

// separator is the token in tokens[first:stop] that leads from one meeting to another that comes before or after it, 0 where none does.
func (x *summitReader) separator(first, stop int) int {
	for k := first; k < stop; k++ {
		if t := &x.tokens[k]; t.in(prepareWord) || t.is(";") {
			return k
		}
	}
	return 0
}

// complete finds who meets, when and where, and tells whether that is enough for a meeting.
func (x *summitReader) complete(s *sentence, m *meeting) bool {
	m.back = m.isNoun() && x.isBack(s, m.first)
	m.again = x.isAgain(s, m)
	m.named = x.isNamed(s, m)
	x.isHeld(s, m)
	m.wished = x.isWished(s, m)
	m.date = x.dateOfMeeting(s, m)
	m.ahead = m.date != nil && m.date.ahead
	m.host = x.placeOf(s, m)
	x.gatherParticipants(s, m)
	if m.form == motionForm && m.first-s.body > 2 && !x.hasSubject(s, m) {
		x.because("nobody who speaks for a state is said to go there")
		return false
	}
	if m.form == signingForm {
		x.because("a signature without a place, a day or two leaders")
		if m.place == "" && m.sentence < 4 {
			m.host = x.datelinePlace(s, m)
		}
		return m.date != nil && (m.place != "" && (x.byLeaders(s, m) || x.byStates(s, m)) || x.together(s, m))
	}
	if m.wished && (m.date == nil || !m.date.ahead) && !m.named || x.asks(s) && m.date == nil {
		x.because("a wish or a question")
		return false
	}
	x.adopt(s, m)
	x.presentVisit(s, m)
	x.because("not enough is told: two sides or an organization, and a day, a name or a place")
	return x.enough(s, m)
}

// asks tells whether the sentence is a question.
func (x *summitReader) asks(s *sentence) bool { return x.tokens[s.stop-1].is("?") }

// bodies tells whether an organization meets.
func (m *meeting) bodies() bool {
	return slices.ContainsFunc(m.participants, func(c string) bool { return c == strings.ToLower(c) })
}

// enough tells whether the meeting is dated or named, and has two sides or is that of an organization.
func (x *summitReader) enough(s *sentence, m *meeting) bool {
	body, several := m.bodies(), len(m.participants) >= 2
	dated := m.date != nil || x.today == "" // without a day of publication "on Monday" tells no day
	told := dated || m.named || m.place != "" && (m.strong || m.held)
	switch m.kind {
	case "visit":
		if m.strong && m.isNoun() && several && x.stately(m) {
			return true
		}
		return several && (told || m.place != "") && (dated || m.strong || x.tokens[m.first].word == "visiting")
	case "summit":
		return several || body || (m.named || m.place != "") && m.date != nil
	case "conference":
		if m.held && dated && x.withOthers(s, m) {
			return true
		}
		return (body || several) && (m.named || dated || m.held && m.place != "") || (m.strong || m.place != "" && m.held) && (m.named && told || dated && (len(m.participants) > 0 || m.place != "")) ||
			m.held && dated && m.capital
	}
	switch {
	case !m.isNoun():
		return several && (m.strong || dated || m.place != "") && (m.form != guestForm || dated) || body && (m.place != "" && m.date != nil || (m.place != "" || m.date != nil) && x.ofLeaders(s, m)) || x.manyMeet(s, m) && told || x.withOthers(s, m) && told
	case body && m.place != "" && x.tok(m.stop, s).word == "of":
		return true // "the meeting of the North Atlantic Council in Wales"
	case several:
		return m.done || m.held && told || m.strong && (m.named || m.place != "" && !dated || dated && x.nearDate(m)) || m.date != nil && x.nearDate(m)
	}
	return x.withOthers(s, m) && dated && (m.strong || m.held || m.place != "")
}

// nearDate tells whether the date stands so close to weak words that it is theirs.
func (x *summitReader) nearDate(m *meeting) bool {
	if m.date == nil {
		return x.today == ""
	}
	gap := max(m.date.first-m.end, m.begin-m.date.stop)
	if len(m.date.text) == 4 && gap > 4 {
		return false // a year may be that of much else
	}
	return gap <= 8 || m.date.first > m.end && x.noVerb(m.end, m.date.first) || m.from < m.first && x.after(m) || gap <= 12 && m.place != "" && !x.clauseEnds(m.stop, m.date.first)
}

// stately tells whether the visit is one of state, which needs no day: "on a state visit".
func (x *summitReader) stately(m *meeting) bool {
	switch x.tokens[m.first].word {
	case "state", "official", "working", "royal":
		return true
	}
	return false
}

// withOthers tells whether the one side that is named meets several that are not: "Iran and the six powers"; a conference needs none.
func (x *summitReader) withOthers(s *sentence, m *meeting) bool {
	if len(m.participants) > 1 || len(m.participants) == 0 && m.kind != "conference" {
		return false
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &x.hits[k]
		if h.kind != meetingEntry || h.first < m.from || h.stop > m.to || x.phrases.meetings[h.value].form != othersForm || !x.isPlain(s, h.first) {
			continue
		}
		for i := h.first - 1; i >= h.first-5 && i >= m.from; i-- {
			switch x.tokens[i].word {
			case "and", "with", "between", "among", "from", "of", "by", "together":
				return true
			}
			if x.tokens[i].kind == markToken {
				break
			}
		}
	}
	return false
}

// hasForm tells whether a phrase of the form lies in tokens[first:stop] of the sentence.
func (x *summitReader) hasForm(s *sentence, first, stop int, form meetingForm) bool {
	return slices.ContainsFunc(x.hitsBetween(s, first, stop), func(h hit) bool {
		return h.kind == meetingEntry && h.stop <= stop && x.phrases.meetings[h.value].form == form && x.isPlain(s, h.first)
	})
}

// isPlain tells whether token k is no part of a name: "states" but not "United States".
func (x *summitReader) isPlain(s *sentence, k int) bool {
	return x.tokens[k].letter == lowerCase || s.capitals || k == s.body
}

// ofLeaders tells whether leaders or ministers are told as those who meet: "the Group of Seven leaders, meeting in".
func (x *summitReader) ofLeaders(s *sentence, m *meeting) bool {
	return slices.ContainsFunc(x.tokens[max(m.from, m.first-12):min(m.to, m.stop+8)], func(t token) bool { return t.in(guestWord) })
}

// after tells whether the meeting goes before what the sentence tells: "announced a truce on Monday after talks".
func (x *summitReader) after(m *meeting) bool {
	for k := m.first - 1; k >= m.from && k >= m.first-6; k-- {
		switch x.tokens[k].word {
		case "after", "following":
			return true
		}
		if x.tokens[k].kind == markToken {
			return false
		}
	}
	return false
}

// presentVisit dates a visit told as going on by the month of publication: "is in Moscow on a visit".
func (x *summitReader) presentVisit(s *sentence, m *meeting) {
	if m.kind != "visit" || m.date != nil || x.today == "" {
		return
	}
	present := x.tokens[m.first].word == "visiting"
	for k := m.first; k >= m.from && k >= m.first-9 && !present; k-- {
		w := x.tokens[k].word
		present = w == "is" || w == "are"
		if x.tokens[k].past() {
			break
		}
	}
	if present && len(x.today) == len("2006-01-02") {
		m.date = &when{begin: x.today, end: x.today, text: string(x.today[:7])}
	}
}

// manyMeet tells whether the verb has delegates of many states as its subject: "delegates from 111 nations meeting in".
func (x *summitReader) manyMeet(s *sentence, m *meeting) bool {
	if m.form != verbForm || len(m.participants) > 0 || m.place == "" {
		return false
	}
	for k := m.first - 1; k >= m.from && k >= m.first-9; k-- {
		if x.tokens[k].in(delegateWord) {
			return x.hasForm(s, k, m.first, othersForm)
		}
	}
	return false
}

// hasSubject tells whether somebody who goes for a state or an organization is told before the verb of going.
func (x *summitReader) hasSubject(s *sentence, m *meeting) bool {
	return slices.ContainsFunc(x.mentionsIn(m.from, m.first), func(o mention) bool {
		return (o.counts || o.kind == groupMention || o.how == byPerson) && x.meetsBefore(s, &o, m) && !x.isPrivateOf(s, &o)
	}) || m.from > s.body && len(x.subjectOf(s)) > 0
}
