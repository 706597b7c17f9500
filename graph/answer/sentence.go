package answer

import (
	"fmt"
	"strings"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// phrase says what actors of a status do, as of a day: of one, of several.
var phrase = map[graph.Status][2]string{
	graph.InForce: {"is bound by", "are bound by"}, graph.Ratified: {"has ratified", "have ratified"}, graph.Signed: {"has signed", "have signed"},
	graph.Agreed: {"has agreed to", "have agreed to"}, graph.Suspended: {"has suspended", "have suspended"},
	graph.Negotiating: {"was negotiating", "were negotiating"}, graph.Proposed: {"has proposed", "have proposed"},
	graph.Withdrawn: {"has withdrawn from", "have withdrawn from"}, graph.Terminated: {"was a party to, until it ended,", "were parties to, until it ended,"},
	graph.Dropped: {"talked about and dropped", "talked about and dropped"}, graph.Rejected: {"has rejected", "have rejected"},
}

const maxNamed = 6

// sentence says the answer in words.
func (d *Desk) sentence(a *Answer) string {
	what := d.what(a.Understood)
	if what == "" {
		return fmt.Sprintf("%q names no principle or instrument that is known here.", a.Understood.Phrase)
	}
	day := Long(a.AsOf.ValidAt)
	if a.AsOf.KnownAt != a.AsOf.ValidAt {
		day += ", as known on " + Long(a.AsOf.KnownAt)
	}
	var parts []string
	for i, g := range a.Groups {
		if len(g.Actors) == 0 {
			continue
		}
		object := "it"
		if i == 0 && g.Status.Consent() {
			object = what
		}
		parts = append(parts, who(g.Actors)+" "+verb(g)+" "+object)
	}
	text := strings.Join(parts, "; ")
	switch {
	case text == "":
		return fmt.Sprintf("As of %s, nothing is reported of anybody and %s.", day, what)
	case !a.consented():
		return fmt.Sprintf("As of %s, nobody is reported to have agreed to %s; %s.", day, what, text)
	}
	return fmt.Sprintf("As of %s, %s.", day, text)
}

// verb is what the actors of a group do. One alone that agreed has declared.
func verb(g Group) string {
	if g.Status == graph.Agreed && len(g.Actors) == 1 {
		return "has declared"
	}
	if len(g.Actors) == 1 {
		return phrase[g.Status][0]
	}
	return phrase[g.Status][1]
}

// who names actors, or counts them where they are many.
func who(ps []Position) string {
	var names []string
	for i, p := range ps {
		if i == maxNamed-1 && len(ps) > maxNamed {
			names = append(names, fmt.Sprintf("%d more", len(ps)-i))
			break
		}
		names = append(names, p.Actor.Name)
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// what names what was understood.
func (d *Desk) what(u Understood) string {
	var names []string
	for _, m := range u.Principles {
		names = append(names, lower(d.Catalogue.Principle(m.Slug).Name))
	}
	text := strings.Join(names, ", or ")
	var under []string
	for _, slug := range u.Instruments {
		under = append(under, d.Catalogue.Instrument(slug).Short)
	}
	switch {
	case len(under) == 0:
		return text
	case text == "":
		return strings.Join(under, ", or ")
	}
	return text + " under " + strings.Join(under, ", or ")
}

// lower writes a name's first letter small, unless it begins with an abbreviation.
func lower(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// Long writes a day for a reader: 22 September 2015.
func Long(d graph.Day) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.Format("2 January 2006")
}
