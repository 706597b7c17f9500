package extract

import "math/bits"

// terms is a set of the classes of data/principleterms.tsv.
type terms [2]uint64

// mostClasses is how many classes a set holds.
const mostClasses = 128

// termsOf is the set of class i alone.
func termsOf(i int) terms {
	var t terms
	t[i/64] = 1 << (i % 64)
	return t
}

func (t terms) with(o terms) terms { return terms{t[0] | o[0], t[1] | o[1]} }

func (t terms) shared(o terms) terms { return terms{t[0] & o[0], t[1] & o[1]} }

// some tells whether the sets share a class.
func (t terms) some(o terms) bool { return t[0]&o[0] != 0 || t[1]&o[1] != 0 }

// holds tells whether every class of o is in t.
func (t terms) holds(o terms) bool { return t[0]&o[0] == o[0] && t[1]&o[1] == o[1] }

func (t terms) count() int { return bits.OnesCount64(t[0]) + bits.OnesCount64(t[1]) }
