package main

import (
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// page is the paper that text for a person is set on.
type page struct {
	width int // in columns; 0 where lines may be as long as they like
	bold  bool
}

// page measures the terminal; what is no terminal gets long lines and no styles.
func (p *program) page() page {
	fd, ok := terminal(p.out)
	if !ok {
		return page{}
	}
	width, _, err := term.GetSize(fd)
	if err != nil {
		width = 0
	}
	return page{width: width, bold: p.env("NO_COLOR") == "" && p.env("TERM") != "dumb"}
}

// terminal says whether a stream is a terminal, and gives its file descriptor.
func terminal(stream any) (fd int, ok bool) {
	f, isFile := stream.(*os.File)
	if !isFile {
		return 0, false
	}
	return int(f.Fd()), term.IsTerminal(int(f.Fd()))
}

// strong sets s in bold.
func (p page) strong(s string) string {
	if !p.bold {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

const narrowest = 40

// wrap sets text in lines that begin with the indent, each broken between words.
func (p page) wrap(indent, text string) string {
	words := strings.Fields(text)
	if p.width == 0 {
		return indent + strings.Join(words, " ") + "\n"
	}
	room := max(p.width, narrowest)
	var b strings.Builder
	column := room // so that the first word begins a line
	for i, w := range words {
		n := utf8.RuneCountInString(w)
		if i == 0 || column+1+n > room {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(indent)
			column = utf8.RuneCountInString(indent)
		} else {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(w)
		column += n
	}
	return b.String() + "\n"
}

// entry sets a label and a text that hangs beside it; nothing where there is no text.
func (p page) entry(indent, label, text string) string {
	if text == "" {
		return ""
	}
	const column = 10
	set := p.wrap(indent+strings.Repeat(" ", column), text)
	return fmt.Sprintf("%s%-*s", indent, column, label) + set[len(indent)+column:]
}
