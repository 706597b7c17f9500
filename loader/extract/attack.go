package extract

import (
	"slices"
)

// blow is a hostile act as one sentence tells it.
type blow struct {
	sentence int
	word     attackWord
	trigger  hit  // the words that tell of it
	verb     bool // as used
	passive  bool
	back     bool // points back to an act told before: "the attack"
	again    bool // a tool or those who strike, told as known, do it: "the virus also hit"
	names    []string
	victims  []string
	accused  []string
	own      []string // those who strike at home: told apart as who strikes and as whose people suffer
	sure     bool     // the accused are said in so many words to be behind it
	by       []string // who says so
	sectors  []string
	date     *when
	hedge    string
	denied   bool
	claimed  bool // the doer says so
}

// attackReader reads hostile acts sentence by sentence and joins those that are one.
type attackReader struct {
	*document
	lastCyber int    // the last sentence that spoke of hostile acts on networks
	lastNet   int    // the last one that spoke of networks, accounts or software at all
	lastArmed int    // the last one that spoke of troops
	cues      uint64 // the classes of cues in the sentence under reading, as bits
	gangs     gangs
	names     map[string]bool // what the text calls acts and tools
	main      *string         // the country that the text names most, once it was asked for
	items     []strike
}

// readAttacks fills the reading's attacks.
func (d *document) readAttacks(r *Reading) {
	a := &attackReader{document: d, lastCyber: -99, lastNet: -99, lastArmed: -99}
	a.readGangs()
	a.learnActs()
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.kind == furniture {
			continue
		}
		a.listen(i, s)
		a.listenAhead(i)
		blows := a.blowsOf(i, s)
		for _, b := range blows {
			a.join(b)
		}
		if len(blows) == 0 {
			a.hearBlame(i, s)
			a.hearTargets(i, s)
		}
		a.hearDenial(i, s)
	}
	r.Attacks = a.attacks()
}

// contextReach is for how many sentences talk of networks or troops tells what a bare "attack" is.
const contextReach = 3

// listen notes what the sentence speaks of.
func (a *attackReader) listen(i int, s *sentence) {
	for k := s.body; k < s.stop; k++ {
		t := &a.tokens[k]
		if t.in(cyberWord) {
			a.lastCyber = i
		}
		if t.in(netWord) {
			a.lastNet = i
		}
		if t.in(armedWord) {
			a.lastArmed = i
		}
		if isGroupNumber(t.word) {
			a.lastCyber = i
		}
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		switch h := &a.hits[k]; h.kind {
		case attackerEntry:
			if cueClass(h.value) == intruderCue {
				a.lastCyber = i
			}
		case attackEntry:
			if w := &a.phrases.attacks[h.value]; w.arena == cyberArena && w.strong && !w.verb {
				a.lastCyber = i
			}
		}
	}
}

// listenAhead lets the sentence after an unarmed sentence i tell that it spoke of networks.
func (a *attackReader) listenAhead(i int) {
	if i+1 == len(a.sentences) || a.lastArmed == i || a.sentences[i+1].paragraph != a.sentences[i].paragraph && i > 1 {
		return
	}
	next := &a.sentences[i+1]
	for k := next.body; k < next.stop; k++ {
		if t := &a.tokens[k]; t.in(cyberWord) || isGroupNumber(t.word) {
			a.lastCyber = i
			return
		}
	}
}

// blowsOf gives the acts that sentence i tells as facts or allegations.
func (a *attackReader) blowsOf(i int, s *sentence) []blow {
	if a.tokens[s.stop-1].is("?") {
		a.missedAll(attackClaim, i, attackEntry, "it is a question")
		return nil
	}
	a.cues = 0
	for _, h := range a.hits[s.hits.first:s.hits.stop] {
		if h.kind == cueEntry {
			a.cues |= 1 << h.value
		}
	}
	var out []blow
	for k := s.hits.first; k < s.hits.stop; {
		h := a.hits[k]
		if !h.isAct() || h.first < s.body {
			k++
			continue
		}
		end := k
		for end < s.hits.stop && a.hits[end].first == h.first {
			end++
		}
		if b, ok := a.trigger(i, s, k, end); ok && !(len(out) > 0 && b.trigger.first < out[len(out)-1].trigger.stop) {
			out = append(out, b)
		} else {
			a.missed(attackClaim, i, attackEntry, h.first, a.hits[end-1].stop)
		}
		k = end
	}
	return a.gather(i, s, out)
}

// gather makes of the triggers of a sentence its acts, with those who strike and suffer: one for each arena, or one for each
// conduct where the sentence lists several.
func (a *attackReader) gather(i int, s *sentence, triggers []blow) []blow {
	var out []blow
	for _, b := range triggers {
		merged := false
		for k := range out {
			if o := &out[k]; !listed(o, &b) && !a.twoActs(s, o, &b) && (o.word.arena == b.word.arena || o.word.arena == testArena || b.word.arena == testArena) {
				o.take(&b)
				merged = true
				break
			}
		}
		if !merged {
			out = append(out, b)
		}
	}
	for k := range out {
		a.narrow(s, &out[k])
		a.fill(i, s, &out[k], triggers)
		out[k].back = out[k].back || a.goesOn(i, &out[k])
	}
	for k := 1; k < len(out); k++ {
		if o := &out[k-1]; len(out[k].accused) == 0 && a.recordOf(s, o, &out[k]) {
			out[k].accused, out[k].sure = o.accused, o.sure
		}
	}
	return slices.DeleteFunc(out, func(b blow) bool {
		if !b.holds() {
			a.missedBlow(&b, "neither who strikes nor who is struck was found, or too little of it")
		}
		return !b.holds()
	})
}

// goesOn tells whether a strong word of an act on networks that names nobody tells more of the act told shortly before.
func (a *attackReader) goesOn(i int, b *blow) bool {
	if b.word.arena != cyberArena || !b.word.strong || len(b.victims) > 0 || len(b.accused) > 0 || b.date != nil || len(a.items) == 0 {
		return false
	}
	it := &a.items[len(a.items)-1]
	return it.word.arena == cyberArena && i-it.last <= contextReach
}

// narrow gives an intrusion the conduct that other words of its sentence tell: "for espionage purposes".
func (a *attackReader) narrow(s *sentence, b *blow) {
	if b.word.arena != cyberArena || b.word.conduct != "intrusion" {
		return
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != attackEntry {
			continue
		}
		if w := a.phrases.attacks[h.value]; w.arena == cyberArena && rank(w.conduct) > rank(b.word.conduct) && (w.strong || w.conduct == "data-theft") && w.conduct != "disruption" {
			b.word.conduct = w.conduct
		}
	}
}

// listed tells whether two acts of one sentence are told as two: both nouns, of different conduct, neither a general word.
func listed(o, b *blow) bool {
	return o.word.arena == cyberArena && b.word.arena == cyberArena && !o.verb && !b.verb && o.word.conduct != b.word.conduct &&
		o.word.conduct != "intrusion" && b.word.conduct != "intrusion" && o.word.conduct != "ransomware" && b.word.conduct != "ransomware"
}

// take adds what another trigger of the same act tells: the narrower conduct, the stronger word.
func (o *blow) take(b *blow) {
	if o.word.conduct == "intrusion" && b.word.conduct != "intrusion" || rank(b.word.conduct) > rank(o.word.conduct) && b.word.strong {
		o.word.conduct = b.word.conduct
	}
	if b.word.strong && !o.word.strong {
		conduct := o.word.conduct
		if !o.passive {
			o.trigger, o.verb, o.passive = b.trigger, b.verb, b.passive
		}
		o.word = b.word
		o.word.conduct = conduct
	}
	o.back = o.back && b.back
}

// rank orders conducts by how much they tell.
func rank(conduct string) int {
	return slices.Index([]string{"intrusion", "disruption", "data-theft", "influence", "destruction", "financial-theft", "ip-theft", "ransomware"}, conduct)
}

// holds tells whether enough is told to keep the act: somebody strikes or suffers, or it points back.
func (b *blow) holds() bool {
	if b.word.arena != cyberArena && !b.word.strong && b.verb && len(b.accused) == 0 {
		return false
	}
	if b.word.arena == cyberArena && !b.word.strong && !b.back && !b.sure && len(b.victims) == 0 && len(b.sectors) == 0 {
		return false // a bare "operation" or "exploited" needs something that is struck
	}
	if b.word.faint && !b.back && len(b.victims) == 0 && len(b.sectors) == 0 {
		return false
	}
	if b.word.subjects != 0 && len(b.victims) == 0 {
		return false // "troops seized drugs"
	}
	return len(b.victims) > 0 || len(b.accused) > 0 || b.back
}

func hasSuffix(s, suffix string) bool {
	return len(s) > len(suffix) && s[len(s)-len(suffix):] == suffix
}
