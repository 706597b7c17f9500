package extract

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// more gives what the sentence says of the principle at m beside the claim k: the first half of "signed but never ratified", what a
// relative clause adds, "the treaty, which Chile never ratified", what is said of "it" later, and who is said to have broken it.
func (f *frame) more(m principleMention, k *claim) []claim {
	var out []claim
	for i := range f.triggers {
		t := &f.triggers[i]
		if t.first == k.trigger.first || statusOf[t.family] == "" || t.family == treaty {
			continue
		}
		at, ok := f.again(i, m, k)
		if !ok {
			continue
		}
		c, _, ok := f.readAt(i, at)
		other := c.status == Breached && !slices.Equal(c.parties, k.parties)
		if !ok || !besides(c.status, k.status) && !other || slices.ContainsFunc(out, func(o claim) bool { return o.status == c.status }) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// declined gives those who are said, after the claim k of consent, not to have done so: "thirty states signed; Norway did not".
func (f *frame) declined(m principleMention, k *claim) (claim, bool) {
	if !k.status.Consent() {
		return claim{}, false
	}
	for i := max(k.trigger.stop, m.stop); i < f.s.stop; i++ {
		last := i
		if auxiliary[f.tokens[i].word] || f.tokens[i].word == "did" {
			last++
			if f.tok(last, f.s).word != "not" {
				continue
			}
		} else if w := f.tokens[i].word; w != "refused" && w != "declined" {
			continue
		}
		if f.tok(last+1, f.s).kind != markToken {
			continue
		}
		ms := f.mentionsIn(max(k.trigger.stop, i-consentReach), i)
		if len(ms) == 0 || !f.acts(&ms[len(ms)-1]) {
			continue
		}
		o := *k
		o.parties, o.class, o.status, o.toward = f.joined(ms, len(ms)-1), false, graph.Rejected, nil
		return o, !slices.Equal(o.parties, k.parties)
	}
	return claim{}, false
}

// besides tells whether a sentence may say both of one principle: who has left is not said to refuse as well.
func besides(a, b graph.Status) bool {
	left := func(s graph.Status) bool { return s == graph.Withdrawn || s == graph.Suspended }
	return a != b && !(left(a) && left(b)) && !(left(a) && b == graph.Rejected) && !(a == graph.Rejected && left(b))
}

// again tells whether trigger i says a second thing of the principle at m, of which k is told, and where it stands for that.
func (f *frame) again(i int, m principleMention, k *claim) (principleMention, bool) {
	t := &f.triggers[i]
	switch {
	case f.halves(t, m):
		return m, true
	case t.first < m.stop:
		return m, t.family == breach && f.named(t)
	case !definite[t.family]:
		return m, false
	case f.relative(t, m), t.family == breach && f.named(t):
		return m, true
	}
	if (t.family == sign || t.family == ratify || t.family == agree && f.joining(*t)) && !t.noun && f.tok(t.stop, f.s).kind == markToken {
		return principleMention{first: t.stop, stop: t.stop, principle: m.principle, instrument: m.instrument, carried: true}, true
	}
	for n := t.stop; n < t.stop+pronounReach; n++ {
		if w := f.tok(n, f.s).word; w == "it" || w == "them" || f.textAt(n) && f.back(n) {
			return principleMention{first: n, stop: n + 1, principle: m.principle, instrument: m.instrument, carried: true}, true
		}
	}
	return m, false
}

// definite are the families whose words say by themselves how far something has come.
var definite = map[family]bool{sign: true, ratify: true, reject: true, suspend: true, leave: true, breach: true, agree: true}

// pronounReach is how many tokens after a verb the "it" or "the treaty" may begin that it takes.
const pronounReach = 3

// halves tells whether "but" joins trigger t to a later one before the principle: "signed but never ratified".
func (f *frame) halves(t *trigger, m principleMention) bool {
	if t.stop > m.first || t.family != sign && t.family != agree && t.family != negotiate {
		return false
	}
	switch next := f.tok(t.stop, f.s); {
	case next.word == "but" || next.word == "though" || next.word == "yet":
	case next.is(",") && f.tok(t.stop+1, f.s).word == "but":
	default:
		return false
	}
	return slices.ContainsFunc(f.triggers, func(o trigger) bool { return o.first > t.stop && o.stop <= m.first && definite[o.family] })
}

// relative tells whether trigger t is the verb of a relative clause right after the principle, with somebody named who does it.
func (f *frame) relative(t *trigger, m principleMention) bool {
	for n := m.stop; n < min(m.stop+4, t.first); n++ {
		if w := f.tokens[n].word; w == "which" || w == "that" {
			return f.namedBetween(n, t.first)
		}
	}
	return false
}

// named tells whether those who broke something are named with the word for it: "Chilean violations", "accused Chile of violating".
func (f *frame) named(t *trigger) bool {
	return f.owner(t.first) != nil || f.namedBetween(max(f.s.body, t.first-namedReach), t.first) || f.agent(t.stop, namedReach) != nil
}

// namedReach is how many tokens from the word for a breach those who did it may be named.
const namedReach = 6

// textAt tells whether the word at token i is one for a text.
func (f *frame) textAt(i int) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.first == i && (t.family == treaty || textNoun[f.tokens[i].word]) }) || textNoun[f.tok(i, f.s).word]
}

// textNoun are the words for a text or a rule that point back: "the ban".
var textNoun = set("promise pledge undertaking rule zone pause regime arrangement draft table framework limits ceilings provisions terms talks negotiations ban moratorium embargo truce resolution text plan offer proposal freeze norms rules code")
