package source

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Format is the form of a file. Auto finds it by the content, and where that does not decide, by the name.
type Format string

const (
	Auto  Format = "auto"
	Text  Format = "text"
	HTML  Format = "html"
	JSONL Format = "jsonl" // an article a line
	JSON  Format = "json"  // one article
)

// Formats are all formats in the order in which they are named to a user.
func Formats() []Format { return []Format{Auto, Text, HTML, JSONL, JSON} }

func (f Format) check() error {
	if f == "" || slices.Contains(Formats(), f) {
		return nil
	}
	return graph.Errorf(graph.Invalid, "no format %q; known: auto, text, html, jsonl, json", string(f))
}

// archives are the first bytes of files that hold no text as they are, and what to do about them.
var archives = []struct{ magic, is string }{
	{"%PDF-", "a PDF; give its text, as pdftotext makes it"},
	{"PK\x03\x04", "a ZIP or office file; unpack it, or save it as text"},
	{"\x1f\x8b", "packed with gzip; unpack it first"},
	{"\x28\xb5\x2f\xfd", "packed with zstd; unpack it first"},
	{"BZh", "packed with bzip2; unpack it first"},
	{"\xd0\xcf\x11\xe0", "an old office file; save it as text"},
	{"{\\rtf", "an RTF file; save it as text"},
}

// sniff finds the format of a file by its first bytes (UTF-8, without a byte order mark) and its name. whole: they are all of it.
func sniff(name string, head []byte, whole bool) Format {
	ext := strings.ToLower(filepath.Ext(name))
	start := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case isPage(start), (ext == ".html" || ext == ".htm" || ext == ".xhtml") && bytes.ContainsRune(start, '<'):
		return HTML
	case ext == ".jsonl" || ext == ".ndjson":
		return JSONL
	case bytes.HasPrefix(start, []byte("{")):
		return sniffJSON(ext, start, whole)
	case ext == ".json":
		return JSON
	}
	return Text
}

// isPage says whether a file begins as a page does.
func isPage(start []byte) bool {
	low := bytes.ToLower(start)
	for {
		rest, comment := bytes.CutPrefix(low, []byte("<!--"))
		if !comment {
			break
		}
		_, after, ended := bytes.Cut(rest, []byte("-->"))
		if !ended {
			return true
		}
		low = bytes.TrimLeft(after, " \t\r\n")
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	return bytes.HasPrefix(low, []byte("<?xml")) && bytes.Contains(low, []byte("<html"))
}

// sniffJSON tells one object, which may take many lines, from an object a line.
func sniffJSON(ext string, start []byte, whole bool) Format {
	line, rest, more := bytes.Cut(start, []byte("\n"))
	if !more && !whole && ext != ".json" {
		return JSONL // a first line longer than what is seen; an object on one line reads alike in both
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(rest) > 0 && (json.Valid(line) || rest[0] == '{') {
		return JSONL
	}
	return JSON
}
