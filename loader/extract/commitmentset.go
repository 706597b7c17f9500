package extract

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// instrumentsIn gives the instruments that sentence i names and that stand for a principle, as places of that principle.
func (d *document) instrumentsIn(i int) []principleMention {
	var out []principleMention
	s := &d.sentences[i]
	for _, r := range d.referencesIn(s.body, s.stop) {
		if p, ok := d.principles.byInstrument[r.slug]; ok {
			out = append(out, principleMention{first: r.first, stop: r.stop, principle: p, instrument: r.slug, exact: true})
		}
	}
	return out
}

// group is the claims that tell one commitment: the same principle, status and parties.
type claimGroup struct {
	claim
	all  []claim
	also []claim // of groups that this one says better
}

// leastStated is how often a text in which nobody commits and nobody attacks must state a principle to be about it.
const leastStated = 2

// join makes one set of commitments of the article's claims, and lists its principles.
func (c *commitmentReader) join(r *Reading) {
	c.sole = c.soleInstruments()
	var groups []*claimGroup
	for _, k := range c.claims {
		i := slices.IndexFunc(groups, func(g *claimGroup) bool { return g.same(&k) })
		if i < 0 {
			groups = append(groups, &claimGroup{claim: k, all: []claim{k}})
			continue
		}
		g := groups[i]
		g.all = append(g.all, k)
		if g.instrument == "" {
			g.instrument = k.instrument
		}
	}
	c.add(r, c.settled(groups))
	for p, n := range c.stated {
		if len(r.Commitments) == 0 && len(r.Attacks) == 0 && n < leastStated {
			continue // said in passing, in a text about something else
		}
		r.Principles = append(r.Principles, c.principles.list[p])
	}
	slices.Sort(r.Principles)
}

// add gives the reading the groups' commitments, but those that a surer one makes doubtful.
func (c *commitmentReader) add(r *Reading, groups []*claimGroup) {
	told, why := make([]Commitment, len(groups)), make([]features, len(groups))
	for i, g := range groups {
		if g.denied {
			continue
		}
		told[i] = c.commitment(g, r.Attacks)
		why[i] = c.features(g, &told[i], len(groups))
		told[i].Confidence = c.confidence.of(commitmentClaim, why[i])
	}
	for i, g := range groups {
		switch k := &told[i]; {
		case g.denied:
			c.missedGroup(g, "it is denied")
			r.Denials = append(r.Denials, c.denial(g, r.Attacks))
		case outdone(groups, told, i):
			c.missedGroup(g, "another status of the same parties and principle is told more surely")
		default:
			c.explain(g, why[i])
			r.Commitments = append(r.Commitments, *k)
			c.stated[g.principle] += leastStated
		}
	}
}

// sureOfSecond is how sure a second status of the same parties and principle must be, to be told beside a surer one.
const sureOfSecond = 0.5

// outdone tells whether another sentence tells another status of the same parties and principle, more surely.
func outdone(groups []*claimGroup, told []Commitment, i int) bool {
	k := groups[i]
	for n, g := range groups {
		if told[n].Confidence > told[i].Confidence && g.principle == k.principle && g.sentence != k.sentence && slices.Equal(g.parties, k.parties) {
			return told[i].Confidence < sureOfSecond
		}
	}
	return false
}

// denial is what the group's parties are said not to have done.
func (c *commitmentReader) denial(g *claimGroup, attacks []Attack) Commitment {
	k := c.commitment(g, attacks)
	k.Stance = graph.Denies
	k.Confidence = c.confidence.of(commitmentClaim, c.features(g, &k, 1))
	return k
}

// same tells whether k is told of the group's commitment.
func (g *claimGroup) same(k *claim) bool {
	return g.principle == k.principle && g.status == k.status && g.denied == k.denied && slices.Equal(g.parties, k.parties)
}

// settled drops what another group says better: finished talks beside the agreement of the same parties, and a part of the
// parties beside the whole.
func (c *commitmentReader) settled(groups []*claimGroup) []*claimGroup {
	var kept []*claimGroup
	for _, g := range groups {
		better := slices.IndexFunc(groups, func(o *claimGroup) bool { return o.saysBetter(g) })
		if better < 0 {
			kept = append(kept, g)
			continue
		}
		c.missedGroup(g, "the text says it better elsewhere: of more parties, or further on")
		groups[better].also = append(groups[better].also, g.all...)
	}
	return kept
}

// saysBetter tells whether o says what g says of more parties, or further on.
func (o *claimGroup) saysBetter(g *claimGroup) bool {
	if o == g || o.principle != g.principle || o.denied != g.denied {
		return false
	}
	switch {
	case o.status == g.status && len(g.parties) == 0:
		return g.all[len(g.all)-1].sentence == 0 && len(o.parties) > 0 && o.sentence > 0 // a headline: "four states propose"
	case o.status == g.status:
		return len(o.parties) > len(g.parties) && len(g.parties) > 0 && subset(g.parties, o.parties)
	case g.status == graph.Agreed && o.status == graph.Ratified && o.trigger.first == g.trigger.first:
		return true // "joined the convention", told by its name and by what it is about
	case g.status == graph.Agreed && o.status == graph.Signed && len(g.parties) > 1 && slices.Equal(g.parties, o.parties):
		return o.sentence-g.sentence >= 0 && o.sentence-g.sentence <= sameDeal // what they agreed is what they signed
	case g.status == graph.Negotiating:
		return (o.status == graph.Agreed || o.status == graph.Signed) && subset(g.parties, o.parties) && len(g.parties) > 0
	}
	return false
}

// sameDeal is how many sentences after an agreement its signing may be told.
const sameDeal = 4

// subset tells whether every code of a is in b; both are sorted.
func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// commitment is the group as the reading has it.
func (c *commitmentReader) commitment(g *claimGroup, attacks []Attack) Commitment {
	out := Commitment{Parties: g.parties, Principle: c.principles.list[g.principle], Status: g.status, Stance: graph.Reports, Covers: []string{}, Excludes: []string{}}
	if out.Parties == nil {
		out.Parties = []string{}
	}
	if g.instrument == "" {
		g.instrument = c.onlyInstrument(g)
	}
	if g.instrument != "" {
		out.Instrument = &g.instrument
	}
	c.date(g.all, &out)
	seen := map[int]bool{}
	support := func(sentence int, s span) {
		if !seen[sentence] && len(out.Evidence) < mostEvidence {
			seen[sentence] = true
			out.Evidence = append(out.Evidence, c.points.evidence(s))
		}
	}
	for i := range g.all {
		k := &g.all[i]
		support(k.sentence, c.evidenceOf(k))
		if out.Condition == nil {
			if text := c.conditionOf(k); text != "" {
				out.Condition = &text
			}
		}
		if out.Hedge == "" {
			out.Hedge = c.hedgeNear(k)
		}
		if (k.status == Breached || k.denied) && len(k.by) == 1 {
			out.SaidBy = k.by[0]
		} else if out.SaidBy == "" {
			out.SaidBy = c.clausesOf(k.sentence).saidBy()
		}
		out.Toward = united(out.Toward, k.toward)
		covers, excludes, told := c.scopeOf(k, attacks)
		if told >= 0 {
			s := &c.sentences[told]
			support(told, c.within(told, s.first, s.stop))
		}
		out.Covers, out.Excludes = united(out.Covers, covers), united(out.Excludes, excludes)
	}
	for i := range g.also {
		support(g.also[i].sentence, c.evidenceOf(&g.also[i]))
	}
	return out
}

// united adds to a list what it lacks.
func united(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// mostEvidence is how many passages a commitment keeps.
const mostEvidence = 6

// longestEvidence is how many bytes a passage may hold.
const longestEvidence = 600

// evidenceOf is the sentence that makes the claim, or the part around its trigger and principle where that is long.
func (d *document) evidenceOf(k *claim) span {
	return d.within(k.sentence, min(k.trigger.first, k.place.first), max(k.trigger.stop, k.place.stop))
}

// within is a sentence, or the part around tokens[first:stop] where it is longer than evidence may be.
func (d *document) within(sentence, first, stop int) span {
	s := d.sentences[sentence].span
	if s.end-s.start <= longestEvidence {
		return s
	}
	middle := (d.tokens[first].start + d.tokens[stop-1].end) / 2
	from, to := max(s.start, middle-longestEvidence/2), min(s.end, middle+longestEvidence/2)
	lo, hi := d.sentences[sentence].first, d.sentences[sentence].stop
	for lo < hi-1 && d.tokens[lo].start < from {
		lo++
	}
	for hi > lo+1 && d.tokens[hi-1].end > to {
		hi--
	}
	return span{d.tokens[lo].start, d.tokens[hi-1].end}
}

// nearInstrument is how many sentences from a claim the instrument may be named that states what is only proposed or promised.
const nearInstrument = 2

// sole is the one instrument of a principle that the text refers to, "" where it refers to several, and in which sentences it does.
type sole struct {
	slug      string
	sentences []int
}

// soleInstruments gives for each principle the one instrument that the text refers to.
func (c *commitmentReader) soleInstruments() map[int32]sole {
	out := map[int32]sole{}
	for i := range c.references {
		r := &c.references[i]
		p, ok := c.principles.byInstrument[r.slug]
		if !ok {
			continue
		}
		s, seen := out[p]
		if seen && s.slug != r.slug {
			r = &reference{}
		}
		out[p] = sole{r.slug, append(s.sentences, c.sentenceOf(c.references[i].first))}
	}
	return out
}

// onlyInstrument is the instrument of the principle that the text refers to, where it refers to one alone; for what is only said or
// talked about, one that is named near.
func (c *commitmentReader) onlyInstrument(g *claimGroup) string {
	s := c.sole[g.principle]
	switch g.status {
	case graph.Proposed, graph.Negotiating, graph.Agreed:
		if !slices.ContainsFunc(g.all, func(k claim) bool { return s.near(k.sentence) }) {
			return ""
		}
	}
	return s.slug
}

// near tells whether the instrument is named within a few sentences of one.
func (s *sole) near(sentence int) bool {
	i, _ := slices.BinarySearch(s.sentences, sentence-nearInstrument)
	return i < len(s.sentences) && s.sentences[i] <= sentence+nearInstrument
}

// sentenceOf is the sentence in which token i stands.
func (d *document) sentenceOf(i int) int {
	n, _ := slices.BinarySearchFunc(d.sentences, i, func(s sentence, i int) int { return s.stop - i - 1 })
	return min(n, len(d.sentences)-1)
}
