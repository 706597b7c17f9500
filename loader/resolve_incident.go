package loader

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// incident is the incident of the catalogue that an attack is, nil where none is, or more than one may be: the one with the longest name
// among the words for it, else the only one with the same victims, conduct and month.
func (v *resolver) incident(a extract.Attack) *catalogue.Incident {
	words, told := graph.Words(a.Label), toldDays(a.Date, a.First, a.Last)
	var named []*catalogue.Incident
	longest := 0
	for i := range v.catalogue.Incidents {
		c := &v.catalogue.Incidents[i]
		n := nameLength(c, words)
		if n == 0 || n < longest || contradicts(c, a, told) {
			continue
		}
		if n > longest {
			named, longest = nil, n
		}
		named = append(named, c)
	}
	if len(named) == 0 {
		named = v.fitting(a, told)
	}
	if len(named) != 1 {
		return nil
	}
	return named[0]
}

// nameLength is how many words of the longest of an incident's names stand among the words, 0 where none does.
func nameLength(c *catalogue.Incident, words []string) int {
	n := 0
	for _, name := range append([]string{c.Name}, c.Aliases...) {
		if w := graph.Words(name); len(w) > n && holds(words, w) {
			n = len(w)
		}
	}
	return n
}

// contradicts says whether what is told of an attack cannot be told of an incident: other victims, or days before it or years after it.
func contradicts(c *catalogue.Incident, a extract.Attack, told days) bool {
	if len(c.Victims) > 0 && len(a.Victims) > 0 && !slices.ContainsFunc(a.Victims, func(s string) bool { return slices.Contains(c.Victims, s) }) {
		return true
	}
	start, _, err := graph.Span(c.Start)
	if err != nil || told.first == "" {
		return false
	}
	const month, years = 31, 3 * 366 // an article may be a little wrong, and a campaign may last
	return told.last.Add(month) < start || told.first > start.Add(years)
}

// fitting are the incidents with the same victims, conduct and month.
func (v *resolver) fitting(a extract.Attack, told days) []*catalogue.Incident {
	var out []*catalogue.Incident
	for i := range v.catalogue.Incidents {
		c := &v.catalogue.Incidents[i]
		first, last, err := graph.Span(c.Start)
		if err == nil && len(c.Victims) > 0 && slices.Equal(distinct(c.Victims), distinct(a.Victims)) && c.Conduct == a.Conduct &&
			told.month() != "" && (days{first, last}).month() == told.month() {
			out = append(out, c)
		}
	}
	return out
}
