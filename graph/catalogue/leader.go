package catalogue

import "github.com/treatygraph/treatygraph/graph"

// Leader is a person in an office for a time; who held several offices stands several times. A leader's name stands for the
// country in a text of the time.
type Leader struct {
	Country string // the code of a country, or the slug of an organization
	Person  string
	Aliases []string // "President Obama", "Mr. Obama"; the same alias may be another person's at another time
	Office  string   // "president", "foreign minister"

	// From and To are the first and last day on which the name stands for the country, To "" while in office. They serve to
	// recognize and may rest on memory.
	From, To graph.Day

	Since, Until string // the checked days in office: YYYY, YYYY-MM or YYYY-MM-DD, "" where not told or not checked
	Fact         bool   // that the person held the office was checked in Source
	Source       string // "" where not a fact
}

func parseLeader(w *row) Leader {
	l := parseLeaderName(w)
	l.Since, l.Until, l.Fact, l.Source = w.date("from"), w.date("to"), true, w.need("source")
	return l
}

func parseLeaderName(w *row) Leader {
	l := Leader{
		Country: w.ref("country", "actor", "organization"), Person: w.need("person"), Aliases: w.list("aliases"), Office: w.need("office"),
	}
	l.From, l.To = w.window("recognize_from", "recognize_to")
	return l
}
