package score

import (
	"slices"
	"strings"
)

// likeness tells how well a predicted item fits a labelled one: 0 is no match, larger is better.
type likeness func(gold, predicted *Item) float64

// match joins the items of one kind one to one, best pairs first, and gives for each predicted item the labelled one that it matches,
// -1 for none.
func match(like likeness, gold, predicted []Item) []int {
	type pair struct {
		score float64
		g, p  int
	}
	var pairs []pair
	for g := range gold {
		for p := range predicted {
			if s := like(&gold[g], &predicted[p]); s > 0 {
				pairs = append(pairs, pair{s, g, p})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		switch {
		case a.score != b.score:
			if a.score > b.score {
				return -1
			}
			return 1
		case a.g != b.g:
			return b.g - a.g
		}
		return b.p - a.p
	})
	taken := make([]bool, len(gold))
	out := slices.Repeat([]int{-1}, len(predicted))
	for _, x := range pairs {
		if !taken[x.g] && out[x.p] < 0 {
			taken[x.g], out[x.p] = true, x.g
		}
	}
	return out
}

// alikeSummits: half of the participants or more, and where both have a date, one date begins with the other.
func alikeSummits(g, p *Item) float64 {
	if j := overlap(g.Participants, p.Participants); j >= 0.5 && datesAgree(g.Date, p.Date) {
		return j
	}
	return 0
}

// alikeAttacks: half of the victims and of the accused or more, and the conduct or a sector is shared.
func alikeAttacks(g, p *Item) float64 {
	v, a := overlap(g.Victims, p.Victims), overlap(g.Accused, p.Accused)
	if v >= 0.5 && a >= 0.5 && (g.Conduct == p.Conduct || common(g.Sectors, p.Sectors) > 0) {
		return v + a
	}
	return 0
}

// alikeCommitments: the same principle, and half of the parties or more; the same status is better.
func alikeCommitments(g, p *Item) float64 {
	j := overlap(g.Parties, p.Parties)
	if g.Principle != p.Principle || j < 0.5 {
		return 0
	}
	if g.Status == p.Status {
		j += 0.5
	}
	return j
}

// overlap is the share of two sets that both have; two empty sets overlap in full.
func overlap(a, b []string) float64 {
	a, b = distinct(a), distinct(b)
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	n := common(a, b)
	return float64(n) / float64(len(a)+len(b)-n)
}

// common counts what two sets share.
func common(a, b []string) int {
	n := 0
	b = distinct(b)
	for _, x := range distinct(a) {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// distinct gives the elements in order, each once.
func distinct(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

// datesAgree tells whether one date is the other, or the other told less exactly; a date that is not told agrees with any.
func datesAgree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }
