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
	} {
		f.Add(seed)
	}
	e := extractorFor(f)
	f.Fuzz(func(t *testing.T, text string) {
		r := e.Read(graph.Article{ID: "a", Published: published, Text: text})
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

// news is some kilobytes of text of the kinds that are read.
var news = strings.Repeat(`OSLO, June 10 (Agency) - Norway and Chile said on Monday that they had agreed not to attack each other's power grids in peacetime.

Foreign Minister Ine Eriksen Søreide met her Chilean counterpart in Oslo; the two countries will sign the accord at a summit next month. "It is a beginning," she said. Hackers linked to Russia have been accused of breaking into hospitals in Denmark in March 2018, which Moscow denies.

The United Nations welcomed the pledge. It was not clear whether other states would follow, and the treaty must still be ratified by both parliaments before it enters into force. A ban on nuclear tests was reaffirmed in 2016.

`, 8)

func BenchmarkRead(b *testing.B) {
	e := extractorFor(b)
	for _, size := range []struct {
		name  string
		times int
	}{{"8kB", 1}, {"80kB", 10}, {"800kB", 100}} {
		b.Run(size.name, func(b *testing.B) {
			a := graph.Article{ID: "a", Published: published, Text: strings.Repeat(news, size.times)}
			b.SetBytes(int64(len(a.Text)))
			b.ReportAllocs()
			for b.Loop() {
				e.Read(a)
			}
		})
	}
}
