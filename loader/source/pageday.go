package source

import (
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"github.com/treatygraph/treatygraph/graph"
)

// guessDay finds a page's day of publication in its metadata, address and words, the surest first; "" where there is none up to today.
func guessDay(doc *html.Node, address string, today graph.Day) graph.Day {
	now, err := time.Parse(time.DateOnly, string(today))
	if err != nil {
		return ""
	}
	o := htmldate.Options{
		URL: address, UseOriginalDate: true,
		// Bounds and clock are told, so that a page gives the same day whenever it is read again.
		MinDate: time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC), MaxDate: now.Add(24*time.Hour - time.Microsecond),
		DateParserConfig: &dateparser.Configuration{CurrentTime: now, StrictParsing: true, PreferredDateSource: dateparser.Past},
	}
	for _, o.SkipExtensiveSearch = range []bool{true, false} {
		if r, err := htmldate.FromDocument(doc, o); err == nil && !r.DateTime.IsZero() {
			if day := graph.DayOf(r.DateTime); day <= today {
				return day
			}
		}
	}
	return ""
}
