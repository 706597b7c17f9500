package loader

import (
	"cmp"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
)

// reported sorts out what the article says of commitments, but for breaches: one report for each stage, however often it is told.
func (v *resolver) reported(told []extract.Commitment) {
	byID := map[string]*report{}
	for _, c := range told {
		for _, instrument := range instrumentsOf(c) {
			r := v.report(c, instrument)
			if r == nil {
				continue
			}
			id := r.id(v.article.ID)
			if same := byID[id]; same != nil {
				same.join(r)
				continue
			}
			byID[id] = r
			v.reports = append(v.reports, r)
		}
	}
}

// instrumentsOf are the instruments that a commitment is told under; "" where none is.
func instrumentsOf(c extract.Commitment) []string {
	switch {
	case len(c.Instruments) > 0:
		return distinct(c.Instruments)
	case c.Instrument != nil:
		return []string{*c.Instrument}
	}
	return []string{""}
}

// report is what an article says of one commitment, ready to become a stage.
type report struct {
	extract.Commitment
	instrument string
	actors     []string // codes of those who act, a class where the text names nobody
	held       days
	conditions []string // as told
}

// report makes a report of what is told, or nil for a breach, which is no status, and for a plan: what is to be agreed, signed or left on a
// day to come was not yet. Talk of what is to come is talk today.
func (v *resolver) report(c extract.Commitment, instrument string) *report {
	told := toldDays(c.Date, c.First, c.Last)
	if c.Status == extract.Breached || told.first > v.article.KnownAt() && !c.Status.Talk() {
		return nil
	}
	r := &report{Commitment: c, instrument: instrument, actors: actorsOf(c, instrument), held: told.by(v.article.KnownAt())}
	r.Stance = cmp.Or(c.Stance, graph.Reports)
	if c.Condition != nil {
		r.conditions = []string{*c.Condition}
	}
	return r
}

// actorsOf are those who act: those whom the text names, else a class. What is proposed or talked of without a name is nobody's; what is
// agreed, refused or left is that of the instrument's parties. Where there is no instrument the class stays unnamed: to say that all states
// agreed, a text must say so.
func actorsOf(c extract.Commitment, instrument string) []string {
	switch {
	case len(c.Parties) > 0:
		return distinct(c.Parties)
	case instrument != "" && !c.Status.Talk():
		return []string{graph.PartiesOf + instrument}
	}
	return []string{graph.Unnamed}
}

func (r *report) id(article string) string {
	return graph.ReportID(article, r.Principle, r.instrument, r.actors, r.Status, r.Stance, r.held.first, r.held.last)
}

// join adds what is said again, of the same stage, in other words: what either says, and the hedge only if both have one.
func (r *report) join(o *report) {
	r.Toward, r.Covers, r.Excludes = slices.Concat(r.Toward, o.Toward), slices.Concat(r.Covers, o.Covers), slices.Concat(r.Excludes, o.Excludes)
	r.Evidence = slices.Concat(r.Evidence, o.Evidence)
	for _, c := range o.conditions {
		if !slices.Contains(r.conditions, c) {
			r.conditions = append(r.conditions, c)
		}
	}
	if o.Hedge == "" {
		r.Hedge = ""
	}
	r.Confidence = max(r.Confidence, o.Confidence)
	r.SaidBy = cmp.Or(r.SaidBy, o.SaidBy)
}

// stage adds a report as a stage of its commitment.
func (v *resolver) stage(r *report) {
	if r.Status.Order() < 0 {
		v.fail("%q is no status", string(r.Status))
	}
	commitment := v.commitment(r.Principle, r.instrument, r.actors, r.Toward)
	actors := v.actors(r.actors)
	for _, a := range actors {
		v.link(graph.RelPartyTo, a, commitment, graph.Props{"mode": "INDIVIDUAL"})
	}
	condition := strings.Join(r.conditions, "; ")
	stage := v.node(&graph.Stage{ID: r.id(v.article.ID), Status: r.Status, Stance: r.Stance, First: r.held.first, Last: r.held.last,
		KnownAt: v.article.KnownAt(), KnownTo: graph.Forever, Hedge: r.Hedge, Confidence: r.Confidence, SaidBy: r.SaidBy, ConditionText: condition})
	v.link(graph.RelReached, commitment, stage, nil)
	v.linkAll(graph.RelBy, stage, actors)
	v.linkAll(graph.RelToward, stage, v.actors(r.Toward))
	v.linkAll(graph.RelCovers, stage, v.scope(r.Covers))
	v.linkAll(graph.RelExcludes, stage, v.scope(r.Excludes))
	v.linkAll(graph.RelIf, stage, v.conditions(condition))
	v.support(stage, r.Evidence, r.Confidence)
}

// commitment is the commitment to a principle under an instrument, or between those who act and those toward whom.
func (v *resolver) commitment(principle, instrument string, actors, toward []string) graph.Ref {
	p := v.principle(principle)
	if v.err != nil {
		return graph.Ref{Kind: graph.Commitments}
	}
	name, under, parties := v.catalogue.Principle(principle).Name, "", distinct(slices.Concat(actors, toward))
	if instrument != "" {
		if v.instrument(instrument); v.err != nil {
			return graph.Ref{Kind: graph.Commitments}
		}
		under, parties = v.catalogue.Instrument(instrument).Short, nil
	}
	c := v.node(&graph.Commitment{ID: graph.CommitmentID(principle, instrument, parties), Summary: graph.Summary(name, under, v.names(parties))})
	v.link(graph.RelUpholds, c, p, nil)
	if instrument != "" {
		v.link(graph.RelUnder, c, v.instrument(instrument), nil)
	}
	return c
}
