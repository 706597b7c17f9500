package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// replyReview is a judgement as review prints it.
type replyReview struct {
	Claim    string        `json:"claim"`
	Other    string        `json:"other,omitempty"`
	Verdict  graph.Verdict `json:"verdict"`
	Reviewer string        `json:"reviewer"`
	At       string        `json:"at"`
	Note     string        `json:"note,omitempty"`
	Of       []string      `json:"of,omitempty"` // what it is of, in words; none where that is not stored now
}

func newReplyReview(r *graph.Review, of []string) replyReview {
	return replyReview{r.Subject, r.Other, r.Verdict, r.Reviewer, r.At, r.Note, of}
}

// judgement says in a line what was judged of what, by whom.
func (r replyReview) judgement() string {
	if r.Other == "" {
		return fmt.Sprintf("claim %s: %s by %s", r.Claim, strings.ToLower(string(r.Verdict)), r.Reviewer)
	}
	return fmt.Sprintf("%s and %s: %s by %s", r.Claim, r.Other, strings.ToLower(string(r.Verdict)), r.Reviewer)
}

// listReviews prints all judgements, or those of some ids, the latest first.
func (p *program) listReviews(ctx context.Context, store graph.Store, ids []string, asJSON bool) error {
	q := graph.Query{Kind: graph.Reviews, AsOf: graph.AsOf{Ever: true}, Order: []graph.Order{{Property: "at", Desc: true}}, First: graph.MaxPage}
	for _, id := range ids {
		q.Where = and(q.Where, graph.Or{is("subject", id), is("other", id)})
	}
	out := []replyReview{}
	err := graph.Pages(ctx, store, q, func(page []graph.Node) error {
		of, err := judgedOf(ctx, store, page)
		for i, n := range page {
			out = append(out, newReplyReview(n.(*graph.Review), of[i]))
		}
		return err
	})
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(map[string]any{"reviews": out})
	}
	if len(out) == 0 {
		fmt.Fprintln(p.out, "nothing was judged")
	}
	for _, r := range out {
		fmt.Fprintf(p.out, "%s  %s\n", r.At, r.judgement())
		for _, what := range r.Of {
			fmt.Fprintf(p.out, "    %s\n", what)
		}
		if r.Note != "" {
			fmt.Fprintf(p.out, "    note: %s\n", r.Note)
		}
	}
	return nil
}

func and(a, b graph.Filter) graph.Filter {
	if a == nil {
		return b
	}
	return graph.And{a, b}
}

// judgedOf tells in words what reviews are of.
func judgedOf(ctx context.Context, store graph.Store, reviews []graph.Node) ([][]string, error) {
	l := &lookup{ctx: ctx, store: store, at: graph.AsOf{Ever: true}}
	out := make([][]string, len(reviews))
	add := func(edge string, words func([]graph.Node) []string) {
		pages := l.pages(graph.Reviews, ids(reviews), edge, graph.Query{First: graph.MaxPage})
		for i, page := range pages {
			out[i] = append(out[i], words(page.Nodes)...)
		}
	}
	for _, edge := range []string{"attacks", "summits", "commitments"} {
		add(edge, func(nodes []graph.Node) (words []string) {
			for _, n := range nodes {
				words = append(words, titled(n))
			}
			return words
		})
	}
	add("stage", l.claims(graph.Stages, "commitments"))
	add("attribution", l.claims(graph.Attributions, "attack"))
	add("allegation", l.claims(graph.Allegations, "commitment"))
	return out, l.err
}

// claims tells of claims of a kind what each says, and of what, which an edge leads to.
func (l *lookup) claims(k *graph.Kind, edge string) func([]graph.Node) []string {
	return func(claims []graph.Node) []string {
		var words []string
		for i, page := range l.pages(k, ids(claims), edge, graph.Query{First: 1}) {
			said := claimed(claims[i])
			for _, n := range page.Nodes {
				said += ": " + titled(n)
			}
			words = append(words, said)
		}
		return words
	}
}

// claimed says what a claim says, without of what.
func claimed(n graph.Node) string {
	switch n := n.(type) {
	case *graph.Stage:
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", n.Stance, n.Status, n.Last))
	case *graph.Attribution:
		return fmt.Sprintf("%s %s", n.Stance, n.Last)
	case *graph.Allegation:
		return fmt.Sprintf("%s %s", n.Stance, n.Last)
	}
	return ""
}

// titled is an attack, a meeting or a commitment in words, with its days.
func titled(n graph.Node) string {
	dated := func(name string, first, last graph.Day) string {
		switch {
		case last == "":
			return name
		case first == last:
			return fmt.Sprintf("%s (%s)", name, last)
		case first == "":
			return fmt.Sprintf("%s (by %s)", name, last)
		}
		return fmt.Sprintf("%s (%s to %s)", name, first, last)
	}
	switch n := n.(type) {
	case *graph.Attack:
		return dated(n.Name, n.First, n.Last)
	case *graph.Summit:
		return dated(n.Name, n.First, n.Last)
	case *graph.Commitment:
		return n.Summary
	}
	return ""
}

// joinable is an attack, a meeting or a commitment as review --find prints it.
type joinable struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	Name string `json:"name"`
	Same string `json:"same,omitempty"` // the id of the one that stands for it
}

// maxFound is how many are listed at most.
const maxFound = 30

// findJoinable prints the attacks, meetings and commitments whose names hold all the words, best first.
func (p *program) findJoinable(ctx context.Context, store graph.Store, words string, asJSON bool) error {
	hits, err := store.Search(ctx, words, maxFound, graph.Attacks, graph.Summits, graph.Commitments)
	if err != nil {
		return err
	}
	found := []joinable{}
	for _, h := range hits {
		k := graph.KindOf(h.Node)
		same, err := k.Property("same")
		if err != nil {
			return err
		}
		found = append(found, joinable{h.Node.NodeID(), strings.ToLower(k.Name), titled(h.Node), same.Value(h.Node).(string)})
	}
	if asJSON {
		return p.printJSON(map[string]any{"found": found})
	}
	if len(found) == 0 {
		fmt.Fprintln(p.out, "no attack, meeting or commitment has these words in its name")
	}
	for _, f := range found {
		line := fmt.Sprintf("%s  %-10s  %s", f.ID, f.Kind, f.Name)
		if f.Same != "" {
			line += "  = " + f.Same
		}
		fmt.Fprintln(p.out, line)
	}
	return nil
}
