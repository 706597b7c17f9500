package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/source"
)

// explained is what one document says and why, as JSON prints it.
type explained struct {
	Reading extract.Reading `json:"reading"`
	extract.Explanation
}

// text is the explanation for a person: each claim with its sentences, then what made no claim.
func (e *explained) text(p page, d source.Document) string {
	var b strings.Builder
	b.WriteString(p.strong(e.Reading.ID) + "  " + strings.Join(slices.DeleteFunc([]string{string(d.Published), d.Outlet, d.Title}, func(s string) bool { return s == "" }), "  ") + "\n")
	for _, c := range e.Claims {
		b.WriteString("\n" + claimText(p, &c))
	}
	if len(e.Misses) > 0 {
		b.WriteString("\n" + p.strong("NOT MADE") + "\n")
	}
	for _, m := range e.Misses {
		b.WriteString(p.wrap("  ", "no "+m.Kind+": "+m.Reason))
		b.WriteString(tellingText(p, &m.Telling, m.Kind, "trigger", "principle", "element", "word"))
	}
	return b.String()
}

func claimText(p page, c *extract.Claim) string {
	head := p.strong(strings.ToUpper(c.Kind)) + " " + c.What
	if c.Confidence > 0 {
		head += fmt.Sprintf("  confidence %.2f", c.Confidence)
	}
	out := head + "\n"
	for i := range c.Tellings {
		shown := []string{"trigger", "principle", "element", "word", "sector"}
		if len(c.Weights) == 0 {
			shown = []string{c.Kind, "element"}
		}
		out += tellingText(p, &c.Tellings[i], shown...)
	}
	var weights []string
	for _, w := range c.Weights {
		of := ""
		if w.Value != 1 {
			of = fmt.Sprintf(" (%d)", w.Value)
		}
		weights = append(weights, fmt.Sprintf("%s%s %+.2f", w.Feature, of, w.Adds))
	}
	if len(weights) > 0 {
		out += p.wrap("  ", "weights: "+strings.Join(weights, ", "))
	}
	return out
}

// tellingText is a sentence with its marks, and under it where those of some roles come from.
func tellingText(p page, t *extract.Telling, roles ...string) string {
	out := p.wrap("  ", marked(p, t))
	if t.Note != "" {
		out += p.wrap("    ", "note: "+t.Note)
	}
	runes := []rune(t.Sentence)
	for _, m := range t.Marks {
		if slices.Contains(roles, m.Role) {
			out += p.wrap("    ", strings.TrimSuffix(fmt.Sprintf("%s %q: %s; %s", m.Role, string(runes[m.Start:m.End]), m.Means, m.From), "; "))
		}
	}
	return out
}

// brackets are what stands around a mark of a role: triggers and principles stand out, all others stand in square brackets.
func brackets(p page, role string) (open, shut string) {
	switch role {
	case "trigger":
		return p.strong("<<"), p.strong(">>")
	case "principle":
		return "{", "}"
	}
	return "[", "]"
}

// marked is the sentence with brackets around what was found in it; actors and days stand with what they mean.
func marked(p page, t *extract.Telling) string {
	type edge struct {
		at, order int
		text      string
	}
	var edges []edge
	for i, m := range t.Marks {
		open, shut := brackets(p, m.Role)
		switch m.Role {
		case "country", "organization", "group", "date", "instrument":
			code, _, _ := strings.Cut(m.Means, ", by ")
			shut = " = " + code + shut
		case "trigger", "principle":
		default:
			continue
		}
		if i > 0 && t.Marks[i-1].Role == m.Role && t.Marks[i-1].Evidence == m.Evidence {
			continue
		}
		edges = append(edges, edge{m.Start, len(t.Marks) + i, open}, edge{m.End, len(t.Marks) - i, shut})
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return cmp.Or(a.at-b.at, a.order-b.order) })
	var b strings.Builder
	at := 0
	runes := []rune(t.Sentence)
	for _, e := range edges {
		b.WriteString(string(runes[at:e.at]) + e.text)
		at = e.at
	}
	return b.String() + string(runes[at:])
}
