package loader

import (
	"sort"

	"github.com/treatygraph/treatygraph/loader/extract"
)

// Offsets lead from the kept text of an article back to its text as given, in code points. The zero value leads to the same places.
type Offsets struct {
	steps []shift // in the order in which the text was changed
}

// Given is where kept[start:end] stands in the text as given.
func (o Offsets) Given(start, end int) (int, int) {
	for i := len(o.steps) - 1; i >= 0; i-- {
		start, end = o.steps[i].back(start, end)
	}
	return start, end
}

// Reading is r with the places of its evidence in the text as given.
func (o Offsets) Reading(r extract.Reading) extract.Reading {
	given := func(evidence []extract.Evidence) []extract.Evidence {
		out := make([]extract.Evidence, len(evidence))
		for i, e := range evidence {
			out[i].Start, out[i].End = o.Given(e.Start, e.End)
		}
		return out
	}
	r.Summits = append([]extract.Summit{}, r.Summits...)
	for i := range r.Summits {
		r.Summits[i].Evidence = given(r.Summits[i].Evidence)
	}
	r.Attacks = append([]extract.Attack{}, r.Attacks...)
	for i := range r.Attacks {
		r.Attacks[i].Evidence = given(r.Attacks[i].Evidence)
	}
	r.Commitments = append([]extract.Commitment{}, r.Commitments...)
	for i := range r.Commitments {
		r.Commitments[i].Evidence = given(r.Commitments[i].Evidence)
	}
	r.Denials = append([]extract.Commitment(nil), r.Denials...)
	for i := range r.Denials {
		r.Denials[i].Evidence = given(r.Denials[i].Evidence)
	}
	r.Mentions = append([]extract.Mention{}, r.Mentions...)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		m.Start, m.End = o.Given(m.Start, m.End)
	}
	return r
}

// shift is one step from a text to a changed one: the stretches that both have, in order. What lies between is only in the first.
type shift struct{ stretches []stretch }

// stretch is n code points of the changed text that stand for m of the text before. Where n is m, they stand for each other one by one.
type stretch struct{ to, n, from, m int }

// add appends that the next n code points stand for m from on.
func (s *shift) add(n, from, m int) {
	to := 0
	if len(s.stretches) > 0 {
		l := &s.stretches[len(s.stretches)-1]
		if l.n == l.m && n == m && l.from+l.m == from {
			l.n, l.m = l.n+n, l.m+m
			return
		}
		to = l.to + l.n
	}
	s.stretches = append(s.stretches, stretch{to, n, from, m})
}

// back is where changed[start:end] stood before the step.
func (s shift) back(start, end int) (int, int) {
	if len(s.stretches) == 0 {
		return start, end
	}
	if end <= start {
		start = s.start(start)
		return start, start
	}
	return s.start(start), s.end(end)
}

// at is the stretch that holds code point i of the changed text, the last one for what lies beyond.
func (s shift) at(i int) stretch {
	k := sort.Search(len(s.stretches), func(k int) bool { return s.stretches[k].to > i })
	return s.stretches[max(k-1, 0)]
}

func (s shift) start(i int) int {
	t := s.at(i)
	switch {
	case i >= t.to+t.n:
		return t.from + t.m
	case t.n == t.m:
		return t.from + i - t.to
	}
	return t.from
}

func (s shift) end(i int) int {
	t := s.at(i - 1)
	if t.n == t.m && i <= t.to+t.n {
		return t.from + i - t.to
	}
	return t.from + t.m
}
