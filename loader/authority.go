package loader

import (
	_ "embed"
	"net/url"
	"strings"
	"sync"

	"github.com/treatygraph/treatygraph/graph"
)

// outlets tells whose word an outlet's articles are, a row each: what is compared (host: the address's host or a domain above it; words:
// words in a row in the outlet's name), the value, the authority.
//
//go:embed data/outlets.tsv
var outlets string

// outlet is a row of outlets.
type outlet struct {
	host  string
	words []string
	kind  graph.Authority
}

var readOutlets = sync.OnceValue(func() []outlet {
	var all []outlet
	for row := range strings.Lines(outlets) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		switch cells[0] {
		case "host":
			all = append(all, outlet{host: cells[1], kind: graph.Authority(cells[2])})
		case "words":
			all = append(all, outlet{words: graph.Words(cells[1]), kind: graph.Authority(cells[2])})
		}
	}
	return all
})

// authority says whose word an article is, by where it was found and by the outlet's name: the first row of outlets that fits. Another
// outlet is the press, and what names none is other.
func authority(name, address string) graph.Authority {
	host := ""
	if u, err := url.Parse(address); err == nil {
		host = "." + u.Hostname()
	}
	words := graph.Words(name)
	for _, o := range readOutlets() {
		if o.host != "" && strings.HasSuffix(host, "."+o.host) || o.words != nil && holds(words, o.words) {
			return o.kind
		}
	}
	if name == "" {
		return graph.Other
	}
	return graph.Press
}

// holds says whether the words hold the others in a row.
func holds(words, row []string) bool {
	for i := 0; i+len(row) <= len(words); i++ {
		same := true
		for k, w := range row {
			same = same && words[i+k] == w
		}
		if same {
			return true
		}
	}
	return false
}
