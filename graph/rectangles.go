package graph

import (
	"cmp"
	"slices"
)

// Row is a rectangle of valid and known days on all of which the same is held. It is half-open in both clocks, and Forever is
// the open end of both.
type Row struct {
	Held
	ValidFrom, ValidTo Day
	KnownFrom, KnownTo Day
}

// Rows are all that HeldBy says of an actor, as rectangles that do not overlap; where there is none, it holds nothing. On each
// known day they are the longest runs of valid days on which the same is held, and a run that stays the same from one known day
// to the next is one row. So they are a function of the set of steps, not of their order. They come by KnownFrom, then ValidFrom.
func Rows(steps []Step, actor string) []Row {
	mine := claimsOf(steps, actor)
	slices.SortFunc(mine, func(a, b claim) int { return cmp.Compare(a.Last, b.Last) })
	var days, known []Day
	turns := map[Day][]int{} // the claims that may come to prevail on a day, or cease to
	for i, c := range mine {
		days = append(days, c.Last)
		for _, s := range slices.Concat(c.acts, []*Step{c.Step}) {
			for _, k := range []Day{s.Known, s.KnownTo} {
				known, turns[k] = append(known, k), append(turns[k], i)
			}
		}
	}
	days = distinct(days)
	var r record
	var in []int    // the claims that prevail, in order
	var now []*Step // their steps
	filled := 0     // of the slice; what follows is as the last of it
	return sweep(days, distinct(known), func(k Day, slice []Held) (low, high int) {
		low = len(days)
		for _, i := range turns[k] {
			at, prevailed := slices.BinarySearch(in, i)
			switch prevails := mine[i].prevails(k); {
			case prevails == prevailed:
				continue
			case prevails:
				in, now = slices.Insert(in, at, i), slices.Insert(now, at, mine[i].Step)
			default:
				in, now = slices.Delete(in, at, at+1), slices.Delete(now, at, at+1)
			}
			day, _ := slices.BinarySearch(days, mine[i].Last) // nothing changes before its last day
			low = min(low, day)
		}
		if low == len(days) {
			return low, low
		}
		if len(now) > 0 {
			high, _ = slices.BinarySearch(days, now[len(now)-1].Last)
			high++
		}
		high = max(high, low+1)
		for ; filled < low; filled++ {
			slice[filled] = slice[max(0, filled-1)]
		}
		filled = high
		n, _ := slices.BinarySearchFunc(now, days[low], func(s *Step, d Day) int { return cmp.Compare(s.Last, d) })
		for i := low; i < high; i++ {
			m := n
			for n < len(now) && now[n].Last <= days[i] {
				n++
			}
			if i > low && n == m { // no step of this day is known
				slice[i] = slice[i-1]
			} else {
				slice[i], _ = r.held(now[:n])
			}
		}
		return low, high
	})
}

// OwnRows are the rows of the commitment itself, from those of its parties, as HeldTogether says; of Held they fill in the
// status alone. byActor holds rows of parties only; a party that holds nothing may be left out, but counts in parties.
func OwnRows(byActor map[string][]Row, parties int) []Row {
	var days, known []Day
	begin, end := map[Day][]Row{}, map[Day][]Row{}
	for _, rows := range byActor {
		for _, r := range rows {
			days = append(days, r.ValidFrom, r.ValidTo)
			known = append(known, r.KnownFrom, r.KnownTo)
			begin[r.KnownFrom] = append(begin[r.KnownFrom], r)
			end[r.KnownTo] = append(end[r.KnownTo], r)
		}
	}
	days = distinct(days)
	tallies := make([]tally, len(days))
	count := func(rows []Row, n int) (low int) {
		low = len(days)
		for _, r := range rows {
			from, _ := slices.BinarySearch(days, r.ValidFrom)
			to, _ := slices.BinarySearch(days, r.ValidTo)
			low = min(low, from)
			for i := from; i < to; i++ {
				tallies[i].add(r.Status, n)
			}
		}
		return low
	}
	return sweep(days, distinct(known), func(k Day, slice []Held) (low, high int) {
		low = min(count(end[k], -1), count(begin[k], 1))
		for i := low; i < len(days); i++ {
			slice[i].Status, _ = tallies[i].together(parties)
		}
		return low, len(days)
	})
}

// sweep goes through the known days with the slice of what is held from each of the valid days on, and makes rows of it. On each
// known day it asks refresh to bring the slice up to date, and to return the place from which on it may have changed (all days where it did
// not) and the place from which on the same is held as on the day before.
func sweep(days, known []Day, refresh func(k Day, slice []Held) (low, high int)) []Row {
	slice := make([]Held, len(days))
	var rows, open []Row // open: those of the slice
	for _, k := range known {
		low, high := refresh(k, slice)
		if low == len(days) {
			continue
		}
		// A row that ends before the change stays; one that reaches it may grow or shrink.
		stay, _ := slices.BinarySearchFunc(open, days[low], func(r Row, d Day) int { return cmp.Compare(r.ValidTo, d) })
		var next []Row
		if stay < len(open) && open[stay].ValidFrom < days[low] {
			next = []Row{{open[stay].Held, open[stay].ValidFrom, days[low], k, Forever}}
		}
		next = runs(next, days[low:high], slice[low:high], k)
		rows = append(rows, carry(open[stay:], next, k)...)
		open = append(open[:stay], next...)
	}
	rows = append(rows, open...)
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.KnownFrom, b.KnownFrom), cmp.Compare(a.ValidFrom, b.ValidFrom))
	})
	return rows
}

// runs adds to rows the longest runs of valid days on which the same is held, as rows that are known from k on.
func runs(rows []Row, days []Day, slice []Held, k Day) []Row {
	for i, h := range slice {
		to := Forever
		if i+1 < len(days) {
			to = days[i+1]
		}
		switch last := len(rows) - 1; {
		case h == Held{}:
		case last >= 0 && rows[last].Held == h && rows[last].ValidTo == days[i]:
			rows[last].ValidTo = to
		default:
			rows = append(rows, Row{h, days[i], to, k, Forever})
		}
	}
	return rows
}

// carry hands KnownFrom on from the open rows to those of next that are the same; it returns the others, closed on day k.
func carry(open, next []Row, k Day) (closed []Row) {
	for _, o := range open {
		i, found := slices.BinarySearchFunc(next, o.ValidFrom, func(r Row, d Day) int { return cmp.Compare(r.ValidFrom, d) })
		if found && next[i].Held == o.Held && next[i].ValidTo == o.ValidTo {
			next[i].KnownFrom = o.KnownFrom
			continue
		}
		o.KnownTo = k
		closed = append(closed, o)
	}
	return closed
}

// distinct are the days in order, each once, without the open ends.
func distinct(days []Day) []Day {
	days = slices.DeleteFunc(days, func(d Day) bool { return d == "" || d == Forever })
	slices.Sort(days)
	return slices.Compact(days)
}
