package loader

import (
	"context"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// Extractor reads what articles say. Several articles may be read at once. Implement it to read them in another way.
type Extractor interface {
	// Identity is the extractor's name and version, such as "rules" and "1". The same name and version say the same of an article.
	Identity() (name, version string)
	// Read gives what an article says, its evidence in code points of the article's text. An error refuses the article.
	Read(ctx context.Context, a graph.Article) (extract.Reading, error)
}

// Reader is an extractor with the catalogue that it knows.
type Reader struct {
	Extractor
	Catalogue *catalogue.Catalogue
	version   string // of the catalogue
}

// NewReader joins an extractor and the catalogue.
func NewReader(x Extractor, c *catalogue.Catalogue) Reader {
	return Reader{x, c, catalogue.Version()}
}

// String is what the graph keeps with each article that was read: another reader may say something else of it.
func (r Reader) String() string {
	name, version := r.Identity()
	return name + " " + version + ", catalogue " + r.version
}

// rules is the extractor that is built in.
type rules struct {
	*extract.Extractor
	version string
}

// Rules makes the extractor that is built in: rules over words, offline and deterministic.
func Rules(c *catalogue.Catalogue) (Extractor, error) {
	x, err := extract.New(c)
	return rules{x, extract.Version()}, err
}

func (r rules) Identity() (name, version string) { return "rules", r.version }

func (r rules) Read(_ context.Context, a graph.Article) (extract.Reading, error) {
	return r.Extractor.Read(a), nil
}
