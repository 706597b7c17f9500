package extract

import (
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// family is what a word of data/commitwords.tsv says about a commitment.
type family uint8

const (
	noFamily family = iota
	propose
	favour // a wish that is not yet a proposal: "supports", "ready to"
	must   // what somebody says that others must do
	negotiate
	agree
	vow    // what a state says it will never do
	act    // what a state does of itself: "halted its tests"
	treaty // a text that may have reached any status
	sign
	ratify
	reject
	suspend
	leave
	breach
	accuse
	deny
	notWord
	mayWord
	ifWord
	willWord
	classWord
	sayWord
	owesWord // to whom something is promised follows
	outsider // somebody of a country who does not act for it
	offWord  // talks that are over
	museWord // what is only thought of
	paper    // what is written, which nobody says
	scopeWord
)

var familyNames = map[string]family{
	"propose": propose, "favour": favour, "negotiate": negotiate, "agree": agree, "treaty": treaty, "sign": sign, "ratify": ratify, "reject": reject,
	"suspend": suspend, "leave": leave, "breach": breach, "accuse": accuse, "deny": deny, "not": notWord, "may": mayWord, "must": must, "act": act, "vow": vow, "off": offWord, "outsider": outsider, "owes": owesWord, "say": sayWord,
	"muse": museWord, "paper": paper, "scope": scopeWord, "if": ifWord, "will": willWord, "class": classWord, "none": noFamily,
}

// statusOf is the status that a word of the family tells by itself, "" where it tells none.
var statusOf = map[family]graph.Status{
	propose: graph.Proposed, favour: graph.Proposed, must: graph.Proposed, act: graph.Agreed, vow: graph.Agreed, negotiate: graph.Negotiating, agree: graph.Agreed, treaty: graph.Agreed, sign: graph.Signed,
	ratify: graph.Ratified, reject: graph.Rejected, suspend: graph.Suspended, leave: graph.Withdrawn, breach: Breached,
}

// trigger is a word that says how far something has come: tokens[first:stop].
type trigger struct {
	first, stop int
	family      family
	noun        bool
	member      bool  // what somebody is, beside the name of a treaty: "a CFE state party"
	itself      bool  // what the text of an agreement does, not a state: "expired"
	addressed   bool  // counts only where somebody is named right after it: "asked Norway"
	only        int32 // the principle of which alone the word says so, -1 for all
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
		for _, phrase := range cells(r[2]) {
			for _, form := range forms(phrase) {
				v.add(form, triggerEntry, int32(len(out)), wordsShape)
			}
		}
		form, principle, limited := strings.Cut(r[1], ":")
		t := trigger{family: f, noun: form == "noun" || form == "member", member: form == "member", itself: form == "itself", addressed: form == "addressed", only: -1}
		if limited {
			if t.only, ok = p.index[principle]; !ok {
				return nil, unknownWord("commitwords", n, "principle", principle)
			}
		}
		out = append(out, t)
	}
	return out, nil
}
