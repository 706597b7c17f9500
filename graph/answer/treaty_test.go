package answer

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

func TestChart(t *testing.T) {
	d, _ := desk(t)
	for _, tc := range []struct {
		instrument string
		day        graph.Day
		want       map[string]TreatyStatus
	}{
		{"new-start", "2010-05-01", map[string]TreatyStatus{"US": Signatory, "RU": Signatory, "CN": None}},
		{"new-start", "2019-08-03", map[string]TreatyStatus{"US": Party, "RU": Party, "CN": None, "GB": None, "IN": None}},
		{"new-start", "2026-03-01", map[string]TreatyStatus{"US": FormerParty, "RU": FormerParty}},
		{"inf", "1988-01-01", map[string]TreatyStatus{"US": Signatory, "SU": Signatory, "RU": None}},
		{"inf", "2019-08-01", map[string]TreatyStatus{"US": Party, "RU": Party, "SU": None}},
		{"inf", "2019-08-03", map[string]TreatyStatus{"US": FormerParty, "RU": FormerParty, "CN": None, "GB": None, "IN": None}},
		{"ctbt", "2019-08-03", map[string]TreatyStatus{"US": Signatory, "CN": Signatory, "RU": ContractingState, "GB": ContractingState, "IN": None}},
		{"ctbt", "2023-12-01", map[string]TreatyStatus{"RU": Signatory}},
		{"budapest-convention", "2019-08-03", map[string]TreatyStatus{"US": Party, "GB": Party, "RU": None, "CN": None, "IN": None}},
	} {
		t.Run(tc.instrument+" "+string(tc.day), func(t *testing.T) {
			c, err := d.Chart(context.Background(), tc.instrument, graph.AsOf{ValidAt: tc.day, KnownAt: tc.day})
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]TreatyStatus{}
			for _, s := range c.Standings {
				got[s.Actor.Code] = s.Status
			}
			for code, want := range tc.want {
				have, ok := got[code]
				if !ok {
					have = None
				}
				if have != want {
					t.Errorf("%s is %s, not %s", code, have, want)
				}
			}
		})
	}
	t.Run("consent takes effect by the treaty's own rule", func(t *testing.T) {
		for _, tc := range []struct {
			instrument, code string
			day              graph.Day
			want             TreatyStatus
			since            graph.Day
		}{
			{"cwc", "SY", "2013-10-01", ContractingState, "2013-09-14"},
			{"cwc", "SY", "2013-10-14", Party, "2013-10-14"},
			{"ccm", "CH", "2012-12-31", ContractingState, "2012-07-17"},
			{"ccm", "CH", "2013-01-01", Party, "2013-01-01"},
			{"npt", "CN", "1992-03-09", Party, "1992-03-09"},
		} {
			c, err := d.Chart(context.Background(), tc.instrument, graph.AsOf{ValidAt: tc.day})
			if err != nil {
				t.Fatal(err)
			}
			if s := c.Of(&graph.Actor{Code: tc.code}); s.Status != tc.want || s.Since != tc.since {
				t.Errorf("%s %s on %s: %s since %s", tc.instrument, tc.code, tc.day, s.Status, s.Since)
			}
		}
	})
	t.Run("every country is counted once", func(t *testing.T) {
		for _, slug := range []string{"npt", "ctbt", "ccm", "inf"} {
			c, err := d.Chart(context.Background(), slug, graph.AsOf{ValidAt: "2018-01-01"})
			if err != nil {
				t.Fatal(err)
			}
			acted := 0
			for _, s := range c.Standings {
				if s.Actor.Label == graph.Country {
					acted++
				}
			}
			if acted+len(c.Without) != c.Countries {
				t.Errorf("%s: %d acted, %d did not, of %d countries", slug, acted, len(c.Without), c.Countries)
			}
		}
	})
	t.Run("the states that a treaty waits for", func(t *testing.T) {
		for day, want := range map[graph.Day]int{"2019-08-03": 8, "2023-12-01": 9} { // Russia revoked its ratification in between
			c, err := d.Chart(context.Background(), "ctbt", graph.AsOf{ValidAt: day})
			if err != nil {
				t.Fatal(err)
			}
			if len(c.Awaits) != want {
				t.Errorf("on %s it waits for %d", day, len(c.Awaits))
			}
		}
	})
	t.Run("a timeline tells the act and its effect apart", func(t *testing.T) {
		c, err := d.Chart(context.Background(), "inf", graph.AsOf{ValidAt: "2019-08-03"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range c.Timeline() {
			if m.Actor != nil && m.Actor.Code == "US" && m.Act.Action == graph.Withdrawal || m.What == EnteredIn {
				got = append(got, string(m.First)+" "+string(m.What))
			}
		}
		if diff := cmp.Diff([]string{"1988-06-01 IN_FORCE", "2019-02-01 ACT", "2019-08-02 EFFECT"}, got); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("a notice is no end", func(t *testing.T) {
		c, err := d.Chart(context.Background(), "inf", graph.AsOf{ValidAt: "2019-05-01", KnownAt: "2019-05-01"})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range c.Standings {
			if s.Actor.Code == "US" && (s.Status != Party || s.Notice != "2019-02-01" || s.Suspended != "2019-02-01") {
				t.Errorf("US on 1 May 2019: %+v", s)
			}
		}
	})
	t.Run("an unknown instrument", func(t *testing.T) {
		if _, err := d.Chart(context.Background(), "nothing", graph.AsOf{}); graph.CodeOf(err) != graph.NotFound {
			t.Errorf("got %v", err)
		}
	})
}
