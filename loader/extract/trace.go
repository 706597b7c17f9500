package extract

import "slices"

// trace is what a reading leaves behind for a person who asks why it is as it is. It is nil where nobody asks, and then costs the
// readers no more than a comparison.
type trace struct {
	reason string // why the step under way refuses, told by whoever saw it
	claims []Claim
	misses []miss
	places []statedPlace
	made   map[madeAt]bool // which words made a claim
}

// madeAt is the first token of words that made a claim of a kind.
type madeAt struct {
	kind  string
	first int
}

// miss is what might have made a claim of a kind.
type miss struct {
	kind     string
	sentence int
	entry    entryKind         // the layer of its words
	words    []words           // the triggers, or the principle
	place    *principleMention // of a commitment
	reason   string
}

// statedPlace is where a text states a principle.
type statedPlace struct {
	sentence int
	principleMention
}

// because keeps why the step under way refuses.
func (d *document) because(reason string) {
	if d.trace != nil {
		d.trace.reason = reason
	}
}

// missed notes that tokens[first:stop] of sentence i made no claim of a kind, for the reason kept last.
func (d *document) missed(kind string, i int, entry entryKind, first, stop int) {
	if d.trace != nil {
		d.trace.miss(miss{kind: kind, sentence: i, entry: entry, words: []words{{first, stop, anyRow}}})
	}
}

// missedPlace notes that nothing is committed to at the principle of sentence i, for the reason kept last.
func (d *document) missedPlace(i int, m *principleMention) {
	if d.trace != nil {
		place := *m
		d.trace.miss(miss{kind: commitmentClaim, sentence: i, entry: triggerEntry, words: []words{{m.first, m.stop, anyRow}}, place: &place})
	}
}

// missedBlow notes that the act made no claim, and why.
func (d *document) missedBlow(b *blow, reason string) {
	d.because(reason)
	d.missed(attackClaim, b.sentence, attackEntry, b.trigger.first, b.trigger.stop)
}

// missedGroup notes that the claims of a group made no commitment, and why.
func (d *document) missedGroup(g *claimGroup, reason string) {
	for i := range g.all {
		d.because(reason)
		d.missedPlace(g.all[i].sentence, &g.all[i].place)
	}
}

// missedTriggers notes that the frame's words tell how far something has come, but not what.
func (f *frame) missedTriggers() {
	if f.trace == nil {
		return
	}
	for _, t := range f.triggers {
		if t.family != treaty && t.family != favour && t.family != accuse && t.family != deny {
			f.because("no principle is told near it")
			f.missed(commitmentClaim, f.sentence, triggerEntry, t.first, t.stop)
		}
	}
}

// missedAll notes that none of a sentence's words of a layer made a claim.
func (d *document) missedAll(kind string, i int, entry entryKind, reason string) {
	if d.trace == nil {
		return
	}
	s := &d.sentences[i]
	for _, h := range d.hits[s.hits.first:s.hits.stop] {
		if h.kind == entry {
			d.because(reason)
			d.missed(kind, i, entry, h.first, h.stop)
		}
	}
}

// farFetched is the reason of words that are too far from making a claim to be told of.
const farFetched = "far-fetched"

// miss takes up a miss with the reason kept last, which is then spent.
func (t *trace) miss(m miss) {
	m.reason = t.reason
	t.reason = ""
	if m.reason == farFetched {
		return
	}
	if m.reason == "" {
		m.reason = "the words around it allow no reading"
	}
	t.misses = append(t.misses, m)
}

// distinctMisses gives the misses in the order of the text: not those whose words made a claim after all, each word once for a kind, and
// those of one sentence for one reason together.
func (t *trace) distinctMisses() []miss {
	slices.SortStableFunc(t.misses, func(a, b miss) int { return a.words[0].first - b.words[0].first })
	var out []miss
	for _, m := range t.misses {
		at := madeAt{m.kind, m.words[0].first}
		if t.made[at] {
			continue
		}
		t.made[at] = true
		if n := len(out) - 1; n >= 0 && m.place == nil && out[n].place == nil && out[n].kind == m.kind && out[n].sentence == m.sentence && out[n].reason == m.reason {
			out[n].words = append(out[n].words, m.words...)
			continue
		}
		out = append(out, m)
	}
	return out
}

// states notes that sentence i states the principle at m.
func (d *document) states(i int, m principleMention) {
	if d.trace != nil {
		d.trace.places = append(d.trace.places, statedPlace{i, m})
	}
}
