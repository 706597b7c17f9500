package extract

import (
	"strconv"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// when is a date that a sentence tells: tokens[first:stop], resolved to the days from begin to end.
type when struct {
	span
	first, stop int
	begin, end  graph.Day
	text        string // as exact as told: "2015-09-24", "2015-09" or "2015"; "" where the days share no year
	exact       bool   // the first day is told, as in "24-25 September"
	rule        string // the rule that read it, for explanation
	ahead       bool   // told of the future, by the verb
}

// dateReader reads the dates of one sentence against the day of publication.
type dateReader struct {
	tokens []token // of the whole text
	first  int     // the sentence is tokens[first:stop]
	stop   int
	today  time.Time // zero where the publication is not known
	out    []when
}

// readDates gives the dates that tokens[first:stop], one sentence, tell. Without a day of publication only dates with
// their year are read.
func readDates(tokens []token, first, stop int, published graph.Day, out []when) []when {
	r := dateReader{tokens: tokens, first: first, stop: stop, out: out}
	known := published == ""
	for i := first; i < stop; {
		t := &tokens[i]
		if t.kind != numberToken && !t.in(weekdayWord|shortDayWord|monthWord|relativeWord) && (t.word == "" || !isDigit(t.word[0])) {
			i++
			continue
		}
		if !known { // most sentences tell no date
			r.today, _ = time.Parse(time.DateOnly, string(published))
			known = true
		}
		i = max(i+1, r.read(i))
	}
	return r.out
}

// read tries the rules at token i, and returns the token after what it read, or i.
func (r *dateReader) read(i int) int {
	for _, rule := range dateRules {
		if w, next := rule.read(r, i); next > i {
			w.rule = rule.name
			r.keep(w, i, next)
			return next
		}
	}
	return i
}

// dateRules are tried in this order at each token; the first that reads something is taken.
var dateRules = []struct {
	name string
	read func(*dateReader, int) (when, int)
}{
	{"day as digits", (*dateReader).digits},
	{"weekday before a date", (*dateReader).weekdayDate},
	{"weekday of a month", (*dateReader).weekdayOfMonth},
	{"part of a month", (*dateReader).partOfMonth},
	{"day and month", (*dateReader).dayMonth},
	{"month and day", (*dateReader).monthDay},
	{"month and year", (*dateReader).monthYear},
	{"part of a year", (*dateReader).partOfYear},
	{"end of a period", (*dateReader).edgeOf},
	{"distance from today", (*dateReader).distance},
	{"day beside today", (*dateReader).besideToday},
	{"weekend", (*dateReader).weekend},
	{"weekday of a week", (*dateReader).weekdayOfWeek},
	{"this, last or next", (*dateReader).thisLastNext},
	{"month alone", (*dateReader).monthAlone},
	{"weekday", (*dateReader).weekday},
	{"day alone", (*dateReader).dayAlone},
	{"year", (*dateReader).year},
}

func (r *dateReader) keep(w when, i, next int) {
	if w.begin == "" {
		return
	}
	w.first, w.stop = i, next
	w.span = span{r.tokens[i].start, r.tokens[next-1].end}
	w.text = commonDay(w.begin, w.end)
	if w.exact {
		w.text = string(w.begin)
	}
	w.ahead = r.ahead(i, next)
	r.out = append(r.out, w)
}

// commonDay is the most exact date that holds both days: the day, the month or the year, or "".
func commonDay(a, b graph.Day) string {
	for _, n := range []int{10, 7, 4} {
		if len(a) >= n && len(b) >= n && a[:n] == b[:n] {
			return string(a[:n])
		}
	}
	return ""
}

// tok is token i of the sentence, or an empty one beyond its ends, so that rules need not ask.
func (r *dateReader) tok(i int) *token {
	if i < r.first || i >= r.stop {
		return &noToken
	}
	return &r.tokens[i]
}

// ahead tells whether the verb nearest to the date at tokens[i:next] points to the future: the nearest one before it, else after it.
func (r *dateReader) ahead(i, next int) bool {
	if r.forMeeting(i) {
		return true
	}
	for k := i - 1; k >= r.first && k > i-30; k-- {
		if d := r.tense(k); d != 0 {
			return d > 0
		}
	}
	for k := next; k < r.stop && k < next+30; k++ {
		if d := r.tense(k); d != 0 {
			return d > 0
		}
	}
	return false
}

// forMeeting tells whether the date at token i is that of a meeting for which somebody came on a day told before: "arrived Saturday
// for talks on Monday".
func (r *dateReader) forMeeting(i int) bool {
	meeting := false
	for k := i - 1; k >= r.first && k > i-12; k-- {
		switch t := r.tok(k); {
		case t.in(meetingWord):
			meeting = true
		case t.word == "for" && meeting:
			return len(r.out) > 0 && r.out[len(r.out)-1].first >= r.first && k-r.out[len(r.out)-1].stop < 4
		case r.tense(k) != 0:
			return false
		}
	}
	return false
}

// tense is 1 for a word that points ahead, -1 for one of the past, 0 for others.
func (r *dateReader) tense(k int) int {
	switch t := r.tok(k); {
	case t.word == "next" && r.tok(k+1).in(meetingWord):
		return 1
	case t.in(futureWord) && t.letter != upperCase:
		if t.word == "set" && r.tok(k+1).word != "to" && r.tok(k+1).word != "for" {
			return -1
		}
		if t.word == "due" && r.tok(k+1).word == "to" && !r.tok(k+2).in(infinitiveWord) {
			return 0
		}
		return 1
	case t.in(infinitiveWord):
		return r.infinitive(k)
	case t.past() && r.tok(k-1).word == "be":
		return 1 // "to be held"
	case t.past():
		return -1
	}
	return 0
}

// infinitive is 1 where the verb at token k points ahead: "to meet", "can meet", or the present of several ("the leaders meet").
func (r *dateReader) infinitive(k int) int {
	t, p := r.tok(k), r.tok(k-1)
	switch p.word {
	case "to", "can", "could", "must":
		return 1
	case "not", "never", "did", "didn't":
		return 0
	}
	if !t.in(presentWord) || p.kind != wordToken || p.in(verbWord|determinerWord) {
		return 0
	}
	if p.letter == titleCase || len(p.word) > 3 && p.word[len(p.word)-1] == 's' || p.word == "who" {
		return 1
	}
	return 0
}

// number is the value of token i if it is digits of at most n characters, else -1.
func (r *dateReader) number(i, n int) int {
	t := r.tok(i)
	if t.kind != numberToken || len(t.word) > n {
		return -1
	}
	v, err := strconv.Atoi(t.word)
	if err != nil {
		return -1
	}
	return v
}

// dayNumber is the day of a month at token i ("24", "24th"), else 0.
func (r *dateReader) dayNumber(i int) int {
	t := r.tok(i)
	w := t.word
	if t.kind == wordToken && len(w) > 2 && isDigit(w[0]) {
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			w = w[:len(w)-2]
		}
	} else if t.kind != numberToken {
		return 0
	}
	if v, err := strconv.Atoi(w); err == nil && len(w) <= 2 && v >= 1 && v <= 31 {
		return v
	}
	return 0
}

// monthNumber is the month at token i, else 0. A dot after an abbreviation is passed over by afterMonth.
func (r *dateReader) monthNumber(i int) int {
	if t := r.tok(i); t.in(monthWord) && t.letter != lowerCase {
		return monthOf(t.word)
	}
	return 0
}

func (r *dateReader) afterMonth(i int) int {
	if r.tok(i+1).is(".") && !r.tok(i+1).spaced && len(r.tok(i).word) <= 4 {
		return i + 2
	}
	return i + 1
}

// yearNumber is the year at token i, else 0.
func (r *dateReader) yearNumber(i int) int {
	if y := r.number(i, 4); y >= 1800 && y <= 2199 && len(r.tok(i).word) == 4 {
		return y
	}
	return 0
}

// afterDate reads the year that follows a day and month: "2015", ", 2015", "of 2015", "89" or "'89" in a text of the wires, "last year".
func (r *dateReader) afterDate(i int) (year, next int) {
	if y := r.yearNumber(i); y > 0 && !r.tok(i).joined {
		return y, i + 1
	}
	if y, next := r.yearBeside(i); y > 0 {
		return y, next
	}
	k := i
	if r.tok(k).is(",") || r.tok(k).word == "of" || r.tok(k).is("/") {
		if y := r.yearNumber(k + 1); y > 0 {
			return y, k + 2
		}
		k++
		if !r.tok(k).is("'") {
			return 0, i
		}
	}
	if r.tok(k).is("'") {
		k++
	}
	if y := r.number(k, 2); y >= 40 && len(r.tok(k).word) == 2 && r.tok(k+1).word != "nations" {
		return 1900 + y, k + 1
	}
	return 0, i
}

// yearBeside reads a year told from today at token i: "last year", "of this year", ", next year".
func (r *dateReader) yearBeside(i int) (year, next int) {
	if r.today.IsZero() {
		return 0, i
	}
	k := i
	if r.tok(k).word == "of" || r.tok(k).is(",") {
		k++
	}
	if r.tok(k+1).word != "year" {
		return 0, i
	}
	switch r.tok(k).word {
	case "last":
		return r.today.Year() - 1, k + 2
	case "this":
		return r.today.Year(), k + 2
	case "next":
		return r.today.Year() + 1, k + 2
	}
	return 0, i
}

var dayNames = map[string]int{
	"sunday": 7, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

var monthNames = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
	"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// monthOf is the number of a folded month's name, 0 if it is none.
func monthOf(w string) int { return monthNames[w] }
