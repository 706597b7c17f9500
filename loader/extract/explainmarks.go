package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// words are tokens[first:stop], read by a row of their layer.
type words struct {
	first, stop int
	row         int32 // anyRow for all that hold them
}

const anyRow = -1

// telling shows sentence i with what was found in it: the triggers, which are words of a layer, the principle at place (nil for none),
// who is named, and the words beside the triggers that change what they tell.
func (d *document) telling(i int, entry entryKind, place *principleMention, triggers ...words) Telling {
	s := &d.sentences[i]
	from, to := d.tokens[s.first].start, d.tokens[s.stop-1].end
	m := marker{document: d, s: s, from: from}
	m.names()
	for k := s.hits.first; k < s.hits.stop; k++ {
		m.hit(&d.hits[k], entry, place, triggers)
	}
	if place != nil && place.first >= s.first && place.stop <= s.stop {
		m.place(place)
	}
	for _, w := range d.datesIn(s.first, s.stop) {
		m.add(w.first, w.stop, "date", w.text, "")
	}
	slices.SortStableFunc(m.marks, func(a, b Mark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return Telling{Sentence: d.text[from:to], Marks: append([]Mark{}, m.marks...)}
}

// naming shows sentence i with what mark marks in it.
func (d *document) naming(i int, mark func(*marker)) Telling {
	s := &d.sentences[i]
	m := marker{document: d, s: s, from: d.tokens[s.first].start}
	mark(&m)
	return Telling{Sentence: d.text[m.from:d.tokens[s.stop-1].end], Marks: append([]Mark{}, m.marks...)}
}

// marker marks what was found in one sentence.
type marker struct {
	*document
	s     *sentence
	from  int // the byte with which the sentence begins
	marks []Mark
}

func (m *marker) add(first, stop int, role, means, from string) {
	count := func(end int) int { return utf8.RuneCountInString(m.text[m.from:end]) }
	if stop <= first {
		return
	}
	m.marks = append(m.marks, Mark{Evidence{count(m.tokens[first].start), count(m.tokens[stop-1].end)}, role, means, from})
}

// names marks who and which texts are named.
func (m *marker) names() {
	for _, o := range m.mentionsIn(m.s.first, m.s.stop) {
		m.name(&o)
	}
	for _, r := range m.referencesIn(m.s.first, m.s.stop) {
		m.reference(&r)
	}
}

func (m *marker) name(o *mention) {
	switch {
	case o.kind == groupMention:
		m.add(o.first, o.stop, "group", strings.Join(o.group, ", "), "")
	case o.kind != otherName:
		role := countryClaim
		if o.kind == bodyName {
			role = organizationClaim
		}
		means := o.code + ", by " + string(o.how)
		if !o.counts {
			means += ", does not count"
		}
		m.add(o.first, o.stop, role, means, m.nameOrigin(o))
	}
}

func (m *marker) reference(r *reference) {
	m.add(r.first, r.stop, instrumentClaim, r.slug, m.origin(instrumentEntry, r.first, r.stop, -1, "catalogue: instrument "+r.slug))
}

// hit marks a trigger, and beside it what changes it.
func (m *marker) hit(h *hit, entry entryKind, place *principleMention, triggers []words) {
	own := h.kind == entry || h.kind == deedEntry && entry == attackEntry
	value := int(h.value)
	if h.kind == deedEntry {
		value -= m.phrases.deeds // the deeds follow the attacks in one list
	}
	row := func() string { return m.origin(h.kind, h.first, h.stop, value, "") }
	switch {
	case own && (slices.Contains(triggers, words{h.first, h.stop, h.value}) || slices.Contains(triggers, words{h.first, h.stop, anyRow})):
		if means := m.meaning(h); means != "" {
			m.add(h.first, h.stop, "trigger", means, row())
		}
	case h.kind == triggerEntry && entry == triggerEntry && m.triggerWords[h.value].family >= notWord:
		m.add(h.first, h.stop, "word", m.meaning(h), row())
	case h.kind == cueEntry && shownCue(cueClass(h.value), entry) || h.kind == attackerEntry && entry == attackEntry || h.kind == conditionEntry && entry == triggerEntry:
		m.add(h.first, h.stop, "word", m.meaning(h), row())
	case h.kind == sectorEntry && (entry == attackEntry || place != nil):
		m.add(h.first, h.stop, "sector", m.phrases.sectors[h.value], row())
	}
}

// shownCue tells whether a cue changes what triggers of a layer tell.
func shownCue(c cueClass, entry entryKind) bool {
	return c == hedgeCue && entry == triggerEntry || entry == attackEntry && c != graveCue && c != objectCue && c != noCue
}

// meaning is what the row of a hit says of its words.
func (m *marker) meaning(h *hit) string {
	switch h.kind {
	case attackEntry, deedEntry:
		w := m.phrases.attacks[h.value]
		return strings.TrimSpace(w.conduct + " " + nameOf(arenaNames, w.arena) + either(w.verb, " verb", " noun") + either(w.strong, ", strong", ", weak"))
	case meetingEntry:
		k := m.phrases.meetings[h.value]
		return k.kind + " " + nameOf(meetingForms, k.form) + either(k.strong, ", strong", ", weak")
	case triggerEntry:
		t := m.triggerWords[h.value]
		return nameOf(familyNames, t.family) + either(t.noun, " noun", "")
	case cueEntry, attackerEntry:
		return nameOf(cueNames, cueClass(h.value))
	case conditionEntry:
		return "condition"
	}
	return ""
}

// place marks a principle: the phrase or the name by which it is told, or its elements.
func (m *marker) place(p *principleMention) {
	slug := m.principles.list[p.principle]
	switch {
	case p.instrument != "":
		m.add(p.first, p.stop, principleClaim, slug, m.rowWith("principleinstruments", p.instrument))
	case p.concept > 0:
		k := &m.principles.concepts[p.concept-1]
		m.add(p.first, p.stop, principleClaim, slug, m.rowAt("principles", int(p.concept)-1))
		for _, h := range m.hits[m.s.hits.first:m.s.hits.stop] {
			if h.kind == termEntry && h.first >= p.first && h.stop <= p.stop && m.principles.masks[h.value].some(k.all) {
				m.add(h.first, h.stop, "element", m.classesOf(m.principles.masks[h.value].shared(k.all)), m.origin(termEntry, h.first, h.stop, -1, ""))
			}
		}
	default:
		m.add(p.first, p.stop, principleClaim, slug, m.phraseOrigin(p))
	}
}

// classesOf names the classes of a set.
func (m *marker) classesOf(set terms) string {
	var out []string
	for name, one := range m.principles.classes {
		if set.some(one) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// nameOf is the word by which a table tells a value.
func nameOf[V comparable](names map[string]V, value V) string {
	var out []string
	for name, v := range names {
		if v == value {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " or ")
}

func either(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}
