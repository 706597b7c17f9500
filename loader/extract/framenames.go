package extract

import (
	"slices"
	"strings"
)

// acts tells whether the mention stands for somebody who acts; "NATO members" are a class.
func (f *frame) acts(m *mention) bool {
	switch f.tok(m.stop, f.s).word {
	case "nations", "members", "countries", "states", "member":
		if m.kind == bodyName {
			return false
		}
	}
	if !m.counts && m.kind != groupMention || f.namesText(m) {
		return false
	}
	return !slices.ContainsFunc(f.words, func(w trigger) bool {
		return w.family == outsider && w.first >= m.stop && w.first-m.stop <= 2 && f.plain(m.stop, w.first)
	})
}

// namesText tells whether the mention is only part of an instrument's name: "the United Nations Charter".
func (f *frame) namesText(m *mention) bool {
	return slices.ContainsFunc(f.referencesIn(f.s.body, m.stop), func(r reference) bool { return r.first <= m.first && m.stop <= r.stop })
}

// plain tells whether tokens[first:stop] are plain words of one name: "Chile's armed rebels", not "Chile and the rebels".
func (f *frame) plain(first, stop int) bool {
	for i := first; i < stop; i++ {
		if t := &f.tokens[i]; t.word == "and" || t.word == "or" || t.word == "with" || t.is(",") || t.in(verbWord) || t.past() {
			return false
		}
	}
	return true
}

// left gives the actors that stand before token i as the subject of a verb there: the nearest ones that no preposition makes
// a place or an object, with all that are joined to them.
func (f *frame) left(i int) []string {
	codes, _ := f.leftFrom(i)
	return codes
}

// unlikely is the cost, in tokens, from which on a name is hardly the subject.
const unlikely = 24

// leftFrom is left, with how unlikely, in tokens, they are the subject.
func (f *frame) leftFrom(i int) ([]string, int) {
	ms := f.mentionsIn(f.s.body, i)
	best, cost := -1, 1000
	aside := f.aside(i)
	for k := len(ms) - 1; k >= 0; k-- {
		after := f.tok(i-1, f.s).word
		both := after == "and" || after == "but"
		if !f.acts(&ms[k]) || !both && f.says(&ms[k], i) {
			continue
		}
		p := f.penalty(&ms[f.heads(ms, k)])
		c := i - ms[k].stop + p
		if both {
			if c = (i-ms[k].stop)/coordinated + p; p >= objectPenalty {
				c += asidePenalty // "condemned the raid by Chile and demanded"
			}
		}
		if ms[k].first > aside {
			c += asidePenalty
		}
		if c < cost {
			best, cost = k, c
		}
	}
	if best < 0 {
		best = f.ofSpeaker(ms, i)
	}
	if best < 0 {
		return nil, cost
	}
	return f.joined(ms, best), cost
}

// heads is the first of the names that "and" joins to mention k: of "told Norway and Chile" it is Norway that was told.
func (f *frame) heads(ms []mention, k int) int {
	for k > 0 && f.acts(&ms[k-1]) && f.links(ms[k-1].stop, ms[k].first) {
		k--
	}
	return k
}

// Of a verb that "and" joins to one before: how far its subject may stand, and from which penalty on a name is none.
const coordinated, objectPenalty = 3, 8

// speakerReach is how many tokens before a verb "his government" may stand that means the country of whoever says so.
const speakerReach = 4

// ofSpeaker gives the mention that says what stands before token i of its own side: "Chile's envoy said his government favours";
// -1 for none.
func (f *frame) ofSpeaker(ms []mention, i int) int {
	for k := i - 1; k >= i-speakerReach; k-- {
		switch f.tok(k, f.s).word {
		case "his", "her", "its", "their", "he", "she", "it", "they":
			for j := len(ms) - 1; j >= 0; j-- {
				if f.acts(&ms[j]) && ms[j].stop <= k {
					return j
				}
			}
		}
	}
	return -1
}

// asidePenalty is what a name in an aside costs, in tokens.
const asidePenalty = 20

// aside is the comma that opens the aside which ends before token i: "Norway, backed by Chile, signed"; the end of the sentence
// where there is none.
func (f *frame) aside(i int) int {
	if !f.tok(i-1, f.s).is(",") {
		return f.s.stop
	}
	for k := f.s.body + 1; k < i-1; k++ {
		next := &f.tokens[k+1]
		if !f.tokens[k].is(",") || next.kind != wordToken || next.letter != lowerCase || next.word == "and" || next.word == "the" {
			continue
		}
		for _, m := range f.mentionsIn(f.s.body, k) {
			if f.acts(&m) {
				return k
			}
		}
	}
	return f.s.stop
}

// says tells whether the mention is the subject of a verb of saying that has a clause of its own before token i.
func (f *frame) says(m *mention, i int) bool {
	for _, w := range f.words {
		if w.family == sayWord && w.first >= m.stop && w.first-m.stop <= 4 && !strings.HasSuffix(f.tok(w.stop, f.s).word, "ing") && (i-w.stop >= 4 || i-w.stop >= 2 && thingBegins[f.tok(w.stop, f.s).word]) {
			return true
		}
	}
	return false
}

// thingBegins are the words that begin a subject of its own after a verb of saying: "said the test broke".
var thingBegins = set("the this such any no")

// penalty is how much, in tokens, a mention is less likely to be a subject for what stands before it.
func (f *frame) penalty(m *mention) int {
	for k := m.first - 1; k >= m.first-2; k-- {
		switch f.tok(k, f.s).word {
		case "the", "a", "its", "his":
			continue
		case "in", "on", "at", "from", "to", "against", "with", "into", "over", "for", "near", "inside", "towards", "toward", "about", "than", "like":
			return unlikely
		case "of":
			return 4
		case "by":
			return 8
		case "told", "tells", "telling", "informed", "assured", "notified", "warned", "reminded":
			return unlikely
		}
		break
	}
	if f.objectAt(m.first) {
		return 10
	}
	if m.how == byAdjective {
		return 2
	}
	if m.kind == groupMention {
		switch f.tokens[m.first].word {
		case "us", "them", "me", "him", "our", "their", "its", "his", "her":
			return 10
		}
		return 3
	}
	return 0
}

// objectAt tells whether what begins at token i follows a verb that takes it: "rejected Norway's plan and proposed".
func (f *frame) objectAt(i int) bool {
	if f.tok(i-1, f.s).word == "the" {
		i--
	}
	for _, t := range f.triggers {
		if t.stop == i && !t.noun {
			return true
		}
	}
	return false
}

// joined gives the codes of mention k and of all that are joined to it by "and", commas or a hyphen, sorted.
func (f *frame) joined(ms []mention, k int) []string {
	lo, hi := k, k
	for lo > 0 && f.links(ms[lo-1].stop, ms[lo].first) {
		lo--
	}
	for hi+1 < len(ms) && f.links(ms[hi].stop, ms[hi+1].first) && !(ms[hi+1].kind == groupMention && ms[hi+1].first == ms[hi].stop) {
		hi++
	}
	var out []string
	for i := lo; i <= hi; i++ {
		switch {
		case f.ofItself(&ms[i]):
			out = append(out, f.we...)
		case f.acts(&ms[i]):
			out = append(out, ms[i].actors()...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// coupleReach is how many tokens may stand between two names that are joined.
const coupleReach = 8

// links tells whether only words that join names, and those of an office and its holder's name, stand in tokens[first:stop]:
// "Norway's foreign minister Anna Berg and the president of Chile".
func (f *frame) links(first, stop int) bool {
	if stop-first > coupleReach {
		return false
	}
	joins := stop == first
	for i := first; i < stop; i++ {
		switch t := &f.tokens[i]; {
		case t.is(",") || t.is("&") || t.is("-") || t.is("/") || t.word == "and" || t.word == "nor" || t.word == "as" || t.word == "well":
			joins = true
		case t.is("'") || t.word == "s" || t.word == "the" || t.word == "both" || t.word == "or" || t.word == "of" && stop-first > 1 || officeWord[t.word]:
			joins = joins || officeWord[t.word]
		case t.letter == titleCase && !f.s.capitals && t.kind == wordToken:
			joins = true
		default:
			return false
		}
	}
	return joins
}

// officeWord are the plain words of offices and of those who act for a country.
var officeWord = set("leader leaders president presidents minister ministers foreign prime defence defense secretary state chancellor king queen premier counterpart counterparts chief envoy ambassador government governments his her their its")

// right gives the actors that begin within n tokens from i, with all that are joined to them.
func (f *frame) right(i, n int) []string {
	ms := f.mentionsIn(i, f.s.stop)
	for k := range ms {
		if ms[k].first > i+n {
			return nil
		}
		if f.acts(&ms[k]) {
			return f.joined(ms, k)
		}
	}
	return nil
}

// owner gives the actors whose the noun at token i is: "Iran's earlier offer", "US-Soviet talks", "the French proposal".
func (f *frame) owner(i int) []string {
	ms := f.mentionsIn(max(f.s.body, i-6), i)
	for k := len(ms) - 1; k >= 0; k-- {
		if !f.acts(&ms[k]) {
			continue
		}
		next := f.tok(ms[k].stop, f.s)
		possessive := next.is("'") || ms[k].how == byAdjective || ms[k].how == byPeople || ms[k].stop == i ||
			ms[k].kind == groupMention && possessivePronoun[f.tokens[ms[k].first].word]
		if !possessive || f.verbBetween(ms[k].stop, i) {
			return nil
		}
		return f.joined(ms, k)
	}
	return nil
}

var possessivePronoun = set("our their its his her my")

// verbBetween tells whether a verb or a clause stands in tokens[first:stop].
func (f *frame) verbBetween(first, stop int) bool {
	for i := first; i < stop; i++ {
		if t := &f.tokens[i]; t.is(",") || t.is(";") || t.in(verbWord) || t.past() || auxiliary[t.word] {
			return true
		}
	}
	return false
}
