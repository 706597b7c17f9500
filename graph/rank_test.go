package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"letters and digits", "No-first-use, A/70/174!", []string{"NO", "FIRST", "USE", "A", "70", "174"}},
		{"accents", "Zürich ZU\u0308RICH são", []string{"ZURICH", "ZURICH", "SAO"}},
		{"other scripts", "договор Συνθήκη 条約", []string{"ДОГОВОР", "ΣΥΝΘΗΚΗ", "条約"}},
		{"final sigma", "λόγος ΛΟΓΟΣ", []string{"ΛΟΓΟΣ", "ΛΟΓΟΣ"}},
		{"nothing", " \" * ( \x00 ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Words(c.text)
			if len(got) == 0 {
				got = nil
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFoldJoinsWhatSimpleFoldingJoins(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"É", "é", true}, {"ǅ", "ǆ", true}, {"\u212a", "k", true}, {"ς", "Σ", true}, {"\U00010400", "\U00010428", true},
		{"é", "e", false}, {"ß", "SS", false}, {"İ", "i", false}, {"1", "I", false},
	} {
		if got := Fold(c.a) == Fold(c.b); got != c.same {
			t.Errorf("Fold(%q) == Fold(%q): %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

func TestRank(t *testing.T) {
	passage := func(id, text string) Node { return &Passage{ID: id, Text: text} }
	long := " and then the delegations went home to write what they had heard of it to their capitals, each in words of its own, long and careful"
	for _, c := range []struct {
		name, words string
		nodes       []Node
		want        []string
	}{
		{"every word is there", "power grid", []Node{passage("a", "power"), passage("b", "the power grid"), passage("c", "grids")}, []string{"b"}},
		{"a long word finds those that begin with it", "grid", []Node{passage("a", "grids"), passage("b", "gri"), passage("c", "grid")}, []string{"c", "a"}},
		{"a short word is whole", "use", []Node{passage("a", "used"), passage("b", "use")}, []string{"b"}},
		{"oftener is better", "grid", []Node{passage("a", "a grid is there"), passage("b", "a grid, a grid")}, []string{"b", "a"}},
		{"short is better than long", "grid", []Node{passage("a", "a grid"+long), passage("b", "a grid")}, []string{"b", "a"}},
		{"in a row is better", "first use", []Node{passage("a", "use it first of all"), passage("b", "no first use of it")}, []string{"b", "a"}},
		{"ties go by kind, then id", "grid", []Node{passage("b", "grid"), passage("a", "grid"), &Attack{ID: "z", Name: "grid"}}, []string{"z", "a", "b"}},
		{"names and aliases", "states", []Node{&Actor{ID: "a", Name: "America", Aliases: []string{"United States"}}, &Term{ID: "b", Name: "states"}}, []string{"a"}},
		{"accents", "Zurich", []Node{passage("a", "in Zürich")}, []string{"a"}},
		{"no word", "* (", []Node{passage("a", "* (")}, nil},
		{"at most limit", "grid", []Node{passage("a", "grid"), passage("b", "grid"), passage("c", "grid"), passage("d", "grid")}, []string{"a", "b", "c"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, h := range Rank(c.words, c.nodes, 3) {
				got = append(got, h.Node.NodeID())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
