package extract

import "strings"

// trigger is a word that says how far something has come: tokens[first:stop].
type trigger struct {
	first, stop int
	family      family
	noun        bool
	member      bool       // what somebody is, beside the name of a treaty: "a CFE state party"
	itself      bool       // what the text of an agreement does, not a state: "expired"
	addressed   bool       // counts only where somebody is named right after it: "asked Norway"
	binds       bool       // what a text does to those who are named right after it: "obliges Norway to"
	only        int32      // the principle of which alone the word says so, -1 for all
	tails       [][]string // of a verb in two parts: what must follow it, one of several: "pull ... out of"
}

// triggerWords is the layer of triggers: the entries of kind triggerEntry index it.
type triggerWords []trigger

func newTriggerWords(p *principles, v *vocabulary) (triggerWords, error) {
	rows, err := readTable("commitwords", "family", "form", "phrases")
	if err != nil {
		return nil, err
	}
	var out triggerWords
	for n, r := range rows {
		f, ok := familyNames[r[0]]
		if !ok {
			return nil, unknownWord("commitwords", n, "family", r[0])
		}
		form, principle, limited := strings.Cut(r[1], ":")
		t := trigger{family: f, noun: form == "noun" || form == "member", member: form == "member", itself: form == "itself",
			addressed: form == "addressed", binds: form == "binds", only: -1}
		if limited {
			if t.only, ok = p.index[principle]; !ok {
				return nil, unknownWord("commitwords", n, "principle", principle)
			}
		}
		out = append(out, t)
		whole := int32(len(out) - 1)
		for _, phrase := range cells(r[2]) {
			head, tails, split := strings.Cut(phrase, tailMark)
			at := whole
			if split {
				at = int32(len(out))
				out = append(out, t)
				out[at].tails = tailsOf(tails)
			}
			for _, form := range forms(head) {
				v.add(form, triggerEntry, at, wordsShape)
			}
		}
	}
	return out, nil
}

// tailMark stands between the parts of a verb in two parts.
const tailMark = " ... "

// tailsOf reads what may follow the first part of a verb in two parts: "out of/from".
func tailsOf(cell string) [][]string {
	var out [][]string
	for _, tail := range strings.Split(cell, "/") {
		out = append(out, strings.Fields(tail))
	}
	return out
}

// tailReach is how many tokens may stand between the parts of a verb in two parts.
const tailReach = 7

// extend finds the second part of a verb in two parts and takes it in; false where it does not follow.
func (f *frame) extend(t *trigger) bool {
	if t.tails == nil {
		return true
	}
	for k := t.stop; k < min(t.stop+tailReach, f.s.stop) && !clauseMark(&f.tokens[k]); k++ {
		if t.family == leave && f.tokens[k].in(armedWord) {
			return false // troops are withdrawn from a place
		}
		for _, tail := range t.tails {
			if f.reads(k, tail) {
				t.stop = k + len(tail)
				return true
			}
		}
	}
	return false
}

// reads tells whether the words stand at token i.
func (f *frame) reads(i int, words []string) bool {
	for k, w := range words {
		if f.tok(i+k, f.s).word != w {
			return false
		}
	}
	return true
}
