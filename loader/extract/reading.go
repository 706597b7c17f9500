package extract

import (
	"github.com/treatygraph/treatygraph/graph"
)

// Reading is what an article says. As JSON it has the form in which texts are labelled by hand, and beside it what the
// graph needs. Lists are sorted and never null; every summit, attack and commitment has evidence.
type Reading struct {
	ID            string       `json:"id"`
	Countries     []string     `json:"countries"`     // ISO 3166-1 alpha-2
	Organizations []string     `json:"organizations"` // slugs
	Principles    []string     `json:"principles"`
	Instruments   []string     `json:"instruments"`
	Summits       []Summit     `json:"summits"`
	Attacks       []Attack     `json:"attacks"`
	Commitments   []Commitment `json:"commitments"`
	Denials       []Commitment `json:"denials,omitempty"` // what somebody says was not agreed, or not broken: stance DENIES
	Mentions      []Mention    `json:"-"`
}

// Evidence is a stretch of the article's text in code points, half-open.
type Evidence struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Mention is a stretch of the text that names something. Beside actors and instruments it holds what was passed over, with
// Counts false: a country as part of a newspaper's name, or as the place of a conference.
type Mention struct {
	Evidence
	Kind   string // country, organization, instrument or principle
	Code   string // the country's code, or a slug
	How    string // name, adjective, people, capital, seat, leader, pronoun
	Counts bool   // whether it makes the text tell of the thing
}

// Summit is a dated or named meeting, past or planned.
type Summit struct {
	Participants []string     `json:"participants"` // codes of countries and slugs of organizations
	Kind         string       `json:"kind"`         // summit, visit, talks or conference
	Name         string       `json:"name,omitempty"`
	Date         *string      `json:"date"`
	First        graph.Day    `json:"first,omitempty"`
	Last         graph.Day    `json:"last,omitempty"`
	Place        string       `json:"place,omitempty"`
	Planned      bool         `json:"planned,omitempty"`
	Discussed    []string     `json:"discussed,omitempty"` // principles
	Allegations  []Allegation `json:"allegations,omitempty"`
	Evidence     []Evidence   `json:"evidence"`
	Confidence   float64      `json:"confidence,omitempty"`
}

// Allegation is a claim, made at a meeting, that somebody broke a principle.
type Allegation struct {
	By        []string     `json:"by"`
	Against   []string     `json:"against"`
	Principle string       `json:"principle"`
	Stance    graph.Stance `json:"stance"` // ALLEGES or DENIES
	Date      *string      `json:"date"`
}

// Attack is a hostile act that the text says happened or is alleged.
type Attack struct {
	Label        string        `json:"label"` // the text's words, at most eight
	Victims      []string      `json:"victims"`
	Accused      []string      `json:"accused"`
	Conduct      string        `json:"conduct"`
	Sectors      []string      `json:"sectors"`
	Date         *string       `json:"date"`
	First        graph.Day     `json:"first,omitempty"`
	Last         graph.Day     `json:"last,omitempty"`
	Denied       bool          `json:"denied"`
	Attributions []Attribution `json:"attributions,omitempty"`
	Hedge        string        `json:"hedge,omitempty"`
	Evidence     []Evidence    `json:"evidence"`
	Confidence   float64       `json:"confidence,omitempty"`
}

// Attribution is what somebody says of who did an attack. By is empty where nobody is named.
type Attribution struct {
	By     []string     `json:"by"`
	Blames []string     `json:"blames"`
	Stance graph.Stance `json:"stance"` // ACCUSES, DENIES or ADMITS
	Basis  string       `json:"basis,omitempty"`
	Date   *string      `json:"date"`
}

// Breached is the status of a commitment that the text, or one it quotes, says was broken; the graph keeps it as an Allegation.
const Breached graph.Status = "BREACHED"

// Commitment is what parties propose, negotiate, agree, sign, ratify, refuse, suspend or leave.
type Commitment struct {
	Parties     []string     `json:"parties"` // empty for all states or a treaty's parties as a class
	Toward      []string     `json:"toward,omitempty"`
	Principle   string       `json:"principle"`
	Status      graph.Status `json:"status"`
	Stance      graph.Stance `json:"stance,omitempty"` // REPORTS unless the text denies it
	Condition   *string      `json:"condition"`
	Covers      []string     `json:"covers"`
	Excludes    []string     `json:"excludes"`
	Instrument  *string      `json:"instrument"`
	Instruments []string     `json:"instruments,omitempty"` // where several are meant
	Date        *string      `json:"date"`
	First       graph.Day    `json:"first,omitempty"`
	Last        graph.Day    `json:"last,omitempty"`
	Hedge       string       `json:"hedge,omitempty"`
	SaidBy      string       `json:"said_by,omitempty"`
	Evidence    []Evidence   `json:"evidence"`
	Confidence  float64      `json:"confidence,omitempty"`
}
