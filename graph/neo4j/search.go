package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph"
)

// Search asks the full-text indexes for candidates with what a ranking reads of them, ranks these as every store does, and then loads
// the best.
func (s *Store) Search(ctx context.Context, words string, limit int, kinds ...*graph.Kind) ([]graph.Hit, error) {
	if len(kinds) == 0 {
		kinds = graph.Kinds
	}
	kinds = slices.DeleteFunc(slices.Clone(kinds), func(k *graph.Kind) bool { return len(k.Texts()) == 0 })
	if len(graph.Words(words)) == 0 || len(kinds) == 0 || limit <= 0 {
		return nil, nil
	}
	var hits []graph.Hit
	err := s.read(ctx, func(ctx context.Context, t driver.ManagedTransaction) error {
		found, err := candidates(ctx, t, words, kinds)
		if err == nil {
			hits = graph.Rank(words, found, limit)
			err = complete(ctx, t, hits)
		}
		return err
	})
	return hits, err
}

// candidates gives nodes that may hold the words, with their texts alone.
func candidates(ctx context.Context, t driver.ManagedTransaction, words string, kinds []*graph.Kind) ([]graph.Node, error) {
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		texts := ""
		for _, p := range k.Texts() {
			texts += ", ." + p.Name
		}
		parts[i] = fmt.Sprintf("CALL db.index.fulltext.queryNodes('%s', $query, {limit: $limit}) YIELD node RETURN %d AS kind, node {.id%s} AS node", textIndex(k), i, texts)
	}
	records, err := ask(ctx, t, strings.Join(parts, " UNION ALL "), map[string]any{"query": lucene(graph.Words(words)), "limit": graph.MaxCandidates})
	nodes := make([]graph.Node, len(records))
	for i, r := range records {
		if nodes[i], err = toNode(kinds[r.Values[0].(int64)], r.Values[1]); err != nil {
			return nil, err
		}
	}
	return nodes, err
}

// textIndex is the name of a kind's full-text index: passageText.
func textIndex(k *graph.Kind) string { return strings.ToLower(k.Name[:1]) + k.Name[1:] + "Text" }

// complete puts whole nodes in the place of those that have their texts alone.
func complete(ctx context.Context, t driver.ManagedTransaction, hits []graph.Hit) error {
	ids := map[*graph.Kind][]string{}
	for _, h := range hits {
		k := graph.KindOf(h.Node)
		ids[k] = append(ids[k], h.Node.NodeID())
	}
	whole := map[string]graph.Node{}
	for _, k := range graph.Kinds {
		nodes, err := load(ctx, t, k, "id", ids[k])
		if err != nil {
			return err
		}
		for _, n := range nodes {
			whole[n.NodeID()] = n
		}
	}
	for i, h := range hits {
		if n := whole[h.Node.NodeID()]; n != nil {
			hits[i].Node = n
		}
	}
	return nil
}

// mostWords is how many words of a search the index is asked for. Ranking sees to the rest.
const mostWords = 32

// lucene prints a query in Lucene's classic syntax that finds all texts with the words (as graph.Words gives them), and perhaps more. Words hold
// only letters, digits and marks, so that nothing needs an escape once they are in lower case (AND, OR and NOT are operators).
func lucene(words []string) string {
	var parts []string
	for _, w := range words[:min(len(words), mostWords)] {
		w = strings.ToLower(w)
		if !stopWords[w] {
			// The word itself brings the better texts to the front, the pattern finds the others.
			parts = append(parts, "+("+w+" /"+wordPattern(w)+"/)")
		}
	}
	if len(parts) == 0 {
		return "*:*"
	}
	return strings.Join(parts, " ")
}

// stopWords are those that the analyzer standard-folding leaves out of the index (Lucene's EnglishAnalyzer.ENGLISH_STOP_WORDS_SET).
var stopWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with") {
		m[w] = true
	}
	return m
}()

// wordPattern is a regular expression for the index's words that hold w as a word of ours: the analyzer leaves d'ivoire, u.s and 1,000 whole
// (Unicode UAX #29), and spells letters that are not ASCII in its own way.
func wordPattern(w string) string {
	var b strings.Builder
	b.WriteString("(.*['.:_,])?")
	for _, r := range w {
		switch {
		case r <= unicode.MaxASCII:
			b.WriteRune(r)
		case unicode.Is(unicode.Latin, r):
			b.WriteString(".{1,4}") // ø is o there, ß is ss
		default:
			b.WriteString("[" + cases(r) + "]")
		}
	}
	if graph.Prefix(w) {
		b.WriteString(".*")
	} else {
		b.WriteString("(['.:_,].*)?")
	}
	return b.String()
}
