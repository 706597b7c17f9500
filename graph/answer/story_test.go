package answer

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// report is an article that tells one stage; lists are words with blanks between.
type report struct {
	Day, First, Last             graph.Day // published; of the stage, "" for none
	Outlet, CopyOf               string    // CopyOf is the text of another article
	Kind                         graph.Authority
	Principle, Instrument        string
	Status                       graph.Status
	Actors, Parties, Toward      string // Parties are the actors unless told
	Covers, Excludes, Conditions string
	Hedge                        string
	Denies                       bool
}

// text is all that the article says: nobody's, and of its own.
func (r report) text() string {
	return strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s %s %s %s %s %s %s %v", r.Outlet, r.Day, r.Principle, r.Instrument, r.Status, r.Actors, r.Toward, r.Covers, r.Excludes, r.Conditions, r.Denies)), " ")
}

func (r report) parties() []string { return strings.Fields(cmp.Or(r.Parties, r.Actors)) }

// commitment is the id of that which it tells of.
func (r report) commitment() string {
	return graph.CommitmentID(r.Principle, r.Instrument, r.parties())
}

func (r report) stage() string {
	return graph.ReportID(graph.ArticleID(r.text()), r.Principle, r.Instrument, strings.Fields(r.Actors), r.Status, r.stance(), r.First, r.last())
}

func (r report) stance() graph.Stance {
	if r.Denies {
		return graph.Denies
	}
	return graph.Reports
}

func (r report) last() graph.Day { return cmp.Or(r.Last, r.First, r.Day) }

// batch is the article as a batch.
func (r report) batch() graph.Batch {
	b := begin(r.text(), r.Day, cmp.Or(r.Outlet, "Test Gazette"), cmp.Or(r.Kind, graph.Press))
	c := b.node(&graph.Commitment{ID: r.commitment(), Summary: graph.Summary(r.Principle, r.Instrument, r.parties())})
	b.link(graph.RelUpholds, c, graph.Ref{Kind: graph.Principles, ID: graph.PrincipleID(r.Principle)}, nil)
	if r.Instrument != "" {
		b.link(graph.RelUnder, c, graph.Ref{Kind: graph.Instruments, ID: graph.InstrumentID(r.Instrument)}, nil)
	}
	s := b.node(&graph.Stage{ID: r.stage(), Status: r.Status, Stance: r.stance(), First: r.First, Last: r.last(), KnownAt: r.Day, KnownTo: graph.Forever,
		Confidence: 0.9, Hedge: r.Hedge})
	b.link(graph.RelReached, c, s, nil)
	b.says(s)
	for _, code := range strings.Fields(r.Actors) {
		b.link(graph.RelBy, s, actorRef(code), nil)
	}
	for _, code := range r.parties() {
		b.link(graph.RelPartyTo, actorRef(code), c, graph.Props{"mode": "INDIVIDUAL"})
	}
	for _, code := range strings.Fields(r.Toward) {
		b.link(graph.RelToward, s, actorRef(code), nil)
	}
	for _, slug := range strings.Fields(r.Covers) {
		b.link(graph.RelCovers, s, termRef(slug), nil)
	}
	for _, slug := range strings.Fields(r.Excludes) {
		b.link(graph.RelExcludes, s, termRef(slug), nil)
	}
	for _, slug := range strings.Fields(r.Conditions) {
		b.link(graph.RelIf, s, graph.Ref{Kind: graph.Terms, ID: graph.TermID(graph.Condition, slug)}, nil)
	}
	if r.CopyOf != "" {
		b.link(graph.RelCopyOf, graph.RefOf(b.Article), graph.Ref{Kind: graph.Articles, ID: graph.ArticleID(r.CopyOf)}, nil)
	}
	return b.Batch
}

// saying is what somebody says of another in an article about an attack or a commitment.
type saying struct {
	By, Against, Basis string
	Stance             graph.Stance
	Day                graph.Day
	Cites              bool // of a breach: the attack
}

// strike is an attack, told in one article.
type strike struct {
	Name, Victims, Sectors, Conduct string
	First, Last                     graph.Day
	Said                            []saying
}

func (x strike) id() string { return graph.ID("Attack", x.Name) }

func (x strike) batch(known graph.Day) graph.Batch {
	b := begin(x.Name+" is told.", known, "Test Gazette", graph.Press)
	a := b.node(&graph.Attack{ID: x.id(), Name: x.Name, First: x.First, Last: cmp.Or(x.Last, x.First)})
	b.says(a)
	for _, code := range strings.Fields(x.Victims) {
		b.link(graph.RelStruck, a, actorRef(code), nil)
	}
	for _, slug := range strings.Fields(x.Sectors) {
		b.link(graph.RelHit, a, termRef(slug), nil)
	}
	if x.Conduct != "" {
		b.link(graph.RelOfKind, a, termRef(x.Conduct), nil)
	}
	for _, s := range x.Said {
		n := b.node(&graph.Attribution{ID: graph.AttributionID(x.id(), s.By, s.Against, s.Stance, s.Day, b.Source), Stance: s.Stance, Basis: s.Basis, First: s.Day,
			Last: cmp.Or(s.Day, known), KnownAt: known, KnownTo: graph.Forever})
		b.link(graph.RelOf, n, a, nil)
		b.link(graph.RelBy, n, actorRef(s.By), nil)
		b.link(graph.RelBlames, n, actorRef(s.Against), nil)
		b.says(n)
	}
	return b.Batch
}

// alleges is an article in which somebody speaks of a breach of a commitment that another article told.
func (s saying) alleges(of report, cites string) graph.Batch {
	b := begin(fmt.Sprint(s, of.text(), cites), s.Day, "Test Gazette", graph.Press)
	c := b.node(&graph.Commitment{ID: of.commitment(), Summary: graph.Summary(of.Principle, of.Instrument, of.parties())})
	b.link(graph.RelUpholds, c, graph.Ref{Kind: graph.Principles, ID: graph.PrincipleID(of.Principle)}, nil)
	n := b.node(&graph.Allegation{ID: graph.AllegationID(of.commitment(), s.By, s.Against, s.Stance, s.Day, b.Source), Stance: s.Stance, Basis: s.Basis, First: s.Day, Last: s.Day,
		KnownAt: s.Day, KnownTo: graph.Forever})
	b.link(graph.RelOf, n, c, nil)
	b.link(graph.RelBy, n, actorRef(s.By), nil)
	b.link(graph.RelAgainst, n, actorRef(s.Against), nil)
	if cites != "" {
		a := b.node(&graph.Attack{ID: cites})
		b.says(a)
		b.link(graph.RelCites, n, a, nil)
	}
	b.says(n)
	return b.Batch
}

// draft is a batch in the making.
type draft struct {
	graph.Batch
	passage graph.Ref
}

func begin(text string, day graph.Day, outlet string, kind graph.Authority) *draft {
	a := &graph.Article{ID: graph.ArticleID(text), URLs: []string{"https://" + graph.ArticleID(text)[:8] + ".example"}, Title: text, Outlet: outlet, Kind: kind, Published: day, Fetched: day, Text: text}
	b := &draft{Batch: graph.Batch{Source: a.ID, Reader: "test", Article: a}}
	b.passage = b.node(&graph.Passage{ID: graph.PassageID(a.ID, 0, len(text)), Text: text, End: len(text)})
	b.link(graph.RelIn, b.passage, graph.RefOf(a), nil)
	return b
}

func (b *draft) node(n graph.Node) graph.Ref {
	b.Nodes = append(b.Nodes, n)
	return graph.RefOf(n)
}

func (b *draft) link(t graph.Relationship, from, to graph.Ref, p graph.Props) {
	b.Links = append(b.Links, graph.Link{Type: t, From: from, To: to, Props: p})
}

func (b *draft) says(claim graph.Ref) {
	b.link(graph.RelSupportedBy, claim, b.passage, graph.Props{"extractor": "test", "version": "1", "confidence": 0.9})
}

func actorRef(code string) graph.Ref { return graph.Ref{Kind: graph.Actors, ID: graph.ActorID(code)} }

// termRef is the sector or conduct of a slug.
func termRef(slug string) graph.Ref {
	label := graph.Conduct
	if c, err := catalogue.Load(); err == nil && c.Sector(slug) != nil {
		label = graph.Sector
	}
	return graph.Ref{Kind: graph.Terms, ID: graph.TermID(label, slug)}
}

func put(t testing.TB, s graph.Store, batches ...graph.Batch) {
	t.Helper()
	for _, b := range batches {
		if _, err := s.Put(context.Background(), b); err != nil {
			t.Fatalf("%s: %v", b.Article.Title, err)
		}
	}
}

// tell puts an article of a day that reports one stage of a commitment without an instrument.
func tell(t testing.TB, s graph.Store, day graph.Day, principle string, status graph.Status, actors ...string) {
	t.Helper()
	put(t, s, report{Day: day, First: day, Principle: principle, Status: status, Actors: strings.Join(actors, " ")}.batch())
}

// judge adds a person's review.
func judge(t testing.TB, s graph.Store, subject, other string, v graph.Verdict) {
	t.Helper()
	if err := s.Review(context.Background(), graph.Review{Subject: subject, Other: other, Reviewer: "ann", Verdict: v, At: "2030-01-01T00:00:00Z"}); err != nil {
		t.Fatal(err)
	}
}
