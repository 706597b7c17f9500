package graph

import (
	"context"
	"maps"
	"slices"
)

// judged is what people said of which nodes are one and which are not. Of each pair the latest review counts, and where reviews of several
// pairs contradict each other, the later does.
type judged struct {
	reviews map[string]*Review  // those of two nodes that were read
	asked   map[string]bool     // nodes whose reviews were read
	blocks  map[string][]string // by node, those that are one, itself among them; left out where it is alone
	apart   map[string][]string // by node, those that are another thing
}

func newJudged() *judged {
	return &judged{reviews: map[string]*Review{}, asked: map[string]bool{}}
}

// read reads all reviews that lead from the nodes to others, and from those on.
func (j *judged) read(ctx context.Context, r reading, ids []string) error {
	found := len(j.reviews)
	for ask := news(j.asked, ids); len(ask) > 0; ask = news(j.asked, ids) {
		reviews, err := reviewsOf(ctx, r, ask)
		if err != nil {
			return err
		}
		ids = nil
		for _, r := range reviews {
			ids = append(ids, j.add(r)...)
		}
	}
	if len(j.reviews) > found {
		j.settle()
	}
	return nil
}

// news are those of the ids that were not asked about; from now on they were.
func news(asked map[string]bool, ids []string) []string {
	var out []string
	for _, id := range ids {
		if !asked[id] {
			asked[id] = true
			out = append(out, id)
		}
	}
	return out
}

// add takes in a review if it is of two nodes, and gives them.
func (j *judged) add(r *Review) []string {
	if r.Other == "" {
		return nil
	}
	j.reviews[r.ID] = r
	return []string{r.Subject, r.Other}
}

// settle works out blocks and apart from the reviews.
func (j *judged) settle() {
	j.blocks, j.apart = map[string][]string{}, map[string][]string{}
	seen := map[[2]string]bool{}
	for _, r := range slices.SortedFunc(maps.Values(j.reviews), latest) {
		pair := r.pair()
		if seen[pair] {
			continue
		}
		seen[pair] = true
		if r.Verdict == Undone {
			continue
		}
		a, b := j.block(pair[0]), j.block(pair[1])
		switch {
		case slices.Contains(a, pair[1]):
		case r.Verdict == Different:
			j.apart[pair[0]] = append(j.apart[pair[0]], pair[1])
			j.apart[pair[1]] = append(j.apart[pair[1]], pair[0])
		case !j.parts(a, b):
			both := union(a, b)
			for _, id := range both {
				j.blocks[id] = both
			}
		}
	}
}

// block is all that people take for one with a node, itself among them.
func (j *judged) block(id string) []string {
	if b := j.blocks[id]; b != nil {
		return b
	}
	return []string{id}
}

// parts says whether a review keeps two blocks from being one.
func (j *judged) parts(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(j.apart[x], func(y string) bool { return slices.Contains(b, y) })
	})
}

// linked are the nodes to which reviews lead from a node, near or far; not itself, unless there are some.
func (j *judged) linked(id string) []string {
	var out []string
	todo := []string{id}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		for _, r := range j.reviews {
			if r.Subject != at && r.Other != at {
				continue
			}
			for _, end := range []string{r.Subject, r.Other} {
				if !slices.Contains(out, end) {
					out, todo = append(out, end), append(todo, end)
				}
			}
		}
	}
	return out
}
