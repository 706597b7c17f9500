package e2e

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium is the browser's path. Where there is none the test is skipped, or fails if TREATYGRAPH_TEST_REQUIRE names browser.
func chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if slices.Contains(strings.Split(os.Getenv("TREATYGRAPH_TEST_REQUIRE"), ","), "browser") {
		t.Fatal("a browser is required and there is no Chromium")
	}
	t.Skip("no Chromium here")
	return ""
}

// browser starts a Chromium that lasts as long as the test.
func browser(t testing.TB) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 900),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("start Chromium: %v", err)
	}
	return ctx
}

// tab is a page in a browser; it remembers what a page must not do.
type tab struct {
	t    testing.TB
	ctx  context.Context
	site string

	mu     sync.Mutex
	faults []string
}

// open opens a tab on a path of a site.
func open(t testing.TB, browser context.Context, site, path string) *tab {
	t.Helper()
	b := blank(t, browser, site)
	b.do(chromedp.Navigate(site + path))
	return b
}

// blank opens an empty tab. When the test ends it fails for every error on the console and every request to another host.
func blank(t testing.TB, browser context.Context, site string) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, site: site}
	chromedp.ListenTarget(ctx, b.watch)
	b.do(network.Enable(), log.Enable(), runtime.Enable())
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, fault := range b.faults {
			t.Error(fault)
		}
	})
	return b
}

func (b *tab) watch(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		url := e.Request.URL
		if !strings.HasPrefix(url, b.site+"/") && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:"+b.site+"/") {
			b.faults = append(b.faults, "request to "+url)
		}
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, "exception: "+e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError {
			b.faults = append(b.faults, "console: "+string(e.Args[0].Value)+e.Args[0].Description)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError {
			b.faults = append(b.faults, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// do runs actions, and ends the test where one fails.
func (b *tab) do(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatalf("%v; the page says:\n%s", err, b.says())
	}
}

// says is the text of the page as it is now, for the message of a failure.
func (b *tab) says() (text string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(b.ctx), 5*time.Second)
	defer cancel()
	if err := chromedp.Run(ctx, chromedp.Evaluate("document.body.innerText", &text)); err != nil {
		return err.Error()
	}
	return text
}

// text waits for an element and gives its text.
func (b *tab) text(selector string) (text string) {
	b.t.Helper()
	b.do(chromedp.Text(selector, &text, chromedp.ByQuery, chromedp.NodeVisible))
	return text
}

// waitFor waits until an element's text holds some words.
func (b *tab) waitFor(selector, words string) {
	b.t.Helper()
	b.do(chromedp.PollFunction("(s, w) => document.querySelector(s)?.textContent.includes(w)", nil, chromedp.WithPollingArgs(selector, words),
		chromedp.WithPollingTimeout(time.Minute)))
}
