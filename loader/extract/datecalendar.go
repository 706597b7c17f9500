package extract

import (
	"strings"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// Rules for dates of the calendar: days, months and years by number or name.

// days makes a when of the days from a to b of months and years; impossible days make none.
func days(y1, m1, d1, y2, m2, d2 int) (when, bool) {
	a, b := time.Date(y1, time.Month(m1), d1, 0, 0, 0, 0, time.UTC), time.Date(y2, time.Month(m2), d2, 0, 0, 0, 0, time.UTC)
	if a.Day() != d1 || b.Day() != d2 || b.Before(a) {
		return when{}, false
	}
	return when{begin: graph.DayOf(a), end: graph.DayOf(b), exact: true}, true
}

func wholeMonths(y1, m1, y2, m2 int) when {
	a := time.Date(y1, time.Month(m1), 1, 0, 0, 0, 0, time.UTC)
	b := time.Date(y2, time.Month(m2)+1, 0, 0, 0, 0, 0, time.UTC)
	return when{begin: graph.DayOf(a), end: graph.DayOf(b)}
}

// digits reads "2015-09-24", "24.09.2015", "22/07/2015". Where day and month could change places, only the year is sure.
func (r *dateReader) digits(i int) (when, int) {
	t := r.tok(i)
	if t.kind != numberToken {
		return when{}, i
	}
	if len(t.word) >= 8 && strings.Count(t.word, ".") == 2 {
		if d, err := time.Parse("2.1.2006", t.word); err == nil {
			return when{begin: graph.DayOf(d), end: graph.DayOf(d)}, i + 1
		}
		return when{}, i
	}
	if y := r.yearNumber(i); y > 0 && r.tok(i+1).joined && r.tok(i+2).joined {
		if w, ok := days(y, r.number(i+1, 2), r.number(i+2, 2), y, r.number(i+1, 2), r.number(i+2, 2)); ok {
			return w, i + 3
		}
	}
	if !r.tok(i+1).is("/") || !r.tok(i+3).is("/") {
		return when{}, i
	}
	a, b, y := r.number(i, 2), r.number(i+2, 2), r.yearNumber(i+4)
	switch {
	case y == 0 || a < 1 || b < 1:
		return when{}, i
	case a > 12 || a == b:
		if w, ok := days(y, b, a, y, b, a); ok && b <= 12 {
			return w, i + 5
		}
	case b > 12:
		if w, ok := days(y, a, b, y, a, b); ok {
			return w, i + 5
		}
	default:
		return wholeMonths(y, 1, y, 12), i + 5
	}
	return when{}, i
}

// weekdayDate passes over a weekday that stands before a date: "Friday, May 8, 2015".
func (r *dateReader) weekdayDate(i int) (when, int) {
	if !r.tok(i).in(weekdayWord | shortDayWord) {
		return when{}, i
	}
	k := i + 1
	for r.tok(k).is(",") || r.tok(k).is(".") || r.tok(k).is("(") || r.tok(k).word == "the" {
		k++
	}
	for _, read := range []func(*dateReader, int) (when, int){(*dateReader).dayMonth, (*dateReader).monthDay, (*dateReader).dayAlone} {
		if w, next := read(r, k); next > k {
			return w, next
		}
	}
	return when{}, i
}

// dayMonth reads "24 September 2015", "the 16th of June, 2021", "24-25 September", "24 to 25 September", "30 May to 2 June".
func (r *dateReader) dayMonth(i int) (when, int) {
	d1 := r.dayNumber(i)
	if d1 == 0 || r.tok(i).joined {
		return when{}, i
	}
	k, d2 := i+1, d1
	if j := r.rangeSign(k); j > 0 && r.dayNumber(j) > 0 {
		d2, k = r.dayNumber(j), j+1
	}
	if r.tok(k).word == "of" {
		k++
	}
	m := r.monthNumber(k)
	if m == 0 {
		return when{}, i
	}
	k = r.afterMonth(k)
	m1, m2 := m, m
	if j := r.rangeSign(k); d1 == d2 && j > 0 && r.dayNumber(j) > 0 && r.monthNumber(j+1) > 0 {
		d2, m2, k = r.dayNumber(j), r.monthNumber(j+1), r.afterMonth(j+1)
	}
	return r.withYear(i, k, m1, d1, m2, d2)
}

// monthDay reads "September 25, 2015", "Sept. 25", "September 24-25", "May 30 to June 2".
func (r *dateReader) monthDay(i int) (when, int) {
	m1 := r.monthNumber(i)
	k := r.afterMonth(i)
	if r.tok(k).word == "the" {
		k++
	}
	d1 := r.dayNumber(k)
	if m1 == 0 || d1 == 0 || r.monthNumber(k+1) == m1 && r.tok(k+1).letter != lowerCase && r.yearNumber(k+2) > 0 {
		return when{}, i
	}
	k++
	m2, d2 := m1, d1
	if j := r.rangeSign(k); j > 0 {
		if r.dayNumber(j) > d1 && r.monthNumber(j+1) == 0 && r.tok(k).word != "and" {
			d2, k = r.dayNumber(j), j+1
		} else if r.dayNumber(j) == d1+1 && r.tok(k).word == "and" {
			d2, k = d1+1, j+1
		} else if n := r.monthNumber(j); n > 0 && r.dayNumber(r.afterMonth(j)) > 0 && r.tok(k).word != "and" {
			m2, d2, k = n, r.dayNumber(r.afterMonth(j)), r.afterMonth(j)+1
		}
	}
	return r.withYear(i, k, m1, d1, m2, d2)
}

// rangeSign is the token after the sign of a range at k ("-", "to", "and", "until", or a hyphen kept in the next token), or 0.
func (r *dateReader) rangeSign(k int) int {
	t := r.tok(k)
	switch {
	case t.joined && t.kind != markToken:
		return k
	case t.is("-") || t.word == "to" || t.word == "and" || t.word == "until" || t.word == "through":
		return k + 1
	}
	return 0
}

// withYear completes days of months with the year that follows at k, or with the year that lies nearest by the verb.
func (r *dateReader) withYear(i, k, m1, d1, m2, d2 int) (when, int) {
	year, next := r.afterDate(k)
	if year == 0 {
		if r.today.IsZero() {
			return when{}, i
		}
		year = r.nearestYear(m1, d1, r.ahead(i, k))
	}
	last := year
	if m2 < m1 {
		last++
	}
	w, ok := days(year, m1, d1, last, m2, d2)
	if !ok {
		return when{}, i
	}
	return w, next
}

// daysOff is how far, against the verb, a date without a year may lie from the publication: papers tell in the past what
// happened until the day they are read.
const daysOff = 14

// nearestYear is the year in which month and day lie nearest to the publication, not far ahead in the past tense nor far back in the future.
func (r *dateReader) nearestYear(m, d int, ahead bool) int {
	best, bestAway := r.today.Year(), 1<<30
	for y := r.today.Year() - 1; y <= r.today.Year()+1; y++ {
		away := int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Sub(r.today).Hours() / 24)
		if ahead && away < -daysOff || !ahead && away > daysOff {
			continue
		}
		if away = max(away, -away); away < bestAway {
			best, bestAway = y, away
		}
	}
	return best
}

// monthYear reads "November 2001", "Nov. 2015", "November of 2001", "late September 2015", and "May-June 2016".
func (r *dateReader) monthYear(i int) (when, int) {
	m := r.monthNumber(i)
	if m == 0 {
		return when{}, i
	}
	k, m2 := r.afterMonth(i), m
	if j := r.rangeSign(k); j > 0 && r.monthNumber(j) > m {
		m2, k = r.monthNumber(j), r.afterMonth(j)
	}
	y, next := r.yearBeside(k)
	if y == 0 {
		if r.tok(k).is(",") || r.tok(k).word == "of" {
			k++
		}
		y, next = r.yearNumber(k), k+1
	}
	if y == 0 {
		return when{}, i
	}
	if m == m2 {
		if w, ok := r.third(i, y, m); ok {
			return w, next
		}
	}
	return wholeMonths(y, m, y, m2), next
}

// third narrows a month by the word before it: "early September" is its first ten days.
func (r *dateReader) third(i, y, m int) (when, bool) {
	last := time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	switch r.tok(i - 1).word {
	case "early":
		return stretch(y, m, 1, 10), true
	case "mid":
		return stretch(y, m, 11, 20), true
	case "late":
		return stretch(y, m, 21, last), true
	}
	return when{}, false
}

// stretch is a part of a month of which no day is told.
func stretch(y, m, d1, d2 int) when {
	w, _ := days(y, m, d1, y, m, d2)
	w.exact = false
	return w
}

// partOfMonth reads "the third week of May 2014", "the first half of October", "the last week in June".
func (r *dateReader) partOfMonth(i int) (when, int) {
	order, ok := orders[r.tok(i).word]
	unit := r.tok(i + 1).word
	if !ok || unit != "week" && unit != "half" || r.tok(i+2).word != "of" && r.tok(i+2).word != "in" {
		return when{}, i
	}
	y, m, next := r.monthOfYear(i + 3)
	if m == 0 {
		return when{}, i
	}
	last := time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	switch {
	case unit == "half" && order == 1:
		return stretch(y, m, 1, 15), next
	case unit == "half" && order == 2:
		return stretch(y, m, 16, last), next
	case unit == "week" && order == lastOrder:
		return stretch(y, m, last-6, last), next
	case unit == "week":
		return stretch(y, m, 7*order-6, 7*order), next
	}
	return when{}, i
}

// orders are the places of a week or weekday in a month.
var orders = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": lastOrder}

const lastOrder = 5

// monthOfYear reads a month at token i and its year, or the year to which the verb points; month is 0 where there is none.
func (r *dateReader) monthOfYear(i int) (year, month, next int) {
	if month = r.monthNumber(i); month == 0 {
		return 0, 0, i
	}
	k := r.afterMonth(i)
	if year, next = r.afterDate(k); year > 0 {
		return year, month, next
	}
	if r.today.IsZero() {
		return 0, 0, i
	}
	return r.monthYearOf(month, r.ahead(i, k)), month, k
}

// monthYearOf is the year of the month m to which the verb points.
func (r *dateReader) monthYearOf(m int, ahead bool) int {
	y, now, _ := r.today.Date()
	switch {
	case ahead && m < int(now):
		return y + 1
	case !ahead && m > int(now):
		return y - 1
	}
	return y
}

// partOfYear reads "the first quarter of 2016", "the second half of 2014", "spring 2015", "the summer of 1968".
func (r *dateReader) partOfYear(i int) (when, int) {
	order := orders[r.tok(i).word]
	k := i + 1
	months := 0
	switch r.tok(k).word {
	case "quarter":
		months = 3
	case "half":
		months = 2 * 3
	}
	season := seasons[r.tok(i).word]
	if season == 0 && (order == 0 || order == lastOrder || months == 0 || order*months > 12) {
		return when{}, i
	}
	if season == 0 {
		k++
	}
	if r.tok(k).word == "of" {
		k++
	}
	y := r.yearNumber(k)
	switch {
	case y == 0:
		return when{}, i
	case season > 0:
		return wholeMonths(y, season, y, season+2), k + 1
	}
	return wholeMonths(y, (order-1)*months+1, y, order*months), k + 1
}

// year reads a year that stands as one: after a preposition, in brackets, or before a noun with an article ("the 2015 accord").
func (r *dateReader) year(i int) (when, int) {
	if y := r.number(i, 2); y >= 40 && len(r.tok(i).word) == 2 && r.tok(i-1).is("'") && !r.tok(i).spaced && r.tok(i-2).kind == wordToken {
		return wholeMonths(1900+y, 1, 1900+y, 12), i + 1 // "in '87"
	}
	y := r.yearNumber(i)
	if y == 0 || r.tok(i).joined && !r.tok(i-1).in(relativeWord) || r.tok(i+1).joined && r.tok(i+1).kind != numberToken {
		return when{}, i
	}
	if r.tok(i+1).is("/") || r.tok(i-1).is("/") || r.tok(i+1).is("%") || r.tok(i-1).is("$") || r.tok(i-1).is("€") || r.tok(i-1).is("£") {
		return when{}, i
	}
	last, k := y, i+1
	if j := r.rangeSign(k); j > 0 && r.yearNumber(j) > y && (r.tok(k).word != "and" || r.tok(i-1).word == "between") {
		last, k = r.yearNumber(j), j+1
	} else if j > 0 && r.tok(k).joined && len(r.tok(j).word) == 2 && r.number(j, 2) > y%100 {
		last, k = y-y%100+r.number(j, 2), j+1
	}
	w := wholeMonths(y, 1, last, 12)
	if last > y { // the first day is what counts
		w.end = wholeMonths(y, 1, y, 12).end
	}
	switch p := r.tok(i - 1).word; p {
	case "in", "since", "by", "during", "until", "till", "before", "after", "from", "between", "early", "late", "mid", "year", "around", "about", "through", "to", "and", "or":
		return w, k
	case "of":
		if t := r.tok(i - 2).word; t == "total" || t == "number" || t == "some" {
			return when{}, i
		}
		return w, k
	case "(", ",", "[":
		if n := r.tok(k); n.kind == markToken {
			return w, k
		}
	case "the", "'s", "s", "his", "its", "their", "'":
		if n := r.tok(k); n.kind == wordToken {
			return w, k
		}
	}
	if i == r.first && r.tok(k).kind == markToken {
		return w, k
	}
	return when{}, i
}
