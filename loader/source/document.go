// Package source opens what articles come from: files of text, HTML, JSON and JSONL, folders, patterns of file names and standard
// input. It gives documents as they were found and knows nothing of what they say, of the graph's ids or of stores.
//
// A source of another kind is any iter.Seq2[Document, error]: documents and errors side by side, so that one bad member does not
// stop the rest.
package source

import (
	"bytes"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Document is an article as it was found. It holds Text or HTML; what else was not told is "".
type Document struct {
	Name   string `json:"name"`             // where it was found, for a person: a path, a path and line, "standard input"
	Origin string `json:"origin,omitempty"` // the name that was given to Open

	ID        string    `json:"id,omitempty"` // its own id, if it told one
	URL       string    `json:"url,omitempty"`
	Title     string    `json:"title,omitempty"`
	Outlet    string    `json:"outlet,omitempty"`
	Language  string    `json:"language,omitempty"`  // BCP 47
	Published graph.Day `json:"published,omitempty"` // as the document itself tells it
	Supposed  graph.Day `json:"supposed,omitempty"`  // the publication to suppose where neither the document nor its page tells one

	Text        string `json:"text,omitempty"`        // as given
	HTML        []byte `json:"html,omitempty"`        // a page, not yet decoded
	ContentType string `json:"contentType,omitempty"` // of the page, as a server told it: "text/html; charset=utf-8"

	Raw []byte `json:"raw,omitempty"` // beside an error: what was read of it
}

// Plain gives the document with its text in Text: a page is decoded and read for its main text, and for title, outlet, language,
// address and day of publication where the document does not tell them. No day after today is taken.
func (d Document) Plain(today graph.Day) (Document, error) {
	if d.Text != "" || d.HTML == nil {
		return d, nil
	}
	text, err := decodePage(d.HTML, d.ContentType)
	if err != nil {
		return d, graph.Errorf(graph.Invalid, "%s: %w", d.Name, err)
	}
	p := readPage(text, d.URL)
	if strings.TrimSpace(p.text) == "" {
		return d, graph.Errorf(graph.Invalid, "%s: the page holds no text; if a script fills it, save it from a browser", d.Name)
	}
	d.Text = p.text
	for _, f := range []struct {
		to   *string
		told string
	}{{&d.URL, p.url}, {&d.Title, p.title}, {&d.Outlet, p.outlet}, {&d.Language, p.language}} {
		if *f.to == "" {
			*f.to = f.told
		}
	}
	if d.Published == "" {
		d.Published = p.published(d.URL, d.Supposed, today)
	}
	return d, nil
}

// failed is the document as it stands beside an error, with what was read of it.
func (d Document) failed(raw []byte) Document {
	d.Raw = bytes.Clone(raw)
	return d
}
