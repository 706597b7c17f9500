package graph

// Summit is a meeting between states or of an organization, past or planned.
type Summit struct {
	ID    string `graph:"id"`
	Name  string `graph:"name"`
	Kind  string `graph:"kind"` // summit, visit, talks or conference
	Place string `graph:"place"`
	First Day    `graph:"first"`
	Last  Day    `graph:"last"`
	Same  string `graph:"same"` // id of the representative of those taken for one, "" where it stands alone
}

// Attack is a hostile act that happened or is alleged.
type Attack struct {
	ID      string   `graph:"id"`
	Name    string   `graph:"name"`
	First   Day      `graph:"first"`
	Last    Day      `graph:"last"`
	Same    string   `graph:"same"`   // as in Summit
	Source  string   `graph:"source"` // of what the catalogue knows of it, "" for what articles tell
	Aliases []string `graph:"aliases"`
}

// Attribution is what somebody says of who did an attack.
type Attribution struct {
	ID         string `graph:"id"`
	Stance     Stance `graph:"stance"` // ACCUSES, DENIES or ADMITS
	Basis      string `graph:"basis"`
	Source     string `graph:"source"` // of what the catalogue knows, "" where a passage supports it
	First      Day    `graph:"first"`
	Last       Day    `graph:"last"`
	KnownAt    Day    `graph:"knownAt"`
	KnownTo    Day    `graph:"knownTo"`
	RecordedAt string `graph:"recordedAt"`
	Dismissed  bool   `graph:"dismissed"`
}

// Allegation is what somebody says of a breach of a commitment; it changes no status.
type Allegation struct {
	ID         string `graph:"id"`
	Stance     Stance `graph:"stance"` // ALLEGES or DENIES
	Basis      string `graph:"basis"`
	First      Day    `graph:"first"`
	Last       Day    `graph:"last"`
	KnownAt    Day    `graph:"knownAt"`
	KnownTo    Day    `graph:"knownTo"`
	RecordedAt string `graph:"recordedAt"`
	Dismissed  bool   `graph:"dismissed"`
}
