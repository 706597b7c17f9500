package extract

import (
	"slices"
	"strings"
)

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
	denier  int // the trigger whose subject denies it, or -1
}

// embedReach is how many tokens may stand between a verb and the one it governs.
const embedReach = 12

// chain follows the verbs outward from the base.
func (f *frame) chain(base int, m principleMention) verdict {
	v := verdict{family: f.baseFamily(base, m), base: base, subject: base, accuser: -1, denier: -1, unreal: f.question}
	if f.question {
		f.because("it is a question")
	}
	f.modify(&v, base)
	if f.over(base) {
		v.unreal = true
		f.because("the talks are over without a result")
	}
	in := base // the trigger that the next one outward may govern
	for i := base - 1; i >= 0; i-- {
		outer, inner := &f.triggers[i], &f.triggers[in]
		if outer.only >= 0 && outer.only != m.principle || f.beside(outer, inner) {
			continue
		}
		reach := embedReach
		if outer.family == propose || outer.family == agree && (inner.family == favour || inner.family == agree) {
			reach += 8
		}
		if m.first <= outer.first && outer.stop <= m.stop && m.stop <= inner.first && (inner.itself || f.passive(*inner, m)) {
			break // "the pact limiting arms was signed"
		}
		if f.apart(outer, in, m) {
			break // "rejected the treaty and appealed"
		}
		if outer.family == leave && f.owner(inner.first) == nil && f.namedBetween(outer.stop, inner.first) {
			break // "withdrawing from Chile under the accord"
		}
		if inner.first-outer.stop > reach || f.broken(outer.stop, inner.first) || f.newSubject(outer, inner) {
			break
		}
		if !f.embed(&v, i) {
			break
		}
		in = i
		f.modify(&v, i)
	}
	return v
}

// baseFamily is what trigger i says of what stands at m: to suspend or scrap what is forbidden is to keep the principle, unless what is
// suspended is a pledge or a text: "suspended its tests", but "suspended its moratorium on tests".
func (f *frame) baseFamily(i int, m principleMention) family {
	t := &f.triggers[i]
	weapon := m.exact && m.instrument == "" && weaponNoun[f.tokens[m.stop-1].word]
	if t.family != suspend && t.family != leave || m.exact && !m.act && !weapon && !f.opens(t, m) || m.carried || t.first >= m.stop || t.itself {
		return t.family
	}
	if !m.act && !weapon && t.first < m.first && !f.opens(t, m) {
		return t.family
	}
	for _, o := range f.triggers {
		if o.first >= t.stop && o.stop <= m.stop && (o.family == treaty || o.family == agree && o.noun) {
			return t.family
		}
	}
	for k := t.stop; k < m.first; k++ {
		if textNoun[f.tokens[k].word] {
			return t.family // "lifted its embargo on weapons"
		}
	}
	return act
}

// over tells whether the talks of trigger i are said to be over without a result.
func (f *frame) over(i int) bool {
	t := &f.triggers[i]
	if t.family != negotiate {
		return false
	}
	for k, w := range f.words {
		if w.family == offWord && w.stop <= t.first && t.first-w.stop <= 1 {
			return true // "broke off talks"
		}
		if w.family == offWord && w.first >= t.stop {
			return k == 0 || f.words[k-1].family != notWord || w.first-f.words[k-1].stop > 1
		}
	}
	return false
}

// apart tells whether the outer trigger has an object of its own before inner trigger i: the principle stands between them.
func (f *frame) apart(outer *trigger, i int, m principleMention) bool {
	inner := &f.triggers[i]
	return outer.stop <= m.first && m.first < m.stop && m.stop <= inner.first && !inner.noun && !f.infinitive(i) && !(outer.noun && f.passive(*inner, m))
}

// beside tells whether "and" joins the inner verb to something before the outer noun: "to hold talks and sign".
func (f *frame) beside(outer, inner *trigger) bool {
	w := f.tok(inner.first-1, f.s).word
	if w != "and" && w != "but" || inner.noun {
		return false
	}
	return outer.noun || f.tokens[outer.first].past() && f.tokens[inner.first].past() // "proposed talks and signed"
}

// newSubject tells whether a relative clause or a coordinated one with its own subject begins between two verbs.
func (f *frame) newSubject(outer, inner *trigger) bool {
	for i := outer.stop; i < inner.first; i++ {
		switch t := &f.tokens[i]; {
		case t.word == "which":
			switch f.tok(i-1, f.s).word {
			case "under", "in", "by", "through", "with":
				continue // "a pact under which they undertake"
			}
			return true
		case t.word == "who" || t.word == "whose" || t.word == "that" && f.classBefore(i-2, i) && f.tok(inner.first-1, f.s).word != "to":
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
	if f.triggers[v.subject].binds && (outer == agree || outer == sign || outer == negotiate || outer == propose || outer == reject) {
		take(outer) // "signed a pact that obliges them"
		return true
	}
	switch outer {
	case plan:
		switch v.family {
		case sign, ratify, treaty:
			take(agree)
		case leave, suspend, negotiate, agree, act, reject:
			take(v.family)
		default:
			return false
		}
	case propose, favour, must:
		if inner := &f.triggers[v.subject]; v.family == propose && inner.noun && f.owner(inner.first) != nil {
			return false // "countered Iran's offer"
		}
		if inner := f.triggers[v.subject]; f.triggers[i].noun && inner.family == reject && f.undergone(inner) {
			return false // "Iran's offer was rejected by"
		}
		switch v.family {
		case leave, suspend, reject:
			if f.asksItself(i) {
				v.subject = i
			} else {
				take(reject)
			}
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
		case propose:
			if inner := f.triggers[v.subject]; inner.noun && inner.first-f.triggers[i].stop < 6 && f.takesUp(f.triggers[i].first) {
				take(agree) // "accepted Norway's call"
			} else {
				v.subject = i
			}
		case must:
			if strings.HasPrefix(f.tokens[f.triggers[i].first].word, "agre") || f.classBefore(f.triggers[v.subject].first-classReach, f.triggers[v.subject].first) {
				take(agree) // "affirmed that no state should"
			} else {
				v.subject = i
			}
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
		if v.family == leave && outer == suspend {
			take(agree) // "suspended its withdrawal"
			return true
		}
		if v.family == negotiate || v.family == propose || v.family == favour {
			return false
		}
		take(outer)
	case breach:
		if inner := &f.triggers[v.subject]; !inner.noun && statusOf[v.family] != "" && v.family != treaty && v.family != act && v.family != breach && !f.infinitive(v.subject) {
			return false // "broke the truce and proposed"
		}
		take(breach)
	case accuse:
		if v.family == breach {
			v.accuser = i
			return false
		}
	case deny:
		if f.negated(i) || statusOf[v.family] == "" || v.family == treaty {
			v.unreal = true // "did not deny"
			f.because("it is denied")
		} else {
			v.denied, v.denier = true, i
		}
		return false
	}
	return true
}

// negated tells whether a word that denies stands right before trigger i: "did not deny".
func (f *frame) negated(i int) bool {
	return slices.ContainsFunc(f.words, func(w trigger) bool {
		return w.family == notWord && w.stop <= f.triggers[i].first && f.triggers[i].first-w.stop <= 1
	})
}

// asksItself tells whether trigger i asks an organ of the same country: "the President asked the Senate to defer".
func (f *frame) asksItself(i int) bool {
	t := &f.triggers[i]
	asked := f.right(t.stop, 2)
	return asked != nil && slices.Equal(asked, f.left(t.first))
}

// takesUp tells whether the verb at token i says yes to what another proposed: "accepted Norway's call", not "renewed its call".
func (f *frame) takesUp(i int) bool {
	w := f.tokens[i].word
	for _, stem := range []string{"accept", "endors", "approv", "agree", "adopt", "honor", "honour", "assent", "consent"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
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
