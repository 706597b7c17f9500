package answer

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// matrix prints the cells of a matrix.
func matrix(t testing.TB, d *Desk, actors, principles string, day graph.Day) (*Matrix, []string) {
	t.Helper()
	m, err := d.Positions(context.Background(), strings.Fields(actors), strings.Fields(principles), on(day))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range m.Cells {
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(c.Actor, " ", c.Principle, " ", c.Status, " ", c.Mode, " ", c.Through, " ", c.Narrower)), " "))
	}
	return m, out
}

func TestPositions(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	tell(t, s, "2015-09-25", "no-ip-theft", graph.Agreed, "US", "CN")
	tell(t, s, "2021-10-14", "counter-ransomware", graph.Agreed, "SG", "AU")
	tell(t, s, "2013-01-01", "autonomous-weapons-ban", graph.Agreed, "brics")
	for _, tc := range []struct {
		name, actors, principles string
		day                      graph.Day
		want                     []string
	}{
		{"by itself, by a treaty", "US CH", "nuclear-test-ban", "2016-01-01", []string{"US nuclear-test-ban IN_FORCE INDIVIDUAL", "CH nuclear-test-ban IN_FORCE INDIVIDUAL"}},
		{"by itself before through a group", "US TR CH", "no-ip-theft", "2016-01-01", []string{"US no-ip-theft AGREED INDIVIDUAL", "TR no-ip-theft AGREED VIA_GROUP g20"}},
		{"before the group spoke", "US TR", "no-ip-theft", "2015-11-15", []string{"US no-ip-theft AGREED INDIVIDUAL"}},
		{"a group speaks for its members of that day", "BR EG", "autonomous-weapons-ban", "2025-01-01", []string{"BR autonomous-weapons-ban AGREED VIA_GROUP brics"}},
		{"by consensus", "CH", "no-attack-critical-infrastructure", "2016-01-01", []string{"CH no-attack-critical-infrastructure AGREED BY_CONSENSUS all-states"}},
		{"talks", "US CN", "no-first-use-critical-infrastructure", "2015-09-22",
			[]string{"US no-first-use-critical-infrastructure NEGOTIATING INDIVIDUAL", "CN no-first-use-critical-infrastructure NEGOTIATING INDIVIDUAL"}},
		{"talks that were dropped", "US", "no-first-use-critical-infrastructure", "2015-09-26", []string{"US no-first-use-critical-infrastructure DROPPED INDIVIDUAL"}},
		{"a narrower principle counts where the catalogue says so", "SG", "cooperate-against-cybercrime", "2015-11-01", nil},
		{"and shows", "SG", "counter-ransomware cooperate-against-cybercrime", "2022-01-01",
			[]string{"SG counter-ransomware AGREED INDIVIDUAL", "SG cooperate-against-cybercrime AGREED INDIVIDUAL counter-ransomware"}},
		{"a narrower principle does not count where it does not", "US", "no-first-use", "2015-09-22", nil},
		{"those who belong to a group", "members-of-g7", "no-first-use-critical-infrastructure", "2015-09-22", []string{"US no-first-use-critical-infrastructure NEGOTIATING INDIVIDUAL"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if _, got := matrix(t, d, tc.actors, tc.principles, tc.day); !cmp.Equal(tc.want, got) {
				t.Errorf("(-want +got):\n%s", cmp.Diff(tc.want, got))
			}
		})
	}
	m, _ := matrix(t, d, "US CN TR CH", "no-ip-theft no-first-use-critical-infrastructure", "2016-01-01")
	want := []Total{
		{Key: "no-ip-theft", Asked: 4, Statuses: []StatusCount{{graph.Agreed, 3}}, Consent: 3, Individually: 2, ViaGroup: 1, Nothing: 1},
		{Key: "no-first-use-critical-infrastructure", Asked: 4, Statuses: []StatusCount{{graph.Dropped, 2}}, Nothing: 2},
	}
	if diff := cmp.Diff(want, m.Principles); diff != "" {
		t.Errorf("totals (-want +got):\n%s", diff)
	}
	if got := m.Totals[0]; got.Key != "US" || got.Asked != 2 || got.Consent != 1 || got.Nothing != 0 {
		t.Errorf("total of US: %+v", got)
	}
}

// A cell shows every commitment and act behind it.
func TestWhatIsBehindACell(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-25", "no-ip-theft", graph.Agreed, "US", "CN")
	m, _ := matrix(t, d, "US GB CH", "no-ip-theft nuclear-test-ban", "2016-01-01")
	var got []string
	for _, c := range m.Cells {
		text := c.Actor + " " + c.Commitment.Summary
		for _, o := range c.Others {
			text += "; " + o.Summary
		}
		for _, a := range c.Acts {
			text += fmt.Sprintf(", %s %s", a.Action, a.Last)
		}
		got = append(got, text)
	}
	want := []string{
		"US no-ip-theft: CN, US; No theft of intellectual property for commercial gain under G20 Antalya, ADOPTION 2015-11-16",
		"US Ban on nuclear tests under Partial Test Ban Treaty; Ban on nuclear tests under CTBT, SIGNATURE 1963-08-05, RATIFICATION 1963-10-10, SIGNATURE 1996-09-24",
		"GB No theft of intellectual property for commercial gain under G20 Antalya, ADOPTION 2015-11-16",
		"GB Ban on nuclear tests under Partial Test Ban Treaty; Ban on nuclear tests under CTBT, SIGNATURE 1963-08-05, RATIFICATION 1963-10-10, SIGNATURE 1996-09-24, RATIFICATION 1998-04-06",
		"CH Ban on nuclear tests under Partial Test Ban Treaty; Ban on nuclear tests under CTBT, SIGNATURE 1963-08-26, RATIFICATION 1964-01-16, SIGNATURE 1996-09-24, RATIFICATION 1999-10-01",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Several commitments of one principle are one cell, and count once.
func TestPositionsNeverCountTwice(t *testing.T) {
	d, s := desk(t)
	for _, actors := range [][]string{{"US", "CN"}, {"US", "CN", "RU"}, {"US"}} {
		tell(t, s, "2016-09-25", "no-ip-theft", graph.Agreed, actors...)
	}
	m, cells := matrix(t, d, "US CN RU", "no-ip-theft", "2020-01-01")
	if len(cells) != 3 || m.Principles[0].Consent != 3 || m.Principles[0].Individually != 3 {
		t.Errorf("%q, %+v", cells, m.Principles[0])
	}
}

func TestGroupsAsFilters(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	tell(t, s, "2016-09-22", "no-first-use-critical-infrastructure", graph.Proposed, "BR")
	for _, tc := range []struct {
		phrase string
		day    graph.Day
		want   string
	}{
		{"no first use on critical infrastructure, G7 members", "2015-09-24", "NEGOTIATING US (1)"},
		{"no first use on critical infrastructure by members of BRICS", "2015-09-24", "NEGOTIATING CN (1)"},
		{"no first use on critical infrastructure by members of BRICS", "2016-10-01", "PROPOSED BR (1); DROPPED CN (1)"},
		{"no first use on critical infrastructure, ASEAN countries", "2016-10-01", ""},
	} {
		if got := held(t, d, tc.phrase, on(tc.day)); got != tc.want {
			t.Errorf("%s on %s: %q, want %q", tc.phrase, tc.day, got, tc.want)
		}
	}
	changes, err := d.Changes(context.Background(), Span{From: "2015-01-01", To: "2017-01-01", About: "no first use on critical infrastructure", Actors: []string{"members-of-g7"}})
	if err != nil || len(changes) == 0 {
		t.Errorf("changes: %v (%v)", changes, err)
	}
}
