package answer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/sqlite"
)

// seed is a store with the catalogue, as the bytes of its file: made once, since it takes a second.
var seed = sync.OnceValues(func() (b []byte, err error) {
	dir, err := os.MkdirTemp("", "answer")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	c, err := catalogue.Load()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "seed.db")
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		return nil, err
	}
	_, err = s.Put(context.Background(), c.Batch())
	if err = errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// today is the day of the tests.
var today = time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)

// desk opens a store with the catalogue in it and gives the desk over it.
func desk(t testing.TB) (*Desk, graph.Store) {
	t.Helper()
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	file, err := seed()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "graph.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return &Desk{Store: s, Catalogue: c, Clock: func() time.Time { return today }}, s
}

// on is all that was told by a day, of that day.
func on(day graph.Day) View { return View{AsOf: graph.AsOf{ValidAt: day, KnownAt: day}} }

func TestWhoCommitted(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	tell(t, s, "2003-01-04", "nuclear-no-first-use", graph.Agreed, "IN")
	for _, tc := range []struct {
		name, phrase string
		day          graph.Day
		sentence     string
	}{
		{"talks are no agreement", "no first use on critical infrastructure", "2015-09-22",
			"As of 22 September 2015, nobody is reported to have agreed to no first use on critical infrastructure; China and the United States were negotiating it."},
		{"an outcome without the clause", "no first use on critical infrastructure", "2015-09-26",
			"As of 26 September 2015, nobody is reported to have agreed to no first use on critical infrastructure; China and the United States talked about it and dropped it. That it was dropped is inferred: the outcome of 25 September 2015 (the US-China cyber understandings) does not state it."},
		{"the day before nothing was known", "no first use on critical infrastructure", "2015-09-21",
			"As of 21 September 2015, nothing is reported of anybody about no first use on critical infrastructure."},
		{"one alone declares", "no first use of nuclear weapons", "2004-01-01",
			"As of 1 January 2004, India has declared no first use of nuclear weapons."},
		{"an instrument alone", "who left INF", "2019-08-03", "As of 3 August 2019, nobody is reported to hold to the INF Treaty any more; the United States has withdrawn from it; Russia and the Soviet Union were parties to it until it ended."},
		{"another matter", "the price of apples", "2019-08-03", `"the price of apples" names no principle or instrument that is known here.`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, err := d.WhoCommitted(context.Background(), tc.phrase, on(tc.day))
			if err != nil {
				t.Fatal(err)
			}
			if a.Sentence != tc.sentence {
				t.Errorf("got  %s\nwant %s", a.Sentence, tc.sentence)
			}
		})
	}
}

func TestNearest(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	a, err := d.WhoCommitted(context.Background(), "no first use on critical infrastructure", on("2015-09-22"))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range a.Nearest {
		t.Log(n.Principle.Slug, n.Instrument.Slug, n.Locator)
	}
	if len(a.Nearest) == 0 || a.Nearest[0].Instrument.Slug != "un-gge-2015" || a.Nearest[0].Locator != "para 13(f)" {
		t.Errorf("nearest is %+v, not A/70/174 para 13(f)", a.Nearest)
	}
	if a.Ground != (Ground{1, "2015-09-22", "2015-09-22", 1, 1}) {
		t.Errorf("ground is %+v", a.Ground)
	}
}
