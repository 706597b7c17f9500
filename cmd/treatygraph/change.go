package main

import (
	"fmt"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// change is what became known or took effect since a day, with what brought it.
type change struct {
	Day     graph.Day `json:"day"`
	Clock   string    `json:"clock"` // KNOWN or VALID
	Kind    string    `json:"kind"`  // Stage, TreatyAction, Attribution or Allegation
	ID      string    `json:"id"`
	What    string    `json:"what"` // status, action or stance
	Actors  []string  `json:"actors"`
	Of      []string  `json:"of"` // commitments, instrument or attack
	Hedge   string    `json:"hedge,omitempty"`
	Text    string    `json:"text,omitempty"`
	Article *origin   `json:"article,omitempty"`
	Source  string    `json:"source,omitempty"` // of what no article tells

	Dropped *droppedTalks `json:"dropped,omitempty"` // talks that count as dropped since that day; no text says so
}

func newChange(d answer.Difference) change {
	c := change{Day: d.Day, Clock: string(d.Clock), Kind: graph.KindOf(d.Claim).Name, ID: d.Claim.NodeID(), Actors: codes(d.Actors), Of: []string{}, Article: newOrigin(d.Article), Dropped: newDropped(d.Dropped)}
	switch n := d.Claim.(type) {
	case *graph.Stage:
		c.What, c.Hedge = string(n.Status), n.Hedge
		if d.Dropped != nil {
			c.What = string(graph.Dropped)
		}
		if n.Stance == graph.Denies {
			c.What = "DENIES " + c.What
		}
	case *graph.TreatyAction:
		c.What, c.Source = string(n.Action), n.Source
	case *graph.Attribution:
		c.What, c.Source = string(n.Stance), n.Source
	case *graph.Allegation:
		c.What = string(n.Stance)
	}
	for _, x := range d.Commitments {
		c.Of = append(c.Of, x.Summary)
	}
	if d.Instrument != nil && d.Dropped == nil {
		c.Of = append(c.Of, d.Instrument.Name)
	}
	if d.Attack != nil {
		c.Of = append(c.Of, d.Attack.Name)
	}
	if d.Act != nil {
		c.Source = d.Act.Source
	}
	if d.Passage != nil {
		c.Text = d.Passage.Text
	}
	return c
}

// text is the change for a person: the day and what is new, then what says so.
func (c change) text(p page) string {
	how := ""
	switch {
	case c.Dropped != nil:
		how = ", inferred: " + c.Dropped.line()
	case c.Clock == string(answer.ByValid):
		how = ", takes effect"
	}
	s := p.wrap("  ", fmt.Sprintf("%s  %s: %s (%s)%s", answer.Long(c.Day), strings.Join(c.Actors, ", "), c.What, strings.Join(c.Of, "; "), how))
	if c.Text != "" {
		s += p.wrap("    ", quoted(c.Text))
	}
	switch {
	case c.Article != nil:
		s += p.wrap("      ", c.Article.line()+" [claim "+c.ID+"]")
	case c.Source != "":
		s += p.wrap("      ", c.Source)
	}
	return s
}
