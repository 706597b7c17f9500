package graphtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// reader is the reader of all batches that name no other.
const reader = "test-1"

// country and the like name nodes of the little catalogue below.
func country(code string) graph.Ref { return graph.Ref{Kind: graph.Actors, ID: graph.ActorID(code)} }
func principle(slug string) graph.Ref {
	return graph.Ref{Kind: graph.Principles, ID: graph.PrincipleID(slug)}
}
func instrument(slug string) graph.Ref {
	return graph.Ref{Kind: graph.Instruments, ID: graph.InstrumentID(slug)}
}
func term(label, slug string) graph.Ref {
	return graph.Ref{Kind: graph.Terms, ID: graph.TermID(label, slug)}
}

// catalogue is the batch of what ships with the program, in small.
func catalogue() graph.Batch {
	b := graph.Batch{Source: graph.CatalogueSource, Reader: reader}
	for _, a := range []graph.Actor{
		{Code: "CN", Label: graph.Country, Name: "China", Alpha3: "CHN", Aliases: []string{"PRC", "People's Republic of China"}},
		{Code: "US", Label: graph.Country, Name: "United States", Alpha3: "USA", Aliases: []string{"America", "USA"}},
		{Code: "RU", Label: graph.Country, Name: "Russia", Alpha3: "RUS"},
		{Code: "CI", Label: graph.Country, Name: "Côte d’Ivoire", Alpha3: "CIV"},
		{Code: "EE", Label: graph.Country, Name: "Estonia", Alpha3: "EST"},
		{Code: "un", Label: graph.Organization, Name: "United Nations", Kind: "BODY", Aliases: []string{"UN", "ООН"}},
	} {
		a.ID = graph.ActorID(a.Code)
		b.Nodes = append(b.Nodes, &a)
	}
	for _, x := range []graph.Term{
		{Label: graph.Sector, Slug: "power", Name: "power grids"}, {Label: graph.Sector, Slug: "banks", Name: "banks"},
		{Label: graph.Conduct, Slug: "theft", Name: "theft of data"}, {Label: graph.Condition, Slug: "peacetime", Name: "in peacetime"},
	} {
		x.ID = graph.TermID(x.Label, x.Slug)
		b.Nodes = append(b.Nodes, &x)
	}
	for _, p := range []graph.Principle{
		{Slug: "no-first-use", Name: "no first use", Domain: "cyber", Polarity: "REFRAIN"},
		{Slug: "spare-infrastructure", Name: "no first use on critical infrastructure", Meaning: "not to be the first to attack power grids",
			Domain: "cyber", Polarity: "REFRAIN"},
		{Slug: "no-testing", Name: "no nuclear tests", Domain: "nuclear", Polarity: "REFRAIN", Aliases: []string{"test ban"}},
	} {
		p.ID = graph.PrincipleID(p.Slug)
		b.Nodes = append(b.Nodes, &p)
	}
	for _, i := range []graph.Instrument{
		{Slug: "accord", Name: "Accord of the Two", Kind: "joint-statement", Binding: "political", Adopted: "2015-09-25"},
		{Slug: "ban", Name: "Treaty on the Ban of Tests", Kind: "treaty", Binding: "binding", Symbol: "A/50/1027", Adopted: "1996", Aliases: []string{"Ban Treaty"}},
	} {
		i.ID = graph.InstrumentID(i.Slug)
		b.Nodes = append(b.Nodes, &i)
	}
	link := func(t graph.Relationship, from, to graph.Ref, p graph.Props) {
		b.Links = append(b.Links, graph.Link{Type: t, From: from, To: to, Props: p})
	}
	for i, code := range []string{"CN", "US", "RU", "CI", "EE"} {
		link(graph.RelMemberOf, country(code), country("un"), graph.Props{"from": fmt.Sprintf("19%d5-10-24", 4+i)})
	}
	link(graph.RelNarrows, principle("spare-infrastructure"), principle("no-first-use"), nil)
	link(graph.RelStatedIn, principle("no-testing"), instrument("ban"), graph.Props{"locator": "article I"})
	link(graph.RelCovers, principle("spare-infrastructure"), term(graph.Sector, "power"), nil)
	return b
}

// story is an article in the making: what it says becomes a batch.
type story struct{ graph.Batch }

// tell begins an article with a text of its own that was published on a day.
func tell(text string, published graph.Day) *story {
	id := graph.ArticleID(text)
	return &story{graph.Batch{Source: id, Reader: reader, Article: &graph.Article{ID: id, URLs: []string{"https://news.example/" + id[:8]},
		Title: strings.Fields(text + " untitled")[0], Outlet: "Example Post", Kind: graph.Press, Published: published, Fetched: "2020-01-01", Language: "en", Text: text}}}
}

func (s *story) node(n graph.Node) graph.Ref {
	if !slices.ContainsFunc(s.Nodes, func(x graph.Node) bool { return x.NodeID() == n.NodeID() }) {
		s.Nodes = append(s.Nodes, n)
	}
	return graph.RefOf(n)
}

func (s *story) link(t graph.Relationship, from, to graph.Ref, p graph.Props) *story {
	s.Links = append(s.Links, graph.Link{Type: t, From: from, To: to, Props: p})
	return s
}

// article names the story's article.
func (s *story) article() graph.Ref { return graph.Ref{Kind: graph.Articles, ID: s.Source} }

// says gives the passage of a stretch of the text as evidence of a claim.
func (s *story) says(claim graph.Ref, words string) {
	at := strings.Index(s.Article.Text, words)
	if at < 0 {
		panic("the text does not say " + words)
	}
	start := len([]rune(s.Article.Text[:at]))
	end := start + len([]rune(words))
	p := s.node(&graph.Passage{ID: graph.PassageID(s.Source, start, end), Text: words, Start: start, End: end})
	s.link(graph.RelIn, p, s.article(), nil)
	s.link(graph.RelSupportedBy, claim, p, graph.Props{"extractor": "test", "version": "1", "confidence": 0.75})
}

// deal is what identifies a commitment.
type deal struct{ Principle, Instrument, Parties string }

func (d deal) ref() graph.Ref {
	return graph.Ref{Kind: graph.Commitments, ID: graph.CommitmentID(d.Principle, d.Instrument, strings.Fields(d.Parties))}
}

// The commitments of the tests.
var (
	talks  = deal{"spare-infrastructure", "", "CN US"}
	accord = deal{"spare-infrastructure", "accord", ""}
	ban    = deal{"no-testing", "ban", ""}
)

// commitment lets the story speak of a commitment.
func (s *story) commitment(d deal) graph.Ref {
	for _, n := range s.Nodes {
		if n.NodeID() == d.ref().ID {
			return d.ref()
		}
	}
	c := s.node(&graph.Commitment{ID: d.ref().ID, Summary: strings.TrimSpace(d.Parties + " " + d.Principle + " " + d.Instrument)})
	s.link(graph.RelUpholds, c, principle(d.Principle), nil)
	if d.Instrument != "" {
		s.link(graph.RelUnder, c, instrument(d.Instrument), nil)
	}
	for _, code := range strings.Fields(d.Parties) {
		s.party(code, c)
	}
	return c
}

// party says, once, that an actor is a party to a commitment.
func (s *story) party(code string, commitment graph.Ref) {
	known := func(l graph.Link) bool {
		return l.Type == graph.RelPartyTo && l.From == country(code) && l.To == commitment
	}
	if !slices.ContainsFunc(s.Links, known) {
		s.link(graph.RelPartyTo, country(code), commitment, graph.Props{"mode": "INDIVIDUAL"})
	}
}

// stage says that actors reached a status on a day ("" for none), told in words of the text. Changes may refine it; its id does not see them.
func (s *story) stage(d deal, status graph.Status, day graph.Day, actors, words string, changes ...func(*graph.Stage)) *story {
	known := s.Article.KnownAt()
	n := &graph.Stage{Status: status, Stance: graph.Reports, First: day, Last: day, KnownAt: known, KnownTo: graph.Forever, Confidence: 0.5}
	if day == "" {
		n.Last = known
	}
	for _, c := range changes {
		c(n)
	}
	n.ID = graph.ReportID(s.Source, d.Principle, d.Instrument, strings.Fields(actors), n.Status, n.Stance, n.First, n.Last)
	stage := s.node(n)
	s.link(graph.RelReached, s.commitment(d), stage, nil)
	for _, code := range strings.Fields(actors) {
		s.link(graph.RelBy, stage, country(code), nil)
		s.party(code, d.ref())
	}
	if words != "" {
		s.says(stage, words)
	}
	return s
}

// act says that an actor did something to an instrument on a day, which brought it a status.
func (s *story) act(code, slug string, action graph.Action, day graph.Day, status graph.Status) *story {
	a := s.node(&graph.TreatyAction{ID: graph.TreatyActionID(code, slug, action, day), Action: action, First: day, Last: day,
		Source: "depositary"})
	s.link(graph.RelBy, a, country(code), nil).link(graph.RelOn, a, instrument(slug), nil)
	stage := s.node(&graph.Stage{ID: graph.ActStageID(a.ID, status), Status: status, Stance: graph.Reports, First: day, Last: day,
		KnownAt: day, KnownTo: graph.Forever, Confidence: 1})
	return s.link(graph.RelFrom, stage, a, nil).link(graph.RelBy, stage, country(code), nil)
}

// attack lets the story speak of an attack on a country.
func (s *story) attack(slug, name string, day graph.Day, victim string) graph.Ref {
	a := s.node(&graph.Attack{ID: graph.ID("Attack", slug), Name: name, First: day, Last: day})
	s.link(graph.RelStruck, a, country(victim), nil).link(graph.RelHit, a, term(graph.Sector, "power"), nil)
	return a
}

// blames says that one accuses another of an attack.
func (s *story) blames(attack graph.Ref, by, whom, words string) *story {
	return s.claims(attack, by, whom, graph.Accuses, words)
}

// alleges says that one accuses another of a breach.
func (s *story) alleges(d deal, by, whom, words string) *story {
	return s.claims(s.commitment(d), by, whom, graph.Alleges, words)
}

// claims says that somebody takes a stance on who did an attack, or who broke a commitment.
func (s *story) claims(of graph.Ref, by, whom string, stance graph.Stance, words string) *story {
	known := s.Article.KnownAt()
	claim, blamed := graph.Ref{}, graph.RelBlames
	if of.Kind == graph.Attacks {
		claim = s.node(&graph.Attribution{ID: graph.AttributionID(of.ID, by, whom, stance, "", s.Source), Stance: stance, Last: known, KnownAt: known, KnownTo: graph.Forever})
	} else {
		blamed = graph.RelAgainst
		claim = s.node(&graph.Allegation{ID: graph.AllegationID(of.ID, by, whom, stance, "", s.Source), Stance: stance, Last: known, KnownAt: known, KnownTo: graph.Forever})
	}
	s.link(graph.RelOf, claim, of, nil).link(graph.RelBy, claim, country(by), nil).link(blamed, claim, country(whom), nil)
	s.says(claim, words)
	return s
}

// meeting lets the story speak of a summit.
func (s *story) meeting(slug, name string, first, last graph.Day, participants string) graph.Ref {
	m := s.node(&graph.Summit{ID: graph.ID("Summit", slug), Name: name, Kind: "visit", First: first, Last: last})
	for _, code := range strings.Fields(participants) {
		s.link(graph.RelAttended, country(code), m, graph.Props{"planned": true})
	}
	return m
}

// mentions says that the article names countries.
func (s *story) mentions(codes string) *story {
	for _, code := range strings.Fields(codes) {
		s.link(graph.RelMentions, s.article(), country(code), nil)
	}
	return s
}

// world is a little history in six articles, each in a batch; the catalogue comes first.
func world() []graph.Batch {
	could := func(s *graph.Stage) { s.Hedge = "could" }
	talking := tell("Envoys are discussing a pledge on power grids. It could be announced during the visit.", "2015-09-22").
		stage(talks, graph.Negotiating, "2015-09-20", "CN US", "Envoys are discussing a pledge on power grids.", could).mentions("CN US")
	talking.says(talking.meeting("visit", "visit to Washington", "2015-09-24", "2015-09-26", "CN US"), "the visit")
	agreed := tell("The two sides agreed on an accord. A pledge on power grids is part of it.", "2015-09-26").
		stage(accord, graph.Agreed, "2015-09-25", "CN US", "The two sides agreed on an accord.").mentions("CN US")
	struck := tell("Lights went out. Estonia accuses Russia of the attack on power grids.", "2016-03-02")
	struck.blames(struck.attack("dark", "Dark Night", "2016-03-01", "EE"), "EE", "RU", "Estonia accuses Russia").mentions("EE RU")
	broken := tell("America alleges that China broke the accord; China denies it.", "2016-05-05").
		alleges(accord, "US", "CN", "America alleges that China broke the accord").mentions("US CN")
	ratified := tell("Estonia ratified the ban.", "1999-08-14").act("EE", "ban", graph.Ratification, "1999-08-13", graph.Ratified).
		stage(ban, graph.Signed, "1996-09-24", "EE RU", "")
	left := tell("China left the accord.", "2017-01-02").stage(accord, graph.Withdrawn, "2017-01-01", "CN", "China left the accord.")
	return []graph.Batch{catalogue(), talking.Batch, agreed.Batch, struck.Batch, broken.Batch, ratified.Batch, left.Batch}
}
