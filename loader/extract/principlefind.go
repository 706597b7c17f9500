package extract

import "slices"

// principleMention is a place where a sentence tells of a principle: tokens[first:stop] hold its elements.
type principleMention struct {
	first, stop int
	principle   int32
	instrument  string // the instrument by whose name it is told, "" where by phrase or elements
	exact       bool   // by a phrase or an instrument, not by elements
	carried     bool   // by "the treaty", as what the text told before
	act         bool   // by the act that it forbids
	concept     int32  // by elements: 1 + the number of the concept
	anchor      int    // the token of the element around which the others stand
	weak        bool   // by a phrase that gives way to any other principle of the sentence
}

// termHit is a place of one or more classes of terms.
type termHit struct {
	first, stop int
	classes     terms
}

// articleTerms is the set of classes that the article tells of anywhere.
func (d *document) articleTerms() terms {
	var all terms
	for _, h := range d.hits {
		if h.kind == termEntry {
			all = all.with(d.principles.masks[h.value])
		}
	}
	return all
}

// maxTerms bounds the terms of one sentence that are looked at, so that no step is slow on a hostile one.
const maxTerms = 96

// principlesIn finds the principles that a sentence with these hits and instruments tells of, in order of their place; where
// several stand at one place only the narrowest is kept.
func (d *document) principlesIn(hits []hit, instruments []principleMention, article terms) []principleMention {
	out := instruments
	var found []termHit
	var all terms
	for _, h := range hits {
		switch h.kind {
		case principleEntry:
			p := d.principles.phrases[h.value]
			if p.principle == d.principles.index[normsAtLarge] && d.inName(h, instruments) {
				continue
			}
			if p.weak && d.principles.nuclear[p.principle] && !article.some(d.principles.classes["nuclear"]) {
				continue // "arms control" in a text about something else
			}
			out = append(out, principleMention{first: h.first, stop: h.stop, principle: p.principle, exact: true, weak: p.weak, act: p.act})
		case termEntry:
			if len(found) < maxTerms && !d.inName(h, instruments) {
				found = append(found, termHit{h.first, h.stop, d.principles.masks[h.value]})
				all = all.with(d.principles.masks[h.value])
			}
		}
	}
	d.flip(out, found)
	for i := range d.principles.concepts {
		if k := &d.principles.concepts[i]; all.holds(k.all) && !all.some(k.not) && (k.gate == (terms{}) || article.some(k.gate)) {
			out = k.find(found, out)
		}
	}
	return d.narrowest(out)
}

// doingReach is how many tokens before a weapon the word may stand for what is done with it.
const doingReach = 3

// flip makes an act of a weapon with which something is done: "the deployment of medium-range missiles" is what is given up.
func (d *document) flip(out []principleMention, found []termHit) {
	for i := range out {
		m := &out[i]
		if m.act && (d.opposed(m.first) || d.ofText(m.first)) {
			m.act, m.weak = false, false
		} else if m.instrument != "" || m.act || !weaponNoun[d.tokens[m.stop-1].word] {
			continue
		}
		for _, h := range found {
			if h.classes.some(d.principles.classes["doing"]) && h.stop <= m.first && m.first-h.stop < doingReach && !d.ofText(h.first) && !d.opposed(h.first) {
				m.act = true
			}
		}
	}
}

// opposed tells whether what begins at token i is told as what is to be prevented: "a resolution against an arms race".
func (d *document) opposed(i int) bool {
	for k := i - 1; k >= max(i-4, 0); k-- {
		if preventing[d.tokens[k].word] {
			return true
		}
	}
	return false
}

// ofText tells whether what begins at token i is what a text is about: "the convention on cluster munitions", "a ban on missile tests".
func (d *document) ofText(i int) bool {
	for k := i - 1; k >= max(i-4, 1); k-- {
		switch d.tokens[k].word {
		case "on", "against", "covering", "governing", "over", "about", "restricting", "limiting", "regulating", "prohibiting", "banning", "outlawing":
			if before := &d.tokens[k-1]; before.in(textWord) || textNoun[before.word] {
				return true
			}
		}
	}
	return false
}

var preventing = set("against prevent prevents preventing prevention avoid avoiding forestall")

var weaponNoun = set("missile missiles weapon weapons warheads arms program programs programme programmes")

// inName tells whether the phrase is only part of an instrument's name. What is quoted of an instrument names it too, but tells
// the principle itself.
func (d *document) inName(h hit, instruments []principleMention) bool {
	return slices.ContainsFunc(instruments, func(m principleMention) bool {
		return m.instrument != "" && m.first <= h.first && h.stop <= m.stop && d.tokens[m.first].letter != lowerCase
	})
}

// find appends the places where the concept's elements stand together, except where out tells the principle already.
func (k *concept) find(found []termHit, out []principleMention) []principleMention {
	for i := range found {
		if !found[i].classes.some(k.needs[0]) {
			continue
		}
		m := principleMention{first: found[i].first, stop: found[i].stop, principle: k.principle, concept: k.number, anchor: found[i].first}
		ok := true
		for _, need := range k.needs[1:] {
			j := nearest(found, i, need, k.reach)
			if j < 0 {
				ok = false
				break
			}
			m.first, m.stop = min(m.first, found[j].first), max(m.stop, found[j].stop)
		}
		if ok && !slices.ContainsFunc(out, func(o principleMention) bool {
			return o.principle == m.principle && !o.act && o.first < m.stop && m.first < o.stop
		}) {
			out = append(out, m)
		}
	}
	return out
}

// nearest is the index of the hit of a class that stands nearest to hit i, at most reach tokens away, or -1.
func nearest(found []termHit, i int, class terms, reach int) int {
	best, at := reach+1, -1
	for j := range found {
		if !found[j].classes.some(class) || j == i && found[i].classes.count() < 2 {
			continue
		}
		if n := max(found[j].first-found[i].stop, found[i].first-found[j].stop, 0); n < best {
			best, at = n, j
		}
	}
	return at
}

// onePlace is how near, in tokens, two principles stand at one place.
const onePlace = 4

// twoPlaces is how far apart, in tokens, the anchors of two principles stand that share elements and are two all the same.
const twoPlaces = 7

// oneMatter is how near to the name of a treaty, in tokens, what it does is told of the same matter.
const oneMatter = 10

// separated tells whether a comma or "and" stands between two tokens: "nuclear weapons and nuclear programs" are two matters.
func (d *document) separated(i, k int) bool {
	for n := min(i, k); n < max(i, k); n++ {
		if t := &d.tokens[n]; t.is(",") || t.word == "and" {
			return true
		}
	}
	return false
}

// narrowest leaves out what gives way to a narrower principle at the same place, and sorts.
func (d *document) narrowest(all []principleMention) []principleMention {
	p := d.principles
	var out []principleMention
	for _, m := range all {
		if !slices.ContainsFunc(all, func(o principleMention) bool {
			if m.instrument != "" {
				return false // a name is what it is
			}
			if o.principle == m.principle {
				return m.act && !o.act && o.first < m.stop && m.first < o.stop
			}
			near := max(o.first-m.stop, m.first-o.stop, 0)
			if o.instrument != "" && m.concept > 0 && p.nuclear[o.principle] && p.nuclear[m.principle] && near < oneMatter {
				return true // "the INF treaty, which reduces nuclear arms"
			}
			if o.concept > 0 && m.concept > 0 && (max(o.anchor-m.anchor, m.anchor-o.anchor) > twoPlaces || d.separated(o.anchor, m.anchor)) {
				return false
			}
			return m.weak && !o.weak && near < onePlace || near < onePlace && (!o.weak || m.weak) && slices.Contains(p.over[o.principle], m.principle)
		}) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b principleMention) int { return a.first - b.first })
	return out
}
