package answer

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// named is a name as words, and the code or slug of what it names.
type named struct {
	words []string
	key   string
}

// cutNames takes the names that stand in a list of words out of it, longest first, and gives what they name, each once.
func cutNames(query []string, names []named) (rest, found []string) {
	rest = slices.Clone(query)
	for _, n := range names {
		at := index(rest, n.words)
		if at < 0 {
			continue
		}
		rest = slices.Delete(rest, at, at+len(n.words))
		if !slices.Contains(found, n.key) {
			found = append(found, n.key)
		}
	}
	return rest, found
}

// index is where part begins in all, -1 if it does not stand there.
func index(all, part []string) int {
	for i := 0; i+len(part) <= len(all); i++ {
		if slices.Equal(all[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

// actorNames lists how people call countries, organizations and the members of these.
func actorNames(c *catalogue.Catalogue) []named {
	var out []named
	for _, a := range c.Actors {
		if a.To == "" {
			out = add(out, a.Code, slices.Concat([]string{a.Name}, a.Aliases, a.Adjectives, a.Demonyms))
		}
	}
	for _, o := range c.Organizations {
		names := append([]string{o.Name}, o.Aliases...)
		out = add(out, o.Slug, names)
		for _, n := range names {
			out = add(out, graph.MembersOf+o.Slug, []string{n + " members", "members of " + n, n + " countries", "countries of " + n})
		}
	}
	return longestFirst(out)
}

// instrumentNames lists how people call instruments.
func instrumentNames(c *catalogue.Catalogue) []named {
	var out []named
	for _, i := range c.Instruments {
		out = add(out, i.Slug, append([]string{i.Name, i.Short, strings.ReplaceAll(i.Slug, "-", " "), i.Symbol}, i.Aliases...))
	}
	return longestFirst(out)
}

func add(out []named, key string, names []string) []named {
	for _, n := range names {
		if w := words(n); len(w) > 0 && len(n) > 1 {
			out = append(out, named{w, key})
		}
	}
	return out
}

func longestFirst(names []named) []named {
	slices.SortStableFunc(names, func(a, b named) int { return len(b.words) - len(a.words) })
	return names
}
