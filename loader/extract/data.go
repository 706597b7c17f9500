package extract

import (
	"embed"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// files is the vocabulary: tab-separated tables with a header line, "#" lines for remarks, "|" between values of a cell.
//
//go:embed data/*.tsv
var files embed.FS

// readTable gives the rows of data/name.tsv, each with as many cells as the header, which must be columns in this order.
func readTable(name string, columns ...string) ([][]string, error) {
	data, err := files.ReadFile("data/" + name + ".tsv")
	if err != nil {
		return nil, graph.Errorf(graph.Internal, "extract: data/%s.tsv is missing from the program", name)
	}
	return parseTable(name, string(data), columns)
}

func parseTable(name, data string, columns []string) ([][]string, error) {
	var rows [][]string
	header := strings.Join(columns, "\t")
	for n, line := range strings.Split(data, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case rows == nil:
			if line != header {
				return nil, graph.Errorf(graph.Invalid, "data/%s.tsv: line %d: the header must be %q", name, n+1, header)
			}
			rows = [][]string{}
		default:
			cells := strings.Split(line, "\t")
			if len(cells) != len(columns) {
				return nil, graph.Errorf(graph.Invalid, "data/%s.tsv: line %d has %d cells, not %d (%s)", name, n+1, len(cells), len(columns), header)
			}
			rows = append(rows, cells)
		}
	}
	if rows == nil {
		return nil, graph.Errorf(graph.Invalid, "data/%s.tsv: no header %q", name, header)
	}
	return rows, nil
}

// cells splits a cell of several values; an empty cell holds none.
func cells(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
