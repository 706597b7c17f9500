package graph

// Labels of an Actor beside Actor itself.
const (
	Country      = "Country"
	Organization = "Organization"
	Class        = "Class"
)

// Actor is who acts: a country, an organization, or a class such as the parties of a treaty.
type Actor struct {
	ID      string   `graph:"id"`
	Label   string   `graph:"label"` // Country, Organization or Class
	Code    string   `graph:"code"`  // ISO 3166-1 alpha-2, or a slug
	Name    string   `graph:"name"`
	Alpha3  string   `graph:"alpha3"` // countries only
	Kind    string   `graph:"kind"`   // BODY, COMPANY, MEDIA; ALL_STATES, PARTIES_OF_INSTRUMENT, UNNAMED; "" for countries
	Aliases []string `graph:"aliases"`
}

// Codes of the classes that texts speak of without naming anybody.
const (
	AllStates = "all-states"
	Unnamed   = "unnamed"
	PartiesOf = "parties-of-" // followed by an instrument's slug
)

// MembersOf is followed by the slug of an organization. No actor has such a code: it stands in questions for the members on the day.
const MembersOf = "members-of-"
