package main

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// sideBySide is one answer under several policies.
type sideBySide struct {
	Policies []*reply `json:"policies"`
}

// text is a table: what each actor holds under each policy. Sentences and ground follow.
func (s sideBySide) text(p page) string {
	rows := [][]string{{""}}
	names := map[string]int{} // rows by code
	for i, r := range s.Policies {
		rows[0] = append(rows[0], strings.ToUpper(r.Policy))
		for _, g := range r.Groups {
			for _, h := range g.Actors {
				at, ok := names[h.Code]
				if !ok {
					at = len(rows)
					names[h.Code] = at
					rows = append(rows, append([]string{h.Name}, slices.Repeat([]string{"-"}, len(s.Policies))...))
				}
				rows[at][i+1] = held(g.Status, h)
			}
		}
	}
	slices.SortStableFunc(rows[1:], func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	var b strings.Builder
	b.WriteString(table(rows))
	for _, r := range s.Policies {
		b.WriteString("\n" + p.strong(strings.ToUpper(r.Policy)) + "\n" + p.wrap("  ", r.Sentence))
	}
	r := s.Policies[len(s.Policies)-1]
	b.WriteString("\n" + p.wrap("", r.taken()) + p.wrap("", r.Ground.line()))
	return b.String()
}

func held(s graph.Status, h holder) string {
	if h.Through != "" {
		return string(s) + " through " + h.Through
	}
	return string(s)
}

// table sets rows in columns.
func table(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-len([]rune(cell))+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
