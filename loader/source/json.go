package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/treatygraph/treatygraph/graph"
)

// record is an article in JSON. Fields that it does not name are passed over.
type record struct {
	ID        json.RawMessage `json:"id"` // text, or a number
	URL       string          `json:"url"`
	Title     string          `json:"title"`
	Published string          `json:"published"`
	Outlet    string          `json:"outlet"`
	Language  string          `json:"language"`
	Text      string          `json:"text"`
	HTML      string          `json:"html"`
}

// parseRecord reads an article from the JSON of one object.
func parseRecord(name string, data []byte) (Document, error) {
	d := Document{Name: name}
	if !utf8.Valid(data) {
		_, _, at := count(data)
		return d, graph.Errorf(graph.Invalid, "%s: it is not UTF-8 (byte %d); save it as UTF-8", name, at)
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return d, graph.Errorf(graph.Invalid, "%s: it holds no article in JSON (%w)", name, jsonError(err))
	}
	d.ID, d.URL, d.Title, d.Outlet, d.Language = r.id(), r.URL, r.Title, r.Outlet, r.Language
	d.Text = r.Text
	var err error
	if d.Published, err = parsePublished(r.Published); err != nil {
		return d, graph.Errorf(graph.Invalid, "%s: published: %w", name, err)
	}
	switch {
	case r.Text != "":
	case r.HTML != "":
		d.HTML, d.ContentType = []byte(r.HTML), "text/html; charset=utf-8"
	default:
		return d, graph.Errorf(graph.Invalid, `%s: the article has neither "text" nor "html"; give one of them`, name)
	}
	return d, nil
}

func (r record) id() string {
	var s string
	if json.Unmarshal(r.ID, &s) == nil {
		return s
	}
	return string(r.ID)
}

// jsonError is an error of encoding/json in words that do not speak of Go.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("character %d: %s", syntax.Offset, syntax.Error())
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("it is %s, not an object", aNoun(kind.Value))
	case errors.As(err, &kind):
		return fmt.Errorf("%q is %s, not text", kind.Field, aNoun(kind.Value))
	}
	return err
}

// aNoun is a word of encoding/json for a kind of value, with its article.
func aNoun(noun string) string {
	noun, _, _ = strings.Cut(noun, " ") // "number 7"
	switch noun {
	case "array", "object":
		return "an " + noun
	case "bool":
		return "a truth value"
	}
	return "a " + noun
}

// parsePublished reads a day of publication: a day, or a time of one of the usual forms, whose day in its own zone counts. "" is none.
func parsePublished(s string) (graph.Day, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, s); err == nil {
			return graph.DayOf(t), nil
		}
	}
	return graph.ParseDay(s)
}

// lines reads a file with an article on each line. A line that is too long or broken is told and passed over.
func (r reader) lines(name string, in *bufio.Reader) bool {
	for n := 1; ; n++ {
		line, err := readLine(in, r.o.MaxBytes)
		at := fmt.Sprintf("%s, line %d", name, n)
		var long *longLine
		switch {
		case errors.As(err, &long):
			err := graph.Errorf(graph.Invalid, "%s: it is %d bytes long, and %s is the limit of one document; split it", at, long.bytes, size(r.o.MaxBytes))
			if !r.fail(Document{Name: at}, line, err) {
				return false
			}
			continue
		case err != nil && err != io.EOF:
			return r.fail(Document{Name: at}, nil, fileError(at, err))
		}
		if trimmed := bytes.TrimSpace(line); len(trimmed) > 0 && !r.line(at, trimmed) {
			return false
		}
		if err == io.EOF {
			return true
		}
	}
}

func (r reader) line(at string, line []byte) bool {
	d, err := parseRecord(at, line)
	if err != nil {
		return r.fail(d, line, err)
	}
	return r.give(d)
}

// longLine is the error of a line beyond the limit; it was read to its end and dropped.
type longLine struct{ bytes int }

func (l *longLine) Error() string { return fmt.Sprintf("a line of %d bytes", l.bytes) }

// readLine reads a line with its end; io.EOF comes with the last one. Of a line that is too long it keeps the beginning.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for total := 0; ; {
		part, err := in.ReadSlice('\n')
		total += len(part)
		line = append(line, part[:min(len(part), limit+1-len(line))]...) // 1 for the line's end
		switch {
		case err == bufio.ErrBufferFull:
		case total > limit+1:
			return line, &longLine{total}
		default:
			return line, err
		}
	}
}
