package graph

import (
	"cmp"
	"slices"
)

// Step is what the rule of standings needs of a Stage. Last and Known are always told; Last is later than Known only for the
// effect of an act that was done.
type Step struct {
	Actors  []string // codes of those whose step it is
	Status  Status
	First   Day // "" where no day is told
	Last    Day
	Known   Day // the day from which it is known
	KnownTo Day // the day from which it is no longer known; "" and Forever mean never
	Hedged  bool
	Denies  bool
	Act     Action // what was done, if a recorded act stands behind it; "" for a report
	Done    Day    // the day of the act, where Last is the later day of its effect; else ""
	Undoes  Status // what a revocation takes back, RATIFIED say; else ""
}

// StepOf is a stage as the rule wants it, without its actors; act is the recorded act that brought it, nil for a report.
func StepOf(s *Stage, act *TreatyAction) *Step {
	step := &Step{Status: s.Status, First: s.First, Last: s.Last, Known: s.KnownAt, KnownTo: s.KnownTo, Hedged: s.Hedge != "", Denies: s.Stance == Denies}
	step.broughtBy(act)
	return step
}

// broughtBy tells the step which act it was.
func (s *Step) broughtBy(a *TreatyAction) {
	if a == nil {
		return
	}
	s.Act, s.Done = a.Action, a.Last
	if a.Action == RevocationOfRatification {
		s.Undoes = Ratified
	}
}

// Held is what an actor holds of a commitment. Ended is how an earlier hold ended, on EndedOn, if it did. Disputed says that
// somebody denies it, or that consent was reported with a hedge. The zero value is nothing.
type Held struct {
	Status   Status
	Since    Day
	Ended    Status
	EndedOn  Day
	Disputed bool
}

// HeldBy is what actor holds on the day valid, as known on the day known; false where it holds nothing. It is the rule of
// standings, and depends on the set of steps alone, not on their order.
func HeldBy(steps []Step, actor string, valid, known Day) (Held, bool) {
	var mine []*Step
	for _, c := range claimsOf(steps, actor) {
		if c.Last <= valid && c.prevails(known) {
			mine = append(mine, c.Step)
		}
	}
	return new(record).held(mine)
}

// claim is a step of one actor, with the recorded acts before which it steps back once they are known.
type claim struct {
	*Step
	acts []*Step
}

func claimsOf(steps []Step, actor string) []claim {
	var mine []claim
	var acts []*Step
	for i := range steps {
		if s := &steps[i]; slices.Contains(s.Actors, actor) {
			mine = append(mine, claim{Step: s})
			if s.Act != "" {
				acts = append(acts, s)
			}
		}
	}
	for i, c := range mine {
		mine[i].acts = filter(acts, func(a *Step) bool { return a.tellsBetter(c.Step) })
	}
	return mine
}

// prevails says whether c is known on day k and no act that tells better is.
func (c claim) prevails(k Day) bool {
	return c.knownOn(k) && !slices.ContainsFunc(c.acts, func(a *Step) bool { return a.knownOn(k) })
}

func (s *Step) knownOn(k Day) bool { return s.Known <= k && (s.KnownTo == "" || k < s.KnownTo) }

// tellsBetter says whether the act a gives the day of what the report r tells with a day: the same status about the same year.
func (a *Step) tellsBetter(r *Step) bool {
	if r.Act != "" || r.First == "" || r.Status != a.Status {
		return false
	}
	apart := r.First.Year() - cmp.Or(a.Done, a.Last).Year()
	return -1 <= apart && apart <= 1
}

// day is the day that s tells, else the one on which it became known.
func (s *Step) day() Day { return cmp.Or(s.First, s.Known) }

// follows says whether s surely does not come before t, so that s can undo t. What tells no day undoes nothing that has one.
func (s *Step) follows(t *Step) bool {
	switch {
	case s.First != "" && t.First != "":
		return s.First >= t.First && s.Last >= t.Last
	case s.First != "" || t.First != "":
		return s.First != ""
	}
	return s.Known >= t.Known
}

func (s *Step) followedBy(others []*Step) bool {
	return slices.ContainsFunc(others, func(o *Step) bool { return o.follows(s) })
}

// record is one actor's steps on or before a day, those that prevail, by what they do in the rule.
type record struct {
	talk, consents                    []*Step
	suspensions, exits, refusals      []*Step // exits end for good what was agreed, refusals end talk
	resumptions, revocations, denials []*Step

	hedged bool // consent was reported, but not surely
}

// read sorts the steps into r, in place of what it had.
func (r *record) read(steps []*Step) {
	*r = record{r.talk[:0], r.consents[:0], r.suspensions[:0], r.exits[:0], r.refusals[:0], r.resumptions[:0], r.revocations[:0], r.denials[:0], false}
	for _, s := range steps {
		switch {
		case s.Denies:
			r.denials = append(r.denials, s)
		case s.Hedged && !s.Status.Talk():
			r.hedged = r.hedged || s.Status.Consent()
		default:
			r.add(s)
		}
	}
}

// add takes in a step that is sure.
func (r *record) add(s *Step) {
	if s.Act == Resumption {
		r.resumptions = append(r.resumptions, s)
	}
	if s.Undoes != "" {
		r.revocations = append(r.revocations, s)
	}
	switch {
	case s.Status.Talk():
		r.talk = append(r.talk, s)
	case s.Status.Consent() && s.Act == Resumption, s.Status.Ending() && s.Undoes != "": // they have done their part above
	case s.Status.Consent():
		r.consents = append(r.consents, s)
	case s.Status == Suspended:
		r.suspensions = append(r.suspensions, s)
	case s.Status == Withdrawn || s.Status == Terminated:
		r.exits = append(r.exits, s)
	case s.Status == Dropped || s.Status == Rejected:
		r.refusals = append(r.refusals, s)
	}
}

// settle takes out of r what other steps of it undid.
func (r *record) settle() {
	r.suspensions = slices.DeleteFunc(r.suspensions, func(s *Step) bool { return s.followedBy(r.resumptions) })
	r.consents = slices.DeleteFunc(r.consents, func(c *Step) bool {
		return c.followedBy(r.suspensions) || c.followedBy(r.exits) || r.revoked(c) || r.denied(c)
	})
	r.talk = slices.DeleteFunc(r.talk, func(t *Step) bool { return t.followedBy(r.exits) || t.followedBy(r.refusals) })
}

// revoked says whether c was taken back; what lies below the status that a revocation undoes stands.
func (r *record) revoked(c *Step) bool {
	return slices.ContainsFunc(r.revocations, func(u *Step) bool { return c.Status.rank() >= u.Undoes.rank() && u.follows(c) })
}

func (r *record) denied(c *Step) bool {
	return slices.ContainsFunc(r.denials, func(d *Step) bool { return c.Status == d.Status && d.follows(c) })
}

// held is the rule over those steps of an actor that prevail and lie on or before the day.
func (r *record) held(steps []*Step) (Held, bool) {
	r.read(steps)
	r.settle()
	h := r.foremost()
	if h.Status == "" { // nothing sure, or only what was revoked or denied
		return Held{}, false
	}
	h.Disputed = r.hedged || len(r.denials) > 0
	if end := r.ended(Rejected, h.Status); end != nil {
		h.Ended, h.EndedOn = end.Status, end.day()
	}
	return h, true
}

// foremost is the status that counts, and since when: consent before a suspension, that before talk, that before an ending.
func (r *record) foremost() Held {
	if len(r.consents) > 0 {
		return highest(r.consents)
	}
	if stands := filter(r.suspensions, func(s *Step) bool { return !s.followedBy(r.exits) }); len(stands) > 0 {
		return highest(stands)
	}
	if len(r.talk) > 0 {
		return highest(r.talk)
	}
	if end := r.ended(); end != nil {
		return Held{Status: end.Status, Since: end.day()}
	}
	return Held{}
}

// highest is the highest status among the steps, since the first day told of it.
func highest(steps []*Step) Held {
	var h Held
	for _, s := range steps {
		switch over := s.Status.rank() - h.Status.rank(); {
		case over > 0:
			h = Held{Status: s.Status, Since: s.day()}
		case over == 0:
			h.Since = min(h.Since, s.day())
		}
	}
	return h
}

// ended is the last of the endings, but for those of some statuses; nil where there is none.
func (r *record) ended(but ...Status) *Step {
	var end *Step
	for _, ends := range [...][]*Step{r.suspensions, r.exits, r.refusals} {
		for _, e := range ends {
			if !slices.Contains(but, e.Status) && (end == nil || byEnd(e, end) > 0) {
				end = e
			}
		}
	}
	return end
}

// byEnd compares endings by day, status and publication; of those alike in all three, the one that tells the earliest first day is the last.
func byEnd(a, b *Step) int {
	return cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.Status.rank(), b.Status.rank()), cmp.Compare(a.Known, b.Known), cmp.Compare(b.day(), a.day()))
}

func filter(steps []*Step, keep func(*Step) bool) []*Step {
	var kept []*Step
	for _, s := range steps {
		if keep(s) {
			kept = append(kept, s)
		}
	}
	return kept
}
