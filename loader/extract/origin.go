package extract

import (
	"fmt"
	"slices"
	"strings"
)

// dataFolder is where a person finds the tables.
const dataFolder = "loader/extract/data/"

// tableOf is the table of data/*.tsv from which a layer's phrases come.
var tableOf = map[entryKind]string{
	nameEntry: "names", instrumentEntry: "instruments", officeEntry: "offices", groupEntry: "groups", termEntry: "principleterms",
	principleEntry: "principlephrases", triggerEntry: "commitwords", attackEntry: "attacks", deedEntry: "deeds", sectorEntry: "sectors", cueEntry: "cues",
	attackerEntry: "attackers", meetingEntry: "meetings", conditionEntry: "commitconditions",
}

// tableRow is a row of a table with its line, counted from 1.
type tableRow struct {
	line  int
	cells []string
}

// rowsOf gives the rows of a table; none where there is no such table.
func rowsOf(table string) []tableRow {
	data, err := files.ReadFile("data/" + table + ".tsv")
	if err != nil {
		return nil
	}
	var out []tableRow
	header := true
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !header {
			out = append(out, tableRow{n + 1, strings.Split(line, "\t")})
		}
		header = false
	}
	return out
}

// origin is the file and line of the row from which the phrase tokens[first:stop] of a layer comes: row number value if that holds the
// phrase, else the first that does, else other.
func (d *document) origin(kind entryKind, first, stop, value int, other string) string {
	table := tableOf[kind]
	rows := rowsOf(table)
	if value >= 0 && value < len(rows) && rows[value].holds(d.tokens[first:stop]) {
		return place(table, rows[value].line)
	}
	for _, r := range rows {
		if r.holds(d.tokens[first:stop]) {
			return place(table, r.line)
		}
	}
	return other
}

// nameOrigin is the row that gives a name its code, or what the catalogue says of it.
func (d *document) nameOrigin(m *mention) string {
	for _, r := range rowsOf(tableOf[nameEntry]) {
		if len(r.cells) > 1 && r.cells[1] == m.code && r.holds(d.tokens[m.first:m.stop]) {
			return place(tableOf[nameEntry], r.line)
		}
	}
	if m.how == byPerson {
		return "an office that the text gives"
	}
	return "catalogue: " + string(m.how) + " of " + m.code
}

// phraseOrigin is the row that makes a phrase stand for a principle, or the catalogue's alias.
func (d *document) phraseOrigin(p *principleMention) string {
	slug := d.principles.list[p.principle]
	for _, r := range rowsOf(tableOf[principleEntry]) {
		if r.cells[0] == slug && r.holds(d.tokens[p.first:p.stop]) {
			return place(tableOf[principleEntry], r.line)
		}
	}
	return "catalogue: alias of " + slug
}

// rowAt is the place of the row of a table with a number.
func (d *document) rowAt(table string, n int) string {
	if rows := rowsOf(table); n < len(rows) {
		return place(table, rows[n].line)
	}
	return ""
}

// rowWith is the place of the row of a table whose first cell is key.
func (d *document) rowWith(table, key string) string {
	for _, r := range rowsOf(table) {
		if r.cells[0] == key {
			return place(table, r.line)
		}
	}
	return ""
}

func place(table string, line int) string { return fmt.Sprintf("%s%s.tsv:%d", dataFolder, table, line) }

// holds tells whether a cell of the row has the phrase that the tokens write.
func (r *tableRow) holds(tokens []token) bool {
	return slices.ContainsFunc(r.cells, func(cell string) bool {
		return slices.ContainsFunc(cells(cell), func(phrase string) bool {
			phrase, _, _ = strings.Cut(phrase, tailMark)
			return slices.ContainsFunc(forms(phrase), func(form string) bool { return alike(form, tokens) })
		})
	})
}

// alike tells whether a phrase, without its article, is written by the tokens.
func alike(phrase string, tokens []token) bool {
	phrase = strings.TrimPrefix(strings.TrimPrefix(phrase, "the "), "The ")
	words := tokenize(phrase, 0, len(phrase), nil, nil)
	return slices.EqualFunc(words, tokens, func(a, b token) bool { return a.word == b.word })
}
