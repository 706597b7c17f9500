package loader

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// attack adds an attack, the place-th of the article, with what is said of who did it.
func (v *resolver) attack(place int, a extract.Attack) {
	told := toldDays(a.Date, a.First, a.Last)
	held := told.by(v.article.KnownAt())
	n := &graph.Attack{ID: v.attackID(place, a, told.month()), Name: v.attackName(a), First: held.first, Last: held.last}
	if i := v.incident(a); i != nil {
		n.ID, n.Name = graph.KnownID(graph.Attacks, i.Slug), i.Name
	}
	attack := v.node(n)
	v.linkAll(graph.RelStruck, attack, v.actors(a.Victims))
	for _, s := range distinct(a.Sectors) {
		v.link(graph.RelHit, attack, v.sector(s), nil)
	}
	if a.Conduct != "" {
		v.link(graph.RelOfKind, attack, v.conduct(a.Conduct), nil)
	}
	v.support(attack, a.Evidence, a.Confidence)
	for _, s := range said(a) {
		v.attribution(attack, s, a)
	}
}

func (v *resolver) attackID(place int, a extract.Attack, month string) string {
	if len(a.Victims) > 0 && a.Conduct != "" && month != "" {
		return graph.AttackID(distinct(a.Victims), a.Conduct, month)
	}
	return graph.PlacedID(graph.Attacks, v.article.ID, place)
}

func (v *resolver) attackName(a extract.Attack) string {
	if a.Label != "" {
		return short(a.Label)
	}
	name := "Attack"
	if c := v.catalogue.Conduct(a.Conduct); c != nil {
		name = c.Name
	}
	if len(a.Victims) > 0 {
		name += ": " + strings.Join(v.names(a.Victims), ", ")
	}
	return name
}

// said is what the text says of who did an attack. An accusation whose speaker it does not name is that of somebody unnamed, and a denial
// that of the accused.
func said(a extract.Attack) []extract.Attribution {
	out := slices.Clone(a.Attributions)
	blamed, denied := map[string]bool{}, false
	for _, s := range out {
		denied = denied || s.Stance == graph.Denies
		for _, code := range s.Blames {
			blamed[code] = blamed[code] || s.Stance == graph.Accuses || s.Stance == graph.Admits
		}
	}
	for _, code := range distinct(a.Accused) {
		if !blamed[code] {
			out = append(out, extract.Attribution{Blames: []string{code}, Stance: graph.Accuses})
		}
		if a.Denied && !denied {
			out = append(out, extract.Attribution{By: []string{code}, Blames: []string{code}, Stance: graph.Denies})
		}
	}
	return out
}

// attribution adds what somebody says of who did an attack: one for each who speaks and each who is blamed.
func (v *resolver) attribution(attack graph.Ref, s extract.Attribution, a extract.Attack) {
	known := v.article.KnownAt()
	held := toldDays(s.Date, "", "").by(known)
	for _, by := range speakers(s.By) {
		for _, blamed := range distinct(s.Blames) {
			n := &graph.Attribution{ID: graph.AttributionID(attack.ID, by, blamed, s.Stance, held.first, v.article.ID), Stance: s.Stance, Basis: s.Basis,
				First: held.first, Last: held.last, KnownAt: known, KnownTo: graph.Forever}
			ref := v.node(n)
			v.link(graph.RelOf, ref, attack, nil)
			v.link(graph.RelBy, ref, v.actor(by), nil)
			v.link(graph.RelBlames, ref, v.actor(blamed), nil)
			v.support(ref, a.Evidence, a.Confidence)
		}
	}
}

// speakers are those who speak, somebody unnamed where nobody is named.
func speakers(codes []string) []string {
	if len(codes) == 0 {
		return []string{graph.Unnamed}
	}
	return distinct(codes)
}
