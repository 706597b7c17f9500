package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func splitText(tb testing.TB, text string) ([]token, []sentence) {
	tb.Helper()
	tokens := tokenize(text, 0, len(text), nil, nil)
	return tokens, extractorFor(tb).splitter.split(text, tokens)
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"two", "Chile signed.| Peru did not."},
		{"title", "Gen. Rojas met Dr. Silva.| They agreed."},
		{"initials", "Mr. A. B. Rojas spoke.| He left."},
		{"country with dots inside", "Envoys of the U.S. Senate came.| Nobody spoke."},
		{"country with dots at the end", "They came from the U.S.| The others stayed."},
		{"month", "It ends on Nov. 3.| Peru waits."},
		{"hour", "Talks began at 8 a.m. Monday.| They ended at 6 p.m.| Rojas smiled."},
		{"paragraph of a resolution", "See para. 4(c) of A/12/3.| It binds nobody."},
		{"number of a resolution", "Resolution No. 77 passed.| Chile abstained."},
		{"quote that ends", `"We shall not strike," she said.| "Never."| The hall rose.`},
		{"quote that goes on", `"Is it binding?" he asked.| She nodded.`},
		{"curly quotes", "“It holds.”| The envoy left."},
		{"company", "Andes Corp. sold it to Norte Ltd.| The price is secret."},
		{"ellipsis inside", "The text... was short.| It passed."},
		{"decimal", "It cost $2.4 million.| Half was paid."},
		{"note number", "Rojas agreed.[4]| Silva did not."},
		{"heading", "Pact on grids in sight\n\n|Envoys met.| They smiled."},
		{"one line feed", "Lima agreed.\n|Quito did not."},
		{"line broken at a fixed width", "The two ministers met in the evening to discuss the text of\nthe accord and its annexes.| They parted late."},
		{"list", "The parties agreed:\n|* to meet\n|* to talk"},
		{"question and answer", "Did they vote?| No!| When will they?| Soon."},
		{"letters in a sentence", "Each shall (a) report; (b) wait.| Nobody did."},
		{"state", "Sen. Ann Lee (D-Va.) spoke.| She left."},
		{"Latin", "The pact, i.e. the second, covers banks, etc.| It is short."},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.ReplaceAll(c.text, "|", "")
			_, sentences := splitText(t, text)
			var want, got []string
			for _, w := range strings.Split(c.text, "|") {
				want = append(want, strings.TrimLeft(strings.TrimSpace(w), "* "))
			}
			for _, s := range sentences {
				got = append(got, text[s.start:s.end])
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestKindsOfSentences(t *testing.T) {
	text := "LIMA, May 3 (Agency) - Peru agreed.\n\nA heading without end\n\n1. Chile shall wait.\n(b) Peru shall wait.\n\nRead more: other news\n\n" +
		"THE PRESIDENT SPOKE TO THE HOUSE TODAY."
	tokens, sentences := splitText(t, text)
	type line struct {
		Kind     sentenceKind
		Body     string
		Capitals bool
	}
	var got []line
	for _, s := range sentences {
		got = append(got, line{s.kind, tokens[s.body].word, s.capitals})
	}
	want := []line{{prose, "peru", false}, {heading, "a", false}, {item, "chile", false}, {item, "peru", false}, {furniture, "read", false}, {prose, "the", true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range []string{"", "A. B. C.", "U.S. No. 3 (a) [1] \"x.\" y", "\n\n-\n*\n1.\n", "LIMA - -- —", strings.Repeat("a ", 900)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens, sentences := splitText(t, text)
		next := 0
		for _, s := range sentences {
			if s.first != next || s.stop <= s.first || s.body < s.first || s.body >= s.stop || s.stop-s.first > maxSentence+mostClosing+2 {
				t.Fatalf("sentence %+v does not follow token %d", s, next)
			}
			if s.start < 0 || s.end > len(text) || s.start >= s.end {
				t.Fatalf("sentence %+v lies outside a text of %d bytes", s, len(text))
			}
			next = s.stop
		}
		if next != len(tokens) {
			t.Fatalf("%d of %d tokens lie in a sentence", next, len(tokens))
		}
	})
}
