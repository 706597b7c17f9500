package loader

import (
	"regexp"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// slug is the form of a code of what is no country.
var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// country is the form of a country's code.
var country = regexp.MustCompile(`^[A-Z]{2}$`)

// actors are the actors of codes, each once, by code.
func (v *resolver) actors(codes []string) []graph.Ref {
	var out []graph.Ref
	for _, code := range distinct(codes) {
		out = append(out, v.actor(code))
	}
	return out
}

// actor is the actor of a code. An organization that the catalogue does not know becomes a node of its own.
func (v *resolver) actor(code string) graph.Ref {
	if !v.known(code) {
		switch {
		case country.MatchString(code):
			v.fail("the catalogue knows no country %q", code)
		case !slug.MatchString(code):
			v.fail("%q is no code of an actor", code)
		default:
			v.node(&graph.Actor{ID: graph.ActorID(code), Label: graph.Organization, Code: code, Name: v.mentioned(code), Kind: "BODY"})
		}
	}
	return graph.Ref{Kind: graph.Actors, ID: graph.ActorID(code)}
}

// known says whether the catalogue has an actor of the code.
func (v *resolver) known(code string) bool {
	c := v.catalogue
	instrument, class := strings.CutPrefix(code, graph.PartiesOf)
	return c.Actor(code) != nil || c.Organization(code) != nil || c.Company(code) != nil || code == graph.AllStates || code == graph.Unnamed ||
		class && c.Instrument(instrument) != nil
}

// mentioned is the name that the text first gives an organization, else its code.
func (v *resolver) mentioned(code string) string {
	for _, m := range v.mentions {
		if m.Kind == "organization" && m.Code == code && 0 <= m.Start && m.Start < m.End && m.End <= len(v.text) {
			return short(string(v.text[m.Start:m.End]))
		}
	}
	return code
}

// nameOf is an actor's name for a reader.
func (v *resolver) nameOf(code string) string {
	c := v.catalogue
	instrument, class := strings.CutPrefix(code, graph.PartiesOf)
	switch {
	case c.Actor(code) != nil:
		return c.Actor(code).Name
	case c.Organization(code) != nil:
		return c.Organization(code).Name
	case c.Company(code) != nil:
		return c.Company(code).Name
	case code == graph.AllStates:
		return "all states"
	case code == graph.Unnamed:
		return "unnamed parties"
	case class && c.Instrument(instrument) != nil:
		return "parties of " + c.Instrument(instrument).Short
	}
	return v.mentioned(code)
}

// names are the actors' names, in order.
func (v *resolver) names(codes []string) []string {
	var out []string
	for _, code := range distinct(codes) {
		out = append(out, v.nameOf(code))
	}
	slices.Sort(out)
	return out
}

func (v *resolver) principle(slug string) graph.Ref {
	if v.catalogue.Principle(slug) == nil {
		v.fail("the catalogue knows no principle %q", slug)
	}
	return graph.Ref{Kind: graph.Principles, ID: graph.PrincipleID(slug)}
}

func (v *resolver) instrument(slug string) graph.Ref {
	if v.catalogue.Instrument(slug) == nil {
		v.fail("the catalogue knows no instrument %q", slug)
	}
	return graph.Ref{Kind: graph.Instruments, ID: graph.InstrumentID(slug)}
}

func (v *resolver) sector(slug string) graph.Ref {
	if v.catalogue.Sector(slug) == nil {
		v.fail("the catalogue knows no sector %q", slug)
	}
	return graph.Ref{Kind: graph.Terms, ID: graph.TermID(graph.Sector, slug)}
}

func (v *resolver) conduct(slug string) graph.Ref {
	if v.catalogue.Conduct(slug) == nil {
		v.fail("the catalogue knows no conduct %q", slug)
	}
	return graph.Ref{Kind: graph.Terms, ID: graph.TermID(graph.Conduct, slug)}
}

// scope is the sectors and conducts that a commitment covers or excludes.
func (v *resolver) scope(slugs []string) []graph.Ref {
	var out []graph.Ref
	for _, s := range distinct(slugs) {
		if v.catalogue.Conduct(s) != nil {
			out = append(out, v.conduct(s))
		} else {
			out = append(out, v.sector(s))
		}
	}
	return out
}

// conditions are the catalogue's conditions whose words a condition's text holds.
func (v *resolver) conditions(text string) []graph.Ref {
	var out []graph.Ref
	words := graph.Words(text)
	for _, c := range v.catalogue.Conditions {
		if slices.ContainsFunc(c.Phrases, func(p string) bool { return holds(words, graph.Words(p)) }) {
			out = append(out, graph.Ref{Kind: graph.Terms, ID: graph.TermID(graph.Condition, c.Slug)})
		}
	}
	return out
}

// distinct gives each string once, in order.
func distinct(s []string) []string { return slices.Compact(slices.Sorted(slices.Values(s))) }
