package loader

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/source"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestImport(t *testing.T) {
	s := open(t)
	l := newLoader(t, s)
	docs := append(pledges(3), source.Document{Name: "other.txt", Origin: "more", Text: "A storm is coming."})
	var told []string
	sum := must(t)(l.Import(t.Context(), documents(docs...), func(p Progress) { told = append(told, fmt.Sprintln(p.Done, p.Name, p.Outcome)) }))
	if diff := cmp.Diff(Summary{Run: sum.Run, Articles: 4, Added: 4, Refused: []Refusal{}}, sum); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"1 0000.txt ADDED\n", "2 0001.txt ADDED\n", "3 0002.txt ADDED\n", "4 other.txt ADDED\n"}, told); diff != "" {
		t.Error(diff)
	}
	page, err := s.Find(t.Context(), graph.Query{Kind: graph.Articles, Where: graph.Is{Property: "run", Op: graph.Eq, Value: sum.Run}})
	if err != nil || len(page.Nodes) != 4 {
		t.Error(len(page.Nodes), err)
	}
	for _, n := range page.Nodes {
		if a := n.(*graph.Article); a.Fetched != "2020-06-30" || !strings.HasPrefix(a.Reader, "teller 1, catalogue ") {
			t.Errorf("%+v", a)
		}
	}
	records, err := s.Get(t.Context(), RunDrawer, sum.Run)
	want := `{"id":"` + sum.Run + `","started":"2020-06-30T12:00:00Z","ended":"2020-06-30T12:00:00Z","sources":["more","news"],"articles":4,"added":4,"updated":0,"unchanged":0,"away":0,"refused":0}`
	if err != nil || len(records) != 1 || string(records[0].Body) != want {
		t.Error(records, err)
	}
}

func TestImportTwiceChangesNothing(t *testing.T) {
	s := open(t)
	l := newLoader(t, s)
	read := &reads{n: map[string]int{}}
	l.Extractor = teller{"1", read}
	must(t)(l.Import(t.Context(), documents(pledges(20)...), nil))
	before := dump(t, s)
	l.Clock = func() time.Time { return clock().AddDate(0, 0, 1) }
	sum := must(t)(l.Import(t.Context(), documents(pledges(20)...), nil))
	if sum.Unchanged != 20 || sum.Articles != 20 {
		t.Errorf("%+v", sum)
	}
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Error(diff)
	}
	for text, n := range read.n {
		if n != 1 {
			t.Errorf("%q was read %d times", text, n)
		}
	}
}

// The same text by several addresses, in other blanks and with other days, is one article of the earliest day, in whatever order.
func TestOneArticle(t *testing.T) {
	const text = "PLEDGE US CN NEGOTIATING 2015-09-22"
	docs := []source.Document{
		{Name: "a", Text: text, Published: "2015-09-25", Outlet: "Alpha", URL: "https://alpha.example/1?utm_source=x"},
		{Name: "b", Text: "PLEDGE  US CN\tNEGOTIATING 2015-09-22\r\n", Published: "2015-09-22", Outlet: "Zeta", URL: "https://zeta.example/1#top"},
		{Name: "c", Text: text, Outlet: "Beta"},
		{Name: "d", Text: text + "\u200b", Published: "2015-09-24", Outlet: "Gamma", URL: "https://alpha.example/1"},
	}
	var want string
	for i, order := range [][]int{{0, 1, 2, 3}, {1, 0, 3, 2}, {2, 3, 1, 0}, {3, 2, 0, 1}} {
		s := open(t)
		l := newLoader(t, s)
		var all []source.Document
		for _, k := range order {
			all = append(all, docs[k])
		}
		sum := must(t)(l.Import(t.Context(), documents(all...), nil))
		if sum.Added != 1 || sum.Added+sum.Updated+sum.Unchanged != 4 {
			t.Errorf("%v: %+v", order, sum)
		}
		got := dump(t, s)
		if i == 0 {
			want = got
			for _, part := range []string{"URLs:[https://alpha.example/1 https://zeta.example/1]", "Outlet:Zeta", "Published:2015-09-22", "KnownAt:2015-09-22"} {
				if !strings.Contains(got, part) {
					t.Errorf("%q is not in %s", part, got)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v: %s", order, diff)
		}
	}
}

func TestAnyOrder(t *testing.T) {
	docs := pledges(12)
	forth, back := open(t), open(t)
	must(t)(newLoader(t, forth).Import(t.Context(), documents(docs...), nil))
	for i := len(docs) - 1; i >= 0; i-- {
		must(t)(newLoader(t, back).Import(t.Context(), documents(docs[i]), nil))
	}
	if diff := cmp.Diff(dump(t, forth), dump(t, back)); diff != "" {
		t.Error(diff)
	}
}

func TestRefusals(t *testing.T) {
	s := open(t)
	l := newLoader(t, s)
	l.Quarantine = filepath.Join(t.TempDir(), "refused", "today")
	docs := []source.Document{
		{Name: "good.txt", Text: "PLEDGE US CN AGREED 2015-09-22", Published: "2015-09-25"},
		{Name: "dir/broken.jsonl, line 7", Raw: []byte("{\xff")},
		{Name: "page.html", HTML: []byte("<script>x</script>")},
		{Name: "blank.txt", Text: " \u200b\n"},
		{Name: "panic.txt", Text: "PANIC"},
		{Name: "unknown.txt", Text: "BROKEN reading"},
		{Name: "last.txt", Text: "PLEDGE US CN SIGNED 2015-09-22", Published: "2015-09-25"},
	}
	want := []Refusal{
		{"dir/broken.jsonl, line 7", graph.Invalid, "it is broken"},
		{"page.html", graph.Invalid, "the page holds no text; if a script fills it, save it from a browser"},
		{"blank.txt", graph.Invalid, "it holds no text"},
		{"panic.txt", graph.Internal, "reading it failed (no such word); please report it with the text"},
		{"unknown.txt", graph.Invalid, `the catalogue knows no principle "no-such-principle"`},
	}
	sum := must(t)(l.Import(t.Context(), documents(docs...), nil))
	if diff := cmp.Diff(Summary{Run: sum.Run, Articles: 7, Added: 2, Refused: want}, sum); diff != "" {
		t.Error(diff)
	}
	kept := readQuarantine(t, l.Quarantine)
	if len(kept) != 5 {
		t.Fatalf("%d documents are kept", len(kept))
	}
	for _, k := range kept {
		i := -1
		for j, d := range docs {
			if d.Name == k.Document.Name {
				i = j
			}
		}
		if diff := cmp.Diff(docs[i], k.Document); diff != "" || k.Reason == "" {
			t.Error(k.Refusal, diff)
		}
	}
	must(t)(l.Import(t.Context(), documents(docs...), nil))
	if again := readQuarantine(t, l.Quarantine); len(again) != 5 {
		t.Errorf("%d documents are kept after the same import again", len(again))
	}
}

func TestManyWithOneBroken(t *testing.T) {
	s := open(t)
	l := newLoader(t, s)
	var lines strings.Builder
	for i := range 3000 {
		if i == 700 {
			lines.WriteString("{\"text\":\"A storm\n")
		}
		fmt.Fprintf(&lines, "{\"text\":\"Storm %d is coming.\"}\n", i)
	}
	path := write(t, "storms.jsonl", lines.String())
	sum := must(t)(l.Import(t.Context(), source.Open(t.Context(), path, source.Options{}), nil))
	want := []Refusal{{path + ", line 701", graph.Invalid, "it holds no article in JSON (character 16: unexpected end of JSON input)"}}
	if diff := cmp.Diff(Summary{Run: sum.Run, Articles: 3001, Added: 3000, Refused: want}, sum); diff != "" {
		t.Error(diff)
	}
}

func TestRemovedStaysAway(t *testing.T) {
	s := open(t)
	l := newLoader(t, s)
	docs := pledges(2)
	must(t)(l.Import(t.Context(), documents(docs...), nil))
	if err := s.Remove(t.Context(), graph.ArticleID(docs[0].Text)); err != nil {
		t.Fatal(err)
	}
	if sum := must(t)(l.Import(t.Context(), documents(docs...), nil)); sum.Away != 1 || sum.Unchanged != 1 {
		t.Errorf("%+v", sum)
	}
	l.Again = true
	if sum := must(t)(l.Import(t.Context(), documents(docs...), nil)); sum.Added != 1 || sum.Unchanged != 1 {
		t.Errorf("%+v", sum)
	}
}

func TestReread(t *testing.T) {
	s := open(t)
	l := newLoader(t, s)
	must(t)(l.Import(t.Context(), documents(pledges(45)...), nil))
	if sum := must(t)(l.Reread(t.Context(), nil)); sum.Articles != 0 {
		t.Errorf("the same reader: %+v", sum)
	}
	l.Extractor = teller{version: "2"}
	if sum := must(t)(l.Reread(t.Context(), nil)); sum.Articles != 45 || sum.Updated != 45 {
		t.Errorf("a newer reader: %+v", sum)
	}
	if sum := must(t)(l.Reread(t.Context(), nil)); sum.Articles != 0 {
		t.Errorf("the newer reader again: %+v", sum)
	}
	if n := strings.Count(dump(t, s), "Reader:teller 2,"); n != 45 {
		t.Errorf("%d articles were read by the newer reader", n)
	}
}

// down is a store that stops answering after some writes.
type down struct {
	graph.Store
	writes int
}

func (d *down) Put(ctx context.Context, b graph.Batch) (graph.Outcome, error) {
	if d.writes--; d.writes < 0 {
		return "", graph.Errorf(graph.Unavailable, "the store does not answer")
	}
	return d.Store.Put(ctx, b)
}

func TestStoreDown(t *testing.T) {
	l := newLoader(t, &down{open(t), 5})
	sum, err := l.Import(t.Context(), documents(pledges(100)...), nil)
	if graph.CodeOf(err) != graph.Unavailable || err.Error() != "the store does not answer" {
		t.Error(err)
	}
	if diff := cmp.Diff(Summary{Run: sum.Run, Articles: 5, Added: 5, Refused: []Refusal{}}, sum); diff != "" {
		t.Error(diff)
	}
}

func TestExtractorDown(t *testing.T) {
	l := newLoader(t, open(t))
	if _, err := l.Import(t.Context(), documents(source.Document{Name: "a", Text: "AWAY"}), nil); graph.CodeOf(err) != graph.Unavailable {
		t.Error(err)
	}
}

func TestImportEnded(t *testing.T) {
	s := open(t)
	l := newLoader(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	sum, err := l.Import(ctx, documents(pledges(100)...), func(p Progress) {
		if p.Done == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || sum.Articles < 5 || sum.Articles > 20 {
		t.Errorf("%+v %v", sum, err)
	}
	records, err := s.Get(t.Context(), RunDrawer, sum.Run)
	if err != nil || len(records) != 1 || !strings.Contains(string(records[0].Body), `"ended"`) {
		t.Error("the run that was ended is not recorded: ", records, err)
	}
	if sum := must(t)(l.Import(t.Context(), documents(pledges(100)...), nil)); sum.Added+sum.Unchanged != 100 {
		t.Errorf("taken up again: %+v", sum)
	}
}

func TestQuarantineThatCannotBe(t *testing.T) {
	l := newLoader(t, open(t))
	l.Quarantine = filepath.Join(write(t, "file", "x"), "below")
	if _, err := l.Import(t.Context(), documents(pledges(1)...), nil); graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), l.Quarantine) {
		t.Error(err)
	}
}
