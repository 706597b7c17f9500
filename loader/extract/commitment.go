package extract

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// claim is one commitment as one sentence tells it, before those of an article are joined.
type claim struct {
	principle  int32
	status     graph.Status
	parties    []string // sorted; none for a class or where nobody is named
	class      bool     // told of all states, or of a treaty's parties as a class
	by         []string // of a breach or a denial: who says so, where that is not the text itself
	denied     bool     // it is denied
	toward     []string // to whom it is promised
	instrument string
	sentence   int
	trigger    trigger // whose subject are the parties
	base       trigger // the one nearest to the principle
	place      principleMention
}

// commitmentReader reads the claims of an article, sentence by sentence.
type commitmentReader struct {
	*document
	article terms
	last    []principleMention // of the nearest sentence before that told a principle
	lastAt  int
	claims  []claim
	stated  map[int32]int    // how often the text states a principle
	event   graph.Day        // of what the text tells as news, "" where it tells none
	sole    map[int32]sole   // the one instrument that the text names of a principle
	agreed  *claim           // the last claim of consent
	norms   map[string]int32 // by instrument of many norms, the one that the text told with it last
}

// readCommitments fills the reading's commitments and principles.
func (d *document) readCommitments(r *Reading) {
	c := &commitmentReader{document: d, article: d.articleTerms(), stated: map[int32]int{}, norms: map[string]int32{}, lastAt: -99}
	d.we, d.treaty, c.event = d.speakers(), d.treatyOf(), d.eventDay()
	for i := range d.sentences {
		if d.sentences[i].kind != furniture {
			c.readSentence(i)
		}
	}
	c.join(r)
}

// carryReach is how many sentences an agreement told before may be meant by "the agreement"; beyond nearCarry, only by the bare word.
const carryReach, nearCarry = 12, 3

// readSentence adds the claims of sentence i.
func (c *commitmentReader) readSentence(i int) {
	s := &c.sentences[i]
	f := c.clausesOf(i)
	f.agreed = c.agreed
	if n := len(c.claims); n > 0 {
		f.before = &c.claims[n-1]
	}
	places := c.narrowed(c.principlesIn(c.hits[s.hits.first:s.hits.stop], c.instrumentsIn(i), c.article))
	if c.treaty != nil {
		places = slices.DeleteFunc(places, func(m principleMention) bool { return m.instrument != "" })
	}
	if c.setsScope(f) {
		return
	}
	if len(places) > 0 {
		c.last, c.lastAt = places, i
	} else if i-c.lastAt <= carryReach && c.treaty == nil {
		places = f.carried(c.last, i-c.lastAt == 1 || f.before != nil && i-f.before.sentence == 1)
		if i-c.lastAt > nearCarry {
			places = slices.DeleteFunc(places, func(m principleMention) bool { return !c.bare(m.first) })
		}
	}
	if len(places) == 0 {
		if k, ok := f.echo(); ok && c.treaty == nil {
			c.claims = append(c.claims, k)
		}
		f.missedTriggers()
	}
	for _, m := range places {
		if m.exact && !m.weak {
			c.stated[m.principle]++
			c.states(i, m)
		}
		c.because("no word near says how far it has come")
		k, ok := f.read(m)
		if !ok && s.lead >= 0 {
			k, ok = c.underLead(f, s.lead, m)
		}
		if ok && c.treaty != nil {
			ok = c.inTreaty(&k)
		}
		if !ok {
			k, ok = c.ofTreatyText(f, m)
		}
		if !ok {
			k, ok = f.termsOf(m)
		}
		if !ok {
			c.missedPlace(i, &m)
		}
		if ok {
			c.claims = append(c.claims, k)
			if k.status.Consent() && !k.denied {
				c.agreed = &c.claims[len(c.claims)-1]
			}
		}
		if ok && c.treaty == nil {
			c.claims = append(c.claims, f.more(m, &k)...)
			if o, ok := f.declined(m, &k); ok {
				c.claims = append(c.claims, o)
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

// normsAtLarge is the principle of texts that state many norms.
const normsAtLarge = "cyber-norms-general"

// narrowed gives an instrument of many norms the norm that its sentence tells with it, or that one before did.
func (c *commitmentReader) narrowed(places []principleMention) []principleMention {
	for i := range places {
		m := &places[i]
		if m.instrument == "" || m.principle != c.principles.index[normsAtLarge] {
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

// carried gives the principles told before for a sentence that speaks of "the treaty", "the ban" or "such weapons" alone; or, near,
// that tells who signed.
func (f *frame) carried(last []principleMention, near bool) []principleMention {
	var out []principleMention
	for _, t := range f.triggers {
		if f.leansBack(t, near) {
			first := max(f.s.body, t.first-consentReach) // what is signed stands, unsaid, before the verb
			if len(out) == 0 || out[len(out)-1].first != first {
				out = append(out, placed(last, first, first)...)
			}
			continue
		}
		if t.family == treaty && f.back(t.first) {
			return append(out, placed(last, t.first, t.stop)...)
		}
		if at := f.sameAsked(t); at > 0 {
			return append(out, placed(last, at, at+1)...)
		}
	}
	for i := f.s.body; len(out) == 0 && i < f.s.stop && len(f.triggers) > 0; i++ {
		if (textNoun[f.tokens[i].word] || weaponBack[f.tokens[i].word] && f.doneWith(i)) && (f.back(i) || near && f.newText(i)) {
			return placed(last, i, i+1)
		}
	}
	return out
}

// bare tells whether nothing stands between token i and the word that points back: "the treaty", but not "the funding deal".
func (d *document) bare(i int) bool {
	switch d.tokens[max(i-1, 0)].word {
	case "the", "this", "that", "its", "their":
		return true
	}
	return false
}

// askedReach is how many tokens after a demand the "do the same" may stand.
const askedReach = 9

// sameAsked is the token of the "do the same" that a trigger asks of others, 0 where it does not.
func (f *frame) sameAsked(t trigger) int {
	if t.family != propose && t.family != favour && t.family != must {
		return 0
	}
	for i := t.stop; i < min(t.stop+askedReach, f.s.stop); i++ {
		for _, words := range [][]string{{"do", "the", "same"}, {"do", "likewise"}, {"follow", "suit"}, {"do", "so"}, {"join", "us"}, {"join", "it"}, {"follow", "its", "example"}, {"follow", "our", "example"}} {
			if f.reads(i, words) {
				return i
			}
		}
	}
	return 0
}

// newText tells whether token i, the noun for a text, is taken at once by a verb that wants or refuses it: "Chile opposes a ban".
func (f *frame) newText(i int) bool {
	w := f.tok(i-1, f.s).word
	return (w == "a" || w == "any") && textNoun[f.tokens[i].word] && slices.ContainsFunc(f.triggers, func(t trigger) bool {
		return (t.family == reject || t.family == propose || t.family == favour) && t.stop == i-1
	})
}

// weaponBack are the words for weapons that point back to those that a principle told before is about.
var weaponBack = set("stockpile stockpiles stocks arsenal weapons arms missiles mines bombs munitions tests testing")

// doneWith tells whether the sentence says, shortly before token i, that they are given up or kept.
func (f *frame) doneWith(i int) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool {
		return (t.family == act || t.family == suspend || t.family == leave || t.family == propose || t.family == relapse) && t.stop <= i && i-t.stop <= consentReach
	})
}

// leansBack tells whether the verb takes what was told before: "refused to sign", or, near, "signed in Oslo", "broke it".
func (f *frame) leansBack(t trigger, near bool) bool {
	if t.noun || t.member {
		return false
	}
	switch t.family {
	case sign, ratify:
		return (near || f.takesIt(t)) && f.aboutIt(t)
	case agree:
		return f.takesIt(t) || near && f.joining(t) && f.aboutIt(t)
	case reject:
		return f.takesIt(t) || near && f.joining(t) && f.aboutIt(t)
	case suspend, leave, breach:
		return f.takesIt(t)
	}
	return false
}

// takesIt tells whether "it" or "them" follows the verb at once.
func (f *frame) takesIt(t trigger) bool {
	w := f.tok(t.stop, f.s).word
	return w == "it" || w == "them"
}

// placed gives the principles of the places, each once, as told by tokens[first:stop].
func placed(last []principleMention, first, stop int) []principleMention {
	var out []principleMention
	for _, m := range last {
		if !slices.ContainsFunc(out, func(o principleMention) bool { return o.principle == m.principle }) {
			out = append(out, principleMention{first: first, stop: stop, principle: m.principle, instrument: m.instrument, carried: true})
		}
	}
	return out
}

// joining tells whether the refusal is one to join: "never joined".
func (f *frame) joining(t trigger) bool {
	switch f.tokens[t.stop-1].word {
	case "joined", "join", "joins", "sign", "signed", "ratify", "ratified", "accede", "acceded", "joining", "signing", "ratifying", "part", "back", "against":
		return true
	}
	return false
}

// aboutIt tells whether what the verb takes is what was told before: "signed it", "was signed by", "decided to sign", "signed minutes
// later", but not "signed a letter".
func (f *frame) aboutIt(t trigger) bool {
	next := f.tok(t.stop, f.s)
	if next.kind != markToken && (next.letter != lowerCase || otherObject[next.word]) {
		return next.word == "the" || next.in(monthWord) || next.in(weekdayWord)
	}
	return !slices.ContainsFunc(f.triggers, func(o trigger) bool { return o.family == treaty && !f.back(o.first) })
}

// otherObject are the words that begin what a verb takes where that was not told before.
var otherObject = set("a an another his her some several off up one two three many more with into any no")

// back tells whether the noun at token i points back: "the treaty", "such an agreement".
func (f *frame) back(i int) bool {
	for k := i - 1; k >= i-3; k-- {
		switch f.tok(k, f.s).word {
		case "the", "this", "such", "that", "these", "those", "similar", "its", "their", "binding", "worldwide", "global", "total", "outright":
			return true
		}
	}
	return false
}
