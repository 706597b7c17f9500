package graph

import "strings"

// Stance is whose side a claim takes.
type Stance string

const (
	Reports Stance = "REPORTS"
	Denies  Stance = "DENIES"
	Accuses Stance = "ACCUSES"
	Admits  Stance = "ADMITS"
	Alleges Stance = "ALLEGES"
)

// Commitment is a principle under an instrument, or a principle between parties; what was reported of it are its stages.
type Commitment struct {
	ID      string `graph:"id"`
	Summary string `graph:"summary"`
	// Same is the id of the commitment to which a review joined this one, "" where it stands alone. The other then reached this one's
	// stages too, and only the other holds standings.
	Same string `graph:"same"`
}

// Summary names a commitment for a reader: by principle and instrument, or by principle and parties.
func Summary(principle, instrument string, parties []string) string {
	switch {
	case instrument != "":
		return principle + " under " + instrument
	case len(parties) == 0:
		return principle
	}
	return principle + ": " + strings.Join(inOrder(parties), ", ")
}

// Stage is a claim that a commitment reached a status. A report holds from First ("" where no day is told) to Last.
type Stage struct {
	ID            string  `graph:"id"`
	Status        Status  `graph:"status"`
	Stance        Stance  `graph:"stance"` // REPORTS or DENIES
	First         Day     `graph:"first"`
	Last          Day     `graph:"last"`
	KnownAt       Day     `graph:"knownAt"` // the publication; for an act its day
	KnownTo       Day     `graph:"knownTo"` // Forever, or the day a later version of the article replaced it
	RecordedAt    string  `graph:"recordedAt"`
	Dismissed     bool    `graph:"dismissed"` // by a review
	Hedge         string  `graph:"hedge"`     // the words that weaken the claim
	Confidence    float64 `graph:"confidence"`
	SaidBy        string  `graph:"saidBy"`
	ConditionText string  `graph:"conditionText"`
}

// Standing is what an actor (or, where Own, the commitment itself) holds on the days of a rectangle: half-open in both clocks.
type Standing struct {
	ID        string `graph:"id"`
	Status    Status `graph:"status"`
	Since     Day    `graph:"since"`
	Ended     Status `graph:"ended"`
	EndedOn   Day    `graph:"endedOn"`
	Disputed  bool   `graph:"disputed"`
	ValidFrom Day    `graph:"validFrom"`
	ValidTo   Day    `graph:"validTo"`
	KnownFrom Day    `graph:"knownFrom"`
	KnownTo   Day    `graph:"knownTo"`
	Own       bool   `graph:"own"`
	Principle string `graph:"principle"` // slug
	ActorCode string `graph:"actorCode"` // "" where Own
}

// Verdict is a reviewer's.
type Verdict string

const (
	Upheld    Verdict = "UPHELD"
	Dismissed Verdict = "DISMISSED"
	Same      Verdict = "SAME"
	Different Verdict = "DIFFERENT"
	Undone    Verdict = "UNDONE" // of a claim or of two nodes: as if nobody had judged
)

// Review is a person's judgement of a claim, or of whether two nodes are one, kept by what it is about: it outlives a new reading of the article.
type Review struct {
	ID       string  `graph:"id"`
	Subject  string  `graph:"subject"` // id of the claim
	Other    string  `graph:"other"`   // the second node, where the review is of two
	Reviewer string  `graph:"reviewer"`
	At       string  `graph:"at"` // RFC 3339, UTC
	Verdict  Verdict `graph:"verdict"`
	Note     string  `graph:"note"`
}
