package extract

import "slices"

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
