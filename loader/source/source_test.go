package source

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// write makes a folder with files of these contents.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// told lists what a source gives: the name and text of each document, or "error: " and the sentence, without the folder's path.
func told(dir string, docs iter.Seq2[Document, error]) []string {
	var out []string
	for d, err := range docs {
		line := d.Name + ": " + d.Text + string(d.HTML)
		if err != nil {
			line = "error: " + string(graph.CodeOf(err)) + " " + err.Error()
		}
		out = append(out, strings.ReplaceAll(line, dir+string(filepath.Separator), ""))
	}
	return out
}

func TestOpen(t *testing.T) {
	for _, c := range []struct {
		name    string
		files   map[string]string
		open    string // below the folder
		options Options
		want    []string
	}{
		{"text", map[string]string{"a.txt": "Envoys met.\n"}, "a.txt", Options{}, []string{"a.txt: Envoys met.\n"}},
		{"text without an extension", map[string]string{"a": "Envoys met."}, "a", Options{}, []string{"a: Envoys met."}},
		{"text that begins with a brace", map[string]string{"a.txt": "[1] Envoys met."}, "a.txt", Options{}, []string{"a.txt: [1] Envoys met."}},
		{"a folder in order, without what is hidden", map[string]string{"b/2.txt": "two", "b/1.txt": "one", "a.txt": "zero", ".git/x.txt": "no", "b/.hidden": "no"}, "", Options{},
			[]string{"a.txt: zero", "b/1.txt: one", "b/2.txt: two"}},
		{"a pattern", map[string]string{"1.txt": "one", "2.txt": "two", "2.md": "no"}, "*.txt", Options{}, []string{"1.txt: one", "2.txt: two"}},
		{"a pattern without a file", map[string]string{"1.txt": "one"}, "*.html", Options{}, []string{"error: NOT_FOUND *.html: no file has such a name"}},
		{"a file that is not there", nil, "gone.txt", Options{}, []string{"error: NOT_FOUND gone.txt: there is no such file or folder"}},
		{"a folder of JSON", map[string]string{"1.json": `{"text":"one","more":[1]}`, "2.json": "{\n \"text\": \"two\"\n}\n"}, "", Options{}, []string{"1.json: one", "2.json: two"}},
		{"JSONL by name", map[string]string{"a.jsonl": `{"text":"one"}` + "\n\n" + `{"text":"two"}`}, "", Options{}, []string{"a.jsonl, line 1: one", "a.jsonl, line 3: two"}},
		{"JSONL by content", map[string]string{"a.dat": `{"text":"one"}` + "\r\n" + `{"text":"two"}` + "\r\n"}, "", Options{}, []string{"a.dat, line 1: one", "a.dat, line 2: two"}},
		{"JSONL with broken lines", map[string]string{"a.jsonl": `{"text":"one"}` + "\n" + `{"text":"tw` + "\n[]\n" + `{"text":7}` + "\n{}\n" + `{"text":"six"}` + "\n{\"text\":\"\xff\"}"}, "", Options{}, []string{
			"a.jsonl, line 1: one",
			"error: INVALID a.jsonl, line 2: it holds no article in JSON (character 11: unexpected end of JSON input)",
			"error: INVALID a.jsonl, line 3: it holds no article in JSON (it is an array, not an object)",
			`error: INVALID a.jsonl, line 4: it holds no article in JSON ("text" is a number, not text)`,
			`error: INVALID a.jsonl, line 5: the article has neither "text" nor "html"; give one of them`,
			"a.jsonl, line 6: six",
			"error: INVALID a.jsonl, line 7: it is not UTF-8 (byte 9); save it as UTF-8"}},
		{"JSONL whose first line is broken", map[string]string{"a": `{"text":"one"` + "\n" + `{"text":"two"}`}, "a", Options{}, []string{
			"error: INVALID a, line 1: it holds no article in JSON (character 13: unexpected end of JSON input)", "a, line 2: two"}},
		{"JSONL with a long line", map[string]string{"a.jsonl": `{"text":"one"}` + "\n" + `{"text":"` + strings.Repeat("x", 200_000) + `"}` + "\n" + `{"text":"two"}`}, "", Options{MaxBytes: 100}, []string{
			"a.jsonl, line 1: one", "error: INVALID a.jsonl, line 2: it is 200012 bytes long, and 100 bytes is the limit of one document; split it", "a.jsonl, line 3: two"}},
		{"JSONL as long as the limit", map[string]string{"a.jsonl": `{"text":"one"}` + "\n" + `{"text":"two"}`}, "", Options{MaxBytes: 14}, []string{"a.jsonl, line 1: one", "a.jsonl, line 2: two"}},
		{"one line of 50 MB", map[string]string{"a.txt": strings.Repeat("x", 50<<20)}, "", Options{}, []string{"error: INVALID a.txt: it is larger than 10 MB, the limit of one document; split it"}},
		{"empty", map[string]string{"a.txt": "", "b.json": " \n"}, "", Options{}, []string{"error: INVALID a.txt: it is empty", "error: INVALID b.json: it is empty"}},
		{"binary", map[string]string{"a.txt": "ab\x00c", "b.pdf": "%PDF-1.7", "c.docx": "PK\x03\x04"}, "", Options{}, []string{
			"error: INVALID a.txt: it is binary (byte 2 is 0); give its text",
			"error: INVALID b.pdf: it is a PDF; give its text, as pdftotext makes it",
			"error: INVALID c.docx: it is a ZIP or office file; unpack it, or save it as text"}},
		{"marks and codings", map[string]string{"1.txt": "\xef\xbb\xbfé", "2.txt": "\xff\xfe\xe9\x00a\x00", "3.txt": "\xfe\xff\x00\xe9", "4.txt": "caf\xe9 \x93so\x94"}, "", Options{},
			[]string{"1.txt: é", "2.txt: éa", "3.txt: é", "4.txt: café “so”"}},
		{"JSONL with a mark", map[string]string{"a.jsonl": "\xef\xbb\xbf" + `{"text":"é"}`}, "", Options{}, []string{"a.jsonl, line 1: é"}},
		{"text in no coding", map[string]string{"1.txt": "caf\x81", "2.txt": "café, thé, d\xe9"}, "", Options{}, []string{
			"error: INVALID 1.txt: it is neither UTF-8 nor windows-1252 (byte 3); save it as UTF-8",
			"error: INVALID 2.txt: it is damaged UTF-8 (byte 14); save it as UTF-8 again"}},
		{"pages by content", map[string]string{"1.txt": "<!DOCTYPE html><p>Hi", "2": "<!-- x -->\n<html>", "3.htm": "no tags", "4.html": "See <b>this</b>", "5.txt": "a < b"}, "", Options{},
			[]string{"1.txt: <!DOCTYPE html><p>Hi", "2: <!-- x -->\n<html>", "3.htm: no tags", "4.html: See <b>this</b>", "5.txt: a < b"}},
		{"a page in JSON", map[string]string{"1.json": `{"html":"<p>Hi"}`}, "", Options{}, []string{"1.json: <p>Hi"}},
		{"a format that is told", map[string]string{"1.json": `{"text":"one"}`}, "", Options{Format: Text}, []string{`1.json: {"text":"one"}`}},
		{"a format that is not known", nil, "", Options{Format: "xml"}, []string{`error: INVALID no format "xml"; known: auto, text, html, jsonl, json`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, c.files)
			if diff := cmp.Diff(c.want, told(dir, Open(t.Context(), filepath.Join(dir, c.open), c.options))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRecord(t *testing.T) {
	d, err := parseRecord("a.json", []byte(`{"id":7,"url":null,"title":"T","published":"2015-09-22T23:30:00-04:00","outlet":"O","language":"en","text":"x"}`))
	want := Document{Name: "a.json", ID: "7", Title: "T", Published: "2015-09-22", Outlet: "O", Language: "en", Text: "x"}
	if diff := cmp.Diff(want, d); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := parseRecord("a.json", []byte(`{"text":"x","published":"2015-09"}`)); err == nil || !strings.Contains(err.Error(), `a.json: published: "2015-09" is no day`) {
		t.Error(err)
	}
}

func TestStandardInput(t *testing.T) {
	in := `{"text":"one"}` + "\n" + `{"text":"two"}`
	got := told("", Open(t.Context(), "-", Options{Stdin: iotest.OneByteReader(strings.NewReader(in))}))
	if diff := cmp.Diff([]string{"standard input, line 1: one", "standard input, line 2: two"}, got); diff != "" {
		t.Error(diff)
	}
	broken := iotest.TimeoutReader(iotest.HalfReader(strings.NewReader(strings.Repeat("x", 1<<20))))
	if got := told("", Open(t.Context(), "-", Options{Stdin: broken})); len(got) != 1 || !strings.HasPrefix(got[0], "error: UNAVAILABLE standard input: it cannot be read") {
		t.Error(got)
	}
}

func TestOpenStops(t *testing.T) {
	dir := write(t, map[string]string{"1.txt": "one", "2.txt": "two", "3.txt": "three"})
	for d := range Open(t.Context(), dir, Options{}) {
		if d.Text == "two" {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for range Open(ctx, dir, Options{}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d documents after the context ended", n)
	}
}

func TestFileError(t *testing.T) {
	for _, c := range []struct {
		err  error
		code graph.Code
		says string
	}{
		{&fs.PathError{Op: "open", Path: "news", Err: fs.ErrPermission}, graph.Invalid, "news: you may not read it; change its permissions, or leave it out"},
		{&fs.PathError{Op: "open", Path: "news", Err: fs.ErrNotExist}, graph.NotFound, "news: there is no such file or folder"},
		{&fs.PathError{Op: "read", Path: "news", Err: errors.New("input/output error")}, graph.Unavailable, "news: it cannot be read (input/output error); try again"},
	} {
		if err := fileError("news", c.err); graph.CodeOf(err) != c.code || err.Error() != c.says {
			t.Errorf("%v gives %s %v", c.err, graph.CodeOf(err), err)
		}
	}
}

// A folder whose permissions forbid reading it; the superuser may read it all the same.
func TestForbiddenFolder(t *testing.T) {
	dir := write(t, map[string]string{"a/1.txt": "one", "b.txt": "two"})
	if err := os.Chmod(filepath.Join(dir, "a"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "a"), 0o755) })
	want := []string{"error: INVALID a: you may not read it; change its permissions, or leave it out", "b.txt: two"}
	if os.Geteuid() == 0 {
		want = []string{"a/1.txt: one", "b.txt: two"}
	}
	if diff := cmp.Diff(want, told(dir, Open(t.Context(), dir, Options{}))); diff != "" {
		t.Error(diff)
	}
}
