package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/treatygraph/treatygraph/graph"
)

// headBytes is how much of a file is looked at to find its format.
const headBytes = 64 << 10

// stream reads the documents of one file. At most MaxBytes of it are held at a time.
func (r reader) stream(name string, in io.Reader) bool {
	b, marked := unmark(in)
	head, err := b.Peek(headBytes)
	if err != nil && err != io.EOF && !errors.Is(err, bufio.ErrBufferFull) {
		return r.fail(Document{Name: name}, nil, fileError(name, err))
	}
	if len(bytes.TrimSpace(head)) == 0 && err == io.EOF {
		return r.fail(Document{Name: name}, nil, graph.Errorf(graph.Invalid, "%s: it is empty", name))
	}
	for _, a := range archives {
		if bytes.HasPrefix(head, []byte(a.magic)) {
			return r.fail(Document{Name: name}, nil, graph.Errorf(graph.Invalid, "%s: it is %s", name, a.is))
		}
	}
	format := r.o.Format
	if format == "" || format == Auto {
		format = sniff(name, head, err == io.EOF)
	}
	if format == JSONL {
		return r.lines(name, b)
	}
	data, err := r.whole(name, b)
	if err != nil {
		return r.fail(Document{Name: name}, data, err)
	}
	return r.single(name, data, format, marked)
}

// single gives the one document that a file holds.
func (r reader) single(name string, data []byte, format Format, marked bool) bool {
	d := Document{Name: name}
	var err error
	switch format {
	case JSON:
		d, err = parseRecord(name, data)
	case HTML:
		d.HTML = data
		if marked {
			d.ContentType = "text/html; charset=utf-8"
		}
	default:
		if d.Text, err = decodeText(data); err != nil {
			err = graph.Errorf(graph.Invalid, "%s: %w", name, err)
		}
	}
	if err != nil {
		return r.fail(d, data, err)
	}
	return r.give(d)
}

// unmark takes a byte order mark off and decodes what a mark of UTF-16 announces. marked: what is read is UTF-8 by a mark.
func unmark(in io.Reader) (_ *bufio.Reader, marked bool) {
	b := bufio.NewReaderSize(in, headBytes)
	mark, _ := b.Peek(3)
	switch {
	case bytes.HasPrefix(mark, []byte("\xef\xbb\xbf")):
		b.Discard(3) // there are three: they were seen
		return b, true
	case bytes.HasPrefix(mark, []byte("\xff\xfe")), bytes.HasPrefix(mark, []byte("\xfe\xff")):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		return bufio.NewReaderSize(transform.NewReader(b, utf16), headBytes), true
	}
	return b, false
}

// whole reads all of a file that holds one document. What was read is given beside an error.
func (r reader) whole(name string, in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, int64(r.o.MaxBytes)+1))
	switch {
	case err != nil:
		return data, fileError(name, err)
	case len(data) > r.o.MaxBytes:
		return data[:r.o.MaxBytes], graph.Errorf(graph.Invalid, "%s: it is larger than %s, the limit of one document; split it", name, size(r.o.MaxBytes))
	}
	return data, nil
}

// size writes a number of bytes for a person.
func size(n int) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
