package catalogue

// StatedIn is that an instrument states a principle.
type StatedIn struct {
	Principle  string // slug
	Instrument string // slug
	Locator    string // "para 13(f)", "" where not checked
	Note       string
	Source     string
}

func parseStatedIn(w *row) StatedIn {
	return StatedIn{
		Principle: w.ref("principle", "principle"), Instrument: w.ref("instrument", "instrument"),
		Locator: w.text("locator"), Note: w.text("note"), Source: w.need("source"),
	}
}
