package loader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A paragraph that a program broke into lines has lines at most this long, and one at least this long.
const (
	narrowest = 40
	widest    = 120
)

// unwrap joins the lines of paragraphs that a program broke at a width, by a blank for each line end, so that no place moves. Lists,
// headings and letterheads keep their lines.
func unwrap(text string) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		if wrapped(strings.Split(p, "\n")) {
			paragraphs[i] = strings.ReplaceAll(p, "\n", " ")
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// wrapped says whether lines were broken at a width: each is so full that the first word of the next would not have fitted in, and one
// goes on in lower case, as no entry of a list would.
func wrapped(lines []string) bool {
	width, goesOn := 0, false
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l))
	}
	if len(lines) < 2 || width < narrowest || width > widest {
		return false
	}
	for i, l := range lines[1:] {
		word, _, _ := strings.Cut(l, " ")
		if utf8.RuneCountInString(lines[i])+1+utf8.RuneCountInString(word) <= width {
			return false
		}
		first, _ := utf8.DecodeRuneInString(l)
		goesOn = goesOn || unicode.IsLower(first)
	}
	return goesOn
}
