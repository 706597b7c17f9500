package catalogue

// Membership is that an actor belongs to an organization for a time.
type Membership struct {
	Organization string // slug
	Member       string // the code of a country, or the slug of an organization
	From, To     string // YYYY, YYYY-MM or YYYY-MM-DD; "" where not told or not checked, or where it lasts
	Status       string // "member" unless the source says otherwise: "participating State", "former member"
	Source       string
}

func parseMembership(w *row) Membership {
	return Membership{
		Organization: w.ref("organization", "organization"), Member: w.ref("member", "actor", "organization"),
		From: w.date("from"), To: w.date("to"), Status: w.need("status"), Source: w.need("source"),
	}
}
