package main

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// reply is an answer with the sentences that say so: what `ask --json` prints, and what the text for a person is made of.
type reply struct {
	Sentence   string       `json:"sentence"`
	Understood understood   `json:"understood"`
	ValidAt    graph.Day    `json:"validAt"`
	KnownAt    graph.Day    `json:"knownAt"`
	Groups     []replyGroup `json:"groups"`
	Nearest    []nearNorm   `json:"nearest"`
	Ground     ground       `json:"ground"`
}

type understood struct {
	Phrase       string   `json:"phrase"`
	Principles   []match  `json:"principles"`
	Alternatives []match  `json:"alternatives"`
	Actors       []string `json:"actors"`
	Instruments  []string `json:"instruments"`
}

type match struct {
	Slug  string  `json:"slug"`
	Score float64 `json:"score"`
}

// replyGroup is who holds one status: each actor under its strongest, and the commitments that they hold it of.
type replyGroup struct {
	Status      graph.Status      `json:"status"`
	Actors      []holder          `json:"actors"`
	Commitments []replyCommitment `json:"commitments"`
	Total       int               `json:"total"` // commitments whose own status it is
}

// holder is an actor and its standing.
type holder struct {
	Code     string       `json:"code"`
	Name     string       `json:"name"`
	Since    graph.Day    `json:"since"`
	Ended    graph.Status `json:"ended,omitempty"`
	EndedOn  graph.Day    `json:"endedOn,omitempty"`
	Disputed bool         `json:"disputed"`
}

type replyCommitment struct {
	ID         string        `json:"id"`
	Summary    string        `json:"summary"`
	Principle  string        `json:"principle"`
	Instrument string        `json:"instrument,omitempty"`
	Dropped    *droppedTalks `json:"dropped,omitempty"`
	Holders    []holder      `json:"holders"` // of the group's status; of talks that were dropped, those who talked
	Reports    []replyReport `json:"reports"` // stages of the status that a text tells, newest first
	Told       int           `json:"told"`    // how many such stages there are
	Acts       []replyAct    `json:"acts"`    // stages of the status that acts brought, newest first
	Acted      int           `json:"acted"`   // how many such stages there are
}

// droppedTalks is why talks count as dropped: the outcome is known as a whole and does not state the principle. No text says so.
type droppedTalks struct {
	Instrument string    `json:"instrument"`
	Title      string    `json:"title"`
	On         graph.Day `json:"on"`
	Source     string    `json:"source"`
}

// replyReport is what one text says.
type replyReport struct {
	ID         string       `json:"id"`
	Stance     graph.Stance `json:"stance"`
	First      graph.Day    `json:"first,omitempty"`
	Last       graph.Day    `json:"last"`
	KnownAt    graph.Day    `json:"knownAt"`
	Actors     []string     `json:"actors"`
	Hedge      string       `json:"hedge,omitempty"`
	SaidBy     string       `json:"saidBy,omitempty"`
	Condition  string       `json:"condition,omitempty"`
	Conditions []string     `json:"conditions"`
	Covers     []string     `json:"covers"`
	Excludes   []string     `json:"excludes"`
	Evidence   []evidence   `json:"evidence"`
}

type evidence struct {
	Text    string `json:"text"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Article origin `json:"article"`
}

type origin struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Outlet    string    `json:"outlet"`
	Published graph.Day `json:"published"`
	URLs      []string  `json:"urls"`
}

// replyAct is what an actor did towards the instrument.
type replyAct struct {
	Actors []string     `json:"actors"`
	Action graph.Action `json:"action"`
	Day    graph.Day    `json:"day"`
	Note   string       `json:"note,omitempty"`
	Source string       `json:"source"`
}

type nearNorm struct {
	Principle  string `json:"principle"`
	Name       string `json:"name"`
	Instrument string `json:"instrument"`
	Title      string `json:"title"`
	Symbol     string `json:"symbol,omitempty"`
	Binding    string `json:"binding"`
	Adopted    string `json:"adopted"`
	Locator    string `json:"locator,omitempty"`
}

type ground struct {
	Articles int       `json:"articles"`
	First    graph.Day `json:"first,omitempty"`
	Last     graph.Day `json:"last,omitempty"`
}

// newReply looks up what supports an answer.
func newReply(ctx context.Context, store graph.Store, a *answer.Answer) (*reply, error) {
	r := &reply{Sentence: a.Sentence, ValidAt: a.AsOf.ValidAt, KnownAt: a.AsOf.KnownAt, Groups: []replyGroup{}, Nearest: []nearNorm{},
		Ground: ground(a.Ground), Understood: understood{Phrase: a.Understood.Phrase, Principles: matches(a.Understood.Principles),
			Alternatives: matches(a.Understood.Alternatives), Actors: list(a.Understood.Actors), Instruments: list(a.Understood.Instruments)}}
	l := lookup{ctx: ctx, store: store, at: a.AsOf, actors: a.Understood.Actors, dropped: a.Dropped}
	for _, g := range a.Groups {
		r.Groups = append(r.Groups, l.group(g))
	}
	for _, n := range a.Nearest {
		r.Nearest = append(r.Nearest, nearNorm{Principle: n.Principle.Slug, Name: n.Principle.Name, Instrument: n.Instrument.Slug, Title: n.Instrument.Name,
			Symbol: n.Instrument.Symbol, Binding: n.Instrument.Binding, Adopted: n.Instrument.Adopted, Locator: n.Locator})
	}
	return r, l.err
}

func matches(ms []answer.Match) []match {
	out := make([]match, len(ms))
	for i, m := range ms {
		out[i] = match(m)
	}
	return out
}

// list is s, but never null in JSON.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func newHolder(a *graph.Actor, s *graph.Standing) holder {
	return holder{Code: a.Code, Name: a.Name, Since: s.Since, Ended: s.Ended, EndedOn: s.EndedOn, Disputed: s.Disputed}
}
