// Package score compares what extraction says of articles with labels by careful readers: sets of names, and items that match one to
// one by what identifies them. It judges predictions of any origin and knows nothing of how they were made.
package score

import (
	"encoding/json"

	"github.com/treatygraph/treatygraph/loader/extract"
)

// Labels is what an article says, by a reader or as predicted. Both have the form that `treatygraph extract` prints; only readers
// give quotes, only predictions have evidence.
type Labels struct {
	ID            string   `json:"id"`
	Countries     []string `json:"countries"`
	Organizations []string `json:"organizations"`
	Principles    []string `json:"principles"`
	Instruments   []string `json:"instruments"`
	Summits       []Item   `json:"summits"`
	Attacks       []Item   `json:"attacks"`
	Commitments   []Item   `json:"commitments"`
}

// Item is a summit, an attack or a commitment; the fields of the other kinds are empty.
type Item struct {
	Participants []string           `json:"participants"`
	Victims      []string           `json:"victims"`
	Accused      []string           `json:"accused"`
	Conduct      string             `json:"conduct"`
	Sectors      []string           `json:"sectors"`
	Denied       bool               `json:"denied"`
	Parties      []string           `json:"parties"`
	Principle    string             `json:"principle"`
	Status       string             `json:"status"`
	Condition    string             `json:"condition"`
	Covers       []string           `json:"covers"`
	Excludes     []string           `json:"excludes"`
	Instrument   string             `json:"instrument"`
	Instruments  []string           `json:"instruments"`
	Date         string             `json:"date"`
	Quotes       []string           `json:"quotes"`   // sentences of the text, to the letter
	Evidence     []extract.Evidence `json:"evidence"` // code points of the text
}

// Of gives a reading in the form of labels.
func Of(r extract.Reading) (Labels, error) {
	var l Labels
	data, err := json.Marshal(r)
	if err == nil {
		err = json.Unmarshal(data, &l)
	}
	return l, err
}

// about tells whether a text with these labels is about what extraction looks for; where it is not, every find is a false alarm.
func (l *Labels) about() bool {
	return len(l.Principles)+len(l.Instruments)+len(l.Attacks)+len(l.Commitments) > 0
}
