package main

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// reply is an answer with the sentences that say so: what `ask --json` prints, and what the text for a person is made of.
type reply struct {
	Sentence   string            `json:"sentence"`
	Policy     string            `json:"policy"`
	Understood understood        `json:"understood"`
	ValidAt    graph.Day         `json:"validAt"`
	KnownAt    graph.Day         `json:"knownAt"`
	Groups     []replyGroup      `json:"groups"`
	Unsettled  []replyCommitment `json:"unsettled,omitempty"` // of which reports tell and nobody holds anything
	Nearest    []nearNorm        `json:"nearest"`
	Would      []string          `json:"would"`
	Changes    []change          `json:"changes,omitempty"`
	Since      graph.Day         `json:"since,omitempty"`
	Ground     ground            `json:"ground"`
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
	Mode     answer.Mode  `json:"mode"`
	Through  string       `json:"through,omitempty"` // code of the group or class that spoke
	Since    graph.Day    `json:"since"`
	Ended    graph.Status `json:"ended,omitempty"`
	EndedOn  graph.Day    `json:"endedOn,omitempty"`
	Disputed bool         `json:"disputed"`
}

type replyCommitment struct {
	ID           string        `json:"id"`
	Summary      string        `json:"summary"`
	Principle    string        `json:"principle"`
	Instrument   string        `json:"instrument,omitempty"`
	Dropped      *droppedTalks `json:"dropped,omitempty"`
	Led          *ledTo        `json:"led,omitempty"`
	LastReported graph.Day     `json:"lastReported,omitempty"` // of any status
	Stale        bool          `json:"stale,omitempty"`        // talks of which nothing has been reported for long
	Alone        bool          `json:"alone,omitempty"`        // one report is all that it stands on
	Sides        []side        `json:"sides,omitempty"`        // where reports contradict each other, the highest authority first
	Holders      []holder      `json:"holders"`                // of the group's status; of talks that were dropped, those who talked
	Reports      []replyReport `json:"reports"`                // stages of the status that a text tells, newest first
	Told         int           `json:"told"`                   // how many such stages there are
	Acts         []replyAct    `json:"acts"`                   // stages of the status that acts brought, newest first
	Acted        int           `json:"acted"`                  // how many such stages there are
}

// droppedTalks is why talks count as dropped: the outcome is known as a whole and does not state the principle. No text says so.
type droppedTalks struct {
	Instrument string    `json:"instrument"`
	Title      string    `json:"title"`
	On         graph.Day `json:"on"`
	Source     string    `json:"source"`
}

// ledTo is the instrument to which talks led: no text says so, but all their parties consent to the principle under it later.
type ledTo struct {
	Instrument string    `json:"instrument"`
	Title      string    `json:"title"`
	On         graph.Day `json:"on"`
}

// side is what one side says where reports contradict each other, and its best source.
type side struct {
	Status    graph.Status    `json:"status"`
	Stance    graph.Stance    `json:"stance"`
	Actors    []string        `json:"actors"`
	Authority graph.Authority `json:"authority"`
	Reports   int             `json:"reports"`
	Last      graph.Day       `json:"last"`
	Text      string          `json:"text,omitempty"`
	Article   *origin         `json:"article,omitempty"`
	Source    string          `json:"source,omitempty"` // of a treaty action
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

	Reports    int `json:"reports"`    // of what was asked
	Unreviewed int `json:"unreviewed"` // of them
}

// newReply looks up what supports an answer.
func newReply(ctx context.Context, store graph.Store, a *answer.Answer) (*reply, error) {
	r := &reply{Sentence: a.Sentence, Policy: a.Policy.Name(), Would: list(a.Would), ValidAt: a.AsOf.ValidAt, KnownAt: a.AsOf.KnownAt, Groups: []replyGroup{}, Nearest: []nearNorm{},
		Ground: newGround(a.Ground), Understood: understood{Phrase: a.Understood.Phrase, Principles: matches(a.Understood.Principles),
			Alternatives: matches(a.Understood.Alternatives), Actors: list(a.Understood.Actors), Instruments: list(a.Understood.Instruments)}}
	l := lookup{ctx: ctx, store: store, at: a.AsOf, counted: a.Counted}
	for _, g := range a.Groups {
		r.Groups = append(r.Groups, l.group(g))
	}
	if len(a.Unsettled) > 0 {
		var all []string
		for _, s := range graph.Statuses() {
			all = append(all, string(s))
		}
		r.Unsettled = l.commitments(a.Unsettled, all...)
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

func newGround(g answer.Ground) ground {
	return ground{Articles: g.Articles, First: g.First, Last: g.Last, Reports: g.Reports, Unreviewed: g.Unreviewed}
}

func newHolder(p answer.Position) holder {
	s := p.Standing
	return holder{Code: p.Actor.Code, Name: p.Actor.Name, Mode: p.Mode, Through: p.Through, Since: s.Since, Ended: s.Ended, EndedOn: s.EndedOn, Disputed: s.Disputed}
}

func newDropped(d *answer.Dropped) *droppedTalks {
	if d == nil {
		return nil
	}
	return &droppedTalks{Instrument: d.Instrument.Slug, Title: d.Instrument.Name, On: d.On, Source: d.Source}
}

func newLed(l *answer.Led) *ledTo {
	if l == nil {
		return nil
	}
	return &ledTo{Instrument: l.Instrument.Slug, Title: l.Instrument.Name, On: l.On}
}

func newSides(all []answer.Side) []side {
	var out []side
	for _, s := range all {
		x := side{Status: s.Status, Stance: s.Stance, Actors: s.Actors, Authority: s.Authority, Reports: s.Reports, Last: s.Stage.Last, Article: newOrigin(s.Article)}
		if s.Passage != nil {
			x.Text = s.Passage.Text
		}
		if s.Act != nil {
			x.Source = s.Act.Source
		}
		out = append(out, x)
	}
	return out
}

// newOrigin names an article; nil for none.
func newOrigin(a *graph.Article) *origin {
	if a == nil {
		return nil
	}
	return &origin{ID: a.ID, Title: a.Title, Outlet: a.Outlet, Published: a.Published, URLs: list(a.URLs)}
}
