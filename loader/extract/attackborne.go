package extract

import "slices"

// A text is about sport or films if it has as many words of them, and one at least in every so many words.
const (
	otherMatters = 4
	otherEvery   = 60
)

// aboutOther tells whether the text is about sport, films or music, where wars and bombs are told in passing.
func (a *attackReader) aboutOther() bool {
	n := 0
	for k := range a.hits {
		if h := &a.hits[k]; h.kind == cueEntry && (cueClass(h.value) == sportCue || cueClass(h.value) == cultureCue) {
			n++
		}
	}
	return n >= otherMatters && n*otherEvery >= len(a.tokens)
}

// notBorneOut tells why too little is told to keep an item, "" where enough is. Light texts are about sport or films.
func (a *attackReader) notBorneOut(it *strike, light bool) string {
	some := func(pass func(blow) bool) bool { return slices.ContainsFunc(it.blows, pass) }
	switch {
	case light && (len(it.blows) < 2 || len(it.victims) == 0 || len(it.accused) == 0):
		return "told in passing in a text about sport or films"
	case it.word.arena == armedArena && len(it.accused) == 0 && !some(func(b blow) bool { return a.ends(b) || a.grave(b) }):
		return "a war as the background of something else, a bomb of terrorists or a murder: no state is accused, and no end is told of"
	case it.word.arena == testArena && !some(a.objected):
		return "a routine test: nobody objects"
	case it.word.arena == armedArena && !it.word.strong && (len(it.victims) == 0 || it.verb && len(it.accused) == 0) && !(it.sure && len(it.sectors) > 0):
		return "a bare word, and not enough is told of who strikes whom" // a debate, a strike of workers, a game
	}
	return ""
}

// grave tells whether the words of act b are such as are said of states alone, or tell that a war began.
func (a *attackReader) grave(b blow) bool {
	s := &a.sentences[b.sentence]
	if a.cueIn(s, graveCue, max(s.body, b.trigger.first-3), min(s.stop, b.trigger.stop+3)) {
		return true
	}
	return !b.verb && a.tokens[b.trigger.stop-1].in(conflictWord) && b.date != nil
}

// objected tells whether the test b is of a nuclear weapon, or somebody objects to it in the sentences around.
func (a *attackReader) objected(b blow) bool {
	for i := max(0, b.sentence-peaceReach); i <= min(len(a.sentences)-1, b.sentence+peaceReach); i++ {
		if s := &a.sentences[i]; a.cueIn(s, objectCue, s.body, s.stop) {
			return true
		}
	}
	return false
}

// peaceReach is how many sentences before or after a war somebody may speak of its end.
const peaceReach = 2

// ends tells whether something is told of the end of the war beside b: a cease-fire, a withdrawal.
func (a *attackReader) ends(b blow) bool {
	for i := max(0, b.sentence-peaceReach); i <= min(len(a.sentences)-1, b.sentence+peaceReach); i++ {
		if s := &a.sentences[i]; a.cueIn(s, peaceCue, s.body, s.stop) {
			return true
		}
	}
	return false
}
