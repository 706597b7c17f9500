package graph

import "context"

// commitmentsOf names the commitments that reached the stages among the refs.
func (w writer) commitmentsOf(ctx context.Context, refs []Ref) ([]string, error) {
	var stages []string
	for _, r := range refs {
		if r.Kind == Stages {
			stages = append(stages, r.ID)
		}
	}
	links, err := links(ctx, w, RelReached, Commitments, Stages, stages, true)
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
	links, err := links(ctx, w, RelUnder, Commitments, Instruments, union(instruments, nil), true)
	return froms(links), err
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

// restand works out the standings of commitments anew and writes what changed: the stages they reach by acts and through those joined to
// them, their parties, their rows. One that is joined to another has that done, too.
func (w writer) restand(ctx context.Context, ids []string) error {
	c, err := readClusters(ctx, w, ids)
	if err != nil || len(c.ids) == 0 {
		return err
	}
	if err := w.Lock(ctx, c.ids); err != nil {
		return err
	}
	if err := w.reachActs(ctx, c.ids); err != nil {
		return err
	}
	reached, err := w.reachThrough(ctx, c)
	if err != nil {
		return err
	}
	histories, err := readHistories(ctx, w, c.ids, reached)
	if err != nil {
		return err
	}
	if err := w.parties(ctx, histories, c); err != nil {
		return err
	}
	var want []Standing
	ties := map[string][]Link{} // of each row, to its commitment and its actor
	for _, id := range c.alone() {
		for _, s := range histories[id].standings(id) {
			want = append(want, s)
			ref := Ref{Standings, s.ID}
			ties[s.ID] = []Link{{Type: RelHeld, From: Ref{Commitments, id}, To: ref}}
			if !s.Own {
				ties[s.ID] = append(ties[s.ID], Link{Type: RelOf, From: ref, To: Ref{Actors, histories[id].parties[s.ActorCode]}})
			}
		}
	}
	return w.saveStandings(ctx, c.ids, want, ties)
}

// saveStandings replaces the rows of commitments by those wanted, touching only what differs.
func (w writer) saveStandings(ctx context.Context, ids []string, want []Standing, ties map[string][]Link) error {
	held, err := links(ctx, w, RelHeld, Commitments, Standings, ids, false)
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
			link = append(link, ties[s.ID]...)
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
	under, err := links(ctx, w, RelUnder, Commitments, Instruments, ids, false)
	if err != nil {
		return err
	}
	on, err := links(ctx, w, RelOn, TreatyActions, Instruments, tos(under), true)
	if err != nil {
		return err
	}
	from, err := links(ctx, w, RelFrom, Stages, TreatyActions, froms(on), true)
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
	if len(want) == 0 {
		return nil
	}
	have, err := links(ctx, w, RelReached, Commitments, Stages, ids, false)
	if err != nil {
		return err
	}
	return w.Link(ctx, without(want, reachedItself(have)))
}

// parties writes who is party to the commitments: those whom sources name for them or for those joined to them, and those who acted; and
// puts them into the histories.
func (w writer) parties(ctx context.Context, histories map[string]*history, c *clusters) error {
	ids := keys(histories)
	all, err := w.sharesOf(ctx, union(ids, c.joined()))
	if err != nil {
		return err
	}
	var want []Link
	for _, id := range ids {
		mine, err := partiesNamed(id, all, c.members[id])
		if err != nil {
			return err
		}
		for _, actor := range keys(histories[id].acted) {
			mine = append(mine, Link{RelPartyTo, Ref{Actors, actor}, Ref{Commitments, id}, Props{"mode": histories[id].acted[actor]}})
		}
		want = append(want, mine...)
	}
	have, err := links(ctx, w, RelPartyTo, Actors, Commitments, ids, true)
	if err != nil {
		return err
	}
	if err := w.Unlink(ctx, without(have, want)); err != nil {
		return err
	}
	if err := w.Link(ctx, without(want, have)); err != nil {
		return err
	}
	return readParties(ctx, w, histories, want)
}

// partiesNamed are the parties that shares name for a commitment and for its members; what is said of the commitment itself goes before.
func partiesNamed(id string, shares map[string][]share, members []string) ([]Link, error) {
	var out []Link
	for _, from := range append([]string{id}, members...) {
		_, links, err := merge(shares[from])
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			if l.Type == RelPartyTo {
				l.To.ID = id
				out = append(out, without([]Link{l}, out)...)
			}
		}
	}
	return out, nil
}
