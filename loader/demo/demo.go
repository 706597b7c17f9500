// Package demo holds the articles of `treatygraph serve --demo`: written by us about real events, in the form that import reads. Each ends
// with the public source of its facts. It knows nothing of how articles are read.
package demo

import (
	"embed"
	"io/fs"
)

// Outlet is the outlet of all demo articles.
const Outlet = "treatygraph demo"

//go:embed articles/*.json
var embedded embed.FS

// Articles are the demo articles: one JSON file each, {"id","title","published","outlet","language","text"}.
func Articles() fs.FS {
	sub, err := fs.Sub(embedded, "articles")
	if err != nil {
		panic(err) // the folder is built in
	}
	return sub
}
