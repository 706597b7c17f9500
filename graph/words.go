package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives text as comparisons without regard to case see it: every code point stands for all that simple folding takes for the same
// (the least of them), so É and é are one, and ß and SS are not.
func Fold(s string) string {
	return strings.Map(foldRune, s)
}

func foldRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return r - 'a' + 'A'
	case r <= unicode.MaxASCII:
		return r
	}
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return least
}

// Words splits text into the words that a search compares: runs of letters and digits, folded, without the accents of Latin, Greek
// and Cyrillic letters, so that Zürich is found by zurich.
func Words(s string) []string {
	plain := strings.Map(func(r rune) rune {
		if '\u0300' <= r && r <= '\u036f' {
			return -1
		}
		return foldRune(r)
	}, norm.NFD.String(s))
	return strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// Texts are the properties of a kind in which a search looks; none for kinds that it passes over.
func (k *Kind) Texts() []*Property {
	var out []*Property
	for _, name := range searched[k] {
		out = append(out, k.properties[name])
	}
	return out
}

var searched = map[*Kind][]string{
	Actors:      {"name", "aliases"},
	Principles:  {"name", "meaning", "aliases"},
	Instruments: {"name", "symbol", "aliases"},
	Summits:     {"name"},
	Attacks:     {"name", "aliases"},
	Commitments: {"summary"},
	Articles:    {"title"},
	Passages:    {"text"},
}

// SearchText is what a search reads of a node: its texts, a line each.
func SearchText(n Node) string {
	var lines []string
	for _, p := range KindOf(n).Texts() {
		switch v := p.Value(n).(type) {
		case string:
			lines = append(lines, v)
		case []string:
			lines = append(lines, v...)
		}
	}
	return strings.Join(lines, "\n")
}
