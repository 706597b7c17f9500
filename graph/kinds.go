package graph

import "reflect"

// The kinds of nodes, in the order in which a whole graph is written.
var (
	Actors        = kindOf[Actor]("Actor", Country, Organization, Class)
	Terms         = kindOf[Term]("Term", Sector, Conduct, Condition)
	Principles    = kindOf[Principle]("Principle")
	Instruments   = kindOf[Instrument]("Instrument")
	TreatyActions = kindOf[TreatyAction]("TreatyAction")
	Summits       = kindOf[Summit]("Summit")
	Attacks       = kindOf[Attack]("Attack")
	Commitments   = kindOf[Commitment]("Commitment")
	Stages        = kindOf[Stage]("Stage")
	Standings     = kindOf[Standing]("Standing")
	Attributions  = kindOf[Attribution]("Attribution")
	Allegations   = kindOf[Allegation]("Allegation")
	Articles      = kindOf[Article]("Article")
	Passages      = kindOf[Passage]("Passage")
	Reviews       = kindOf[Review]("Review")

	Kinds = []*Kind{Actors, Terms, Principles, Instruments, TreatyActions, Summits, Attacks, Commitments, Stages, Standings,
		Attributions, Allegations, Articles, Passages, Reviews}

	byType = map[reflect.Type]*Kind{}
)

// Relations is the table of relationships: what each leads from and to, and what it is called from either side ("" for a side
// from which nobody asks).
var Relations = []struct {
	From       *Kind
	Type       Relationship
	To         *Kind
	Properties []string
	Out, In    string // names of the edges seen from From and from To
	One        bool   // From has at most one
}{
	{Commitments, RelUpholds, Principles, nil, "principle", "commitments", true},
	{Commitments, RelUnder, Instruments, nil, "instrument", "commitments", true},
	{Actors, RelPartyTo, Commitments, []string{"mode"}, "commitments", "parties", false},
	{Commitments, RelReached, Stages, []string{"through"}, "stages", "commitments", false},
	{Commitments, RelHeld, Standings, nil, "held", "commitment", false},
	{Stages, RelBy, Actors, nil, "actors", "stages", false},
	{Stages, RelToward, Actors, nil, "toward", "", false},
	{Stages, RelAt, Summits, nil, "summit", "stages", true},
	{Stages, RelCovers, Terms, nil, "covers", "", false},
	{Stages, RelExcludes, Terms, nil, "excludes", "", false},
	{Stages, RelIf, Terms, nil, "conditions", "", false},
	{Stages, RelFrom, TreatyActions, nil, "act", "stages", true},
	{Standings, RelOf, Actors, nil, "actor", "standings", true},
	{Principles, RelNarrows, Principles, nil, "narrows", "narrower", false},
	{Principles, RelStatedIn, Instruments, []string{"locator"}, "statedIn", "states", false},
	{Principles, RelCovers, Terms, nil, "covers", "", false},
	{Principles, RelExcludes, Terms, nil, "excludes", "", false},
	{Actors, RelMemberOf, Actors, []string{"from", "to"}, "memberOf", "members", false},
	{Actors, RelSucceeds, Actors, []string{"on"}, "succeeds", "succeededBy", false},
	{TreatyActions, RelBy, Actors, nil, "actor", "treatyActions", true},
	{TreatyActions, RelOn, Instruments, nil, "instrument", "treatyActions", true},
	{Actors, RelAttended, Summits, []string{"planned"}, "summits", "participants", false},
	{Summits, RelDiscussed, Principles, nil, "discussed", "discussedAt", false},
	{Attacks, RelStruck, Actors, nil, "victims", "suffered", false},
	{Attacks, RelHit, Terms, nil, "sectors", "", false},
	{Attacks, RelOfKind, Terms, nil, "conduct", "", true},
	{Attributions, RelOf, Attacks, nil, "attack", "attributions", true},
	{Attributions, RelBy, Actors, nil, "by", "attributions", true},
	{Attributions, RelBlames, Actors, nil, "blames", "blamedIn", true},
	{Allegations, RelOf, Commitments, nil, "commitment", "allegations", true},
	{Allegations, RelBy, Actors, nil, "by", "allegations", true},
	{Allegations, RelAgainst, Actors, nil, "against", "allegedIn", true},
	{Allegations, RelCites, Attacks, nil, "attack", "citedIn", true},
	{Stages, RelSupportedBy, Passages, support, "evidence", "stages", false},
	{Attributions, RelSupportedBy, Passages, support, "evidence", "attributions", false},
	{Allegations, RelSupportedBy, Passages, support, "evidence", "allegations", false},
	{Attacks, RelSupportedBy, Passages, support, "evidence", "attacks", false},
	{Summits, RelSupportedBy, Passages, support, "evidence", "summits", false},
	{Passages, RelIn, Articles, nil, "article", "passages", true},
	{Articles, RelMentions, Actors, nil, "actors", "articles", false},
	{Articles, RelMentions, Principles, nil, "principles", "articles", false},
	{Articles, RelMentions, Instruments, nil, "instruments", "articles", false},
	{Articles, RelVersionOf, Articles, nil, "versionOf", "versions", false},
	{Articles, RelCopyOf, Articles, nil, "copyOf", "copies", false},
	{Reviews, RelOf, Stages, nil, "stage", "reviews", false},
	{Reviews, RelOf, Attributions, nil, "attribution", "reviews", false},
	{Reviews, RelOf, Allegations, nil, "allegation", "reviews", false},
	{Reviews, RelOf, Attacks, nil, "attacks", "reviews", false},
	{Reviews, RelOf, Summits, nil, "summits", "reviews", false},
	{Reviews, RelOf, Commitments, nil, "commitments", "reviews", false},
}

// support says who read the claim out of the passage, and how sure.
var support = []string{"extractor", "version", "confidence"}

func init() {
	for _, k := range Kinds {
		byType[k.goType] = k
	}
	for _, r := range Relations {
		addEdge(&Edge{Name: r.Out, From: r.From, To: r.To, Relation: r.Type, One: r.One})
		addEdge(&Edge{Name: r.In, From: r.To, To: r.From, Relation: r.Type, In: true, One: r.Type == RelHeld})
	}
	// Seen apart, what HELD leads to: the actors' standings and the commitment's own.
	addEdge(&Edge{Name: "standings", From: Commitments, To: Standings, Relation: RelHeld, Where: Is{"own", Eq, false}})
	addEdge(&Edge{Name: "own", From: Commitments, To: Standings, Relation: RelHeld, Where: Is{"own", Eq, true}})
}

func addEdge(e *Edge) {
	if e.Name == "" {
		return
	}
	if e.From.edges[e.Name] != nil {
		panic("graph: " + e.From.Name + " has two edges " + e.Name)
	}
	e.From.Edges = append(e.From.Edges, e)
	e.From.edges[e.Name] = e
}
