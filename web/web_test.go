package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var pages = []string{"/", "/playground"}

func ask(t *testing.T, method, target, acceptEncoding string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, target, nil)
	if acceptEncoding != "" {
		r.Header.Set("Accept-Encoding", acceptEncoding)
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, res *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var reference = regexp.MustCompile(`(?:src|href)="([^"]*)"`)

func references(html string) (names []string) {
	for _, m := range reference.FindAllStringSubmatch(html, -1) {
		names = append(names, m[1])
	}
	return names
}

func TestEveryAssetOfAPageIsEmbedded(t *testing.T) {
	for _, page := range pages {
		names := references(body(t, ask(t, "GET", page, "")))
		if len(names) < 3 {
			t.Errorf("%s refers to %q: icon, script and style sheet expected", page, names)
		}
		for _, name := range names {
			if !strings.HasPrefix(name, "/assets/") {
				t.Errorf("%s refers to %q, which is not an asset of ours", page, name)
				continue
			}
			if res := ask(t, "GET", name, "gzip"); res.StatusCode != http.StatusOK {
				t.Errorf("%s refers to %s: %s", page, name, res.Status)
			}
		}
	}
}

// What scripts and style sheets load by themselves: imports, workers, url(...).
var loads = regexp.MustCompile(`(?:url\(\s*["']?|\bimport\s*\(?\s*["'` + "`" + `]|\bfrom\s*["'` + "`" + `]|new Worker\(\s*["'` + "`" + `]|importScripts\(\s*["'` + "`" + `])(?:https?:)?//[^"')]*`)

func TestNothingIsLoadedFromElsewhere(t *testing.T) {
	seen := 0
	err := fs.WalkDir(dist, "dist/assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		seen++
		content := body(t, ask(t, "GET", strings.TrimSuffix(strings.TrimPrefix(name, "dist"), ".gz"), ""))
		if found := loads.FindString(content); found != "" {
			t.Errorf("%s loads %q", name, found)
		}
		return nil
	})
	if err != nil || seen == 0 {
		t.Errorf("%d assets, %v", seen, err)
	}
	for _, page := range pages {
		if html := body(t, ask(t, "GET", page, "")); strings.Contains(html, "//") {
			t.Errorf("%s names another host", page)
		}
	}
}

func TestPaths(t *testing.T) {
	asset := references(body(t, ask(t, "GET", "/", "")))[0]
	const html = "text/html; charset=utf-8"
	for _, tt := range []struct {
		name, method, target   string
		status                 int
		contentType, cache, at string
	}{
		{"the dashboard", "GET", "/", 200, html, "no-store", ""},
		{"the playground", "GET", "/playground", 200, html, "no-store", ""},
		{"a path of the dashboard", "GET", "/article/abc", 200, html, "no-store", ""},
		{"a path that climbs", "GET", "/article/../../playground", 200, html, "no-store", ""},
		{"a page by its file name", "GET", "/playground.html", 301, html, "", "/playground"},
		{"the dashboard by its file name", "GET", "/index.html", 301, html, "", "/"},
		{"an asset", "GET", asset, 200, "image/svg+xml", "public, max-age=31536000, immutable", ""},
		{"an asset's head", "HEAD", asset, 200, "image/svg+xml", "public, max-age=31536000, immutable", ""},
		{"a missing asset", "GET", "/assets/none-12345678.js", 404, "text/plain; charset=utf-8", "", ""},
		{"a missing file", "GET", "/favicon.ico", 404, "text/plain; charset=utf-8", "", ""},
		{"a write", "POST", "/", 405, "text/plain; charset=utf-8", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res := ask(t, tt.method, tt.target, "gzip")
			got := []any{res.StatusCode, res.Header.Get("Content-Type"), res.Header.Get("Cache-Control"), res.Header.Get("Location")}
			if d := cmp.Diff([]any{tt.status, tt.contentType, tt.cache, tt.at}, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			if !strings.Contains(res.Header.Get("Content-Security-Policy"), "default-src 'self'") {
				t.Error("no content security policy")
			}
		})
	}
}

func TestAssetsArePackedForThoseWhoAcceptIt(t *testing.T) {
	asset := references(body(t, ask(t, "GET", "/", "")))[0]
	plain := body(t, ask(t, "GET", asset, ""))
	for _, tt := range []struct {
		accept string
		packed bool
	}{
		{"gzip", true}, {"br, GZIP;q=0.5", true}, {"*", true}, {"deflate, gzip", true},
		{"", false}, {"identity", false}, {"gzip;q=0", false}, {"gzip; q=0.0, *", false}, {"*;q=0", false},
	} {
		t.Run(tt.accept, func(t *testing.T) {
			res := ask(t, "GET", asset, tt.accept)
			if got := res.Header.Get("Content-Encoding") == "gzip"; got != tt.packed {
				t.Fatalf("packed: %v, want %v", got, tt.packed)
			}
			if res.Header.Get("Vary") != "Accept-Encoding" {
				t.Error("a cache between would mix packed and plain: no Vary")
			}
			got := body(t, res)
			if tt.packed {
				z, err := gzip.NewReader(bytes.NewReader([]byte(got)))
				if err != nil {
					t.Fatal(err)
				}
				unpacked, err := io.ReadAll(z)
				if err != nil {
					t.Fatal(err)
				}
				got = string(unpacked)
			}
			if got != plain {
				t.Error("another content than the plain one")
			}
		})
	}
}

func TestBuiltFilesStayLight(t *testing.T) {
	var all, first int64
	html := body(t, ask(t, "GET", "/", ""))
	err := fs.WalkDir(dist, "dist", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		all += info.Size()
		if strings.HasSuffix(name, ".js.gz") && strings.Contains(html, strings.TrimSuffix(path.Base(name), ".gz")) {
			first += info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if all > 4<<20 || first > 250_000 {
		t.Errorf("%d bytes in all, at most 4 MiB; %d bytes of script before the dashboard shows, at most 250 kB", all, first)
	}
	t.Logf("%d bytes in all, %d bytes of script before the dashboard shows", all, first)
}
