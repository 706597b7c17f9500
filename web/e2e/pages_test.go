package e2e

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	question = "no first use on critical infrastructure"
	sentence = "main article h2"
)

func askPath(valid, known string) string {
	return "/?" + url.Values{"q": {question}, "valid": {valid}, "known": {known}}.Encode()
}

func TestPages(t *testing.T) {
	chrome := browser(t)
	site := serve(t, "--demo")

	t.Run("the home page asks for a question and gives examples", func(t *testing.T) {
		b := open(t, chrome, site, "/")
		if got := b.text("h1"); got != "Who committed to what?" {
			t.Errorf("headline %q", got)
		}
		b.do(chromedp.Click("main nav a", chromedp.ByQuery))
		b.waitFor(sentence, "As of")
	})

	t.Run("a pair in talks has not agreed", func(t *testing.T) {
		b := open(t, chrome, site, askPath("2015-09-23", "2015-09-23"))
		b.waitFor(sentence, "As of 23 September 2015, nobody is reported to have agreed")
		b.waitFor(sentence, "China and the United States were negotiating it")
		b.text("#status-NEGOTIATING")
		if text := b.text("main article"); strings.Contains(text, "Agreed") {
			t.Errorf("something shows as agreed:\n%s", text)
		}
	})

	t.Run("every sentence names its outlet and day, and leads to its article", func(t *testing.T) {
		b := open(t, chrome, site, askPath("2015-09-23", "2015-09-23"))
		quote := b.text("main blockquote")
		b.waitFor("main figcaption", "treatygraph demo, ")
		b.do(chromedp.Click("main figcaption a[href^='/article/']", chromedp.ByQuery))
		b.waitFor("main h1", " ")
		if marked := b.text("mark[data-chosen]"); marked == "" || !strings.Contains(quote, marked) {
			t.Errorf("the passage marked is %q, the sentence quoted %q", marked, quote)
		}
		b.text("aside section[data-chosen]")
	})

	t.Run("a clock that is changed asks again, and back returns", func(t *testing.T) {
		b := open(t, chrome, site, askPath("2015-09-23", "2015-09-23"))
		b.waitFor(sentence, "As of 23 September 2015")
		b.do(chromedp.SendKeys("input[name=known]", "09302015"+kb.Enter, chromedp.ByQuery))
		b.waitFor(sentence, "as known on 30 September 2015")
		b.do(chromedp.NavigateBack())
		b.waitFor(sentence, "As of 23 September 2015")
	})

	t.Run("a question that means nothing is told so", func(t *testing.T) {
		b := open(t, chrome, site, "/?q=xyzzy")
		b.waitFor("main h2", "No principle answers to “xyzzy”")
	})

	t.Run("an address that leads nowhere says so", func(t *testing.T) {
		open(t, chrome, site, "/nowhere").waitFor("main h2", "No such page")
		open(t, chrome, site, "/article/nothing").waitFor("main h2", "No such article")
	})

	t.Run("the playground runs an example", func(t *testing.T) {
		b := open(t, chrome, site, "/playground")
		b.text("section.library li button")
		b.do(chromedp.Click("section.library li button", chromedp.ByQuery), chromedp.Click(".graphiql-execute-button", chromedp.ByQuery))
		b.waitFor(".result-window", "data")
	})
}

func TestAnEmptyStoreLeadsToImport(t *testing.T) {
	chrome := browser(t)
	site := serve(t)
	b := open(t, chrome, site, "/")
	b.waitFor("main h2", "This store holds no articles yet")
	b.waitFor("main pre", "treatygraph import FILE")
}

func TestTextOfArticlesIsInert(t *testing.T) {
	chrome := browser(t)
	site := serve(t)
	id := put(t, site, map[string]any{
		"title": `<img src=x onerror="window.ran=1">Talks`, "outlet": "<script>window.ran=2</script>", "published": "2015-09-22", "language": "en",
		"url": "javascript:window.ran=3",
		"text": "<script>window.ran=4</script> China and the United States are negotiating a pledge not to be the first to use cyber weapons " +
			"against the other's critical infrastructure. [a](javascript:window.ran=5) \u202e<style>body{display:none}</style>",
	})
	for _, path := range []string{"/article/" + id, askPath("", "")} {
		t.Run(path, func(t *testing.T) {
			b := open(t, chrome, site, path)
			b.waitFor("main", "China and the United States")
			var ran, links bool
			b.do(chromedp.Evaluate("window.ran !== undefined", &ran),
				chromedp.Evaluate(`[...document.links].some((a) => !/^https?:$/.test(a.protocol))`, &links))
			if ran || links {
				t.Errorf("script ran: %v; a link that is not of the web: %v", ran, links)
			}
		})
	}
}

// put imports an article by the API and gives its id.
func put(t *testing.T, site string, article map[string]any) string {
	t.Helper()
	const mutation = `mutation ($input: ImportArticlesInput!) { importArticles(input: $input) { articles { id } userErrors { field message } } }`
	request, err := json.Marshal(map[string]any{"query": mutation, "variables": map[string]any{"input": map[string]any{"articles": []any{article}}}})
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.Post(site+"/graphql", "application/json", bytes.NewReader(request))
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var reply struct {
		Data struct {
			ImportArticles struct {
				Articles   []struct{ ID string }
				UserErrors []struct{ Field, Message string }
			}
		}
		Errors []struct{ Message string }
	}
	if err := json.NewDecoder(res.Body).Decode(&reply); err != nil {
		t.Fatal(err)
	}
	if len(reply.Data.ImportArticles.Articles) != 1 {
		t.Fatalf("the article did not go in: %+v", reply)
	}
	return reply.Data.ImportArticles.Articles[0].ID
}

func TestAPledgeOfOneStateReadsDeclared(t *testing.T) {
	chrome := browser(t)
	site := serve(t)
	put(t, site, map[string]any{
		"title": "China repeats its pledge", "outlet": "example", "published": "2020-05-11", "language": "en",
		"text": "China pledged on Monday that it will not be the first to use nuclear weapons.",
	})
	b := open(t, chrome, site, "/?q=no+first+use+of+nuclear+weapons")
	b.waitFor(sentence, "China has declared")
	b.text("#status-DECLARED")
	if text := b.text("main article"); strings.Contains(strings.ToLower(text), "agreed") {
		t.Errorf("something shows as agreed:\n%s", text)
	}
}
