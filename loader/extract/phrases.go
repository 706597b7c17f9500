package extract

// phrases holds the layers of phrases of data/*.tsv beside the names: what an entry's value indexes.
type phrases struct {
	offices  []string
	groups   []string // kinds
	attacks  []attackWord
	deeds    int      // where in attacks the deeds begin
	objects  []bool   // classes of objects that are of networks: data, systems
	sectors  []string // slugs
	meetings []meetingPhrase
}

func newPhrases(v *vocabulary) (*phrases, error) {
	p := &phrases{}
	rows, err := readTable("offices", "office")
	if err != nil {
		return nil, err
	}
	for i, r := range rows {
		p.offices = append(p.offices, r[0])
		v.add(r[0], officeEntry, int32(i), anyShape)
	}
	if rows, err = readTable("groups", "kind", "phrases"); err != nil {
		return nil, err
	}
	for i, r := range rows {
		p.groups = append(p.groups, r[0])
		for _, phrase := range cells(r[1]) {
			v.add(phrase, groupEntry, int32(i), anyShape)
		}
	}
	if err = p.addAttackWords(v); err != nil {
		return nil, err
	}
	return p, p.addMeetingWords(v)
}
