package answer

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

func TestChanges(t *testing.T) {
	d, s := desk(t)
	tell(t, s, "2015-09-22", "no-first-use-critical-infrastructure", graph.Negotiating, "US", "CN")
	tell(t, s, "2015-09-26", "no-ip-theft", graph.Agreed, "US", "CN")
	for _, tc := range []struct {
		name     string
		from, to graph.Day
		about    string
		actors   []string
		want     string
	}{
		{"talks become known", "2015-09-21", "2015-09-22", "no first use on critical infrastructure", nil, "2015-09-22 KNOWN NEGOTIATING CN,US"},
		{"the first day is left out", "2015-09-22", "2015-09-24", "no first use on critical infrastructure", nil, ""},
		{"an outcome lets them drop", "2015-09-22", "2015-09-26", "no first use on critical infrastructure", nil, "2015-09-25 KNOWN NEGOTIATING CN,US dropped"},
		{"an act", "2010-04-01", "2010-05-01", "New START", []string{"US"}, "2010-04-08 KNOWN SIGNED US"},
		{"a notice takes effect later", "2019-07-31", "2019-08-05", "INF", []string{"US"}, "2019-08-02 KNOWN TERMINATED US; 2019-08-02 VALID WITHDRAWN US"},
		{"another actor", "2015-09-21", "2015-09-30", "", []string{"CN"}, "2015-09-22 KNOWN NEGOTIATING CN,US; 2015-09-25 KNOWN NEGOTIATING CN,US dropped; 2015-09-26 KNOWN AGREED CN,US"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			ds, err := d.Changes(context.Background(), Span{From: tc.from, To: tc.to, About: tc.about, Actors: tc.actors})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, x := range ds {
				s, ok := x.Claim.(*graph.Stage)
				if !ok {
					continue
				}
				var who []string
				for _, a := range x.Actors {
					who = append(who, a.Code)
				}
				text := strings.Join([]string{string(x.Day), string(x.Clock), string(s.Status), strings.Join(inOrder(who), ",")}, " ")
				if x.Dropped != nil {
					text += " dropped"
				}
				got = append(got, text)
				if x.Act == nil && (x.Article == nil || x.Passage == nil) {
					t.Errorf("%+v rests on nothing", x)
				}
			}
			if text := strings.Join(inOrder(got), "; "); text != tc.want {
				t.Errorf("got  %s\nwant %s", text, tc.want)
			}
		})
	}
	if _, err := d.Changes(context.Background(), Span{From: "2016-01-02", To: "2016-01-01"}); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("days in the wrong order: %v", err)
	}
}

func inOrder(s []string) []string { return slices.Sorted(slices.Values(s)) }
