package catalogue

// Adoption is that a body adopted an instrument for its members: a group of states by its communique, all states without a vote.
type Adoption struct {
	Instrument string // slug
	By         string // the slug of an organization, or graph.AllStates
	Date       string // YYYY, YYYY-MM or YYYY-MM-DD
	Source     string
}

func parseAdoption(w *row) Adoption {
	return Adoption{
		Instrument: w.ref("instrument", "instrument"), By: w.ref("by", "organization", "class"), Date: w.needDate("date"), Source: w.need("source"),
	}
}
