package graph

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxCandidates is how many nodes of a kind a store hands to Rank at most: those that its own index takes for the best.
const MaxCandidates = 2000

// A word of this many letters also finds longer words that begin with it.
const prefixLetters = 4

// Prefix says whether a word of a search (as Words gives it) also finds words that begin with it.
func Prefix(word string) bool { return utf8.RuneCountInString(word) >= prefixLetters }

// Rank orders the candidates whose texts hold every word of a search, best first, and gives at most limit. Of what stores find by their
// own indexes it keeps what it finds itself, so that all stores agree. A score grows with the number of occurrences, ever more slowly
// (as in BM25), less so in long texts; a whole word counts twice as much as a longer one, and words that follow each other as in the
// search count more. Ties are broken by kind and id. A search without a letter or digit finds nothing.
func Rank(words string, candidates []Node, limit int) []Hit {
	query := Words(words)
	if len(query) == 0 {
		return nil
	}
	var hits []Hit
	for _, n := range candidates {
		if s := score(query, Words(SearchText(n))); s > 0 {
			hits = append(hits, Hit{n, s})
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		x, y := a.Node, b.Node
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(slices.Index(Kinds, KindOf(x)), slices.Index(Kinds, KindOf(y))), cmp.Compare(x.NodeID(), y.NodeID()))
	})
	return hits[:max(0, min(limit, len(hits)))]
}

// Constants of BM25 as commonly set, and the length of a text that counts as neither long nor short.
const (
	saturation = 1.2
	lengthPull = 0.75
	usualWords = 30
)

// score rates a text, given as its words, by the words of a search; 0 where one is missing.
func score(query, text []string) float64 {
	long := 1 - lengthPull + lengthPull*float64(len(text))/usualWords
	total := 0.0
	for _, q := range query {
		n := 0.0
		for _, w := range text {
			switch {
			case w == q:
				n++
			case Prefix(q) && strings.HasPrefix(w, q):
				n += 0.5
			}
		}
		if n == 0 {
			return 0
		}
		total += n * (saturation + 1) / (n + saturation*long)
	}
	return total * (1 + inRow(query, text))
}

// inRow is the share of a search's words that are followed, somewhere in the text, by the word that follows them in the search.
func inRow(query, text []string) float64 {
	if len(query) < 2 {
		return 0
	}
	n := 0
	for i := range query[1:] {
		for j := range max(len(text)-1, 0) {
			if text[j] == query[i] && text[j+1] == query[i+1] {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(query)-1)
}
