package graph

// Authority says whose word an article is; the order is that of contradicting reports.
type Authority string

const (
	TreatyText Authority = "TREATY"
	Official   Authority = "OFFICIAL"
	Statement  Authority = "STATEMENT"
	Press      Authority = "PRESS"
	Other      Authority = "OTHER"
)

// Article is a text that was imported; its id hashes the kept text. Claims lead back to it by offsets into Text, in code points.
type Article struct {
	ID        string    `graph:"id"`
	URLs      []string  `graph:"urls"` // where it was found, sorted; a set
	Title     string    `graph:"title"`
	Outlet    string    `graph:"outlet"`
	Kind      Authority `graph:"kind"`
	Published Day       `graph:"published"` // "" where nobody told
	Fetched   Day       `graph:"fetched"`
	Language  string    `graph:"language"` // BCP 47, "" where unknown
	Text      string    `graph:"text"`     // as kept: the main text, cleaned
	Reader    string    `graph:"reader"`   // the extractor and catalogue that read it
	Run       string    `graph:"run"`      // the import run that brought it first
}

// KnownAt is the day from which the article's claims are known: its publication, else the day it was fetched.
func (a *Article) KnownAt() Day {
	if a.Published != "" {
		return a.Published
	}
	return a.Fetched
}

// URL is the first of the addresses, "" where there is none.
func (a *Article) URL() string {
	if len(a.URLs) == 0 {
		return ""
	}
	return a.URLs[0]
}

// Passage is a stretch of an article that supports a claim. Start and End count code points of the article's text.
type Passage struct {
	ID    string `graph:"id"`
	Text  string `graph:"text"`
	Start int    `graph:"start"`
	End   int    `graph:"end"`
}
