package extract

import (
	"math"
	"strconv"

	"github.com/treatygraph/treatygraph/graph"
)

// feature is something that was seen of a claim, and how much of it.
type feature struct {
	name  string
	value int
}

// features are what was seen of a claim, in the order in which it was looked for. What was not seen is left out.
type features []feature

func (f *features) count(name string, n int) {
	if n != 0 {
		*f = append(*f, feature{name, n})
	}
}

func (f *features) flag(name string, seen bool) {
	if seen {
		*f = append(*f, feature{name, 1})
	}
}

// confidence is a logistic model for each kind of claim, from data/confidence.tsv: what each feature adds to the logarithm of the odds
// that the claim is right, in thousandths. Sums of whole numbers are the same on every machine.
type confidence map[string]map[string]int

// always is the feature that every claim has.
const always = "always"

// perUnit is how finely weights are told.
const perUnit = 1000

func newConfidence() (confidence, error) {
	rows, err := readTable("confidence", "kind", "feature", "weight")
	if err != nil {
		return nil, err
	}
	c := confidence{}
	for _, r := range rows {
		w, err := strconv.ParseFloat(r[2], 64)
		if err != nil || r[0] != commitmentClaim && r[0] != attackClaim && r[0] != summitClaim {
			return nil, graph.Errorf(graph.Invalid, "data/confidence.tsv: %q of %q: a weight is a number, and a kind commitment, attack or summit", r[1], r[0])
		}
		if c[r[0]] == nil {
			c[r[0]] = map[string]int{}
		}
		c[r[0]][r[1]] = int(math.Round(w * perUnit))
	}
	return c, nil
}

// of is how likely a claim of a kind with these features is right, to two decimals.
func (c confidence) of(kind string, fs features) float64 {
	sum := c[kind][always]
	for _, f := range fs {
		sum += f.value * c[kind][f.name]
	}
	return math.Round(100/(1+math.Exp(-float64(sum)/perUnit))) / 100
}

// weights tells what each feature adds.
func (c confidence) weights(kind string, fs features) []Weight {
	out := []Weight{{always, 1, float64(c[kind][always]) / perUnit}}
	for _, f := range fs {
		out = append(out, Weight{f.name, f.value, float64(f.value*c[kind][f.name]) / perUnit})
	}
	return out
}
