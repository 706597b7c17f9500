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
	for _, c := range mine {
		days = append(days, c.Last)
		known = append(known, c.Known, c.KnownTo)
	}
	days = distinct(days)
	var r record
	var before []*Step
	return sweep(days, distinct(known), func(k Day, slice []Held) (low int) {
		var now []*Step
		for _, c := range mine {
			if c.prevails(k) {
				now = append(now, c.Step)
			}
		}
		low, _ = slices.BinarySearch(days, firstChange(before, now))
		before = now
		n := 0
		for i := low; i < len(days); i++ {
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
		return low
	})
}

// firstChange is the last day of the first step that is in one of a and b only, both in the same order; Forever if there is
// none. What comes, goes, or steps back before an act changes nothing before its last day.
func firstChange(a, b []*Step) Day {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return min(a[i].Last, b[i].Last)
		}
	}
	switch {
	case len(a) > n:
		return a[n].Last
	case len(b) > n:
		return b[n].Last
	}
	return Forever
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
	return sweep(days, distinct(known), func(k Day, slice []Held) (low int) {
		low = min(count(end[k], -1), count(begin[k], 1))
		for i := low; i < len(days); i++ {
			slice[i].Status, _ = tallies[i].together(parties)
		}
		return low
	})
}

// sweep goes through the known days with the slice of what is held from each of the valid days on, and makes rows of it. On each
// known day it asks refresh to bring the slice up to date, and to return the place from which on it may have changed.
func sweep(days, known []Day, refresh func(k Day, slice []Held) (low int)) []Row {
	slice := make([]Held, len(days))
	var rows, open []Row // open: those of the slice
	for _, k := range known {
		low := refresh(k, slice)
		if low == len(days) {
			continue
		}
		// A row that ends before the change stays; one that reaches it may grow or shrink.
		stay, _ := slices.BinarySearchFunc(open, days[low], func(r Row, d Day) int { return cmp.Compare(r.ValidTo, d) })
		if stay < len(open) && open[stay].ValidFrom < days[low] {
			low, _ = slices.BinarySearch(days, open[stay].ValidFrom)
		}
		next := runs(days[low:], slice[low:], k)
		rows = append(rows, carry(open[stay:], next, k)...)
		open = append(open[:stay], next...)
	}
	rows = append(rows, open...)
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.KnownFrom, b.KnownFrom), cmp.Compare(a.ValidFrom, b.ValidFrom))
	})
	return rows
}

// runs are the longest runs of valid days on which the same is held, as rows that are known from k on.
func runs(days []Day, slice []Held, k Day) []Row {
	var rows []Row
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
