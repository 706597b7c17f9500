package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

// published is the day on which the sentences of these tests appeared, a Wednesday.
const published = graph.Day("2019-06-12")

func TestSpansLieInTheText(t *testing.T) {
	text := "GENÈVE, June 10 – “Türkiye’s” minister met the Brazilian envoy on Monday. Hackers linked to Russia broke into Estonia’s ministries, officials said…\n\n" +
		"France and Brazil signed a treaty that bans nuclear tests."
	r := extractorFor(t).Read(graph.Article{ID: "a", Published: published, Text: text})
	n := utf8.RuneCountInString(text)
	var all []Evidence
	for _, s := range r.Summits {
		all = append(all, s.Evidence...)
	}
	for _, a := range r.Attacks {
		all = append(all, a.Evidence...)
	}
	for _, c := range r.Commitments {
		all = append(all, c.Evidence...)
	}
	for _, m := range r.Mentions {
		all = append(all, m.Evidence)
	}
	if len(r.Summits) == 0 || len(r.Attacks) == 0 {
		t.Errorf("summits %d, attacks %d: want some of each", len(r.Summits), len(r.Attacks))
	}
	for _, e := range all {
		if e.Start < 0 || e.Start >= e.End || e.End > n {
			t.Errorf("span %v does not lie in a text of %d code points", e, n)
		}
	}
	runes := []rune(text)
	first := r.Mentions[0]
	if got := string(runes[first.Start:first.End]); got != "Türkiye" {
		t.Errorf("the first mention is %q, want Türkiye", got)
	}
}

func TestReadTwiceIsOnce(t *testing.T) {
	a := graph.Article{ID: "a", Published: published, Text: strings.Repeat("China and India will meet in Delhi on Friday to discuss a pledge on power grids. ", 5)}
	e := extractorFor(t)
	if diff := cmp.Diff(e.Read(a), e.Read(a)); diff != "" {
		t.Errorf("two readings of one article differ (-first +second):\n%s", diff)
	}
}

func TestEmptyTextsSayNothing(t *testing.T) {
	e := extractorFor(t)
	for _, text := range []string{"", " \n\n ", "...", "\xff\xfe\xfd", "\u200b", "-", "(a)"} {
		r := e.Read(graph.Article{ID: "a", Text: text})
		if len(r.Countries)+len(r.Organizations)+len(r.Instruments)+len(r.Summits)+len(r.Attacks)+len(r.Commitments) > 0 {
			t.Errorf("%q: %+v", text, r)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "U.S. officials said on May 3 that China agreed.", "1. (a) * - \"'\"", "A.B.C.\n\n\n…—“”’\x80\xff", strings.Repeat("attack on ", 50),
		"The summit of 3-4 May 2019 between France and Brazil, hosted in Oslo, ended.", "İstanbul\u0130\u0307 ß Ǆ", "31 February 2019 to 30 to 31",
		"If Norway agreed, who signed it? Chile, which denied the hack, did not reject a ban on \"nuclear\" tests; Moscow's (U.N.) envoys met.",
		"(a) Norway shall not\n(b) attack: hospitals\n* stole data from Chile's banks in May\n", "on Monday by hackers of the two countries they agreed with it and accused",
	} {
		f.Add(seed)
	}
	e := extractorFor(f)
	f.Fuzz(func(t *testing.T, text string) {
		article := graph.Article{ID: "a", Published: published, Text: text}
		r := e.Read(article)
		if again, _ := e.Explain(article); !cmp.Equal(r, again) {
			t.Error("explaining changed the reading")
		}
		n := utf8.RuneCountInString(text)
		check := func(spans []Evidence) {
			if len(spans) == 0 {
				t.Error("an item has no evidence")
			}
			for _, s := range spans {
				if s.Start < 0 || s.Start >= s.End || s.End > n || s.End-s.Start > maxEvidence {
					t.Errorf("span %v in a text of %d code points", s, n)
				}
			}
		}
		for _, s := range r.Summits {
			check(s.Evidence)
		}
		for _, a := range r.Attacks {
			check(a.Evidence)
		}
		for _, c := range r.Commitments {
			check(c.Evidence)
		}
		for _, m := range r.Mentions {
			check([]Evidence{m.Evidence})
		}
	})
}
