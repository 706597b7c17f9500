package catalogue

// Incident is a known attack.
type Incident struct {
	Slug    string
	Name    string
	Aliases []string

	// What follows is empty for what is not a fact, and where not told or not checked. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
	Start     string
	Disclosed string
	Victims   []string // codes of countries, slugs of organizations
	Sectors   []string // slugs
	Conduct   string   // slug
	Note      string

	Fact   bool   // was checked in Source; aliases only serve to recognize
	Source string // "" where not a fact
}

func parseIncident(w *row) Incident {
	i := parseIncidentName(w)
	i.Start, i.Disclosed, i.Victims = w.date("start"), w.date("disclosed"), w.refs("victims", "actor", "organization")
	i.Sectors, i.Conduct, i.Note = w.refs("sectors", "sector"), w.ref("conduct", "conduct"), w.text("note")
	i.Fact, i.Source = true, w.need("source")
	return i
}

func parseIncidentName(w *row) Incident {
	return Incident{Slug: w.key("slug", "incident"), Name: w.need("name"), Aliases: w.list("aliases")}
}
