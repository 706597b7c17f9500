package extract

import "slices"

// A sentence may tell of an act beside another: "in an attack similar to that on Chile", "in revenge for a bombing". Each part has
// those of its own who strike and suffer.

// cueIn tells whether a word of the class stands in tokens[first:stop].
func (a *attackReader) cueIn(s *sentence, c cueClass, first, stop int) bool {
	return slices.ContainsFunc(a.hitsBetween(s, first, stop), func(h hit) bool {
		return h.kind == cueEntry && cueClass(h.value) == c && h.first >= first && h.stop <= stop
	})
}

// border is the token at which a sentence turns to another act; s.body where it does not.
func (a *attackReader) border(s *sentence) int {
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != unlikeCue && cueClass(h.value) != recordCue || h.first < s.body {
			continue
		}
		if h.first > s.body+1 {
			return h.first
		}
		for i := h.stop + 2; i < s.stop-2; i++ {
			if a.tokens[i].is(",") {
				return i
			}
		}
	}
	return s.body
}

// recordOf tells whether act b stands after words that tell what else those who strike in act o did: "linked to other incidents".
func (a *attackReader) recordOf(s *sentence, o, b *blow) bool {
	return a.cueIn(s, recordCue, o.trigger.stop, b.trigger.first) && a.twoActs(s, o, b)
}

// twoActs tells whether two triggers of a sentence stand on either side of its border.
func (a *attackReader) twoActs(s *sentence, x, y *blow) bool {
	at := a.border(s)
	return x.trigger.first < at != (y.trigger.first < at)
}

// segment is the part of the sentence in which those who play a part in act b are told: all of it where all acts stand in one part.
func (a *attackReader) segment(s *sentence, b *blow, triggers []blow) (first, stop int) {
	at := a.border(s)
	if at == s.body || !slices.ContainsFunc(triggers, func(t blow) bool { return t.trigger.first < at != (b.trigger.first < at) }) {
		return s.body, s.stop
	}
	if b.trigger.first < at {
		return s.body, at
	}
	return at, s.stop
}
