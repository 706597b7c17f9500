package loader

import (
	"cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/source"
)

// ReadGiven says what one document says, by read, its evidence in code points of the text as given. The reading has the document's own
// id, or its name. today is the day on which it was fetched. Errors name the document.
func ReadGiven(d source.Document, today graph.Day, read func(graph.Article) extract.Reading) (extract.Reading, error) {
	a, offsets, err := Clean(d, today)
	if err != nil {
		return extract.Reading{}, err
	}
	r := offsets.Reading(read(a))
	r.ID = cmp.Or(d.ID, d.Name)
	return r, nil
}
