package catalogue

// addAlias puts a row of aliases.tsv, which is kept by hand, with what it names.
func (c *Catalogue) addAlias(w *row) struct{} {
	kind := w.oneOf("kind", "actor", "organization", "principle", "instrument", "incident")
	key, aliases, seats := w.text("key"), w.list("aliases"), w.list("seats")
	if w.ref("key", kind); w.err != nil {
		return struct{}{}
	}
	if seats != nil && kind != "actor" {
		w.fail("seats", "only an actor has seats; write them as aliases")
	}
	switch kind {
	case "actor":
		a := c.actors[key]
		a.Aliases, a.Seats = append(a.Aliases, aliases...), append(a.Seats, seats...)
	case "organization":
		o := c.organizations[key]
		o.Aliases = append(o.Aliases, aliases...)
	case "principle":
		p := c.principles[key]
		p.Aliases = append(p.Aliases, aliases...)
	case "instrument":
		i := c.instruments[key]
		i.Aliases = append(i.Aliases, aliases...)
	case "incident":
		i := c.incidents[key]
		i.Aliases = append(i.Aliases, aliases...)
	}
	return struct{}{}
}
