package catalogue

// TreatyAction is an act of an actor towards an instrument, as its depositary or the actor tells it.
type TreatyAction struct {
	Actor      string // the code of a country, or the slug of an organization
	Instrument string // slug
	Action     string // SIGNATURE, RATIFICATION, ACCESSION, ACCEPTANCE, APPROVAL, SUCCESSION, WITHDRAWAL, SUSPENSION ...
	Date       string // of the act: deposit, notice, announcement; YYYY, YYYY-MM or YYYY-MM-DD as exact as checked (see graph.Span)
	Effective  string // when it took effect, in the same form; "" where not told or not checked
	Note       string
	Source     string
}

func parseTreatyAction(w *row) TreatyAction {
	return TreatyAction{
		Actor: w.ref("actor", "actor", "organization"), Instrument: w.ref("instrument", "instrument"),
		Action: w.oneOf("action", "SIGNATURE", "RATIFICATION", "ACCESSION", "ACCEPTANCE", "APPROVAL", "SUCCESSION", "WITHDRAWAL",
			"REVOCATION_OF_RATIFICATION", "DENUNCIATION", "SUSPENSION", "RESUMPTION", "TERMINATION", "RESERVATION", "DECLARATION", "OBJECTION"),
		Date: w.needDate("date"), Effective: w.date("effective"), Note: w.text("note"), Source: w.need("source"),
	}
}
