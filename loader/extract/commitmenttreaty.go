package extract

import "github.com/treatygraph/treatygraph/graph"

// treatyText is what is known of a text that is a treaty's own.
type treatyText struct {
	body    int      // the sentence after the preamble
	signers []string // the states that it names at its head as those who make it, none where it speaks of parties alone
	signed  *when    // the day told where it was signed, nil where none is
}

// leastDuties is how many times a text must say what "the Parties shall" do to be that of a treaty.
const leastDuties = 3

// leastPreamble is how many clauses of a preamble a text has that opens with its parties, to be that of a treaty.
const leastPreamble = 2

// treatyOf gives what makes the text a treaty's own, nil where it is none: it speaks for nobody, and either of what its parties
// shall do, or it opens with them and a preamble.
func (d *document) treatyOf() *treatyText {
	if d.home != "" {
		return nil
	}
	parties, duties, preamble := 0, 0, 0
	t := &treatyText{}
	for i := range d.sentences {
		s := &d.sentences[i]
		if first := &d.tokens[s.body]; first.letter == titleCase && d.splitter.preambles[first.word] {
			preamble, t.body = preamble+1, i+1
		}
		for k := s.hits.first; k < s.hits.stop; k++ {
			if h := &d.hits[k]; h.kind == triggerEntry && d.triggerWords[h.value].family == classWord {
				parties++
			}
		}
		for k := s.body; k < s.stop; k++ {
			if w := d.tokens[k].word; w == "shall" || w == "undertake" {
				duties++
			}
		}
	}
	opener := d.opener()
	switch {
	case opener >= 0 && preamble >= leastPreamble:
		t.signers, t.signed = d.signers(opener)
	case parties < leastDuties || duties < leastDuties:
		return nil
	}
	return t
}

// opener is the sentence at the head of the text that opens a treaty with those who make it, -1 for none: "The States Parties to this
// Treaty,", "The Governments of Chile and Peru,".
func (d *document) opener() int {
	for i := range d.sentences[:min(len(d.sentences), headSentences)] {
		s := &d.sentences[i]
		if d.tokens[s.body].word != "the" || !d.tokens[s.stop-1].is(",") && !d.tokens[s.stop-1].is(";") {
			continue
		}
		for k := s.body + 1; k < min(s.body+5, s.stop); k++ {
			switch d.tokens[k].word {
			case "heads", "ministers", "presidents", "leaders":
				k = s.stop // a communique
			case "parties", "government", "governments", "republic", "kingdom", "plenipotentiaries":
				return i
			}
		}
	}
	return -1
}

// signers gives the states that the opening sentence names, where there are two or more, and the day the text says it was signed on.
func (d *document) signers(opener int) ([]string, *when) {
	s := &d.sentences[opener]
	states := distinct(d.mentionsIn(s.body, s.stop), func(m *mention) bool { return m.kind == countryName })
	if len(states) < 2 {
		return nil, nil
	}
	for i := range d.sentences {
		s := &d.sentences[i]
		if w := d.tokens[s.body].word; w != "done" && w != "signed" {
			continue
		}
		if ws := d.datesIn(s.body, s.stop); len(ws) > 0 {
			return states, &ws[0]
		}
	}
	return states, nil
}

// signedOn is the day on which a treaty's own text says it was signed, nil where the claim is none of its undertakings.
func (d *document) signedOn(k *claim) *when {
	if d.treaty == nil || k.status != graph.Signed || k.sentence < d.treaty.body {
		return nil
	}
	return d.treaty.signed
}

// undertaken makes of a claim what a treaty's body makes of it: signed by the states that it names, or agreed by its parties as a
// class.
func (c *commitmentReader) undertaken(k *claim) {
	k.instrument = c.ownInstrument()
	if k.parties, k.class = c.treaty.signers, c.treaty.signers == nil; !k.class {
		k.status = graph.Signed
	}
}

// inTreaty makes of a claim what a treaty's text makes of it: its undertakings are agreed by its parties as a class; what its
// preamble recalls of others stays; its final clauses say nothing.
func (c *commitmentReader) inTreaty(k *claim) bool {
	switch k.trigger.family {
	case agree, treaty, act, vow:
		if k.sentence < c.treaty.body {
			return false
		}
		c.undertaken(k)
		return true
	case propose:
		return len(k.parties) > 0 && !k.class
	}
	return false
}

// ownInstrument is the instrument of a principle that the text names first.
func (c *commitmentReader) ownInstrument() string {
	for i := range c.references {
		if _, ok := c.principles.byInstrument[c.references[i].slug]; ok {
			return c.references[i].slug
		}
	}
	return ""
}
