package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Said is what somebody says of another: who did an attack, or that a commitment was breached, or that neither is so. It is a claim of
// the one who speaks, and never ours.
type Said struct {
	Claim    graph.Node   // *graph.Attribution or *graph.Allegation
	Stance   graph.Stance // ACCUSES, ALLEGES, DENIES or ADMITS
	By       *graph.Actor // nil where not told
	Against  *graph.Actor
	First    graph.Day // "" where no day is told
	Last     graph.Day
	KnownAt  graph.Day
	Basis    string // what it is said to rest on
	Source   string // of what the catalogue knows, "" where an article tells it
	Passages []*graph.Passage
	Article  *graph.Article // nil where the catalogue knows it

	of     []string // ids of the attack or the commitment
	cites  []string // ids of the attack that an allegation cites
	spoken word
}

// said reads attributions or allegations as of a view, the oldest first, and keeps those that count under its policy.
func (d *Desk) said(ctx context.Context, k *graph.Kind, where graph.Filter, v View) ([]Said, error) {
	var out []Said
	var ids []string
	if err := d.all(ctx, graph.Query{Kind: k, Where: where, AsOf: v.AsOf}, func(n graph.Node) {
		out, ids = append(out, say(n)), append(ids, n.NodeID())
	}); err != nil {
		return nil, err
	}
	against, of, cites := "blames", "attack", ""
	if k == graph.Allegations {
		against, of, cites = "against", "commitment", "attack"
	}
	r := reader{ctx: ctx, d: d, at: v.AsOf}
	bys, whoms, ofs, words := r.followAll(k, "by", ids), r.followAll(k, against, ids), r.followAll(k, of, ids), r.words(k, ids)
	cited := func(int) []graph.Node { return nil }
	if cites != "" {
		cited = r.followAll(k, cites, ids)
	}
	for i := range out {
		s := &out[i]
		for _, n := range bys(i) {
			s.By = n.(*graph.Actor)
		}
		for _, n := range whoms(i) {
			s.Against = n.(*graph.Actor)
		}
		s.of, s.cites = nodeIDs(ofs(i)), nodeIDs(cited(i))
		s.spoken, s.Passages, s.Article = words[i], words[i].passages, words[i].article
	}
	out = v.Policy.countingSaid(out)
	slices.SortFunc(out, func(a, b Said) int {
		return cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.KnownAt, b.KnownAt), strings.Compare(a.Claim.NodeID(), b.Claim.NodeID()))
	})
	return out, r.err
}

// say reads what a claim tells by itself.
func say(n graph.Node) Said {
	switch n := n.(type) {
	case *graph.Attribution:
		return Said{Claim: n, Stance: n.Stance, First: n.First, Last: n.Last, KnownAt: n.KnownAt, Basis: n.Basis, Source: n.Source}
	case *graph.Allegation:
		return Said{Claim: n, Stance: n.Stance, First: n.First, Last: n.Last, KnownAt: n.KnownAt, Basis: n.Basis}
	}
	return Said{}
}

// countingSaid keeps what counts under a policy: what the catalogue knows counts under each.
func (p Policy) countingSaid(all []Said) []Said {
	var out []Said
	for _, s := range all {
		confirmed := func(o Said) bool {
			return o.Stance == s.Stance && code(o.By) == code(s.By) && code(o.Against) == code(s.Against) && near(o.First, o.Last, s.First, s.Last) &&
				o.spoken.independent(s.spoken)
		}
		if s.Source != "" || p.counts(s.spoken) || p == TwoSources && slices.ContainsFunc(all, confirmed) {
			out = append(out, s)
		}
	}
	return out
}

// code is that of an actor, "" for none.
func code(a *graph.Actor) string {
	if a == nil {
		return ""
	}
	return a.Code
}

func nodeIDs(nodes []graph.Node) []string {
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = n.NodeID()
	}
	return out
}
