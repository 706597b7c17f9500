package graph

import "slices"

// likeness tells which nodes of a kind are taken for one. In the order of byRank each joins the one before it that fits it and stands for
// itself, unless its days are other ones than those of somebody who joined that before; where several would do, it joins none of them and
// nobody joins it. What people took for one counts as one node, which fits as each of them does; what they took for two does not come together.
//
// So a representative fits each that it stands for, vague days bring nothing together that is far apart, and the outcome is a function of
// the nodes and the reviews, whatever the order in which they came.
type likeness struct {
	kind   *Kind
	faces  map[string]*face    // of the nodes that are there
	at     map[string][]string // by place, the nodes that stand there
	judged *judged
}

// block is all that people take for one with a node, of those that are there, the first in rank first.
func (l *likeness) block(id string) []*face {
	var out []*face
	for _, id := range l.judged.block(id) {
		if f := l.faces[id]; f != nil {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, byRank)
	return out
}

// near are the nodes where the faces look for others.
func (l *likeness) near(block []*face) []string {
	var out []string
	for _, f := range block {
		_, seek := f.places(l.kind)
		for _, place := range seek {
			out = append(out, l.at[place]...)
		}
	}
	return union(out, nil)
}

// representative finds who stands for a block: "" for itself, and then open where several would do. All before it in rank have theirs.
func (l *likeness) representative(block []*face) (id string, open bool) {
	var byName, byDays []string
	for _, id := range l.near(block) {
		other := l.block(id)
		if len(other) == 0 || !l.mayJoin(block, other) {
			continue
		}
		for _, f := range block {
			if named(f, l.faces[id]) {
				byName = append(byName, other[0].ID)
			} else if fits(l.kind, f, l.faces[id]) && !l.crowded(f, block, other) {
				byDays = append(byDays, other[0].ID)
			}
		}
	}
	fit := union(byName, nil)
	if len(fit) == 0 {
		fit = union(byDays, nil)
	}
	if len(fit) != 1 {
		return "", len(fit) > 1
	}
	return fit[0], false
}

// mayJoin says whether a block may be represented by the first of another, if it fits.
func (l *likeness) mayJoin(block, other []*face) bool {
	first, to := block[0], other[0]
	if byRank(to, first) >= 0 || !to.stands() || first.Catalogue && to.Catalogue {
		return false
	}
	for _, f := range block {
		for _, id := range l.judged.apart[f.ID] {
			apart := l.block(id)
			if len(apart) > 0 && (apart[0] == to || apart[0].Same == to.ID && byRank(apart[0], first) < 0) {
				return false
			}
		}
	}
	return true
}

// crowded says whether somebody before a block in rank joined the other one by its days, and has other days than f of the block.
func (l *likeness) crowded(f *face, block, other []*face) bool {
	return slices.ContainsFunc(l.near(other), func(id string) bool {
		g := l.faces[id]
		return g != nil && g.Same == other[0].ID && !overlap(f, g) && byRank(l.block(id)[0], block[0]) < 0 &&
			slices.ContainsFunc(other, func(o *face) bool { return o != g && fits(l.kind, g, o) })
	})
}

// settle gives a block its representative, and says whether anything came out otherwise than it was.
func (l *likeness) settle(block []*face) (changed bool) {
	same, open := l.representative(block)
	for i, f := range block {
		was := *f
		f.Same, f.Open = same, open
		if i > 0 && same == "" {
			f.Same, f.Open = block[0].ID, false
		}
		changed = changed || f.Same != was.Same || f.Open != was.Open
	}
	return changed
}
