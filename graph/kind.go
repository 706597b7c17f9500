package graph

import (
	"reflect"
	"sort"
	"strings"
)

// Kind is a kind of node: an entry of the one table that stores, filters, GraphQL and exports read.
type Kind struct {
	Name       string      // also the Cypher label that all its nodes carry, unless Labels replace it (Term)
	Labels     []string    // the labels that tell its nodes apart, if any; each node's stands in its property "label"
	Properties []*Property // the first is id
	Edges      []*Edge     // in the order of the table

	properties map[string]*Property
	edges      map[string]*Edge
	make       func() Node
	goType     reflect.Type
}

// Edge is a relationship as seen from one kind: what a filter, GraphQL and Related follow.
type Edge struct {
	Name     string       // as in GraphQL: parties
	From     *Kind        // the kind it is seen from
	To       *Kind        // the kind it leads to
	Relation Relationship // PARTY_TO
	In       bool         // the relationship points at From
	One      bool         // at most one: principle, instrument
	Where    Filter       // narrows what it leads to, or nil: standings are the HELD that are not own
}

// Relationship is a type of relationship, as it stands in the graph.
type Relationship string

const (
	RelUpholds     Relationship = "UPHOLDS"
	RelUnder       Relationship = "UNDER"
	RelPartyTo     Relationship = "PARTY_TO" // {mode}
	RelReached     Relationship = "REACHED"  // {through}
	RelHeld        Relationship = "HELD"
	RelBy          Relationship = "BY"
	RelToward      Relationship = "TOWARD"
	RelAt          Relationship = "AT"
	RelCovers      Relationship = "COVERS"
	RelExcludes    Relationship = "EXCLUDES"
	RelIf          Relationship = "IF"
	RelFrom        Relationship = "FROM"
	RelOf          Relationship = "OF"
	RelNarrows     Relationship = "NARROWS"
	RelStatedIn    Relationship = "STATED_IN" // {locator}
	RelMemberOf    Relationship = "MEMBER_OF" // {from, to}
	RelSucceeds    Relationship = "SUCCEEDS"  // {on}
	RelOn          Relationship = "ON"
	RelAttended    Relationship = "ATTENDED" // {planned}
	RelDiscussed   Relationship = "DISCUSSED"
	RelStruck      Relationship = "STRUCK"
	RelHit         Relationship = "HIT"
	RelOfKind      Relationship = "OF_KIND"
	RelBlames      Relationship = "BLAMES"
	RelAgainst     Relationship = "AGAINST"
	RelCites       Relationship = "CITES"
	RelSupportedBy Relationship = "SUPPORTED_BY" // {extractor, version, confidence}
	RelIn          Relationship = "IN"
	RelMentions    Relationship = "MENTIONS"
	RelVersionOf   Relationship = "VERSION_OF"
	RelCopyOf      Relationship = "COPY_OF"
)

// New makes an empty node of the kind.
func (k *Kind) New() Node { return k.make() }

// Property finds a property by name; an unknown one is an error that lists those there are.
func (k *Kind) Property(name string) (*Property, error) {
	if p := k.properties[name]; p != nil {
		return p, nil
	}
	return nil, Errorf(Invalid, "%s: no property %q; known: %s", k.Name, name, strings.Join(k.names(), ", "))
}

// Edge finds an edge by name; an unknown one is an error that lists those there are.
func (k *Kind) Edge(name string) (*Edge, error) {
	if e := k.edges[name]; e != nil {
		return e, nil
	}
	return nil, Errorf(Invalid, "%s: no relationship %q; known: %s", k.Name, name, strings.Join(keys(k.edges), ", "))
}

// names lists what a filter on the kind may name.
func (k *Kind) names() []string { return append(keys(k.properties), keys(k.edges)...) }

// Label is the label that tells the node apart within its kind, or the kind's name.
func (k *Kind) Label(n Node) string {
	if len(k.Labels) == 0 {
		return k.Name
	}
	return k.properties["label"].Value(n).(string)
}

// KindOf is the kind of a node.
func KindOf(n Node) *Kind { return byType[reflect.TypeOf(n)] }

// KindNamed finds a kind by its name; an unknown one is an error.
func KindNamed(name string) (*Kind, error) {
	for _, k := range Kinds {
		if k.Name == name {
			return k, nil
		}
	}
	return nil, Errorf(Invalid, "no kind of node is called %q", name)
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
