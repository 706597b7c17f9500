package catalogue

// Outcome is an instrument whose whole outcome was read: it states no principle but those of StatedIn. What its parties talked about and
// it does not state was dropped there.
type Outcome struct {
	Instrument string   // slug
	Parties    []string // codes
	Source     string
}

func parseOutcome(w *row) Outcome {
	return Outcome{Instrument: w.ref("instrument", "instrument"), Parties: w.refs("parties", "actor", "organization"), Source: w.need("source")}
}
