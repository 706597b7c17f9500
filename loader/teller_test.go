package loader

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/source"
)

// teller is an extractor for tests: it reads pledges of the form "PLEDGE US CN STATUS YYYY-MM-DD", and does what other words of command say.
type teller struct {
	version string
	read    *reads
}

// reads counts how often a text was read.
type reads struct {
	sync.Mutex
	n map[string]int
}

func (e teller) Identity() (string, string) { return "teller", e.version }

func (e teller) Read(ctx context.Context, a graph.Article) (extract.Reading, error) {
	if e.read != nil {
		e.read.Lock()
		e.read.n[a.Text]++
		e.read.Unlock()
	}
	r := extract.Reading{ID: a.ID}
	switch f := strings.Fields(a.Text); f[0] {
	case "PANIC":
		panic("no such word")
	case "BROKEN":
		r.Principles = []string{"no-such-principle"}
	case "AWAY":
		return r, graph.Errorf(graph.Unavailable, "nobody answers")
	case "PLEDGE":
		date := f[4]
		r.Commitments = []extract.Commitment{{Parties: f[1:3], Principle: "no-first-use-critical-infrastructure", Status: graph.Status(f[3]), Date: &date,
			Evidence: []extract.Evidence{{Start: 0, End: 12}}, Confidence: 0.9}}
	}
	return r, nil
}

// loader makes a loader over a store, with the teller as its extractor.
func newLoader(t testing.TB, s Store) *Loader {
	t.Helper()
	return &Loader{Store: s, Extractor: teller{version: "1"}, Catalogue: load(t), Clock: clock, Workers: 3}
}

// documents is a source of documents; one without text and page stands for an error of its name.
func documents(all ...source.Document) iter.Seq2[source.Document, error] {
	return func(yield func(source.Document, error) bool) {
		for _, d := range all {
			var err error
			if d.Text == "" && d.HTML == nil {
				err = graph.Errorf(graph.Invalid, "%s: it is broken", d.Name)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// pledges are n documents, each with another day.
func pledges(n int) []source.Document {
	var out []source.Document
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		at := day.AddDate(0, 0, i)
		out = append(out, source.Document{Name: fmt.Sprintf("%04d.txt", i), Origin: "news", Published: graph.DayOf(at),
			Text: fmt.Sprintf("PLEDGE US CN NEGOTIATING %s told for the %d time", graph.DayOf(at), i)})
	}
	return out
}

func must(t testing.TB) func(Summary, error) Summary {
	return func(s Summary, err error) Summary {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}
