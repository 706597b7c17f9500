package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraphs joins the text of every paragraph of a page, for pages whose main text was not found.
func paragraphs(doc *html.Node) string {
	var b strings.Builder
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.P {
			continue
		}
		for t := range n.Descendants() {
			if t.Type == html.TextNode {
				b.WriteString(t.Data)
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// silent are the elements whose text is not the article's.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Nav: true, atom.Footer: true,
	atom.Form: true, atom.Button: true, atom.Select: true, atom.Iframe: true, atom.Title: true, atom.Textarea: true,
}

// inline are the elements that do not break a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Em: true, atom.Font: true,
	atom.I: true, atom.Ins: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true,
	atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Wbr: true,
}

// readTokens reads a page tag by tag, without a tree: all its text but that of silent elements, and its title. However deep the page
// is nested, it takes time and memory by its length alone.
func readTokens(text string) page {
	var p page
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	quiet := map[atom.Atom]int{} // silent elements that are open
	inTitle := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			p.text, p.title = b.String(), strings.Join(strings.Fields(p.title), " ")
			return p
		case html.TextToken:
			switch {
			case inTitle:
				p.title += string(z.Text())
			case len(quiet) == 0:
				b.Write(z.Text())
			}
		case html.StartTagToken:
			tag := tagOf(z)
			inTitle = tag == atom.Title && p.title == ""
			if silent[tag] {
				quiet[tag]++
			}
			b.WriteString(breakOf(tag))
		case html.SelfClosingTagToken:
			b.WriteString(breakOf(tagOf(z)))
		case html.EndTagToken:
			tag := tagOf(z)
			inTitle = inTitle && tag != atom.Title
			if quiet[tag]--; quiet[tag] <= 0 {
				delete(quiet, tag)
			}
			b.WriteString(breakOf(tag))
		}
	}
}

func tagOf(z *html.Tokenizer) atom.Atom {
	name, _ := z.TagName()
	return atom.Lookup(name)
}

// breakOf is what an element puts between the words around it.
func breakOf(tag atom.Atom) string {
	switch {
	case inline[tag]:
		return ""
	case tag == atom.Br || tag == atom.Td || tag == atom.Th:
		return "\n"
	}
	return "\n\n"
}
