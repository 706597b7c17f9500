package extract

// entryKind is a layer of the vocabulary: what its phrases stand for.
type entryKind uint8

const (
	nameEntry       entryKind = iota // an actor, or a name that stands for none: value indexes names.list
	instrumentEntry                  //
	officeEntry                      // "foreign minister"
	groupEntry                       // "the two countries"
	termEntry                        // an element of a principle: value indexes principles.masks
	principleEntry                   // a phrase for a principle: value indexes principles.phrases
	triggerEntry                     // a word that says how far something has come: value indexes triggerWords
	attackEntry                      // a word for a hostile act
	deedEntry                        // a word for one beside what it is done to
	objectEntry                      // what hostile acts are done to or with: value is a class of data/attackobjects.tsv
	sectorEntry                      // what is struck or covered
	cueEntry                         // a word that changes what is told: value is its cueClass
	attackerEntry                    // a word for those who strike, or links them to a country: value is its cueClass
	meetingEntry                     // a word for a meeting
	conditionEntry                   // words that open a condition: value indexes conditions
	kindCount
)

// vocabulary holds every word that some phrase uses, and the phrases themselves as a trie over those words. Phrases and
// texts are split by the same tokenizer, so "no-first-use" and "no first use" are one phrase. It is built once and then
// only read, so readings may run side by side.
type vocabulary struct {
	words map[string]known
	next  map[uint64]int32 // node<<32 | word -> node
	ends  [][]int32        // node -> entries that end there
	first []bool           // word -> whether some phrase begins with it
	list  []entry
}

type known struct {
	text  string
	id    int32
	class class
}

// entry is what a phrase stands for: its kind (a layer: "country", "hedge", ...) and its value there.
type entry struct {
	kind   entryKind
	value  int32 // meaning depends on the kind: an index into the reader's table of that kind
	length int32 // words
	shape  shape
}

// shape is how a phrase must be written to count.
type shape uint8

const (
	anyShape   shape = iota
	nameShape        // with a capital letter: "Turkey", not "turkey"
	capsShape        // in capitals or with dots: "US", not "us"
	wordsShape       // lower case phrase: also matches at the start of a sentence and in capitals
)

func newVocabulary() *vocabulary {
	return &vocabulary{words: map[string]known{}, next: map[uint64]int32{}, ends: make([][]int32, 1), first: []bool{false}}
}

// add makes phrase stand for value in the layer kind; the shape follows from its spelling unless forced.
func (v *vocabulary) add(phrase string, kind entryKind, value int32, s shape) {
	tokens := tokenize(phrase, 0, len(phrase), nil, nil)
	if len(tokens) == 0 {
		return
	}
	if s == anyShape {
		s = shapeOf(tokens)
	}
	node := int32(0)
	for i := range tokens {
		id := v.word(tokens[i].word)
		if i == 0 {
			v.first[id] = true
		}
		key := uint64(uint32(node))<<32 | uint64(uint32(id))
		to, ok := v.next[key]
		if !ok {
			to = int32(len(v.ends))
			v.next[key] = to
			v.ends = append(v.ends, nil)
		}
		node = to
	}
	e := entry{kind, value, int32(len(tokens)), s}
	for _, have := range v.ends[node] {
		if v.list[have] == e {
			return
		}
	}
	v.ends[node] = append(v.ends[node], int32(len(v.list)))
	v.list = append(v.list, e)
}

func (v *vocabulary) word(w string) int32 {
	k, ok := v.words[w]
	if !ok {
		k = known{text: w, id: int32(len(v.words) + 1)}
		v.words[w] = k
		v.first = append(v.first, false)
	}
	return k.id
}

// shapeOf tells how a phrase is written: short capitals must stay capitals, a capital letter must stay one.
func shapeOf(tokens []token) shape {
	s := wordsShape
	for i := range tokens {
		switch tokens[i].letter {
		case upperCase:
			if len(tokens) == 1 && len(tokens[i].word) <= 5 {
				return capsShape
			}
			s = nameShape
		case titleCase, mixedCase:
			s = nameShape
		}
	}
	return s
}

// hit is a phrase found: tokens[first:stop] stand for the entry.
type hit struct {
	first, stop int
	*entry
}

// find appends, for every place in tokens[from:to], the longest phrases that begin there, of every kind. A phrase that
// lies inside another of the same kind is left out; phrases of different kinds may overlap.
func (v *vocabulary) find(tokens []token, from, to int, out []hit) []hit {
	var reach [kindCount]int // by kind, where the last phrase taken ends
	for i := from; i < to; i++ {
		if id := tokens[i].id; id == 0 || !v.first[id] {
			continue
		}
		start := len(out)
		node := int32(0)
		for j := i; j < to; j++ {
			if tokens[j].id == 0 {
				break
			}
			next, ok := v.next[uint64(uint32(node))<<32|uint64(uint32(tokens[j].id))]
			if !ok {
				break
			}
			node = next
			for _, e := range v.ends[node] {
				en := &v.list[e]
				if j+1 <= reach[en.kind] || !fits(tokens[i:j+1], en.shape) {
					continue
				}
				out = keepLongest(out, start, hit{i, j + 1, en})
			}
		}
		for _, h := range out[start:] {
			reach[h.kind] = max(reach[h.kind], h.stop)
		}
	}
	return out
}

// keepLongest adds h to out[start:], in place of shorter phrases of its kind.
func keepLongest(out []hit, start int, h hit) []hit {
	kept := out[:start]
	for _, o := range out[start:] {
		if o.kind != h.kind || o.stop >= h.stop {
			kept = append(kept, o)
		}
	}
	return append(room(kept), h)
}

// fits tells whether the tokens are written as the shape wants.
func fits(tokens []token, s shape) bool {
	switch s {
	case capsShape:
		return tokens[0].letter == upperCase
	case nameShape:
		for i := range tokens {
			if tokens[i].letter != lowerCase {
				return true
			}
		}
		return false
	}
	return true
}

// begins tells whether some phrase begins with the token's word.
func (v *vocabulary) begins(t *token) bool { return t.id != 0 && v.first[t.id] }
