package extract

import "slices"

// modifierReach is how many tokens before a verb an "if" may stand.
const modifierReach = 25

// modify applies the words before trigger i that change it: not, may, must, if, will.
func (f *frame) modify(v *verdict, i int) {
	t := &f.triggers[i]
	for k := len(f.words) - 1; k >= 0; k-- {
		w := &f.words[k]
		gap := t.first - w.stop
		if gap < 0 {
			continue
		}
		if gap > modifierReach {
			break
		}
		switch w.family {
		case notWord:
			if i > 0 && f.triggers[i-1].first >= w.stop {
				continue // it denies the verb between
			}
			if gap <= 2 && f.failing(w) && (v.family == agree || v.family == negotiate || v.family == treaty) {
				v.unreal = true // "failed to agree" refuses nothing
				f.because("it failed")
			} else if gap <= 2 && (gap == 0 || f.tokens[w.first].word != "without") {
				f.negate(v, i)
			}
		case mayWord:
			if gap > 4 || v.family == propose || v.family == favour || v.family == reject {
				continue
			}
			if f.tokens[w.first].word == "would" && f.reported(w.first) {
				f.promise(v, t)
				continue
			}
			v.weak = true
		case museWord:
			if (gap <= 2 || t.noun && gap <= 4) && v.family != breach {
				v.unreal = true
				f.because("only thought of")
			}
		case willWord:
			if gap <= 2 && (v.family == sign || v.family == ratify) {
				v.family = agree
			}
		case ifWord:
			if gap <= 6 && !f.comma(w.stop, t.first) || f.conditional(w.stop, t.first) {
				v.unreal = true
				f.because("a condition, not a fact")
			}
		}
	}
}

// failing tells whether the word says that somebody did not succeed.
func (f *frame) failing(w *trigger) bool {
	switch f.tokens[w.first].word {
	case "failed", "fails", "fail", "failure", "unable":
		return true
	}
	return false
}

// reportReach is how many tokens before "would" the verb of saying may stand that makes it the "will" of whoever said so.
const reportReach = 4

// reported tells whether the "would" at token i is what somebody said of himself, "said it would", or what is said of somebody by
// those for whom no other speaks: "officials said Norway would".
func (f *frame) reported(i int) bool {
	if f.sameSpeaker(i) {
		return true
	}
	switch f.tok(i-1, f.s).word {
	case "it", "they", "he", "she", "country", "government", "nation":
		said := func(t trigger) bool {
			return (t.family == sayWord || t.family == agree && !t.noun) && t.stop <= i && i-t.stop <= reportReach
		}
		return slices.ContainsFunc(f.words, said) || slices.ContainsFunc(f.triggers, said)
	}
	return false
}

// longestName is how many tokens before a verb the name of its subject may begin.
const longestName = 6

// sameSpeaker tells whether whoever is named right before token i is said to do something by his own side, or by nobody named.
func (f *frame) sameSpeaker(i int) bool {
	ms := f.mentionsIn(max(f.s.body, i-longestName), i)
	if len(ms) == 0 || ms[len(ms)-1].stop != i || !f.acts(&ms[len(ms)-1]) {
		return false
	}
	for k := len(f.words) - 1; k >= 0; k-- {
		if w := f.words[k]; w.family == sayWord && w.stop <= i {
			by := f.left(w.first)
			return by == nil || subset(ms[len(ms)-1].actors(), by)
		}
	}
	return false
}

// promise makes of a verb what a reported "would" makes of it: an offer where a condition follows, else a promise.
func (f *frame) promise(v *verdict, t *trigger) {
	switch {
	case !statusOf[v.family].Consent():
	case slices.ContainsFunc(f.words, func(w trigger) bool { return w.family == ifWord && w.first >= t.stop }):
		v.family = propose
	case v.family == sign || v.family == ratify:
		v.family = agree
	}
}

// negate turns what trigger i says: "has not signed" is a refusal, "did not reject" says nothing.
func (f *frame) negate(v *verdict, i int) {
	switch v.family {
	case sign, ratify, agree, negotiate, act, plan:
		if f.triggers[i].family == plan {
			v.family, v.subject = reject, i
			return
		}
		if f.triggers[i].noun || f.tok(f.triggers[i].first-1, f.s).word == "no" {
			v.unreal = true
			f.because("negated")
			return
		}
		v.family, v.subject = reject, i
	case breach:
		v.denied = true
	default:
		v.unreal = true
		f.because("negated")
	}
}

// dated tells whether a participle with its year follows an instrument as its date: "the treaty, signed in 1968".
func (f *frame) dated(t trigger) bool {
	next, after := f.tok(t.stop, f.s), f.tok(t.stop+1, f.s)
	return (next.word == "in" || next.word == "on") && (after.kind == numberToken || after.in(monthWord))
}

// conditional tells whether "would" or "could" stands between an "if" and the verb: "if 50 do this, it would".
func (f *frame) conditional(first, stop int) bool {
	for i := first; i < stop; i++ {
		switch f.tokens[i].word {
		case "would", "could", "might", "will":
			return true
		}
	}
	return false
}

// comma tells whether a comma stands in tokens[first:stop].
func (f *frame) comma(first, stop int) bool {
	for i := first; i < stop; i++ {
		if f.tokens[i].is(",") {
			return true
		}
	}
	return false
}
