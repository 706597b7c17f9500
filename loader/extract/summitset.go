package extract

import "slices"

// join puts a meeting to the one told before that it repeats, or begins a new one.
func (x *summitReader) join(m meeting) {
	for n := max(0, len(x.items)-lookBack); n < len(x.items); n++ {
		it := &x.items[n]
		if !x.metFor(it, &m) && (!sameMeeting(&it.meeting, &m) || x.beside(it, &m) || x.prepared(it, &m) || x.otherName(it, &m)) {
			continue
		}
		if !x.metFor(it, &m) {
			it.participants = addCodes(it.participants, m.participants)
		}
		if it.date == nil || m.date != nil && len(m.date.text) > len(it.date.text) {
			if m.date != nil {
				it.date, it.ahead = m.date, m.ahead
			}
		}
		it.at = append(it.at, m)
		if it.place == "" {
			it.place, it.host = m.place, m.host
		}
		if it.kind == "talks" && m.kind != "talks" {
			it.kind = m.kind
		}
		return
	}
	x.items = append(x.items, gathering{m, []meeting{m}})
}

// prepared tells whether the sentence tells of two meetings of which one goes before the other: "a visit to prepare for a summit".
func (x *summitReader) prepared(it *gathering, m *meeting) bool {
	o := &it.at[len(it.at)-1]
	return o.sentence == m.sentence && o.kind != m.kind && x.separator(o.stop, m.first) > 0
}

// metFor tells whether the sentence tells of m as that for which those before met: "met in Oslo for the third dialogue".
func (x *summitReader) metFor(it *gathering, m *meeting) bool {
	o := &it.at[len(it.at)-1]
	if o.sentence != m.sentence || o.isNoun() || !m.isNoun() || m.first < o.stop || m.first-o.stop > 14 || len(o.participants) < 2 || !x.noVerb(o.stop, m.first) || x.separator(o.stop, m.first) > 0 {
		return false
	}
	return slices.ContainsFunc(x.tokens[o.stop:m.first], func(t token) bool { return t.word == "for" })
}

// otherName tells whether both are conferences told by names of their own that differ: "the open debate", "the Ministerial Meeting".
func (x *summitReader) otherName(it *gathering, m *meeting) bool {
	o := &it.at[0]
	if it.kind != "conference" || m.kind != "conference" || m.back || !o.strong || !m.strong || !m.isNoun() || !o.isNoun() || o.sentence == m.sentence {
		return false
	}
	return x.tokens[o.stop-1].word != x.tokens[m.stop-1].word && x.tokens[o.first].word != x.tokens[m.first].word
}

// beside tells whether the meeting is told beside another of its kind in one sentence, so that they are two: "the General
// Conference and the Board of Governors".
func (x *summitReader) beside(it *gathering, m *meeting) bool {
	o := &it.at[len(it.at)-1]
	if o.sentence != m.sentence || o.kind != "conference" || m.kind != "conference" || m.back || m.first-o.stop > 4 {
		return false
	}
	for k := o.stop; k < m.first; k++ {
		if w := x.tokens[k].word; w == "and" || w == "," {
			return true
		}
	}
	return false
}

// sameMeeting tells whether two tellings are of one meeting: the same sides, and days of which one holds the other.
func sameMeeting(it, m *meeting) bool {
	if it.date != nil && m.date != nil && (it.date.end < m.date.begin || m.date.end < it.date.begin) {
		return false
	}
	if (it.kind == "visit") != (m.kind == "visit") && it.place != "" && m.place != "" && it.place != m.place && it.date != nil && m.date != nil && it.date.text != m.date.text {
		return false
	}
	if it.host != "" && m.host != "" && it.host != m.host {
		return false
	}
	if it.place != "" && m.place != "" && it.place != m.place && it.kind == m.kind && (it.host == "" || it.host != m.host) {
		return false
	}
	if m.again != it.again && (it.date == nil || m.date == nil) && !(m.back && m.kind == it.kind) {
		return false
	}
	if slices.Equal(it.participants, m.participants) {
		return true
	}
	if it.kind == "conference" && m.kind == "conference" && it.date != nil && m.date != nil && len(m.participants) > 0 && allIn(m.participants, it.participants) {
		return true
	}
	return (len(m.participants) > 1 || m.back) && allIn(m.participants, it.participants) || len(it.participants) > 1 && allIn(it.participants, m.participants)
}

// allIn tells whether all of x are in y.
func allIn(x, y []string) bool {
	for _, c := range x {
		if !slices.Contains(y, c) {
			return false
		}
	}
	return true
}

// summits gives the items in the form of a Reading.
func (x *summitReader) summits() []Summit {
	out := []Summit{}
	for n := range x.items {
		it := &x.items[n]
		s := Summit{Participants: notNil(it.participants), Kind: it.kind, Place: it.place, Planned: it.ahead}
		s.Date, s.First, s.Last = dayOf(it.date)
		for _, m := range it.at {
			s.Evidence = x.addEvidence(s.Evidence, m.sentence, m.first)
		}
		fs := x.features(it, len(x.items))
		s.Confidence = x.confidence.of(summitClaim, fs)
		x.explain(it, fs)
		out = append(out, s)
	}
	return out
}
