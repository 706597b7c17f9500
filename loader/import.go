package loader

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/source"
)

// Import brings documents into the store, each in a transaction of its own. A document that is broken is refused, and the rest goes in; a
// store (or an extractor) that does not answer ends the import with an error that is UNAVAILABLE, and the summary says how far it came. The
// run is recorded in the store. report, if not nil, is told of each document in turn.
func (l *Loader) Import(ctx context.Context, docs iter.Seq2[source.Document, error], report func(Progress)) (Summary, error) {
	q, err := openQuarantine(l.Quarantine)
	if err != nil {
		return Summary{}, err
	}
	r, err := l.begin(ctx)
	if err != nil {
		return Summary{}, err
	}
	w := l.work(r.ID)
	sum := Summary{Run: r.ID, Refused: []Refusal{}}
	for t := range ordered(ctx, found(docs), l.workers(), w.prepare) {
		r.source(t.document.Origin)
		w.put(ctx, t)
		if t.fatal {
			err = t.err
			break
		}
		p := Progress{Name: t.document.Name, Article: t.article.ID, Outcome: t.outcome}
		if t.err != nil {
			p.Refusal = refusal(t.document.Name, t.err)
			if err = q.keep(t.document, *p.Refusal); err != nil {
				break
			}
		}
		sum.count(p, report)
	}
	if err == nil {
		err = ctx.Err()
	}
	if e := l.end(ctx, r, sum); err == nil {
		err = e
	}
	return sum, err
}

func (l *Loader) workers() int {
	if l.Workers > 0 {
		return l.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// found makes tasks of documents and errors.
func found(docs iter.Seq2[source.Document, error]) iter.Seq[*task] {
	return func(yield func(*task) bool) {
		for d, err := range docs {
			if !yield(&task{document: d, err: err}) {
				return
			}
		}
	}
}

// task is one document on its way into the store.
type task struct {
	document source.Document
	article  graph.Article
	batch    graph.Batch
	outcome  graph.Outcome
	err      error
	fatal    bool // err is no fault of the document
}

// failAll fails for a reason that ends the import if it is not the document's: nobody answers, or the import was ended.
func (t *task) failAll(err error) {
	t.err = err
	t.fatal = graph.CodeOf(err) == graph.Unavailable || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// worker does the work of one run.
type worker struct {
	Store
	reader Reader
	name   string // of the reader
	today  graph.Day
	run    string
	again  bool
}

func (l *Loader) work(run string) worker {
	r := NewReader(l.Extractor, l.Catalogue)
	return worker{l.Store, r, r.String(), graph.DayOf(l.now()), run, l.Again}
}

// prepare does all of a task but the writing.
func (w worker) prepare(ctx context.Context, t *task) *task {
	if t.err != nil {
		return t
	}
	guard(t, func() {
		if t.article, _, t.err = Clean(t.document, w.today); t.err == nil {
			t.article.Run = w.run
			w.read(ctx, t)
		}
	})
	return t
}

// guard makes a refusal of a panic: one article must not end the import of the others.
func guard(t *task, work func()) {
	defer func() {
		if p := recover(); p != nil {
			t.err = graph.Errorf(graph.Internal, "reading it failed (%v); please report it with the text", p)
		}
	}()
	work()
}

// read reads the task's article, as of the earliest publication that is known of it. One that is stored already, read by the same reader,
// is not read again if it brings nothing new.
func (w worker) read(ctx context.Context, t *task) {
	stored, err := w.stored(ctx, t.article.ID)
	if err != nil {
		t.failAll(err)
		return
	}
	if stored != nil {
		if stored.Reader == w.name && holdsAll(stored, &t.article) {
			t.outcome = graph.Unchanged
			return
		}
		t.article = earliest(stored, t.article)
	}
	reading, err := w.reader.Read(ctx, t.article)
	if err != nil {
		t.failAll(err)
		return
	}
	t.batch, t.err = Resolve(t.article, reading, w.reader)
	t.batch.Again = w.again
}

// attempts is how often an article is put while others bring the same one with other days.
const attempts = 5

// put writes the task's batch. Where the store knows an earlier publication meanwhile, the article is read again as of that day.
func (w worker) put(ctx context.Context, t *task) {
	for n := 1; t.err == nil && t.outcome == ""; n++ {
		outcome, err := w.Put(ctx, t.batch)
		switch {
		case err == nil:
			t.outcome = outcome
		case graph.CodeOf(err) == graph.Conflict && n < attempts:
			guard(t, func() { w.read(ctx, t) })
		default:
			t.failAll(err)
		}
	}
}

// stored is the article of an id as the store has it, nil if it has none.
func (w worker) stored(ctx context.Context, id string) (*graph.Article, error) {
	page, err := w.Find(ctx, graph.Query{Kind: graph.Articles, AsOf: graph.AsOf{Ever: true}, Where: graph.Is{Property: "id", Op: graph.Eq, Value: id}, First: 1})
	if err != nil || len(page.Nodes) == 0 {
		return nil, err
	}
	return page.Nodes[0].(*graph.Article), nil
}

func refusal(name string, err error) *Refusal {
	return &Refusal{Name: name, Code: graph.CodeOf(err), Reason: strings.TrimPrefix(err.Error(), name+": ")}
}
