package graph

// Labels of a Term.
const (
	Sector    = "Sector"
	Conduct   = "Conduct"
	Condition = "Condition"
)

// Term is a word of the controlled vocabularies: a sector that is struck or covered, a conduct, a condition.
type Term struct {
	ID    string `graph:"id"`
	Label string `graph:"label"` // Sector, Conduct or Condition
	Slug  string `graph:"slug"`
	Name  string `graph:"name"`
}
