package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// addDeeds reads the acts that are told by a word and what it is done to. They follow the words of attacks.tsv in the list of acts.
func (p *phrases) addDeeds(v *vocabulary) error {
	rows, err := readTable("attackobjects", "class", "phrases")
	if err != nil {
		return err
	}
	classes := make([]string, len(rows))
	for n, r := range rows {
		classes[n] = r[0]
		p.objects = append(p.objects, r[0] == "data" || r[0] == "system" || r[0] == "site")
		addForms(v, objectEntry, n, r[1])
	}
	if rows, err = readTable("deeds", "conduct", "arena", "form", "weight", "acts", "objects", "subjects", "then"); err != nil {
		return err
	}
	p.deeds = len(p.attacks)
	for n, r := range rows {
		w, err := attackWordOf("deeds", r)
		if err != nil {
			return err
		}
		if w.objects, err = objectMask(classes, n, r[5]); err != nil {
			return err
		}
		if w.subjects, err = objectMask(classes, n, r[6]); err != nil {
			return err
		}
		w.then = cells(r[7])
		p.attacks = append(p.attacks, w)
		addForms(v, deedEntry, len(p.attacks)-1, r[4])
	}
	return nil
}

// objectMask is the set of the named classes, as bits.
func objectMask(classes []string, row int, cell string) (uint32, error) {
	mask := uint32(0)
	for _, name := range cells(cell) {
		at := slices.Index(classes, name)
		if at < 0 {
			return 0, graph.Errorf(graph.Invalid, "data/deeds.tsv: row %d: no class %q; known: %s", row+1, name, strings.Join(classes, ", "))
		}
		mask |= 1 << at
	}
	return mask, nil
}

// masked tells whether the words at h are part of a phrase that tells of no act: "test ban".
func (a *attackReader) masked(s *sentence, h *hit) bool {
	return slices.ContainsFunc(a.hitsBetween(s, h.first-longestPhrase, h.stop), func(o hit) bool {
		return o.kind == attackEntry && o.first < h.stop && h.first < o.stop && a.phrases.attacks[o.value].arena == noArena
	})
}

// actReach is how many words after or before a verb its object may stand.
const actReach = 10

// done tells whether what the act at h asks for stands beside it: its object, its subject, the word that completes the verb.
func (a *attackReader) done(s *sentence, h *hit, w *attackWord) bool {
	passive := w.verb && (a.isPassive(s, h.first) || a.reduced(s, h, w))
	if w.objects != 0 {
		found := false
		switch {
		case passive:
			found = a.objectIn(s, a.clauseStart(s, h.first), h.first, w.objects)
		case w.verb:
			found = a.objectIn(s, h.stop, a.objectEnd(s, h.stop), w.objects) || a.relativeObject(s, h, w.objects)
		default:
			found = a.objectIn(s, h.first-1, h.first, w.objects) || a.ofWhat(s, h.stop, w.objects)
		}
		if !found {
			return false
		}
	}
	if w.subjects != 0 && (passive || !a.subjectIn(s, max(a.clauseStart(s, h.first), h.first-actReach), h.first, w.subjects)) {
		return passive && a.byWhat(s, h.stop, w.subjects)
	}
	return len(w.then) == 0 || a.followed(s, h.stop, w.then)
}

// objectIn tells whether a word of the classes begins in tokens[first:stop].
func (a *attackReader) objectIn(s *sentence, first, stop int, classes uint32) bool {
	return slices.ContainsFunc(a.hitsBetween(s, first, stop), func(h hit) bool {
		return h.kind == objectEntry && h.first >= first && h.first < stop && classes&(1<<h.value) != 0
	})
}

// subjectIn tells whether a noun of the classes that is not part of another stands in tokens[first:stop].
func (a *attackReader) subjectIn(s *sentence, first, stop int, classes uint32) bool {
	return slices.ContainsFunc(a.hitsBetween(s, first, stop), func(h hit) bool {
		return h.kind == objectEntry && h.first >= first && h.stop <= stop && classes&(1<<h.value) != 0 && a.isHead(s, h.stop)
	})
}

// objectEnd is where the object of a verb that ends before token i ends.
func (a *attackReader) objectEnd(s *sentence, i int) int {
	if a.tok(i, s).word == "what" { // "fired what appeared to be missiles"
		for k := i; k < i+7 && k < s.stop; k++ {
			if a.tokens[k].in(beWord) {
				i = k + 1
			}
		}
	}
	for k := i; k < s.stop && k < i+actReach; k++ {
		t := &a.tokens[k]
		if t.is(";") || t.is(":") || t.is("(") || t.is("-") || t.in(modalWord|beWord) || t.word == "that" || t.word == "which" || t.word == "who" ||
			k > i && t.in(roleWord) && t.word != "of" && t.word != "from" && t.word != "at" && t.word != "in" && t.word != "into" && t.word != "on" && t.word != "across" {
			return k
		}
	}
	return min(s.stop, i+actReach)
}

// clauseStart is where the clause of the verb at token i begins, as far as its subject goes.
func (a *attackReader) clauseStart(s *sentence, i int) int {
	for k := i - 1; k >= s.body && k >= i-2*actReach; k-- {
		t := &a.tokens[k]
		if t.is(";") || t.is(":") || t.word == "that" && !a.tok(k+1, s).in(beWord) || t.word == "when" || t.word == "while" || t.word == "after" || t.in(tellWord) && k < i-1 {
			return k + 1
		}
	}
	return max(s.body, i-2*actReach)
}

// reduced tells whether the verb at h is a participle after what it was done to: "documents stolen from the ministry".
func (a *attackReader) reduced(s *sentence, h *hit, w *attackWord) bool {
	next := a.tok(h.stop, s)
	if !a.pastForm(s, h.first) || !next.in(roleWord) && next.kind != markToken || a.objectIn(s, h.stop, h.stop+4, w.objects) {
		return false
	}
	return w.objects != 0 && a.objectIn(s, h.first-1, h.first, w.objects)
}

// relativeObject tells whether the object of the verb at h stands before it as the head of a relative clause: "the emails that
// hackers stole".
func (a *attackReader) relativeObject(s *sentence, h *hit, classes uint32) bool {
	for k := h.first - 1; k >= s.body && k >= h.first-actReach; k-- {
		t := &a.tokens[k]
		if t.word == "that" || t.word == "which" {
			return a.objectIn(s, max(s.body, k-3), k, classes)
		}
		if t.kind == markToken && !t.is("'") {
			return false
		}
	}
	return false
}

// ofWhat tells whether a noun that ends before token i is followed by a preposition and a word of the classes.
func (a *attackReader) ofWhat(s *sentence, i int, classes uint32) bool {
	switch a.tok(i, s).word {
	case "of", "on", "in", "at", "to", "into", "against", "with", "from":
		return a.objectIn(s, i+1, a.objectEnd(s, i+1), classes)
	}
	return false
}

// byWhat tells whether the agent of a passive verb that ends before token i is of the classes: "shelled by Iraqi guns".
func (a *attackReader) byWhat(s *sentence, i int, classes uint32) bool {
	for k := i; k < i+actReach && k < s.stop; k++ {
		if a.tokens[k].word == "by" {
			return a.objectIn(s, k+1, min(s.stop, k+6), classes)
		}
	}
	return false
}

// followed tells whether one of the words stands after token i in the same clause: "took the site offline".
func (a *attackReader) followed(s *sentence, i int, words []string) bool {
	for k := i; k < i+actReach && k < s.stop; k++ {
		t := &a.tokens[k]
		if slices.Contains(words, t.word) {
			return true
		}
		if t.is(",") || t.is(";") {
			return false
		}
	}
	return false
}
