package answer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// phrase says what actors of a status do with %s, as of a day: one, or several.
var phrase = map[graph.Status][2]string{
	graph.InForce: {"is bound by %s", "are bound by %s"}, graph.Ratified: {"has ratified %s", "have ratified %s"},
	graph.Signed: {"has signed %s", "have signed %s"}, graph.Agreed: {"has declared %s", "have agreed to %s"},
	graph.Suspended: {"has suspended %s", "have suspended %s"}, graph.Negotiating: {"was negotiating %s", "were negotiating %s"},
	graph.Proposed: {"has proposed %s", "have proposed %s"}, graph.Withdrawn: {"has withdrawn from %s", "have withdrawn from %s"},
	graph.Terminated: {"was a party to %s until it ended", "were parties to %s until it ended"},
	graph.Dropped:    {"talked about %s and dropped it", "talked about %s and dropped it"}, graph.Rejected: {"has rejected %s", "have rejected %s"},
}

const maxNamed = 6

// sentence says the answer in words, and what of it is inferred.
func (d *Desk) sentence(a *Answer) string {
	text := d.main(a)
	for _, x := range a.Dropped {
		text += fmt.Sprintf(" That it was dropped is inferred: the outcome of %s (%s) does not state it.", Long(x.On), theInstrument(d.Catalogue.Instrument(x.Instrument.Slug).Short))
	}
	if a.contradicted() {
		text += " Reports contradict each other."
	}
	return text
}

// contradicted says whether reports of what somebody holds contradict each other.
func (a *Answer) contradicted() bool {
	return slices.ContainsFunc(a.Groups, func(g Group) bool {
		return slices.ContainsFunc(g.Accounts, func(x Account) bool { return len(x.Sides) > 0 })
	})
}

// main says who is at what status.
func (d *Desk) main(a *Answer) string {
	what := d.what(a.Understood)
	if what == "" {
		return fmt.Sprintf("%q names no principle or instrument that is known here.", a.Understood.Phrase)
	}
	day := Long(a.AsOf.ValidAt)
	if a.AsOf.KnownAt != a.AsOf.ValidAt {
		day += ", as known on " + Long(a.AsOf.KnownAt)
	}
	var parts []string
	for _, g := range a.Groups {
		object := "it"
		if len(parts) == 0 && g.Status.Consent() {
			object = what
		}
		if len(g.Actors) > 0 {
			parts = append(parts, who(g.Actors)+" "+fmt.Sprintf(phrase[g.Status][number(g.Actors)], object))
		}
	}
	text := strings.Join(parts, "; ")
	switch {
	case text == "" && len(a.Unsettled) > 0:
		return fmt.Sprintf("As of %s, nobody is surely reported to hold to %s; what is reported is denied, or told with a hedge.", day, what)
	case text == "":
		return fmt.Sprintf("As of %s, nothing is reported of anybody about %s.", day, what)
	case a.consented():
		return fmt.Sprintf("As of %s, %s.", day, text)
	case slices.ContainsFunc(a.Groups, func(g Group) bool { return len(g.Actors) > 0 && ended(g.Status) }):
		return fmt.Sprintf("As of %s, nobody is reported to hold to %s any more; %s.", day, what, text)
	}
	return fmt.Sprintf("As of %s, nobody is reported to have agreed to %s; %s.", day, what, text)
}

// number is 0 for one actor and 1 for several, which a class is by itself.
func number(ps []Position) int {
	if len(ps) == 1 && ps[0].Actor.Label != graph.Class {
		return 0
	}
	return 1
}

// ended says whether a status follows on consent that was given.
func ended(s graph.Status) bool {
	return s == graph.Suspended || s == graph.Withdrawn || s == graph.Terminated
}

// who names actors, or counts them where they are many.
func who(ps []Position) string {
	var names []string
	for i, p := range ps {
		if i == maxNamed-1 && len(ps) > maxNamed {
			names = append(names, fmt.Sprintf("%d more", len(ps)-i))
			break
		}
		names = append(names, withArticle(p.Actor.Name))
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
		names = append(names, withArticle(lower(d.Catalogue.Principle(m.Slug).Name)))
	}
	text := strings.Join(names, ", or ")
	var under []string
	for _, slug := range u.Instruments {
		under = append(under, theInstrument(d.Catalogue.Instrument(slug).Short))
	}
	switch {
	case len(under) == 0:
		return text
	case text == "":
		return strings.Join(under, ", or ")
	}
	return text + " under " + strings.Join(under, ", or ")
}

// wantsThe and wantsA tell the names that English gives an article, by how they begin or end.
var (
	wantsThe = regexp.MustCompile(`^(United|Group of|Soviet|European|African|Arab|Holy|Central|Dominican|Czech Republic|Organization|International)\b|(Union|Emirates|Netherlands|Philippines|Maldives|Comoros|Gambia|Bahamas|Islands|Republic|Congo[^,]*|Committee|Group|Council|Commission)$`)
	wantsA   = regexp.MustCompile(`^ban\b`)
	noThe    = regexp.MustCompile(`^(New START|START|SALT|SORT|REAIM|Resolution|A/)`)
)

// withArticle puts before a name the article that it has in a sentence.
func withArticle(name string) string {
	switch {
	case wantsThe.MatchString(name):
		return "the " + name
	case wantsA.MatchString(name):
		return "a " + name
	}
	return name
}

func theInstrument(name string) string {
	if noThe.MatchString(name) {
		return name
	}
	return "the " + name
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
