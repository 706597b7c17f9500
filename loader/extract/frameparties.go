package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// subjectOf gives who does what trigger t says, sorted; class where it is said of states or parties in general.
func (f *frame) subjectOf(t trigger, m principleMention) (parties []string, class bool) {
	if t.family == must {
		parties = f.speaker(t.first)
		return parties, parties == nil && f.classBefore(max(f.s.body, t.first-6), t.first)
	}
	if m.first >= t.stop && f.undergone(t) && (t.family == propose || f.tok(t.stop, f.s).word == "by") {
		return f.agent(t.stop, 2), false // "was urged by Iran to"
	}
	if t.itself {
		return f.bound(t, m), false
	}
	if t.binds || f.binding(t) {
		parties = f.right(t.stop, 2)
		return parties, parties == nil && f.classBefore(t.stop, t.stop+3) && !f.pairAt(t.first)
	}
	if !t.noun && t.family != negotiate && !f.passive(t, m) && f.textAct(t) {
		return f.bound(t, m), false // "the treaty aims to"
	}
	if t.noun || t.family == negotiate || f.tokens[t.stop-1].word == "signing" {
		if parties = f.between(t.stop); parties != nil {
			return parties, false
		}
		if parties = f.owner(t.first); parties != nil {
			return f.with(parties, t), false
		}
		if parties = f.agent(t.stop, 3); parties != nil {
			return parties, false
		}
		if m.first >= t.stop {
			if parties = f.agent(m.stop, 5); parties != nil {
				return parties, false
			}
		}
	}
	if f.tok(m.stop, f.s).word == "between" && t.family != propose && t.family != reject {
		if parties = f.right(m.stop+1, 4); parties != nil {
			return parties, false
		}
	}
	if f.passive(t, m) {
		if f.byClass(t.stop, 8) {
			return nil, true
		}
		if parties = f.agent(t.stop, 8); parties != nil {
			return parties, false
		}
		if parties = f.between(t.stop); parties != nil {
			return parties, false
		}
		if parties = f.owner(m.first); parties != nil {
			return parties, false
		}
		if parties = f.ofTreaty(m); parties != nil {
			return parties, false
		}
		return nil, f.classBefore(t.stop, t.stop+classReach)
	}
	if t.noun && f.hosted(t.first) {
		return nil, false
	}
	if f.tok(t.first-1, f.s).is(",") && strings.HasSuffix(f.tokens[t.first].word, "ing") {
		if parties = f.firstActor(t.first); parties != nil {
			return parties, false // "Norway stayed, announcing"
		}
	}
	parties, cost := f.leftFrom(t.first)
	if f.classBefore(t.first-classReach, t.first) && (parties == nil || cost >= unlikely && !f.lists(t.first)) {
		return nil, true
	}
	if parties != nil {
		return f.with(parties, t), false
	}
	if parties = f.between(t.stop); parties != nil {
		return parties, false
	}
	if f.we != nil && (t.family == propose || t.family == favour || f.saysWe()) {
		return f.we, false
	}
	if parties = f.quoted(t.first); parties != nil {
		return parties, false
	}
	return nil, statusOf[t.family] == graph.Proposed && f.voices(t.first)
}

// firstActor gives the actors that the sentence names first, before token i, where no preposition makes them a place or an object.
func (f *frame) firstActor(i int) []string {
	ms := f.mentionsIn(f.s.body, i)
	for k := range ms {
		if f.acts(&ms[k]) && f.penalty(&ms[k]) < unlikely {
			return f.joined(ms, k)
		}
	}
	return nil
}

// hosted tells whether somebody who only hosts or brokers stands before the noun at token i: "will host talks".
func (f *frame) hosted(i int) bool {
	for k := i - 1; k >= max(f.s.body, i-4); k-- {
		switch f.tokens[k].word {
		case "host", "hosts", "hosted", "hosting", "broker", "brokered", "brokering", "mediate", "mediated", "mediating", "chair", "chaired", "sponsored", "convene", "convened":
			return true
		}
	}
	return false
}

// lists tells whether some of a class are named between it and token i: "thirty states, among them Norway, signed".
func (f *frame) lists(i int) bool {
	for k := max(f.s.body, i-longestList); k < i; k++ {
		switch f.tokens[k].word {
		case "including", "among", "namely", "notably":
			return true
		}
	}
	return false
}

// longestList is how many tokens before a verb the list of some who did it may begin.
const longestList = 30

// quoted gives who speaks in a sentence that is told in the first person, by the verb of saying after it: "My government will sign,
// the minister of Norway said".
func (f *frame) quoted(i int) []string {
	for k := i - 1; k >= max(f.s.body, i-firstPersonReach); k-- {
		if firstPerson[f.tokens[k].word] {
			return f.speaker(i)
		}
	}
	return nil
}

// firstPersonReach is how many tokens before a verb its subject in the first person may stand.
const firstPersonReach = 8

var firstPerson = set("we i my our")

// voiceReach is how many tokens before a verb those may stand who speak for no state.
const voiceReach = 5

// voices tells whether the subject of the verb at token i are people who speak for no state: "scientists urged".
func (f *frame) voices(i int) bool {
	return slices.ContainsFunc(f.words, func(w trigger) bool {
		return w.family == outsider && w.stop <= i && i-w.stop <= voiceReach && !f.comma(w.stop, i)
	})
}

// binding tells whether the verb says what a text obliges those to who are named right after it: "the pact commits Norway to".
func (f *frame) binding(t trigger) bool {
	return strings.HasPrefix(f.tokens[t.first].word, "commit") && t.stop-t.first == 1 && !t.noun && f.right(t.stop, 1) != nil
}

// textAct tells whether the subject of the verb of t is a text that stands right before it: "the treaty limits".
func (f *frame) textAct(t trigger) bool {
	before := t.first
	for before > f.s.body && (auxiliary[f.tokens[before-1].word] || strings.HasSuffix(f.tokens[before-1].word, "ly")) {
		before--
	}
	return !passiveWord[f.tok(t.first-1, f.s).word] && slices.ContainsFunc(f.triggers, func(o trigger) bool { return o.family == treaty && o.stop == before })
}

// pairAt tells whether two who were told before follow the verb at token i: "obliges the two countries", "binds both".
func (f *frame) pairAt(i int) bool {
	for k := i + 1; k <= i+3; k++ {
		if w := f.tok(k, f.s).word; w == "two" || w == "both" {
			return true
		}
	}
	return false
}

// bound gives those whom the text of the agreement at m binds: "the treaty between A and B", "the Soviet-American accord"; or
// for whom it enters into force.
func (f *frame) bound(t trigger, m principleMention) []string {
	if f.tok(t.stop, f.s).word == "for" {
		return f.right(t.stop+1, 2)
	}
	if parties := f.between(m.stop); parties != nil {
		return parties
	}
	if parties := f.owner(m.first); parties != nil {
		return parties
	}
	if t.itself && f.tok(m.stop, f.s).word == "of" {
		return f.right(m.stop+1, 2) // "limits on the arsenals of A and B expired"
	}
	return f.ofTreaty(m)
}

// ofTreaty gives whose is the text named right before what it is about: "the Soviet-American agreement on arms", "the agreement
// between A and B to disarm".
func (f *frame) ofTreaty(m principleMention) []string {
	for _, t := range slices.Backward(f.triggers) {
		if t.family == treaty && t.stop <= m.first && m.first-t.stop < reachParty {
			if parties := f.between(t.stop); parties != nil {
				return parties
			}
			return f.owner(t.first)
		}
	}
	return nil
}

// saysWe tells whether the text speaks of itself in the sentence.
func (f *frame) saysWe() bool {
	for k := f.s.body; k < f.s.stop; k++ {
		if f.tokens[k].word == "we" && f.home == "" {
			return true // of a joint text
		}
	}
	ms := f.mentionsIn(f.s.body, f.s.stop)
	return slices.ContainsFunc(ms, func(m mention) bool { return f.ofItself(&m) })
}

// ofItself tells whether the mention is a "we" of those for whom the text speaks.
func (f *frame) ofItself(m *mention) bool {
	if m.kind != groupMention || f.home == "" || len(m.group) != 1 || m.group[0] != f.home {
		return false
	}
	switch f.tokens[m.first].word {
	case "we", "our", "us", "ours", "i", "my":
		return true
	}
	return false
}

// speaker gives who says what stands at token i: the subject of the verb of saying before it, or after it, or those for whom
// the text speaks.
func (f *frame) speaker(i int) []string {
	for k := len(f.words) - 1; k >= 0; k-- {
		w := f.words[k]
		if w.family != sayWord || w.stop > i {
			continue
		}
		parties, near := f.left(w.first), w.first-writtenReach
		if f.tokens[w.stop-1].word == "to" { // "according to"
			parties, near = f.right(w.stop, 3), w.stop
		}
		if parties != nil || f.written(near) {
			return parties
		}
	}
	for _, w := range f.words {
		if w.family == sayWord && w.first > i {
			ms := f.mentionsIn(max(i, w.first-6), min(w.stop+8, f.s.stop))
			for k := range ms {
				if f.acts(&ms[k]) {
					return f.joined(ms, k)
				}
			}
		}
	}
	return f.we
}

// writtenReach is how many tokens from a verb of saying the text may be named that says so.
const writtenReach = 4

// written tells whether a text is named in the few tokens from token i: "according to paragraph 3".
func (f *frame) written(i int) bool {
	return slices.ContainsFunc(f.words, func(w trigger) bool { return w.family == paper && w.first >= i && w.first < i+writtenReach })
}

// between gives the actors of "between A and B" or "of A and B" that follows token i.
func (f *frame) between(i int) []string {
	for k := i; k < min(i+9, f.s.stop); k++ {
		switch t := &f.tokens[k]; {
		case t.word == "between" || t.word == "among" || t.word == "involving":
			return f.right(k+1, 6)
		case t.is(",") || t.is(";"):
			return nil
		}
	}
	return nil
}

// agent gives the actors of "by A" that follows token i within n tokens.
func (f *frame) agent(i, n int) []string {
	for k := i; k < min(i+n, f.s.stop); k++ {
		if w := f.tokens[k].word; w == "by" || w == "from" && k == i {
			return f.right(k+1, 6)
		}
	}
	return nil
}

// byClass tells whether "by" and a class follow token i within n tokens: "signed by 130 countries".
func (f *frame) byClass(i, n int) bool {
	for k := i; k < min(i+n, f.s.stop); k++ {
		if f.tokens[k].word != "by" {
			continue
		}
		first := f.s.stop
		if ms := f.mentionsIn(k, f.s.stop); len(ms) > 0 {
			first = ms[0].first
		}
		return f.classBefore(k, min(k+6, first)) && !f.lists(first)
	}
	return false
}

// with adds those with whom the parties talk or agree: "agreed with Iran on", "talks with the North".
func (f *frame) with(parties []string, t trigger) []string {
	if t.family != negotiate && t.family != agree && t.family != sign && t.family != treaty {
		return parties
	}
	for k := t.stop; k < min(t.stop+5, f.s.stop); k++ {
		if f.tokens[k].word == "with" {
			more := f.right(k+1, 3)
			if more != nil {
				parties = append(slices.Clone(parties), more...)
				slices.Sort(parties)
				parties = slices.Compact(parties)
			}
			return parties
		}
	}
	return parties
}

// passive tells whether the trigger is a passive of which the principle is the subject: "the treaty was signed by".
func (f *frame) passive(t trigger, m principleMention) bool {
	if t.noun || m.stop > t.first {
		return false
	}
	for k := t.first - 1; k >= max(m.stop, t.first-3); k-- {
		if passiveWord[f.tokens[k].word] {
			return true
		}
	}
	if next := f.tok(t.stop, f.s); next.word == "by" && t.first-m.stop < 3 || t.first-m.stop > 1 || !f.tokens[t.first].past() {
		return next.word == "by" && t.first-m.stop < 3
	}
	for k := t.stop; k < min(t.stop+8, f.s.stop) && !f.tokens[k].is(","); k++ {
		if f.tokens[k].word == "by" {
			return true // "the treaty, signed in Oslo by Norway"
		}
	}
	return false
}

// undergone tells whether the verb of t is a passive by its own words: "was urged".
func (f *frame) undergone(t trigger) bool {
	return !t.noun && passiveWord[f.tok(t.first-1, f.s).word] && !strings.HasSuffix(f.tokens[t.first].word, "ing")
}

// passiveWord are the forms of "be" that make a passive.
var passiveWord = set("was were been be is are being")

// classReach is how many tokens from a verb those in general who do it may stand.
const classReach = 12

// classBefore tells whether states or parties in general are told in tokens[first:stop].
func (f *frame) classBefore(first, stop int) bool {
	if f.counted(first, stop) {
		return true
	}
	for _, w := range f.words {
		if w.family == classWord && w.first >= first && w.stop <= stop && !f.inActor(w) && !pairWord[f.tok(w.first-1, f.s).word] {
			return true
		}
	}
	return false
}

// countReach is how many tokens after a number those may stand whom it counts.
const countReach = 4

// counted tells whether a number of states or of those who speak for them is told in tokens[first:stop]: "ten Asian leaders".
func (f *frame) counted(first, stop int) bool {
	for i := max(first, f.s.body); i < min(stop, f.s.stop); i++ {
		if t := &f.tokens[i]; !manyWord[t.word] && (!t.in(countWord) || pairWord[t.word]) && (t.kind != numberToken || len(t.word) > 3) {
			continue
		}
		for k := i + 1; k <= i+countReach && k < stop; k++ {
			if countedNoun[f.tokens[k].word] {
				return true
			}
			if f.tokens[k].kind == markToken {
				break
			}
		}
	}
	return false
}

var (
	manyWord    = set("several many most dozens scores hundreds")
	countedNoun = set("nations states countries leaders ministers governments members delegates delegations signatories republics presidents parliaments capitals")
)

// pairWord are the words that make of a class those who were told before: "both governments".
var pairWord = set("both two three four")

// inActor tells whether the word is only part of a name: "the United States".
func (f *frame) inActor(w trigger) bool {
	return slices.ContainsFunc(f.mentionsIn(max(f.s.body, w.first-3), w.stop), func(m mention) bool {
		return m.kind != groupMention && m.first < w.first && w.stop <= m.stop
	})
}

// accusation gives who accuses and whom: "A accused B of breaking", "B was accused by A of breaking".
func (f *frame) accusation(accuser, broken trigger, m principleMention) (by, parties []string) {
	if auxiliary[f.tok(accuser.first-1, f.s).word] {
		if by = f.agent(accuser.stop, 2); by != nil {
			return by, f.left(accuser.first)
		}
	}
	by, _ = f.subjectOf(accuser, m)
	return by, f.accused(accuser, broken)
}

// accused gives whom the accuser says to have broken something: the actors between the two words, else those after the first.
func (f *frame) accused(accuser, broken trigger) []string {
	if ms := f.mentionsIn(accuser.stop, max(broken.first, accuser.stop)); len(ms) > 0 {
		for k := range ms {
			if f.acts(&ms[k]) {
				return f.joined(ms, k)
			}
		}
	}
	return f.right(accuser.stop, 4)
}
