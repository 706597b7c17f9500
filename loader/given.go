package loader

import (
	"cmp"
	"context"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/source"
)

// ReadGiven says what one document says, its evidence in code points of its text as given. The reading has the document's own id, or
// its name. today is the day on which it was fetched.
func ReadGiven(ctx context.Context, x Extractor, d source.Document, today graph.Day) (extract.Reading, error) {
	a, offsets, err := Clean(d, today)
	if err != nil {
		return extract.Reading{}, err
	}
	reading, err := x.Read(ctx, a)
	if err != nil {
		return extract.Reading{}, err
	}
	reading = offsets.Reading(reading)
	reading.ID = cmp.Or(d.ID, d.Name)
	return reading, nil
}
