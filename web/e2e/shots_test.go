package e2e

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

var shots = flag.String("shots", "", "folder for pictures of the pages")

// TestShots shows every page at two widths in both themes: nothing may be wider than the screen. With -shots it keeps the pictures.
func TestShots(t *testing.T) {
	chrome := browser(t)
	site := serve(t, "--demo")
	for _, page := range []struct{ name, path, ready string }{
		{"home", "/", "main nav a"},
		{"ask", askPath("2015-09-23", "2015-09-23"), "main article h4"},
		{"declared", "/?q=no+first+use+of+nuclear+weapons", "main article h2"},
		{"unknown", "/?q=xyzzy", "main section h2"},
		{"article", articlePath(t, chrome, site), "aside section"},
		{"playground", "/playground", ".graphiql-query-editor .view-line"},
	} {
		for _, width := range []int64{1440, 390} {
			for _, theme := range []string{"light", "dark"} {
				name := fmt.Sprintf("%s-%d-%s", page.name, width, theme)
				t.Run(name, func(t *testing.T) {
					shoot(t, blank(t, chrome, site), page.path, page.ready, width, theme, name)
				})
			}
		}
	}
}

// articlePath is the way to the article of the first sentence quoted.
func articlePath(t *testing.T, chrome context.Context, site string) (path string) {
	b := open(t, chrome, site, askPath("2015-09-23", "2015-09-23"))
	b.do(chromedp.AttributeValue("main figcaption a[href^='/article/']", "href", &path, nil, chromedp.ByQuery))
	return path
}

func shoot(t *testing.T, b *tab, path, ready string, width int64, theme, name string) {
	var wide int64
	var picture []byte
	b.do(chromedp.EmulateViewport(width, 900),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}),
		chromedp.Navigate(b.site+path), chromedp.WaitVisible(ready, chromedp.ByQuery),
		chromedp.Evaluate("document.documentElement.scrollWidth", &wide))
	if wide > width {
		t.Errorf("%d pixels wide on a screen of %d", wide, width)
	}
	if *shots == "" {
		return
	}
	b.do(chromedp.FullScreenshot(&picture, 100))
	if err := os.WriteFile(filepath.Join(*shots, name+".png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
