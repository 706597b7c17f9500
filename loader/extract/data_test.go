package extract

import (
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

func TestTablesAreWhole(t *testing.T) {
	entries, err := files.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		data, err := files.ReadFile("data/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(data), "\n") {
			if strings.HasSuffix(line, "\r") || strings.Contains(line, "||") || strings.Contains(line, "| ") && !strings.HasPrefix(line, "#") {
				t.Errorf("data/%s: line %d: an empty value or a blank after \"|\"", entry.Name(), n+1)
			}
		}
	}
	extractorFor(t) // reads every table
}

func TestBadTablesNameTheLine(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"no header", "# only a remark\n", "no header"},
		{"other header", "word\tkind\n", "line 1"},
		{"a cell too few", "# remark\nword\tclass\nmr\n", "line 3 has 1 cells, not 2"},
	} {
		_, err := parseTable("x", c.data, []string{"word", "class"})
		if err == nil || !strings.Contains(err.Error(), c.want) || graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}
