package loader

import (
	"cmp"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// incident is the incident of the catalogue that an attack is, nil where none is, or more than one may be: the one with the longest name
// among the words for it, else the only one that the passages describe, else the only one with the same victims, conduct and month.
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
		named = v.described(a, told)
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

// described are the incidents with the same victims and conduct, known when the article was published, for which the passages have three of
// four of the words of a name; a name of fewer than four words describes nothing.
func (v *resolver) described(a extract.Attack, told days) []*catalogue.Incident {
	var passages []string
	for _, e := range a.Evidence {
		if e.Start >= 0 && e.Start < e.End && e.End <= len(v.text) {
			passages = append(passages, string(v.text[e.Start:e.End]))
		}
	}
	words := graph.Words(strings.Join(passages, " "))
	var out []*catalogue.Incident
	for i := range v.catalogue.Incidents {
		c := &v.catalogue.Incidents[i]
		if len(c.Victims) > 0 && slices.Equal(distinct(c.Victims), distinct(a.Victims)) && c.Conduct == a.Conduct && !contradicts(c, a, told) &&
			v.fresh(c) && slices.ContainsFunc(append([]string{c.Name}, c.Aliases...), func(name string) bool { return describes(name, words) }) {
			out = append(out, c)
		}
	}
	return out
}

// fresh says whether the article was published when an incident was news: since it was disclosed (else since it began), and not years after.
func (v *resolver) fresh(c *catalogue.Incident) bool {
	first, last, err := graph.Span(cmp.Or(c.Disclosed, c.Start))
	const years = 3 * 366
	known := v.article.KnownAt()
	return err == nil && first <= known && known < last.Add(years)
}

// describes says whether three of four of a name's own words are among the words.
func describes(name string, words []string) bool {
	own, found := 0, 0
	for _, w := range graph.Words(name) {
		if len(w) > 3 { // not "of", "the", "and"
			own++
			if slices.Contains(words, w) {
				found++
			}
		}
	}
	return own >= 4 && 4*found >= 3*own
}
