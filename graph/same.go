package graph

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// turned is a node that a write made, changed or took away, as its face was and is; nil where it is not there.
type turned struct {
	kind     *Kind
	id       string
	was, now *face
}

// resame works out anew who stands for the nodes that turned, and for all on whom that bears. It names the commitments whose standings
// may have become others.
func (w writer) resame(ctx context.Context, all []turned) ([]string, error) {
	var commitments []string
	for _, k := range likened {
		var seeds []turned
		for _, t := range all {
			if t.kind == k {
				seeds = append(seeds, t)
			}
		}
		if len(seeds) == 0 {
			continue
		}
		r := &resorting{writer: w, likeness: likeness{k, map[string]*face{}, map[string][]string{}, newJudged()},
			asked: map[string]bool{}, looked: map[string]bool{}, were: map[string]face{}, seeds: map[string]bool{}}
		if err := r.run(ctx, seeds); err != nil {
			return nil, err
		}
		touched, err := r.save(ctx)
		if err != nil {
			return nil, err
		}
		if k == Commitments {
			commitments = touched
		}
	}
	return commitments, nil
}

// resorting is a likeness of which as much is read as a change bears on. Who stands for a node depends only on those before it in rank,
// so whoever is to be settled waits in a queue in that order.
type resorting struct {
	writer
	likeness
	asked  map[string]bool // ids whose faces were read
	looked map[string]bool // places that were read
	were   map[string]face // the faces as they were
	seeds  map[string]bool // ids of those that turned
	queue  []*face         // the first of each block that waits, by rank
}

// run settles the seeds and all whom it concerns.
func (r *resorting) run(ctx context.Context, seeds []turned) error {
	var ids, places, stood []string
	for _, t := range seeds {
		if err := r.move(ctx, t); err != nil {
			return err
		}
		r.seeds[t.id] = true
		ids = append(ids, t.id)
		if t.was != nil && t.was != t.now { // those that it was one with
			_, seek := t.was.places(r.kind)
			places, stood = append(places, seek...), append(stood, t.was.stander()...)
			r.were[t.id] = *t.was
		}
		if t.now != nil { // as move has kept it
			r.asked[t.id], r.faces[t.id], r.were[t.id] = true, t.now, *t.now
		}
	}
	near, err := r.readPlaces(ctx, places)
	if err != nil {
		return err
	}
	beside, err := r.look(ctx, stood)
	if err != nil {
		return err
	}
	if err := r.judged.read(ctx, r, ids); err != nil {
		return err
	}
	for _, id := range ids {
		near = append(near, r.judged.linked(id)...)
	}
	if err := r.push(ctx, slices.Concat(ids, near, beside)); err != nil {
		return err
	}
	for len(r.queue) > 0 {
		block := r.block(r.queue[0].ID)
		r.queue = r.queue[1:]
		if err := r.resettle(ctx, block); err != nil {
			return err
		}
	}
	return nil
}

// move keeps the face of a node that turned, and where it stands. Whoever reads a place holds its lock, so all of them are locked.
func (r *resorting) move(ctx context.Context, t turned) error {
	if t.was == t.now {
		return nil
	}
	var stood, stands []string
	face := Record{Key: t.id}
	if t.was != nil {
		stood, _ = t.was.places(r.kind)
	}
	if t.now != nil {
		var err error
		if face, err = t.now.record(); err != nil {
			return err
		}
		stands, _ = t.now.places(r.kind)
	}
	if err := r.Lock(ctx, union(stood, stands)); err != nil {
		return err
	}
	var places []Record
	for _, p := range stood {
		if !slices.Contains(stands, p) {
			places = append(places, Record{Key: p + "/" + t.id})
		}
	}
	for _, p := range stands {
		places = append(places, Record{p + "/" + t.id, []byte("{}")})
	}
	if err := r.Set(ctx, drawerFaces, face); err != nil {
		return err
	}
	return r.Set(ctx, drawerPlaces, places...)
}

// resettle settles a block, and lets those behind it in rank wait on whom the outcome bears: who may join it, who may join where it was
// or is, who is kept apart from it.
func (r *resorting) resettle(ctx context.Context, block []*face) error {
	stood, seed := false, false
	var with, next []string
	for _, f := range block {
		stood, seed, with = stood || f.stands(), seed || r.seeds[f.ID], append(with, f.stander()...)
		next = append(next, r.judged.apart[f.ID]...)
	}
	if !r.settle(block) && !seed {
		return nil
	}
	if stood || block[0].stands() {
		next = append(next, r.near(block)...)
	}
	beside, err := r.look(ctx, append(with, block[0].stander()...))
	if err != nil {
		return err
	}
	next = append(next, beside...)
	return r.push(ctx, slices.DeleteFunc(next, func(id string) bool {
		b := r.block(id)
		return len(b) == 0 || byRank(b[0], block[0]) <= 0
	}))
}

// push reads what settling nodes takes, and lets their blocks wait.
func (r *resorting) push(ctx context.Context, ids []string) error {
	ids = union(ids, nil)
	found, err := r.look(ctx, ids)
	if err != nil {
		return err
	}
	var stand []string // they may be joined, so those beside them count
	for _, id := range found {
		if b := r.block(id); len(b) > 0 && b[0].stands() {
			stand = append(stand, b[0].ID)
		}
	}
	if _, err := r.look(ctx, stand); err != nil {
		return err
	}
	for _, id := range ids {
		block := r.block(id)
		if len(block) == 0 {
			continue
		}
		if i, there := slices.BinarySearchFunc(r.queue, block[0], byRank); !there {
			r.queue = slices.Insert(r.queue, i, block[0])
		}
	}
	return nil
}

// look reads the blocks of nodes and those near them, and gives these.
func (r *resorting) look(ctx context.Context, ids []string) ([]string, error) {
	if err := r.readWith(ctx, ids); err != nil {
		return nil, err
	}
	var seek []string
	for _, id := range ids {
		for _, f := range r.block(id) {
			_, s := f.places(r.kind)
			seek = append(seek, s...)
		}
	}
	found, err := r.readPlaces(ctx, seek)
	if err != nil {
		return nil, err
	}
	return found, r.readWith(ctx, found)
}

// readPlaces gives the nodes that stand at places, those read before too.
func (r *resorting) readPlaces(ctx context.Context, places []string) ([]string, error) {
	places = union(places, nil)
	ask := news(r.looked, places)
	if err := r.Lock(ctx, ask); err != nil {
		return nil, err
	}
	if len(ask) > 0 {
		prefixes := make([]string, len(ask))
		for i, p := range ask {
			prefixes[i] = p + "/"
		}
		records, err := r.Get(ctx, drawerPlaces, prefixes...)
		if err != nil {
			return nil, err
		}
		for _, x := range records {
			place, id, _ := strings.Cut(x.Key, "/")
			r.at[place] = append(r.at[place], id)
		}
	}
	var found []string
	for _, p := range places {
		found = append(found, r.at[p]...)
	}
	return union(found, nil), nil
}

// readWith reads the faces of nodes and of those to which reviews lead from them.
func (r *resorting) readWith(ctx context.Context, ids []string) error {
	if err := r.judged.read(ctx, r, ids); err != nil {
		return err
	}
	all := slices.Clone(ids)
	for _, id := range ids {
		all = append(all, r.judged.linked(id)...)
	}
	faces, err := readFaces(ctx, r, news(r.asked, all))
	if err != nil {
		return err
	}
	for id, f := range faces {
		r.faces[id], r.were[id] = f, *f
	}
	return nil
}

// save writes what came out otherwise than it was. It names the nodes that turned or whose representative changed, with the representatives
// that they had and have.
func (r *resorting) save(ctx context.Context) ([]string, error) {
	var changed []string
	touched := slices.Collect(maps.Keys(r.seeds))
	for _, id := range keys(r.were) {
		was, f := r.were[id], r.faces[id]
		if f == nil {
			touched = append(touched, was.Same)
			continue
		}
		if f.Same != was.Same || f.Open != was.Open {
			changed = append(changed, id)
		}
		if f.Same != was.Same || r.seeds[id] {
			touched = append(touched, id, f.Same, was.Same)
		}
	}
	if len(changed) == 0 {
		return union(touched, nil), nil
	}
	if err := r.Lock(ctx, changed); err != nil {
		return nil, err
	}
	return union(touched, nil), r.saveFaces(ctx, changed)
}

// saveFaces writes faces, and the representatives into the nodes.
func (r *resorting) saveFaces(ctx context.Context, ids []string) error {
	var records []Record
	for _, id := range ids {
		record, err := r.faces[id].record()
		if err != nil {
			return err
		}
		records = append(records, record)
	}
	if err := r.Set(ctx, drawerFaces, records...); err != nil {
		return err
	}
	nodes, err := r.Load(ctx, r.kind, "id", ids)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		*sameOf(n) = r.faces[n.NodeID()].Same
	}
	return r.Save(ctx, nodes)
}

// sameOf is where an attack, a summit or a commitment keeps its representative.
func sameOf(n Node) *string { return KindOf(n).properties["same"].Pointer(n).(*string) }
