// Command train makes the table of weights that gives claims their confidence, and prints how far it may be trusted.
//
//	go run ./loader/extract/train [-write loader/extract/data/confidence.tsv] FOLDER...
//
// Each FOLDER holds articles with labels by readers. A claim is right where it matches a label, a commitment where its status is right as
// well. What is printed is cross-validated: of each tenth of the articles by the weights of the other nine.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/extract/score"
)

func main() {
	write := flag.String("write", "", "the file of weights to write; none where it is not told")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "name one or more folders of labelled articles")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, flag.Args(), *write); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, folders []string, write string) error {
	var all []article
	for _, dir := range folders {
		more, err := read(ctx, dir)
		if err != nil {
			return err
		}
		all = append(all, more...)
	}
	validate(all)
	if err := report(w, all); err != nil {
		return err
	}
	if write == "" {
		return nil
	}
	return os.WriteFile(write, []byte(table(all)), 0o644)
}

// kinds are the kinds of claims that have a confidence, with their measures.
var kinds = []struct {
	name    string
	measure score.Measure
}{{"summit", score.Summits}, {"attack", score.Attacks}, {"commitment", score.Commitments}}

// claim is one claim of an article: what was seen of it, whether it is right, and how likely that is by the weights of other articles.
type claim struct {
	kind    string
	seen    []extract.Weight
	written bool // of an article that those who wrote the rules have read
	right   bool
	likely  float64 // if nobody has read the article
	fitted  float64 // as the article was read or not
}

// article is the claims of one article beside its labels.
type article struct {
	score.Article
	score.Catalogue
	said   score.Labels
	claims []claim // summits, attacks, commitments, in the order of said
}

// fetched is the day on which articles count as fetched: any, so long as it is the same every time.
const fetched graph.Day = "2026-01-01"

// read gives the claims of the articles of a folder.
func read(ctx context.Context, dir string) ([]article, error) {
	c, err := catalogue.Load()
	if err != nil {
		return nil, err
	}
	x, err := extract.New(c)
	if err != nil {
		return nil, err
	}
	set, err := score.Load(ctx, dir)
	if err != nil {
		return nil, err
	}
	var out []article
	for _, labelled := range set.Articles {
		a := article{Article: labelled, Catalogue: set.Catalogue}
		var why extract.Explanation
		r, err := loader.ReadGiven(a.Document, fetched, func(g graph.Article) (r extract.Reading) {
			r, why = x.Explain(g)
			return r
		})
		if err == nil {
			a.said, err = score.Of(r)
		}
		if err == nil {
			a.claims, err = judge(&a, why.Claims)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Join(dir, a.Gold.ID), err)
		}
		out = append(out, a)
	}
	return out, nil
}

// judge tells which claims are right.
func judge(a *article, claims []extract.Claim) ([]claim, error) {
	var out []claim
	for _, k := range kinds {
		right := score.Right(k.measure, &a.Gold, &a.said)
		n := 0
		for _, c := range claims {
			if c.Kind != k.name {
				continue
			}
			if n == len(right) {
				return nil, errors.New("more claims are explained than made")
			}
			ok := right[n] >= 0
			if k.measure == score.Commitments && ok {
				ok = a.Gold.Commitments[right[n]].Status == a.said.Commitments[n].Status
			}
			out = append(out, claim{kind: k.name, seen: c.Weights, written: !a.HeldOut(), right: ok})
			n++
		}
		if n < len(right) {
			return nil, errors.New("fewer claims are explained than made")
		}
	}
	return out, nil
}
