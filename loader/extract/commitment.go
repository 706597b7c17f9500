package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// claim is one commitment as one sentence tells it, before those of an article are joined.
type claim struct {
	principle  int32
	status     graph.Status
	parties    []string // sorted; none for a class or where nobody is named
	class      bool     // told of all states, or of a treaty's parties as a class
	by         []string // of a breach: who alleges it, where that is not the text itself
	denied     bool     // of a breach: it is denied
	toward     []string
	instrument string
	sentence   int
	trigger    trigger
	place      principleMention
	sure       float64
}

// commitmentReader reads the claims of an article, sentence by sentence.
type commitmentReader struct {
	*document
	article terms
	last    []principleMention // of the nearest sentence before that told a principle
	lastAt  int
	claims  []claim
	stated  map[int32]int    // how often the text states a principle
	treaty  bool             // the text is that of a treaty
	agreed  *claim           // the last claim of consent
	norms   map[string]int32 // by instrument of many norms, the one that the text told with it last
}

// readCommitments fills the reading's commitments and principles.
func (d *document) readCommitments(r *Reading) {
	c := &commitmentReader{document: d, article: d.articleTerms(), stated: map[int32]int{}, norms: map[string]int32{}, lastAt: -99}
	d.we, c.treaty = d.speakers(), d.isTreaty()
	for i := range d.sentences {
		if d.sentences[i].kind != furniture {
			c.readSentence(i)
		}
	}
	c.join(r)
}

// carryReach is how many sentences an agreement told before may be meant by "the agreement".
const carryReach = 3

// readSentence adds the claims of sentence i.
func (c *commitmentReader) readSentence(i int) {
	s := &c.sentences[i]
	f := c.clausesOf(i)
	f.agreed = c.agreed
	places := c.narrowed(c.principlesIn(c.hits[s.hits.first:s.hits.stop], c.instrumentsIn(i), c.article))
	if c.treaty {
		places = slices.DeleteFunc(places, func(m principleMention) bool { return m.instrument != "" })
	}
	if len(places) > 0 {
		c.last, c.lastAt = places, i
	} else if i-c.lastAt <= carryReach && !c.treaty {
		places = f.carried(c.last, i-c.lastAt == 1)
	}
	for _, m := range places {
		if m.exact && !m.weak {
			c.stated[m.principle]++
		}
		k, ok := f.read(m)
		if !ok && s.lead >= 0 {
			k, ok = c.underLead(f, s.lead, m)
		}
		if ok && c.treaty {
			ok = c.inTreaty(&k)
		}
		if ok {
			c.claims = append(c.claims, k)
			if k.status.Consent() {
				c.agreed = &c.claims[len(c.claims)-1]
			}
		}
		if o, ok := f.proposalOf(m, &k); ok {
			c.claims = append(c.claims, o)
		}
		if o, ok := f.memberOf(m); ok {
			c.claims = append(c.claims, o)
		}
	}
}

// narrowed gives an instrument of many norms the norm that its sentence tells with it, or that one before did.
func (c *commitmentReader) narrowed(places []principleMention) []principleMention {
	for i := range places {
		m := &places[i]
		if m.instrument == "" || m.principle != c.principles.index["cyber-norms-general"] {
			continue
		}
		for j := range places {
			if o := &places[j]; o.instrument == "" && o.principle != m.principle && !o.weak {
				c.norms[m.instrument] = o.principle
				o.instrument = m.instrument
			}
		}
		if norm, ok := c.norms[m.instrument]; ok {
			m.principle = norm
		}
	}
	return places
}

// consentReach is how many tokens before a verb what it takes is thought to stand where nothing names it.
const consentReach = 4

// carried gives the principles told before for a sentence that speaks of "the treaty" or "such an agreement" alone; or, near, that
// tells who signed.
func (f *frame) carried(last []principleMention, near bool) []principleMention {
	var out []principleMention
	for _, t := range f.triggers {
		consent := near && (t.family == sign || t.family == ratify) && !t.noun && f.aboutIt(t)
		if !consent && (t.family != treaty || !f.back(t.first)) {
			continue
		}
		for _, m := range last {
			if !slices.ContainsFunc(out, func(o principleMention) bool { return o.principle == m.principle }) {
				place := principleMention{first: t.first, stop: t.stop, principle: m.principle, instrument: m.instrument, carried: true}
				if consent { // what is signed stands, unsaid, before the verb
					place.first = max(f.s.body, t.first-consentReach)
					place.stop = place.first
				}
				out = append(out, place)
			}
		}
		break
	}
	return out
}

// aboutIt tells whether what the trigger takes is what was told before: "signed it", "was signed by", "decided to sign".
func (f *frame) aboutIt(t trigger) bool {
	switch next := f.tok(t.stop, f.s); next.word {
	case "it", "them", "but", "and", "by", "in", "on", "the":
		return !slices.ContainsFunc(f.triggers, func(o trigger) bool { return o.family == treaty && !f.back(o.first) })
	default:
		return next.kind == markToken
	}
}

// back tells whether the noun at token i points back: "the treaty", "such an agreement".
func (f *frame) back(i int) bool {
	for k := i - 1; k >= i-3; k-- {
		switch f.tok(k, f.s).word {
		case "the", "this", "such", "that", "these", "similar":
			return true
		}
	}
	return false
}

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
	}
	status := statusOf[v.family]
	if status == "" || v.weak || v.unreal {
		return claim{}, v, false
	}
	k := claim{principle: m.principle, status: status, instrument: m.instrument, sentence: f.sentence, trigger: f.triggers[v.subject], place: m, denied: v.denied}
	switch {
	case v.family == breach && v.accuser >= 0:
		k.by, _ = f.subjectOf(f.triggers[v.accuser], m)
		k.parties = f.accused(f.triggers[v.accuser], f.triggers[v.subject])
	case v.family == breach && m.act: // "called Norway's test a violation"
		k.parties = f.owner(m.first)
		k.by, _ = f.subjectOf(f.triggers[v.subject], m)
	default:
		k.parties, k.class = f.subjectOf(f.triggers[v.subject], m)
	}
	if v.family == treaty && len(k.parties) < 2 && !k.class {
		return f.contents(k, v)
	}
	if len(k.parties) == 0 && !k.class {
		return claim{}, v, false
	}
	if v.family == breach && f.we != nil && slices.Equal(k.parties, f.we) {
		return claim{}, v, false // nobody says so of himself
	}
	if v.family == act && (k.class || !f.done(v.subject)) || v.family == ratify && k.trigger.noun && !f.apposed(k.trigger, m) {
		return claim{}, v, false
	}
	if v.family == must && k.class && k.instrument != "" {
		k.status = graph.Agreed // a norm as its instrument states it
	}
	k.sure = f.sureness(&k, v)
	return k, v, true
}

// contents gives what "the treaty" holds the status and the parties that the text told of it last.
func (f *frame) contents(k claim, v verdict) (claim, verdict, bool) {
	if f.agreed == nil || !k.place.exact || k.place.weak || k.place.instrument != "" || k.trigger.first > k.place.first || !f.back(k.trigger.first) {
		return claim{}, v, false
	}
	k.parties, k.class, k.status, k.instrument, k.sure = f.agreed.parties, f.agreed.class, f.agreed.status, f.agreed.instrument, 0.6
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
			return claim{principle: m.principle, status: graph.Proposed, parties: parties, instrument: m.instrument, sentence: f.sentence, trigger: t, place: m, sure: 0.7}, true
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
		if t.family != ratify || !t.noun || !f.apposed(t, m) {
			continue
		}
		ms := f.mentionsIn(max(f.s.body, m.first-4), m.first)
		if len(ms) == 0 || !f.acts(&ms[len(ms)-1]) {
			return claim{}, false
		}
		parties := f.joined(ms, len(ms)-1)
		return claim{principle: m.principle, status: graph.Ratified, parties: parties, instrument: m.instrument, sentence: f.sentence, trigger: t, place: m, sure: 0.8}, true
	}
	return claim{}, false
}

// forbidden is what a family says of a principle when the sentence tells the act that it forbids: to oppose the act is to
// propose the principle; to propose the act says nothing.
var forbidden = map[family]family{reject: propose, negotiate: negotiate, breach: breach, vow: vow}

// sureness is how far the claim is to be trusted, from the distance of its parts.
func (f *frame) sureness(k *claim, v verdict) float64 {
	sure := 0.9
	if !k.place.exact {
		sure -= 0.1
	}
	if gap := distance(f.triggers[v.base], k.place); gap > 6 {
		sure -= min(0.3, float64(gap-6)*0.02)
	}
	if len(k.parties) == 0 {
		sure -= 0.1
	}
	return sure
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
