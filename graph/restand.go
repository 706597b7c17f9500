package graph

import (
	"context"
	"slices"
)

// commitmentsOf names the commitments that reached the stages among the refs.
func (w writer) commitmentsOf(ctx context.Context, refs []Ref) ([]string, error) {
	var stages []string
	for _, r := range refs {
		if r.Kind == Stages {
			stages = append(stages, r.ID)
		}
	}
	links, err := w.links(ctx, RelReached, Commitments, Stages, stages, true)
	return froms(links), err
}

// commitmentsUnder names the commitments under the instruments whose acts the batch tells.
func (w writer) commitmentsUnder(ctx context.Context, b Batch) ([]string, error) {
	var instruments []string
	for _, l := range b.Links {
		if l.Type == RelOn {
			instruments = append(instruments, l.To.ID)
		}
	}
	links, err := w.links(ctx, RelUnder, Commitments, Instruments, union(instruments, nil), true)
	return froms(links), err
}

// links is Links, asked only when there is something to ask.
func (w writer) links(ctx context.Context, t Relationship, from, to *Kind, ids []string, in bool) ([]Link, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return w.Links(ctx, t, from, to, ids, in)
}

// load is Load by id as a map, asked only when there is something to ask.
func load[N Node](ctx context.Context, w writer, k *Kind, ids []string) (map[string]N, error) {
	out := map[string]N{}
	if len(ids) == 0 {
		return out, nil
	}
	nodes, err := w.Load(ctx, k, "id", ids)
	for _, n := range nodes {
		out[n.NodeID()] = n.(N)
	}
	return out, err
}

func froms(links []Link) []string {
	var out []string
	for _, l := range links {
		out = append(out, l.From.ID)
	}
	return union(out, nil)
}

func tos(links []Link) []string {
	var out []string
	for _, l := range links {
		out = append(out, l.To.ID)
	}
	return union(out, nil)
}

// history is what the rule of standings needs of one commitment.
type history struct {
	principle string            // slug
	parties   map[string]string // ids of actors by code
	steps     []Step
}

// restand works out the standings of commitments anew and writes what changed: the acts they reach, their parties, their rows.
func (w writer) restand(ctx context.Context, ids []string) error {
	there, err := load[*Commitment](ctx, w, Commitments, ids)
	if err != nil || len(there) == 0 {
		return err
	}
	ids = keys(there)
	if err := w.reachActs(ctx, ids); err != nil {
		return err
	}
	histories, err := w.histories(ctx, ids)
	if err != nil {
		return err
	}
	var want []Standing
	links := map[string][]Link{}
	for _, id := range ids {
		for _, s := range histories[id].standings(id) {
			want = append(want, s)
			ref := Ref{Standings, s.ID}
			links[s.ID] = []Link{{Type: RelHeld, From: Ref{Commitments, id}, To: ref}}
			if !s.Own {
				links[s.ID] = append(links[s.ID], Link{Type: RelOf, From: ref, To: Ref{Actors, histories[id].parties[s.ActorCode]}})
			}
		}
	}
	return w.saveStandings(ctx, ids, want, links)
}

// saveStandings replaces the rows of commitments by those wanted, touching only what differs.
func (w writer) saveStandings(ctx context.Context, ids []string, want []Standing, links map[string][]Link) error {
	held, err := w.links(ctx, RelHeld, Commitments, Standings, ids, false)
	if err != nil {
		return err
	}
	have, err := load[*Standing](ctx, w, Standings, tos(held))
	if err != nil {
		return err
	}
	var save []Node
	var link []Link
	for i, s := range want {
		old := have[s.ID]
		delete(have, s.ID)
		if old == nil || *old != s {
			save = append(save, &want[i])
		}
		if old == nil {
			link = append(link, links[s.ID]...)
		}
	}
	var remove []Ref
	for _, id := range keys(have) {
		remove = append(remove, Ref{Standings, id})
	}
	if err := w.Delete(ctx, remove); err != nil {
		return err
	}
	if err := w.Save(ctx, save); err != nil {
		return err
	}
	return w.Link(ctx, link)
}

// reachActs ties commitments to the stages of every act under their instruments.
func (w writer) reachActs(ctx context.Context, ids []string) error {
	under, err := w.links(ctx, RelUnder, Commitments, Instruments, ids, false)
	if err != nil {
		return err
	}
	on, err := w.links(ctx, RelOn, TreatyActions, Instruments, tos(under), true)
	if err != nil {
		return err
	}
	from, err := w.links(ctx, RelFrom, Stages, TreatyActions, froms(on), true)
	if err != nil {
		return err
	}
	stages := map[string][]Ref{} // by act
	for _, l := range from {
		stages[l.To.ID] = append(stages[l.To.ID], l.From)
	}
	acts := map[string][]Ref{} // stages by instrument
	for _, l := range on {
		acts[l.To.ID] = append(acts[l.To.ID], stages[l.From.ID]...)
	}
	var want []Link
	for _, l := range under {
		for _, stage := range acts[l.To.ID] {
			want = append(want, Link{Type: RelReached, From: l.From, To: stage})
		}
	}
	have, err := w.links(ctx, RelReached, Commitments, Stages, ids, false)
	if err != nil {
		return err
	}
	return w.Link(ctx, without(want, have))
}

// histories reads what the commitments reached, and brings their parties up to date with it.
func (w writer) histories(ctx context.Context, ids []string) (map[string]*history, error) {
	out := map[string]*history{}
	for _, id := range ids {
		out[id] = &history{parties: map[string]string{}}
	}
	upholds, err := w.links(ctx, RelUpholds, Commitments, Principles, ids, false)
	if err != nil {
		return nil, err
	}
	principles, err := load[*Principle](ctx, w, Principles, tos(upholds))
	if err != nil {
		return nil, err
	}
	for _, l := range upholds {
		out[l.From.ID].principle = principles[l.To.ID].Slug
	}
	reached, err := w.links(ctx, RelReached, Commitments, Stages, ids, false)
	if err != nil {
		return nil, err
	}
	steps, actors, err := w.steps(ctx, tos(reached))
	if err != nil {
		return nil, err
	}
	acted := map[string][]string{} // codes of those who act, by commitment
	for _, l := range reached {
		if s, ok := steps[l.To.ID]; ok {
			out[l.From.ID].steps = append(out[l.From.ID].steps, s)
			if s.Act != "" {
				acted[l.From.ID] = append(acted[l.From.ID], s.Actors...)
			}
		}
	}
	return out, w.parties(ctx, out, acted, actors)
}

// steps reads stages as the rule wants them, without dismissed ones, and the ids of their actors by code.
func (w writer) steps(ctx context.Context, ids []string) (map[string]Step, map[string]string, error) {
	stages, err := load[*Stage](ctx, w, Stages, ids)
	if err != nil {
		return nil, nil, err
	}
	by, err := w.links(ctx, RelBy, Stages, Actors, ids, false)
	if err != nil {
		return nil, nil, err
	}
	actors, err := load[*Actor](ctx, w, Actors, tos(by))
	if err != nil {
		return nil, nil, err
	}
	from, err := w.links(ctx, RelFrom, Stages, TreatyActions, ids, false)
	if err != nil {
		return nil, nil, err
	}
	actions, err := load[*TreatyAction](ctx, w, TreatyActions, tos(from))
	if err != nil {
		return nil, nil, err
	}
	steps, codes := map[string]Step{}, map[string]string{}
	for id, s := range stages {
		if !s.Dismissed {
			steps[id] = Step{Status: s.Status, First: s.First, Last: s.Last, Known: s.KnownAt, KnownTo: s.KnownTo, Hedged: s.Hedge != "", Denies: s.Stance == Denies}
		}
	}
	for _, l := range by {
		if s, ok := steps[l.From.ID]; ok {
			code := actors[l.To.ID].Code
			s.Actors, codes[code] = append(s.Actors, code), l.To.ID
			steps[l.From.ID] = s
		}
	}
	for _, l := range from {
		if s, ok := steps[l.From.ID]; ok {
			a := actions[l.To.ID]
			s.Act, s.Done = a.Action, a.Last
			if a.Action == RevocationOfRatification {
				s.Undoes = Ratified
			}
			steps[l.From.ID] = s
		}
	}
	return steps, codes, nil
}

// parties writes who is party to the commitments: those whom sources name, and those who acted; and puts them into the histories.
func (w writer) parties(ctx context.Context, histories map[string]*history, acted map[string][]string, actors map[string]string) error {
	ids := keys(histories)
	all, err := loadShares(ctx, w, ids)
	if err != nil {
		return err
	}
	var want []Link
	for _, id := range ids {
		_, links, err := merge(all[id])
		if err != nil {
			return err
		}
		for _, l := range links {
			if l.Type == RelPartyTo {
				want = append(want, l)
			}
		}
		for _, code := range union(acted[id], nil) {
			want = append(want, Link{RelPartyTo, Ref{Actors, actors[code]}, Ref{Commitments, id}, Props{"mode": "INDIVIDUAL"}})
		}
	}
	have, err := w.links(ctx, RelPartyTo, Actors, Commitments, ids, true)
	if err != nil {
		return err
	}
	if err := w.Unlink(ctx, without(have, want)); err != nil {
		return err
	}
	if err := w.Link(ctx, without(want, have)); err != nil {
		return err
	}
	named, err := load[*Actor](ctx, w, Actors, froms(want))
	if err != nil {
		return err
	}
	for _, l := range want {
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
