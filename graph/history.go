package graph

import (
	"context"
	"maps"
	"slices"
)

// reading is the half of a Tx that reads.
type reading interface {
	Load(ctx context.Context, k *Kind, property string, values []string) ([]Node, error)
	Links(ctx context.Context, t Relationship, from, to *Kind, ids []string, in bool) ([]Link, error)
}

// links is Links, asked only when there is something to ask.
func links(ctx context.Context, r reading, t Relationship, from, to *Kind, ids []string, in bool) ([]Link, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return r.Links(ctx, t, from, to, ids, in)
}

// load is Load by id as a map, asked only when there is something to ask.
func load[N Node](ctx context.Context, r reading, k *Kind, ids []string) (map[string]N, error) {
	out := map[string]N{}
	if len(ids) == 0 {
		return out, nil
	}
	nodes, err := r.Load(ctx, k, "id", ids)
	for _, n := range nodes {
		out[n.NodeID()] = n.(N)
	}
	return out, err
}

// history is what the rule of standings needs of one commitment.
type history struct {
	principle string            // slug
	parties   map[string]string // ids of actors by code
	acted     map[string]string // how actors whose acts are on record came to it (the mode of PARTY_TO), by their ids
	steps     []Step
}

// readHistories reads what commitments reached, by their ids; reached are their REACHED links and may be others' too. Their parties come with readParties.
func readHistories(ctx context.Context, r reading, ids []string, reached []Link) (map[string]*history, error) {
	out := map[string]*history{}
	for _, id := range ids {
		out[id] = &history{parties: map[string]string{}, acted: map[string]string{}}
	}
	upholds, err := links(ctx, r, RelUpholds, Commitments, Principles, ids, false)
	if err != nil {
		return nil, err
	}
	principles, err := load[*Principle](ctx, r, Principles, tos(upholds))
	if err != nil {
		return nil, err
	}
	for _, l := range upholds {
		out[l.From.ID].principle = principles[l.To.ID].Slug
	}
	reached = slices.DeleteFunc(slices.Clone(reached), func(l Link) bool { return out[l.From.ID] == nil })
	steps, actors, err := readSteps(ctx, r, tos(reached))
	if err != nil {
		return nil, err
	}
	for _, l := range reached {
		h, s := out[l.From.ID], steps[l.To.ID]
		if s == nil {
			continue
		}
		h.steps = append(h.steps, *s)
		for i, actor := range actors[l.To.ID] {
			if s.Act != "" {
				h.acted[actor] = max(h.acted[actor], mode(s.Act, s.Actors[i]))
			}
		}
	}
	return out, nil
}

// readSteps reads stages as the rule wants them, without dismissed ones, and the ids of their actors, both by the stages' ids.
func readSteps(ctx context.Context, r reading, ids []string) (map[string]*Step, map[string][]string, error) {
	stages, err := load[*Stage](ctx, r, Stages, ids)
	if err != nil {
		return nil, nil, err
	}
	steps, actors := map[string]*Step{}, map[string][]string{}
	for id, s := range stages {
		if !s.Dismissed {
			steps[id] = StepOf(s, nil)
		}
	}
	by, err := links(ctx, r, RelBy, Stages, Actors, keys(steps), false)
	if err != nil {
		return nil, nil, err
	}
	named, err := actorsOf(ctx, r, tos(by))
	if err != nil {
		return nil, nil, err
	}
	for _, l := range by {
		s := steps[l.From.ID]
		s.Actors = append(s.Actors, named[l.To.ID].Code)
		actors[l.From.ID] = append(actors[l.From.ID], l.To.ID)
	}
	return steps, actors, readActs(ctx, r, steps)
}

// actorsOf reads actors by their ids; a write reads each once.
func actorsOf(ctx context.Context, r reading, ids []string) (map[string]*Actor, error) {
	w, ok := r.(writer)
	if !ok {
		return load[*Actor](ctx, r, Actors, ids)
	}
	read, err := load[*Actor](ctx, r, Actors, slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return w.actors[id] != nil }))
	maps.Copy(w.actors, read)
	return w.actors, err
}

// readActs tells the steps that acts brought which act it was.
func readActs(ctx context.Context, r reading, steps map[string]*Step) error {
	from, err := links(ctx, r, RelFrom, Stages, TreatyActions, keys(steps), false)
	if err != nil {
		return err
	}
	actions, err := load[*TreatyAction](ctx, r, TreatyActions, tos(from))
	if err != nil {
		return err
	}
	for _, l := range from {
		steps[l.From.ID].broughtBy(actions[l.To.ID])
	}
	return nil
}

// mode is how an actor comes to a commitment by an act: what a body adopts, it adopts for its members.
func mode(a Action, code string) string {
	switch {
	case a != Adoption:
		return "INDIVIDUAL"
	case code == AllStates:
		return "BY_CONSENSUS"
	}
	return "VIA_GROUP"
}

// readParties puts the actors that PARTY_TO links name into the histories.
func readParties(ctx context.Context, r reading, histories map[string]*history, partyTo []Link) error {
	named, err := actorsOf(ctx, r, froms(partyTo))
	if err != nil {
		return err
	}
	for _, l := range partyTo {
		histories[l.To.ID].parties[named[l.From.ID].Code] = l.From.ID
	}
	return nil
}

// standings are the rows of a commitment with this history: its actors' and its own.
func (h *history) standings(id string) []Standing {
	var out []Standing
	add := func(code string, r Row) {
		out = append(out, Standing{ID: StandingID(id, code, r.ValidFrom, r.KnownFrom), Status: r.Status, Since: r.Since, Ended: r.Ended, EndedOn: r.EndedOn,
			Disputed: r.Disputed, ValidFrom: r.ValidFrom, ValidTo: r.ValidTo, KnownFrom: r.KnownFrom, KnownTo: r.KnownTo,
			Own: code == "", Principle: h.principle, ActorCode: code})
	}
	byActor := map[string][]Row{}
	for _, code := range keys(h.parties) {
		mine := slices.DeleteFunc(slices.Clone(h.steps), func(s Step) bool { return !slices.Contains(s.Actors, code) })
		byActor[code] = Rows(mine, code)
		for _, r := range byActor[code] {
			add(code, r)
		}
	}
	for _, r := range OwnRows(byActor, len(h.parties)) {
		add("", r)
	}
	return out
}
