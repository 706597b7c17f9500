package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"

	"github.com/treatygraph/treatygraph/graph"
)

// Version tells one state of the built-in data from another: 12 hexadecimal digits of a hash over all files.
func Version() string {
	h := sha256.New()
	err := fs.WalkDir(embedded, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(embedded, path)
		h.Write([]byte(path))
		h.Write(b)
		return err
	})
	if err != nil {
		panic(err) // built-in files can always be read
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// Batch is the catalogue as nodes and relationships. What is no fact lends only its name.
func (c *Catalogue) Batch() graph.Batch {
	b := &batch{Batch: graph.Batch{Source: graph.CatalogueSource, Reader: "catalogue " + Version()}, c: c, principles: map[string][]string{}}
	b.actors()
	b.vocabularies()
	b.norms()
	b.incidents()
	b.acts()
	return b.Batch
}

// batch gathers nodes and relationships.
type batch struct {
	graph.Batch
	c          *Catalogue
	principles map[string][]string // stated in an instrument, by its slug
}

func (b *batch) node(n graph.Node) graph.Ref {
	b.Nodes = append(b.Nodes, n)
	return graph.RefOf(n)
}

func (b *batch) link(t graph.Relationship, from, to graph.Ref, props graph.Props) {
	b.Links = append(b.Links, graph.Link{Type: t, From: from, To: to, Props: props})
}

func actor(code string) graph.Ref { return graph.Ref{Kind: graph.Actors, ID: graph.ActorID(code)} }
func principle(slug string) graph.Ref {
	return graph.Ref{Kind: graph.Principles, ID: graph.PrincipleID(slug)}
}
func instrument(slug string) graph.Ref {
	return graph.Ref{Kind: graph.Instruments, ID: graph.InstrumentID(slug)}
}

func term(label, slug string) graph.Ref {
	return graph.Ref{Kind: graph.Terms, ID: graph.TermID(label, slug)}
}

func (b *batch) actors() {
	for _, a := range b.c.Actors {
		b.node(&graph.Actor{ID: graph.ActorID(a.Code), Label: graph.Country, Code: a.Code, Name: a.Name, Alpha3: a.Alpha3, Aliases: a.Aliases})
	}
	for _, o := range b.c.Organizations {
		b.node(&graph.Actor{ID: graph.ActorID(o.Slug), Label: graph.Organization, Code: o.Slug, Name: o.Name, Kind: "BODY", Aliases: o.Aliases})
	}
	for _, k := range b.c.Companies {
		b.node(&graph.Actor{ID: graph.ActorID(k.Slug), Label: graph.Organization, Code: k.Slug, Name: k.Name, Kind: k.Kind})
	}
	b.class(graph.AllStates, "All states", "ALL_STATES")
	b.class(graph.Unnamed, "Unnamed parties", "UNNAMED")
	for _, i := range b.c.Instruments {
		b.class(graph.PartiesOf+i.Slug, className(i), "PARTIES_OF_INSTRUMENT")
	}
	for _, m := range b.c.Memberships {
		b.link(graph.RelMemberOf, actor(m.Member), actor(m.Organization), told("from", m.From, "to", m.To))
	}
	for _, s := range b.c.Successions {
		b.link(graph.RelSucceeds, actor(s.Successor), actor(s.Predecessor), told("on", string(s.On)))
	}
}

// className is what the class of an instrument is called: only a treaty has parties.
func className(i Instrument) string {
	switch i.Kind {
	case "", "treaty", "protocol":
		return "Parties of " + i.Short
	}
	return "States of " + i.Short
}

func (b *batch) class(code, name, kind string) {
	b.node(&graph.Actor{ID: graph.ActorID(code), Label: graph.Class, Code: code, Name: name, Kind: kind})
}

// told makes properties of names and values, leaving out what is not told.
func told(pairs ...string) graph.Props {
	var p graph.Props
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			continue
		}
		if p == nil {
			p = graph.Props{}
		}
		p[pairs[i]] = pairs[i+1]
	}
	return p
}

func (b *batch) vocabularies() {
	term := func(label, slug, name string) {
		b.node(&graph.Term{ID: graph.TermID(label, slug), Label: label, Slug: slug, Name: name})
	}
	for _, s := range b.c.Sectors {
		term(graph.Sector, s.Slug, s.Name)
	}
	for _, k := range b.c.Conducts {
		term(graph.Conduct, k.Slug, k.Name)
	}
	for _, k := range b.c.Conditions {
		term(graph.Condition, k.Slug, k.Name)
	}
}

func (b *batch) norms() {
	for _, p := range b.c.Principles {
		from := b.node(&graph.Principle{ID: graph.PrincipleID(p.Slug), Slug: p.Slug, Name: p.Name, Meaning: p.Meaning, Domain: p.Domain,
			Polarity: p.Polarity, Source: p.Statement, Aliases: p.Aliases})
		for _, wider := range p.Narrows {
			b.link(graph.RelNarrows, from, principle(wider), nil)
		}
	}
	for _, i := range b.c.Instruments {
		b.node(&graph.Instrument{ID: graph.InstrumentID(i.Slug), Slug: i.Slug, Name: i.Name, Kind: i.Kind, Binding: i.Binding, Symbol: i.Symbol,
			Adopted: i.Adopted, Opened: i.Opened, InForce: i.InForce, Terminated: i.Terminated, Source: i.Source, Aliases: append([]string{i.Short}, i.Aliases...)})
	}
	for _, s := range b.c.Scopes {
		for _, slug := range s.Covers {
			b.link(graph.RelCovers, principle(s.Principle), b.target(slug), nil)
		}
		for _, slug := range s.Excludes {
			b.link(graph.RelExcludes, principle(s.Principle), b.target(slug), nil)
		}
	}
	locators := map[[2]string]string{}
	for _, s := range b.c.StatedIn {
		k := [2]string{s.Principle, s.Instrument}
		before, again := locators[k]
		switch {
		case !again:
			locators[k] = s.Locator
			b.principles[s.Instrument] = append(b.principles[s.Instrument], s.Principle)
		case s.Locator != "" && before != "":
			locators[k] = before + "; " + s.Locator
		case s.Locator != "":
			locators[k] = s.Locator
		}
	}
	for slug, ps := range b.principles {
		for _, p := range ps {
			b.link(graph.RelStatedIn, principle(p), instrument(slug), told("locator", locators[[2]string{p, slug}]))
		}
	}
}

// target is the sector or conduct of a slug.
func (b *batch) target(slug string) graph.Ref {
	if b.c.Sector(slug) != nil {
		return term(graph.Sector, slug)
	}
	return term(graph.Conduct, slug)
}

func (b *batch) incidents() {
	for _, i := range b.c.Incidents {
		if !i.Fact {
			continue
		}
		first, last, _ := graph.Span(i.Start)
		attack := b.node(&graph.Attack{ID: graph.KnownID(graph.Attacks, i.Slug), Name: i.Name, Aliases: i.Aliases, First: first, Last: last, Source: i.Source})
		for _, v := range i.Victims {
			b.link(graph.RelStruck, attack, actor(v), nil)
		}
		for _, s := range i.Sectors {
			b.link(graph.RelHit, attack, term(graph.Sector, s), nil)
		}
		if i.Conduct != "" {
			b.link(graph.RelOfKind, attack, term(graph.Conduct, i.Conduct), nil)
		}
	}
	seen := map[string]bool{}
	for _, a := range b.c.Attributions {
		for _, by := range a.By {
			for _, blamed := range a.Blamed {
				b.attribution(a, by, blamed, seen)
			}
		}
	}
}

func (b *batch) attribution(a Attribution, by, blamed string, seen map[string]bool) {
	incident := b.c.Incident(a.Incident)
	first, last, err := graph.Span(a.Date)
	if err != nil || !incident.Fact {
		return
	}
	attack := graph.Ref{Kind: graph.Attacks, ID: graph.KnownID(graph.Attacks, a.Incident)}
	n := &graph.Attribution{ID: graph.AttributionID(attack.ID, by, blamed, graph.Stance(a.Stance), first, ""), Stance: graph.Stance(a.Stance),
		Basis: a.Basis, Source: a.Source, First: first, Last: last, KnownAt: last, KnownTo: graph.Forever}
	if seen[n.ID] {
		return // two statements of one day
	}
	seen[n.ID] = true
	ref := b.node(n)
	b.link(graph.RelOf, ref, attack, nil)
	b.link(graph.RelBy, ref, actor(by), nil)
	b.link(graph.RelBlames, ref, actor(blamed), nil)
}
