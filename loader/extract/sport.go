package extract

// newSports reads data/sports.tsv.
func newSports() (map[string]bool, error) {
	rows, err := readTable("sports", "word")
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, r := range rows {
		out[r[0]] = true
	}
	return out, nil
}

// sportWords is how many different words of games make a text one about them, where one word in so many is of that kind.
const sportWords, sportRate = 4, 90

// setSportAside takes from a report on a game the nationalities of its players and the homes of its clubs.
func (d *document) setSportAside() {
	seen := map[string]bool{}
	all := 0
	for i := range d.tokens {
		if w := d.tokens[i].word; d.sports[w] && d.tokens[i].letter == lowerCase {
			seen[w] = true
			all++
		}
	}
	if len(seen) < sportWords || all*sportRate < len(d.tokens) {
		return
	}
	for i := range d.mentions {
		if m := &d.mentions[i]; m.kind == countryName && m.how != bySeat {
			m.counts = false
		}
	}
}
