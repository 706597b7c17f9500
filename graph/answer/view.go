package answer

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// View is as of which days an answer is given, and whose word counts in it.
type View struct {
	AsOf   graph.AsOf
	Policy Policy // "" is EveryWord
}

// Policy says whose word counts in an answer. What a depositary or a body recorded counts under every policy.
type Policy string

const (
	EveryWord    Policy = "ALL"
	OfficialWord Policy = "OFFICIAL"    // of reports, those in treaty texts, official texts and statements
	TwoSources   Policy = "TWO_SOURCES" // of reports, those that another outlet confirms, and not in a copy
	Reviewed     Policy = "REVIEWED"    // of reports, those that a person upheld
)

// Policies are all policies, the strictest first.
func Policies() []Policy { return []Policy{OfficialWord, TwoSources, Reviewed, EveryWord} }

// Name is the policy as the command line writes it: two-sources.
func (p Policy) Name() string {
	if p == "" {
		p = EveryWord
	}
	return strings.ReplaceAll(strings.ToLower(string(p)), "_", "-")
}

// ParsePolicy reads the name of a policy; an unknown one is Invalid, and the error lists those there are.
func ParsePolicy(name string) (Policy, error) {
	var names []string
	for _, p := range Policies() {
		if p.Name() == name {
			return p, nil
		}
		names = append(names, p.Name())
	}
	return "", graph.Errorf(graph.Invalid, "no policy is called %q; known: %s", name, strings.Join(names, ", "))
}

// officialKinds are the kinds of articles whose word is official.
var officialKinds = []any{string(graph.TreatyText), string(graph.Official), string(graph.Statement)}

// counting keeps of stages those that count under the policy. Where two sources are wanted, a stage counts for the actors that both tell.
func (p Policy) counting(all []*told) []*told {
	var out []*told
	for _, t := range all {
		if t.act != nil || p.counts(t.word) {
			out = append(out, t)
		} else if p == TwoSources {
			if confirmed := t.confirmedBy(all); len(confirmed) > 0 {
				c := *t
				c.actors = confirmed
				out = append(out, &c)
			}
		}
	}
	return out
}

// counts says whether somebody's word counts by itself.
func (p Policy) counts(w word) bool {
	switch p {
	case OfficialWord:
		return w.article != nil && slices.Contains(officialKinds, any(string(w.article.Kind)))
	case Reviewed:
		return w.upheld
	case TwoSources:
		return false
	}
	return true
}

// confirmedBy gives those of a report's actors of whom another source says the same.
func (t *told) confirmedBy(all []*told) []string {
	return filter(t.actors, func(code string) bool {
		return slices.ContainsFunc(all, func(o *told) bool {
			return o.act == nil && o.Status == t.Status && o.Stance == t.Stance && slices.Contains(o.actors, code) && o.ofOne(t) &&
				near(o.First, o.Last, t.First, t.Last) && o.word.independent(t.word)
		})
	})
}

// ofOne says whether two stages are of one commitment.
func (t *told) ofOne(o *told) bool {
	return slices.ContainsFunc(t.of, func(c *graph.Commitment) bool {
		return slices.ContainsFunc(o.of, func(x *graph.Commitment) bool { return x.ID == c.ID })
	})
}

// near says whether two stretches of days can tell of one thing: they lie no more than Window days apart. A day that is not told is any
// up to the last.
func near(first, last, otherFirst, otherLast graph.Day) bool {
	return first <= otherLast.Add(Window) && otherFirst <= last.Add(Window)
}
