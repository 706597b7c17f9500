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
	ID        string
	URLs      []string // where it was found, sorted; a set
	Title     string
	Outlet    string
	Kind      Authority
	Published Day // "" where nobody told
	Fetched   Day
	Language  string // BCP 47, "" where unknown
	Text      string // as kept: the main text, cleaned
}
