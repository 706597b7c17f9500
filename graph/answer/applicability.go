package answer

import (
	"cmp"
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
	Name      string // accused, victim, standing, target, conduct, or condition, of which there may be several
	Condition string // slug, where Name is condition; "" where there are none
	Value     Truth
	Why       string
	Passages  []*graph.Passage // that say so
	Sources   []string         // of what the catalogue says
}

// Applicability is whether a commitment covers an attack, element by element.
type Applicability struct {
	Attack     *graph.Attack     // that stands for all that are one with it
	Commitment *graph.Commitment // likewise
	AsOf       graph.AsOf
	Elements   []Element
	Overall    Applies
	Record     []Said // who says what of the attack and of a breach, beside the above and without weight in it
}

// Applicability works out whether a commitment covers an attack, by their ids, as known on a day. The standing is that of the day of the
// attack. Attacks and commitments that are taken for one are read together. An unknown id is NotFound.
func (d *Desk) Applicability(ctx context.Context, attack, commitment string, v View) (*Applicability, error) {
	v.AsOf = d.today(v.AsOf)
	a, err := d.readAttack(ctx, attack, v)
	if err != nil {
		return nil, err
	}
	c, err := d.readCommitment(ctx, commitment, v)
	if err != nil {
		return nil, err
	}
	c.day = cmp.Or(a.first, v.AsOf.ValidAt)
	c.members, err = d.belonging(ctx, append(slices.Clone(a.victims), a.blamed()...), c.parties, graph.AsOf{ValidAt: c.day, KnownAt: v.AsOf.KnownAt})
	if err != nil {
		return nil, err
	}
	p := pair{Desk: d, ctx: ctx, view: v, attack: a, commitment: c}
	out := &Applicability{Attack: a.node, Commitment: c.node, AsOf: v.AsOf}
	standing, err := p.standing()
	if err != nil {
		return nil, err
	}
	conditions, err := p.conditions()
	if err != nil {
		return nil, err
	}
	out.Elements = append([]Element{p.accused(), p.victim(), standing, p.target(), p.conduct()}, conditions...)
	out.Overall = overall(out.Elements)
	out.Record, err = p.record()
	return out, err
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

// pair is an attack and a commitment that is held against it.
type pair struct {
	*Desk
	ctx        context.Context
	view       View
	attack     attackFacts
	commitment commitmentFacts
}

// accused asks whether somebody who is blamed is a party.
func (p pair) accused() Element {
	e := Element{Name: "accused", Value: Unknown}
	for _, s := range p.attack.said {
		if s.Stance != graph.Denies {
			e.Passages = append(e.Passages, s.Passages...)
			e.Sources = append(e.Sources, filter([]string{s.Source}, func(s string) bool { return s != "" })...)
		}
	}
	blamed := p.attack.blamed()
	switch parties := filter(blamed, p.commitment.party); {
	case len(blamed) == 0:
		e.Why = "nobody is blamed"
	case len(p.commitment.parties) == 0 || slices.Equal(p.commitment.parties, []string{graph.Unnamed}):
		e.Why = "its parties are not told"
	case len(parties) > 0:
		e.Value, e.Why = True, fmt.Sprintf("%s, who is blamed, is a party", strings.Join(parties, ", "))
	default:
		e.Value, e.Why = False, fmt.Sprintf("%s, who is blamed, is no party", strings.Join(blamed, ", "))
	}
	return e
}

// victim asks whether the victim is one to whom the commitment is owed: another party, or one toward whom it was made.
func (p pair) victim() Element {
	a, c := p.attack, p.commitment
	owed := filter(a.victims, func(code string) bool { return slices.Contains(c.toward, code) || p.othersParty(code) })
	e := Element{Name: "victim", Passages: a.passages, Sources: p.told()}
	switch {
	case len(a.victims) == 0:
		e.Value, e.Why = Unknown, "no victim is told"
	case len(owed) > 0:
		e.Value, e.Why = True, fmt.Sprintf("it is owed to %s", strings.Join(owed, ", "))
	case len(c.toward) > 0:
		e.Value, e.Why = False, fmt.Sprintf("it was made toward %s, not toward %s", strings.Join(c.toward, ", "), strings.Join(a.victims, ", "))
	case len(c.parties) < 2:
		e.Value, e.Why = Unknown, "it was declared by one alone, and not toward whom"
	default:
		e.Value, e.Why = False, fmt.Sprintf("it is not owed to %s", strings.Join(a.victims, ", "))
	}
	return e
}

// othersParty says whether a victim is a party beside those who are blamed.
func (p pair) othersParty(code string) bool {
	return p.commitment.party(code) && !slices.Equal(p.attack.blamed(), []string{code})
}

// told is the source of what the catalogue tells of the attack.
func (p pair) told() []string {
	if p.attack.node.Source == "" {
		return nil
	}
	return []string{p.attack.node.Source}
}

// holders are those among the blamed, and the groups and classes to which they belong, who may hold the commitment.
func (p pair) holders() []string {
	var out []string
	for _, code := range p.attack.blamed() {
		out = union(out, append([]string{code}, p.commitment.through(code)...))
	}
	return out
}

// heldOn is what of the commitment some actors hold on a day.
func (p pair) heldOn(codes []string, day graph.Day) ([]holding, error) {
	v := View{graph.AsOf{ValidAt: day, KnownAt: p.view.AsOf.KnownAt}, p.view.Policy}
	r, err := p.hold(p.ctx, graph.Is{Property: "id", Op: graph.Eq, Value: p.commitment.node.ID}, codes, v)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(r.holdings, func(h holding) bool { return !slices.Contains(codes, h.ActorCode) }), nil
}

// standing asks whether somebody who is blamed held the commitment on the day of the attack.
func (p pair) standing() (Element, error) {
	e := Element{Name: "standing", Value: Unknown, Passages: p.commitment.passages}
	holders := p.holders()
	switch {
	case p.attack.first == "":
		e.Why = "the day of the attack is not told"
		return e, nil
	case len(holders) == 0:
		e.Why = "nobody is blamed"
		return e, nil
	}
	var held []string
	consent := map[graph.Day]bool{}
	for _, day := range []graph.Day{p.attack.first, p.attack.last} {
		hs, err := p.heldOn(holders, day)
		if err != nil {
			return e, err
		}
		for _, h := range hs {
			held = union(held, []string{fmt.Sprintf("%s %s", h.ActorCode, h.Status)})
			consent[day] = consent[day] || h.Status.Consent()
		}
	}
	slices.Sort(held)
	what := strings.Join(held, ", ")
	switch {
	case len(held) == 0:
		e.Value, e.Why = False, "nothing was held on the day of the attack"
	case consent[p.attack.first] != consent[p.attack.last]:
		e.Why = "it changed in the days in which the attack falls: " + what
	case consent[p.attack.first]:
		e.Value, e.Why = True, "held on the day of the attack: "+what
	default:
		e.Value, e.Why = False, "no consent on the day of the attack: "+what
	}
	return e, p.acts(&e, holders)
}

// acts adds the sources of the recorded acts by which holders came to what they hold.
func (p pair) acts(e *Element, holders []string) error {
	found, err := p.stages(p.ctx, graph.Is{Property: "id", Op: graph.Eq, Value: p.commitment.node.ID},
		graph.And{acted, graph.Some{Edge: "actors", X: graph.Is{Property: "code", Op: graph.InList, Value: anys(holders)}}}, p.view)
	for _, t := range found {
		e.Sources = union(e.Sources, []string{t.act.Source})
	}
	return err
}

// target asks whether a sector that was hit is covered.
func (p pair) target() Element {
	return p.scope("target", p.attack.sectors, func(slug string) bool { return p.Catalogue.Sector(slug) != nil })
}

// conduct asks whether the kind of the attack is covered.
func (p pair) conduct() Element {
	return p.scope("conduct", p.attack.conduct, func(slug string) bool { return p.Catalogue.Conduct(slug) != nil })
}

// scope asks whether one of the slugs is covered: by the words of the texts, else by the wording of the principle. What texts list as
// covered need not be all, so what they leave unsaid is unknown; the wording of a principle is all.
func (p pair) scope(name string, is []string, mine func(string) bool) Element {
	c := p.commitment
	told, left := filter(c.covers, mine), filter(c.excludes, mine)
	word, wordLeft := filter(c.wordCovers, mine), filter(c.wordExcludes, mine)
	in := func(list []string) func(string) bool {
		return func(slug string) bool {
			return slices.Contains(list, slug) || slices.Contains(list, "critical-infrastructure") && p.critical(slug)
		}
	}
	e := Element{Name: name, Passages: append(slices.Clone(c.scope), p.attack.passages...), Sources: p.told()}
	if len(word)+len(wordLeft) > 0 {
		e.Sources = append(e.Sources, p.wording()...)
	}
	out := append(slices.Clone(left), wordLeft...)
	switch {
	case len(told)+len(left)+len(word)+len(wordLeft) == 0:
		e.Value, e.Why = True, "it names none"
	case len(is) == 0:
		e.Value, e.Why = Unknown, "none is told of the attack"
	case slices.ContainsFunc(is, in(told)):
		e.Value, e.Why = True, "the texts say that it covers "+strings.Join(filter(is, in(told)), ", ")
	case slices.ContainsFunc(is, in(out)):
		e.Value, e.Why = False, "it excludes "+strings.Join(filter(is, in(out)), ", ")
	case slices.ContainsFunc(is, in(word)):
		e.Value, e.Why = True, "by its wording it covers "+strings.Join(filter(is, in(word)), ", ")
	case len(word) > 0:
		e.Value, e.Why = False, "by its wording it covers "+strings.Join(word, ", ")
	case len(told) == 0:
		e.Value, e.Why = True, "it leaves out only "+strings.Join(out, ", ")
	default:
		e.Value, e.Why = Unknown, "the texts name "+strings.Join(append(told, out...), ", ")
	}
	return e
}

// critical says whether a sector counts among the critical infrastructures.
func (d *Desk) critical(slug string) bool {
	s := d.Catalogue.Sector(slug)
	return s != nil && s.Critical != ""
}

// wording gives the source of the scope of the principle.
func (p pair) wording() []string {
	for _, s := range p.Catalogue.Scopes {
		if p.commitment.principle != nil && s.Principle == p.commitment.principle.Slug {
			return []string{s.Source}
		}
	}
	return nil
}

// record is who says what: of who did the attack, and of a breach of the commitment where the attack is cited or none is.
func (p pair) record() ([]Said, error) {
	alleged, err := p.said(p.ctx, graph.Allegations, graph.Some{Edge: "commitment", X: graph.Is{Property: "id", Op: graph.InList, Value: anys(p.commitment.ids)}}, p.view)
	out := slices.Clone(p.attack.said)
	for _, s := range alleged {
		if len(s.cites) == 0 || slices.ContainsFunc(s.cites, func(id string) bool { return slices.Contains(p.attack.ids, id) }) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b Said) int { return cmp.Compare(a.Last, b.Last) })
	return out, err
}
