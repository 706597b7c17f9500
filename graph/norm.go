package graph

// Principle is what a commitment is about, such as no first use on critical infrastructure.
type Principle struct {
	ID       string   `graph:"id"`
	Slug     string   `graph:"slug"`
	Name     string   `graph:"name"`
	Meaning  string   `graph:"meaning"`
	Domain   string   `graph:"domain"`
	Polarity string   `graph:"polarity"` // REFRAIN, DO, COOPERATE or AFFIRM
	Source   string   `graph:"source"`   // symbol and paragraph of the text that states it
	Aliases  []string `graph:"aliases"`
}

// Instrument is a text that states commitments, binding or not.
type Instrument struct {
	ID         string   `graph:"id"`
	Slug       string   `graph:"slug"`
	Name       string   `graph:"name"`
	Kind       string   `graph:"kind"`    // treaty, protocol, resolution, report, joint-statement, ...
	Binding    string   `graph:"binding"` // binding, political, voluntary, proposal or expert
	Symbol     string   `graph:"symbol"`
	Adopted    string   `graph:"adopted"` // the four dates: YYYY, YYYY-MM or YYYY-MM-DD, as exact as the source
	Opened     string   `graph:"opened"`
	InForce    string   `graph:"inForce"`
	Terminated string   `graph:"terminated"`
	Source     string   `graph:"source"` // where its facts were read, "" where none was checked
	Aliases    []string `graph:"aliases"`
}

// TreatyAction is an act of an actor towards an instrument, as its depositary records it.
type TreatyAction struct {
	ID        string `graph:"id"`
	Action    Action `graph:"action"`
	First     Day    `graph:"first"` // first and last day of the act
	Last      Day    `graph:"last"`
	Effective Day    `graph:"effective"` // the day it took effect, "" where not told
	Note      string `graph:"note"`
	Source    string `graph:"source"`
}
