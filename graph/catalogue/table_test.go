package catalogue

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// tables is a catalogue of a few made-up rows, with one file in place of its own where given.
func tables(file, text string) fstest.MapFS {
	all := map[string]string{
		"sectors.tsv":         "slug\tname\tmeaning\tcritical\nmills\tMills\tmills on rivers\t\n",
		"conduct.tsv":         "slug\tname\tmeaning\nflooding\tFlooding\tmills put under water\n",
		"conditions.tsv":      "slug\tname\tmeaning\tphrases\tsource\nsummer\tIn summer\tholds in summer\tin summer|when it is warm\tthe pact\n",
		"principle_names.tsv": "slug\tname\tdomain\tpolarity\tmeaning\nno-flooding\tNo flooding\t\t\t\nquiet\tQuiet\tgeneral\tDO\tMills are quiet\n",
		"aliases.tsv":         "kind\tkey\taliases\tseats\nactor\tAA\tthe Upper Land\tOld Mill\n",
		"actors.tsv":          actorHeader,
		"successions.tsv":     "successor\tpredecessor\ton\tsource\nAA\tBB\t1950-01-01\ta chronicle\n",
		"stated_in.tsv":       "principle\tinstrument\tlocator\tnote\tsource\nquiet\tpact\tart. 2\t\tthe pact\n",
		"scopes.tsv":          "principle\tcovers\texcludes\tconditions\tsource\nno-flooding\tmills|flooding\t\tsummer\tthe pact\n",
		"adoptions.tsv":       "instrument\tby\tdate\tsource\npact\tunion\t1999-05-03\tthe pact\n",
		"counts_for.tsv":      "principle\tcounts_for\twhy\tsource\nno-flooding\tquiet\ta flooded mill is loud\tthe pact\n",
		"conflicts.tsv":       "parties\tfrom\tto\tsource\nAA|BB\t1930\t1931-02\ta chronicle\n",
		"outcomes.tsv":        "instrument\tparties\tsource\npact\tAA|BB\tthe pact\n",
		"entries.tsv":         "instrument\tin_force\tsince\tafter\ton\tarticle\trequired\tsource\npact\t2000-01-01\tentry\tP30D\tday\tart. 9\tAA\tthe pact\n",
		"memberships.tsv":     "organization\tmember\tfrom\tto\tstatus\tsource\nunion\tBB\t1920\t1930-02\tmember\ta chronicle\n",
		"treaty_actions.tsv":  "actor\tinstrument\taction\tdate\teffective\tnote\tsource\nAA\tpact\tRATIFICATION\t2001-05-03\t\t\tthe pact\n",
		"facts/actors.tsv": actorHeader +
			"AA\tAAA\tcountry\tUpland\tKingdom of Upland\t\tUplandish\tUplander\tHigh Town\t\t\t\tan atlas\n",
		"facts/organizations.tsv":  "slug\tname\tkind\taliases\tambiguous\tseats\tsource\nunion\tMill Union\tgroup\t\t\t\ta yearbook\n",
		"facts/companies.tsv":      "slug\tname\tkind\tsource\nmill-news\tMill News\tMEDIA\tits own page\n",
		"facts/leaders.tsv":        "country\tperson\taliases\toffice\tfrom\tto\trecognize_from\trecognize_to\tsource\nAA\tAnn Ash\tMs. Ash\tpresident\t2001\t\t2001\t2004-05\ta yearbook\n",
		"facts/memberships.tsv":    "organization\tmember\tfrom\tto\tstatus\tsource\nunion\tAA\t1999\t\tmember\ta yearbook\n",
		"facts/principles.tsv":     "slug\tdomain\tnarrows\tmeaning\tstatement\tpolarity\taliases\tsource\nno-flooding\tgeneral\tquiet\tNo mill is flooded\tart. 1\tREFRAIN\tspare the mills\tthe pact\n",
		"facts/instruments.tsv":    "slug\tname\tshort\tkind\tbinding\tsymbol\topened\tadopted\tin_force\tterminated\taliases\tdomain\tsource\npact\tPact on Mills\tMill Pact\ttreaty\tbinding\t\t\t1999-05\t\t\t\tgeneral\tthe pact\n",
		"facts/stated_in.tsv":      "principle\tinstrument\tlocator\tnote\tsource\nno-flooding\tpact\tart. 1\t\tthe pact\n",
		"facts/treaty_actions.tsv": "actor\tinstrument\taction\tdate\teffective\tnote\tsource\nAA\tpact\tSIGNATURE\t1999-05-03\t\t\tthe pact\n",
		"facts/incidents.tsv":      "slug\tname\taliases\tstart\tdisclosed\tvictims\tsectors\tconduct\tnote\tsource\nflood\tGreat Flood\t\t2003\t\tAA\tmills\tflooding\t\tMill News\n",
		"facts/attributions.tsv":   "incident\tby\tblamed\tstance\tdate\tbasis\tsource\nflood\tAA|mill-news\tBB\tACCUSES\t2003-06\ta report\tMill News\n",
		"recognize/actors.tsv": "code\tkind\tname\taliases\tadjectives\tdemonyms\tcapital\tcapital_aliases\tseats\tambiguous\trecognize_from\trecognize_to\n" +
			"BB\thistorical\tLowland\t\t\t\t\t\t\t\t1900\t1950\n",
		"recognize/organizations.tsv": "slug\tname\taliases\tambiguous\tseats\n",
		"recognize/leaders.tsv":       "country\tperson\taliases\toffice\trecognize_from\trecognize_to\n",
		"recognize/principles.tsv":    "slug\taliases\nquiet\tsilence of the mills\n",
		"recognize/instruments.tsv":   "slug\tname\tshort\taliases\n",
		"recognize/incidents.tsv":     "slug\tname\taliases\n",
	}
	if file != "" {
		all[file] = text
	}
	fsys := fstest.MapFS{}
	for name, text := range all {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

const actorHeader = "code\talpha3\tkind\tname\tofficial\taliases\tadjectives\tdemonyms\tcapital\tcapital_aliases\tseats\tambiguous\tsource\n"

func TestParse(t *testing.T) {
	c, err := parse(tables("", ""))
	if err != nil {
		t.Fatal(err)
	}
	wantActors := []Actor{
		{Code: "AA", Alpha3: "AAA", Kind: "country", Name: "Upland", Official: "Kingdom of Upland", Aliases: []string{"the Upper Land"},
			Adjectives: []string{"Uplandish"}, Demonyms: []string{"Uplander"}, Capital: "High Town", Seats: []string{"Old Mill"},
			Fact: true, Source: "an atlas"},
		{Code: "BB", Kind: "historical", Name: "Lowland", From: "1900-01-01", To: "1950-12-31"},
	}
	if d := cmp.Diff(wantActors, c.Actors); d != "" {
		t.Error(d)
	}
	wantLeaders := []Leader{{Country: "AA", Person: "Ann Ash", Aliases: []string{"Ms. Ash"}, Office: "president",
		From: "2001-01-01", To: "2004-05-31", Since: "2001", Fact: true, Source: "a yearbook"}}
	if d := cmp.Diff(wantLeaders, c.Leaders); d != "" {
		t.Error(d)
	}
	wantPrinciples := []Principle{
		{Slug: "no-flooding", Name: "No flooding", Meaning: "No mill is flooded", Domain: "general", Polarity: "REFRAIN",
			Narrows: []string{"quiet"}, Aliases: []string{"spare the mills"}, Statement: "art. 1", Fact: true, Source: "the pact"},
		{Slug: "quiet", Name: "Quiet", Meaning: "Mills are quiet", Domain: "general", Polarity: "DO", Aliases: []string{"silence of the mills"}},
	}
	if d := cmp.Diff(wantPrinciples, c.Principles); d != "" {
		t.Error(d)
	}
	wantAttributions := []Attribution{{Incident: "flood", By: []string{"AA", "mill-news"}, Blamed: []string{"BB"}, Stance: "ACCUSES",
		Date: "2003-06", Basis: "a report", Source: "Mill News"}}
	if d := cmp.Diff(wantAttributions, c.Attributions); d != "" {
		t.Error(d)
	}
}

func TestErrorsNameTheirPlace(t *testing.T) {
	for _, tc := range []struct{ name, file, text, want string }{
		{"a fact without a source", "facts/stated_in.tsv", "principle\tinstrument\tlocator\tnote\tsource\nno-flooding\tpact\tart. 1\t\tx\nquiet\tpact\t\t\t\n",
			"facts/stated_in.tsv, line 3, column source: nothing is told; every row needs it"},
		{"a reference to nothing", "facts/stated_in.tsv", "principle\tinstrument\tlocator\tnote\tsource\nno-flooding\tpakt\t\t\tx\n",
			`facts/stated_in.tsv, line 2, column instrument: no instrument is called "pakt"; mend the name or add it`},
		{"a wider principle that is none", "facts/principles.tsv", "slug\tdomain\tnarrows\tmeaning\tstatement\tpolarity\taliases\tsource\nno-flooding\tgeneral\tloud\tm\t\tDO\ta\tx\n",
			`facts/principles.tsv, line 2, column narrows: no principle is called "loud"; mend the name or add it`},
		{"a key given twice", "facts/companies.tsv", "slug\tname\tkind\tsource\na\tA\tMEDIA\tx\na\tA\tMEDIA\tx\n",
			`facts/companies.tsv, line 3, column slug: company "a" stands in facts/companies.tsv, line 2, already; take one out`},
		{"a fact that is also a name alone", "recognize/incidents.tsv", "slug\tname\taliases\nflood\tFlood\t\n",
			`recognize/incidents.tsv, line 2, column slug: incident "flood" stands in facts/incidents.tsv, line 2, already; take one out`},
		{"a date that is none", "facts/memberships.tsv", "organization\tmember\tfrom\tto\tstatus\tsource\nunion\tAA\t1999-13\t\tmember\tx\n",
			`facts/memberships.tsv, line 2, column from: "1999-13" is no date; write YYYY, YYYY-MM or YYYY-MM-DD`},
		{"an act without a day", "facts/treaty_actions.tsv", "actor\tinstrument\taction\tdate\teffective\tnote\tsource\nAA\tpact\tSIGNATURE\t\t\t\tx\n",
			"facts/treaty_actions.tsv, line 2, column date: nothing is told; every row needs it"},
		{"an act that is none", "facts/treaty_actions.tsv", "actor\tinstrument\taction\tdate\teffective\tnote\tsource\nAA\tpact\tSIGNED\t1999\t\t\tx\n",
			`facts/treaty_actions.tsv, line 2, column action: "SIGNED" is none of SIGNATURE, RATIFICATION, ACCESSION, ACCEPTANCE, APPROVAL, SUCCESSION, WITHDRAWAL, REVOCATION_OF_RATIFICATION, DENUNCIATION, SUSPENSION, RESUMPTION, TERMINATION, RESERVATION, DECLARATION, OBJECTION`},
		{"a day that is not exact", "successions.tsv", "successor\tpredecessor\ton\tsource\nAA\tBB\t1950\tx\n",
			`successions.tsv, line 2, column on: "1950" is no day; write it as YYYY-MM-DD, as in 2015-09-22`},
		{"too few cells", "sectors.tsv", "slug\tname\tmeaning\nmills\tMills\n",
			"sectors.tsv, line 2: 2 cells where the header names 3 columns; separate them by tabs"},
		{"a blank line", "sectors.tsv", "slug\tname\tmeaning\n\nmills\tMills\tmills\n",
			"sectors.tsv, line 2: 1 cells where the header names 3 columns; separate them by tabs"},
		{"an empty file", "sectors.tsv", "", "sectors.tsv, line 1: it is empty; name the columns there, separated by tabs"},
		{"a column that is missing", "sectors.tsv", "slug\tname\nmills\tMills\n",
			"sectors.tsv, line 2, column meaning: the header does not name it; add the column"},
		{"a column that nothing reads", "sectors.tsv", "slug\tname\tmeaning\tcritical\tnmae\nmills\tMills\tmills\t\tx\n",
			"sectors.tsv, line 2, column nmae: nothing reads this column; take it out or mend its name"},
		{"an empty value in a list", "conditions.tsv", "slug\tname\tmeaning\tphrases\nsummer\tIn summer\tm\ta||b\n",
			"conditions.tsv, line 2, column phrases: an empty value stands between two |; take it out"},
		{"blanks at an end", "sectors.tsv", "slug\tname\tmeaning\nmills\tMills \tmills\n",
			`sectors.tsv, line 2, column name: "Mills " has blanks at an end; take them off`},
		{"an alias of nobody", "aliases.tsv", "kind\tkey\taliases\tseats\nactor\tCC\tthe Flat Land\t\n",
			`aliases.tsv, line 2, column key: no actor is called "CC"; mend the name or add it`},
		{"seats of what has none", "aliases.tsv", "kind\tkey\taliases\tseats\ninstrument\tpact\t\tOld Mill\n",
			"aliases.tsv, line 2, column seats: only an actor has seats; write them as aliases"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c, err := parse(tables(tc.file, tc.text))
			if c != nil || err == nil || err.Error() != tc.want || graph.CodeOf(err) != graph.Invalid {
				t.Errorf("got  %v\nwant %s", err, tc.want)
			}
		})
	}
}

func TestMissingFile(t *testing.T) {
	fsys := tables("", "")
	delete(fsys, "facts/incidents.tsv")
	if _, err := parse(fsys); err == nil || !strings.Contains(err.Error(), "facts/incidents.tsv cannot be read") {
		t.Errorf("got %v", err)
	}
}

func FuzzParse(f *testing.F) {
	for _, file := range []string{"facts/actors.tsv", "facts/treaty_actions.tsv", "aliases.tsv"} {
		text, err := fs.ReadFile(tables("", ""), file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file, string(text))
	}
	f.Fuzz(func(t *testing.T, file, text string) {
		if !fs.ValidPath(file) || file == "." {
			return
		}
		if c, err := parse(tables(file, text)); (c == nil) == (err == nil) {
			t.Errorf("catalogue %v and error %v", c, err)
		}
	})
}
