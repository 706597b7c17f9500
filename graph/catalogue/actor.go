package catalogue

import "github.com/treatygraph/treatygraph/graph"

// Actor is a country or a historical state. Organizations that act stand apart; the European Union is one of them.
type Actor struct {
	Code     string // ISO 3166-1 alpha-2, of historical states as it was; XK for Kosovo
	Alpha3   string // ISO 3166-1 alpha-3, "" for what is not a fact
	Kind     string // country or historical
	Name     string // in English
	Official string // the long name, "" where not told

	Aliases        []string // other names of the country
	Adjectives     []string // "Chinese"
	Demonyms       []string // names of its people: "Russian", "Russians"
	Capital        string   // "" where there is none
	CapitalAliases []string // other spellings of the capital, or a second one
	Seats          []string // buildings and organs that stand for the government: "White House"
	Ambiguous      []string // names that must not decide alone: "Georgia"

	// From and To are the days between which the name is used of a historical state: from From on, before To. Each is "" where
	// open, which is so for all countries of today. Moscow and the Kremlin are those of SU on a day that SU covers, else of RU.
	From, To graph.Day

	Fact   bool   // code, names, capital, adjectives and demonyms were checked in Source; the other names only serve to recognize
	Source string // "" where not a fact
}

// Existed says whether the actor's name is used on a day: always for countries of today, within its days for a historical state.
func (a *Actor) Existed(on graph.Day) bool {
	return (a.From == "" || a.From <= on) && (a.To == "" || on < a.To)
}

func parseActor(w *row) Actor {
	a := actorNames(w)
	a.Alpha3, a.Official, a.Fact, a.Source = w.need("alpha3"), w.text("official"), true, w.need("source")
	return a
}

func parseActorName(w *row) Actor {
	a := actorNames(w)
	a.From, a.To = w.window("recognize_from", "recognize_to")
	return a
}

func actorNames(w *row) Actor {
	return Actor{
		Code: w.key("code", "actor"), Kind: w.oneOf("kind", "country", "historical"), Name: w.need("name"),
		Aliases: w.list("aliases"), Adjectives: w.list("adjectives"), Demonyms: w.list("demonyms"),
		Capital: w.text("capital"), CapitalAliases: w.list("capital_aliases"), Seats: w.list("seats"), Ambiguous: w.list("ambiguous"),
	}
}
