package answer

import (
	"slices"
	"testing"

	"github.com/treatygraph/treatygraph/graph/catalogue"
)

func TestUnderstand(t *testing.T) {
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{Catalogue: c}
	for _, tc := range []struct {
		phrase, principle, actor, instrument string
	}{
		{"no first use on critical infrastructure", "no-first-use-critical-infrastructure", "", ""},
		{"Who committed to no first use on critical infrastructure?", "no-first-use-critical-infrastructure", "", ""},
		{"no first use of cyber weapons", "no-first-use", "", ""},
		{"no first use of nuclear weapons", "nuclear-no-first-use", "", ""},
		{"nuclear tests", "nuclear-test-ban", "", ""},
		{"China spyware", "spyware-restraint", "CN", ""},
		{"who left INF", "", "", "inf"},
		{"NATO members on a nuclear test ban", "nuclear-test-ban", "members-of-nato", ""},
		{"the member states of the European Union and landmines", "landmine-ban", "members-of-eu", ""},
		{"NATO and landmines", "landmine-ban", "nato", ""},
		{"theft of intellectual property by the United States and China", "no-ip-theft", "US", ""},
		{"landmines", "landmine-ban", "", ""},
		{"the price of apples", "", "", ""},
		{"", "", "", ""},
	} {
		t.Run(tc.phrase, func(t *testing.T) {
			u := d.Understand(tc.phrase)
			t.Logf("%+v", u)
			best := ""
			if len(u.Principles) > 0 {
				best = u.Principles[0].Slug
			}
			if best != tc.principle {
				t.Errorf("understood %q, not %q", best, tc.principle)
			}
			if tc.actor != "" && !slices.Contains(u.Actors, tc.actor) {
				t.Errorf("actors %v lack %s", u.Actors, tc.actor)
			}
			if tc.instrument != "" && !slices.Contains(u.Instruments, tc.instrument) {
				t.Errorf("instruments %v lack %s", u.Instruments, tc.instrument)
			}
		})
	}
}
