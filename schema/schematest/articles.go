package schematest

import (
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// The slugs of the history.
const (
	Pledge  = "no-first-use-critical-infrastructure"
	Outcome = "us-china-2015"
)

// articles are the history: talks, an outcome, an attack with who is blamed, an alleged breach.
func articles() []graph.Batch {
	talks := tell("Envoys of two countries are in talks of a pledge on power grids. It could be announced during the visit.", "2015-09-22", "https://news.example/talks")
	c := talks.commitment(Pledge, "", "CN", "US")
	s := talks.stage(c, &graph.Stage{Status: graph.Negotiating, First: "2015-09-20", Last: "2015-09-20", Hedge: "could", Confidence: 0.8, SaidBy: "officials", ConditionText: "in peacetime"}, "CN", "US")
	talks.link(graph.RelIf, s, term(graph.Condition, "peacetime"), nil)
	talks.link(graph.RelCovers, s, term(graph.Sector, "energy"), nil)
	talks.link(graph.RelExcludes, s, term(graph.Conduct, "disruption"), nil)
	talks.says(s, "Envoys of two countries are in talks of a pledge on power grids.")
	visit := talks.node(&graph.Summit{ID: graph.SummitID([]string{"CN", "US"}, "2015-09"), Name: "visit to Washington", Kind: "visit", First: "2015-09-24", Last: "2015-09-25"})
	talks.link(graph.RelAttended, actor("CN"), visit, graph.Props{"planned": true})
	talks.link(graph.RelAttended, actor("US"), visit, graph.Props{"planned": true})
	talks.link(graph.RelAt, s, visit, nil)
	talks.says(visit, "the visit")

	outcome := tell("The two sides agreed that neither steals trade secrets. The pledge on power grids is not in the text.", "2015-09-26", "https://news.example/outcome")
	outcome.says(outcome.stage(outcome.commitment("no-ip-theft", Outcome), &graph.Stage{Status: graph.Agreed, First: "2015-09-25", Last: "2015-09-25", Confidence: 0.9}, "CN", "US"),
		"The two sides agreed that neither steals trade secrets.")

	struck := tell("Lights went out in one country. Its government blames another, which denies it.", "2015-12-24", "https://news.example/dark")
	attack := struck.node(&graph.Attack{ID: graph.AttackID([]string{"UA"}, "disruption", "2015-12"), Name: "attack on power grids", First: "2015-12-23", Last: "2015-12-23"})
	struck.link(graph.RelStruck, attack, actor("UA"), nil)
	struck.link(graph.RelHit, attack, term(graph.Sector, "energy"), nil)
	struck.link(graph.RelOfKind, attack, term(graph.Conduct, "disruption"), nil)
	struck.says(attack, "Lights went out in one country.")
	for by, stance := range map[string]graph.Stance{"UA": graph.Accuses, "RU": graph.Denies} {
		a := struck.node(&graph.Attribution{ID: graph.AttributionID(attack.ID, by, "RU", stance, "2015-12-24", struck.Source), Stance: stance,
			First: "2015-12-24", Last: "2015-12-24", KnownAt: "2015-12-24", KnownTo: graph.Forever})
		struck.link(graph.RelOf, a, attack, nil)
		struck.link(graph.RelBy, a, actor(by), nil)
		struck.link(graph.RelBlames, a, actor("RU"), nil)
		struck.says(a, "Its government blames another, which denies it.")
	}

	breach := tell("One side says that the other broke the understanding.", "2015-11-19", "https://news.example/breach")
	of := breach.commitment("no-ip-theft", Outcome)
	a := breach.node(&graph.Allegation{ID: graph.AllegationID(of.ID, "US", "CN", graph.Alleges, "2015-11-18", breach.Source), Stance: graph.Alleges,
		First: "2015-11-18", Last: "2015-11-18", KnownAt: "2015-11-19", KnownTo: graph.Forever})
	breach.link(graph.RelOf, a, of, nil)
	breach.link(graph.RelBy, a, actor("US"), nil)
	breach.link(graph.RelAgainst, a, actor("CN"), nil)
	breach.says(a, "One side says that the other broke the understanding.")

	return []graph.Batch{talks.Batch, outcome.Batch, struck.Batch, breach.Batch}
}

func actor(code string) graph.Ref { return graph.Ref{Kind: graph.Actors, ID: graph.ActorID(code)} }

func term(label, slug string) graph.Ref {
	return graph.Ref{Kind: graph.Terms, ID: graph.TermID(label, slug)}
}

// story is an article in the making.
type story struct{ graph.Batch }

func tell(text string, published graph.Day, url string) *story {
	id := graph.ArticleID(text)
	title, _, _ := strings.Cut(text, ".")
	return &story{graph.Batch{Source: id, Reader: "test", Article: &graph.Article{ID: id, URLs: []string{url}, Title: title, Outlet: "Example Post",
		Kind: graph.Press, Published: published, Fetched: "2015-12-31", Language: "en", Text: text}}}
}

func (s *story) node(n graph.Node) graph.Ref {
	s.Nodes = append(s.Nodes, n)
	return graph.RefOf(n)
}

func (s *story) link(t graph.Relationship, from, to graph.Ref, p graph.Props) {
	s.Links = append(s.Links, graph.Link{Type: t, From: from, To: to, Props: p})
}

// says gives a stretch of the text as evidence of a claim. Passages may repeat: the second replaces the first.
func (s *story) says(claim graph.Ref, words string) {
	start := strings.Index(s.Article.Text, words)
	if start < 0 {
		panic("the text does not say " + words)
	}
	p := &graph.Passage{ID: graph.PassageID(s.Source, start, start+len(words)), Text: words, Start: start, End: start + len(words)}
	for _, n := range s.Nodes {
		if n.NodeID() == p.ID {
			s.link(graph.RelSupportedBy, claim, graph.RefOf(n), graph.Props{"extractor": "test", "version": "1", "confidence": 0.75})
			return
		}
	}
	s.node(p)
	s.link(graph.RelIn, graph.RefOf(p), graph.Ref{Kind: graph.Articles, ID: s.Source}, nil)
	s.link(graph.RelSupportedBy, claim, graph.RefOf(p), graph.Props{"extractor": "test", "version": "1", "confidence": 0.75})
}

// commitment speaks of a commitment between parties.
func (s *story) commitment(slug, instrument string, parties ...string) graph.Ref {
	c := s.node(&graph.Commitment{ID: graph.CommitmentID(slug, instrument, parties), Summary: graph.Summary(slug, instrument, parties)})
	s.link(graph.RelUpholds, c, graph.Ref{Kind: graph.Principles, ID: graph.PrincipleID(slug)}, nil)
	if instrument != "" {
		s.link(graph.RelUnder, c, graph.Ref{Kind: graph.Instruments, ID: graph.InstrumentID(instrument)}, nil)
	}
	for _, code := range parties {
		s.link(graph.RelPartyTo, actor(code), c, graph.Props{"mode": "INDIVIDUAL"})
	}
	return c
}

// stage says that actors reached a status.
func (s *story) stage(c graph.Ref, n *graph.Stage, actors ...string) graph.Ref {
	n.Stance, n.KnownAt, n.KnownTo = graph.Reports, s.Article.Published, graph.Forever
	n.ID = graph.ReportID(s.Source, c.ID, "", actors, n.Status, n.Stance, n.First, n.Last)
	s.node(n)
	s.link(graph.RelReached, c, graph.RefOf(n), nil)
	for _, code := range actors {
		s.link(graph.RelBy, graph.RefOf(n), actor(code), nil)
		s.link(graph.RelPartyTo, actor(code), c, graph.Props{"mode": "INDIVIDUAL"})
	}
	return graph.RefOf(n)
}
