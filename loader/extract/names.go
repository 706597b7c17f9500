package extract

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// mentionKind tells what a name stands for.
type mentionKind uint8

const (
	otherName    mentionKind = iota // a name that stands for nobody here, such as a newspaper's
	countryName                     //
	bodyName                        // an organization
	groupMention                    // "the two countries", "they": several actors told before
)

// how a name stands for an actor.
type nameHow string

const (
	byName      nameHow = "name"
	byAdjective nameHow = "adjective"
	byPeople    nameHow = "people"
	byCapital   nameHow = "capital"
	bySeat      nameHow = "seat"
	byLeader    nameHow = "leader"
	byPerson    nameHow = "person" // somebody whom the text itself gave an office of the country
	byPronoun   nameHow = "pronoun"
	byPlace     nameHow = "place"     // a place in the country, which may suffer there; it never counts by itself
	byAmbiguous nameHow = "ambiguous" // must not decide alone
)

// name is what a phrase of the layer of names stands for, on days of publication from From to before To ("" is open).
type name struct {
	kind     mentionKind
	code     string
	how      nameHow
	from, to graph.Day
	until    graph.Day // of a leader's surname alone, the day after which it no longer stands for the country; "" is open
	titled   bool      // a surname that counts only after a title
}

// names is the layer of actors: the entries of kind nameEntry index list.
type names struct {
	list    []name
	dropped map[string]bool // phrases of the catalogue that mean other things too often
}

// newNames puts the catalogue's names and those of data/names.tsv into the vocabulary.
func newNames(c *catalogue.Catalogue, v *vocabulary) (*names, error) {
	n := &names{dropped: map[string]bool{}}
	dropped, err := readTable("notnames", "phrase")
	if err != nil {
		return nil, err
	}
	for _, r := range dropped {
		n.dropped[r[0]] = true
	}
	common, err := readTable("surnames", "word")
	if err != nil {
		return nil, err
	}
	surnames := map[string]bool{}
	for _, r := range common {
		surnames[r[0]] = true
	}
	for i := range c.Actors {
		n.addActor(v, &c.Actors[i])
	}
	for i := range c.Organizations {
		n.addOrganization(v, &c.Organizations[i])
	}
	for i := range c.Leaders {
		n.addLeader(v, c, &c.Leaders[i], surnames)
	}
	if err := n.addLeaders(v, c, surnames); err != nil {
		return nil, err
	}
	clear(n.dropped) // what follows was chosen with care
	rows, err := readTable("names", "kind", "code", "how", "phrases", "from", "to")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		kind, ok := map[string]mentionKind{"country": countryName, "organization": bodyName, "other": otherName}[r[0]]
		if !ok {
			return nil, graph.Errorf(graph.Invalid, "data/names.tsv: no kind %q; known: country, organization, other", r[0])
		}
		if kind == countryName && c.Actor(r[1]) == nil {
			return nil, graph.Errorf(graph.Invalid, "data/names.tsv: no country %q in the catalogue", r[1])
		}
		n.add(v, name{kind: kind, code: r[1], how: nameHow(r[2]), from: graph.Day(r[4]), to: graph.Day(r[5])}, cells(r[3]))
	}
	return n, nil
}

// add puts phrases for a name into the vocabulary, each also without its article.
func (n *names) add(v *vocabulary, what name, phrases []string) {
	if len(phrases) == 0 {
		return
	}
	n.list = append(n.list, what)
	for _, p := range phrases {
		if n.dropped[p] {
			continue
		}
		if i := strings.Index(p, " ("); i > 0 {
			p = p[:i]
		}
		p = strings.TrimPrefix(strings.TrimPrefix(p, "the "), "The ")
		v.add(p, nameEntry, int32(len(n.list)-1), anyShape)
	}
}

func (n *names) addActor(v *vocabulary, a *catalogue.Actor) {
	of := func(how nameHow) name { return name{kind: countryName, code: a.Code, how: how, from: a.From, to: a.To} }
	ambiguous := map[string]bool{}
	for _, p := range a.Ambiguous {
		ambiguous[p] = true
	}
	sure := func(phrases ...string) []string {
		var out []string
		for _, p := range phrases {
			if p != "" && !ambiguous[p] {
				out = append(out, p)
			}
		}
		return out
	}
	n.add(v, of(byName), sure(a.Name))
	n.add(v, of(byName), sure(a.Official))
	n.add(v, of(byName), sure(a.Aliases...))
	n.add(v, of(byAdjective), sure(a.Adjectives...))
	n.add(v, of(byPeople), sure(a.Demonyms...))
	if a.Code != "SG" && a.Code != "VA" { // a capital with its country's name says nothing more
		n.add(v, of(byCapital), sure(append([]string{a.Capital}, a.CapitalAliases...)...))
	}
	n.add(v, of(bySeat), sure(a.Seats...))
	n.add(v, of(byAmbiguous), a.Ambiguous)
}

func (n *names) addOrganization(v *vocabulary, o *catalogue.Organization) {
	n.add(v, name{kind: bodyName, code: o.Slug, how: byName}, append([]string{o.Name}, o.Aliases...))
	n.add(v, name{kind: bodyName, code: o.Slug, how: byAmbiguous}, o.Ambiguous)
}

// A leader's name stands for the country for long after the office; whoever holds it on the day comes first.
func (n *names) addLeader(v *vocabulary, c *catalogue.Catalogue, l *catalogue.Leader, common map[string]bool) {
	what := leaderOf(c, l.Country)
	what.from, what.to = l.From, l.To
	phrases := append([]string{}, l.Aliases...)
	if words := strings.Fields(l.Person); len(words) > 1 {
		phrases = append(phrases, l.Person)
		if last := words[len(words)-1]; !common[fold(last)] && words[0] != "Kim" {
			phrases = append(phrases, last)
		}
	}
	n.add(v, what, phrases)
}

// leaderOf is the name of somebody who speaks for a country or an organization.
func leaderOf(c *catalogue.Catalogue, code string) name {
	what := name{kind: countryName, code: code, how: byLeader}
	if c.Actor(code) == nil {
		what.kind = bodyName
	}
	return what
}

// surnameYears is how long after the last year of office a surname alone may stand for the country, titledYears a common one with a title.
const surnameYears, titledYears = 15, 1

// familyFirst are the countries whose leaders' surnames come first.
var familyFirst = set("CN TW KP KR SG")

// addLeaders adds those of data/leaders.tsv.
func (n *names) addLeaders(v *vocabulary, c *catalogue.Catalogue, common map[string]bool) error {
	rows, err := readTable("leaders", "code", "person", "surname", "from", "to")
	if err != nil {
		return err
	}
	for _, r := range rows {
		first, err1 := strconv.Atoi(r[3])
		last, err2 := strconv.Atoi(r[4])
		if err1 != nil || err2 != nil || last < first || r[2] != "" && r[2] != "full" {
			return graph.Errorf(graph.Invalid, "data/leaders.tsv: %s: from and to must be years, surname empty or full", r[1])
		}
		what := leaderOf(c, r[0])
		what.from, what.to = graph.Day(r[3]+"-01-01"), graph.Day(r[4]+"-12-31")
		words := strings.Fields(r[1])
		n.add(v, what, []string{r[1]})
		if len(words) < 2 {
			continue
		}
		surname, years := words[len(words)-1], surnameYears
		if what.titled = r[2] == "full" || common[fold(surname)]; what.titled {
			years = titledYears
		}
		if familyFirst[r[0]] && r[2] == "full" {
			surname = words[0]
		}
		what.until = graph.Day(fmt.Sprintf("%04d-12-31", last+years))
		n.add(v, what, []string{surname})
	}
	return nil
}
