package source

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

var update = flag.Bool("update", false, "write what the tests give over what they want")

// TestPages reads the pages of testdata/pages: beside each page.html stands what is read from it.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".html"), func(t *testing.T) {
			page, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Document{Name: filepath.Base(file), HTML: page}.Plain("2020-06-30")
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprintf("title: %s\noutlet: %s\nlanguage: %s\nurl: %s\npublished: %s\n\n%s\n", d.Title, d.Outlet, d.Language, d.URL, d.Published, strings.TrimSpace(d.Text))
			told := strings.TrimSuffix(file, ".html") + ".txt"
			if *update {
				if err := os.WriteFile(told, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(told)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPlain(t *testing.T) {
	const prose = "<p>Envoys of the two countries met in the capital for a second day, an official said, and they will meet again.</p>"
	for _, c := range []struct {
		name string
		give Document
		want Document // its text may have blanks around it
		err  string
	}{
		{"text is as given", Document{Text: " a\r\n"}, Document{Text: "a"}, ""},
		{"what the document tells stands", Document{HTML: []byte("<title>Page</title>" + prose), Title: "Told", Published: "2019-01-01"},
			Document{Title: "Told", Published: "2019-01-01", Text: "Envoys of the two countries met in the capital for a second day, an official said, and they will meet again."}, ""},
		{"a supposed day before a guess", Document{HTML: []byte("<p>Posted on 3 May 2012</p>"), Supposed: "2012-05-09"}, Document{Text: "Posted on 3 May 2012", Published: "2012-05-09", Supposed: "2012-05-09"}, ""},
		{"a guess", Document{HTML: []byte("<p>Posted on 3 May 2012</p>")}, Document{Text: "Posted on 3 May 2012", Published: "2012-05-03"}, ""},
		{"no guess after today", Document{HTML: []byte("<p>Posted on 3 May 2031</p>")}, Document{Text: "Posted on 3 May 2031"}, ""},
		{"metadata before what is supposed", Document{HTML: []byte(`<meta property="article:published_time" content="2012-05-03T22:00:00Z"><p>Talks</p>`), Supposed: "2012-05-09"},
			Document{Text: "Talks", Published: "2012-05-03", Supposed: "2012-05-09"}, ""},
		{"another host's canonical link is not its address", Document{URL: "https://a.example/1", HTML: []byte(`<link rel="canonical" href="https://b.example/1"><p>Talks</p>`)}, Document{URL: "https://a.example/1", Text: "Talks"}, ""},
		{"charset that the page tells", Document{HTML: []byte("<meta charset=iso-8859-2><p>Pa\xf1stwo")}, Document{Text: "Państwo"}, ""},
		{"charset that a server tells", Document{HTML: []byte("<p>\xc0\xe1"), ContentType: "text/html; charset=windows-1251"}, Document{Text: "Аб", ContentType: "text/html; charset=windows-1251"}, ""},
		{"wrong label", Document{HTML: []byte("<meta charset=iso-8859-1><p>Chișinău")}, Document{Text: "Chișinău"}, ""},
		{"label UTF-8 on windows-1252", Document{HTML: []byte("<meta charset=utf-8><p>caf\xe9")}, Document{Text: "café"}, ""},
		{"no text", Document{Name: "a.html", HTML: []byte("<script>x()</script>")}, Document{}, "a.html: the page holds no text; if a script fills it, save it from a browser"},
		{"binary", Document{Name: "a.html", HTML: []byte("<p>\x00")}, Document{}, "a.html: it is binary (byte 3 is 0); give its text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := c.give.Plain("2020-06-30")
			if c.err != "" {
				if err == nil || err.Error() != c.err || graph.CodeOf(err) != graph.Invalid {
					t.Error(err)
				}
				return
			}
			d.HTML, d.Text = nil, strings.TrimSpace(d.Text)
			if diff := cmp.Diff(c.want, d); diff != "" || err != nil {
				t.Error(diff, err)
			}
		})
	}
}

func TestDeepPage(t *testing.T) {
	page := "<title>Deep</title>" + strings.Repeat("<div>", 100_000) + "Envoys <b>met</b>.<script>x</script>" + strings.Repeat("</div>", 100_000)
	d, err := Document{HTML: []byte(page)}.Plain("2020-06-30")
	if err != nil || strings.TrimSpace(d.Text) != "Envoys met." || d.Title != "Deep" {
		t.Errorf("%q %q %v", d.Title, strings.TrimSpace(d.Text), err)
	}
}

func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"<p>Hi", "<title>T</title><link rel=canonical href=//x>", "<meta charset=utf-16><p>\xff", "<script>{\"datePublished\":\"2015\"}", "<nav><p>a</nav>b"} {
		f.Add([]byte(seed), "https://a.example/2015/09/22/x")
	}
	f.Fuzz(func(t *testing.T, page []byte, address string) {
		d, err := Document{Name: "p", HTML: page, URL: address}.Plain("2020-06-30")
		if err == nil && strings.TrimSpace(d.Text) == "" {
			t.Error("no text and no error")
		}
		if d.Published > "2020-06-30" {
			t.Error("published after today: ", d.Published)
		}
	})
}
