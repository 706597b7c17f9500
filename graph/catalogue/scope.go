package catalogue

// Scope is what a principle covers by its wording and what it leaves out, slugs of sectors and conduct, and on what conditions it applies.
type Scope struct {
	Principle        string // slug
	Covers, Excludes []string
	Conditions       []string // slugs
	Source           string
}

func parseScope(w *row) Scope {
	return Scope{
		Principle: w.ref("principle", "principle"), Covers: w.refs("covers", "sector", "conduct"), Excludes: w.refs("excludes", "sector", "conduct"),
		Conditions: w.refs("conditions", "condition"), Source: w.need("source"),
	}
}
