package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
)

// likened are the kinds of which several nodes may be taken for one: attacks and summits by a rule and by reviews, commitments by
// reviews alone.
var likened = []*Kind{Attacks, Summits, Commitments}

// face is what tells whether a node is taken for one with others, and what came of it.
type face struct {
	ID        string   `json:"id"`
	Catalogue bool     `json:"catalogue,omitempty"` // the catalogue speaks of it
	Known     Day      `json:"known,omitempty"`     // since when others do
	First     Day      `json:"first,omitempty"`
	Last      Day      `json:"last,omitempty"`
	Actors    []string `json:"actors,omitempty"`  // ids of those who were struck or took part, sorted
	Conduct   string   `json:"conduct,omitempty"` // id
	Names     []string `json:"names,omitempty"`   // name and aliases of an attack, each as its words

	Same string `json:"same,omitempty"` // its representative, as in the graph
	Open bool   `json:"open,omitempty"` // several that are not one would do: it stands alone, and for nobody else
}

// faceOf is the face of a node that was made of shares; nil where its kind has none.
func faceOf(n Node, links []Link, shares []share) *face {
	f := &face{ID: n.NodeID(), Known: Forever}
	switch n := n.(type) {
	case *Attack:
		f.First, f.Last = n.First, n.Last
		for _, name := range append([]string{n.Name}, n.Aliases...) {
			f.Names = append(f.Names, strings.Join(Words(name), " "))
		}
		f.Names = slices.DeleteFunc(union(f.Names, nil), func(s string) bool { return s == "" })
	case *Summit:
		f.First, f.Last = n.First, n.Last
	case *Commitment:
	default:
		return nil
	}
	for _, s := range shares {
		f.Catalogue = f.Catalogue || s.Source == CatalogueSource
		f.Known = min(f.Known, cmp.Or(s.Known, Forever))
	}
	for _, l := range links {
		switch l.Type {
		case RelStruck:
			f.Actors = append(f.Actors, l.To.ID)
		case RelAttended:
			f.Actors = append(f.Actors, l.From.ID)
		case RelOfKind:
			f.Conduct = l.To.ID
		}
	}
	f.Actors = union(f.Actors, nil)
	return f
}

// byRank orders faces so that the representative of some comes first: the catalogue's, then what was known first.
func byRank(a, b *face) int {
	return cmp.Or(-cmp.Compare(b2i(a.Catalogue), b2i(b.Catalogue)), cmp.Compare(a.Known, b.Known), cmp.Compare(a.ID, b.ID))
}

// stands says whether f may be the representative of others.
func (f *face) stands() bool { return f.Same == "" && !f.Open }

// stander is the representative of f, if that is another.
func (f *face) stander() []string {
	if f.Same == "" {
		return nil
	}
	return []string{f.Same}
}

// sees says whether f says the same of its node as g.
func (f *face) sees(g *face) bool {
	return f.Catalogue == g.Catalogue && f.Known == g.Known && f.First == g.First && f.Last == g.Last && f.Conduct == g.Conduct &&
		slices.Equal(f.Actors, g.Actors) && slices.Equal(f.Names, g.Names)
}

// dated says whether f tells days that are near enough to each other to say something: within a year.
func (f *face) dated() bool {
	const year = 366
	_, err := ParseDay(string(f.First))
	_, also := ParseDay(string(f.Last))
	return err == nil && also == nil && f.First <= f.Last && f.Last < f.First.Add(year)
}

// fits is the rule: whether what is told of two nodes of a kind fits one. Attacks: somebody whom both struck, the same conduct. Summits:
// the same participants, or two of them at least and half of the larger number. Both: days told, that overlap.
func fits(k *Kind, a, b *face) bool {
	if !a.dated() || !b.dated() || !overlap(a, b) {
		return false
	}
	n := 0
	for _, x := range a.Actors {
		n += b2i(slices.Contains(b.Actors, x))
	}
	switch k {
	case Attacks:
		return n > 0 && a.Conduct != "" && a.Conduct == b.Conduct
	case Summits:
		most := max(len(a.Actors), len(b.Actors))
		return n > 0 && (n == most || n >= 2 && 2*n >= most)
	}
	return false
}

// overlap says whether the days of two may be the same.
func overlap(a, b *face) bool { return a.First <= b.Last && b.First <= a.Last }

// named says whether one of two has a name that the catalogue has for the other.
func named(a, b *face) bool {
	return (a.Catalogue || b.Catalogue) && slices.ContainsFunc(a.Names, func(s string) bool { return slices.Contains(b.Names, s) })
}

// places are where f can be found by those that it may be one with, and where it looks for them: for each actor, conduct and month of its
// days; and by names, the catalogue's apart from those that articles tell.
func (f *face) places(k *Kind) (stand, seek []string) {
	if k == Summits || f.Conduct != "" {
		for _, m := range f.months() {
			for _, a := range f.Actors {
				stand = append(stand, ID(k.Name, a, f.Conduct, m))
			}
		}
	}
	seek = slices.Clone(stand)
	for _, name := range f.Names {
		known, told := ID(k.Name, "known", name), ID(k.Name, "told", name)
		if f.Catalogue {
			stand, seek = append(stand, known), append(seek, told)
		} else {
			stand, seek = append(stand, told), append(seek, known)
		}
	}
	return stand, seek
}

// months are those in which f's days lie, as YYYY-MM; none where they tell too little.
func (f *face) months() []string {
	if !f.dated() {
		return nil
	}
	var out []string
	for m := f.First[:7]; m <= f.Last[:7]; m = (m + "-28").Add(4)[:7] {
		out = append(out, string(m))
	}
	return out
}

// Drawers of faces, beside the graph.
const (
	drawerFaces  = "face"  // by node
	drawerPlaces = "place" // by place and node
)

// readFaces reads faces by their nodes' ids; those of nodes that are not there are left out.
func readFaces(ctx context.Context, d getter, ids []string) (map[string]*face, error) {
	out := map[string]*face{}
	if len(ids) == 0 {
		return out, nil
	}
	records, err := d.Get(ctx, drawerFaces, ids...)
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		var f face
		if err := readJSON(r.Body, &f); err != nil {
			return nil, err
		}
		out[r.Key] = &f
	}
	return out, nil
}

// record is the face as an entry of its drawer.
func (f *face) record() (Record, error) {
	b, err := json.Marshal(f)
	return Record{f.ID, b}, err
}
