package answer

import (
	"context"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Mode is how an actor came to what it holds.
type Mode string

const (
	Individual  Mode = "INDIVIDUAL"
	ViaGroup    Mode = "VIA_GROUP"    // a group spoke, of which it was a member on that day
	ByConsensus Mode = "BY_CONSENSUS" // all states, or the parties of a treaty to which it consents, spoke
)

// membership is that an actor belongs to a group or class that spoke.
type membership struct {
	member, group string // codes
	mode          Mode
	links         []graph.Props // of MEMBER_OF, the stretches of its membership; nil for classes
}

// on says whether it lasted on a day.
func (m membership) on(d graph.Day) bool {
	return m.links == nil || slices.ContainsFunc(m.links, func(p graph.Props) bool { return graph.BelongedOn(p, d) })
}

// belonging finds which of some actors belong to which of the groups and classes among the speakers. To a class belongs who does as of
// the days; to a group who ever did, since what counts is the day on which it spoke.
func (d *Desk) belonging(ctx context.Context, actors, speakers []string, at graph.AsOf) ([]membership, error) {
	var out []membership
	var groups []string
	for _, s := range slices.Compact(slices.Sorted(slices.Values(speakers))) {
		slug, isParties := strings.CutPrefix(s, graph.PartiesOf)
		switch {
		case s == graph.AllStates:
			for _, a := range actors {
				if c := d.Catalogue.Actor(a); c != nil && c.Existed(at.ValidAt) {
					out = append(out, membership{a, s, ByConsensus, nil})
				}
			}
		case isParties:
			parties, err := d.consenting(ctx, slug, actors, at)
			if err != nil {
				return nil, err
			}
			for _, a := range parties {
				out = append(out, membership{a, s, ByConsensus, nil})
			}
		case d.Catalogue.Organization(s) != nil:
			groups = append(groups, s)
		}
	}
	members, err := d.memberships(ctx, actors, groups)
	return append(out, members...), err
}

// memberships finds which actors are or were members of which groups.
func (d *Desk) memberships(ctx context.Context, actors, groups []string) ([]membership, error) {
	if len(actors) == 0 || len(groups) == 0 {
		return nil, nil
	}
	var found []*graph.Actor
	var ids []string
	if err := d.all(ctx, graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.InList, Value: anys(actors)}}, func(n graph.Node) {
		found, ids = append(found, n.(*graph.Actor)), append(ids, n.NodeID())
	}); err != nil {
		return nil, err
	}
	r := reader{ctx: ctx, d: d}
	pages := r.pages(graph.Actors, "memberOf", ids)
	var out []membership
	for i, page := range pages {
		for _, g := range groups {
			m := membership{member: found[i].Code, group: g, mode: ViaGroup}
			for j, n := range page.Nodes {
				if n.(*graph.Actor).Code == g {
					m.links = append(m.links, page.Links[j])
				}
			}
			if m.links != nil {
				out = append(out, m)
			}
		}
	}
	return out, r.err
}

// consenting gives those of some actors that consent to an instrument.
func (d *Desk) consenting(ctx context.Context, instrument string, actors []string, at graph.AsOf) ([]string, error) {
	under := graph.Some{Edge: "instrument", X: graph.Is{Property: "slug", Op: graph.Eq, Value: instrument}}
	var out []string
	err := d.all(ctx, graph.Query{Kind: graph.Standings, AsOf: at, Where: graph.And{
		graph.Is{Property: "own", Op: graph.Eq, Value: false}, graph.Is{Property: "actorCode", Op: graph.InList, Value: anys(actors)},
		graph.Is{Property: "status", Op: graph.InList, Value: consents}, graph.Some{Edge: "commitment", X: under}}}, func(n graph.Node) {
		if code := n.(*graph.Standing).ActorCode; !slices.Contains(out, code) {
			out = append(out, code)
		}
	})
	return out, err
}

// consents are the statuses of consent.
var consents = []any{string(graph.Agreed), string(graph.Signed), string(graph.Ratified), string(graph.InForce)}

// among gives the actors for which codes stand on a day, each once and in order: graph.MembersOf for the members of an organization,
// graph.PartiesOf for those who consent to an instrument, graph.AllStates for the countries there were, any other code for itself.
func (d *Desk) among(ctx context.Context, asked []string, at graph.AsOf) ([]string, error) {
	var out []string
	for _, code := range asked {
		some := []string{code}
		var err error
		slug, isParties := strings.CutPrefix(code, graph.PartiesOf)
		switch {
		case code == graph.AllStates:
			some = d.countries(at.ValidAt)
		case isParties:
			some, err = d.consenting(ctx, slug, d.countries(at.ValidAt), at)
		case strings.HasPrefix(code, graph.MembersOf):
			some, err = graph.Members(ctx, d.Store, code, at.ValidAt)
		}
		if err != nil {
			return nil, err
		}
		for _, c := range slices.Sorted(slices.Values(some)) {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// countries are the codes of those there were on a day.
func (d *Desk) countries(day graph.Day) []string {
	var out []string
	for _, a := range d.Catalogue.Actors {
		if a.Existed(day) {
			out = append(out, a.Code)
		}
	}
	return out
}
