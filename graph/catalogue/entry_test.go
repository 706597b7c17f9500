package catalogue

import (
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

func TestEffect(t *testing.T) {
	c := builtIn(t)
	for _, tc := range []struct {
		name, instrument       string
		deposit, inForce, want graph.Day
	}{
		{"on the day of the deposit", "npt", "1992-03-09", "1970-03-05", "1992-03-09"},
		{"before the treaty is in force", "npt", "1969-06-27", "1970-03-05", "1970-03-05"},
		{"thirty days after it", "cwc", "2013-09-14", "1997-04-29", "2013-10-14"},
		{"days before the treaty: with the treaty", "cwc", "1997-04-25", "1997-04-29", "1997-04-29"},
		{"never, while the treaty is not in force", "ctbt", "2000-06-30", "", ""},
		{"ninety days after it", "att", "2020-07-06", "2014-12-24", "2020-10-04"},
		{"ninety days after it, whenever", "tpnw", "2020-11-01", "2021-01-22", "2021-01-30"},
		{"the first day of the sixth month", "ccm", "2012-07-17", "2010-08-01", "2013-01-01"},
		{"the first day of the sixth month, from the last of a month", "ottawa", "2004-08-31", "1999-03-01", "2005-02-01"},
		{"before the fortieth deposit: with the treaty", "ottawa", "1998-01-03", "1999-03-01", "1999-03-01"},
		{"six months after it", "ccw", "2004-02-25", "1983-12-02", "2004-08-25"},
		{"six months after it, where that day is missing", "ccw", "2004-08-31", "1983-12-02", "2005-02-28"},
		{"the month after sixty days", "rome-statute", "2002-04-11", "2002-07-01", "2002-07-01"},
		{"the month after sixty days, later", "rome-statute", "2015-01-02", "2002-07-01", "2015-04-01"},
		{"the month after three months", "budapest-convention", "2006-10-12", "2004-07-01", "2007-02-01"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := c.Entry(tc.instrument).Effect(tc.deposit, tc.inForce); got != tc.want {
				t.Errorf("%s, not %s", got, tc.want)
			}
		})
	}
}

// TestEntriesAgree: where a depositary tells the day of effect, the rule gives the same.
func TestEntriesAgree(t *testing.T) {
	c := builtIn(t)
	told := 0
	for _, a := range c.TreatyActions {
		e := c.Entry(a.Instrument)
		if e == nil || a.Effective == "" || !consents(graph.Action(a.Action)) || a.Action == string(graph.Succession) {
			continue
		}
		told++
		_, on, _ := graph.Span(a.Date)
		_, inForce, _ := graph.Span(c.Instrument(a.Instrument).InForce)
		if got := e.Effect(on, inForce); !strings.HasPrefix(string(got), a.Effective) {
			t.Errorf("%s %s %s of %s: by %s it takes effect on %s, as told on %s", a.Actor, a.Instrument, a.Action, a.Date, e.Article, got, a.Effective)
		}
	}
	if told < 25 {
		t.Errorf("only %d days of effect are told", told)
	}
}

func TestRequiredStates(t *testing.T) {
	if n := len(builtIn(t).Entry("ctbt").Required); n != 44 {
		t.Errorf("%d states stand in annex 2, not 44", n)
	}
}
