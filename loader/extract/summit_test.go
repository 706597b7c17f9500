package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

func TestSummits(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct{ name, text, want string }{
		{"summit with a day", "Chile and Peru will hold a summit in Oslo on 3 July 2019.", "CL+PE summit 2019-07-03"},
		{"talks between two", "Talks between Chile and Peru began on Monday.", "CL+PE talks 2019-06-10"},
		{"met", "The foreign ministers of Chile and Peru met on Monday.", "CL+PE talks 2019-06-10"},
		{"visit", "President Putin will pay a state visit to Chile in July.", "CL+RU visit 2019-07"},
		{"summit of a group", "The G20 summit in Osaka opens on 28 June.", "g20 summit 2019-06-28"},
		{"told twice", "Chile and Peru will hold a summit on 3 July. The summit will last two days.", "CL+PE summit 2019-07-03"},
		{"telephone call", "Chile and Peru held talks by telephone call; in phone talks on Monday they spoke.", ""},
		{"press conference", "Chile held a press conference on Monday.", ""},
		{"no day and no sides", "There were talks and meetings.", ""},
		{"General Assembly that adopts", "The General Assembly adopted it.", ""},
		{"General Assembly that sits", "Chile spoke at the UN General Assembly in September 2018.", "CL+un conference 2018-09"},
		{"did not meet", "Chile did not meet Peru on Monday.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := e.Read(graph.Article{ID: "a", Published: published, Text: c.text})
			var got []string
			for _, s := range r.Summits {
				line := strings.Join(s.Participants, "+") + " " + s.Kind
				if s.Date != nil {
					line += " " + *s.Date
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
