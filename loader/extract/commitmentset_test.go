package extract

import "testing"

func TestOutdone(t *testing.T) {
	group := func(party string, sentence int) *claimGroup {
		return &claimGroup{claim: claim{principle: 1, parties: []string{party}, sentence: sentence}}
	}
	for _, c := range []struct {
		name  string
		other *claimGroup
		sure  float64 // of the other
		own   float64
		want  bool
	}{
		{"another sentence is surer", group("NO", 3), 0.8, 0.4, true},
		{"sure enough by itself", group("NO", 3), 0.8, 0.6, false},
		{"the other is less sure", group("NO", 3), 0.3, 0.4, false},
		{"other parties", group("CL", 3), 0.8, 0.4, false},
		{"two statuses of one sentence", group("NO", 1), 0.8, 0.4, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			groups := []*claimGroup{group("NO", 1), c.other}
			if got := outdone(groups, []Commitment{{Confidence: c.own}, {Confidence: c.sure}}, 0); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
