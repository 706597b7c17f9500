package loader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/source"
)

// Clean makes an article of a document: its kept text, and the way back from there to the text as given. The kept text is in NFC, one
// blank or line end where there was any number, paragraphs apart, without control and bidirectional marks; so the same text in other
// blanks is the same article. today is the day on which it was fetched. Errors name the document.
func Clean(d source.Document, today graph.Day) (graph.Article, Offsets, error) {
	d, err := d.Plain(today)
	if err != nil {
		return graph.Article{}, Offsets{}, err
	}
	text, offsets := keep(d.Text)
	if text == "" {
		return graph.Article{}, Offsets{}, graph.Errorf(graph.Invalid, "%s: it holds no text", d.Name)
	}
	a := graph.Article{
		ID: graph.ArticleID(text), Title: line(d.Title), Outlet: line(d.Outlet), Published: d.Published, Fetched: today,
		Language: line(d.Language), Text: text,
	}
	if a.Published == "" {
		a.Published = d.Supposed
	}
	if u := address(d.URL); u != "" {
		a.URLs = []string{u}
	}
	a.Kind = authority(a.Outlet, a.URL())
	return a, offsets, nil
}

// keep gives the kept text and the way back to the text as given.
func keep(given string) (string, Offsets) {
	if !utf8.ValidString(given) {
		given = string([]rune(given)) // each byte that is no UTF-8 becomes a mark of its own, so that the count stays
	}
	var o Offsets
	text := given
	for _, step := range []func(string) (string, shift){dropMarks, compose, narrow} {
		var s shift
		text, s = step(text)
		o.steps = append(o.steps, s)
	}
	return unwrap(text), o
}

// line is a text that takes one line, such as a title.
func line(s string) string {
	s, _ = keep(s)
	return strings.Join(strings.Fields(s), " ")
}

// dropped says whether a code point is a mark that shows nothing: a control character, a bidirectional mark, which may make a text read
// other than it is, a soft hyphen, a blank of no width.
func dropped(r rune) bool {
	switch {
	case '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069', r == '\u200e', r == '\u200f', r == '\u061c':
		return true
	case r == '\u00ad', r == '\u200b', r == '\u2060', r == '\ufeff':
		return true
	}
	return unicode.IsControl(r) && !unicode.IsSpace(r)
}

func dropMarks(text string) (string, shift) {
	var s shift
	var b strings.Builder
	i := 0
	for _, r := range text {
		if !dropped(r) {
			b.WriteRune(r)
			s.add(1, i, 1)
		}
		i++
	}
	return b.String(), s
}

// compose brings text into NFC.
func compose(text string) (string, shift) {
	var s shift
	if norm.NFC.IsNormalString(text) {
		return text, s
	}
	var b strings.Builder
	for i, at := 0, 0; at < len(text); {
		n := norm.NFC.NextBoundaryInString(text[at:], true)
		part := norm.NFC.String(text[at : at+n])
		b.WriteString(part)
		before, after := utf8.RuneCountInString(text[at:at+n]), utf8.RuneCountInString(part)
		s.add(after, i, before)
		i, at = i+before, at+n
	}
	return b.String(), s
}

// narrow makes every run of blanks one blank, a line end or, where it holds two or more line ends, a paragraph's end; none at the
// beginning and end.
func narrow(text string) (string, shift) {
	var s shift
	var b strings.Builder
	blanks, from, i := "", 0, 0 // the run that is open, and where it began
	previous := rune(0)
	for _, r := range text {
		switch {
		case !unicode.IsSpace(r):
			if blanks != "" && b.Len() > 0 {
				b.WriteString(blanks)
				s.add(len(blanks), from, i-from)
			}
			blanks = ""
			b.WriteRune(r)
			s.add(1, i, 1)
		default:
			if blanks == "" {
				blanks, from = " ", i
			}
			blanks = wider(blanks, r, previous)
		}
		previous = r
		i++
	}
	return b.String(), s
}

// wider is the run of blanks after one more.
func wider(blanks string, r, previous rune) string {
	switch {
	case r == '\u2029':
		return "\n\n"
	case r == '\n' && previous == '\r': // one line end
		return blanks
	case r == '\n', r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028':
		if blanks == " " {
			return "\n"
		}
		return "\n\n"
	}
	return blanks
}
