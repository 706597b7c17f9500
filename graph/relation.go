package graph

import (
	"maps"
	"slices"
)

// check says whether a relationship may lead from and to such nodes, with such properties.
func (l Link) check() error {
	if l.From.Kind == nil || l.To.Kind == nil || l.From.ID == "" || l.To.ID == "" {
		return Errorf(Invalid, "%s: both ends need a kind and an id", l.Type)
	}
	for _, r := range Relations {
		if r.Type != l.Type || r.From != l.From.Kind || r.To != l.To.Kind {
			continue
		}
		for p := range l.Props {
			if !slices.Contains(r.Properties, p) {
				return Errorf(Invalid, "%s from %s to %s has no property %q", l.Type, r.From.Name, r.To.Name, p)
			}
		}
		return nil
	}
	return Errorf(Invalid, "%s does not lead from %s to %s", l.Type, l.From.Kind.Name, l.To.Kind.Name)
}

// about is the shared node that a relationship between two shared nodes says something of: the meeting or the commitment that an
// actor is part of, else where it begins.
func (l Link) about() Ref {
	if l.To.Kind == Summits || l.To.Kind == Commitments {
		return l.To
	}
	return l.From
}

// linkKey tells relationships apart.
type linkKey struct {
	t        Relationship
	from, to string
}

func (l Link) key() linkKey { return linkKey{l.Type, l.From.ID, l.To.ID} }

// without gives the links of a whose keys are not among those of b.
func without(a, b []Link) []Link {
	in := map[linkKey]bool{}
	for _, l := range b {
		in[l.key()] = true
	}
	var out []Link
	for _, l := range a {
		if !in[l.key()] {
			out = append(out, l)
		}
	}
	return out
}

// unlike gives the links of a that are not among those of b, or with other properties.
func unlike(a, b []Link) []Link {
	in := map[linkKey]Props{}
	for _, l := range b {
		in[l.key()] = l.Props
	}
	var out []Link
	for _, l := range a {
		if props, ok := in[l.key()]; !ok || !maps.Equal(props, l.Props) {
			out = append(out, l)
		}
	}
	return out
}
