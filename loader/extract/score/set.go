package score

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/source"
)

// Article is a text with the labels that readers gave it.
type Article struct {
	source.Document
	Gold Labels
}

// HeldOut tells whether nobody who writes rules reads the article: its number leaves 2 when divided by 3.
func (a *Article) HeldOut() bool {
	n, err := strconv.Atoi(strings.TrimLeft(a.Gold.ID, "abcdefghijklmnopqrstuvwxyz-"))
	return err == nil && n%3 == 2
}

// Set is a folder of labelled articles.
type Set struct {
	Articles []Article // by number
	Catalogue
}

// labelled is how the name of a file with labels ends.
const labelled = ".gold.json"

// Load reads a folder with ID.gold.json and ID.json side by side, or in its folders gold and texts, or those of its folder dev. The
// first column of principles.tsv and instruments.tsv beside them, where there are such, tells which slugs are judged.
func Load(ctx context.Context, dir string) (Set, error) {
	var s Set
	gold, texts := folders(dir)
	names, err := filepath.Glob(filepath.Join(gold, "*"+labelled))
	if err == nil && len(names) == 0 {
		err = graph.Errorf(graph.NotFound, "%s: no file is called *%s; name a folder of labelled articles", gold, labelled)
	}
	for _, name := range names {
		if err != nil {
			break
		}
		var a Article
		if a, err = load(ctx, name, texts); err == nil {
			s.Articles = append(s.Articles, a)
		}
	}
	if err == nil {
		s.Principles, err = slugs(filepath.Join(dir, "principles.tsv"))
	}
	if err == nil {
		s.Instruments, err = slugs(filepath.Join(dir, "instruments.tsv"))
	}
	return s, err
}

func folders(dir string) (gold, texts string) {
	for _, parent := range []string{dir, filepath.Join(dir, "dev")} {
		if info, err := os.Stat(filepath.Join(parent, "gold")); err == nil && info.IsDir() {
			return filepath.Join(parent, "gold"), filepath.Join(parent, "texts")
		}
	}
	return dir, dir
}

func load(ctx context.Context, gold, texts string) (Article, error) {
	var a Article
	data, err := os.ReadFile(gold)
	if err == nil {
		err = json.Unmarshal(data, &a.Gold)
	}
	if err != nil {
		return a, graph.Errorf(graph.Invalid, "%s: %w", gold, err)
	}
	a.Gold.ID = strings.TrimSuffix(filepath.Base(gold), labelled)
	for d, err := range source.Open(ctx, filepath.Join(texts, a.Gold.ID+".json"), source.Options{}) {
		if err != nil {
			return a, err
		}
		a.Document = d
	}
	return a, ctx.Err()
}

// slugs gives the first column of a table without its header; nil where there is no such file.
func slugs(name string) ([]string, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, graph.Errorf(graph.Invalid, "%s: %w", name, err)
	}
	out := []string{}
	for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if slug, _, _ := strings.Cut(line, "\t"); n > 0 {
			out = append(out, slug)
		}
	}
	return out, nil
}
