package answer

import (
	"cmp"
	"context"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// offer is what an actor holds, and how it came to it.
type offer struct {
	holding
	actor   string // code
	mode    Mode
	through string
}

// individually are offers of what actors do themselves; nobody asked for means everybody.
func individually(held []holding, actors []string) []offer {
	var out []offer
	for _, h := range held {
		if len(actors) == 0 || slices.Contains(actors, h.ActorCode) {
			out = append(out, offer{h, h.ActorCode, Individual, ""})
		}
	}
	return out
}

// offers are all that actors hold: what they do themselves, and what groups and classes do to which they belonged then.
func (d *Desk) offers(ctx context.Context, actors []string, held []holding, at graph.AsOf) ([]offer, error) {
	out := individually(held, actors)
	spoke := map[string][]holding{}
	var speakers []string
	for _, h := range held {
		if spoke[h.ActorCode] == nil {
			speakers = append(speakers, h.ActorCode)
		}
		spoke[h.ActorCode] = append(spoke[h.ActorCode], h)
	}
	memberships, err := d.belonging(ctx, actors, speakers, at)
	for _, m := range memberships {
		for _, h := range spoke[m.group] {
			if m.on(h.Since) {
				out = append(out, offer{h, m.member, m.mode, m.group})
			}
		}
	}
	return out, err
}

// order compares offers by what is shown rather: the stronger, then what the actor did itself.
func order(a, b offer) int {
	mode := func(m Mode) int { return slices.Index([]Mode{Individual, ViaGroup, ByConsensus}, m) }
	return cmp.Or(cmp.Compare(slices.Index(strength, a.Status), slices.Index(strength, b.Status)), cmp.Compare(mode(a.mode), mode(b.mode)))
}

// rest compares offers that are alike in order: the earlier, then by id.
func (a offer) rest(b offer) int {
	return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.ID, b.ID))
}

// strongest is the strongest offer of each actor, by code. Its Actor is filled in by name.
func strongest(offers []offer) []Position {
	best := map[string]offer{}
	var found []string
	for _, o := range offers {
		was, ok := best[o.actor]
		if !ok {
			found = append(found, o.actor)
		}
		if !ok || cmp.Or(order(o, was), o.rest(was)) < 0 {
			best[o.actor] = o
		}
	}
	slices.Sort(found)
	out := make([]Position, len(found))
	for i, code := range found {
		o := best[code]
		out[i] = Position{&graph.Actor{Code: code}, o.Standing, o.commitment, o.mode, o.through}
	}
	return out
}

// name fills in the actors of positions.
func (d *Desk) name(ctx context.Context, ps []Position) error {
	byCode := map[string]*graph.Actor{}
	var codes []string
	for _, p := range ps {
		codes = append(codes, p.Actor.Code)
	}
	if len(codes) == 0 {
		return nil
	}
	err := d.all(ctx, graph.Query{Kind: graph.Actors, Where: graph.Is{Property: "code", Op: graph.InList, Value: anys(codes)}}, func(n graph.Node) {
		byCode[n.(*graph.Actor).Code] = n.(*graph.Actor)
	})
	for i, p := range ps {
		if a := byCode[p.Actor.Code]; a != nil {
			ps[i].Actor = a
		}
	}
	return err
}
