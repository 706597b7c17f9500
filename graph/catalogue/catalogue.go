// Package catalogue is what the program knows before it reads an article: countries, leaders, organizations, principles,
// instruments and who states, signed or joined what, incidents and who blamed whom, and the vocabularies of sectors, conduct and
// conditions. Its data are tab-separated files that are built in; README.md beside them tells where each comes from.
//
// What was checked is a fact and has a Source. What was not has Fact false and no Source: such an entry lends its names to
// recognize something in a text, and nothing else of it is told.
package catalogue

import (
	"embed"
	"io/fs"
	"slices"
	"sync"

	"github.com/treatygraph/treatygraph/graph"
)

// Catalogue is all that is known; its slices keep the order of the files. It is shared: nobody changes it.
type Catalogue struct {
	Actors        []Actor // countries and historical states
	Organizations []Organization
	Companies     []Company
	Leaders       []Leader
	Memberships   []Membership
	Successions   []Succession
	Principles    []Principle
	Instruments   []Instrument
	StatedIn      []StatedIn
	Scopes        []Scope
	CountsFor     []CountsFor
	Adoptions     []Adoption
	Conflicts     []Conflict
	Outcomes      []Outcome
	Entries       []Entry
	TreatyActions []TreatyAction
	Incidents     []Incident
	Attributions  []Attribution
	Sectors       []Sector
	Conducts      []Conduct
	Conditions    []Condition

	actors        map[string]*Actor
	organizations map[string]*Organization
	companies     map[string]*Company
	principles    map[string]*Principle
	instruments   map[string]*Instrument
	entries       map[string]*Entry
	incidents     map[string]*Incident
	sectors       map[string]*Sector
	conduct       map[string]*Conduct
	conditions    map[string]*Condition
}

// Actor is the country or historical state of an ISO 3166-1 alpha-2 code, nil if there is none.
func (c *Catalogue) Actor(code string) *Actor { return c.actors[code] }

// Organization is the organization of a slug, nil if there is none.
func (c *Catalogue) Organization(slug string) *Organization { return c.organizations[slug] }

// Company is the company or paper of a slug, nil if there is none.
func (c *Catalogue) Company(slug string) *Company { return c.companies[slug] }

// Principle is the principle of a slug, nil if there is none.
func (c *Catalogue) Principle(slug string) *Principle { return c.principles[slug] }

// Instrument is the instrument of a slug, nil if there is none.
func (c *Catalogue) Instrument(slug string) *Instrument { return c.instruments[slug] }

// Incident is the incident of a slug, nil if there is none.
func (c *Catalogue) Incident(slug string) *Incident { return c.incidents[slug] }

// Sector is the sector of a slug, nil if there is none.
func (c *Catalogue) Sector(slug string) *Sector { return c.sectors[slug] }

// Conduct is the conduct of a slug, nil if there is none.
func (c *Catalogue) Conduct(slug string) *Conduct { return c.conduct[slug] }

// Condition is the condition of a slug, nil if there is none.
func (c *Catalogue) Condition(slug string) *Condition { return c.conditions[slug] }

//go:embed data
var embedded embed.FS

var load = sync.OnceValues(func() (*Catalogue, error) {
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, graph.Errorf(graph.Internal, "the built-in catalogue has no folder data: %w", err)
	}
	return parse(data)
})

// Load gives the built-in catalogue, read once for the whole program.
func Load() (*Catalogue, error) { return load() }

// parse reads a folder of data. Each kind may refer to those read before it; the first error ends the reading.
func parse(data fs.FS) (*Catalogue, error) {
	r := &reader{fsys: data, keys: map[entry]string{{"class", graph.AllStates}: "the program"}}
	named := principleNames(r)
	c := &Catalogue{
		Sectors:    read(r, "sectors.tsv", parseSector),
		Conducts:   read(r, "conduct.tsv", parseConduct),
		Conditions: read(r, "conditions.tsv", parseCondition),
		Actors: slices.Concat(read(r, "facts/actors.tsv", parseActor), read(r, "actors.tsv", parseActor),
			read(r, "recognize/actors.tsv", parseActorName)),
		Organizations: slices.Concat(read(r, "facts/organizations.tsv", parseOrganization),
			read(r, "recognize/organizations.tsv", parseOrganizationName)),
		Companies:   read(r, "facts/companies.tsv", parseCompany),
		Leaders:     slices.Concat(read(r, "facts/leaders.tsv", parseLeader), read(r, "recognize/leaders.tsv", parseLeaderName)),
		Memberships: dated(read(r, "memberships.tsv", parseMembership), read(r, "facts/memberships.tsv", parseMembership)),
		Successions: read(r, "successions.tsv", parseSuccession),
		Principles: slices.Concat(read(r, "facts/principles.tsv", named.parse),
			read(r, "recognize/principles.tsv", named.parseName)),
		Instruments: slices.Concat(read(r, "facts/instruments.tsv", parseInstrument),
			read(r, "recognize/instruments.tsv", parseInstrumentName)),
		StatedIn:      slices.Concat(read(r, "facts/stated_in.tsv", parseStatedIn), read(r, "stated_in.tsv", parseStatedIn)),
		Scopes:        read(r, "scopes.tsv", parseScope),
		CountsFor:     read(r, "counts_for.tsv", parseCountsFor),
		Adoptions:     read(r, "adoptions.tsv", parseAdoption),
		Conflicts:     read(r, "conflicts.tsv", parseConflict),
		Outcomes:      read(r, "outcomes.tsv", parseOutcome),
		Entries:       read(r, "entries.tsv", parseEntry),
		TreatyActions: slices.Concat(read(r, "facts/treaty_actions.tsv", parseTreatyAction), read(r, "treaty_actions.tsv", parseTreatyAction)),
		Incidents:     slices.Concat(read(r, "facts/incidents.tsv", parseIncident), read(r, "recognize/incidents.tsv", parseIncidentName)),
		Attributions:  read(r, "facts/attributions.tsv", parseAttribution),
	}
	c.index()
	c.enter()
	read(r, "aliases.tsv", c.addAlias)
	if r.err != nil {
		return nil, r.err
	}
	return c, nil
}

// index makes the look-ups of a catalogue that was read.
func (c *Catalogue) index() {
	c.actors = bySlug(c.Actors, func(a *Actor) string { return a.Code })
	c.organizations = bySlug(c.Organizations, func(o *Organization) string { return o.Slug })
	c.companies = bySlug(c.Companies, func(k *Company) string { return k.Slug })
	c.principles = bySlug(c.Principles, func(p *Principle) string { return p.Slug })
	c.instruments = bySlug(c.Instruments, func(i *Instrument) string { return i.Slug })
	c.entries = bySlug(c.Entries, func(e *Entry) string { return e.Instrument })
	c.incidents = bySlug(c.Incidents, func(i *Incident) string { return i.Slug })
	c.sectors = bySlug(c.Sectors, func(s *Sector) string { return s.Slug })
	c.conduct = bySlug(c.Conducts, func(k *Conduct) string { return k.Slug })
	c.conditions = bySlug(c.Conditions, func(k *Condition) string { return k.Slug })
}

func bySlug[T any](all []T, slug func(*T) string) map[string]*T {
	m := make(map[string]*T, len(all))
	for i := range all {
		m[slug(&all[i])] = &all[i]
	}
	return m
}
