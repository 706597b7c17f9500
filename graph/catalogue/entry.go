package catalogue

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// Entry is by which rule a treaty enters into force for a state, as its own text has it.
type Entry struct {
	Instrument string   // slug
	InForce    string   // when the treaty itself did, for instruments whose own row does not tell; "" where it did not, or told there
	Since      string   // entry: the rule is for consent after the treaty entered into force; deposit: for any consent, but not before the treaty did
	Months     int      // after the deposit
	Days       int      // after that
	On         string   // day: on that day; month: the first day of its month; next-month: the first day of the month after it
	Article    string   // that says so
	Required   []string // codes of the states without which the treaty does not enter into force; nil where none is named
	Source     string
}

// after is how long after the deposit, as an ISO 8601 duration of months or days.
var after = regexp.MustCompile(`^P(?:(\d+)M)?(?:(\d+)D)?$`)

func parseEntry(w *row) Entry {
	e := Entry{Instrument: w.ref("instrument", "instrument"), InForce: w.date("in_force"), Since: w.oneOf("since", "entry", "deposit"),
		On: w.oneOf("on", "day", "month", "next-month"), Article: w.need("article"), Required: w.refs("required", "actor"), Source: w.need("source")}
	m := after.FindStringSubmatch(w.need("after"))
	if m == nil {
		w.fail("after", "write the time after the deposit as P30D or P6M")
		return e
	}
	e.Months, _ = strconv.Atoi(m[1])
	e.Days, _ = strconv.Atoi(m[2])
	return e
}

// Effect is the day on which consent that was deposited on a day takes effect, where the treaty entered into force on another; "" where it
// did not.
func (e *Entry) Effect(deposit, inForce graph.Day) graph.Day {
	if inForce == "" || e.Since == "entry" && deposit <= inForce {
		return inForce
	}
	t, err := time.Parse(time.DateOnly, string(deposit))
	if err != nil {
		return ""
	}
	day := t.Day()
	t = t.AddDate(0, e.Months, 0)
	if t.Day() != day { // there is no 31st in that month
		t = t.AddDate(0, 0, -t.Day())
	}
	t = t.AddDate(0, 0, e.Days)
	switch e.On {
	case "month":
		t = t.AddDate(0, 0, 1-t.Day())
	case "next-month":
		t = t.AddDate(0, 1, 1-t.Day())
	}
	return max(inForce, graph.DayOf(t))
}

// note says how the day of effect was found.
func (e *Entry) note() string { return fmt.Sprintf("takes effect by %s", e.Article) }

// Entry is the rule of an instrument, nil if none is known.
func (c *Catalogue) Entry(instrument string) *Entry { return c.entries[instrument] }

// enter gives instruments the day on which they entered into force, where only the row of their rule tells it.
func (c *Catalogue) enter() {
	for i := range c.Instruments {
		if e := c.entries[c.Instruments[i].Slug]; e != nil && c.Instruments[i].InForce == "" && e.InForce != "" {
			c.Instruments[i].InForce = e.InForce
			c.Instruments[i].Source += "; in force: " + e.Source
		}
	}
}
