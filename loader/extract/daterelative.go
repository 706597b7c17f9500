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
	case "day", "morrow", "night":
		if r.tok(i-1).word == "to" && r.tok(i).joined { // "to-day", "to-morrow"
			if r.tok(i).word == "morrow" {
				return r.day(1), i + 1
			}
			return r.day(0), i + 1
		}
		switch {
		case n == "before" && r.tok(i+2).word == "yesterday":
			return r.day(-2), i + 3
		case n == "after" && r.tok(i+2).word == "tomorrow":
			return r.day(2), i + 3
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
	off, ok := steps[r.tok(k).word]
	if !ok {
		return when{}, i
	}
	if off == 0 && (r.tok(k+1).word == "past" || r.tok(k+1).word == "coming") && dayNames[r.tok(k+2).word] > 0 { // "this past Friday"
		return r.thisLastNext(k + 1)
	}
	word := r.tok(k + 1).word
	if r.tok(k).word == "following" || r.tok(k).word == "coming" || r.tok(k).word == "previous" || r.tok(k).word == "past" {
		if p := r.tok(k - 1).word; p != "the" && (p != "this" || dayNames[word] == 0) || r.tok(k).word == "past" && dayNames[word] == 0 {
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
		return wholeMonths(first.Year(), m, first.Year(), m+2), k + 2 // December and on into the next year for winter
	}
	if d := dayNames[word]; d > 0 {
		return r.weekdayBy(d, off, i, k+2), k + 2
	}
	return when{}, i
}

// steps are the words that tell which of several periods is meant, counted from the present one.
var steps = map[string]int{"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}

// seasons are the months with which the seasons begin.
var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

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

// distance reads "three days ago", "two weeks earlier", "a decade ago", "in two weeks": a number of days, weeks, months, years or decades.
func (r *dateReader) distance(i int) (when, int) {
	if r.today.IsZero() || r.tok(i-1).word == "than" {
		return when{}, i
	}
	n, k := r.count(i)
	if n == 0 {
		return when{}, i
	}
	unit, sign := r.tok(k).word, 0
	switch r.tok(k + 1).word {
	case "ago", "earlier":
		sign = -1
	case "later", "hence":
		if r.tok(k+1).word == "hence" || r.ahead(i, k+2) { // "a week later they met" counts from another event
			sign = 1
		}
	case "from":
		if d := dayNames[r.tok(k+2).word]; d > 0 && unit == "week" { // "a week from Thursday"
			return r.day(forth(r.isoDay(), d) + 7*n), k + 3
		}
		if r.tok(k+2).word == "now" || r.tok(k+2).word == "today" {
			return r.away(unit, n, k+3, i)
		}
	default:
		if r.tok(i-1).word == "in" && r.ahead(i, k+1) && !r.firstIn(i-1) {
			return r.away(unit, n, k+1, i)
		}
	}
	if sign == 0 {
		return when{}, i
	}
	if d := dayNames[r.tok(k+2).word]; d > 0 && sign < 0 && unit == "week" { // "a week ago Friday"
		return r.day(back(r.isoDay(), d) - 7*n), k + 3
	}
	return r.away(unit, sign*n, k+2, i)
}

// firstIn tells whether the "in" at token i tells how long nothing of the kind happened: "the first such meeting in ten years".
func (r *dateReader) firstIn(i int) bool {
	for k := i - 1; k >= r.first && k > i-7; k-- {
		switch r.tok(k).word {
		case "first", "once", "longest", "biggest", "largest", "highest", "only", "time":
			return true
		}
	}
	return false
}

// away is the day, week, month or year n units from today; next is the token after it, i the one returned where the unit is none.
func (r *dateReader) away(unit string, n, next, i int) (when, int) {
	switch unit {
	case "day", "days":
		return r.day(n), next
	case "week", "weeks":
		return r.day(7 * n), next
	case "fortnight":
		return r.day(14 * n), next
	case "month", "months":
		return r.monthOff(n), next
	case "year", "years":
		return r.yearOff(n), next
	case "decade", "decades":
		return r.yearOff(10 * n), next
	case "century", "centuries":
		return r.yearOff(100 * n), next
	}
	return when{}, i
}

var countNames = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// count is the number told at token i, and the token after it; 0 where none is told.
func (r *dateReader) count(i int) (n, next int) {
	if r.tok(i).joined && r.tok(i).kind == wordToken || r.tok(i-1).word == "half" {
		return 0, i // the tail of "twenty-five", "half a century"
	}
	if v := r.number(i, 3); v > 0 {
		return v, i + 1
	}
	n, next = countNames[r.tok(i).word], i+1
	if one := countNames[r.tok(next).word]; n >= 20 && one > 0 && one < 10 && r.tok(next).joined {
		n, next = n+one, next+1
	}
	return n, next
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
	y := r.monthYearOf(m, r.ahead(i, i+1))
	if w, ok := r.third(i, y, m); ok {
		return w, r.afterMonth(i)
	}
	next := i + 1
	if len(r.tok(i).word) <= 4 && r.tok(i).word != "may" && r.tok(i).word != "june" && r.tok(i).word != "july" {
		next = r.afterMonth(i)
	}
	return wholeMonths(y, m, y, m), next
}
