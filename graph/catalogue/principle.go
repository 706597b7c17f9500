package catalogue

// Principle is what a commitment is about. Its name, meaning, domain and polarity define the slug and are our own words.
type Principle struct {
	Slug     string
	Name     string   // short, for a reader: "No first use on critical infrastructure"
	Meaning  string   // a sentence
	Domain   string   // cyber, ai, nuclear, chemical, biological, conventional, space or general
	Polarity string   // REFRAIN, DO, COOPERATE or AFFIRM
	Narrows  []string // slugs of the wider principles that it is a case of
	Aliases  []string // phrasings

	Statement string // symbol and paragraph of the texts that state it, as far as checked; or that none does
	Fact      bool   // Statement was checked in Source
	Source    string // "" where not a fact
}

// principleName is what is kept by hand of a principle: a name for all, the rest where no checked row defines it.
type principleName struct{ slug, name, domain, polarity, meaning string }

type principleNamesBySlug map[string]principleName

func principleNames(r *reader) principleNamesBySlug {
	all := principleNamesBySlug{}
	for _, n := range read(r, "principle_names.tsv", func(w *row) principleName {
		return principleName{w.key("slug", "principle"), w.need("name"), w.text("domain"), w.text("polarity"), w.text("meaning")}
	}) {
		all[n.slug] = n
	}
	return all
}

func (n principleNamesBySlug) parse(w *row) Principle {
	p := n.parseName(w)
	p.Meaning, p.Domain, p.Polarity = w.need("meaning"), w.need("domain"), w.oneOf("polarity", "REFRAIN", "DO", "COOPERATE", "AFFIRM")
	p.Narrows, p.Statement, p.Fact, p.Source = w.refs("narrows", "principle"), w.text("statement"), true, w.need("source")
	return p
}

func (n principleNamesBySlug) parseName(w *row) Principle {
	slug := w.ref("slug", "principle")
	w.key("slug", "row of principle")
	own := n[slug]
	return Principle{Slug: slug, Name: own.name, Meaning: own.meaning, Domain: own.domain, Polarity: own.polarity, Aliases: w.list("aliases")}
}
