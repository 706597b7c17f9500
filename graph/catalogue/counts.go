package catalogue

// CountsFor is that who holds to a principle holds to a broader one that it narrows, too. Without a row it does not count: who spares the
// power grids of others does not spare everything.
type CountsFor struct {
	Principle, Broader string // slugs
	Why                string
	Source             string
}

func parseCountsFor(w *row) CountsFor {
	return CountsFor{
		Principle: w.ref("principle", "principle"), Broader: w.ref("counts_for", "principle"), Why: w.need("why"), Source: w.need("source"),
	}
}
