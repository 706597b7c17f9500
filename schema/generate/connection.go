package main

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/treatygraph/treatygraph/graph"
)

// connection is a type of connection: pages of nodes of a kind, with the properties of the relationship that leads to each.
type connection struct {
	name       string
	to         *graph.Kind
	properties []string
}

// named are the connections whose edges carry properties, by relationship, seen along it and against it.
var named = map[graph.Relationship][2]string{
	graph.RelPartyTo:     {"PartyTo", "Party"},
	graph.RelStatedIn:    {"StatedIn", "States"},
	graph.RelMemberOf:    {"Membership", "Membership"},
	graph.RelSucceeds:    {"Succession", "Succession"},
	graph.RelAttended:    {"Attendance", "Participant"},
	graph.RelSupportedBy: {"Evidence", ""},
}

// linkFields are the properties of relationships, as fields of an edge.
var linkFields = map[string][2]string{
	"mode":       {"PartyMode", "How the actor is a party."},
	"locator":    {"String", "Where the instrument states it, as in `para. 13(f)`."},
	"from":       {"String", "Since when, as exact as the source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."},
	"to":         {"String", "Until when, written like `from`; null while it lasts."},
	"on":         {"String", "When, as exact as the source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."},
	"planned":    {"Boolean!", "Whether it was planned when it was told."},
	"extractor":  {"String", "Who read the claim out of the passage."},
	"version":    {"String", "The version of the reader."},
	"confidence": {"Float!", "How sure the reader is, from 0 to 1."},
}

// connectionOf is the type of connection that an edge gives.
func connectionOf(e *graph.Edge) connection {
	along := 0
	if e.In {
		along = 1
	}
	if name := named[e.Relation][along]; name != "" {
		for _, r := range graph.Relations {
			if r.Type == e.Relation {
				return connection{name, e.To, r.Properties}
			}
		}
	}
	return connection{e.To.Name, e.To, nil}
}

// allConnections lists the types of connections once each: those of kinds, then those of relationships.
func allConnections(s *sdl) []connection {
	var out []connection
	for _, k := range graph.Kinds {
		out = append(out, connection{k.Name, k, nil})
	}
	for _, k := range graph.Kinds {
		fields, edges := s.edgeFields(k)
		for i, e := range edges {
			c := connectionOf(e)
			if isList(fields[i].Type) && !slices.ContainsFunc(out, func(o connection) bool { return o.name == c.name }) {
				out = append(out, c)
			}
		}
	}
	return out
}

func connections(b *bytes.Buffer, s *sdl) {
	fmt.Fprintf(b, "# %s\n", header)
	for _, c := range allConnections(s) {
		fmt.Fprintf(b, "\n\"A page of a connection to nodes of the type %s.\"\ntype %sConnection {\n", c.to.Name, c.name)
		describe(b, "  ", "How many there are on all pages; counted only when asked for.")
		fmt.Fprintf(b, "  totalCount: Int!\n")
		describe(b, "  ", "Where the page lies in the whole.")
		fmt.Fprintf(b, "  pageInfo: PageInfo!\n")
		describe(b, "  ", "The nodes of the page in order, each with its cursor.")
		fmt.Fprintf(b, "  edges: [%sEdge!]!\n}\n", c.name)

		fmt.Fprintf(b, "\n\"A place in a connection to nodes of the type %s.\"\ntype %sEdge {\n", c.to.Name, c.name)
		describe(b, "  ", "The place of the node in this order: give it as `after` or `before`.")
		fmt.Fprintf(b, "  cursor: String!\n")
		for _, p := range c.properties {
			describe(b, "  ", "%s", linkFields[p][1])
			fmt.Fprintf(b, "  %s: %s\n", p, linkFields[p][0])
		}
		describe(b, "  ", "The node.")
		fmt.Fprintf(b, "  node: %s!\n}\n", c.to.Name)
	}
	for _, k := range graph.Kinds {
		extend(b, s, k)
	}
}

// extend writes the connections beside the lists of a type.
func extend(b *bytes.Buffer, s *sdl, k *graph.Kind) {
	fields, edges := s.edgeFields(k)
	var inner bytes.Buffer
	for i, f := range fields {
		if !isList(f.Type) {
			continue
		}
		describe(&inner, "  ", "The same as `%s`, a page at a time.", f.Name)
		fmt.Fprintf(&inner, "  %sConnection(\n", f.Name)
		describe(&inner, "    ", "How many from the front, 100 unless told, at most 1000.")
		fmt.Fprintf(&inner, "    first: Int\n")
		describe(&inner, "    ", "Only those after this cursor, for `first`.")
		fmt.Fprintf(&inner, "    after: String\n")
		describe(&inner, "    ", "How many from the back, instead of `first`.")
		fmt.Fprintf(&inner, "    last: Int\n")
		describe(&inner, "    ", "Only those before this cursor, for `last`.")
		fmt.Fprintf(&inner, "    before: String\n  ): %sConnection!\n", connectionOf(edges[i]).name)
	}
	if inner.Len() > 0 {
		fmt.Fprintf(b, "\nextend type %s {\n%s}\n", k.Name, inner.Bytes())
	}
}

// names writes the Go types of the connections.
func names(b *bytes.Buffer, s *sdl) {
	fmt.Fprintf(b, "// %s\n\npackage relay\n\nimport \"github.com/treatygraph/treatygraph/graph\"\n\n// The types of connections by their names in the schema.\ntype (\n", header)
	for _, c := range allConnections(s) {
		fmt.Fprintf(b, "%[1]sConnection = Connection[*graph.%[2]s]\n%[1]sEdge = Edge[*graph.%[2]s]\n", c.name, c.to.Name)
	}
	for _, k := range graph.Kinds {
		if s.used[k.Name+"Order"] {
			fmt.Fprintf(b, "%sOrder = Order\n", k.Name)
		}
	}
	fmt.Fprintf(b, ")\n")
}
