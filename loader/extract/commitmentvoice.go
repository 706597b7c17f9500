package extract

import "slices"

// headSentences is how many sentences at the head of a text may tell who makes it.
const headSentences = 8

// speakers are those for whom the text itself speaks: of a joint statement or communique all who make it, else its home.
func (d *document) speakers() []string {
	title := d.actorsOf(d.article.Title)
	joint := false
	for _, w := range tokenize(d.article.Title, 0, len(d.article.Title), nil, nil) {
		switch w.word {
		case "joint", "communique", "declaration":
			joint = true
		case "statement", "summit", "dialogue", "outcome":
			joint = joint || len(title) > 1
		}
	}
	head := d.sentences[:min(len(d.sentences), headSentences)]
	for i := range head {
		s := &head[i]
		if next := d.tok(s.body+1, s); d.tok(s.body, s).word == "we" && (next.is(",") || next.is("-")) {
			if all := distinct(d.mentionsIn(s.body, s.stop), func(m *mention) bool { return m.counts && m.kind == countryName }); len(all) > 1 {
				return all
			}
		}
	}
	for i := range head {
		s := &head[i]
		f := &frame{document: d, s: s, sentence: i}
		if !joint {
			break
		}
		ms := d.mentionsIn(s.body, s.stop)
		for k := range ms {
			if ms[k].kind == groupMention || !ms[k].counts {
				continue
			}
			if all := f.joined(ms, k); len(all) >= 3 {
				return all
			}
		}
	}
	if joint && len(title) > 0 {
		return title
	}
	if d.home == "" {
		return nil
	}
	return []string{d.home}
}

// actorsOf gives the countries and organizations that a line beside the text names, sorted.
func (d *document) actorsOf(line string) []string {
	var out []string
	tokens := tokenize(line, 0, len(line), d.vocabulary, nil)
	for _, h := range d.vocabulary.find(tokens, 0, len(tokens), nil) {
		if h.kind != nameEntry {
			continue
		}
		if n := &d.names.list[h.value]; n.kind != otherName && n.how != byAmbiguous && n.how != byCapital && d.valid(n) {
			out = append(out, n.code)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// underLead reads the principle of a list's entry under the sentence that opens the list: "We have concluded:".
func (c *commitmentReader) underLead(f *frame, lead int, m principleMention) (claim, bool) {
	o := c.clausesOf(lead)
	if len(o.triggers) == 0 {
		return claim{}, false
	}
	base := len(o.triggers) - 1
	v := o.chain(base, m)
	status := statusOf[v.family]
	if status == "" || v.weak || v.unreal || v.family == treaty {
		return claim{}, false
	}
	k := claim{principle: m.principle, status: status, instrument: m.instrument, sentence: f.sentence, trigger: o.triggers[v.subject], base: o.triggers[v.base], place: m}
	k.parties, k.class = o.subjectOf(o.triggers[v.subject], principleMention{first: o.s.stop, stop: o.s.stop})
	return k, len(k.parties) > 0 || k.class
}
