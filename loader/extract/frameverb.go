package extract

import "slices"

// frame is a sentence as commitments are read from it: its triggers in order.
type frame struct {
	*document
	s        *sentence
	sentence int
	triggers []trigger
	words    []trigger // not, may, must, if, will and classes, in order
	question bool
	agreed   *claim   // what the text told last to be agreed, nil for nothing
	we       []string // for whom the text itself speaks
}

// clausesOf finds the triggers of sentence i.
func (d *document) clausesOf(i int) *frame {
	s := &d.sentences[i]
	f := &frame{document: d, s: s, sentence: i, we: d.we}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &d.hits[k]
		if h.kind != triggerEntry || h.first < s.body {
			continue
		}
		t := d.triggerWords[h.value]
		t.first, t.stop = h.first, h.stop
		if t.family == vow {
			f.words = append(f.words, trigger{first: h.stop - 1, stop: h.stop, family: notWord})
		}
		switch {
		case t.family == noFamily:
		case t.family >= notWord:
			f.words = append(f.words, t)
		default:
			f.triggers = append(f.triggers, t)
		}
	}
	f.question = d.tokens[s.stop-1].is("?") || s.stop-2 >= s.first && d.tokens[s.stop-2].is("?")
	return f
}

// How far, in tokens, a trigger may stand from a principle: before it where it is told by its name or by its elements, and after it.
// One that proposes may stand farther, at the head of a long list of demands.
const reachFar, reachElements, reachAfter = 34, 20, 16

// candidate is a trigger that may say how far a principle has come; the cheaper the likelier.
type candidate struct{ trigger, cost int }

// mostCandidates is how many triggers are tried for one principle.
const mostCandidates = 3

// reachVow is how many tokens after "will never" the act may stand.
const reachVow = 6

// reachParty is how many tokens after "a party to" the treaty may stand.
const reachParty = 8

// govern gives the triggers that may say how far the principle has come, the likeliest first.
func (f *frame) govern(m principleMention) []candidate {
	var all []candidate
	for i := range f.triggers {
		if cost, ok := f.cost(&f.triggers[i], m); ok {
			all = append(all, candidate{i, cost})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return a.cost - b.cost })
	return all[:min(len(all), mostCandidates)]
}

// cost is how unlikely, in tokens, the trigger says something of the principle; false where it cannot.
func (f *frame) cost(t *trigger, m principleMention) (int, bool) {
	inside := m.first <= t.first && t.stop <= m.stop
	if t.only >= 0 && t.only != m.principle || m.exact && inside && t.family != agree && t.family != act && t.family != breach && t.family != negotiate {
		return 0, false // part of the principle's own name: "test ban treaty"
	}
	if t.addressed && !f.namedBetween(t.stop, min(t.stop+3, f.s.stop)) {
		return 0, false
	}
	gap := distance(*t, m)
	after := t.first >= m.stop
	if !m.exact && t.family != propose && gap > reachElements || gap > reachFar && t.family != propose || after && gap > reachAfter ||
		f.broken(min(t.stop, m.stop), max(t.first, m.first)) {
		return 0, false
	}
	cost := gap
	if after {
		cost += 4
		if !f.passive(*t, m) && !t.noun {
			cost += 8
		}
		if f.dated(*t) {
			cost += 10
		}
	}
	if inside && t.family != act && t.family != agree || t.family == breach && m.exact {
		cost += 2
	}
	switch t.family {
	case ratify:
		if !after && gap > reachParty {
			return 0, false // "parties to" something else
		}
	case vow:
		if m.carried || m.exact && !m.act || gap > reachVow || after || f.ends(m) {
			return 0, false
		}
		cost += 6
	case leave:
		if !after && f.namedBetween(t.stop, m.first) {
			return 0, false // "withdrawing from Chile under the accord"
		}
	case act:
		cost += 6
	case treaty:
		cost += 12 // says little by itself
	case accuse, deny:
		cost += 8
	}
	return cost, true
}

// ends tells whether a verb that ends something is among the principle's words: "would not stop the theft" is no vow.
func (f *frame) ends(m principleMention) bool {
	return slices.ContainsFunc(f.triggers, func(t trigger) bool { return t.family == act && m.first <= t.first && t.stop <= m.stop })
}

// namedBetween tells whether somebody who acts is named in tokens[first:stop].
func (f *frame) namedBetween(first, stop int) bool {
	for _, m := range f.mentionsIn(first, stop) {
		if f.acts(&m) {
			return true
		}
	}
	return false
}

// broken tells whether a clause ends between tokens first and stop.
func (f *frame) broken(first, stop int) bool {
	for i := first; i < stop; i++ {
		t := &f.tokens[i]
		if t.is(";") {
			return true
		}
		if t.is(",") && f.clauseAt(i+1, stop) {
			return true
		}
		if t.is(",") && i+1 < stop {
			switch f.tokens[i+1].word {
			case "but", "while", "although", "though", "whereas", "despite":
				return true
			}
		}
	}
	return false
}

// clauseAt tells whether a clause with a subject of its own begins at token i: "..., his government refused".
func (f *frame) clauseAt(i, stop int) bool {
	for _, m := range f.mentionsIn(i, min(i+2, stop)) {
		for k := m.stop; k < min(m.stop+3, stop); k++ {
			t := &f.tokens[k]
			if t.is(",") || t.word == "and" || t.word == "or" {
				break
			}
			if t.past() || t.in(verbWord) || auxiliary[t.word] {
				return true
			}
		}
	}
	return false
}

// verdict is what a chain of triggers says: "urged Iran to sign" is urging, by the subject of the outer verb.
type verdict struct {
	family  family
	base    int // the trigger nearest to the principle
	subject int // the trigger whose subject are the parties
	accuser int // the trigger whose subject says so, or -1
	weak    bool
	unreal  bool // a question, a condition, a hypothesis
	denied  bool
}

// embedReach is how many tokens may stand between a verb and the one it governs.
const embedReach = 12

// chain follows the verbs outward from the base.
func (f *frame) chain(base int, m principleMention) verdict {
	v := verdict{family: f.triggers[base].family, base: base, subject: base, accuser: -1, unreal: f.question}
	f.modify(&v, base)
	v.unreal = v.unreal || f.over(base)
	for i := base - 1; i >= 0; i-- {
		outer, inner := &f.triggers[i], &f.triggers[i+1]
		reach := embedReach
		if outer.family == propose || outer.family == agree && (f.triggers[i+1].family == favour || f.triggers[i+1].family == agree) {
			reach += 8
		}
		if inner.first-outer.stop > reach || f.broken(outer.stop, inner.first) || f.newSubject(outer, inner) {
			break
		}
		if !f.embed(&v, i) {
			break
		}
		f.modify(&v, i)
	}
	return v
}

// over tells whether the talks of trigger i are said to be over without a result.
func (f *frame) over(i int) bool {
	t := &f.triggers[i]
	if t.family != negotiate {
		return false
	}
	for k, w := range f.words {
		if w.family == offWord && w.first >= t.stop {
			return k == 0 || f.words[k-1].family != notWord || w.first-f.words[k-1].stop > 1
		}
	}
	return false
}

// newSubject tells whether a relative clause or a coordinated one with its own subject begins between two verbs.
func (f *frame) newSubject(outer, inner *trigger) bool {
	for i := outer.stop; i < inner.first; i++ {
		switch t := &f.tokens[i]; {
		case t.word == "which" || t.word == "who" || t.word == "whose":
			return true
		case t.is(",") && i+1 < inner.first && len(f.mentionsIn(i+1, inner.first)) > 0 && outer.family != propose:
			return true
		}
	}
	return false
}

// embed combines the outer trigger i with what the inner ones say; false where the chain ends before it.
func (f *frame) embed(v *verdict, i int) bool {
	outer := f.triggers[i].family
	take := func(to family) {
		v.family, v.subject, v.weak = to, i, false
	}
	switch outer {
	case propose, favour, must:
		if inner := &f.triggers[v.subject]; v.family == propose && inner.noun && f.owner(inner.first) != nil {
			return false // "countered Iran's offer"
		}
		switch v.family {
		case leave, suspend, reject:
			take(reject)
		case breach:
			return false
		default:
			take(outer)
		}
	case negotiate:
		if v.family == breach {
			return false
		}
		take(negotiate)
	case agree:
		switch v.family {
		case sign, ratify:
			if f.infinitive(v.subject) {
				take(agree)
			}
		case agree, treaty, act, vow:
			take(agree)
		case favour:
			take(agree)
		case propose, must:
			v.subject = i
		default:
			v.subject = i
		}
	case vow:
		return false
	case act:
		if v.family == propose || v.family == favour || v.family == negotiate || v.family == must {
			return false
		}
		take(act)
	case treaty:
		if v.family == treaty || v.family == agree {
			v.subject = i
		}
	case sign, ratify:
		switch v.family {
		case treaty, agree, act:
			take(outer)
		case sign, ratify: // "signed and ratified"
			v.subject = i
		default:
			return false
		}
	case reject:
		switch v.family {
		case leave, suspend:
			take(propose)
		case breach, reject:
			return false
		default:
			take(reject)
		}
	case suspend, leave:
		if v.family == negotiate || v.family == propose || v.family == favour {
			return false
		}
		take(outer)
	case breach:
		take(breach)
	case accuse:
		if v.family == breach {
			v.accuser = i
			return false
		}
	case deny:
		if v.family == breach {
			v.denied = true
		} else {
			v.unreal = true
		}
		return false
	}
	return true
}

// infinitive tells whether the trigger stands after "to" or a word of the future.
func (f *frame) infinitive(i int) bool {
	first := f.triggers[i].first
	for k := first - 1; k >= first-2; k-- {
		switch f.tok(k, f.s).word {
		case "to", "will", "would", "shall":
			return true
		}
	}
	return false
}

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
			if gap <= 2 && (gap == 0 || f.tokens[w.first].word != "without") {
				f.negate(v, i)
			}
		case mayWord:
			if gap <= 4 && v.family != propose && v.family != favour && v.family != reject {
				v.weak = true
			}
		case willWord:
			if gap <= 2 && (v.family == sign || v.family == ratify) {
				v.family = agree
			}
		case ifWord:
			if gap <= 6 && !f.comma(w.stop, t.first) || f.conditional(w.stop, t.first) {
				v.unreal = true
			}
		}
	}
}

// negate turns what trigger i says: "has not signed" is a refusal, "did not reject" says nothing.
func (f *frame) negate(v *verdict, i int) {
	switch v.family {
	case sign, ratify, agree, negotiate, act:
		if f.triggers[i].noun || f.tok(f.triggers[i].first-1, f.s).word == "no" {
			v.unreal = true
			return
		}
		v.family, v.subject = reject, i
	case breach:
		v.denied = true
	default:
		v.unreal = true
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
		case "would", "could", "might":
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
