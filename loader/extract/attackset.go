package extract

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// strike is a hostile act as the whole article tells it: the acts of several sentences that are one.
type strike struct {
	blow
	blows   []blow
	last    int // the last sentence that tells of it
	denials []int
}

// backReach is how many sentences after it "the attack" still means an act.
const backReach = 8

// lookBack is among how many of the last items one is looked for that a sentence repeats, so that long texts stay fast.
const lookBack = 60

// join puts an act to the one told before that it repeats, or begins a new one.
func (a *attackReader) join(b blow) {
	best, score := -1, 0
	for n := max(0, len(a.items)-lookBack); n < len(a.items); n++ {
		if sc := a.sameness(&a.items[n], &b); sc > score {
			best, score = n, sc
		}
	}
	if best < 0 {
		if len(b.victims) == 0 && len(b.accused) == 0 {
			a.missedBlow(&b, "it points back, and no act that it may repeat was told")
			return
		}
		a.items = append(a.items, strike{blow: b, blows: []blow{b}, last: b.sentence})
		return
	}
	a.items[best].add(b)
}

// sameness is how likely act b is the one of item it; 0 where it is another.
func (a *attackReader) sameness(it *strike, b *blow) int {
	if it.word.arena != b.word.arena {
		return 0
	}
	alike := namedAlike(it, b)
	if it.last == b.sentence || apart(it.accused, b.accused) || apart(it.names, b.names) && !b.again || apart(it.victims, b.victims) && !(alike && (b.back || b.again)) && !a.continues(it, b) && !a.onlyOne(it, b) {
		return 0
	}
	if s := &a.sentences[b.sentence]; s.kind == item && !b.back && it.last != b.sentence && a.sentences[it.last].kind == item {
		return 0 // each entry of a list is one
	}
	if b.word.arena == cyberArena && !b.back && !alike && len(it.sectors) > 0 && len(b.sectors) > 0 && apart(it.sectors, b.sectors) && !a.continues(it, b) {
		return 0
	}
	near := b.sentence - it.last
	bare := len(b.victims) == 0 && len(b.accused) == 0
	if bare && near > backReach {
		return 0
	}
	if b.word.arena != armedArena && !datesMeet(it.date, b.date) {
		return 0
	}
	if b.word.arena == armedArena && !b.back && exactDay(it.date) != exactDay(b.date) {
		return 0 // an incident of a day is not the war
	}
	if b.word.arena == cyberArena && !b.back && !bare && !alike && it.word.conduct != b.word.conduct && it.word.conduct != "intrusion" && b.word.conduct != "intrusion" {
		return 0
	}
	score := 20 - min(near, 10)
	if alike {
		score += 15
	}
	if slices.Equal(it.accused, b.accused) {
		score += 5
	}
	if slices.Equal(it.victims, b.victims) {
		score += 5
	}
	return score
}

// onlyOne tells whether act b, told as known ("the cyberattack on"), can only be item it: no other act on networks was told.
func (a *attackReader) onlyOne(it *strike, b *blow) bool {
	return b.word.arena == cyberArena && b.back && b.sentence-it.last <= backReach && datesMeet(it.date, b.date) &&
		!slices.ContainsFunc(a.items, func(o strike) bool { return o.word.arena == cyberArena && o.trigger.first != it.trigger.first })
}

// continues tells whether act b goes on with a campaign on networks: "the group also targeted".
func (a *attackReader) continues(it *strike, b *blow) bool {
	if b.again && b.sentence-it.last <= 2 {
		return true
	}
	if b.word.arena != cyberArena || b.sentence-it.last > 2 || b.date != nil && it.date != nil {
		return false
	}
	s := &a.sentences[b.sentence]
	for k := b.trigger.first - 3; k < b.trigger.first; k++ {
		if a.tok(k, s).word == "also" {
			return true
		}
	}
	return false
}

// datesMeet tells whether two dates may be those of one act: one lies within the other, or one is not told.
func datesMeet(x, y *when) bool {
	return x == nil || y == nil || x.begin <= y.begin && y.end <= x.end || y.begin <= x.begin && x.end <= y.end
}

// closerDate is the more exact of two dates of one act.
func closerDate(x, y *when) *when {
	if x == nil || y != nil && len(y.text) > len(x.text) {
		return y
	}
	return x
}

// exactDay is the day of a date that is told to the day, else "".
func exactDay(w *when) string {
	if w == nil || len(w.text) < 10 {
		return ""
	}
	return w.text
}

// apart tells whether two sets are told and have nothing in common.
func apart(x, y []string) bool {
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(c string) bool { return slices.Contains(y, c) })
}

// add takes in what another sentence tells of the act.
func (it *strike) add(b blow) {
	it.blows = append(it.blows, b)
	it.last = b.sentence
	it.victims, it.accused, it.sectors = addCodes(it.victims, b.victims), addCodes(it.accused, b.accused), addCodes(it.sectors, b.sectors)
	if it.word.conduct == "intrusion" {
		it.word.conduct = b.word.conduct
	}
	it.date = closerDate(it.date, b.date)
	it.names = addCodes(it.names, b.names)
	if it.hedge == "" {
		it.hedge = b.hedge
	}
	it.sure = it.sure || b.sure
	it.own = addCodes(it.own, b.own)
	if it.word.arena == cyberArena {
		it.victims = it.settled(it.victims)
	}
	it.claimed = it.claimed || b.claimed
}

// attacks gives the items in the form of a Reading.
func (a *attackReader) attacks() []Attack {
	out := []Attack{}
	light := a.aboutOther()
	for n := range a.items {
		it := &a.items[n]
		if why := a.notBorneOut(it, light); why != "" {
			a.missedBlow(&it.blow, why)
			continue
		}
		fs := a.features(it, len(a.items))
		at := Attack{Label: a.label(&it.blow), Victims: notNil(it.victims), Accused: notNil(it.accused), Conduct: it.word.conduct,
			Sectors: notNil(it.sectors), Denied: it.denied, Hedge: it.hedge, Confidence: a.confidence.of(attackClaim, fs)}
		if it.date != nil {
			at.First, at.Last = it.date.begin, it.date.end
			at.Date = textOrNil(it.date.text)
		}
		at.Attributions = a.attributions(it)
		for _, b := range it.blows {
			at.Evidence = a.addEvidence(at.Evidence, b.sentence, b.trigger.first)
		}
		a.explain(it, fs)
		out = append(out, at)
	}
	return out
}

// attributions tells who says that the accused did it, or that they did not.
func (a *attackReader) attributions(it *strike) []Attribution {
	var out []Attribution
	if len(it.accused) == 0 {
		return nil
	}
	for _, b := range it.blows {
		if len(b.accused) == 0 {
			continue
		}
		by := slices.DeleteFunc(slices.Clone(b.by), func(c string) bool { return slices.Contains(b.accused, c) && !b.claimed })
		t := Attribution{By: notNil(by), Blames: b.accused, Stance: graph.Accuses}
		if b.claimed && slices.Equal(by, b.accused) {
			t.Stance = graph.Admits
		}
		out = addAttribution(out, t)
	}
	if it.denied {
		out = addAttribution(out, Attribution{By: it.accused, Blames: it.accused, Stance: graph.Denies})
	}
	return out
}

func addAttribution(to []Attribution, t Attribution) []Attribution {
	for _, o := range to {
		if o.Stance == t.Stance && slices.Equal(o.By, t.By) && slices.Equal(o.Blames, t.Blames) {
			return to
		}
	}
	return append(to, t)
}

func notNil(codes []string) []string {
	if codes == nil {
		return []string{}
	}
	return codes
}

func textOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// maxEvidence is how long a passage may be, in bytes, and so also in code points.
const maxEvidence = 600

// maxPassages bounds the passages of one item: the first ones say enough.
const maxPassages = 12

// addEvidence adds the sentence, or the part of a long one around token at, to the passages, each once.
func (d *document) addEvidence(to []Evidence, sentence, at int) []Evidence {
	if len(to) == maxPassages {
		return to
	}
	e := d.points.evidence(d.passage(sentence, at))
	if slices.Contains(to, e) {
		return to
	}
	return append(to, e)
}

// passage is the stretch of a sentence that shows what is told at token at: the sentence, or its clauses around the token
// where it is too long.
func (d *document) passage(sentence, at int) span {
	s := &d.sentences[sentence]
	first, stop := s.body, s.stop
	length := func() int { return d.tokens[stop-1].end - d.tokens[first].start }
	for length() > maxEvidence && stop-first > 1 {
		if at-first > stop-at {
			first++
		} else {
			stop--
		}
	}
	return span{d.tokens[first].start, d.tokens[stop-1].end}
}
