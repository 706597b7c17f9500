package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Truth is what the record says of one element.
type Truth string

const (
	True    Truth = "TRUE"
	False   Truth = "FALSE"
	Unknown Truth = "UNKNOWN"
)

// Applies is what the elements amount to. UNKNOWN is never shown as kept, and none of them says that anything was broken.
type Applies string

const (
	DoesApply    Applies = "APPLIES"        // every element is true
	DoesNotApply Applies = "DOES_NOT_APPLY" // one element is false
	MayApply     Applies = "UNKNOWN"
)

// Element is one question that decides whether a commitment covers an attack.
type Element struct {
	Name     string // accused, victim, standing, target, conduct, conditions
	Value    Truth
	Why      string
	Passages []*graph.Passage // that say so
	Sources  []string         // of what the catalogue says
}

// Applicability is whether a commitment covers an attack, element by element.
type Applicability struct {
	Attack     *graph.Attack
	Commitment *graph.Commitment
	AsOf       graph.AsOf
	Elements   []Element
	Overall    Applies
}

// Applicability works out whether a commitment covers an attack, by their ids, as known on a day. The standing is that of the day of the
// attack. An unknown id is NotFound.
func (d *Desk) Applicability(ctx context.Context, attack, commitment string, at graph.AsOf) (*Applicability, error) {
	at = d.today(at)
	a, err := d.readAttack(ctx, attack, at)
	if err != nil {
		return nil, err
	}
	c, err := d.readCommitment(ctx, commitment, at)
	if err != nil {
		return nil, err
	}
	out := &Applicability{Attack: a.node, Commitment: c.node, AsOf: at}
	if c.classes, err = d.classes(ctx, append(a.victims, a.blamed...), at); err != nil {
		return nil, err
	}
	standing, err := d.standingElement(ctx, a, c, at)
	if err != nil {
		return nil, err
	}
	out.Elements = []Element{accused(a, c), d.victim(a, c), standing, d.target(a, c), d.conduct(a, c), conditions(c)}
	out.Overall = overall(out.Elements)
	return out, nil
}

func overall(es []Element) Applies {
	out := DoesApply
	for _, e := range es {
		switch e.Value {
		case False:
			return DoesNotApply
		case Unknown:
			out = MayApply
		}
	}
	return out
}

// attackFacts is what is told of an attack.
type attackFacts struct {
	node             *graph.Attack
	victims, blamed  []string // codes
	sectors          []string // slugs
	conduct          string   // slug
	passages, blames []*graph.Passage
	sources          []string // of attributions that the catalogue knows
}

// commitmentFacts is what is told of a commitment.
type commitmentFacts struct {
	node                                *graph.Commitment
	principle                           *graph.Principle
	classes                             map[string][]string // codes of the classes that victims and blamed belong to, by their codes
	parties, toward                     []string            // codes
	covers, excludes                    []string            // slugs that its stages tell
	wordingCovers, wordingExcludes      []string            // slugs that the wording of the principle tells
	conditions                          []string            // names
	passages, scopePassages, ifPassages []*graph.Passage
}

func (d *Desk) readAttack(ctx context.Context, id string, at graph.AsOf) (attackFacts, error) {
	n, err := d.one(ctx, graph.Attacks, id)
	if err != nil {
		return attackFacts{}, err
	}
	a := attackFacts{node: n.(*graph.Attack)}
	r := reader{ctx: ctx, d: d, at: at}
	a.victims = codes(r.follow(graph.Attacks, "victims", id))
	a.sectors = terms(r.follow(graph.Attacks, "sectors", id))
	if k := terms(r.follow(graph.Attacks, "conduct", id)); len(k) > 0 {
		a.conduct = k[0]
	}
	a.passages = passages(r.follow(graph.Attacks, "evidence", id))
	for _, n := range r.follow(graph.Attacks, "attributions", id) {
		x := n.(*graph.Attribution)
		if x.Stance == graph.Denies {
			continue
		}
		a.blamed = append(a.blamed, codes(r.follow(graph.Attributions, "blames", x.ID))...)
		a.blames = append(a.blames, passages(r.follow(graph.Attributions, "evidence", x.ID))...)
		if x.Source != "" {
			a.sources = append(a.sources, x.Source)
		}
	}
	return a, r.err
}

func (d *Desk) readCommitment(ctx context.Context, id string, at graph.AsOf) (commitmentFacts, error) {
	n, err := d.one(ctx, graph.Commitments, id)
	if err != nil {
		return commitmentFacts{}, err
	}
	c := commitmentFacts{node: n.(*graph.Commitment)}
	r := reader{ctx: ctx, d: d, at: at}
	c.parties = codes(r.follow(graph.Commitments, "parties", id))
	for _, n := range r.follow(graph.Commitments, "principle", id) {
		c.principle = n.(*graph.Principle)
		c.wordingCovers = terms(r.follow(graph.Principles, "covers", c.principle.ID))
		c.wordingExcludes = terms(r.follow(graph.Principles, "excludes", c.principle.ID))
	}
	for _, n := range r.follow(graph.Commitments, "stages", id) {
		s := n.(*graph.Stage)
		says := passages(r.follow(graph.Stages, "evidence", s.ID))
		c.passages = append(c.passages, says...)
		c.toward = append(c.toward, codes(r.follow(graph.Stages, "toward", s.ID))...)
		covers, excludes := terms(r.follow(graph.Stages, "covers", s.ID)), terms(r.follow(graph.Stages, "excludes", s.ID))
		if len(covers)+len(excludes) > 0 {
			c.scopePassages = append(c.scopePassages, says...)
		}
		c.covers, c.excludes = append(c.covers, covers...), append(c.excludes, excludes...)
		for _, t := range r.follow(graph.Stages, "conditions", s.ID) {
			c.conditions = append(c.conditions, t.(*graph.Term).Name)
			c.ifPassages = append(c.ifPassages, says...)
		}
	}
	return c, r.err
}

// accused asks whether somebody who is blamed is a party.
func accused(a attackFacts, c commitmentFacts) Element {
	e := Element{Name: "accused", Passages: a.blames, Sources: a.sources}
	switch {
	case len(a.blamed) == 0:
		e.Value, e.Why = Unknown, "nobody is blamed"
	case slices.ContainsFunc(a.blamed, c.party):
		e.Value, e.Why = True, fmt.Sprintf("%s, who is blamed, is a party", strings.Join(filter(a.blamed, c.party), ", "))
	default:
		e.Value, e.Why = False, fmt.Sprintf("%s, who is blamed, is no party", strings.Join(a.blamed, ", "))
	}
	return e
}

// party says whether a code is among the parties, by itself or as one of a class.
func (c commitmentFacts) party(code string) bool {
	return slices.Contains(c.parties, code) ||
		slices.ContainsFunc(c.classes[code], func(class string) bool { return slices.Contains(c.parties, class) })
}

// classes finds the classes that actors belong to, by their codes.
func (d *Desk) classes(ctx context.Context, codes []string, at graph.AsOf) (map[string][]string, error) {
	out := map[string][]string{}
	var err error
	visit := func(n graph.Node) {
		if a := n.(*graph.Actor); err == nil {
			out[a.Code], err = graph.ClassesOf(ctx, d.Store, a, at)
		}
	}
	where := graph.Is{Property: "code", Op: graph.InList, Value: anys(codes)}
	if e := d.all(ctx, graph.Query{Kind: graph.Actors, Where: where}, visit); e != nil {
		return nil, e
	}
	return out, err
}

// victim asks whether the victim is one to whom the commitment is owed: another party, one toward whom it was made, or any state.
func (d *Desk) victim(a attackFacts, c commitmentFacts) Element {
	owed := func(code string) bool { return c.party(code) || slices.Contains(c.toward, code) }
	e := Element{Name: "victim", Passages: a.passages}
	switch {
	case len(a.victims) == 0:
		e.Value, e.Why = Unknown, "no victim is told"
	case slices.ContainsFunc(a.victims, owed):
		e.Value, e.Why = True, fmt.Sprintf("it is owed to %s", strings.Join(filter(a.victims, owed), ", "))
	case len(c.parties) == 1 && len(c.toward) == 0:
		e.Value, e.Why = Unknown, "it was declared by one alone, and not toward whom"
	default:
		e.Value, e.Why = False, fmt.Sprintf("it is not owed to %s", strings.Join(a.victims, ", "))
	}
	return e
}

// standingElement asks whether somebody who is blamed held the commitment on the day of the attack.
func (d *Desk) standingElement(ctx context.Context, a attackFacts, c commitmentFacts, at graph.AsOf) (Element, error) {
	e := Element{Name: "standing", Value: Unknown, Passages: c.passages}
	if a.node.First == "" {
		e.Why = "the day of the attack is not told"
		return e, nil
	}
	holders := filter(a.blamed, c.party)
	for _, code := range a.blamed {
		holders = append(holders, c.classes[code]...)
	}
	var held []string
	on := map[graph.Day]bool{}
	for _, day := range []graph.Day{a.node.First, a.node.Last} {
		where := graph.And{graph.Is{Property: "own", Op: graph.Eq, Value: false}, graph.Some{Edge: "commitment", X: graph.Is{Property: "id", Op: graph.Eq, Value: c.node.ID}},
			graph.Is{Property: "actorCode", Op: graph.InList, Value: anys(holders)}}
		page, err := d.Store.Find(ctx, graph.Query{Kind: graph.Standings, Where: where, AsOf: graph.AsOf{ValidAt: day, KnownAt: at.KnownAt}, First: graph.MaxPage})
		if err != nil {
			return e, err
		}
		consent := false
		for _, n := range page.Nodes {
			s := n.(*graph.Standing)
			held = append(held, fmt.Sprintf("%s %s", s.ActorCode, s.Status))
			consent = consent || s.Status.Consent()
		}
		on[day] = consent
	}
	held = slices.Compact(slices.Sorted(slices.Values(held)))
	switch {
	case len(held) == 0:
		e.Value, e.Why = False, "nothing was held on the day of the attack"
	case on[a.node.First] != on[a.node.Last]:
		e.Why = "it changed in the days in which the attack falls: " + strings.Join(held, ", ")
	case on[a.node.First]:
		e.Value, e.Why = True, "held on the day of the attack: "+strings.Join(held, ", ")
	default:
		e.Value, e.Why = False, "no consent on the day of the attack: "+strings.Join(held, ", ")
	}
	return e, nil
}

// target asks whether a sector that was hit is covered.
func (d *Desk) target(a attackFacts, c commitmentFacts) Element {
	return d.scope("target", a.sectors, func(slug string) bool { return d.Catalogue.Sector(slug) != nil }, c)
}

// conduct asks whether the kind of the attack is covered.
func (d *Desk) conduct(a attackFacts, c commitmentFacts) Element {
	var is []string
	if a.conduct != "" {
		is = []string{a.conduct}
	}
	return d.scope("conduct", is, func(slug string) bool { return d.Catalogue.Conduct(slug) != nil }, c)
}

// scope asks whether one of the slugs is covered: by the words of the texts, else by the wording of the principle. What texts list as
// covered need not be all, so what they leave unsaid is unknown; the wording of a principle is all.
func (d *Desk) scope(name string, is []string, mine func(string) bool, c commitmentFacts) Element {
	told, left := filter(c.covers, mine), filter(c.excludes, mine)
	word, wordLeft := filter(c.wordingCovers, mine), filter(c.wordingExcludes, mine)
	in := func(list []string) func(string) bool {
		return func(slug string) bool {
			return slices.Contains(list, slug) || slices.Contains(list, "critical-infrastructure") && d.critical(slug)
		}
	}
	e := Element{Name: name, Passages: c.scopePassages}
	if len(word)+len(wordLeft) > 0 {
		e.Sources = d.wording(c.principle.Slug)
	}
	switch {
	case len(told)+len(left)+len(word)+len(wordLeft) == 0:
		e.Value, e.Why = True, "it names none"
	case len(is) == 0:
		e.Value, e.Why = Unknown, "none is told of the attack"
	case slices.ContainsFunc(is, in(told)):
		e.Value, e.Why = True, "the texts say that it covers "+strings.Join(filter(is, in(told)), ", ")
	case slices.ContainsFunc(is, in(append(left, wordLeft...))):
		e.Value, e.Why = False, "it excludes "+strings.Join(filter(is, in(append(left, wordLeft...))), ", ")
	case slices.ContainsFunc(is, in(word)):
		e.Value, e.Why = True, "by its wording it covers "+strings.Join(filter(is, in(word)), ", ")
	case len(word) > 0:
		e.Value, e.Why = False, "by its wording it covers "+strings.Join(word, ", ")
	default:
		e.Value, e.Why = Unknown, "the texts name "+strings.Join(append(told, left...), ", ")
	}
	return e
}

// critical says whether a sector counts among the critical infrastructures.
func (d *Desk) critical(slug string) bool {
	s := d.Catalogue.Sector(slug)
	return s != nil && s.Critical != ""
}

// wording gives the source of the scope of a principle.
func (d *Desk) wording(principle string) []string {
	for _, s := range d.Catalogue.Scopes {
		if s.Principle == principle {
			return []string{s.Source}
		}
	}
	return nil
}

// conditions asks whether what it depends on was so; the record does not tell.
func conditions(c commitmentFacts) Element {
	e := Element{Name: "conditions", Value: True, Why: "it has none"}
	if names := slices.Compact(slices.Sorted(slices.Values(c.conditions))); len(names) > 0 {
		e.Value, e.Why, e.Passages = Unknown, "no record tells whether it was so: "+strings.Join(names, ", "), c.ifPassages
	}
	return e
}
