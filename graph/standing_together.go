package graph

import "slices"

// ranked are the statuses as the rule of standings weighs them: the later weighs more. Endings stand in another order than in
// Statuses, where those come first that matter most to a reader.
var ranked = [...]Status{Proposed, Negotiating, Agreed, Signed, Ratified, InForce, Rejected, Dropped, Suspended, Terminated, Withdrawn}

// rank is the place of s in ranked, -1 for what is no status.
func (s Status) rank() int { return slices.Index(ranked[:], s) }

// HeldTogether is the commitment's own status, from the statuses that its parties hold: it takes two to be bound (one, where
// the commitment has one party or a class). False where nobody holds anything. "" in held is a party that holds nothing.
func HeldTogether(held []Status, parties int) (Status, bool) {
	var t tally
	for _, s := range held {
		t.add(s, 1)
	}
	return t.together(parties)
}

// tally counts the parties that hold each status, in the order of ranked.
type tally [len(ranked)]int

func (t *tally) add(s Status, n int) {
	if r := s.rank(); r >= 0 {
		t[r] += n
	}
}

func (t *tally) of(s Status) int { return t[s.rank()] }

// first is the first of the statuses that at least one party holds.
func (t *tally) first(of ...Status) (Status, bool) {
	for _, s := range of {
		if t.of(s) > 0 {
			return s, true
		}
	}
	return "", false
}

func (t *tally) together(parties int) (Status, bool) {
	need := 2
	if parties == 1 {
		need = 1
	}
	bound := 0
	for _, s := range []Status{InForce, Ratified, Signed, Agreed} {
		if bound += t.of(s); bound >= need {
			return s, true // as far as the second of them
		}
	}
	if s, ok := t.first(Withdrawn, Terminated, Suspended); ok {
		return s, true
	}
	if t.of(Negotiating)+bound >= need { // one alone may have consented already
		return Negotiating, true
	}
	if s, ok := t.first(Dropped, Rejected, Negotiating, Proposed); ok {
		return s, true
	}
	if bound > 0 {
		return Proposed, true
	}
	return "", false
}
