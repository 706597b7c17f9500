// Command eval prints how well articles are read.
//
//	go run ./loader/extract/eval [--by-article] FOLDER|RECORDS.jsonl
//
// FOLDER holds articles with labels by readers (ID.json and ID.gold.json); RECORDS.jsonl single incidents or relations that people coded.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/loader"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/extract/score"
	"github.com/treatygraph/treatygraph/loader/source"
)

func main() {
	byArticle := flag.Bool("by-article", false, "first a line for each article that is not held out: right/labelled/predicted of each kind")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "name one folder of labelled articles, or one file of records")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, flag.Arg(0), *byArticle); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, name string, byArticle bool) error {
	c, err := catalogue.Load()
	if err != nil {
		return err
	}
	x, err := extract.New(c)
	if err != nil {
		return err
	}
	e := evaluation{x, w}
	if strings.HasSuffix(name, ".jsonl") {
		return e.records(ctx, name)
	}
	return e.articles(ctx, name, byArticle)
}

// evaluation judges what an extractor reads and writes it.
type evaluation struct {
	*extract.Extractor
	io.Writer
}

// fetched is the day on which articles count as fetched: any, so long as it is the same every time.
const fetched graph.Day = "2026-01-01"

// labels is what the extractor reads of a document.
func (e evaluation) labels(d source.Document) (score.Labels, error) {
	r, err := loader.ReadGiven(d, fetched, e.Read)
	if err != nil {
		return score.Labels{}, err
	}
	return score.Of(r)
}

func (e evaluation) articles(ctx context.Context, dir string, byArticle bool) error {
	set, err := score.Load(ctx, dir)
	if err != nil {
		return err
	}
	all, err := e.tallies(&set)
	if err != nil {
		return err
	}
	var held []score.Tally
	for i := range set.Articles {
		if a := &set.Articles[i]; a.HeldOut() {
			held = append(held, all[i])
		} else if byArticle {
			score.PrintArticle(e, a.Gold.ID, &all[i])
		}
	}
	return score.Print(e, []string{"all", "held-out"}, [][]score.Tally{all, held})
}

// tallies judges each article of a set.
func (e evaluation) tallies(set *score.Set) ([]score.Tally, error) {
	var out []score.Tally
	for i := range set.Articles {
		a := &set.Articles[i]
		l, err := e.labels(a.Document)
		if err != nil {
			return nil, err
		}
		out = append(out, score.Judge(a.Text, &a.Gold, &l, set.Catalogue))
	}
	return out, nil
}

func (e evaluation) records(ctx context.Context, name string) error {
	records, err := score.LoadRecords(name)
	if err != nil {
		return err
	}
	read := map[string]score.Labels{}
	for d, err := range source.Open(ctx, name, source.Options{}) {
		if err != nil {
			return err
		}
		if read[d.ID], err = e.labels(d); err != nil {
			return err
		}
	}
	var all []score.Verdict
	for i := range records {
		l := read[records[i].ID]
		all = append(all, records[i].Judge(&l))
	}
	return score.PrintRecords(e, all)
}
