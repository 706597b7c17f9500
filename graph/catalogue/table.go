package catalogue

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// reader reads the tables of one catalogue in turn. It keeps the first error, and every key that was read with its place, so that
// a key given twice and a reference to nothing are found where they stand.
type reader struct {
	fsys fs.FS
	keys map[entry]string
	err  error
}

// entry is a key within its kind: {"actor", "US"}.
type entry struct{ kind, key string }

// read gives one T for each row of a table. After an error of this table or an earlier one it gives none.
func read[T any](r *reader, file string, parse func(*row) T) []T {
	if r.err != nil {
		return nil
	}
	text, err := fs.ReadFile(r.fsys, file)
	if err != nil {
		r.err = graph.Errorf(graph.Invalid, "%s cannot be read: %w", file, err)
		return nil
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if lines[0] == "" {
		r.err = graph.Errorf(graph.Invalid, "%s, line 1: it is empty; name the columns there, separated by tabs", file)
		return nil
	}
	w := &row{reader: r, file: file, columns: strings.Split(lines[0], "\t"), asked: map[string]bool{}}
	var all []T
	for i, line := range lines[1:] {
		w.line, w.cells = i+2, strings.Split(line, "\t")
		if len(w.cells) != len(w.columns) {
			r.err = graph.Errorf(graph.Invalid, "%s, line %d: %d cells where the header names %d columns; separate them by tabs",
				file, w.line, len(w.cells), len(w.columns))
			return nil
		}
		v := parse(w)
		w.checkColumns()
		if r.err != nil {
			return nil
		}
		all = append(all, v)
	}
	return all
}

// row is the line of a table that is being read. Its methods read a cell by the name of its column and check it.
type row struct {
	*reader
	file    string
	line    int
	columns []string
	cells   []string
	asked   map[string]bool // the columns that were read
}

func (w *row) fail(column, format string, args ...any) {
	if w.err == nil {
		args = append([]any{w.file, w.line, column}, args...)
		w.err = graph.Errorf(graph.Invalid, "%s, line %d, column %s: "+format, args...)
	}
}

// checkColumns finds a column that nothing reads, such as a misspelt one.
func (w *row) checkColumns() {
	for _, c := range w.columns {
		if !w.asked[c] {
			w.fail(c, "nothing reads this column; take it out or mend its name")
		}
	}
}

// text is a cell as it stands, "" where nothing is told.
func (w *row) text(column string) string {
	w.asked[column] = true
	i := slices.Index(w.columns, column)
	if i < 0 {
		w.fail(column, "the header does not name it; add the column")
		return ""
	}
	s := w.cells[i]
	if s != strings.TrimSpace(s) {
		w.fail(column, "%q has blanks at an end; take them off", s)
	}
	return s
}

// need is a cell that must tell something.
func (w *row) need(column string) string {
	s := w.text(column)
	if s == "" {
		w.fail(column, "nothing is told; every row needs it")
	}
	return s
}

// key is the name by which this row is referred to; no other row of its kind may have it.
func (w *row) key(column, kind string) string {
	s := w.need(column)
	e := entry{kind, s}
	if place, ok := w.keys[e]; ok {
		w.fail(column, "%s %q stands in %s already; take one out", kind, s, place)
	}
	w.keys[e] = fmt.Sprintf("%s, line %d,", w.file, w.line)
	return s
}

// ref is a cell that names a row read before, of one of the kinds.
func (w *row) ref(column string, kinds ...string) string {
	s := w.need(column)
	w.known(column, s, kinds)
	return s
}

// refs is a cell of names, each of a row read before; nil for none.
func (w *row) refs(column string, kinds ...string) []string {
	all := w.list(column)
	for _, s := range all {
		w.known(column, s, kinds)
	}
	return all
}

func (w *row) known(column, key string, kinds []string) {
	for _, kind := range kinds {
		if _, ok := w.keys[entry{kind, key}]; ok {
			return
		}
	}
	w.fail(column, "no %s is called %q; mend the name or add it", strings.Join(kinds, " or "), key)
}

// list is a cell of several values, separated by |; nil for none.
func (w *row) list(column string) []string {
	s := w.text(column)
	if s == "" {
		return nil
	}
	all := strings.Split(s, "|")
	if slices.Contains(all, "") {
		w.fail(column, "an empty value stands between two |; take it out")
	}
	return all
}

// date is YYYY, YYYY-MM or YYYY-MM-DD, or "" where none is told.
func (w *row) date(column string) string {
	s := w.text(column)
	if s == "" {
		return ""
	}
	if _, _, err := graph.Span(s); err != nil {
		w.fail(column, "%s", err)
	}
	return s
}

// needDate is a date that must be told.
func (w *row) needDate(column string) string {
	w.need(column)
	return w.date(column)
}

// day is an exact day, which must be told.
func (w *row) day(column string) graph.Day {
	d, err := graph.ParseDay(w.need(column))
	if err != nil {
		w.fail(column, "%s", err)
	}
	return d
}

// window is the first day of the date in one column and the last of that in another, each "" where none is told.
func (w *row) window(from, to string) (first, last graph.Day) {
	if s := w.date(from); s != "" {
		first, _, _ = graph.Span(s)
	}
	if s := w.date(to); s != "" {
		_, last, _ = graph.Span(s)
	}
	return first, last
}

// oneOf is a cell that must hold one of the values.
func (w *row) oneOf(column string, values ...string) string {
	s := w.text(column)
	if !slices.Contains(values, s) {
		w.fail(column, "%q is none of %s", s, strings.Join(values, ", "))
	}
	return s
}
