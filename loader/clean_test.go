package loader

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/source"
)

func TestKeep(t *testing.T) {
	for _, c := range []struct{ name, given, want string }{
		{"plain", "Envoys met.\n\nThey agreed.", "Envoys met.\n\nThey agreed."},
		{"blanks", " \t Envoys\u00a0 met.\u3000 They\tagreed. \n", "Envoys met. They agreed."},
		{"line ends", "one\r\ntwo\rthree\nfour\u2028five\vsix", "one\ntwo\nthree\nfour\nfive\nsix"},
		{"paragraphs", "one\r\n\r\ntwo\n \n\t\nthree\u2029four", "one\n\ntwo\n\nthree\n\nfour"},
		{"blanks around line ends", "one  \n  two", "one\ntwo"},
		{"composed", "Cafe\u0301 A\u030angstro\u0308m \u212b", "Café Ångström Å"},
		{"Hangul", "\u1112\u1161\u11ab", "한"},
		{"control characters", "a\x00b\x1bc\x7fd\u0080e", "abcde"},
		{"marks of direction", "a\u202eb\u202cc\u2066d\u2069e\u200ff", "abcdef"},
		{"marks without width", "co\u00adoperate \ufeffa\u200bb", "cooperate ab"},
		{"joiners stay", "می\u200cخواهم", "می\u200cخواهم"},
		{"a mark between a letter and its accent", "e\u200b\u0301", "é"},
		{"no UTF-8", "a\xffb", "a\ufffdb"},
		{"a paragraph that was broken at a width", "The two governments are discussing a pledge not\nto strike each other's power grids first, an\nofficial said on Friday.\n\nThey met twice.",
			"The two governments are discussing a pledge not to strike each other's power grids first, an official said on Friday.\n\nThey met twice."},
		{"the same at another width", "The two governments are discussing a pledge not to strike each\nother's power grids first, an official said on Friday.\n\nThey met twice.",
			"The two governments are discussing a pledge not to strike each other's power grids first, an official said on Friday.\n\nThey met twice."},
		{"a list keeps its lines", "Envoys of the two countries meet in the capital\nA pledge on power grids may be close at last\nStorm expected on the coast for the weekend", "Envoys of the two countries meet in the capital\nA pledge on power grids may be close at last\nStorm expected on the coast for the weekend"},
		{"a letterhead keeps its lines", "The Ministry\nof Foreign Affairs", "The Ministry\nof Foreign Affairs"},
		{"a heading above its text", "A pledge on power grids may be close at last\nEnvoys of the two countries are discussing a pledge not to strike each other's power grids first, an official said.",
			"A pledge on power grids may be close at last\nEnvoys of the two countries are discussing a pledge not to strike each other's power grids first, an official said."},
		{"nothing", " \n\u200b\x00 ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _ := keep(c.given)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOffsets(t *testing.T) {
	for _, c := range []struct{ name, given, find, want string }{
		{"nothing changed", "Envoys met.", "met", "met"},
		{"after blanks", "\n\n  Envoys   met again.", "met", "met"},
		{"across blanks", "They  \r\n\r\n agreed.", "They\n\nagreed", "They  \r\n\r\n agreed"},
		{"after a mark", "\u202ea\u202c Envoys met.", "Envoys", "Envoys"},
		{"across a mark", "En\u00advoys met.", "Envoys", "En\u00advoys"},
		{"composed", "The cafe\u0301 cafe\u0301 is open.", "café is", "cafe\u0301 is"},
		{"after what was composed", "Cafe\u0301s. Envoys met.", "Envoys", "Envoys"},
		{"one accent", "xe\u0301y", "é", "e\u0301"},
	} {
		t.Run(c.name, func(t *testing.T) {
			kept, offsets := keep(c.given)
			at := strings.Index(kept, c.find)
			if at < 0 {
				t.Fatalf("%q is not in %q", c.find, kept)
			}
			start := utf8.RuneCountInString(kept[:at])
			a, b := offsets.Given(start, start+utf8.RuneCountInString(c.find))
			if got := string([]rune(c.given)[a:b]); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}

func TestOffsetsOfReading(t *testing.T) {
	_, o := keep("  They   met.")
	r := o.Reading(extract.Reading{Commitments: []extract.Commitment{{Evidence: []extract.Evidence{{Start: 0, End: 9}}}},
		Summits: []extract.Summit{{Evidence: []extract.Evidence{{Start: 5, End: 8}}}}})
	if diff := cmp.Diff([]extract.Evidence{{Start: 2, End: 13}}, r.Commitments[0].Evidence); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]extract.Evidence{{Start: 9, End: 12}}, r.Summits[0].Evidence); diff != "" {
		t.Error(diff)
	}
}

func FuzzKeep(f *testing.F) {
	for _, seed := range []string{"Envoys  met.\r\n\r\nThey\u00a0agreed.", "e\u0301\u200b\u0301 \u202e", "\u1112\u1161\u11ab\n\n\n", "a\xff\u2029\r\n", strings.Repeat("long line of words ", 4) + "\nand more\n" + strings.Repeat("x", 90)} {
		f.Add(seed, 0, 3)
	}
	f.Fuzz(func(t *testing.T, given string, start, n int) {
		kept, offsets := keep(given)
		if again, _ := keep(kept); again != kept {
			t.Fatalf("%q is kept as %q, and that as %q", given, kept, again)
		}
		if !norm.NFC.IsNormalString(kept) || strings.ContainsFunc(kept, func(r rune) bool { return dropped(r) || unicode.IsSpace(r) && r != ' ' && r != '\n' }) || strings.Contains(kept, "\n\n\n") {
			t.Fatalf("%q is kept as %q", given, kept)
		}
		text, was := []rune(kept), []rune(given)
		if len(text) == 0 {
			return
		}
		start = max(start, 0) % len(text)
		end := start + 1 + max(n, 0)%(len(text)-start)
		a, b := offsets.Given(start, end)
		if a < 0 || b <= a || b > len(was) {
			t.Fatalf("%d to %d of %q leads to %d to %d of %q", start, end, kept, a, b, given)
		}
		// What stands there, kept in the same way, is what stood here, but for blanks at its ends and accents of a cut letter.
		back, _ := keep(string(was[a:b]))
		if one := func(s string) string { return strings.Join(strings.Fields(s), " ") }; one(back) != one(string(text[start:end])) {
			shown, _ := dropMarks(given)
			if norm.NFC.IsNormalString(shown) {
				t.Fatalf("%q leads to %q", string(text[start:end]), string(was[a:b]))
			}
		}
	})
}

func TestClean(t *testing.T) {
	a, _, err := Clean(source.Document{Name: "a.txt", URL: "HTTPS://Example.org:443/a?utm_medium=x&id=1#top", Title: " A  title\n", Outlet: "Foreign Ministry\u202e", Language: "en", Supposed: "2015-09-22", Text: "Envoys met."}, "2015-09-30")
	want := graph.Article{ID: graph.ArticleID("Envoys met."), URLs: []string{"https://example.org/a?id=1"}, Title: "A title", Outlet: "Foreign Ministry", Kind: graph.Statement,
		Published: "2015-09-22", Fetched: "2015-09-30", Language: "en", Text: "Envoys met."}
	if diff := cmp.Diff(want, a); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, _, err := Clean(source.Document{Name: "a.txt", Text: " \n"}, "2015-09-30"); err == nil || err.Error() != "a.txt: it holds no text" || graph.CodeOf(err) != graph.Invalid {
		t.Error(err)
	}
}

func TestAddress(t *testing.T) {
	for _, c := range []struct{ give, want string }{
		{"https://example.org/a", "https://example.org/a"},
		{"http://Example.ORG", "http://example.org/"},
		{"http://example.org:80/a?", "http://example.org/a"},
		{"http://example.org:8080/a", "http://example.org:8080/a"},
		{"https://example.org/a?b=2&utm_source=mail&a=1&fbclid=xyz#part", "https://example.org/a?b=2&a=1"},
		{"https://user:secret@example.org/", "https://example.org/"},
		{"https://bücher.example/x", "https://xn--bcher-kva.example/x"},
		{"http://[::1]:8080/", "http://[::1]:8080/"},
		{"http://[::1]/", "http://[::1]/"},
		{"javascript:alert(1)", ""},
		{"file:///etc/passwd", ""},
		{"example.org/a", ""},
		{"https://", ""},
		{"", ""},
		{"http://exa mple.org/%zz", ""},
	} {
		if got := address(c.give); got != c.want {
			t.Errorf("%q gives %q, not %q", c.give, got, c.want)
		}
	}
}

func TestAuthority(t *testing.T) {
	for _, c := range []struct {
		outlet, address string
		want            graph.Authority
	}{
		{"", "", graph.Other},
		{"The Example Post", "", graph.Press},
		{"The White House", "", graph.Statement},
		{"Ministry of Foreign Affairs of Utopia", "", graph.Statement},
		{"Ministries Weekly", "", graph.Press},
		{"", "https://www.state.gov/x", graph.Statement},
		{"", "https://state.gov.example/x", graph.Other},
		{"", "https://notgov/x", graph.Other},
		{"", "https://treaties.un.org/doc", graph.TreatyText},
		{"", "https://undocs.org/A/70/174", graph.Official},
		{"", "https://press.un.org/en", graph.Statement},
		{"alliance (blog)", "", graph.Other},
		{"treatygraph demo", "", graph.Other},
	} {
		if got := authority(c.outlet, c.address); got != c.want {
			t.Errorf("%q %q is %s, not %s", c.outlet, c.address, got, c.want)
		}
	}
}

func TestOutlets(t *testing.T) {
	rows := strings.Split(strings.TrimSuffix(outlets, "\n"), "\n")
	if got := len(readOutlets()); got != len(rows)-1 {
		t.Errorf("%d of %d rows of data/outlets.tsv are read", got, len(rows)-1)
	}
	for _, o := range readOutlets() {
		switch o.kind {
		case graph.TreatyText, graph.Official, graph.Statement, graph.Press, graph.Other:
		default:
			t.Errorf("data/outlets.tsv: %v has no authority %q", o, o.kind)
		}
	}
}
