package answer

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// conditions asks of each condition of the texts, and of the wording of the principle, whether it was so. There is always an element: where
// there are no conditions, it says so.
func (p pair) conditions() ([]Element, error) {
	slugs, worded := slices.Clone(p.commitment.conditions), []string(nil)
	for _, s := range p.Catalogue.Scopes {
		if p.commitment.principle != nil && s.Principle == p.commitment.principle.Slug {
			worded = s.Conditions
		}
	}
	var out []Element
	for _, slug := range slices.Sorted(slices.Values(union(slugs, worded))) {
		e := Element{Name: "condition", Condition: slug, Value: Unknown}
		if slices.Contains(p.commitment.conditions, slug) {
			e.Passages = p.commitment.under
		}
		if slices.Contains(worded, slug) {
			e.Sources = p.wording()
		}
		if err := p.condition(&e); err != nil {
			return nil, err
		}
		if e.Value == Unknown && e.Why == "" {
			e.Why = "no record tells whether it was so"
		}
		out = append(out, e)
	}
	if out == nil {
		out = []Element{{Name: "condition", Value: True, Why: "it has none"}}
	}
	return out, nil
}

// condition says of a condition what the record and the catalogue tell, and leaves it unknown where they do not.
func (p pair) condition(e *Element) error {
	switch e.Condition {
	case "peacetime":
		p.conflict(e, False)
	case "armed-conflict":
		p.conflict(e, True)
	case "entry-into-force":
		return p.inForce(e)
	case "time-limit":
		if i := p.commitment.instrument; i != nil && i.Terminated != "" && p.attack.first != "" {
			if _, last, err := graph.Span(i.Terminated); err == nil && last < p.attack.first {
				e.Value, e.Why = False, "the instrument had ended on "+i.Terminated
				e.Sources = append(e.Sources, i.Source)
			}
		}
	case "knowledge", "intent":
		for _, s := range p.attack.said {
			if s.Stance == graph.Admits && p.commitment.party(code(s.Against)) {
				e.Value, e.Why = True, code(s.Against)+" says that it did it"
				e.Passages = append(slices.Clone(e.Passages), s.Passages...)
			}
		}
	case "commercial-advantage":
		if slices.Contains(p.attack.conduct, "ip-theft") {
			e.Value, e.Why = True, "the attack is told as theft of intellectual property, which is theft for commercial gain"
			e.Passages = append(slices.Clone(e.Passages), p.attack.passages...)
		}
	case "reciprocity":
		return p.reciprocity(e)
	}
	return nil
}

// conflict settles an element where an armed conflict of a blamed party and a victim is listed on the day; what is not listed settles nothing.
func (p pair) conflict(e *Element, listed Truth) {
	for _, b := range filter(p.attack.blamed(), p.commitment.party) {
		for _, v := range p.attack.victims {
			if k := p.Catalogue.Conflict(b, v, p.attack.first); k != nil && p.attack.first != "" {
				e.Value, e.Why = listed, "there was an armed conflict of "+b+" and "+v+" on the day"
				e.Sources = append(slices.Clone(e.Sources), k.Source)
				return
			}
		}
	}
	e.Why = "the catalogue lists no armed conflict of theirs on the day, and its list is not complete"
}

// inForce settles whether the commitment was in force on the day of the attack.
func (p pair) inForce(e *Element) error {
	if p.attack.first == "" {
		return nil
	}
	held, err := p.heldOn(p.holders(), p.attack.first)
	if err != nil {
		return err
	}
	for _, h := range held {
		if h.Status == graph.InForce {
			e.Value, e.Why = True, "in force for "+h.ActorCode+" on the day"
			return nil
		}
	}
	i := p.commitment.instrument
	if i == nil || i.Kind != "treaty" && i.Kind != "protocol" {
		return nil
	}
	first, last, err := graph.Span(i.InForce)
	e.Sources = append(slices.Clone(e.Sources), i.Source)
	switch {
	case err != nil: // not told, or not yet
	case first > p.attack.last:
		e.Value, e.Why = False, "the instrument was not in force on the day"
	case last <= p.attack.first:
		e.Value, e.Why = True, "the instrument was in force on the day"
	}
	return nil
}

// reciprocity settles an element where the victim itself no longer held the commitment.
func (p pair) reciprocity(e *Element) error {
	if p.attack.first == "" || len(p.attack.victims) == 0 {
		return nil
	}
	held, err := p.heldOn(p.attack.victims, p.attack.first)
	for _, h := range held {
		if h.Status.Ending() {
			e.Value, e.Why = False, h.ActorCode+" did not hold to it any more: "+string(h.Status)
		}
	}
	return err
}
