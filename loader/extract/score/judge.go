package score

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Catalogue is the slugs that labels may hold; predictions beside them are not judged. A nil list judges all.
type Catalogue struct{ Principles, Instruments []string }

func judged(slugs, known []string) []string {
	if known == nil {
		return distinct(slugs)
	}
	return slices.DeleteFunc(distinct(slugs), func(s string) bool { return !slices.Contains(known, s) })
}

// Judge compares what is predicted of a text with its labels.
func Judge(text string, gold, predicted *Labels, c Catalogue) Tally {
	var t Tally
	t.set(Countries, gold.Countries, predicted.Countries)
	t.set(Organizations, gold.Organizations, predicted.Organizations)
	t.set(Instruments, gold.Instruments, judged(predicted.Instruments, c.Instruments))
	t.set(Principles, gold.Principles, judged(predicted.Principles, c.Principles))
	t.items(Summits, text, gold, predicted, c)
	t.items(Attacks, text, gold, predicted, c)
	t.items(Commitments, text, gold, predicted, c)
	if !gold.about() {
		t.add(Alarms, count(predicted.about()), 1, 0)
	}
	return t
}

// Right tells for each predicted item of a kind which labelled one it matches, -1 for none.
func Right(m Measure, gold, predicted *Labels) []int {
	return match(likenesses[m], gold.of(m), predicted.of(m))
}

var likenesses = map[Measure]likeness{Summits: alikeSummits, Attacks: alikeAttacks, Commitments: alikeCommitments}

func (l *Labels) of(m Measure) []Item {
	switch m {
	case Summits:
		return l.Summits
	case Attacks:
		return l.Attacks
	}
	return l.Commitments
}

func (t *Tally) set(m Measure, gold, predicted []string) {
	t.add(m, common(gold, predicted), len(distinct(gold)), len(distinct(predicted)))
}

// items judges the items of one kind and what the matched ones say.
func (t *Tally) items(m Measure, text string, gold, predicted *Labels, c Catalogue) {
	g, p := gold.of(m), predicted.of(m)
	if m == Commitments && c.Principles != nil {
		p = slices.DeleteFunc(slices.Clone(p), func(i Item) bool { return !slices.Contains(c.Principles, i.Principle) })
	}
	right, same := 0, 0
	for i, to := range match(likenesses[m], g, p) {
		t.add(Holds, count(p[i].holds(text)), 1, 0)
		if to < 0 {
			continue
		}
		right++
		same += count(g[to].Status == p[i].Status)
		t.details(m, &g[to], &p[i])
		if ok, quoted := supports(text, &g[to], &p[i]); quoted {
			t.add(Supports, count(ok), 1, 0)
		}
	}
	t.add(m, right, len(g), len(p))
	if m == Commitments {
		t.add(SameStatus, same, len(g), len(p))
	}
}

// details judges what a matched item says beside what matches it.
func (t *Tally) details(m Measure, g, p *Item) {
	date := SummitDate
	switch m {
	case Commitments:
		date = CommitmentDate
		t.set(Covers, g.Covers, p.Covers)
		t.set(Excludes, g.Excludes, p.Excludes)
		t.told(Condition, g.Condition != "", p.Condition != "", true)
		mine := p.Instruments
		if p.Instrument != "" {
			mine = append(slices.Clone(mine), p.Instrument)
		}
		t.told(Instrument, g.Instrument != "", len(mine) > 0, slices.Contains(mine, g.Instrument))
	case Attacks:
		date = AttackDate
		t.told(Denied, g.Denied, p.Denied, true)
		t.set(Sectors, g.Sectors, p.Sectors)
	}
	t.told(date, g.Date != "", p.Date != "", datesAgree(g.Date, p.Date))
}

// told judges a single value: right where both tell it and agree.
func (t *Tally) told(m Measure, gold, predicted, agree bool) {
	t.add(m, count(gold && predicted && agree), count(gold), count(predicted))
}

// longestPassage is how many code points a passage may have.
const longestPassage = 600

// holds tells whether the item has evidence and each of its passages lies in the text, is not blank and is not too long.
func (i *Item) holds(text string) bool {
	n := utf8.RuneCountInString(text)
	for _, e := range i.Evidence {
		if e.Start < 0 || e.Start >= e.End || e.End > n || e.End-e.Start > longestPassage || strings.TrimSpace(cut(text, e.Start, e.End)) == "" {
			return false
		}
	}
	return len(i.Evidence) > 0
}

// shortestQuote is for how long a quote every passage may be twice as long as it.
const shortestQuote = 60

// supports tells whether a passage covers half or more of a sentence that the reader quoted and is at most twice as long; quoted is
// false where none was quoted.
func supports(text string, g, p *Item) (ok, quoted bool) {
	for _, q := range g.Quotes {
		at := strings.Index(text, q)
		if at < 0 {
			continue
		}
		quoted = true
		from, n := utf8.RuneCountInString(text[:at]), utf8.RuneCountInString(q)
		for _, e := range p.Evidence {
			ok = ok || 2*(min(e.End, from+n)-max(e.Start, from)) >= n && e.End-e.Start <= 2*max(n, shortestQuote)
		}
	}
	return ok, quoted
}

// cut gives the code points from start to end.
func cut(text string, start, end int) string {
	at, from := 0, len(text)
	for i := range text {
		if at == start {
			from = i
		}
		if at == end {
			return text[from:i]
		}
		at++
	}
	return text[from:]
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}
