package graph

// Plain checks a query against the table of kinds and gives one that says the same without as-of, without the status of a commitment
// and without edges that narrow: what a store has to print. The filter comes out simplified.
func (q Query) Plain() (Query, error) {
	if q.Kind == nil {
		return q, Errorf(Invalid, "a query names a kind of node")
	}
	if err := q.checkPage(); err != nil {
		return q, err
	}
	q.AsOf = q.AsOf.ends()
	where, err := plain(q.Kind, q.AsOf, q.Where)
	if err != nil {
		return q, err
	}
	q.Where = Simplify(And{where, q.AsOf.filter(q.Kind)})
	return q, nil
}

// plain rewrites a filter on nodes of kind k.
func plain(k *Kind, at AsOf, f Filter) (Filter, error) {
	switch f := f.(type) {
	case nil:
		return And{}, nil
	case And:
		fs, err := plains(k, at, f)
		return And(fs), err
	case Or:
		fs, err := plains(k, at, f)
		return Or(fs), err
	case Not:
		x, err := plain(k, at, f.X)
		return Not{x}, err
	case Some:
		e, err := k.Edge(f.Edge)
		if err != nil {
			return nil, err
		}
		x, err := plain(e.To, at, f.X)
		return Some{f.Edge, And{x, e.Where, at.filter(e.To)}}, err
	case Is:
		if k == Commitments && f.Property == "status" {
			return plain(k, at, Some{"own", f})
		}
		return f, checkIs(k, f)
	}
	return nil, Errorf(Internal, "unknown filter %T", f)
}

func plains(k *Kind, at AsOf, fs []Filter) ([]Filter, error) {
	out := make([]Filter, len(fs))
	for i, f := range fs {
		var err error
		if out[i], err = plain(k, at, f); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// checkIs says whether the property is there and its type takes the operator and the value.
func checkIs(k *Kind, f Is) error {
	p, err := k.Property(f.Property)
	if err != nil {
		return err
	}
	ok := false
	switch f.Op {
	case Eq:
		ok = p.Type != Texts && p.takes(f.Value)
	case InList:
		list, isList := f.Value.([]any)
		ok = isList && p.Type != Texts
		for _, v := range list {
			ok = ok && p.takes(v)
		}
	case Contains:
		_, isText := f.Value.(string)
		ok = isText && (p.Type == Text || p.Type == Texts)
	case Lt, Lte, Gt, Gte:
		ok = p.Type != Texts && p.Type != Bool && p.takes(f.Value)
	}
	if !ok {
		return Errorf(Invalid, "%s.%s: cannot compare by %q with %v", k.Name, f.Property, f.Op, f.Value)
	}
	return nil
}

func (p *Property) takes(v any) bool {
	switch v.(type) {
	case string:
		return p.Type == Text
	case bool:
		return p.Type == Bool
	case int:
		return p.Type == Int || p.Type == Float
	case float64:
		return p.Type == Float
	}
	return false
}

// Simplify says the same in fewer words: nested And and Or are joined, constants folded, double Not dropped. The result is never nil;
// what always holds is the empty And, what never holds the empty Or.
func Simplify(f Filter) Filter {
	switch f := f.(type) {
	case And:
		return simplifyList(f, false)
	case Or:
		return simplifyList(f, true)
	case Not:
		switch x := Simplify(f.X).(type) {
		case Not:
			return x.X
		case And:
			if len(x) == 0 {
				return Or{}
			}
			return Not{x}
		case Or:
			if len(x) == 0 {
				return And{}
			}
			return Not{x}
		default:
			return Not{x}
		}
	case Some:
		x := Simplify(f.X)
		if or, ok := x.(Or); ok && len(or) == 0 {
			return or
		}
		return Some{f.Edge, x}
	case Is:
		if list, ok := f.Value.([]any); ok && len(list) == 0 {
			return Or{}
		}
		return f
	}
	return And{}
}

// simplifyList simplifies the members of an And (or: of an Or) and joins those of the same sort.
func simplifyList(fs []Filter, or bool) Filter {
	var out []Filter
	for _, f := range fs {
		switch x := Simplify(f).(type) {
		case And:
			if !or {
				out = append(out, x...)
			} else if len(x) == 0 {
				return And{}
			} else {
				out = append(out, x)
			}
		case Or:
			if or {
				out = append(out, x...)
			} else if len(x) == 0 {
				return Or{}
			} else {
				out = append(out, x)
			}
		default:
			out = append(out, x)
		}
	}
	if len(out) == 1 {
		return out[0]
	}
	if or {
		return append(Or{}, out...)
	}
	return append(And{}, out...)
}
