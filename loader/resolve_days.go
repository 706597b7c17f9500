package loader

import (
	"cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// days are the first and last day of what is told to have happened; both "" where no day is told.
type days struct{ first, last graph.Day }

// toldDays are the days that a reading tells: first and last where it does, else those of its date, which may be a month or a year.
func toldDays(date *string, first, last graph.Day) days {
	if first == "" && last == "" && date != nil {
		first, last, _ = graph.Span(*date)
	}
	return days{cmp.Or(first, last), cmp.Or(last, first)}
}

// month is the month (YYYY-MM) in which the days lie, "" where none is told.
func (d days) month() string {
	if len(d.first) == 10 && len(d.last) == 10 && d.first[:7] == d.last[:7] {
		return string(d.first[:7])
	}
	return ""
}

// by ends the days with the publication that tells them: what is told to have happened did so by then. Days beyond it, and none, are
// untold: they end with the publication and begin with no day.
func (d days) by(published graph.Day) days {
	if d.first == "" || d.first > published {
		return days{"", published}
	}
	return days{d.first, min(d.last, published)}
}
