package extract

import "github.com/treatygraph/treatygraph/graph"

// family is what a word of data/commitwords.tsv says about a commitment.
type family uint8

const (
	noFamily family = iota
	propose
	favour // a wish that is not yet a proposal: "supports", "ready to"
	must   // what somebody says that others must do
	negotiate
	agree
	vow     // what a state says it will never do
	act     // what a state does of itself: "halted its tests"
	plan    // what a state means to do
	relapse // what a state takes up again: "resumed its tests"
	treaty  // a text that may have reached any status
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
	"suspend": suspend, "leave": leave, "breach": breach, "accuse": accuse, "deny": deny, "not": notWord, "may": mayWord, "must": must, "act": act, "vow": vow, "plan": plan, "relapse": relapse, "off": offWord, "outsider": outsider, "owes": owesWord, "say": sayWord,
	"muse": museWord, "paper": paper, "scope": scopeWord, "if": ifWord, "will": willWord, "class": classWord, "none": noFamily,
}

// statusOf is the status that a word of the family tells by itself, "" where it tells none.
var statusOf = map[family]graph.Status{
	propose: graph.Proposed, favour: graph.Proposed, must: graph.Proposed, act: graph.Agreed, plan: graph.Proposed, relapse: graph.Withdrawn, vow: graph.Agreed, negotiate: graph.Negotiating, agree: graph.Agreed, treaty: graph.Agreed, sign: graph.Signed,
	ratify: graph.Ratified, reject: graph.Rejected, suspend: graph.Suspended, leave: graph.Withdrawn, breach: Breached,
}
