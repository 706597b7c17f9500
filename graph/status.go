package graph

import "slices"

// Status is how far a commitment has come for somebody, or how it ended.
type Status string

const (
	Proposed    Status = "PROPOSED"
	Negotiating Status = "NEGOTIATING"
	Agreed      Status = "AGREED"
	Signed      Status = "SIGNED"
	Ratified    Status = "RATIFIED"
	InForce     Status = "IN_FORCE"
	Suspended   Status = "SUSPENDED"
	Withdrawn   Status = "WITHDRAWN"
	Terminated  Status = "TERMINATED"
	Dropped     Status = "DROPPED"
	Rejected    Status = "REJECTED"
)

// Statuses are all statuses in the order in which they are shown: talk, consent, endings.
func Statuses() []Status {
	return []Status{Proposed, Negotiating, Agreed, Signed, Ratified, InForce, Suspended, Withdrawn, Terminated, Dropped, Rejected}
}

// Order is the place of s among Statuses, -1 for what is no status.
func (s Status) Order() int { return slices.Index(Statuses(), s) }

// Talk says whether s binds nobody yet.
func (s Status) Talk() bool { return s == Proposed || s == Negotiating }

// Consent says whether s is consent to the commitment, however far it went.
func (s Status) Consent() bool {
	switch s {
	case Agreed, Signed, Ratified, InForce:
		return true
	}
	return false
}

// Ending says whether s ends talk or consent.
func (s Status) Ending() bool {
	switch s {
	case Suspended, Withdrawn, Terminated, Dropped, Rejected:
		return true
	}
	return false
}

// Action is what an actor did towards an instrument (Vienna Convention on the Law of Treaties, articles 11-15, 19-23, 54-60).
type Action string

const (
	Adoption                 Action = "ADOPTION" // of a text, by a body for its members: it consents
	Signature                Action = "SIGNATURE"
	Ratification             Action = "RATIFICATION"
	Acceptance               Action = "ACCEPTANCE"
	Approval                 Action = "APPROVAL"
	Accession                Action = "ACCESSION"
	Succession               Action = "SUCCESSION"
	Reservation              Action = "RESERVATION"
	Declaration              Action = "DECLARATION"
	Objection                Action = "OBJECTION"
	Withdrawal               Action = "WITHDRAWAL"
	Denunciation             Action = "DENUNCIATION"
	RevocationOfRatification Action = "REVOCATION_OF_RATIFICATION"
	Suspension               Action = "SUSPENSION"
	Resumption               Action = "RESUMPTION"
	Termination              Action = "TERMINATION"
)
