package catalogue

// Organization is an international organization or a group of states.
type Organization struct {
	Slug      string // usual short name: un, eu, nato
	Name      string
	Kind      string // universal, regional, alliance, agency, group or humanitarian; "" for what is not a fact
	Aliases   []string
	Ambiguous []string // names that must not decide alone: "the alliance"
	Seats     []string // cities where it sits

	Fact   bool   // name and kind were checked in Source; the other names only serve to recognize
	Source string // "" where not a fact
}

func parseOrganization(w *row) Organization {
	o := parseOrganizationName(w)
	o.Kind, o.Fact, o.Source = w.need("kind"), true, w.need("source")
	return o
}

func parseOrganizationName(w *row) Organization {
	return Organization{
		Slug: w.key("slug", "organization"), Name: w.need("name"),
		Aliases: w.list("aliases"), Ambiguous: w.list("ambiguous"), Seats: w.list("seats"),
	}
}

// Company is a firm or a paper that named somebody behind an incident.
type Company struct {
	Slug   string // its name in lower case with hyphens
	Name   string
	Kind   string // COMPANY or MEDIA
	Source string
}

func parseCompany(w *row) Company {
	return Company{
		Slug: w.key("slug", "company"), Name: w.need("name"), Kind: w.oneOf("kind", "COMPANY", "MEDIA"), Source: w.need("source"),
	}
}
