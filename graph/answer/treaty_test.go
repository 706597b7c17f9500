package answer

import (
	"context"
	"testing"

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
