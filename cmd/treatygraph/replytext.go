package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// How much of an answer a person is shown; --json prints more.
const (
	maxHolders  = 8
	maxReports  = 2
	maxActs     = 3
	maxEvidence = 2
	maxWould    = 3
)

// text is the reply for a person: the sentence first, then who holds which status and what says so.
func (r *reply) text(p page) string {
	var b strings.Builder
	b.WriteString(p.wrap("", r.Sentence))
	if r.Since != "" {
		b.WriteString("\n" + p.strong("NEW SINCE "+strings.ToUpper(answer.Long(r.Since))) + "\n")
		for _, c := range r.Changes {
			b.WriteString(c.text(p))
		}
		if len(r.Changes) == 0 {
			b.WriteString("  nothing\n")
		}
	}
	for _, g := range r.Groups {
		if r.Since == "" {
			b.WriteString(g.text(p))
		}
	}
	if len(r.Unsettled) > 0 && r.Since == "" {
		b.WriteString("\n" + p.strong("REPORTED AND NOT SETTLED") + "\n")
		for _, c := range r.Unsettled {
			b.WriteString(c.text(p, ""))
		}
	}
	if len(r.Nearest) > 0 {
		b.WriteString("\n" + p.strong("NEAREST STATED NORMS") + "\n")
		for _, n := range r.Nearest {
			b.WriteString(p.wrap("  ", n.line()))
		}
	}
	if len(r.Would) > 0 {
		b.WriteString("\n" + p.strong("WHAT WOULD CHANGE THIS ANSWER") + "\n")
		for _, w := range r.Would[:min(maxWould, len(r.Would))] {
			b.WriteString(p.wrap("  ", w))
		}
		b.WriteString(more(len(r.Would)-maxWould, "such thing"))
	}
	b.WriteString("\n" + p.wrap("", r.taken()) + r.policy(p) + p.wrap("", r.Ground.line()))
	return b.String()
}

// policy says whose word counts, where not everybody's does.
func (r *reply) policy(p page) string {
	if r.Policy == answer.EveryWord.Name() || r.Policy == "" {
		return ""
	}
	return p.wrap("", "Only what counts under the policy "+r.Policy+".")
}

// text tells of commitments that somebody holds, or that a text tells of; nothing where there are none.
func (g replyGroup) text(p page) string {
	var told strings.Builder
	for _, c := range g.Commitments {
		if len(c.Holders) > 0 || len(c.Reports) > 0 {
			told.WriteString(c.text(p, g.Status))
		}
	}
	if told.Len() == 0 {
		return ""
	}
	return "\n" + p.strong(string(g.Status)) + "\n" + told.String()
}

func (c replyCommitment) text(p page, status graph.Status) string {
	var b strings.Builder
	b.WriteString(p.wrap("  ", c.Summary))
	label := "who"
	if c.Dropped != nil {
		b.WriteString(p.entry("    ", "inferred", c.Dropped.line()))
		label = "talked"
	}
	b.WriteString(p.entry("    ", label, c.who()))
	if c.Led != nil {
		b.WriteString(p.entry("    ", "inferred", c.Led.line()))
	}
	if (status.Talk() || c.Dropped != nil) && len(c.Reports) > 0 {
		b.WriteString(p.entry("    ", "reported", c.reported()))
	}
	for _, s := range c.Sides {
		b.WriteString(s.text(p))
	}
	for _, r := range c.Reports[:min(maxReports, len(c.Reports))] {
		b.WriteString(r.text(p))
	}
	b.WriteString(more(c.Told-maxReports, "report"))
	for i, a := range c.Acts[:min(maxActs, len(c.Acts))] {
		label := ""
		if i == 0 {
			label = "acts"
		}
		b.WriteString(p.entry("    ", label, a.line()))
	}
	return b.String() + more(c.Acted-maxActs, "act")
}

// line says what the inference rests on.
func (d *droppedTalks) line() string {
	return fmt.Sprintf("the outcome of %s (%s) does not state it; no text says that it was dropped", answer.Long(d.On), d.Title)
}

func (l *ledTo) line() string {
	return fmt.Sprintf("all of them consented to it by %s under %s; no text says that the talks led there", answer.Long(l.On), l.Title)
}

// reported says when talks were last reported.
func (c replyCommitment) reported() string {
	s := "last on " + answer.Long(c.Reports[0].Last)
	if c.Stale {
		s += "; stale, since nothing was reported for long"
	}
	return s
}

// text is one side where reports contradict each other.
func (s side) text(p page) string {
	stance := "reports"
	if s.Stance == graph.Denies {
		stance = "denies"
	}
	line := fmt.Sprintf("%s %s %s of %s, last on %s (%s)", strings.ToLower(string(s.Authority)), stance, s.Status, strings.Join(s.Actors, ", "), answer.Long(s.Last), count(s.Reports, "report"))
	switch {
	case s.Article != nil:
		line += ": " + s.Article.line()
	case s.Source != "":
		line += ": " + s.Source
	}
	return p.entry("    ", "contrary", line)
}

func more(n int, what string) string {
	if n <= 0 {
		return ""
	}
	return "    and " + count(n, "more "+what) + " (--json shows more)\n"
}

// count says how many there are of a thing.
func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// who names the holders with the day since when, those of one day together. Where no text told a day, it is that of the publication, by
// which it was so.
func (c replyCommitment) who() string {
	untold := func(day graph.Day) bool {
		first := func(r replyReport) bool { return r.First == day }
		return len(c.Acts) == 0 && c.Told <= len(c.Reports) && !slices.ContainsFunc(c.Reports, first)
	}
	all := c.Holders
	shown := all[:min(maxHolders, len(all))]
	var parts []string
	for i := 0; i < len(shown); {
		j := i + 1
		for j < len(shown) && shown[j].like(shown[i]) {
			j++
		}
		var names []string
		for _, h := range shown[i:j] {
			names = append(names, h.Name)
		}
		parts, i = append(parts, strings.Join(names, ", ")+shown[i].when(untold(shown[i].Since))), j
	}
	if rest := len(all) - len(shown); rest > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", rest))
	}
	return strings.Join(parts, "; ")
}

func (h holder) like(o holder) bool {
	h.Code, h.Name = o.Code, o.Name
	return h == o
}

func (h holder) when(untold bool) string {
	s := " since "
	if untold {
		s = " by "
	}
	s += answer.Long(h.Since)
	if h.Ended != "" {
		s += fmt.Sprintf(" (%s on %s)", h.Ended, answer.Long(h.EndedOn))
	}
	if h.Disputed {
		s += " (disputed)"
	}
	return s
}

func (r replyReport) text(p page) string {
	var b strings.Builder
	if r.Stance == graph.Denies {
		b.WriteString("    denied:\n")
	}
	condition := r.Condition
	if condition == "" {
		condition = words(r.Conditions)
	}
	for _, e := range [][2]string{{"if", condition}, {"covers", words(r.Covers)}, {"excludes", words(r.Excludes)}, {"hedged", quoted(r.Hedge)}, {"said by", r.SaidBy}} {
		b.WriteString(p.entry("    ", e[0], e[1]))
	}
	shown := r.Evidence[:min(maxEvidence, len(r.Evidence))]
	for _, e := range shown {
		b.WriteString(p.wrap("    ", quoted(e.Text)))
	}
	if len(shown) > 0 { // all of a report stands in one article
		b.WriteString(p.wrap("      ", shown[0].Article.line()+" [claim "+r.ID+"]"))
	}
	return b.String()
}

// words writes slugs for a reader.
func words(slugs []string) string { return strings.ReplaceAll(strings.Join(slugs, ", "), "-", " ") }

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

func (o origin) line() string {
	parts := []string{o.Outlet, answer.Long(o.Published), o.Title}
	return strings.Join(slices.DeleteFunc(append(parts, o.URLs...), func(x string) bool { return x == "" }), ", ")
}

func (a replyAct) line() string {
	s := fmt.Sprintf("%s: %s, %s", strings.Join(a.Actors, ", "), strings.ToLower(strings.ReplaceAll(string(a.Action), "_", " ")), answer.Long(a.Day))
	if a.Source != "" {
		s += " (" + a.Source + ")"
	}
	return s
}

func (n nearNorm) line() string {
	s := n.Name + ": " + n.Title
	if n.Symbol != "" {
		s += " (" + n.Symbol + ")"
	}
	if n.Locator != "" {
		s += ", " + n.Locator
	}
	return s + ", " + n.Adopted + "; " + n.Binding
}

// taken says what the phrase was taken to mean.
func (r *reply) taken() string {
	u := r.Understood
	var parts []string
	for _, m := range u.Principles {
		parts = append(parts, m.Slug)
	}
	parts = append(append(parts, u.Instruments...), u.Actors...)
	if len(parts) == 0 {
		return "Name a principle or an instrument, as in: no first use on critical infrastructure."
	}
	s := "Understood as " + strings.Join(parts, ", ") + "."
	if len(u.Alternatives) > 0 {
		var other []string
		for _, m := range u.Alternatives {
			other = append(other, m.Slug)
		}
		s += " Or did you mean " + strings.Join(other, ", ") + "?"
	}
	return s
}

func (g ground) line() string {
	switch {
	case g.Articles == 0:
		return "Rests on no article, only on the treaty acts of the catalogue."
	case g.Reports > 0:
		return ground{Articles: g.Articles, First: g.First, Last: g.Last}.line() + fmt.Sprintf(" Of %s of this, %d unreviewed.", count(g.Reports, "report"), g.Unreviewed)
	case g.First == "":
		return "Rests on " + count(g.Articles, "article") + " without a day of publication, and on the treaty acts of the catalogue."
	}
	published := "from " + answer.Long(g.First) + " to " + answer.Long(g.Last)
	if g.First == g.Last {
		published = "on " + answer.Long(g.First)
	}
	return fmt.Sprintf("Rests on %s published %s, and on the treaty acts of the catalogue.", count(g.Articles, "article"), published)
}
