package catalogue

// Attribution is what somebody said of who was behind an incident.
type Attribution struct {
	Incident string   // slug
	By       []string // who spoke, several where they spoke alike: codes of countries, slugs of organizations and companies
	Blamed   []string // who is blamed, or denies: codes of countries
	Stance   string   // ACCUSES or DENIES
	Date     string   // YYYY, YYYY-MM or YYYY-MM-DD
	Basis    string   // "Treasury sanctions"
	Source   string
}

func parseAttribution(w *row) Attribution {
	return Attribution{
		Incident: w.ref("incident", "incident"), By: w.refs("by", "actor", "organization", "company"), Blamed: w.refs("blamed", "actor"),
		Stance: w.oneOf("stance", "ACCUSES", "DENIES"), Date: w.needDate("date"), Basis: w.text("basis"), Source: w.need("source"),
	}
}
