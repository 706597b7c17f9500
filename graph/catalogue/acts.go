package catalogue

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// acts adds the treaty actions with the stages that they bring, and the commitments that reach them: one for each principle that the
// instrument states.
func (b *batch) acts() {
	actors := map[string]map[string]bool{} // who acted, by instrument
	for _, a := range slices.Concat(b.c.TreatyActions, b.c.inherited(), b.c.adopted()) {
		b.act(a)
		if actors[a.Instrument] == nil {
			actors[a.Instrument] = map[string]bool{}
		}
		actors[a.Instrument][a.Actor] = true
	}
	for _, slug := range slices.Sorted(maps.Keys(actors)) {
		i := b.c.Instrument(slug)
		if _, err := graph.ParseDay(i.Terminated); err == nil {
			for _, code := range slices.Sorted(maps.Keys(actors[slug])) {
				b.act(TreatyAction{Actor: code, Instrument: slug, Action: string(graph.Termination), Date: i.Terminated, Effective: i.Terminated, Source: i.Source})
			}
		}
		for _, p := range b.principles[slug] {
			name := b.c.Principle(p).Name
			c := b.node(&graph.Commitment{ID: graph.CommitmentID(p, slug, nil), Summary: graph.Summary(name, i.Short, nil)})
			b.link(graph.RelUpholds, c, principle(p), nil)
			b.link(graph.RelUnder, c, instrument(slug), nil)
		}
	}
}

// inherited are the acts of succession to the instruments by which a state that is no more was bound, for successors of which no act of
// their own is known.
func (c *Catalogue) inherited() []TreatyAction {
	type pair struct{ actor, instrument string }
	bound, ended := map[pair]bool{}, map[pair]bool{}
	for _, a := range c.TreatyActions {
		p := pair{a.Actor, a.Instrument}
		switch graph.Action(a.Action) {
		case graph.Ratification, graph.Accession, graph.Acceptance, graph.Approval, graph.Succession:
			bound[p] = true
		case graph.Withdrawal, graph.Denunciation:
			ended[p] = true
		}
	}
	var out []TreatyAction
	for _, s := range c.Successions {
		for _, i := range c.Instruments {
			old, own := pair{s.Predecessor, i.Slug}, pair{s.Successor, i.Slug}
			if !bound[old] || ended[old] || bound[own] || i.Terminated != "" && i.Terminated < string(s.On) {
				continue
			}
			a := TreatyAction{Actor: s.Successor, Instrument: i.Slug, Action: string(graph.Succession), Date: string(s.On),
				Note: "continues " + c.Actor(s.Predecessor).Name, Source: s.Source}
			if i.InForce != "" && i.InForce <= string(s.On) {
				a.Effective = a.Date
			}
			out = append(out, a)
		}
	}
	return out
}

// adopted are the adoptions as acts.
func (c *Catalogue) adopted() []TreatyAction {
	var out []TreatyAction
	for _, a := range c.Adoptions {
		out = append(out, TreatyAction{Actor: a.By, Instrument: a.Instrument, Action: string(graph.Adoption), Date: a.Date, Source: a.Source})
	}
	return out
}

// act adds one treaty action and its stages: one on its day and one on the day it takes effect.
func (b *batch) act(a TreatyAction) {
	first, last, err := graph.Span(a.Date)
	if err != nil {
		return
	}
	action := graph.Action(a.Action)
	if consents(action) {
		a.Effective, a.Note = b.c.takesEffect(a, last)
	}
	from, effective, _ := graph.Span(a.Effective)
	n := &graph.TreatyAction{ID: graph.TreatyActionID(a.Actor, a.Instrument, action, first), Action: action, First: first, Last: last,
		Effective: effective, Note: a.Note, Source: a.Source}
	ref := b.node(n)
	b.link(graph.RelBy, ref, actor(a.Actor), nil)
	b.link(graph.RelOn, ref, instrument(a.Instrument), nil)
	done, effect := b.statuses(action, b.c.Instrument(a.Instrument))
	if done != "" {
		b.stage(n, a.Actor, done, first, last, last)
	}
	if effect != "" {
		if on, known := b.effect(n, done == graph.Ratified, b.c.Instrument(a.Instrument)); on != "" {
			b.stage(n, a.Actor, effect, begin(first, from, on), on, known)
		}
	}
}

// consents says whether an action is consent to be bound by a treaty.
func consents(a graph.Action) bool {
	switch a {
	case graph.Ratification, graph.Accession, graph.Acceptance, graph.Approval, graph.Succession:
		return true
	}
	return false
}

// takesEffect is the day on which consent given on a day takes effect by the treaty's own rule, and the note of the act. Who succeeds to a
// treaty that is in force is bound at the latest from the day of the notification (Vienna Convention on Succession of States in respect of
// Treaties, article 23(1)). Both as they are told where no rule is known, the treaty is not in force, or the depositary tells a day that the
// rule would not give.
func (c *Catalogue) takesEffect(a TreatyAction, on graph.Day) (effective, note string) {
	e := c.Entry(a.Instrument)
	_, inForce, err := graph.Span(c.Instrument(a.Instrument).InForce)
	if e == nil || err != nil {
		return a.Effective, a.Note
	}
	if graph.Action(a.Action) == graph.Succession {
		return cmp.Or(a.Effective, string(max(on, inForce))), a.Note
	}
	day := string(e.Effect(on, inForce))
	if !strings.HasPrefix(day, a.Effective) || day == a.Effective {
		return a.Effective, a.Note
	}
	note = e.note()
	if a.Note != "" {
		note = a.Note + "; " + note
	}
	return day, note
}

// begin is the first day on which an effect may have come: that of its month or year, where no more is told, but not before the act.
func begin(act, from, on graph.Day) graph.Day {
	if from == "" {
		return on
	}
	return min(max(act, from), on)
}

// statuses are those that an action brings on its day and when it takes effect; "" for none.
func (b *batch) statuses(a graph.Action, i *Instrument) (done, effect graph.Status) {
	switch a {
	case graph.Signature:
		return graph.Signed, ""
	case graph.Ratification, graph.Accession, graph.Acceptance, graph.Approval, graph.Succession:
		if i.Binding != "binding" {
			return graph.Agreed, "" // nobody is bound by what does not bind
		}
		return graph.Ratified, graph.InForce
	case graph.Adoption:
		return graph.Agreed, ""
	case graph.Resumption:
		return "", graph.InForce
	case graph.Suspension:
		return "", graph.Suspended
	case graph.Withdrawal, graph.Denunciation, graph.RevocationOfRatification:
		return "", graph.Withdrawn
	case graph.Termination:
		return "", graph.Terminated
	}
	return "", ""
}

// effect is the day on which an action took effect and the day from which that was known. Consent given before a treaty entered into
// force takes effect with it (Vienna Convention on the Law of Treaties, article 24); what ends a commitment takes effect on its own day
// where no later one is told. "" where nobody told.
func (b *batch) effect(a *graph.TreatyAction, consent bool, i *Instrument) (on, known graph.Day) {
	switch inForce, err := graph.ParseDay(i.InForce); {
	case a.Effective != "":
		return a.Effective, a.Last
	case consent:
		if err == nil && a.Last <= inForce {
			return inForce, inForce
		}
		return "", ""
	}
	return a.Last, a.Last
}

func (b *batch) stage(a *graph.TreatyAction, code string, status graph.Status, first, last, known graph.Day) {
	s := b.node(&graph.Stage{ID: graph.ActStageID(a.ID, status), Status: status, Stance: graph.Reports, First: first, Last: last, KnownAt: known,
		KnownTo: graph.Forever, Confidence: 1})
	b.link(graph.RelFrom, s, graph.RefOf(a), nil)
	b.link(graph.RelBy, s, actor(code), nil)
}
