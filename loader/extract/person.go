package extract

// bindPersons finds who holds an office of a country ("Chinese Foreign Minister Wang Yi", "Wang Yi, China's envoy"), and adds a
// mention wherever the person's last name stands alone after that.
func (d *document) bindPersons() {
	bound := map[string]*mention{}
	for i := range d.sentences {
		s := &d.sentences[i]
		for k := s.hits.first; k < s.hits.stop; k++ {
			if h := &d.hits[k]; h.kind == officeEntry {
				d.bindOffice(s, h, bound)
			}
		}
	}
	d.bindLeaders(bound)
	if len(bound) == 0 {
		return
	}
	out := make([]mention, 0, len(d.mentions)*5/4)
	next := 0
	for i := range d.sentences {
		s := &d.sentences[i]
		for k := s.body; k < s.stop; k++ {
			for next < len(d.mentions) && d.mentions[next].stop <= k {
				out = append(out, d.mentions[next])
				next++
			}
			if next < len(d.mentions) && d.mentions[next].first <= k {
				continue
			}
			t := &d.tokens[k]
			if t.kind != wordToken || t.letter == lowerCase || s.kind == furniture {
				continue
			}
			if b := bound[t.word]; b != nil && k >= b.first && !s.capitals {
				out = append(out, mention{span: t.span, first: k, stop: k + 1, sentence: i, kind: b.kind, how: byPerson, code: b.code, counts: b.counts})
			}
		}
	}
	d.mentions = append(out, d.mentions[next:]...)
}

// bindLeaders binds the surname of each leader told with the full name: the first word of Chinese and Korean names, else the last.
func (d *document) bindLeaders(bound map[string]*mention) {
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.how != byLeader || m.stop-m.first < 2 || d.tokens[m.first].in(honorificWord) {
			continue
		}
		t := &d.tokens[m.stop-1]
		if m.code == "CN" || m.code == "KP" || m.code == "KR" {
			t = &d.tokens[m.first]
		}
		if bound[t.word] == nil && len(t.word) > 1 {
			b := *m
			b.first = 0 // whoever has a full name in the text is known all through it
			bound[t.word] = &b
		}
	}
}

// nationReach is how many words may stand between a nationality and the office: "Chinese deputy foreign minister".
const nationReach = 3

// bindOffice binds the name beside the office at h to the country beside it.
func (d *document) bindOffice(s *sentence, h *hit, bound map[string]*mention) {
	nation := d.nationBefore(s, h.first)
	first, stop := d.personAt(s, h.stop)
	switch {
	case stop > first && nation == nil: // "President Arias of Costa Rica"
		if t := d.tok(stop, s); t.word == "of" || t.is(",") && d.tok(stop+1, s).word == "of" {
			nation = d.nationAt(s, stop+1)
		}
	case stop == first && d.tok(h.stop, s).word == "of": // "the president of France, Jacques Chirac"
		if nation = d.nationAt(s, h.stop+1); nation != nil {
			first, stop = d.personAt(s, nation.stop)
			if stop == first && d.tok(nation.stop, s).is(",") {
				first, stop = d.personAt(s, nation.stop+1)
			}
		}
	}
	if nation == nil {
		return
	}
	if stop == first { // "Wang Yi, the Chinese foreign minister"
		start := nation.first
		for start > s.body && (d.tokens[start-1].word == "the" || d.tokens[start-1].word == "a" || d.tokens[start-1].word == "an") {
			start--
		}
		if start-1 > s.body && d.tokens[start-1].is(",") {
			first, stop = d.personBefore(s, start-1)
		}
	}
	if stop > first {
		if w := d.tokens[stop-1].word; bound[w] == nil && len(w) > 1 {
			m := *nation
			m.first = first
			m.counts = nation.counts
			bound[w] = &m
		}
	}
}

// nationBefore is the mention of a country or organization that ends shortly before token i, with only plain words between.
func (d *document) nationBefore(s *sentence, i int) *mention {
	ms := d.mentionsIn(max(s.body, i-nationReach-4), i)
	if len(ms) == 0 {
		return nil
	}
	m := &ms[len(ms)-1]
	if m.kind == otherName || m.how == byLeader || i-m.stop > nationReach {
		return nil
	}
	for k := m.stop; k < i; k++ {
		if t := &d.tokens[k]; t.kind == markToken && !t.is("'") || t.in(verbWord) || t.past() {
			return nil
		}
	}
	return m
}

// nationAt is the mention that begins at token i, after an article.
func (d *document) nationAt(s *sentence, i int) *mention {
	if d.tok(i, s).word == "the" {
		i++
	}
	if ms := d.mentionsIn(i, i+1); len(ms) == 1 && ms[0].kind != otherName && i < s.stop {
		return &ms[0]
	}
	return nil
}

// personAt gives the tokens of a person's name that begins at i; none where nobody is named there.
func (d *document) personAt(s *sentence, i int) (first, stop int) {
	first = i
	for i < s.stop && i < first+4 {
		t := &d.tokens[i]
		if t.kind != wordToken || t.letter == lowerCase || t.in(weekdayWord|monthWord) && len(t.word) > 3 || len(d.mentionsIn(i, i+1)) > 0 && d.mentionsIn(i, i+1)[0].how != byLeader {
			break
		}
		i++
		if len(t.word) == 1 && d.tok(i, s).is(".") { // an initial
			i++
		}
	}
	return first, i
}

// personBefore gives the tokens of a person's name that ends before i.
func (d *document) personBefore(s *sentence, i int) (first, stop int) {
	first = i
	for first > s.body && i-first < 4 {
		t := &d.tokens[first-1]
		if t.kind != wordToken || t.letter != titleCase && t.letter != mixedCase || d.splitter.starters[t.word] {
			break
		}
		first--
	}
	return first, i
}

func reversed(ms []mention) []*mention {
	out := make([]*mention, 0, len(ms))
	for i := len(ms) - 1; i >= 0; i-- {
		out = append(out, &ms[i])
	}
	return out
}
