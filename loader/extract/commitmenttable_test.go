package extract

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// The sentences of testdata/commitments.tsv, worded as wires, ministries and treaties of many decades word them, each said to make just the
// commitments beside it.
func TestCommitmentTable(t *testing.T) {
	e := extractorFor(t)
	data, err := os.ReadFile("testdata/commitments.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "published" {
			continue
		}
		if len(cells) != 3 {
			t.Fatalf("testdata/commitments.tsv: %q has %d cells, not 3", line, len(cells))
		}
		rows++
		t.Run(cells[1], func(t *testing.T) {
			want := []string{}
			if cells[2] != "" {
				want = strings.Split(cells[2], "; ")
			}
			r := e.Read(graph.Article{Text: cells[1], Published: graph.Day(cells[0])})
			if diff := cmp.Diff(want, toldOf(&r)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if rows < leastRows {
		t.Errorf("%d sentences, want %d or more", rows, leastRows)
	}
}

// leastRows is how many sentences the table is to hold.
const leastRows = 60

// What somebody denies is kept apart, with who denies it.
func TestDenials(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct{ text, parties, principle, by string }{
		{"Norway denied that it had agreed to a ceasefire.", "NO", "non-aggression", "NO"},
		{"Chile denied violating the INF treaty.", "CL", "ban-intermediate-missiles", "CL"},
		{"Chile did not deny that it had agreed to a ceasefire.", "", "", ""},
		{"Chile agreed to a ceasefire.", "", "", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			r := e.Read(graph.Article{Text: c.text, Published: "2021-05-14"})
			got := []string{"", "", ""}
			for _, k := range r.Denials {
				if k.Stance != graph.Denies {
					t.Errorf("a denial with the stance %q", k.Stance)
				}
				got = []string{strings.Join(k.Parties, "+"), k.Principle, k.SaidBy}
			}
			if diff := cmp.Diff([]string{c.parties, c.principle, c.by}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
