package extract

import "slices"

// mention is a stretch of tokens that stands for one actor, or for several told before (a group).
type mention struct {
	span
	first, stop int
	sentence    int
	kind        mentionKind
	how         nameHow
	code        string   // of a country, or slug of an organization; "" of a group
	group       []string // of a group: the codes, sorted
	counts      bool     // whether it makes the text tell of the actor; a newspaper's name or a conference's city does not
}

// actors are the codes for which the mention stands.
func (m *mention) actors() []string {
	if m.kind == groupMention {
		return m.group
	}
	return []string{m.code}
}

// findNames finds who is named, in every sentence that is not furniture, and resolves what stands for them.
func (d *document) findNames() {
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.kind == furniture {
			continue
		}
		d.namesOf(i, s)
	}
	d.settleAmbiguous()
	d.setSportAside()
	d.bindPersons()
	d.resolveGroups()
}

// namesOf adds the names of sentence i: of phrases that overlap the longest, of those of one length the one that fits the day.
func (d *document) namesOf(i int, s *sentence) {
	last := -1
	for k := s.hits.first; k < s.hits.stop; {
		h := d.hits[k]
		if h.kind != nameEntry {
			k++
			continue
		}
		best, end, bestEnd := -1, k, 0
		for ; end < s.hits.stop && d.hits[end].first == h.first; end++ {
			e := &d.hits[end]
			if e.kind != nameEntry || e.stop < bestEnd {
				continue
			}
			n := &d.names.list[e.value]
			if !d.valid(n) || n.titled && !d.afterTitle(s, h.first) || best >= 0 && e.stop == bestEnd && !d.better(n, &d.names.list[best]) {
				continue
			}
			best, bestEnd = int(e.value), e.stop
		}
		k = end
		if best < 0 || h.first < last {
			continue
		}
		last = bestEnd
		n := &d.names.list[best]
		m := mention{span: span{d.tokens[h.first].start, d.tokens[bestEnd-1].end}, first: h.first, stop: bestEnd, sentence: i, kind: n.kind, how: n.how, code: n.code}
		m.counts = n.kind != otherName && n.how != byPlace && h.first >= s.body && !d.insideName(&m, s)
		d.mentions = append(room(d.mentions), m)
	}
}

// electDays is how long before the office a leader's name may stand for the country.
const electDays = 400

// valid tells whether the name stands for its code on the day of publication.
func (d *document) valid(n *name) bool {
	switch {
	case d.today == "":
		return true
	case n.how == byLeader:
		return (n.from == "" || n.from <= d.today.Add(electDays)) && (n.until == "" || d.today <= n.until)
	}
	return (n.from == "" || n.from <= d.today) && (n.to == "" || d.today < n.to)
}

// afterTitle tells whether a title of office stands right before token i: "President", "Foreign Minister", but not "Mr.".
func (d *document) afterTitle(s *sentence, i int) bool {
	t := d.tok(i-1, s)
	if d.tok(i+1, s).word == "of" {
		return false // "President Silva of Chile" is told by the country
	}
	return t.in(honorificWord) && len(t.word) > 4 && t.letter != lowerCase && t.word != "prince" && t.word != "princess" && t.word != "director" && t.word != "general" && t.word != "colonel" && t.word != "leader" && t.word != "commissioner" && t.word != "administration"
}

// better tells whether name a fits the day better than b, which was told first.
func (d *document) better(a, b *name) bool {
	if b.how == byAmbiguous || a.how == byAmbiguous {
		return b.how == byAmbiguous && a.how != byAmbiguous
	}
	if d.today == "" && (a.to == "") != (b.to == "") {
		return a.to == "" // without a day, the state that there is now
	}
	if a.how != byLeader || b.how != byLeader {
		return a.from > b.from // a historical state in its time, before the one that came after
	}
	inOffice := func(n *name) bool { return n.from <= d.today && (n.to == "" || d.today <= n.to) }
	if inOffice(a) != inOffice(b) {
		return inOffice(a)
	}
	return a.from <= d.today && a.from > b.from
}

var noToken = token{kind: markToken}

// tok is token i if it lies in the sentence, else one that is nothing.
func (d *document) tok(i int, s *sentence) *token {
	if i < s.first || i >= s.stop {
		return &noToken
	}
	return &d.tokens[i]
}

// settleAmbiguous decides names that must not decide alone: they count where a sure name of the same actor stands in the
// text, or where the phrase is the country's plain name.
func (d *document) settleAmbiguous() {
	sure := map[string]int{}
	for i := range d.mentions {
		if m := &d.mentions[i]; m.counts && m.how != byAmbiguous {
			sure[m.code]++
		}
	}
	kept := d.mentions[:0]
	for _, m := range d.mentions {
		if m.how == byAmbiguous {
			d.settle(&m, sure)
			if a := d.catalogue.Actor(m.code); a != nil && slices.Contains(a.Adjectives, d.text[m.start:m.end]) {
				m.how = byAdjective // "American"
			}
		}
		if m.how == bySeat || m.how == byAmbiguous {
			d.adopt(&m, kept)
		}
		kept = append(kept, m)
	}
	d.mentions = kept
}

// adopt gives an office that many states have ("Department of Defense", "Foreign Office") to the country named right before it:
// "the Swiss Department of Defence".
func (d *document) adopt(m *mention, before []mention) {
	if len(before) == 0 {
		return
	}
	p := &before[len(before)-1]
	if p.sentence != m.sentence || p.kind != countryName || p.code == m.code || m.first-p.stop > 2 || p.how != byAdjective && !d.tokens[p.stop].is("'") {
		return
	}
	for k := p.stop; k < m.first; k++ {
		if t := &d.tokens[k]; t.letter != titleCase && !t.is("'") && t.word != "s" {
			return
		}
	}
	m.code, m.counts = p.code, p.counts
}

func (d *document) settle(m *mention, sure map[string]int) {
	s := &d.sentences[m.sentence]
	phrase := d.text[m.start:m.end]
	best := 0
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &d.hits[k]
		if h.kind != nameEntry || h.first != m.first || h.stop != m.stop {
			continue
		}
		n := &d.names.list[h.value]
		if sure[n.code] > best {
			best, m.code, m.kind = sure[n.code], n.code, n.kind
		}
	}
	if best > 0 {
		return
	}
	a := d.catalogue.Actor(m.code)
	plain := a != nil && (fold(a.Name) == fold(phrase) || slices.Contains(a.Adjectives, phrase) || slices.Contains(a.Aliases, phrase))
	prev := d.tok(m.first-1, s)
	m.counts = m.counts && plain && !(prev.letter == titleCase && prev.spaced && prev.id == 0 && m.first-1 > s.body)
}

// named lists the countries, organizations and instruments of the text, each sorted.
func (d *document) named() (countries, organizations, instruments []string) {
	seen := map[string]bool{}
	countries, organizations, instruments = []string{}, []string{}, []string{}
	for i := range d.mentions {
		m := &d.mentions[i]
		if !m.counts || m.kind == groupMention || seen[m.code] {
			continue
		}
		seen[m.code] = true
		if m.kind == countryName {
			countries = append(countries, m.code)
		} else {
			organizations = append(organizations, m.code)
		}
	}
	for i := range d.references {
		if slug := d.references[i].slug; !slices.Contains(instruments, slug) {
			instruments = append(instruments, slug)
		}
	}
	slices.Sort(instruments)
	slices.Sort(countries)
	slices.Sort(organizations)
	return countries, organizations, instruments
}

// publicMentions gives the mentions of names in code points.
func (d *document) publicMentions() []Mention {
	out := make([]Mention, 0, len(d.mentions))
	for i := range d.mentions {
		m := &d.mentions[i]
		kind := "country"
		switch m.kind {
		case groupMention, otherName:
			continue
		case bodyName:
			kind = "organization"
		}
		out = append(out, Mention{Evidence: d.points.evidence(m.span), Kind: kind, Code: m.code, How: string(m.how), Counts: m.counts})
	}
	return out
}

// mentionsIn gives the mentions that begin in tokens[first:stop].
func (d *document) mentionsIn(first, stop int) []mention {
	if stop <= first {
		return nil
	}
	lo, _ := slices.BinarySearchFunc(d.mentions, first, func(m mention, t int) int { return m.first - t })
	hi, _ := slices.BinarySearchFunc(d.mentions, stop, func(m mention, t int) int { return m.first - t })
	return d.mentions[lo:hi]
}

// longestPhrase is how many tokens a phrase for an act, a sector or a cue has at most.
const longestPhrase = 16

// hitsBetween gives the phrases of sentence s that begin in tokens[first:stop].
func (d *document) hitsBetween(s *sentence, first, stop int) []hit {
	all := d.hits[s.hits.first:s.hits.stop]
	if stop <= first {
		return nil
	}
	lo, _ := slices.BinarySearchFunc(all, first, func(h hit, t int) int { return h.first - t })
	hi, _ := slices.BinarySearchFunc(all[lo:], stop, func(h hit, t int) int { return h.first - t })
	return all[lo : lo+hi]
}

// datesIn gives the dates that begin in tokens[first:stop].
func (d *document) datesIn(first, stop int) []when {
	if stop <= first {
		return nil
	}
	lo, _ := slices.BinarySearchFunc(d.dates, first, func(w when, t int) int { return w.first - t })
	hi, _ := slices.BinarySearchFunc(d.dates, stop, func(w when, t int) int { return w.first - t })
	return d.dates[lo:hi]
}
