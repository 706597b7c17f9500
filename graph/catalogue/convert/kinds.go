package main

import (
	"regexp"
	"slices"
	"strings"
)

// kind says how the rows of one kind are kept: from which files they come, which columns a checked row keeps, and which of an
// unchecked one serve to recognize it (none: it is left out).
type kind struct {
	name  string
	from  []string
	facts []string
	names []string
	edit  func(record) // what the columns need besides being copied; nil for nothing
}

// earlier is how the facts name the research notes that a mark was carried over from.
var earlier = regexp.MustCompile(`earlier check( of this project)?( \(anchors, section 5\))?`)

func (k kind) shape(r record) record {
	r["source"] = earlier.ReplaceAllString(r["source"], "our research notes")
	if k.edit != nil {
		k.edit(r)
	}
	return r
}

var kinds = []kind{
	{
		name: "actors", from: []string{"actors"}, edit: editActor,
		facts: columns("code alpha3 kind name official aliases adjectives demonyms capital capital_aliases seats ambiguous source"),
		names: columns("code kind name aliases adjectives demonyms capital capital_aliases seats ambiguous recognize_from recognize_to"),
	},
	{
		name: "organizations", from: []string{"organizations"}, edit: editOrganization,
		facts: columns("slug name kind aliases ambiguous seats source"),
		names: columns("slug name aliases ambiguous seats"),
	},
	{name: "companies", facts: columns("slug name kind source")},
	{
		name: "leaders", from: []string{"leaders"},
		facts: columns("country person aliases office from to recognize_from recognize_to source"),
		names: columns("country person aliases office recognize_from recognize_to"),
	},
	{name: "memberships", from: []string{"org_members"}, edit: editMembership, facts: columns("organization member from to status source")},
	{
		name: "principles", from: []string{"principles"}, edit: editPrinciple,
		facts: columns("slug domain narrows meaning statement polarity aliases source"),
		names: columns("slug aliases"),
	},
	{
		name: "instruments", from: []string{"instruments"},
		facts: columns("slug name short kind binding symbol opened adopted in_force terminated aliases domain source"),
		names: columns("slug name short aliases"),
	},
	{name: "stated_in", from: []string{"stated_in"}, facts: columns("principle instrument locator note source")},
	{
		name: "incidents", from: []string{"incidents"},
		facts: columns("slug name aliases start disclosed victims sectors conduct note source"),
		names: columns("slug name aliases"),
	},
	{name: "attributions", from: []string{"attributions"}, edit: editAttribution, facts: columns("incident by blamed stance date basis source")},
	{
		name: "treaty_actions", from: []string{"treaty_actions", "treaty_actions_other"}, edit: editTreatyAction,
		facts: columns("actor instrument action date effective note source"),
	},
}

func columns(s string) []string { return strings.Fields(s) }

// remark is what stands in brackets after a name: "Georgia (also a US state)".
var remark = regexp.MustCompile(` \([^)]*\)`)

// bare takes the remarks off the names of a cell, and names that are then told twice.
func bare(cell string) string {
	var kept []string
	for _, name := range strings.Split(remark.ReplaceAllString(cell, ""), "|") {
		if !strings.Contains("|"+strings.Join(kept, "|")+"|", "|"+name+"|") {
			kept = append(kept, name)
		}
	}
	return strings.Join(kept, "|")
}

func editActor(r record) {
	r["ambiguous"] = bare(r["ambiguous"])
	r["official"], _, _ = strings.Cut(r["official"], ";")
	if r["mark"] == "M" && r["official"] != r["name"] {
		r["aliases"] = join(r["aliases"], bare(r["official"]))
	}
}

func editOrganization(r record) { r["ambiguous"] = bare(r["ambiguous"]) }

func editMembership(r record) { r["member"] = member(r["code"]) }

func editAttribution(r record) {
	var by []string
	for _, b := range strings.Split(r["by"], "|") {
		if _, name, ok := strings.Cut(b, ":"); ok {
			b = slug(name)
		}
		by = append(by, member(b))
	}
	r["speakers"], r["by"] = r["by"], strings.Join(by, "|")
}

func editTreatyAction(r record) {
	r["actor"] = member(r["country"])
	// Russia withdrew its ratification of this treaty, not from it: it remains a signatory (README of the facts).
	if r["country"] == "RU" && r["instrument"] == "ctbt" && r["action"] == "WITHDRAWAL" {
		r["action"] = "REVOCATION_OF_RATIFICATION"
	}
}

// member is the code an actor goes by in the catalogue: the European Union, a country code elsewhere, is the organization eu.
func member(code string) string {
	if code == "EU" {
		return "eu"
	}
	return code
}

// joinUnion moves the names that the European Union has among the actors to the organization eu.
func joinUnion(names map[string][]record) {
	var actors []record
	for _, a := range names["actors"] {
		if a["code"] != "EU" {
			actors = append(actors, a)
			continue
		}
		for _, o := range names["organizations"] {
			if o["slug"] != "eu" {
				continue
			}
			for _, c := range []string{"aliases", "seats", "ambiguous"} {
				o[c] = join(o[c], a[c])
			}
		}
	}
	names["actors"] = actors
}

// companies are the firms and papers that speak in attributions, each with the source of the first.
func companies(attributions []record) []record {
	var found []record
	seen := map[string]bool{}
	for _, a := range attributions {
		for _, by := range strings.Split(a["speakers"], "|") {
			kind, name, ok := strings.Cut(by, ":")
			if !ok || seen[name] {
				continue
			}
			seen[name] = true
			found = append(found, record{"slug": slug(name), "name": name, "kind": strings.ToUpper(kind), "source": a["source"]})
		}
	}
	return found
}

// slug is a name in lower case with hyphens.
func slug(name string) string { return strings.ReplaceAll(strings.ToLower(name), " ", "-") }

// join is the union of two cells of several names.
func join(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return bare(a + "|" + b)
}

// maxAlias is how many words a name of a principle has at most: longer ones are sentences of a text.
const maxAlias = 10

// editPrinciple leaves out names that are sentences.
func editPrinciple(r record) {
	r["aliases"] = strings.Join(slices.DeleteFunc(strings.Split(r["aliases"], "|"), func(s string) bool {
		return len(strings.Fields(s)) > maxAlias || strings.ContainsAny(s, ",.;!?\"“”")
	}), "|")
}
