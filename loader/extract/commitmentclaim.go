package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// read gives the claim that the sentence makes of the principle at m: that of the likeliest trigger that says one.
func (f *frame) read(m principleMention) (claim, bool) {
	for _, c := range f.govern(m) {
		k, v, ok := f.readAt(c.trigger, m)
		if ok || v.unreal || v.denied || v.weak {
			return k, ok
		}
	}
	return claim{}, false
}

// readAt gives the claim that the trigger makes of the principle at m.
func (f *frame) readAt(base int, m principleMention) (claim, verdict, bool) {
	v := f.chain(base, m)
	if m.act {
		v.family = forbidden[v.family]
	} else if v.family == relapse {
		return claim{}, v, false
	}
	if f.undone(m) && !m.act && statusOf[v.family] == graph.Proposed {
		v.family = reject
	}
	status := statusOf[v.family]
	if v.weak {
		f.because("only possible: may, might, could or would")
	}
	if status == "" || v.weak || v.unreal {
		return claim{}, v, false
	}
	k := claim{principle: m.principle, status: status, instrument: m.instrument, sentence: f.sentence, trigger: f.triggers[v.subject], base: f.triggers[v.base], place: m, denied: v.denied}
	switch {
	case v.family == breach && v.accuser >= 0:
		k.by, k.parties = f.accusation(f.triggers[v.accuser], f.triggers[v.subject], m)
	case v.family == breach && m.act: // "called Norway's test a violation"
		k.parties = f.owner(m.first)
		k.by, _ = f.subjectOf(f.triggers[v.subject], m)
	default:
		k.parties, k.class = f.subjectOf(f.triggers[v.subject], m)
	}
	if k.parties != nil && v.family != breach {
		k.parties = f.asWell(k.parties, max(k.trigger.stop, m.stop))
	}
	if k.status == graph.Agreed && len(k.parties) > 1 && f.underSigned(k.trigger.first) {
		k.status = graph.Signed
	}
	if v.family == treaty && len(k.parties) < 2 && !k.class {
		return f.contents(k, v)
	}
	if len(k.parties) == 0 && !k.class && !(k.trigger.itself && v.family == leave) { // an old treaty's parties are not those of the new
		k.parties = f.sameAgain(v.family, m)
	}
	if len(k.parties) == 0 && !k.class {
		f.because("nobody is named who does so")
		return claim{}, v, false
	}
	if v.family == breach && v.accuser < 0 && f.accuses(k.parties, f.triggers[v.subject].first) {
		return claim{}, v, false // who condemns it has not done it
	}
	if v.family == breach && f.we != nil && slices.Equal(k.parties, f.we) {
		return claim{}, v, false // nobody says so of himself
	}
	if v.family == act && (k.class || !f.done(v.subject)) || k.trigger.member && !f.apposed(k.trigger, m) || k.trigger.family == ratify && k.trigger.noun && !k.trigger.member && f.owner(k.trigger.first) == nil && f.agent(m.stop, 3) == nil {
		return claim{}, v, false
	}
	if k.class && f.restrictive(k.trigger.first) {
		return claim{}, v, false // "any nation which signs" is none that did
	}
	if v.family == relapse && !f.pledged(&k) {
		return claim{}, v, false
	}
	if v.family == must && k.class && k.instrument != "" {
		k.status = graph.Agreed // a norm as its instrument states it
	}
	if v.family == agree && m.instrument != "" && f.hasJoined(v.base) {
		k.status = graph.Ratified
	}
	if v.denier >= 0 && k.by == nil {
		k.by = f.left(f.triggers[v.denier].first)
	}
	k.toward = f.addressees(k.trigger, k.parties)
	return k, v, true
}

// underSigned tells whether the sentence begins with the signed text by which somebody does what is told: "Under a pact signed in Oslo".
func (f *frame) underSigned(i int) bool {
	if w := f.tok(f.s.body, f.s).word; w != "under" && w != "in" && w != "by" {
		return false
	}
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == sign && t.stop <= i }) &&
		slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == treaty && t.stop <= i })
}

// restrictive tells whether the verb at token i only says which of a class are meant: "states that have signed".
func (f *frame) restrictive(i int) bool {
	for k := i - 1; k >= i-3 && k > f.s.body; k-- {
		switch f.tokens[k].word {
		case "which", "that", "who":
			return f.classBefore(k-2, k)
		}
	}
	return false
}

// accuses tells whether the parties are those who accuse somebody before token i.
func (f *frame) accuses(parties []string, i int) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool {
		return t.family == accuse && t.stop <= i && slices.Equal(f.left(t.first), parties) && f.left(i) != nil && !f.namedBetween(t.stop, i)
	})
}

// undone tells whether the principle is what is to end: "wants the embargo lifted".
func (f *frame) undone(m principleMention) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool {
		return t.family == leave && !t.noun && t.first >= m.stop && t.first-m.stop <= 1 && f.tokens[t.first].past() && !f.passive(t, m) && (t.only < 0 || t.only == m.principle)
	})
}

// pledged tells whether the sentence tells of a pledge, or the text of one of the same parties, that the claim's deed ends.
func (f *frame) pledged(k *claim) bool {
	b := f.before
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == agree && t.noun }) ||
		b != nil && b.principle == k.principle && b.status.Consent() && subset(k.parties, b.parties)
}

// sameReach is how many sentences back those may be told who go on with a matter without being named again.
const sameReach = 2

// sameAgain gives who agreed or talked of the principle shortly before, for a sentence that goes on without naming them: "A text was
// adopted on Friday."
func (f *frame) sameAgain(of family, m principleMention) []string {
	switch of {
	case agree, sign, ratify, negotiate, leave:
		b := f.before
		if b == nil || b.principle != m.principle || f.sentence-b.sentence > sameReach || m.instrument != "" && b.instrument != "" && m.instrument != b.instrument {
			return nil
		}
		if b.status.Consent() || b.status == graph.Negotiating {
			return b.parties
		}
	}
	return nil
}

// addressees gives those to whom the parties promise something: "promised Chile", "pledged to its neighbours".
func (f *frame) addressees(t trigger, parties []string) []string {
	for _, w := range f.words {
		if w.family != owesWord || w.stop < t.first || w.first > t.stop {
			continue
		}
		first := w.stop
		if f.tok(first, f.s).word == "to" {
			first++
		}
		if ms := f.mentionsIn(first, min(first+2, f.s.stop)); len(ms) > 0 && f.acts(&ms[0]) {
			return slices.DeleteFunc(f.joined(ms, 0), func(code string) bool { return slices.Contains(parties, code) })
		}
	}
	return nil
}

// contents gives what "the treaty" holds the status and the parties that the text told of it last.
func (f *frame) contents(k claim, v verdict) (claim, verdict, bool) {
	if f.agreed == nil || !k.place.exact || k.place.weak || k.place.instrument != "" || k.trigger.first > k.place.first || !f.back(k.trigger.first) {
		return claim{}, v, false
	}
	k.parties, k.class, k.status, k.instrument = f.agreed.parties, f.agreed.class, f.agreed.status, f.agreed.instrument
	return k, v, true
}

// proposalOf gives the proposal to which somebody else answers: "Iran rejected Iraq's offer of a ceasefire".
func (f *frame) proposalOf(m principleMention, k *claim) (claim, bool) {
	if m.act || k.status == graph.Proposed {
		return claim{}, false
	}
	for _, t := range f.triggers {
		if t.family != propose || !t.noun || distance(t, m) > reachElements {
			continue
		}
		parties := f.owner(t.first)
		if parties == nil {
			parties = f.agent(t.stop, 3)
		}
		if parties != nil && !slices.Equal(parties, k.parties) {
			return claim{principle: m.principle, status: graph.Proposed, parties: parties, instrument: m.instrument, sentence: f.sentence, trigger: t, base: t, place: m}, true
		}
	}
	return claim{}, false
}

// memberOf gives what an apposition says: "Ukraine, another CFE State Party".
func (f *frame) memberOf(m principleMention) (claim, bool) {
	if m.instrument == "" {
		return claim{}, false
	}
	for _, t := range f.triggers {
		if !t.member || !f.apposed(t, m) {
			continue
		}
		ms := f.mentionsIn(max(f.s.body, m.first-4), m.first)
		if len(ms) == 0 || !f.acts(&ms[len(ms)-1]) {
			return claim{}, false
		}
		parties := f.joined(ms, len(ms)-1)
		return claim{principle: m.principle, status: graph.Ratified, parties: parties, instrument: m.instrument, sentence: f.sentence, trigger: t, base: t, place: m}, true
	}
	return claim{}, false
}

// forbidden is what a family says of a principle when the sentence tells the act that it forbids: to oppose the act is to
// propose the principle; to propose the act says nothing.
var forbidden = map[family]family{reject: propose, negotiate: negotiate, breach: breach, vow: vow, act: act, relapse: relapse}

// hasJoined tells whether the verb of trigger i says that somebody became a party: "joined the convention".
func (f *frame) hasJoined(i int) bool {
	switch f.tokens[f.triggers[i].first].word {
	case "joined", "rejoined":
		return true
	}
	return false
}

// distance is the number of tokens between a trigger and a principle.
func distance(t trigger, m principleMention) int {
	return max(m.first-t.stop, t.first-m.stop, 0)
}

// done tells whether the act of trigger i is told as done or resolved on, and not as an aim: "halted", "will halt", "is halting".
func (f *frame) done(i int) bool {
	t := &f.triggers[i]
	before, word := f.tok(t.first-1, f.s).word, f.tokens[t.first].word
	switch {
	case strings.HasSuffix(word, "ing"):
		return auxiliary[before]
	case before == "to":
		return false
	}
	return true
}

// apposed tells whether the trigger follows the instrument as what somebody is: "a CFE state party".
func (f *frame) apposed(t trigger, m principleMention) bool {
	return t.first >= m.stop && t.first-m.stop <= 1
}
