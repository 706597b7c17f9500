package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

func TestReplyForAPerson(t *testing.T) {
	r := reply{
		Sentence:   "As of 14 May 2019, nobody is reported to have agreed to no first use; Brazil and India were negotiating it.",
		Understood: understood{Phrase: "no first use", Principles: []match{{Slug: "no-first-use"}}, Alternatives: []match{{Slug: "nuclear-no-first-use"}}},
		Groups: []replyGroup{{Status: graph.Negotiating, Commitments: []replyCommitment{{
			Summary: "No first use: BR, IN",
			Holders: []holder{{Code: "BR", Name: "Brazil", Since: "2019-05-14"}, {Code: "IN", Name: "India", Since: "2019-05-14", Disputed: true}},
			Reports: []replyReport{{
				ID: "0123456789abcdef01234567", Last: "2019-05-14", Hedge: "could", Conditions: []string{"in-peacetime"}, Covers: []string{"energy", "health"}, Excludes: []string{"ip-theft"}, SaidBy: "envoys",
				Evidence: []evidence{{Text: "The pledge could cover grids and hospitals.", Article: origin{Title: "Envoys meet", Outlet: "Test Gazette", Published: "2019-05-14"}}},
			}, {
				ID: "89abcdef0123456701234567", Stance: graph.Denies,
				Evidence: []evidence{{Text: "India is not in talks.", Article: origin{Outlet: "Test Gazette", Published: "2019-05-13", URLs: []string{"https://example.org/a"}}}},
			}},
			Told: 3,
		}}}, {Status: graph.Signed, Commitments: []replyCommitment{{Summary: "held by nobody who was asked about"}}}},
		Nearest: []nearNorm{{Name: "No attacks on critical infrastructure", Title: "Report of experts", Symbol: "A/70/174", Locator: "para 13(f)", Adopted: "2015-07-22", Binding: "voluntary"}},
		Ground:  ground{Articles: 2, First: "2019-05-13", Last: "2019-05-14"},
	}
	const want = `As of 14 May 2019, nobody is reported to have agreed to no first use; Brazil and India were negotiating it.

NEGOTIATING
  No first use: BR, IN
    who       Brazil since 14 May 2019; India since 14 May 2019 (disputed)
    reported  last on 14 May 2019
    if        in peacetime
    covers    energy, health
    excludes  ip theft
    hedged    “could”
    said by   envoys
    “The pledge could cover grids and hospitals.”
      Test Gazette, 14 May 2019, Envoys meet [claim 0123456789abcdef01234567]
    denied:
    “India is not in talks.”
      Test Gazette, 13 May 2019, https://example.org/a [claim 89abcdef0123456701234567]
    and 1 more report (--json shows more)

NEAREST STATED NORMS
  No attacks on critical infrastructure: Report of experts (A/70/174), para 13(f), 2015-07-22; voluntary

Understood as no-first-use. Or did you mean nuclear-no-first-use?
Rests on 2 articles published from 13 May 2019 to 14 May 2019, and on the treaty acts of the catalogue.
`
	if d := cmp.Diff(want, r.text(page{})); d != "" {
		t.Error(d)
	}
}

func TestReplyTellsWhatIsInferred(t *testing.T) {
	c := replyCommitment{
		Summary: "No first use: BR, IN", Holders: []holder{{Code: "BR", Name: "Brazil", Since: "2019-05-14"}}, Reports: []replyReport{{Last: "2019-05-15"}},
		Dropped: &droppedTalks{Title: "Joint statement", On: "2019-06-01"},
	}
	const want = `  No first use: BR, IN
    inferred  the outcome of 1 June 2019 (Joint statement) does not state it; no text says that it was dropped
    talked    Brazil by 14 May 2019
    reported  last on 15 May 2019
`
	if d := cmp.Diff(want, c.text(page{}, graph.Dropped)); d != "" {
		t.Error(d)
	}
}

func TestWhoNamesThoseOfOneDayTogether(t *testing.T) {
	acted := make([]replyAct, 1)
	day := func(name string, since graph.Day) holder { return holder{Name: name, Code: name, Since: since} }
	for _, c := range []struct {
		name string
		in   []holder
		acts []replyAct
		want string
	}{
		{"nobody", nil, nil, ""},
		{"no day told", []holder{day("Brazil", "2019-05-14")}, nil, "Brazil by 14 May 2019"},
		{"one day", []holder{day("Brazil", "2019-05-14"), day("India", "2019-05-14")}, acted, "Brazil, India since 14 May 2019"},
		{"two days", []holder{day("Brazil", "2019-05-14"), day("India", "2019-06-01")}, acted, "Brazil since 14 May 2019; India since 1 June 2019"},
		{"ended before", []holder{{Name: "Brazil", Since: "2020-01-01", Ended: graph.Suspended, EndedOn: "2019-07-01"}}, acted, "Brazil since 1 January 2020 (SUSPENDED on 1 July 2019)"},
		{"many", make([]holder, 10), acted, ", , , , , , ,  since ; and 2 more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, replyCommitment{Holders: c.in, Acts: c.acts}.who()); d != "" {
				t.Error(d)
			}
		})
	}
}
