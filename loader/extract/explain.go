package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Explanation tells why a reading is as it is.
type Explanation struct {
	Claims []Claim `json:"claims"` // summits, attacks, commitments, principles, instruments, organizations, countries
	Misses []Miss  `json:"misses"` // in the order of the text
}

// Kinds of claims.
const (
	commitmentClaim   = "commitment"
	attackClaim       = "attack"
	summitClaim       = "summit"
	principleClaim    = "principle"
	instrumentClaim   = "instrument"
	organizationClaim = "organization"
	countryClaim      = "country"
)

// Claim is one thing that the text says, and where it says so.
type Claim struct {
	Kind       string    `json:"kind"`
	What       string    `json:"what"`                 // in short
	Confidence float64   `json:"confidence,omitempty"` // of commitments, attacks and summits
	Weights    []Weight  `json:"weights,omitempty"`    // what the confidence is made of
	Tellings   []Telling `json:"tellings"`
}

// Weight is one part of a confidence, before it is made a probability: what was seen, how much of it, and what it adds.
type Weight struct {
	Feature string  `json:"feature"`
	Value   int     `json:"value"`
	Adds    float64 `json:"adds"`
}

// Telling is a sentence that tells of a claim.
type Telling struct {
	Sentence string `json:"sentence"`
	Marks    []Mark `json:"marks"` // in the order of the sentence
	Note     string `json:"note,omitempty"`
}

// Mark is a stretch of a sentence in code points, and what it was taken for.
type Mark struct {
	Evidence
	Role  string `json:"role"`           // trigger, principle, element, country, organization, group, instrument, date, or what a word beside the trigger does
	Means string `json:"means"`          // a code, a slug, a status
	From  string `json:"from,omitempty"` // the row that says so: file and line; the catalogue
}

// Miss is a stretch of a sentence that might have made a claim, and why it made none.
type Miss struct {
	Kind   string `json:"kind"`
	Reason string `json:"reason"`
	Telling
}

// Explain reads an article as Read does and tells why the reading is as it is.
func (e *Extractor) Explain(a graph.Article) (Reading, Explanation) {
	t := &trace{made: map[madeAt]bool{}}
	r, d := e.read(a, t)
	x := Explanation{Claims: append([]Claim{}, slices.Concat(t.claims, d.principleClaims(&r), d.nameClaims(&r))...), Misses: []Miss{}}
	for _, m := range t.distinctMisses() {
		x.Misses = append(x.Misses, Miss{m.kind, m.reason, d.missTelling(&m)})
	}
	return r, x
}

// missTelling shows what might have made a claim: of a name that alone, of what a sentence says all that was found in it.
func (d *document) missTelling(m *miss) Telling {
	if m.entry != nameEntry {
		return d.telling(m.sentence, m.entry, m.place, m.words...)
	}
	return d.naming(m.sentence, func(k *marker) {
		for _, w := range m.words {
			for _, o := range d.mentionsIn(w.first, w.first+1) {
				k.name(&o)
			}
		}
	})
}

// claimed keeps why an item of the reading is there: its tellings, and what its confidence is made of.
func (d *document) claimed(kind, what string, fs features, tellings []Telling) {
	t := d.trace
	t.claims = append(t.claims, Claim{Kind: kind, What: what, Confidence: d.confidence.of(kind, fs), Weights: d.confidence.weights(kind, fs), Tellings: tellings})
}

// explain keeps why an attack is there.
func (a *attackReader) explain(it *strike, fs features) {
	if a.trace == nil {
		return
	}
	what := strings.Join([]string{it.word.conduct, "on", orNobody(it.victims), "by", orNobody(it.accused)}, " ")
	var tellings []Telling
	for i := range it.blows {
		b := &it.blows[i]
		a.trace.made[madeAt{attackClaim, b.trigger.first}] = true
		tellings = append(tellings, a.telling(b.sentence, attackEntry, nil, b.words()))
	}
	a.claimed(attackClaim, what, fs, tellings)
}

// explain keeps why a meeting is there.
func (x *summitReader) explain(it *gathering, fs features) {
	if x.trace == nil {
		return
	}
	var tellings []Telling
	for i := range it.at {
		m := &it.at[i]
		x.trace.made[madeAt{summitClaim, m.first}] = true
		tellings = append(tellings, x.telling(m.sentence, meetingEntry, nil, x.meetingWords(m)))
	}
	x.claimed(summitClaim, it.kind+" of "+orNobody(it.participants), fs, tellings)
}

// explain keeps why a commitment is there.
func (c *commitmentReader) explain(g *claimGroup, fs features) {
	if c.trace == nil {
		return
	}
	var tellings []Telling
	for i := range g.all {
		k := &g.all[i]
		c.trace.made[madeAt{commitmentClaim, k.place.first}] = true
		t := c.telling(k.sentence, triggerEntry, &k.place, c.triggerRow(k.sentence, k.base), c.triggerRow(k.sentence, k.trigger))
		if k.place.carried {
			t.Note = "what was told before is meant"
		} else {
			c.states(k.sentence, k.place)
		}
		tellings = append(tellings, t)
	}
	c.claimed(commitmentClaim, string(g.status)+" "+c.principles.list[g.principle]+" by "+orNobody(g.parties), fs, tellings)
}

// words are those that tell of the act; of a sentence that only says who is behind it, the words of blame.
func (b *blow) words() words {
	if b.trigger.entry == nil {
		return words{b.trigger.first, b.trigger.stop, anyRow}
	}
	return words{b.trigger.first, b.trigger.stop, b.trigger.value}
}

// meetingWords are the words that tell of the meeting, with their row.
func (x *summitReader) meetingWords(m *meeting) words {
	return x.wordsAt(m.sentence, meetingEntry, m.first, m.stop, func(row int32) bool { return x.phrases.meetings[row] == m.meetingPhrase })
}

// triggerRow are the words of a trigger of sentence i, with their row.
func (d *document) triggerRow(i int, t trigger) words {
	return d.wordsAt(i, triggerEntry, t.first, t.stop, func(row int32) bool {
		return d.triggerWords[row].family == t.family && d.triggerWords[row].noun == t.noun
	})
}

// wordsAt are tokens[first:stop] of sentence i with the row of a layer that they were read by.
func (d *document) wordsAt(i int, entry entryKind, first, stop int, same func(row int32) bool) words {
	s := &d.sentences[i]
	for _, h := range d.hits[s.hits.first:s.hits.stop] {
		if h.kind == entry && h.first == first && h.stop == stop && same(h.value) {
			return words{first, stop, h.value}
		}
	}
	return words{first, stop, anyRow}
}

func orNobody(codes []string) string {
	if len(codes) == 0 {
		return "nobody named"
	}
	return strings.Join(codes, ", ")
}

// mostTellings is how many sentences are shown of what a text names.
const mostTellings = 3

// principleClaims tells where the text states its principles, and which it states too rarely.
func (d *document) principleClaims(r *Reading) []Claim {
	out := claimsOf(principleClaim, r.Principles)
	seen := map[statedPlace]bool{}
	for i := range d.trace.places {
		p := &d.trace.places[i]
		if seen[*p] {
			continue
		}
		seen[*p] = true
		if c := find(out, principleClaim, d.principles.list[p.principle]); c != nil {
			c.tell(d.naming(p.sentence, func(m *marker) { m.place(&p.principleMention) }))
			continue
		}
		d.because("a text in which nobody commits and nobody attacks must state it more than once")
		d.trace.miss(miss{kind: principleClaim, sentence: p.sentence, entry: principleEntry, words: []words{{p.first, p.stop, anyRow}}, place: &p.principleMention})
	}
	return out
}

// nameClaims tells where the text names its instruments, organizations and countries, and which names do not count.
func (d *document) nameClaims(r *Reading) []Claim {
	out := slices.Concat(claimsOf(instrumentClaim, r.Instruments), claimsOf(organizationClaim, r.Organizations), claimsOf(countryClaim, r.Countries))
	for i := range d.references {
		f := &d.references[i]
		if c := find(out, instrumentClaim, f.slug); c != nil {
			c.tell(d.naming(f.sentence, func(m *marker) { m.reference(f) }))
		}
	}
	for i := range d.mentions {
		m := &d.mentions[i]
		kind := map[mentionKind]string{countryName: countryClaim, bodyName: organizationClaim}[m.kind]
		if kind == "" {
			continue
		}
		if c := find(out, kind, m.code); c != nil {
			if m.counts {
				c.tell(d.naming(m.sentence, func(k *marker) { k.name(m) }))
			}
			continue
		}
		d.because("part of another name, a place, a language, a private nationality or an ambiguous word")
		d.missed(kind, m.sentence, nameEntry, m.first, m.stop)
	}
	return out
}

func claimsOf(kind string, codes []string) []Claim {
	var out []Claim
	for _, code := range codes {
		out = append(out, Claim{Kind: kind, What: code, Tellings: []Telling{}})
	}
	return out
}

func find(claims []Claim, kind, what string) *Claim {
	for i := range claims {
		if c := &claims[i]; c.Kind == kind && c.What == what {
			return c
		}
	}
	return nil
}

func (c *Claim) tell(t Telling) {
	if len(c.Tellings) < mostTellings {
		c.Tellings = append(c.Tellings, t)
	}
}
