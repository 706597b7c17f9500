package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// concept is one way to say a principle by its elements.
type concept struct {
	principle int32
	needs     []terms // one class each; the first anchors the others
	all, not  terms
	gate      terms // of which the article must hold one, 0 for none
	number    int32 // 1 + the row of data/principles.tsv
	reach     int   // tokens between the anchor and the others
}

// principlePhrase is what a phrase stands for; see data/principlephrases.tsv for weak ones.
type principlePhrase struct {
	principle int32
	weak      bool
	act       bool // what the principle forbids
}

// principles is the layer of principles: the entries of kind principleEntry index phrases, those of termEntry index masks.
type principles struct {
	list         []string
	index        map[string]int32
	phrases      []principlePhrase
	masks        []terms
	classes      map[string]terms
	nuclear      map[int32]bool  // principles of the nuclear domain
	decided      map[string]bool // folded phrases of data/principlephrases.tsv
	concepts     []concept
	over         map[int32][]int32 // which principles give way to it at the same place
	byInstrument map[string]int32
}

// leastAlias is how many words an alias of the catalogue needs to stand for its principle in any text.
const leastAlias = 3

// newPrinciples puts the phrases and elements of principles into the vocabulary.
func newPrinciples(c *catalogue.Catalogue, v *vocabulary) (*principles, error) {
	p := &principles{index: map[string]int32{}, classes: map[string]terms{}, over: map[int32][]int32{}, byInstrument: map[string]int32{},
		nuclear: map[int32]bool{}, decided: map[string]bool{}}
	for i := range c.Principles {
		p.index[c.Principles[i].Slug] = int32(len(p.list))
		p.list = append(p.list, c.Principles[i].Slug)
	}
	for i := range c.Principles {
		p.nuclear[int32(i)] = c.Principles[i].Domain == "nuclear"
		for _, wider := range c.Principles[i].Narrows {
			p.over[int32(i)] = append(p.over[int32(i)], p.index[wider])
		}
	}
	for _, read := range []func(*vocabulary) error{p.readTerms, p.readConcepts, p.readPhrases, p.readInstruments} {
		if err := read(v); err != nil {
			return nil, err
		}
	}
	p.addAliases(c, v)
	return p, nil
}

// addAliases adds the catalogue's longer phrases, except those that data/principlephrases.tsv decides otherwise.
func (p *principles) addAliases(c *catalogue.Catalogue, v *vocabulary) {
	for i := range c.Principles {
		p.phrases = append(p.phrases, principlePhrase{principle: int32(i)})
		for _, alias := range c.Principles[i].Aliases {
			if strings.Count(alias, " ") >= leastAlias-1 && !p.decided[fold(alias)] {
				v.add(alias, principleEntry, int32(len(p.phrases)-1), anyShape)
			}
		}
	}
}

// readTerms reads the elements of principles; a class may stand in several rows.
func (p *principles) readTerms(v *vocabulary) error {
	rows, err := readTable("principleterms", "class", "phrases")
	if err != nil {
		return err
	}
	at := map[string]int{}
	for _, r := range rows {
		class, ok := p.classes[r[0]]
		if !ok {
			if len(p.classes) == mostClasses {
				return graph.Errorf(graph.Invalid, "data/principleterms.tsv: class %q is one too many, a set holds %d", r[0], mostClasses)
			}
			class = termsOf(len(p.classes))
			p.classes[r[0]] = class
		}
		for _, phrase := range cells(r[1]) {
			for _, form := range forms(phrase) {
				n, ok := at[form]
				if !ok {
					n = len(p.masks)
					at[form] = n
					p.masks = append(p.masks, terms{})
					v.add(form, termEntry, int32(n), wordsShape)
				}
				p.masks[n] = p.masks[n].with(class)
			}
		}
	}
	p.inherit(at)
	return nil
}

// inherit gives each phrase the classes of the phrases inside it, which it hides where it is found: "nuclear testing" those of "nuclear".
func (p *principles) inherit(at map[string]int) {
	own := slices.Clone(p.masks)
	for phrase, n := range at {
		words := strings.Fields(phrase)
		for i := range words {
			for k := i + 1; k <= len(words); k++ {
				if inner, ok := at[strings.Join(words[i:k], " ")]; ok {
					p.masks[n] = p.masks[n].with(own[inner])
				}
			}
		}
	}
}

func (p *principles) readConcepts(*vocabulary) error {
	rows, err := readTable("principles", "principle", "needs", "not", "reach", "gate", "over")
	if err != nil {
		return err
	}
	for n, r := range rows {
		k := concept{number: int32(n) + 1}
		var ok bool
		if k.principle, ok = p.index[r[0]]; !ok {
			return unknownWord("principles", n, "principle", r[0])
		}
		for _, cell := range []struct {
			into  *terms
			words string
		}{{&k.all, r[1]}, {&k.not, r[2]}, {&k.gate, r[4]}} {
			for _, w := range strings.Fields(cell.words) {
				m, ok := p.classes[w]
				if !ok {
					return unknownWord("principles", n, "class", w)
				}
				*cell.into = cell.into.with(m)
			}
		}
		for _, w := range strings.Fields(r[1]) {
			k.needs = append(k.needs, p.classes[w])
		}
		if k.reach = atoi(r[3]); k.reach == 0 || k.all == (terms{}) {
			return graph.Errorf(graph.Invalid, "data/principles.tsv: row %d needs elements and a reach in words", n+1)
		}
		for _, w := range strings.Fields(r[5]) {
			wider, ok := p.index[w]
			if !ok {
				return unknownWord("principles", n, "principle", w)
			}
			p.over[k.principle] = append(p.over[k.principle], wider)
		}
		p.concepts = append(p.concepts, k)
	}
	return nil
}

func (p *principles) readPhrases(v *vocabulary) error {
	rows, err := readTable("principlephrases", "principle", "weight", "phrases")
	if err != nil {
		return err
	}
	for n, r := range rows {
		i, ok := p.index[r[0]]
		if !ok {
			return unknownWord("principlephrases", n, "principle", r[0])
		}
		if r[1] != "strong" && r[1] != "weak" && r[1] != "act" {
			return unknownWord("principlephrases", n, "weight", r[1])
		}
		p.phrases = append(p.phrases, principlePhrase{i, r[1] != "strong", r[1] == "act"})
		for _, phrase := range cells(r[2]) {
			for _, form := range forms(phrase) {
				p.decided[fold(form)] = true
				v.add(form, principleEntry, int32(len(p.phrases)-1), anyShape)
			}
		}
	}
	return nil
}

func (p *principles) readInstruments(*vocabulary) error {
	rows, err := readTable("principleinstruments", "instrument", "principle")
	if err != nil {
		return err
	}
	for n, r := range rows {
		i, ok := p.index[r[1]]
		if !ok {
			return unknownWord("principleinstruments", n, "principle", r[1])
		}
		p.byInstrument[r[0]] = i
	}
	return nil
}

func unknownWord(file string, row int, what, word string) error {
	return graph.Errorf(graph.Invalid, "data/%s.tsv: row %d: no %s %q", file, row+1, what, word)
}
