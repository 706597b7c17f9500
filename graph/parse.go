package graph

import (
	"maps"
	"slices"
	"strings"
)

// ParseFilter reads a filter on nodes of a kind as it comes from JSON or GraphQL: {and, or: [...], not: {...}}, a property with its
// operators {eq, in, contains, lt, lte, gt, gte}, an edge to one node with a filter on it, an edge to many with {some, none, all}.
// place names the filter in errors: commitments.where.
func ParseFilter(k *Kind, place string, m map[string]any) (Filter, error) {
	var out And
	for _, name := range slices.Sorted(maps.Keys(m)) {
		f, err := parseEntry(k, place+"."+name, name, m[name])
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func parseEntry(k *Kind, place, name string, v any) (Filter, error) {
	switch name {
	case "and", "or":
		list, ok := v.([]any)
		if !ok {
			return nil, Errorf(Invalid, "%s: a list of filters is wanted", place)
		}
		return parseList(k, place, name, list)
	case "not":
		return parseInner(k, place, v, func(f Filter) Filter { return Not{f} })
	}
	if e := k.edges[name]; e != nil {
		return parseEdge(e, place, v)
	}
	if k.properties[name] != nil || k == Commitments && name == "status" {
		return parseOps(place, name, v)
	}
	parent := place[:strings.LastIndexByte(place, '.')]
	return nil, Errorf(Invalid, "%s: no property %q; known: %s", parent, name, strings.Join(k.names(), ", "))
}

func parseList(k *Kind, place, name string, list []any) (Filter, error) {
	var fs []Filter
	for _, v := range list {
		f, err := parseInner(k, place, v, nil)
		if err != nil {
			return nil, err
		}
		fs = append(fs, f)
	}
	if name == "or" {
		return Or(fs), nil
	}
	return And(fs), nil
}

// parseInner reads a nested filter and wraps it.
func parseInner(k *Kind, place string, v any, wrap func(Filter) Filter) (Filter, error) {
	m, ok := v.(map[string]any)
	if !ok {
		return nil, Errorf(Invalid, "%s: a filter is wanted", place)
	}
	f, err := ParseFilter(k, place, m)
	if err == nil && wrap != nil {
		f = wrap(f)
	}
	return f, err
}

func parseEdge(e *Edge, place string, v any) (Filter, error) {
	some := func(f Filter) Filter { return Some{e.Name, f} }
	if e.One {
		if v == nil {
			return Not{Some{e.Name, nil}}, nil
		}
		return parseInner(e.To, place, v, some)
	}
	m, ok := v.(map[string]any)
	if !ok {
		return nil, Errorf(Invalid, "%s: {some: {...}}, {none: {...}} or {all: {...}} is wanted", place)
	}
	wraps := map[string]func(Filter) Filter{
		"some": some,
		"none": func(f Filter) Filter { return Not{some(f)} },
		"all":  func(f Filter) Filter { return Not{some(Not{f})} },
	}
	var out And
	for _, how := range slices.Sorted(maps.Keys(m)) {
		wrap := wraps[how]
		if wrap == nil {
			return nil, Errorf(Invalid, "%s: no %q; known: all, none, some", place, how)
		}
		f, err := parseInner(e.To, place+"."+how, m[how], wrap)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func parseOps(place, name string, v any) (Filter, error) {
	m, ok := v.(map[string]any)
	if !ok {
		return nil, Errorf(Invalid, "%s: an operator is wanted, as in {eq: ...}", place)
	}
	ops := []Op{Eq, InList, Contains, Lt, Lte, Gt, Gte}
	var out And
	for _, op := range slices.Sorted(maps.Keys(m)) {
		if !slices.Contains(ops, Op(op)) {
			return nil, Errorf(Invalid, "%s: no operator %q; known: eq, in, contains, lt, lte, gt, gte", place, op)
		}
		value := m[op]
		if value == nil {
			value = "" // what is not told
		}
		out = append(out, Is{name, Op(op), value})
	}
	return out, nil
}
