package extract

import "slices"

// frame is a sentence as commitments are read from it: its triggers in order.
type frame struct {
	*document
	s        *sentence
	sentence int
	triggers []trigger
	words    []trigger // not, may, must, if, will and classes, in order
	ifs      []int     // where a condition begins, in order
	question bool
	before   *claim   // the last claim of the text
	agreed   *claim   // what the text told last to be agreed, nil for nothing
	we       []string // for whom the text itself speaks
}

// clausesOf finds the triggers of sentence i.
func (d *document) clausesOf(i int) *frame {
	s := &d.sentences[i]
	f := &frame{document: d, s: s, sentence: i, we: d.we}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &d.hits[k]
		if h.kind == conditionEntry && !d.conditions[h.value] {
			f.ifs = append(f.ifs, h.first)
		}
		if h.kind != triggerEntry || h.first < s.body {
			continue
		}
		t := d.triggerWords[h.value]
		t.first, t.stop = h.first, h.stop
		if !f.extend(&t) || f.inBody(&t) {
			continue
		}
		t.noun = t.noun || alsoNoun[d.tokens[t.first].word] && f.nominal(t.first)
		if n := len(f.triggers); n > 0 && f.triggers[n-1].first == t.first && f.triggers[n-1].stop > t.stop {
			continue // the longer of two verbs that begin alike
		} else if n > 0 && f.triggers[n-1].first == t.first && (t.tails != nil || f.triggers[n-1].family == t.family && t.noun == f.nominal(t.first)) {
			f.triggers = f.triggers[:n-1]
		} else if n > 0 && f.triggers[n-1].first == t.first && f.triggers[n-1].family == t.family && t.only < 0 && t.family < notWord {
			continue
		}
		if t.family == vow {
			f.words = append(f.words, trigger{first: h.stop - 1, stop: h.stop, family: notWord})
		}
		switch {
		case t.family == noFamily:
		case t.family >= notWord:
			f.words = append(f.words, t)
		default:
			f.triggers = append(f.triggers, t)
		}
	}
	f.question = d.tokens[s.stop-1].is("?") || s.stop-2 >= s.first && d.tokens[s.stop-2].is("?")
	return f
}

// alsoNoun are the verbs of triggers that are nouns after "the" or a name: "Norway's offer".
var alsoNoun = set("offer offers demand demands request requests appeal appeals push support pledge promise vow")

// inBody tells whether the word is only part of an organization's name: "the Warsaw Pact".
func (f *frame) inBody(t *trigger) bool {
	return t.family == treaty && slices.ContainsFunc(f.mentionsIn(max(f.s.body, t.first-3), t.stop), func(m mention) bool {
		return m.kind == bodyName && m.first < t.first && t.stop <= m.stop
	})
}

// nominal tells whether a word at token i that may be a noun or a verb is a noun: "Norway's call for", "a call for".
func (f *frame) nominal(i int) bool {
	before := f.tok(i-1, f.s)
	return before.in(articleWord) || before.in(determinerWord) || before.word == "s" || before.is("'") || f.owner(i) != nil && f.adjectiveAt(i-1)
}

// adjectiveAt tells whether a nationality ends before token i+1: "the Soviet call".
func (f *frame) adjectiveAt(i int) bool {
	return slices.ContainsFunc(f.mentionsIn(max(f.s.body, i-2), i+1), func(m mention) bool { return m.stop == i+1 && (m.how == byAdjective || m.how == byPeople) })
}

// How far, in tokens, a trigger may stand from a principle: before it where it is told by its name or by its elements, and after it.
// One that proposes may stand farther, at the head of a long list of demands.
const reachFar, reachElements, reachAfter = 34, 20, 16

// candidate is a trigger that may say how far a principle has come; the cheaper the likelier.
type candidate struct{ trigger, cost int }

// mostCandidates is how many triggers are tried for one principle.
const mostCandidates = 3

// reachVow is how many tokens after "will never" the act may stand.
const reachVow = 6

// reachParty is how many tokens after "a party to" the treaty may stand.
const reachParty = 8

// govern gives the triggers that may say how far the principle has come, the likeliest first.
func (f *frame) govern(m principleMention) []candidate {
	var all []candidate
	for i := range f.triggers {
		if cost, ok := f.cost(&f.triggers[i], m); ok {
			all = append(all, candidate{i, cost})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return a.cost - b.cost })
	return all[:min(len(all), mostCandidates)]
}

// cost is how unlikely, in tokens, the trigger says something of the principle; false where it cannot.
func (f *frame) cost(t *trigger, m principleMention) (int, bool) {
	inside := m.first <= t.first && t.stop <= m.stop
	if t.only >= 0 && t.only != m.principle || m.exact && inside && t.family != agree && t.family != act && t.family != breach && t.family != negotiate && !f.opens(t, m) {
		return 0, false // part of the principle's own name: "test ban treaty"
	}
	if inside && t.family == favour && !m.exact && negatedList[f.tok(t.first-1, f.s).word] {
		return 0, false // "not conduct or support" is part of what is told
	}
	if t.noun && f.inTitle(t) || t.binds && !f.textBefore(t.first) || t.only < 0 && f.twin(t, m) {
		return 0, false
	}
	if t.addressed && !f.namedBetween(t.stop, min(t.stop+3, f.s.stop)) && !f.asksTo(t.stop) {
		return 0, false
	}
	gap := distance(*t, m)
	after := t.first >= m.stop
	if !m.exact && t.family != propose && gap > reachElements || gap > reachFar && t.family != propose || after && gap > reachAfter ||
		f.broken(min(t.stop, m.stop), max(t.first, m.first)) {
		return 0, false
	}
	if !after && t.family != breach && f.conditionBetween(t.stop, m.first) {
		return 0, false // "will sign if Norway ends its tests"
	}
	if !after && t.family != breach && t.family != deny && f.accusedBetween(t.stop, m.first) {
		return 0, false // "met to discuss allegations that"
	}
	if after && f.subordinate(m.stop, t.first) {
		return 0, false // "halted its exercises while talks go on"
	}
	cost := gap
	if after {
		cost += 4
		if !f.passive(*t, m) && !t.noun {
			cost += 8
		}
		if f.dated(*t) && !t.itself && !f.passive(*t, m) {
			cost += 10
		}
	}
	if inside && t.family != act && t.family != agree || t.family == breach && m.exact {
		cost += 2
	}
	switch t.family {
	case ratify:
		if !after && gap > reachParty {
			return 0, false // "parties to" something else
		}
	case vow:
		if m.carried || m.exact && !m.act || gap > reachVow || after || f.ends(m) {
			return 0, false
		}
		cost += 6
	case leave:
		if !after && f.namedBetween(t.stop, m.first) {
			return 0, false // "withdrawing from Chile under the accord"
		}
	case act:
		cost += 6
	case treaty:
		cost += 12 // says little by itself
	case accuse, deny:
		cost += 8
	}
	return cost, true
}

// askReach is how many tokens after "asked" the "to" may stand that tells what for.
const askReach = 6

// asksTo tells whether "somebody to" follows token i.
func (f *frame) asksTo(i int) bool {
	for k := i + 1; k < min(i+askReach, f.s.stop) && f.tokens[k].kind != markToken; k++ {
		if f.tokens[k].word == "to" {
			return true
		}
	}
	return false
}

// bindReach is how many tokens before "obliges" the text may be named that does so.
const bindReach = 14

// textBefore tells whether a text that may bind somebody is told before token i.
func (f *frame) textBefore(i int) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == treaty && t.stop <= i && i-t.stop < bindReach }) ||
		len(f.referencesIn(max(f.s.body, i-bindReach), i)) > 0
}

// twin tells whether the word of t says something else of the principle at m alone: "lifted" of an embargo.
func (f *frame) twin(t *trigger, m principleMention) bool {
	return slices.ContainsFunc(f.triggers, func(o trigger) bool { return o.only == m.principle && o.first == t.first && o.stop == t.stop })
}

// negatedList are the words before a verb that is one of several which somebody shall not do.
var negatedList = set("not or never knowingly")

// inTitle tells whether the trigger is only part of an instrument's name.
func (f *frame) inTitle(t *trigger) bool {
	return slices.ContainsFunc(f.referencesIn(f.s.body, t.stop), func(r reference) bool {
		return r.first <= t.first && t.stop <= r.stop && f.tokens[t.first].letter != lowerCase
	})
}

// opens tells whether the principle's phrase begins with the verb of t, that ends what is forbidden: "suspend military exercises".
func (f *frame) opens(t *trigger, m principleMention) bool {
	return t.first == m.first && m.instrument == "" && (t.family == suspend || t.family == leave)
}

// subordinate tells whether a clause that is told of another time or cause begins in tokens[first:stop].
func (f *frame) subordinate(first, stop int) bool {
	for i := first; i < stop; i++ {
		switch f.tokens[i].word {
		case "while", "because", "although", "though", "whereas", "until", "unless":
			return true
		}
	}
	return false
}

// conditionBetween tells whether a condition begins in tokens[first:stop] and is not closed there.
func (f *frame) conditionBetween(first, stop int) bool {
	return slices.ContainsFunc(f.ifs, func(i int) bool { return i >= first && i < stop && !f.comma(i, stop) })
}

// accusedBetween tells whether an accusation begins in tokens[first:stop].
func (f *frame) accusedBetween(first, stop int) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == accuse && t.first >= first && t.stop <= stop })
}

// ends tells whether a verb that ends something is among the principle's words: "would not stop the theft" is no vow.
func (f *frame) ends(m principleMention) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == act && m.first <= t.first && t.stop <= m.stop })
}

// namedBetween tells whether somebody who acts is named in tokens[first:stop].
func (f *frame) namedBetween(first, stop int) bool {
	for _, m := range f.mentionsIn(first, stop) {
		if f.acts(&m) && !(m.kind == groupMention && possessivePronoun[f.tokens[m.first].word]) {
			return true
		}
	}
	return false
}

// broken tells whether a clause ends between tokens first and stop.
func (f *frame) broken(first, stop int) bool {
	for i := first; i < stop; i++ {
		t := &f.tokens[i]
		if t.is(";") {
			return true
		}
		if t.is(",") && f.clauseAt(i+1, stop) {
			return true
		}
		if t.is(",") && i+1 < stop {
			switch f.tokens[i+1].word {
			case "but", "while", "although", "though", "whereas", "despite":
				return true
			}
		}
	}
	return false
}
