package loader

import (
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// summit adds a meeting, the place-th of the article, with what is said there of breaches.
func (v *resolver) summit(place int, s extract.Summit) {
	on := toldDays(s.Date, s.First, s.Last)
	n := &graph.Summit{ID: graph.PlacedID(graph.Summits, v.article.ID, place), Name: v.summitName(s, on), Kind: s.Kind, Place: s.Place, First: on.first, Last: on.last}
	if m := on.month(); m != "" && len(s.Participants) > 0 {
		n.ID = graph.SummitID(distinct(s.Participants), m)
	}
	if on.last == "" && !s.Planned {
		n.Last = v.article.KnownAt()
	}
	summit := v.node(n)
	for _, a := range v.actors(s.Participants) {
		v.link(graph.RelAttended, a, summit, graph.Props{"planned": s.Planned})
	}
	for _, p := range distinct(s.Discussed) {
		v.link(graph.RelDiscussed, summit, v.principle(p), nil)
	}
	v.support(summit, s.Evidence, s.Confidence)
	for _, a := range s.Allegations {
		held := toldDays(a.Date, "", "").by(v.article.KnownAt())
		for _, against := range distinct(a.Against) {
			of := v.broken(extract.Commitment{Principle: a.Principle, Parties: []string{against}}, "")
			v.allegation(of, breach{speakers(a.By), against, a.Stance, held, s.Evidence, s.Confidence})
		}
	}
}

// summitName is a meeting's own name, else one made of its kind, participants and first day.
func (v *resolver) summitName(s extract.Summit, on days) string {
	if s.Name != "" {
		return short(s.Name)
	}
	name := map[string]string{"summit": "Summit", "visit": "Visit", "talks": "Talks", "conference": "Conference"}[s.Kind]
	if name == "" {
		name = "Meeting"
	}
	if len(s.Participants) > 0 {
		name += ": " + strings.Join(v.names(s.Participants), ", ")
	}
	switch {
	case on.first == "":
		return name
	case on.first == on.last:
		return name + ", " + string(on.first)
	case on.month() != "":
		return name + ", " + on.month()
	}
	return name + ", " + string(on.first[:4])
}
