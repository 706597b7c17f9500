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

// dated adds to memberships whose days were read the others; a row that tells no day steps back before those of the same member that do.
func dated(read, others []Membership) []Membership {
	type pair struct{ organization, member string }
	told := map[pair]bool{}
	for _, m := range read {
		told[pair{m.Organization, m.Member}] = true
	}
	out := read
	for _, m := range others {
		if m.From != "" || !told[pair{m.Organization, m.Member}] {
			out = append(out, m)
		}
	}
	return out
}
