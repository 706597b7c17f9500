package extract

import "slices"

// echoReach is how many sentences back those may have done what others are then said to do too.
const echoReach = 2

// echo gives what a sentence says by leaning on the last claim: "So did Norway." "Norway followed suit." "Neither has Chile."
func (f *frame) echo() (claim, bool) {
	b := f.before
	if b == nil || f.sentence-b.sentence > echoReach || b.class && !b.status.Consent() {
		return claim{}, false
	}
	at := f.likewise()
	if at < 0 {
		return claim{}, false
	}
	parties := f.left(at)
	if parties == nil {
		parties = f.right(at, 4)
	}
	if parties == nil || subset(parties, b.parties) {
		return claim{}, false
	}
	k := *b
	k.parties, k.class, k.by, k.toward, k.sentence = parties, false, nil, nil, f.sentence
	k.trigger.first, k.trigger.stop = at, at+1
	k.base = k.trigger
	k.place.first, k.place.stop, k.place.carried = at, at+1, true
	return k, true
}

// likewise is the token at which the sentence says that somebody did the same, -1 where it does not.
func (f *frame) likewise() int {
	first := f.tok(f.s.body, f.s).word
	if first == "so" || first == "neither" || first == "nor" {
		if auxiliary[f.tok(f.s.body+1, f.s).word] || f.tok(f.s.body+1, f.s).word == "did" {
			return f.s.body + 1
		}
		return -1
	}
	for _, words := range sameDeed {
		for i := f.s.body; i < f.s.stop; i++ {
			if f.reads(i, words) {
				return i
			}
		}
	}
	return -1
}

// sameDeed is how somebody is said to have done what was told before.
var sameDeed = [][]string{{"followed", "suit"}, {"did", "the", "same"}, {"did", "likewise"}, {"did", "so", "too"}, {"have", "done", "the", "same"}, {"has", "done", "the", "same"},
	{"took", "the", "same", "position"}, {"takes", "the", "same", "view"}, {"has", "done", "likewise"}, {"made", "the", "same", "pledge"}, {"made", "a", "similar", "pledge"}, {"made", "similar", "pledges"}, {"held", "the", "same", "view"}, {"holds", "the", "same", "view"}, {"shared", "this", "view"}, {"shares", "this", "view"}, {"shared", "that", "view"}, {"took", "the", "same", "view"}, {"gave", "a", "similar", "pledge"}, {"issued", "a", "similar", "call"}}

// asWell adds those who are said, in the same sentence, to have done so too: "Norway ratified it, as did Chile and Peru".
func (f *frame) asWell(parties []string, from int) []string {
	for i := from; i+2 < f.s.stop; i++ {
		w := f.tokens[i].word
		if w != "as" && w != "so" || !(auxiliary[f.tokens[i+1].word] || f.tokens[i+1].word == "did") {
			continue
		}
		if more := f.right(i+2, 2); more != nil {
			parties = append(slices.Clone(parties), more...)
			slices.Sort(parties)
			return slices.Compact(parties)
		}
	}
	return parties
}

// termsReach is how many sentences after an agreement its terms may still be told.
const termsReach = 5

// termsOf gives what a sentence tells as a term of the agreement told before: "Each side will destroy its missiles." It has the status
// and the parties of the agreement.
func (f *frame) termsOf(m principleMention) (claim, bool) {
	a := f.agreed
	if a == nil || a.class || len(a.parties) < 2 || f.sentence-a.sentence > termsReach || m.weak || m.instrument != "" || f.question || !f.bothSides(m.stop) {
		return claim{}, false
	}
	return claim{principle: m.principle, status: a.status, parties: a.parties, instrument: a.instrument, sentence: f.sentence, trigger: a.trigger, base: a.base, place: m}, true
}

// bothSides tells whether the sentence speaks, before token stop, of what each party is to do.
func (f *frame) bothSides(stop int) bool {
	for i := f.s.body; i < min(stop, f.s.stop); i++ {
		switch f.tokens[i].word {
		case "each", "both", "either", "neither":
			switch f.tok(i+1, f.s).word {
			case "side", "sides", "country", "countries", "party", "parties", "nation", "nations", "state", "states", "government", "governments", "of", "will", "must", "is", "are", "may", "shall":
				return true
			}
		}
	}
	return false
}

// duty tells whether the sentence of a treaty's text lays something down.
func (f *frame) duty() bool {
	for i := f.s.body; i < f.s.stop; i++ {
		switch f.tokens[i].word {
		case "shall", "undertake", "undertakes", "prohibited", "forbidden":
			return true
		}
	}
	return false
}

// ofTreatyText gives what a sentence of a treaty's text lays down without naming who is bound: its parties as a class.
func (c *commitmentReader) ofTreatyText(f *frame, m principleMention) (claim, bool) {
	if c.treaty == nil || f.sentence < c.treaty.body || m.instrument != "" || !f.duty() {
		return claim{}, false
	}
	t := trigger{first: m.first, stop: m.first, family: agree, only: -1}
	k := claim{principle: m.principle, status: statusOf[agree], sentence: f.sentence, trigger: t, base: t, place: m}
	c.undertaken(&k)
	return k, true
}
