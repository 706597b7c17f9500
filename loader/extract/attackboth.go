package extract

import (
	"slices"
)

// settleBoth decides where a country both strikes and suffers: it strikes only if it is said to be behind the act in so many
// words. Rebels have no code, so a fight with them strikes the country that the text is about.
func (a *attackReader) settleBoth(s *sentence, b *blow, sure bool) {
	if b.word.arena == armedArena && !sure && a.speaksOfRebels(s) {
		main := a.mainCountry()
		switch {
		case len(b.victims) == 0 && len(b.accused) == 1:
			b.victims = b.accused
		case len(b.victims) == 0 && main != "":
			b.victims = []string{main}
		}
		b.accused = nil
		return
	}
	if b.word.arena == testArena {
		b.victims = b.settled(b.victims) // who tests does so at home
		return
	}
	if sure {
		if len(b.accused) == 1 {
			b.victims = b.settled(b.victims)
		}
		return
	}
	b.accused = slices.DeleteFunc(b.accused, func(c string) bool {
		return slices.Contains(b.victims, c) && len(b.victims) == 1 && !slices.Contains(b.own, c)
	})
}

// settled leaves out of victims those who strike, unless they are told to strike at home.
func (b *blow) settled(victims []string) []string {
	return slices.DeleteFunc(slices.Clone(victims), func(c string) bool { return slices.Contains(b.accused, c) && !slices.Contains(b.own, c) })
}

// atHome gives the countries that are named twice, as who strikes before an act on networks and as whose people suffer right
// after it: "Iranian hackers attacked Iranian news agencies".
func (a *attackReader) atHome(ms []mention, roles []role, b *blow, triggers []blow) []string {
	var out []string
	for k := range ms {
		if m := &ms[k]; roles[k] == victim && a.tokens[min(m.stop, len(a.tokens)-1)].word == "own" {
			out = addCodes(out, m.actors())
		}
	}
	if b.word.arena != cyberArena {
		return out
	}
	for k := range ms {
		m := &ms[k]
		near := func(t blow) bool { return m.first >= t.trigger.stop && m.first-t.trigger.stop <= 2*nearReach }
		if roles[k] != victim || m.kind != countryName || !slices.ContainsFunc(triggers, near) {
			continue
		}
		for j := range ms[:k] {
			if ms[j].code == m.code && roles[j] >= doer && ms[j].stop <= b.trigger.first {
				out = addCodes(out, []string{m.code})
			}
		}
	}
	return out
}

func (a *attackReader) speaksOfRebels(s *sentence) bool {
	return slices.ContainsFunc(a.tokens[s.body:s.stop], func(t token) bool { return t.in(rebelWord) })
}

// mainCountry is the country that the text names most often, "" where several are named as often.
func (a *attackReader) mainCountry() string {
	if a.main != nil {
		return *a.main
	}
	tally, best, code := map[string]int{}, 0, ""
	for i := range a.mentions {
		m := &a.mentions[i]
		if !m.counts || m.kind != countryName {
			continue
		}
		tally[m.code]++
		switch n := tally[m.code]; {
		case n > best:
			best, code = n, m.code
		case n == best && m.code != code:
			code = ""
		}
	}
	a.main = &code
	return code
}
