package catalogue

// Instrument is a text that states commitments, binding or not.
type Instrument struct {
	Slug    string
	Name    string // in full
	Short   string // as people say: "Budapest Convention"
	Aliases []string

	// What follows is "" for what is not a fact, and where not told or not checked. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
	Kind       string // treaty, protocol, resolution, report, joint-statement, declaration, decision, memorandum, code or proposal
	Binding    string // binding, political, voluntary, proposal or expert
	Symbol     string // of the document, or number in a treaty series
	Domain     string // as of principles
	Adopted    string // the day of the text
	Opened     string // for signature
	InForce    string
	Terminated string

	Fact   bool   // was checked in Source; aliases only serve to recognize
	Source string // "" where not a fact
}

func parseInstrument(w *row) Instrument {
	i := parseInstrumentName(w)
	i.Kind, i.Binding, i.Symbol, i.Domain = w.need("kind"), w.need("binding"), w.text("symbol"), w.need("domain")
	i.Adopted, i.Opened, i.InForce, i.Terminated = w.date("adopted"), w.date("opened"), w.date("in_force"), w.date("terminated")
	i.Fact, i.Source = true, w.need("source")
	return i
}

func parseInstrumentName(w *row) Instrument {
	return Instrument{Slug: w.key("slug", "instrument"), Name: w.need("name"), Short: w.need("short"), Aliases: w.list("aliases")}
}
