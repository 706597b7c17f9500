package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Options say how to read a source. The zero value reads files of any known format.
type Options struct {
	Format    Format    // "" is Auto
	Stdin     io.Reader // what "-" reads
	Published graph.Day // supposed where a document tells no day of publication
	MaxBytes  int       // of one document; 0 is DefaultMaxBytes
}

// DefaultMaxBytes is how large one document may be unless Options say otherwise.
const DefaultMaxBytes = 10 << 20

// Open gives the documents of a source: a file, a folder with all below it (hidden files apart), a pattern such as news/*.html, or
// "-" for standard input. They come in the order of names. An error stands beside the document that it is about.
func Open(ctx context.Context, name string, o Options) iter.Seq2[Document, error] {
	if o.MaxBytes == 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(Document, error) bool) {
		r := reader{ctx, o, name, yield}
		if err := o.Format.check(); err != nil {
			r.fail(Document{Name: name}, nil, err)
			return
		}
		r.open(name)
	}
}

// All gives the documents of several sources, one after the other.
func All(ctx context.Context, names []string, o Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for _, name := range names {
			for d, err := range Open(ctx, name, o) {
				if !yield(d, err) {
					return
				}
			}
		}
	}
}

// reader reads one source. Its methods return false when no more is wanted.
type reader struct {
	ctx    context.Context
	o      Options
	origin string
	yield  func(Document, error) bool
}

func (r reader) give(d Document) bool {
	d.Origin, d.Supposed = r.origin, r.o.Published
	return r.yield(d, nil) && r.ctx.Err() == nil
}

func (r reader) fail(d Document, raw []byte, err error) bool {
	if r.ctx.Err() != nil {
		return false // not the document's fault
	}
	d.Origin, d.Supposed = r.origin, r.o.Published
	return r.yield(d.failed(raw), err) && r.ctx.Err() == nil
}

func (r reader) open(name string) bool {
	if name == "-" {
		return r.stdin()
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return r.folder(name)
	case err == nil:
		return r.file(name)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(name, "*?["):
		return r.pattern(name)
	case strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://"):
		return r.fail(Document{Name: name}, nil, graph.Errorf(graph.Invalid, "%s: addresses are not opened; fetch the page and give it on standard input as -", name))
	}
	return r.fail(Document{Name: name}, nil, fileError(name, err))
}

func (r reader) stdin() bool {
	const name = "standard input"
	if r.o.Stdin == nil {
		return r.fail(Document{Name: name}, nil, graph.Errorf(graph.Invalid, "%s: there is none to read here; name a file", name))
	}
	ctx, cancel := context.WithCancel(r.ctx)
	defer cancel() // ends the goroutine that reads
	return r.stream(name, newPatient(ctx, r.o.Stdin))
}

func (r reader) pattern(name string) bool {
	files, err := filepath.Glob(name) // sorted
	if err != nil {
		return r.fail(Document{Name: name}, nil, graph.Errorf(graph.Invalid, "%s: the pattern is not closed; write it as in news/*.html", name))
	}
	if len(files) == 0 {
		return r.fail(Document{Name: name}, nil, graph.Errorf(graph.NotFound, "%s: no file has such a name", name))
	}
	for _, f := range files {
		if !r.open(f) {
			return false
		}
	}
	return true
}

// folder reads a folder by name, so that the order is the same on every machine. What cannot be read is told and passed over.
func (r reader) folder(name string) bool {
	entries, err := os.ReadDir(name) // sorted; what was read before an error is given as well
	for _, e := range entries {
		path := filepath.Join(name, e.Name())
		info, err := os.Stat(path)
		more := true
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case err != nil:
			more = r.fail(Document{Name: path}, nil, fileError(path, err))
		case info.IsDir() && e.IsDir(): // a link to a folder is not followed: it may lead round in a circle
			more = r.folder(path)
		case info.Mode().IsRegular():
			more = r.file(path)
		}
		if !more {
			return false
		}
	}
	return err == nil || r.fail(Document{Name: name}, nil, fileError(name, err))
}

func (r reader) file(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return r.fail(Document{Name: name}, nil, fileError(name, err))
	}
	defer f.Close()
	return r.stream(name, f)
}

// fileError says what to do about a file or folder that cannot be read.
func fileError(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return graph.Errorf(graph.NotFound, "%s: there is no such file or folder", name)
	case errors.Is(err, fs.ErrPermission):
		return graph.Errorf(graph.Invalid, "%s: you may not read it; change its permissions, or leave it out", name)
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return graph.Errorf(graph.Unavailable, "%s: it cannot be read (%w); try again", name, err)
}
