package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/extract"
	"github.com/treatygraph/treatygraph/loader/source"
)

// older is an extractor that saw nothing in any article.
type older struct{}

func (older) Identity() (name, version string) { return "rules", "0" }

func (older) Read(context.Context, graph.Article) (extract.Reading, error) {
	return extract.Reading{}, nil
}

func TestRereadBringsWhatTheOlderExtractorMissed(t *testing.T) {
	folder := t.TempDir()
	article := filepath.Join(folder, "talks.txt")
	const text = "Brazil and India are negotiating a pledge that neither will be the first to attack the critical infrastructure of the other with cyber weapons."
	if err := os.WriteFile(article, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	store := "sqlite:" + filepath.Join(folder, "treatygraph.db")
	p := program{streams: streams{nil, io.Discard, io.Discard}, env: func(string) string { return "" }, store: store}
	d, err := p.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	l, err := d.loader()
	if err != nil {
		t.Fatal(err)
	}
	l.Extractor = older{}
	if _, err := l.Import(t.Context(), source.Open(t.Context(), article, source.Options{Published: "2019-05-14"}), nil); err != nil {
		t.Fatal(err)
	}
	d.close()
	for _, step := range []struct{ command, want string }{
		{"ask --as-of 2019-06-01 first use critical infrastructure", "nothing is reported"},
		{"reread", "1 article: 1 updated\n"},
		{"ask --as-of 2019-06-01 first use critical infrastructure", "NEGOTIATING"},
		{"reread", "0 articles; nothing changed\n"},
	} {
		var out strings.Builder
		code := run(t.Context(), append(strings.Fields(step.command), "--store", store), p.env, streams{nil, &out, io.Discard})
		if code != done || !strings.Contains(out.String(), step.want) {
			t.Errorf("%s: exit code %d, %q; want %q", step.command, code, out.String(), step.want)
		}
	}
}
