package demo_test

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/demo"
)

func TestEveryArticleKeepsTheRules(t *testing.T) {
	files, err := fs.Glob(demo.Articles(), "*.json")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d articles, %v; want ten or more", len(files), err)
	}
	for _, name := range files {
		t.Run(name, func(t *testing.T) {
			b, err := fs.ReadFile(demo.Articles(), name)
			if err != nil {
				t.Fatal(err)
			}
			var a struct{ ID, Title, Published, Outlet, Language, Text string }
			if err := json.Unmarshal(b, &a); err != nil {
				t.Fatal(err)
			}
			if a.ID+".json" != name || a.Outlet != demo.Outlet || a.Language != "en" {
				t.Errorf("id %q, outlet %q, language %q", a.ID, a.Outlet, a.Language)
			}
			if _, err := graph.ParseDay(a.Published); err != nil {
				t.Error(err)
			}
			paragraphs := strings.Split(a.Text, "\n\n")
			if paragraphs[0] != a.Title {
				t.Errorf("the text begins with %q, not with the title %q", paragraphs[0], a.Title)
			}
			if last := paragraphs[len(paragraphs)-1]; !strings.HasPrefix(last, "Source of the facts: ") {
				t.Errorf("the text ends with %q, not with the source of its facts", last)
			}
			if n := len(strings.Fields(a.Text)); n < 100 || n > 250 {
				t.Errorf("%d words; want 100 to 250", n)
			}
			if strings.ContainsAny(a.Text, "\"“”") {
				t.Error("a quotation: nobody's words are invented or repeated here")
			}
		})
	}
}
