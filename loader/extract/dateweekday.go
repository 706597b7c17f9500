package extract

import (
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// Rules for weekdays and weekends, and for a day of the month told without the month.

func (r *dateReader) isoDay() int { return (int(r.today.Weekday())+6)%7 + 1 }

// back and forth count the days from weekday a to the next b before or after it; a week where they are equal.
func back(a, b int) int  { return -((a-b+6)%7 + 1) }
func forth(a, b int) int { return (b-a+6)%7 + 1 }

// weekday reads "on Thursday", "Monday night", "Tuesday and Wednesday": the last one, or the next one where the verb points ahead.
// Today's own name is today.
func (r *dateReader) weekday(i int) (when, int) {
	d := r.weekdayNumber(i)
	if d == 0 || r.today.IsZero() {
		return when{}, i
	}
	next := i + 1
	switch r.tok(next).word {
	case "morning", "afternoon", "evening", "night":
		next++
	}
	w := r.day(0)
	switch {
	case r.ahead(i, next) && (d != r.isoDay() || r.forMeeting(i)):
		w = r.day(forth(r.isoDay(), d))
	case d != r.isoDay():
		w = r.day(back(r.isoDay(), d))
	}
	return r.throughWeekday(w, d, next)
}

// weekdayNumber is the weekday written out at token i, 1 for Monday, else 0.
func (r *dateReader) weekdayNumber(i int) int {
	if t := r.tok(i); t.letter != lowerCase {
		return dayNames[t.word]
	}
	return 0
}

// throughWeekday adds to w, which is on weekday d, a later day that follows at k: "and Wednesday", "through Friday".
func (r *dateReader) throughWeekday(w when, d, k int) (when, int) {
	j := r.rangeSign(k)
	if j == 0 || r.weekdayNumber(j) == 0 || r.weekdayNumber(j) == d || r.tok(k).word == "and" && forth(d, r.weekdayNumber(j)) > 2 {
		return w, k
	}
	if m := j + 1; r.monthNumber(m) > 0 || r.dayNumber(m) > 0 || r.tok(m).is(",") && r.monthNumber(m+1) > 0 {
		return w, k // the second is a date of its own
	}
	first, err := time.Parse(time.DateOnly, string(w.begin))
	if err != nil {
		return w, k
	}
	w.end, w.exact = graph.DayOf(first.AddDate(0, 0, forth(d, r.weekdayNumber(j)))), true
	return w, j + 1
}

// weekdayBy is the weekday d before (off < 0), after (off > 0) or nearest by the verb around tokens[i:next].
func (r *dateReader) weekdayBy(d, off, i, next int) when {
	if off < 0 {
		return r.day(back(r.isoDay(), d))
	}
	if off > 0 || r.ahead(i, next) {
		return r.day(forth(r.isoDay(), d))
	}
	return r.day(-((r.isoDay() - d + 7) % 7))
}

// weekdayOfWeek reads "Friday of last week", "on Friday next week", "Tuesday this week".
func (r *dateReader) weekdayOfWeek(i int) (when, int) {
	d, k := r.weekdayNumber(i), i+1
	if r.tok(k).word == "of" {
		k++
	}
	off, ok := steps[r.tok(k).word]
	if d == 0 || !ok || r.tok(k+1).word != "week" || r.today.IsZero() {
		return when{}, i
	}
	return r.day(7*off + d - r.isoDay()), k + 2
}

// weekdayOfMonth reads "the first Monday of May 1970", "the last Friday in June".
func (r *dateReader) weekdayOfMonth(i int) (when, int) {
	order, ok := orders[r.tok(i).word]
	d := r.weekdayNumber(i + 1)
	if !ok || d == 0 || r.tok(i+2).word != "of" && r.tok(i+2).word != "in" {
		return when{}, i
	}
	y, m, next := r.monthOfYear(i + 3)
	if m == 0 {
		return when{}, i
	}
	from, step := 7*order-6, 1
	if order == lastOrder {
		from, step = time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day(), -1
	}
	for ; ; from += step {
		if t := time.Date(y, time.Month(m), from, 0, 0, 0, 0, time.UTC); (int(t.Weekday())+6)%7+1 == d {
			return when{begin: graph.DayOf(t), end: graph.DayOf(t)}, next
		}
	}
}

// weekend reads "this weekend", "last weekend", "over the past weekend", "at the weekend", "next weekend".
func (r *dateReader) weekend(i int) (when, int) {
	if r.tok(i).word != "weekend" || r.today.IsZero() {
		return when{}, i
	}
	off := 0
	switch r.tok(i - 1).word {
	case "this", "coming":
		if r.tok(i-1).word == "coming" || r.ahead(i, i+1) {
			off = 1
		}
	case "next":
		off = 1
	case "last", "past", "previous":
	case "the":
		switch r.tok(i - 2).word {
		case "over", "at", "during", "for":
			if r.ahead(i, i+1) {
				off = 1
			}
		default:
			return when{}, i
		}
	default:
		return when{}, i
	}
	saturday := r.today.AddDate(0, 0, 6-r.isoDay())
	if off == 0 && r.isoDay() < 6 {
		saturday = saturday.AddDate(0, 0, -7)
	}
	return when{begin: graph.DayOf(saturday), end: graph.DayOf(saturday.AddDate(0, 0, 1)), exact: true}, i + 1
}

// dayAlone reads a day whose month the verb tells: "on the 24th", "from the 3rd to the 5th".
func (r *dateReader) dayAlone(i int) (when, int) {
	d, t := r.dayNumber(i), r.tok(i)
	if d == 0 || t.kind != wordToken || r.tok(i-1).word != "the" || r.today.IsZero() || t.joined {
		return when{}, i
	}
	switch r.tok(i - 2).word {
	case "on", "by", "until", "till", "before", "since", "from", "of", ",", "to", "and":
	default:
		if r.weekdayNumber(i-2) == 0 {
			return when{}, i
		}
	}
	if n := r.tok(i + 1); n.kind == wordToken && !n.in(placeWord|verbWord|modalWord) && n.word != "and" && n.word != "for" && n.word != "with" && n.word != "but" {
		return when{}, i // "the 24th session"
	}
	return r.nearestDay(d, r.ahead(i, i+1)), i + 1
}

// nearestDay is the day d of this month or the one beside it to which the verb points.
func (r *dateReader) nearestDay(d int, ahead bool) when {
	y, m, now := r.today.Date()
	switch {
	case ahead && d < now:
		m++
	case !ahead && d > now:
		m--
	}
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return when{}
	}
	return when{begin: graph.DayOf(t), end: graph.DayOf(t)}
}
