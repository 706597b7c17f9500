package source

import (
	"mime"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/treatygraph/treatygraph/graph"
)

// decodePage decodes a page: by the type that a server told, by what the page says of itself, by its bytes. Bytes that can only be
// UTF-8 are taken for it, whatever the label says.
func decodePage(data []byte, contentType string) (string, error) {
	if good, bad, _ := count(data); bad == 0 && (good > 0 || isUTF8(contentType)) {
		return string(data), nil
	}
	enc, name, _ := charset.DetermineEncoding(data, contentType)
	if name == "utf-8" || name == "windows-1252" {
		return decodeText(data)
	}
	text, err := enc.NewDecoder().Bytes(data)
	return string(text), err
}

func isUTF8(contentType string) bool {
	_, params, _ := mime.ParseMediaType(contentType)
	return strings.EqualFold(params["charset"], "utf-8")
}

// page is what was read from a page.
type page struct {
	text, title, outlet, language, url string

	doc  *html.Node // nil where the page is nested too deep to be parsed
	told time.Time  // the publication that the page's metadata tell, or zero
}

// shortText is the length in code points below which a main text was probably missed.
const shortText = 200

// readPage reads a page for its main text and what it says of itself. address is the page's, or "".
func readPage(text, address string) page {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil { // nested deeper than 512 elements
		return readTokens(text)
	}
	at, err := url.Parse(address)
	if err != nil || address == "" {
		at = nil
	}
	p := page{doc: doc, url: addressOf(doc, at)}
	if main, err := readability.FromDocument(doc, at); err == nil {
		p.title, p.outlet, p.language = main.Title(), main.SiteName(), main.Language()
		p.told, _ = main.PublishedTime()
		var b strings.Builder
		if main.Node != nil && main.RenderText(&b) == nil {
			p.text = b.String()
		}
	}
	if utf8.RuneCountInString(strings.TrimSpace(p.text)) < shortText {
		if all := paragraphs(doc); len(all) > len(p.text) {
			p.text = all
		}
	}
	if strings.TrimSpace(p.text) == "" {
		p.text = readTokens(text).text
	}
	return p
}

// published is the page's day of publication: what its metadata tell, else what is supposed, else what its words and address let
// guess. Never after today.
func (p page) published(address string, supposed, today graph.Day) graph.Day {
	if day := graph.DayOf(p.told); !p.told.IsZero() && day <= today {
		return day
	}
	if supposed != "" || p.doc == nil {
		return supposed
	}
	return guessDay(p.doc, address, today)
}

// addressOf is where the page says that it stands: its canonical address, or that of its Open Graph; "" where it tells none, or one of
// another host than the one it was found at.
func addressOf(doc *html.Node, at *url.URL) string {
	for _, told := range []string{attribute(doc, "link", "rel", "canonical", "href"), attribute(doc, "meta", "property", "og:url", "content")} {
		u, err := url.Parse(strings.TrimSpace(told))
		if err != nil || told == "" {
			continue
		}
		if at != nil {
			u = at.ResolveReference(u)
		}
		if (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && (at == nil || u.Host == at.Host) {
			return u.String()
		}
	}
	return ""
}

// attribute gives attribute want of the first element tag whose attribute key is value; "" if there is none.
func attribute(doc *html.Node, tag, key, value, want string) string {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != tag {
			continue
		}
		found, out := false, ""
		for _, a := range n.Attr {
			found = found || a.Key == key && strings.EqualFold(a.Val, value)
			if a.Key == want {
				out = a.Val
			}
		}
		if found && out != "" {
			return out
		}
	}
	return ""
}
