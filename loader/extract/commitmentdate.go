package extract

import (
	"slices"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// deedReach is how many tokens from the verb the date of its deed may stand.
const deedReach = 30

// date fills the day on which the status was reached: of what was done, the first that a sentence tells with it; of what is only said,
// the day of the statement.
func (c *commitmentReader) date(claims []claim, out *Commitment) {
	for i := range claims {
		if told := c.dateOf(&claims[i]); told != nil {
			text := told.text
			out.Date, out.First, out.Last = &text, told.begin, told.end
			return
		}
	}
	for i := range claims {
		if text, begin, end := c.statementDay(&claims[i]); text != "" {
			out.Date, out.First, out.Last = &text, begin, end
			return
		}
	}
}

// dateOf gives the date that the claim's sentence tells with the verb; nil for none.
func (d *document) dateOf(k *claim) *when {
	s := &d.sentences[k.sentence]
	if d.ours(k) && d.tense(k) == presentTense {
		return nil
	}
	var told *when
	best := deedReach
	dates := d.datesIn(s.first, s.stop)
	for i := range dates {
		w := &dates[i]
		if w.text == "" || d.ofAnother(k, w) || w.ahead && w.begin > d.today && k.status != graph.Suspended && k.status != graph.Withdrawn || d.ofName(w) {
			continue
		}
		if n := max(w.first-k.trigger.stop, k.trigger.first-w.stop, 0); n < best {
			best, told = n, w
		}
	}
	return told
}

// ours tells whether the claim is a statement of those for whom the text speaks.
func (d *document) ours(k *claim) bool {
	return d.we != nil && subset(d.we, k.parties) && (k.status == graph.Proposed || k.status == graph.Agreed)
}

// The tenses of the verb that makes a claim.
const (
	presentTense = iota
	pastTense    // "urged"
	perfectTense // "has urged", "had urged"
)

// tense is that of the claim's verb.
func (d *document) tense(k *claim) int {
	for i := k.trigger.first - 1; i >= k.trigger.first-3 && i >= 0; i-- {
		switch d.tokens[i].word {
		case "has", "have", "had", "having":
			return perfectTense
		}
	}
	if d.tokens[k.trigger.first].past() {
		return pastTense
	}
	return presentTense
}

// leadSentences is how many sentences of an article tell its news.
const leadSentences = 3

// statementDay is the day on which a claim that is a statement was made, where its sentence tells none: that of a sentence before, the
// day of what the text tells of, or, of those for whom the text speaks, that of publication.
func (c *commitmentReader) statementDay(k *claim) (text string, begin, end graph.Day) {
	if w := c.signedOn(k); w != nil {
		return w.text, w.begin, w.end
	}
	tense := c.tense(k)
	if c.today == "" || k.place.carried && k.trigger.noun || tense == perfectTense && k.sentence >= leadSentences {
		return "", "", ""
	}
	switch k.status {
	case graph.Proposed, graph.Agreed:
	case graph.Signed, graph.Rejected, graph.Withdrawn, graph.Suspended:
		if tense != pastTense {
			return "", "", ""
		}
	default:
		return "", "", ""
	}
	if c.home == "" || tense == pastTense {
		if w := c.dayBefore(k); w != nil {
			return w.text, w.begin, w.end
		}
	}
	switch day := c.event; {
	case c.ours(k) && tense == perfectTense:
		return "", "", ""
	case c.ours(k) && day != "":
		return string(day), day, day
	case c.ours(k):
		return string(c.today), c.today, c.today
	case c.home == "" && c.treaty == nil && day != "" && (tense == pastTense || k.trigger.family == must || k.sentence < leadSentences):
		return string(day), day, day
	}
	return "", "", ""
}

// dayReach is how many sentences before a statement its day may be told, and newsDays how old what an article tells as news may be.
const dayReach, newsDays = 2, 8

// dayBefore gives the day that a sentence shortly before the claim's tells as news, the nearest first; nil for none.
func (d *document) dayBefore(k *claim) *when {
	for i := k.sentence - 1; i >= max(0, k.sentence-dayReach); i-- {
		s := &d.sentences[i]
		dates := d.datesIn(s.first, s.stop)
		for j := range dates {
			if w := &dates[j]; d.isNews(w) {
				return w
			}
		}
	}
	return nil
}

// eventDay is the first day that the head of the text tells as news, "" for none.
func (d *document) eventDay() graph.Day {
	for i := range d.sentences[:min(len(d.sentences), leadSentences)] {
		s := &d.sentences[i]
		dates := d.datesIn(s.first, s.stop)
		if j := slices.IndexFunc(dates, func(w when) bool { return d.isNews(&w) }); j >= 0 {
			return dates[j].begin
		}
	}
	return ""
}

// isNews tells whether a date is one day, not long before the publication.
func (d *document) isNews(w *when) bool {
	return w.begin == w.end && len(w.text) == len("2006-01-02") && w.begin <= d.today && !w.ahead && d.daysAgo(w.begin) <= newsDays
}

// daysAgo is how many days before the publication a day lies.
func (d *document) daysAgo(day graph.Day) int {
	a, err := time.Parse(time.DateOnly, string(day))
	b, err2 := time.Parse(time.DateOnly, string(d.today))
	if err != nil || err2 != nil {
		return newsDays + 1
	}
	return int(b.Sub(a).Hours() / 24)
}

// ofAnother tells whether the date follows another verb of the sentence at once: "committed to the treaty, signed in 1970".
func (d *document) ofAnother(k *claim, w *when) bool {
	s := &d.sentences[k.sentence]
	for i := s.hits.first; i < s.hits.stop; i++ {
		h := &d.hits[i]
		if h.kind != triggerEntry || h.stop > w.first || w.first-h.stop > 1 || h.first == k.trigger.first {
			continue
		}
		if t := &d.triggerWords[h.value]; (t.family == sign || t.family == ratify || t.family == leave) && t.family != k.trigger.family {
			return true
		}
	}
	return false
}

// ofName tells whether a bare year belongs to the name of a text: "the 1972 ABM treaty", "the treaty of 1968", "signed in 1970".
func (d *document) ofName(w *when) bool {
	if len(w.text) != 4 {
		return false
	}
	before := d.tokens[max(w.first-1, 0)].word
	return w.stop-w.first == 1 && (before == "the" || before == "of" || before == "a")
}
