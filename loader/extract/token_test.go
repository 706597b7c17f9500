package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"words and marks", "Chile agreed, twice.", "chile|agreed|,|twice|."},
		{"hyphen joins two tokens", "US-China talks", "us|~china|talks"},
		{"dash is a mark", "May 3 - a day", "may|3|-|a|day"},
		{"initials with dots", "the U.S. and the E.U", "the|us|and|the|eu"},
		{"possessive", "Peru’s plan", "peru|'|s|plan"},
		{"apostrophe inside", "don’t d'Estaing", "don't|d'estaing"},
		{"numbers", "1,500 at 3.5 on 24.09.2015", "1,500|at|3.5|on|24.09.2015"},
		{"symbol of a document", "A/70/174", "a|/|70|/|174"},
		{"link", "See https://example.org/a-b. Now", "see|https://example.org/a-b|.|now"},
		{"accents", "Élysée in São Tomé", "elysee|in|sao|tome"},
		{"ordinal", "the 16th", "the|16th"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, k := range tokenize(c.text, 0, len(c.text), nil, nil) {
				if k.joined {
					k.word = "~" + k.word
				}
				got = append(got, k.word)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPointsCountCodePoints(t *testing.T) {
	text := strings.Repeat("aé€😀\xff", 300)
	p := newPoints(text)
	for i := range text {
		if got, want := p.at(i), utf8.RuneCountInString(text[:i]); got != want {
			t.Fatalf("byte %d is code point %d, want %d", i, got, want)
		}
	}
}

func TestVocabularyTakesTheLongest(t *testing.T) {
	v := newVocabulary()
	v.add("Council of Peace", nameEntry, 1, anyShape)
	v.add("Council", nameEntry, 2, anyShape)
	v.add("OAS", nameEntry, 3, anyShape)
	v.add("peace talks", officeEntry, 4, anyShape)
	for _, c := range []struct {
		name, text string
		want       []int32
	}{
		{"longest of two", "the Council of Peace met", []int32{1}},
		{"the shorter where the longer ends early", "the Council of War", []int32{2}},
		{"names need a capital", "a council of peace", nil},
		{"short capitals stay capitals", "the oas, the OAS", []int32{3}},
		{"layers overlap", "Council of Peace talks", []int32{1}},
		{"a phrase with a hyphen", "peace-talks", []int32{4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tokens := tokenize(c.text, 0, len(c.text), v, nil)
			var got []int32
			for _, h := range v.find(tokens, 0, len(tokens), nil) {
				got = append(got, h.value)
			}
			if c.name == "layers overlap" {
				c.want = append(c.want, 4)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
