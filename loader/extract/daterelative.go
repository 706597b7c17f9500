package extract

import (
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// Rules for dates that count from the day of publication. All of them read nothing where that day is not known.

func (r *dateReader) day(n int) when {
	d := graph.DayOf(r.today.AddDate(0, 0, n))
	return when{begin: d, end: d}
}

// weekOf is the week, from Monday, that lies n weeks after today's.
func (r *dateReader) weekOf(n int) when {
	monday := r.today.AddDate(0, 0, 7*n-(int(r.today.Weekday())+6)%7)
	return when{begin: graph.DayOf(monday), end: graph.DayOf(monday.AddDate(0, 0, 6))}
}

func (r *dateReader) monthOff(n int) when {
	y, m, _ := r.today.Date()
	return wholeMonths(y, int(m)+n, y, int(m)+n)
}

func (r *dateReader) yearOff(n int) when {
	y := r.today.Year() + n
	return wholeMonths(y, 1, y, 12)
}

// period is the week, month or year n off today's; ok is false for other words.
func (r *dateReader) period(word string, n int) (when, bool) {
	switch word {
	case "week":
		return r.weekOf(n), true
	case "month":
		return r.monthOff(n), true
	case "year":
		return r.yearOff(n), true
	}
	return when{}, false
}

// besideToday reads "yesterday", "today", "tonight", "tomorrow", "last night", "this morning", "the day before", "over the weekend".
func (r *dateReader) besideToday(i int) (when, int) {
	if r.today.IsZero() {
		return when{}, i
	}
	n := r.tok(i + 1).word
	switch r.tok(i).word {
	case "yesterday":
		return r.day(-1), i + 1
	case "tomorrow":
		return r.day(1), i + 1
	case "today", "tonight":
		return r.day(0), i + 1
	case "last":
		if n == "night" {
			return r.day(-1), i + 2
		}
	case "this":
		if n == "morning" || n == "afternoon" || n == "evening" {
			return r.day(0), i + 2
		}
	case "previous":
		if n == "day" {
			return r.day(-1), i + 2
		}
	case "weekend":
		if p := r.tok(i - 1).word; p == "the" || p == "last" {
			if pp := r.tok(i - 2).word; p == "last" || pp == "over" || pp == "at" || pp == "during" {
				saturday := r.today.AddDate(0, 0, -(int(r.today.Weekday())+1)%7)
				if r.today.Weekday() == time.Saturday {
					saturday = r.today
				}
				return when{begin: graph.DayOf(saturday), end: graph.DayOf(saturday.AddDate(0, 0, 1))}, i + 1
			}
		}
	}
	return when{}, i
}

// thisLastNext reads "last week", "next month", "earlier this year", "last July", "next Friday", "this Thursday".
func (r *dateReader) thisLastNext(i int) (when, int) {
	if r.today.IsZero() {
		return when{}, i
	}
	if d := r.dayNumber(i); d > 0 && r.tok(i+1).word == "of" { // "the 23rd of this month"
		if w, next := r.thisLastNext(i + 2); next == i+4 && r.tok(i+3).word == "month" {
			month, _ := time.Parse(time.DateOnly, string(w.begin))
			if w, ok := days(month.Year(), int(month.Month()), d, month.Year(), int(month.Month()), d); ok {
				return w, next
			}
		}
		return when{}, i
	}
	k, part := i, ""
	if w := r.tok(k).word; (w == "earlier" || w == "later" || w == "early" || w == "late") && (r.tok(k+1).word == "this" || r.tok(k+1).word == "last" || r.tok(k+1).word == "next") {
		part = w
		k++
	}
	off, ok := map[string]int{"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}[r.tok(k).word]
	if !ok {
		return when{}, i
	}
	word := r.tok(k + 1).word
	if r.tok(k).word == "following" || r.tok(k).word == "coming" || r.tok(k).word == "previous" {
		if p := r.tok(k - 1).word; p != "the" {
			return when{}, i
		}
		if r.tok(k).word == "following" {
			return when{}, i // counts from another event, not from today
		}
	}
	if w, ok := r.period(word, off); ok {
		switch {
		case part == "earlier" && off == 0:
			w.end = graph.DayOf(r.today)
		case part == "later" && off == 0:
			w.begin = graph.DayOf(r.today)
		}
		return w, k + 2
	}
	if m := r.monthNumber(k + 1); m > 0 {
		return r.namedMonth(m, off), k + 2
	}
	if m := seasons[word]; m > 0 { // "last summer"
		w := r.namedMonth(m, off)
		first, _ := time.Parse(time.DateOnly, string(w.begin))
		return wholeMonths(first.Year(), m, first.Year(), m+2), k + 2
	}
	if d := dayNames[word]; d > 0 {
		switch {
		case off < 0:
			return r.day(back(r.isoDay(), d)), k + 2
		case off > 0 || r.ahead(i, k+2):
			return r.day(forth(r.isoDay(), d)), k + 2
		}
		return r.day(-((r.isoDay() - d + 7) % 7)), k + 2
	}
	return when{}, i
}

// seasons are the months with which those seasons begin that lie in one year.
var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9}

// namedMonth is the month m before (off < 0), after (off > 0) or nearest in this year.
func (r *dateReader) namedMonth(m, off int) when {
	y, now, _ := r.today.Date()
	switch {
	case off < 0 && m >= int(now):
		y--
	case off > 0 && m <= int(now):
		y++
	}
	return wholeMonths(y, m, y, m)
}

func (r *dateReader) isoDay() int { return (int(r.today.Weekday())+6)%7 + 1 }

// back and forth count the days from weekday a to the next b before or after it; a week where they are equal.
func back(a, b int) int  { return -((a-b+6)%7 + 1) }
func forth(a, b int) int { return (b-a+6)%7 + 1 }

// distance reads "three days ago", "two weeks earlier", "a month later", "in two weeks": a number of days, weeks, months or years.
func (r *dateReader) distance(i int) (when, int) {
	if r.today.IsZero() {
		return when{}, i
	}
	n := r.count(i)
	if n == 0 {
		return when{}, i
	}
	unit, sign, k := r.tok(i+1).word, 0, i+3
	switch r.tok(i + 2).word {
	case "ago", "earlier":
		sign = -1
	case "later", "hence":
		sign = 1
	default:
		if p := r.tok(i - 1).word; p == "in" && r.ahead(i, i+2) {
			sign, k = 1, i+2
		}
	}
	if sign > 0 && r.tok(i+2).word == "later" && !r.ahead(i, k) {
		return when{}, i // "a week later they met": counts from another event
	}
	if sign == 0 {
		return when{}, i
	}
	n *= sign
	switch unit {
	case "day", "days":
		return r.day(n), k
	case "week", "weeks":
		return r.day(7 * n), k
	case "month", "months":
		return r.monthOff(n), k
	case "year", "years":
		return r.yearOff(n), k
	}
	return when{}, i
}

var countNames = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

func (r *dateReader) count(i int) int {
	if v := r.number(i, 3); v > 0 {
		return v
	}
	return countNames[r.tok(i).word]
}

// edgeOf reads "the end of this year", "by the end of 2016", "the beginning of next month", "the end of September".
func (r *dateReader) edgeOf(i int) (when, int) {
	edge := r.tok(i).word
	if edge != "end" && edge != "beginning" && edge != "start" && edge != "middle" || r.tok(i+1).word != "of" {
		return when{}, i
	}
	k := i + 2
	whole, next := r.whole(k)
	if next == k || whole.begin == "" {
		return when{}, i
	}
	switch edge {
	case "end":
		whole.begin = whole.end
	case "beginning", "start":
		whole.end = whole.begin
	}
	return whole, next
}

// whole reads a year, a month or a period such as "this year" at k.
func (r *dateReader) whole(k int) (when, int) {
	if w, next := r.monthYear(k); next > k {
		return w, next
	}
	if y := r.yearNumber(k); y > 0 {
		return wholeMonths(y, 1, y, 12), k + 1
	}
	if r.today.IsZero() {
		return when{}, k
	}
	if m := r.monthNumber(k); m > 0 {
		y := r.nearestYear(m, 1, r.ahead(k, k+1))
		return wholeMonths(y, m, y, m), r.afterMonth(k)
	}
	if r.tok(k).word == "the" {
		if w, ok := r.period(r.tok(k+1).word, 0); ok {
			return w, k + 2
		}
	}
	return r.thisLastNext(k)
}

// monthAlone reads "in September", "since early May", "in mid-July" without a year: the one that the verb points to.
func (r *dateReader) monthAlone(i int) (when, int) {
	m := r.monthNumber(i)
	if m == 0 || r.today.IsZero() {
		return when{}, i
	}
	p := r.tok(i - 1)
	switch p.word {
	case "in", "since", "by", "until", "till", "during", "early", "mid", "late", "from", "through", "before", "after", "to":
	case "of":
		if r.tok(i-2).kind == numberToken {
			return when{}, i
		}
	case "the", "its", "their", "our", "this": // "the June summit"
		if n := r.tok(i + 1); n.kind != wordToken || n.letter != lowerCase {
			return when{}, i
		}
	default:
		return when{}, i
	}
	if t := r.tok(i).word; (t == "may" || t == "march") && r.tok(i+1).letter == titleCase && r.tok(i+1).kind == wordToken {
		return when{}, i // "by May Hassan"
	}
	y, now, _ := r.today.Date()
	switch ahead := r.ahead(i, i+1); {
	case ahead && m < int(now):
		y++
	case !ahead && m > int(now):
		y--
	}
	if w, ok := r.third(i, y, m); ok {
		return w, r.afterMonth(i)
	}
	next := i + 1
	if len(r.tok(i).word) <= 4 && r.tok(i).word != "may" && r.tok(i).word != "june" && r.tok(i).word != "july" {
		next = r.afterMonth(i)
	}
	return wholeMonths(y, m, y, m), next
}

// weekday reads "on Thursday", "Monday night": the last one, or the next one where the verb points ahead. Today's own name is today.
func (r *dateReader) weekday(i int) (when, int) {
	t := r.tok(i)
	d := dayNames[t.word]
	if d == 0 || t.letter == lowerCase || r.today.IsZero() {
		return when{}, i
	}
	next := i + 1
	switch r.tok(next).word {
	case "morning", "afternoon", "evening", "night":
		next++
	}
	if d == r.isoDay() {
		return r.day(0), next
	}
	if r.ahead(i, next) {
		return r.day(forth(r.isoDay(), d)), next
	}
	return r.day(back(r.isoDay(), d)), next
}
