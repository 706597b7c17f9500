package extract

import "slices"

// gangs are the groups of hackers that the text calls by name, with the country that it gives them anywhere: "Conti, which is
// believed to work from Russia".
type gangs map[string][]string

// readGangs finds the groups that have a country in the text.
func (a *attackReader) readGangs() {
	a.gangs = gangs{}
	named := a.learnNames()
	for i := range a.sentences {
		s := &a.sentences[i]
		if s.kind == furniture {
			continue
		}
		ms := a.mentionsIn(s.body, s.stop)
		for k := range ms {
			m := &ms[k]
			if m.kind != countryName || a.tok(m.first-1, s).word == "anonymous" || a.doerByWord(s, m) == noCue {
				continue
			}
			if name := a.gangNear(s, m, named); name != "" && a.gangs[name] == nil {
				a.gangs[name] = []string{m.code}
			}
		}
	}
}

// learnNames gives the names that the text itself says are those of groups: "a gang called Medusa".
func (a *attackReader) learnNames() map[string]bool {
	names := map[string]bool{}
	for k := range a.hits {
		h := &a.hits[k]
		if h.kind != attackerEntry || cueClass(h.value) == linkCue {
			continue
		}
		s := &a.sentences[a.sentenceAt(h.first)]
		for i := h.stop; i < h.stop+5; i++ {
			switch a.tok(i, s).word {
			case "called", "named", "dubbed", "styled", "itself", "as":
				if t := a.tok(i+1, s); t.kind == wordToken && t.letter != lowerCase && len(a.mentionsIn(i+1, i+2)) == 0 {
					names[t.word] = true
				}
			}
		}
	}
	return names
}

// sentenceAt is the index of the sentence that holds token i.
func (d *document) sentenceAt(i int) int {
	at, _ := slices.BinarySearchFunc(d.sentences, i, func(s sentence, t int) int {
		if s.stop <= t {
			return -1
		}
		return 1
	})
	return at
}

// gangReach is how many words may stand between a group's name and its country.
const gangReach = 12

// gangNear is the name of the group that stands nearest to m, "" where none does.
func (a *attackReader) gangNear(s *sentence, m *mention, named map[string]bool) string {
	best, gap := "", gangReach
	a.eachGang(s, named, func(name string, first, stop int) {
		if g := max(first-m.stop, m.first-stop, 0); g < gap {
			best, gap = name, g
		}
	})
	return best
}

// eachGang calls f for every name of a group in the sentence.
func (a *attackReader) eachGang(s *sentence, named map[string]bool, f func(name string, first, stop int)) {
	for k := s.hits.first; k < s.hits.stop; k++ {
		if h := &a.hits[k]; h.kind == attackerEntry && cueClass(h.value) == intruderCue && h.shape != wordsShape && a.tokens[h.first].letter != lowerCase {
			f(a.tokens[h.first].word, h.first, h.stop)
		}
	}
	for i := s.body; i < s.stop; i++ {
		t := &a.tokens[i]
		if isGroupNumber(t.word) || t.letter != lowerCase && (named[t.word] || a.gangs[t.word] != nil) {
			f(t.word, i, i+1)
		}
	}
}

// byGang gives the country of the group that does act b: named before the act, or after its "by".
func (a *attackReader) byGang(s *sentence, b *blow) []string {
	if len(a.gangs) == 0 || b.word.arena != cyberArena {
		return nil
	}
	var out []string
	a.eachGang(s, nil, func(name string, first, stop int) {
		before := stop <= b.trigger.first && !b.passive
		agent := first >= b.trigger.stop && (a.tok(first-1, s).word == "by" || a.tok(first-2, s).word == "by")
		if out == nil && (before || agent) {
			out = a.gangs[name]
		}
	})
	return out
}
