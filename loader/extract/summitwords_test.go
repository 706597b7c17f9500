package extract

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

// TestMeetingWording reads testdata/meetings.tsv: a sentence a line, and the meetings it tells of.
func TestMeetingWording(t *testing.T) {
	data, err := os.ReadFile("testdata/meetings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	e := extractorFor(t)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			t.Fatalf("%q has %d cells, not 3", line, len(cells))
		}
		t.Run(cells[1], func(t *testing.T) {
			r := e.Read(graph.Article{ID: "a", Published: graph.Day(cells[0]), Text: cells[1]})
			if diff := cmp.Diff(cells[2], toldMeetings(&r)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// toldMeetings are the meetings of a reading as one line: who meets, kind and date.
func toldMeetings(r *Reading) string {
	var out []string
	for _, s := range r.Summits {
		var parts []string
		if len(s.Participants) > 0 {
			parts = append(parts, strings.Join(s.Participants, "+"))
		}
		parts = append(parts, s.Kind)
		if s.Date != nil {
			parts = append(parts, *s.Date)
		}
		out = append(out, strings.Join(parts, " "))
	}
	return strings.Join(out, "; ")
}
