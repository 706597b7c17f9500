package answer

import (
	"fmt"
	"slices"
)

// would says what would change an answer: the next step for who talks, what brings back what was dropped, and the single reports on which
// it stands.
func (d *Desk) would(a *Answer) []string {
	var out []string
	for _, g := range a.Groups {
		for _, c := range g.Accounts {
			who := holderNames(c.Holders)
			switch {
			case who == "":
			case g.Status.Talk() && c.Led == nil:
				out = append(out, fmt.Sprintf("A text in which %s agree to %s, or an outcome of theirs that does not state it.", who, c.Commitment.Summary))
			case c.Dropped != nil:
				out = append(out, fmt.Sprintf("A report of talks between %s after %s, or a text of theirs that states it.", who, Long(c.Dropped.On)))
			}
			if c.Alone {
				out = append(out, fmt.Sprintf("A review of the one report of %s, which no other confirms.", c.Commitment.Summary))
			}
		}
	}
	if len(a.Groups) == 0 && a.Understood.asked() {
		out = append(out, "An article that tells of it: nothing is reported so far.")
	}
	return slices.Compact(out)
}

// holderNames names who holds something, few of them.
func holderNames(ps []Position) string {
	if len(ps) == 0 || len(ps) > maxNamed {
		return ""
	}
	return who(ps)
}
