package graph

import (
	"strconv"
	"time"
)

// Day is a calendar day as YYYY-MM-DD, so days compare as text. "" is a day that is not told.
type Day string

// Forever is the open end of what holds or is known without an end; no day told by a text reaches it.
const Forever Day = "9999-12-31"

// ParseDay reads a day that is exact; a month or a year alone is an error, since first and last day are kept apart.
func ParseDay(s string) (Day, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", Errorf(Invalid, "%q is no day; write it as YYYY-MM-DD, as in 2015-09-22", s)
	}
	return Day(s), nil
}

// Span gives the first and last day of a day told in part: "2015" is 2015-01-01 to 2015-12-31, "2015-09" that month.
func Span(s string) (first, last Day, err error) {
	for _, f := range []struct {
		layout        string
		years, months int
	}{{"2006", 1, 0}, {"2006-01", 0, 1}, {time.DateOnly, 0, 0}} {
		t, err := time.Parse(f.layout, s)
		if err != nil {
			continue
		}
		end := t
		if f.layout != time.DateOnly {
			end = t.AddDate(f.years, f.months, -1)
		}
		return DayOf(t), DayOf(end), nil
	}
	return "", "", Errorf(Invalid, "%q is no date; write YYYY, YYYY-MM or YYYY-MM-DD", s)
}

// DayOf is the day of t in t's own zone.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Add is the day n days later; the open ends stay where they are.
func (d Day) Add(n int) Day {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil || d == Forever {
		return d
	}
	return DayOf(t.AddDate(0, 0, n))
}

// Year is the day's year, or 0 where no day is told.
func (d Day) Year() int {
	y, _ := strconv.Atoi(string(d[:min(4, len(d))]))
	return y
}
