package catalogue

// Sector is a part of society that is attacked, or that a commitment covers or excludes.
type Sector struct {
	Slug     string
	Name     string
	Meaning  string
	Critical string // the source that counts it among the critical infrastructures; "" for none
}

// Conduct is a way to attack, or what a commitment covers or excludes.
type Conduct struct {
	Slug    string
	Name    string
	Meaning string
}

// Condition is what limits or triggers a commitment.
type Condition struct {
	Slug    string
	Name    string
	Meaning string
	Phrases []string // words of texts that set it, in lower case
	Source  string   // a text that sets it
}

func parseSector(w *row) Sector {
	return Sector{Slug: w.key("slug", "sector"), Name: w.need("name"), Meaning: w.need("meaning"), Critical: w.text("critical")}
}

func parseConduct(w *row) Conduct {
	return Conduct{Slug: w.key("slug", "conduct"), Name: w.need("name"), Meaning: w.need("meaning")}
}

func parseCondition(w *row) Condition {
	return Condition{Slug: w.key("slug", "condition"), Name: w.need("name"), Meaning: w.need("meaning"), Phrases: w.list("phrases"),
		Source: w.need("source")}
}
