// Package web holds the dashboard and the playground: their sources, and the built files, which are embedded so that no Node is
// needed to run them. It serves files and knows nothing of the graph: the pages ask /graphql.
package web

import (
	"compress/gzip"
	"embed"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// dist is what `npm run build` writes: pages as NAME.html, all they refer to as assets/NAME-HASH.EXT.gz.
//
//go:embed all:dist
var dist embed.FS

// policy lets a page load from its own host alone. Styles are set by scripts (the editor of the playground), its workers start from blobs.
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
	"worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// contentTypes is spelled out because the system's own table differs from machine to machine.
var contentTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".html":  "text/html; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".md":    "text/markdown; charset=utf-8",
	".svg":   "image/svg+xml",
	".ttf":   "font/ttf",
	".txt":   "text/plain; charset=utf-8",
	".woff2": "font/woff2",
}

// Handler serves the pages and their assets: /NAME gives NAME.html where there is such a page, any other path without a dot the
// dashboard (which knows its own paths), a path with a dot the file or 404. Pages are never cached, assets for ever: their
// names change with their content.
func Handler() http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // only an invalid path fails, and it is the one above
	}
	return &handler{files}
}

type handler struct{ files fs.FS }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", policy) // of assets too: a worker obeys the policy of its own script
	w.Header().Set("Referrer-Policy", "no-referrer")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Only GET and HEAD are understood here.", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	switch path.Ext(name) {
	case "":
		h.page(w, r, name)
	case ".html":
		http.Redirect(w, r, "/"+strings.TrimSuffix(strings.TrimSuffix(name, ".html"), "index"), http.StatusMovedPermanently)
	default:
		h.file(w, r, name)
	}
}

// page serves NAME.html, or the dashboard, which says itself when it knows no such path.
func (h *handler) page(w http.ResponseWriter, r *http.Request, name string) {
	content, err := fs.ReadFile(h.files, name+".html")
	if err != nil {
		content, err = fs.ReadFile(h.files, "index.html")
	}
	if err != nil {
		http.Error(w, "The dashboard is not in this binary; build it with `make web`.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	send(w, r, contentTypes[".html"], int64(len(content)), strings.NewReader(string(content)))
}

// file serves one file: as it is embedded, or, from NAME.gz, packed to those who accept that and unpacked to the others.
func (h *handler) file(w http.ResponseWriter, r *http.Request, name string) {
	f, packed, err := h.open(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	contentType := contentTypes[path.Ext(name)]
	if packed {
		w.Header().Set("Vary", "Accept-Encoding")
		if !acceptsGzip(r.Header.Values("Accept-Encoding")) {
			unpack(w, r, contentType, f)
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
	}
	size := int64(-1)
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	send(w, r, contentType, size, f)
}

// open finds NAME.gz or NAME; packed says which.
func (h *handler) open(name string) (f fs.File, packed bool, err error) {
	if f, err = h.files.Open(name + ".gz"); err == nil {
		return f, true, nil
	}
	f, err = h.files.Open(name)
	return f, false, err
}

func unpack(w http.ResponseWriter, r *http.Request, contentType string, f io.Reader) {
	plain, err := gzip.NewReader(f)
	if err != nil {
		http.Error(w, "This file is damaged in the binary; build it again with `make web`.", http.StatusInternalServerError)
		return
	}
	send(w, r, contentType, -1, plain)
}

// send writes the header and, but for HEAD, the body; a size of -1 is unknown.
func send(w http.ResponseWriter, r *http.Request, contentType string, size int64, body io.Reader) {
	w.Header().Set("Content-Type", contentType)
	if size >= 0 {
		w.Header().Set("Content-Length", strconv.FormatInt(size, 10))
	}
	if r.Method == http.MethodHead {
		return
	}
	_, _ = io.Copy(w, body) // the client went away: nobody is left to tell
}

// acceptsGzip reads Accept-Encoding (RFC 9110, 12.5.3): gzip or * with a weight above nought.
func acceptsGzip(values []string) bool {
	star := false
	for _, part := range strings.Split(strings.Join(values, ","), ",") {
		coding, parameters, _ := strings.Cut(strings.ToLower(strings.TrimSpace(part)), ";")
		weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(parameters), "q="), 64)
		accepted := err != nil || weight > 0
		switch strings.TrimSpace(coding) {
		case "gzip", "x-gzip":
			return accepted
		case "*":
			star = accepted
		}
	}
	return star
}
