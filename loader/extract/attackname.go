package extract

import "slices"

// learnActs finds the words by which the text calls acts on networks or what they are done with: "the Kazoo virus", "a campaign
// dubbed Kazoo", "Operation Kazoo".
func (a *attackReader) learnActs() {
	a.names = map[string]bool{}
	for k := range a.hits {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != toolCue {
			continue
		}
		s := &a.sentences[a.sentenceAt(h.first)]
		before, after := h.first-1, h.stop
		if a.tok(before, s).is(`"`) {
			before--
		}
		for after < h.stop+4 && (a.tok(after, s).is(`"`) || a.cueIn(s, calledCue, after, after+1) || a.tok(after, s).word == "as") {
			after++
		}
		for _, i := range []int{before, after} {
			if (i != h.stop || a.tokens[h.first].word == "operation") && a.isActName(s, i) {
				a.names[a.tokens[i].word] = true
			}
		}
	}
}

// isActName tells whether token i may be the name of an act or a tool: written with a capital, and nobody's name.
func (a *attackReader) isActName(s *sentence, i int) bool {
	t := a.tok(i, s)
	if t.kind != wordToken || t.letter == lowerCase || t.letter == upperCase || i == s.body || len(t.word) < 4 || t.in(cyberWord|determinerWord|monthWord|weekdayWord) || s.capitals || s.kind == heading {
		return false
	}
	if a.titled(s, i) || a.cueIn(s, toolCue, i, i+1) || len(a.mentionsIn(i, i+1)) > 0 || isGroupNumber(t.word) {
		return false
	}
	return !slices.ContainsFunc(a.hits[s.hits.first:s.hits.stop], func(h hit) bool {
		return h.kind == attackerEntry && h.first <= i && h.stop > i
	})
}

// namesIn gives the names of acts that the sentence calls.
func (a *attackReader) namesIn(s *sentence) []string {
	var out []string
	for k := s.body; k < s.stop && len(a.names) > 0; k++ {
		if t := &a.tokens[k]; t.letter != lowerCase && a.names[t.word] {
			out = addCodes(out, []string{t.word})
		}
	}
	return out
}

// namedAlike tells whether both acts are called by a name of their own that is the same.
func namedAlike(it *strike, b *blow) bool {
	return slices.ContainsFunc(b.names, func(n string) bool { return slices.Contains(it.names, n) })
}

// known tells whether the subject of the verb at token i is a tool or those who strike, told as known: "the virus also hit".
func (a *attackReader) known(s *sentence, i int) bool {
	k := i - 1
	for k > s.body && (a.tokens[k].in(beWord|modalWord) || a.tokens[k].word == "also" || a.tokens[k].word == "then") {
		k--
	}
	if !a.cueIn(s, toolCue, k, k+1) {
		return false
	}
	for j := k - 1; j >= k-3 && j >= s.body; j-- {
		switch t := &a.tokens[j]; {
		case t.word == "the" || t.word == "this" || t.word == "these":
			return true
		case t.kind != wordToken || t.in(roleWord|verbWord|articleWord):
			return false
		}
	}
	return false
}
