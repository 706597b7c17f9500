package extract

import (
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
		{"negotiations", "Negotiations between Chile and Peru opened in Oslo on Monday.", "CL+PE talks 2019-06-10"},
		{"delegates", "The six-party talks opened in Oslo on Monday with delegates from Chile, Peru, Brazil, Cuba, Iran and Iraq.", "BR+CL+CU+IQ+IR+PE talks 2019-06-10"},
		{"on a state visit", "President Putin is in Lima on a state visit.", "PE+RU visit 2019-06"},
		{"received", "President Putin received the Chilean foreign minister on Monday.", "CL+RU visit 2019-06-10"},
		{"welcomed a decision", "Chile welcomed the decision of Peru on Monday.", ""},
		{"two meetings", "President Putin will visit Chile in July to prepare for the second Chile-Russia summit.", "CL+RU visit 2019-07; CL+RU summit"},
		{"on the sidelines", "Presidents Putin and Macron will meet in Osaka on 27 June before the G20 summit.", "FR+RU talks 2019-06-27; g20 summit"},
		{"one session", "Peru spoke at the general debate of the session of the UN General Assembly on Monday.", "PE+un conference 2019-06"},
		{"leaders sign", "President Putin and President Macron signed the treaty in Oslo on Monday.", "FR+RU summit 2019-06-10"},
		{"ministers sign", "The treaty was signed in Oslo on Monday.", ""},
		{"a treaty's own conference", "The parties shall convene a conference after five years.", ""},
		{"looks forward", "Chile looks forward to the state visit of the Peruvian president to Brazil on 3 July 2019.", "BR+PE visit 2019-07-03"},
		{"did not meet", "Chile did not meet Peru on Monday.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := e.Read(graph.Article{ID: "a", Published: published, Text: c.text})
			if diff := cmp.Diff(c.want, toldMeetings(&r)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
