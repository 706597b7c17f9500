package main

import (
	"fmt"
	"os"
	"strings"
)

// record is one row: the cells by the names of their columns.
type record map[string]string

// readTable reads a tab-separated file with one header line and no quoting.
func readTable(path string) ([]record, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	columns := strings.Split(lines[0], "\t")
	var rows []record
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(columns) {
			return nil, fmt.Errorf("%s, line %d: %d cells where the header names %d columns", path, i+2, len(cells), len(columns))
		}
		r := record{}
		for j, c := range columns {
			r[c] = cells[j]
		}
		switch r["mark"] {
		case "V", "2", "M":
		default:
			return nil, fmt.Errorf("%s, line %d: mark %q is none of V, 2 and M", path, i+2, r["mark"])
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// writeTable writes the columns of all rows, in their order.
func writeTable(path string, columns []string, rows []record) error {
	var b strings.Builder
	b.WriteString(strings.Join(columns, "\t") + "\n")
	for _, r := range rows {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = r[c]
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
