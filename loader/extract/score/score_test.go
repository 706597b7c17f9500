package score

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/loader/extract"
)

const text = "Chile and Peru agreed on Friday to ban nuclear tests. Norway said that hackers in Chile had stolen files of its hospitals."

func agreed(parties ...string) Item {
	return Item{Parties: parties, Principle: "nuclear-test-ban", Status: "AGREED", Date: "2015-09-25",
		Quotes: []string{"Chile and Peru agreed on Friday to ban nuclear tests."}, Evidence: []extract.Evidence{{Start: 0, End: 53}}}
}

func TestJudge(t *testing.T) {
	theft := Item{Victims: []string{"NO"}, Accused: []string{"CL"}, Conduct: "data-theft", Sectors: []string{"health"}}
	talks := Item{Participants: []string{"CL", "PE"}, Date: "2015-09"}
	gold := Labels{Countries: []string{"CL", "NO", "PE"}, Principles: []string{"nuclear-test-ban"}, Summits: []Item{talks}, Attacks: []Item{theft}, Commitments: []Item{agreed("CL", "PE")}}
	only := func(m Measure, l Labels) Count {
		tally := Judge(text, &gold, &l, Catalogue{Principles: []string{"nuclear-test-ban"}})
		return tally[m]
	}
	proposed, of := agreed("CL", "PE"), agreed("CL")
	proposed.Status = "PROPOSED"
	of.Evidence[0].End = 900
	other, later := theft, talks
	other.Conduct, other.Sectors = "disruption", []string{"media"}
	later.Date = "2015-10-01"
	for _, c := range []struct {
		name    string
		measure Measure
		labels  Labels
		want    Count
	}{
		{"a set", Countries, Labels{Countries: []string{"CL", "CL", "SE"}}, Count{1, 3, 2}},
		{"a slug that is not judged", Principles, Labels{Principles: []string{"nuclear-test-ban", "sobriety"}}, Count{1, 1, 1}},
		{"a meeting told more exactly", Summits, Labels{Summits: []Item{{Participants: []string{"CL"}, Date: "2015-09-24"}}}, Count{1, 1, 1}},
		{"a meeting on another day", Summits, Labels{Summits: []Item{later}}, Count{0, 1, 1}},
		{"an attack", Attacks, Labels{Attacks: []Item{theft}}, Count{1, 1, 1}},
		{"an attack of another kind", Attacks, Labels{Attacks: []Item{other}}, Count{0, 1, 1}},
		{"half of the parties", Commitments, Labels{Commitments: []Item{agreed("CL")}}, Count{1, 1, 1}},
		{"a third of the parties", Commitments, Labels{Commitments: []Item{agreed("CL", "NO")}}, Count{0, 1, 1}},
		{"one labelled item matches once", Commitments, Labels{Commitments: []Item{agreed("CL"), agreed("CL", "PE")}}, Count{1, 1, 2}},
		{"another status", SameStatus, Labels{Commitments: []Item{proposed}}, Count{0, 1, 1}},
		{"the right status is the better match", SameStatus, Labels{Commitments: []Item{proposed, agreed("CL", "PE")}}, Count{1, 1, 2}},
		{"a date", CommitmentDate, Labels{Commitments: []Item{agreed("CL", "PE")}}, Count{1, 1, 1}},
		{"evidence that supports", Supports, Labels{Commitments: []Item{agreed("CL", "PE")}}, Count{1, 1, 0}},
		{"evidence that is all of the text", Supports, Labels{Commitments: []Item{of}}, Count{0, 1, 0}},
		{"evidence beyond the text", Holds, Labels{Commitments: []Item{of}}, Count{0, 1, 0}},
		{"a text that is about it is no false alarm", Alarms, Labels{Attacks: []Item{theft}}, Count{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, only(c.measure, c.labels)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFalseAlarm(t *testing.T) {
	football := Labels{Countries: []string{"CL"}}
	for _, c := range []struct {
		name  string
		said  Labels
		alarm int
	}{
		{"a country is none", Labels{Countries: []string{"PE"}}, 0},
		{"an attack is one", Labels{Attacks: []Item{{}}}, 1},
	} {
		if got := Judge(text, &football, &c.said, Catalogue{})[Alarms]; got != (Count{c.alarm, 1, 0}) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestIntervals(t *testing.T) {
	var right, wrong Tally
	right.add(Attacks, 1, 1, 1)
	wrong.add(Attacks, 0, 1, 0)
	all := []Tally{right, wrong, right, right, wrong, right}
	got := Intervals(all)
	if i := got[Attacks]; i.Low >= 0.8 || i.High <= 0.8 || i.High > 1 {
		t.Errorf("the interval %v does not hold 0.8", i)
	}
	if diff := cmp.Diff(got, Intervals(all)); diff != "" {
		t.Errorf("the same counts gave another interval: %s", diff)
	}
	if i := got[Summits]; i != (Interval{}) {
		t.Errorf("nothing was judged, but the interval is %v", i)
	}
}

func TestPrint(t *testing.T) {
	var a Tally
	a.add(Attacks, 1, 2, 2)
	a.add(Alarms, 1, 4, 0)
	var b strings.Builder
	if err := Print(&b, []string{"all"}, [][]Tally{{a, a}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| all 2 ", "| attacks ", "| 0.500 [0.50, 0.50] | 0.50, 0.50 | 4 ", "| 2 of 8 "} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func TestRecord(t *testing.T) {
	incident := Record{Attacks: []Item{{Victims: []string{"NO"}, Accused: []string{"CL"}, Conduct: "intrusion", Date: "2015-09"}}, Fields: []string{"victims", "accused", "conduct", "date"},
		Accept: map[string][]string{"conduct": {"intrusion", "data-theft"}}}
	met := Record{Kind: "meeting", SourceParties: []string{"CL"}, TargetParties: []string{"PE"}}
	threat := Record{Kind: "threat", SourceParties: []string{"CL"}, TargetParties: []string{"PE"}}
	promise := Record{Kind: "commitment", Parties: []string{"CL", "PE"}, PartiesAccept: []string{"CL", "PE", "EC"}, StatusAccept: []string{"AGREED"}}
	for _, c := range []struct {
		name   string
		record Record
		said   Labels
		want   Verdict
	}{
		{"the best of two attacks", incident, Labels{Attacks: []Item{{}, {Victims: []string{"NO"}, Conduct: "data-theft", Date: "2015"}}},
			Verdict{"found": true, "victims": true, "accused": false, "conduct": true, "date": false, "victims and accused": false}},
		{"no attack", incident, Labels{}, Verdict{"found": false, "victims": false, "accused": false, "conduct": false, "date": false, "victims and accused": false}},
		{"a meeting", met, Labels{Summits: []Item{{Participants: []string{"CL", "PE", "EC"}}}}, Verdict{"meeting found": true}},
		{"a threat taken for an attack", threat, Labels{Attacks: []Item{{Accused: []string{"CL"}, Victims: []string{"PE"}}}}, Verdict{"threat not taken for an attack": false}},
		{"a commitment of some who may be meant", promise, Labels{Commitments: []Item{agreed("EC")}}, Verdict{"commitment found (other subjects)": true, "status": true}},
	} {
		if diff := cmp.Diff(c.want, c.record.Judge(&c.said)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
