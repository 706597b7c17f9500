package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// conditions is the layer of words that open a condition: entries of kind conditionEntry index it; true where the words
// themselves are the condition.
type conditions []bool

func newConditions(v *vocabulary) (conditions, error) {
	rows, err := readTable("commitconditions", "kind", "phrases")
	if err != nil {
		return nil, err
	}
	var out conditions
	for i, r := range rows {
		if r[0] != "phrase" && r[0] != "clause" {
			return nil, graph.Errorf(graph.Invalid, "data/commitconditions.tsv: row %d: the kind is phrase or clause, not %q", i+1, r[0])
		}
		out = append(out, r[0] == "phrase")
		addForms(v, conditionEntry, i, r[1])
	}
	return out, nil
}

// How far, in tokens, a condition may stand from the claim's words, and how long it may be.
const conditionReach, longestCondition = 14, 16

// conditionOf gives the condition under which the claim is made, in the text's words, or "".
func (d *document) conditionOf(k *claim) string {
	s := &d.sentences[k.sentence]
	first, stop := min(k.trigger.first, k.place.first), max(k.trigger.stop, k.place.stop)
	if k.place.first < s.first || k.place.first >= s.stop || k.trigger.first < s.first || k.trigger.first >= s.stop {
		first, stop = k.place.first, k.place.stop
	}
	for i := s.hits.first; i < s.hits.stop; i++ {
		h := &d.hits[i]
		if h.kind != conditionEntry || h.first > stop+conditionReach || h.stop < first-conditionReach {
			continue
		}
		end := h.stop
		if !d.conditions[h.value] {
			for end < s.stop && end < h.stop+longestCondition && !clauseMark(&d.tokens[end]) {
				end++
			}
			if end-h.stop < 2 {
				continue
			}
		}
		return strings.Join(strings.Fields(d.text[d.tokens[h.first].start:d.tokens[end-1].end]), " ")
	}
	return ""
}

// clauseMark tells whether a clause ends at the mark.
func clauseMark(t *token) bool {
	return t.is(",") || t.is(";") || t.is(".") || t.is(":") || t.is(`"`) || t.is("-") || t.is("?") || t.is("!")
}

// infrastructure is the sector of whatever is critical, which a sector told by name replaces.
const infrastructure = "critical-infrastructure"

// scopeOf gives what the commitment covers and excludes: the sectors told with it, and what the next sentence says of "such an
// agreement". told is the sentence beside the claim's own that says so, -1 where none does.
func (c *commitmentReader) scopeOf(k *claim, attacks []Attack) (covers, excludes []string, told int) {
	told = -1
	slug := c.principles.list[k.principle]
	switch {
	case strings.HasSuffix(slug, infrastructure):
		covers = without(c.sectorsIn(k.sentence, k.place.first-scopeReach, k.place.stop+scopeReach), "defence") // that is "cyber weapons"
		if !slices.Contains(covers, infrastructure) && len(covers) == 0 {
			covers = []string{infrastructure}
		}
		next := k.sentence + 1
		if next >= len(c.sentences) || !c.speaksOfIt(next) {
			break
		}
		turn := c.turn(next)
		s := &c.sentences[next]
		if named := without(c.sectorsIn(next, s.first, turn), infrastructure); len(named) > 0 {
			covers, told = named, next
		}
		if turn < s.stop {
			if excludes = c.conductsIn(next, turn, attacks); len(excludes) > 0 {
				told = next
			}
		}
	case slug == "no-harbouring" && c.tells(k.sentence, "ransomware"):
		covers = []string{"ransomware"}
	}
	return covers, excludes, told
}

// scopeReach is how many tokens around the principle its sectors may stand.
const scopeReach = 12

// sectorsIn gives the sectors that tokens[first:stop] of sentence i tell, in the order of the table.
func (c *commitmentReader) sectorsIn(i, first, stop int) []string {
	var found []int32
	s := &c.sentences[i]
	for k := s.hits.first; k < s.hits.stop; k++ {
		if h := &c.hits[k]; h.kind == sectorEntry && h.first >= first && h.first < stop && !slices.Contains(found, h.value) {
			found = append(found, h.value)
		}
	}
	slices.Sort(found)
	var out []string
	for _, v := range found {
		out = append(out, c.phrases.sectors[v])
	}
	return slices.Compact(out)
}

// speaksOfIt tells whether sentence i speaks of "such an agreement", "the deal".
func (c *commitmentReader) speaksOfIt(i int) bool {
	f := c.clausesOf(i)
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == treaty && f.back(t.first) })
}

// turn is the token at which sentence i turns to what is not covered, or its end.
func (c *commitmentReader) turn(i int) int {
	for _, w := range c.clausesOf(i).words {
		if w.family == notWord {
			return w.first
		}
	}
	s := &c.sentences[i]
	for k := s.body; k < s.stop; k++ {
		switch c.tokens[k].word {
		case "excluding", "excludes", "except", "exempt", "exempts":
			return k
		}
	}
	return s.stop
}

// setsScope tells whether the sentence says only what an agreement told before covers: "such a deal would not cover spying".
func (c *commitmentReader) setsScope(f *frame) bool {
	return f.sentence-c.lastAt <= 1 && slices.ContainsFunc(f.words, func(w trigger) bool {
		return w.family == scopeWord && slices.ContainsFunc(f.triggers, func(t trigger) bool {
			return t.family == treaty && t.stop <= w.first && w.first-t.stop <= scopeVerbReach && f.back(t.first)
		})
	})
}

// scopeVerbReach is how many tokens after "such an agreement" its "covers" may stand.
const scopeVerbReach = 4

// conductsIn gives the conduct of the hostile acts that sentence i tells of from token first on.
func (c *commitmentReader) conductsIn(i, first int, attacks []Attack) []string {
	e := c.points.evidence(c.sentences[i].span)
	var out []string
	for _, a := range attacks {
		for _, o := range a.Evidence {
			if o.Start >= e.Start && o.End <= e.End && a.Conduct != "" && !slices.Contains(out, a.Conduct) {
				out = append(out, a.Conduct)
			}
		}
	}
	if len(out) > 0 {
		slices.Sort(out)
		return out
	}
	s := &c.sentences[i]
	for k := s.hits.first; k < s.hits.stop; k++ {
		if h := &c.hits[k]; h.kind == attackEntry && h.first >= first && !c.phrases.attacks[h.value].verb {
			out = append(out, c.phrases.attacks[h.value].conduct)
		}
	}
	slices.Sort(out)
	return without(slices.Compact(out), "")
}

// tells tells whether the sentence holds the word.
func (c *commitmentReader) tells(sentence int, word string) bool {
	s := &c.sentences[sentence]
	for k := s.body; k < s.stop; k++ {
		if c.tokens[k].word == word {
			return true
		}
	}
	return false
}

func without(list []string, word string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == word })
}

// hedgeOf gives the words that weaken the claim, in the text's spelling, or "".
func (d *document) hedgeNear(k *claim) string {
	s := &d.sentences[k.sentence]
	for i := s.hits.first; i < s.hits.stop; i++ {
		if h := &d.hits[i]; h.kind == cueEntry && cueClass(h.value) == hedgeCue && max(h.first-k.trigger.stop, k.trigger.first-h.stop) < 12 {
			return d.text[d.tokens[h.first].start:d.tokens[h.stop-1].end]
		}
	}
	return ""
}

// saidBy gives the words that name who says what the sentence tells: those before the verb of saying, at most eight.
func (f *frame) saidBy() string {
	for _, w := range f.words {
		if w.family != sayWord || f.tokens[w.stop-1].word == "notice" {
			continue
		}
		if f.tokens[w.stop-1].word == "to" && w.stop < f.s.stop { // "according to officials"
			return f.somebody(w.stop, 1)
		}
		subject := w.first - 1
		for subject > f.s.body && auxiliary[f.tokens[subject].word] { // "newspapers have reported"
			subject--
		}
		if w.first > f.s.body {
			return f.somebody(subject, -1)
		}
	}
	return ""
}

// somebody gives the words of phrase, except where they name what is written: "norm 3 says that".
func (f *frame) somebody(i, step int) string {
	words, first, stop := f.phrase(i, step)
	if slices.ContainsFunc(f.words, func(w trigger) bool { return w.family == paper && w.first >= first && w.stop <= stop }) {
		return ""
	}
	return words
}

// longestSpeaker is how many words of who says something are kept.
const longestSpeaker = 8

// phrase gives the words from token i on, forward or backward, up to a mark: those of tokens[first:stop].
func (f *frame) phrase(i, step int) (words string, first, stop int) {
	last := i
	first = i
	for k := i; k >= f.s.body && k < f.s.stop && f.tokens[k].kind != markToken && max(k-i, i-k) < longestSpeaker; k += step {
		first, last = min(first, k), max(last, k)
	}
	if f.tokens[first].kind == markToken {
		return "", first, first
	}
	return f.text[f.tokens[first].start:f.tokens[last].end], first, last + 1
}
