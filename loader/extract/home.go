package extract

import (
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// homeOf is the country or organization in whose name an article speaks ("we", "the Government"): that which its outlet
// names ("White House", "Prime Minister of Australia"), or the code in brackets that ends its title. It is "" for the press.
func (e *Extractor) homeOf(a graph.Article) string {
	if i := strings.LastIndexByte(a.Title, '('); i >= 0 && strings.HasSuffix(a.Title, ")") {
		if code := a.Title[i+1 : len(a.Title)-1]; e.catalogue.Actor(code) != nil {
			return code
		}
	}
	tokens := tokenize(a.Outlet, 0, len(a.Outlet), e.vocabulary, nil)
	home := ""
	for _, h := range e.vocabulary.find(tokens, 0, len(tokens), nil) {
		if h.kind != nameEntry {
			continue
		}
		switch n := &e.names.list[h.value]; {
		case n.kind == otherName:
			return "" // a paper
		case n.how != byAmbiguous && (n.from == "" || n.from <= a.Published) && (n.to == "" || a.Published < n.to):
			home = n.code
		}
	}
	return home
}
