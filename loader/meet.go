package loader

import (
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// holdsAll says whether the stored record of a text tells all that another record of it does. Where it does not say so, the store decides.
func holdsAll(stored, a *graph.Article) bool {
	for _, u := range a.URLs {
		if !slices.Contains(stored.URLs, u) {
			return false
		}
	}
	if stored.Fetched > a.Fetched {
		return false
	}
	return before(stored.Published, a.Published) || stored.Published == a.Published && stored.Outlet == a.Outlet && stored.Title == a.Title &&
		stored.Kind == a.Kind && stored.Language == a.Language
}

// earliest is the record with the publication of the stored one, if that was earlier: claims are known from the first publication of a text.
func earliest(stored *graph.Article, a graph.Article) graph.Article {
	if before(stored.Published, a.Published) {
		a.Published, a.Outlet, a.Title, a.Kind, a.Language = stored.Published, stored.Outlet, stored.Title, stored.Kind, stored.Language
	}
	if stored.Fetched < a.Fetched {
		a.Fetched = stored.Fetched
	}
	return a
}

// before says whether a publication was earlier than another; one that nobody told is the latest.
func before(a, b graph.Day) bool { return a != "" && (b == "" || a < b) }
