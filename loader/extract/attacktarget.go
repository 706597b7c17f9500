package extract

// hearTargets adds to the act on networks told last what sentence i, which tells of no act itself, says was struck: "The targets
// included banks in Chile", "The navy's site was affected too".
func (a *attackReader) hearTargets(i int, s *sentence) {
	if len(a.items) == 0 {
		return
	}
	it := &a.items[len(a.items)-1]
	if i-it.last > contextReach || it.word.arena != cyberArena {
		return
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		h := &a.hits[k]
		if h.kind != cueEntry || cueClass(h.value) != targetCue {
			continue
		}
		b := blow{sentence: i, word: it.word, trigger: *h, back: true}
		from, to := h.stop, min(s.stop, h.stop+objectReach)
		if a.tok(h.stop-1, s).past() { // "was affected"
			from, to = max(s.body, h.first-objectReach), h.first
		}
		a.targetsIn(s, from, to, &b)
		if len(b.victims)+len(b.sectors) > 0 {
			it.add(b)
		}
		return
	}
}

// targetsIn adds to b the countries and sectors named in tokens[from:to].
func (a *attackReader) targetsIn(s *sentence, from, to int, b *blow) {
	for _, m := range a.mentionsIn(from, to) {
		if m.kind == countryName && m.how != byLeader && m.how != byPerson {
			b.victims = addCodes(b.victims, m.actors())
		}
	}
	for k := s.hits.first; k < s.hits.stop; k++ {
		if h := &a.hits[k]; h.kind == sectorEntry && h.first >= from && h.stop <= to && !a.isGeneric(s, k) && !a.insideOrgan(s, h) {
			b.sectors = addCodes(b.sectors, []string{a.phrases.sectors[h.value]})
		}
	}
}
