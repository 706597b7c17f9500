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
	lastCyber int     // the last sentence that spoke of hostile acts on networks
	lastNet   int     // the last one that spoke of networks, accounts or software at all
	lastArmed int     // the last one that spoke of troops
	main      *string // the country that the text names most, once it was asked for
	items     []strike
}

// readAttacks fills the reading's attacks.
func (d *document) readAttacks(r *Reading) {
	a := &attackReader{document: d, lastCyber: -99, lastNet: -99, lastArmed: -99}
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
		if h := &a.hits[k]; h.kind == attackerEntry && cueClass(h.value) == intruderCue {
			a.lastCyber = i
		}
	}
}

// listenAhead lets the sentence after an unarmed sentence i tell that it spoke of networks.
func (a *attackReader) listenAhead(i int) {
	if i+1 == len(a.sentences) || a.lastArmed == i || a.sentences[i+1].paragraph != a.sentences[i].paragraph {
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
		return nil
	}
	var out []blow
	for k := s.hits.first; k < s.hits.stop; {
		h := a.hits[k]
		if h.kind != attackEntry || h.first < s.body {
			k++
			continue
		}
		end := k
		for end < s.hits.stop && a.hits[end].first == h.first {
			end++
		}
		if b, ok := a.trigger(i, s, k, end); ok {
			out = append(out, b)
		}
		k = end
	}
	return a.gather(i, s, out)
}

// trigger chooses among the readings of the words at hits[k:end] the one that the words around them allow.
func (a *attackReader) trigger(i int, s *sentence, k, end int) (blow, bool) {
	var best blow
	found := false
	for ; k < end; k++ {
		h := a.hits[k]
		if h.kind != attackEntry {
			continue
		}
		w := a.phrases.attacks[h.value]
		if h.stop-h.first == 1 && w.verb == a.isNoun(s, &h) || a.insideOther(&h, k) || a.tokens[h.first].joined && a.tok(h.first-1, s).word == "co" {
			continue
		}
		if a.breaksLaw(s, &h) {
			continue
		}
		if w.arena == testArena && w.verb && !w.strong && (a.tokens[h.first].joined || !a.weaponAfter(s, h.stop)) {
			continue
		}
		if !w.strong && !a.inArena(i, &w) && !a.blamedFor(s, i, &w, h.first) {
			continue
		}
		better := !found || w.arena == testArena && w.verb && !best.word.strong || w.strong && !best.word.strong || w.strong == best.word.strong && h.stop > best.trigger.stop ||
			w.strong == best.word.strong && h.stop == best.trigger.stop && a.closer(i, w.arena, best.word.arena)
		if better {
			best, found = blow{sentence: i, word: w, trigger: h, verb: w.verb}, true
		}
	}
	if next := a.tok(best.trigger.stop+1, s); found && a.tok(best.trigger.stop, s).word == "on" && next.in(abstractWord) {
		return best, false // "attacks on human rights"
	}
	if !found || !best.verb && a.tok(best.trigger.stop, s).in(notActWord) && !a.used(s, best.trigger.first) || a.unreal(s, &best) || !best.word.strong && !a.bears(i, s, &best) {
		return best, false
	}
	best.passive = best.verb && a.isPassive(s, best.trigger.first)
	best.back = !best.verb && a.pointsBack(s, best.trigger.first)
	return best, true
}

// breaksLaw tells whether the words at h tell of a rule that is broken: "breached the treaty", "breach of rules".
func (a *attackReader) breaksLaw(s *sentence, h *hit) bool {
	if w := a.tokens[h.first].word; w != "breach" && w != "breached" && w != "breaches" && w != "breaching" {
		return false
	}
	for k := h.stop; k < h.stop+5; k++ {
		if a.tok(k, s).in(lawWord) {
			return true
		}
	}
	return false
}

// weaponAfter tells whether a weapon is the object of the verb before token i: "launched two short-range missiles".
func (a *attackReader) weaponAfter(s *sentence, i int) bool {
	for k := i; k < i+7 && k < s.stop; k++ {
		t := &a.tokens[k]
		if t.in(weaponWord) {
			return true
		}
		if t.kind == markToken && !t.is("-") || t.in(roleWord|verbWord|beWord|modalWord) {
			return false
		}
	}
	return false
}

// blamedFor tells whether somebody is said to be behind the noun at token i where nothing tells of arms: an act on networks then.
func (a *attackReader) blamedFor(s *sentence, sentence int, w *attackWord, i int) bool {
	if w.verb || w.arena != cyberArena || w.conduct != "intrusion" || sentence-a.lastArmed < contextReach {
		return false
	}
	return slices.ContainsFunc(a.hits[s.hits.first:s.hits.stop], func(h hit) bool {
		last := &a.tokens[h.stop-1]
		return h.kind == cueEntry && cueClass(h.value) == accuseCue && h.stop <= i && i-h.stop <= 3 && (last.word == "behind" || last.word == "for" || a.tokens[h.first].in(culpritWord))
	}) && a.sectorIn(s, i, i+8)
}

// used tells whether somebody is said to have used what is named at token i: "used spyware tools against".
func (a *attackReader) used(s *sentence, i int) bool {
	for k := i - 1; k >= i-3; k-- {
		switch a.tok(k, s).word {
		case "used", "using", "uses", "deployed", "deploying", "deploys":
			return true
		}
	}
	return false
}

func (a *attackReader) inArena(i int, w *attackWord) bool {
	switch w.arena {
	case cyberArena:
		return i-a.lastCyber < contextReach || w.verb && i == a.lastNet
	case armedArena:
		return i-a.lastArmed < contextReach
	}
	return true
}

// closer tells whether arena x was spoken of more lately than y.
func (a *attackReader) closer(i int, x, y arena) bool {
	last := map[arena]int{cyberArena: a.lastCyber, armedArena: a.lastArmed}
	return last[x] > last[y]
}

// gather makes of the triggers of a sentence its acts, with those who strike and suffer: one for each arena, or one for each
// conduct where the sentence lists several.
func (a *attackReader) gather(i int, s *sentence, triggers []blow) []blow {
	var out []blow
	for _, b := range triggers {
		merged := false
		for k := range out {
			if o := &out[k]; !listed(o, &b) && (o.word.arena == b.word.arena || o.word.arena == testArena || b.word.arena == testArena) {
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
	}
	return slices.DeleteFunc(out, func(b blow) bool { return !b.holds() })
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
	return len(b.victims) > 0 || len(b.accused) > 0 || b.back
}

func hasSuffix(s, suffix string) bool {
	return len(s) > len(suffix) && s[len(s)-len(suffix):] == suffix
}
