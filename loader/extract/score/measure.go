package score

// Measure is one number of the table.
type Measure int

// The measures, in the order of the table.
const (
	Countries Measure = iota
	Organizations
	Instruments
	Principles
	Summits
	Attacks
	Commitments
	SameStatus // commitments whose status is right as well
	Covers     // from here on, of matched items
	Excludes
	Condition // whether one is told
	Instrument
	CommitmentDate
	Denied
	Sectors
	AttackDate
	SummitDate
	Supports // a passage shows what a reader quoted
	Holds    // of all predicted items, those whose passages lie in the text
	Alarms   // of texts about other matters, those of which something is predicted
	measures
)

// kinds is how many measures, from the first on, have their mean taken.
const kinds = SameStatus

var measureNames = [measures]string{
	"countries", "organizations", "instruments", "principles", "summits", "attacks", "commitments", "commitments with the same status as well",
	"of matched items: covers", "of matched items: excludes", "of matched items: condition told", "of matched items: instrument",
	"of matched items: date of a commitment", "of matched items: an attack is denied", "of matched items: sectors of an attack",
	"of matched items: date of an attack", "of matched items: date of a summit", "evidence supports (share)", "evidence holds (share)",
	"false alarms (share of texts about other matters)",
}

func (m Measure) String() string { return measureNames[m] }

// Count is what a measure counts: how many are right, labelled and predicted. Of a share, Gold counts the whole and Predicted nothing.
type Count struct{ Right, Gold, Predicted int }

// Value is F1, or for a share its part of the whole; false where there is nothing to judge.
func (t *Tally) Value(m Measure) (float64, bool) {
	c := t[m]
	if m >= Supports {
		return ratio(c.Right, c.Gold), c.Gold > 0
	}
	if c.Gold+c.Predicted == 0 {
		return 0, false
	}
	return 2 * float64(c.Right) / float64(c.Gold+c.Predicted), true
}

// Precision is the share of what is predicted that is right; 0 where nothing is.
func (c Count) Precision() float64 { return ratio(c.Right, c.Predicted) }

// Recall is the share of what is labelled that is predicted; 0 where nothing is.
func (c Count) Recall() float64 { return ratio(c.Right, c.Gold) }

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Tally is the counts of one article, or of several together.
type Tally [measures]Count

// Add adds the counts of another article.
func (t *Tally) Add(o *Tally) {
	for m := range o {
		t[m].Right += o[m].Right
		t[m].Gold += o[m].Gold
		t[m].Predicted += o[m].Predicted
	}
}

func (t *Tally) add(m Measure, right, gold, predicted int) {
	t[m].Right, t[m].Gold, t[m].Predicted = t[m].Right+right, t[m].Gold+gold, t[m].Predicted+predicted
}

// Mean is the mean F1 of the seven kinds; a kind with nothing to judge counts as 0.
func (t *Tally) Mean() float64 {
	sum := 0.0
	for m := range kinds {
		v, _ := t.Value(m)
		sum += v
	}
	return sum / float64(kinds)
}
