package loader

import (
	"cmp"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// breach is what somebody says of a commitment that was broken.
type breach struct {
	by         []string
	against    string
	stance     graph.Stance
	held       days
	evidence   []extract.Evidence
	confidence float64
}

// breach adds an allegation against each of those who are said to have broken a commitment.
func (v *resolver) breach(c extract.Commitment, instrument string) {
	stance := graph.Alleges
	if c.Stance == graph.Denies {
		stance = graph.Denies
	}
	by := []string{graph.Unnamed}
	if c.SaidBy != "" && v.known(c.SaidBy) {
		by = []string{c.SaidBy}
	}
	of := v.broken(c, instrument)
	held := toldDays(c.Date, c.First, c.Last).by(v.article.KnownAt())
	for _, against := range actorsOf(c, instrument) {
		v.allegation(of, breach{by, against, stance, held, c.Evidence, c.Confidence})
	}
}

// broken is the commitment that is said to be broken: the one that the same text says was made, of the same principle with those said to
// have broken it among its parties, where there is just one; else the one that their words make.
func (v *resolver) broken(c extract.Commitment, instrument string) graph.Ref {
	actors := actorsOf(c, instrument)
	if instrument != "" {
		return v.commitment(c.Principle, instrument, actors, c.Toward)
	}
	var made []graph.Ref
	for _, r := range v.reports {
		if r.Principle != c.Principle || !r.Status.Consent() || r.Stance == graph.Denies || !containsAll(r.actors, actors) {
			continue
		}
		if of := v.commitment(r.Principle, r.instrument, r.actors, r.Toward); !slices.Contains(made, of) {
			made = append(made, of)
		}
	}
	if len(made) == 1 {
		return made[0]
	}
	of := v.commitment(c.Principle, "", actors, c.Toward)
	for _, a := range v.actors(actors) {
		v.link(graph.RelPartyTo, a, of, graph.Props{"mode": "INDIVIDUAL"})
	}
	return of
}

func containsAll(all, some []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// allegation adds what each of those who speak says of a breach.
func (v *resolver) allegation(of graph.Ref, b breach) {
	known := v.article.KnownAt()
	for _, by := range b.by {
		stance := cmp.Or(b.stance, graph.Alleges)
		ref := v.node(&graph.Allegation{ID: graph.AllegationID(of.ID, by, b.against, stance, b.held.first, v.article.ID), Stance: stance,
			First: b.held.first, Last: b.held.last, KnownAt: known, KnownTo: graph.Forever})
		v.link(graph.RelOf, ref, of, nil)
		v.link(graph.RelBy, ref, v.actor(by), nil)
		v.link(graph.RelAgainst, ref, v.actor(b.against), nil)
		v.support(ref, b.evidence, b.confidence)
	}
}
