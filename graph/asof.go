package graph

import "cmp"

// AsOf is a pair of days: what held on ValidAt, as known on KnownAt. A day that is not told is the end of days.
type AsOf struct {
	ValidAt, KnownAt Day
	Ever             bool // instead: all that was ever recorded, dismissed claims and past standings too
}

// Or puts a day in the place of days that are not told.
func (a AsOf) Or(day Day) AsOf {
	return AsOf{ValidAt: cmp.Or(a.ValidAt, day), KnownAt: cmp.Or(a.KnownAt, day), Ever: a.Ever}
}

// ends puts the last day that anything can hold in place of days not told.
func (a AsOf) ends() AsOf {
	return a.Or("9999-12-30")
}

// filter narrows nodes of a kind to what holds as of the days; nil for kinds that know no days.
func (a AsOf) filter(k *Kind) Filter {
	if a.Ever {
		return nil
	}
	v, at := string(a.ValidAt), string(a.KnownAt)
	switch k {
	case Stages, Attributions, Allegations:
		return And{Is{"last", Lte, v}, Is{"knownAt", Lte, at}, Is{"knownTo", Gt, at}, Is{"dismissed", Eq, false}}
	case Standings:
		return And{Is{"validFrom", Lte, v}, Is{"validTo", Gt, v}, Is{"knownFrom", Lte, at}, Is{"knownTo", Gt, at}}
	case Attacks, Summits:
		// Known from an article that was published; what no article tells, from its own day. A planned meeting is known before it is held.
		told := Some{"evidence", Some{"article", a.filter(Articles)}}
		own := Or{Is{"first", Eq, ""}, Is{"first", Lte, at}}
		if k == Summits {
			return Or{told, And{Not{Some{"evidence", nil}}, own}}
		}
		known := Or{told, And{Or{Not{Is{"source", Eq, ""}}, Not{Some{"evidence", nil}}}, own}}
		return And{Or{Is{"first", Eq, ""}, Is{"first", Lte, v}}, known}
	case TreatyActions:
		return And{Is{"last", Lte, v}, Is{"last", Lte, at}}
	case Articles:
		return Or{Is{"published", Lte, at}, And{Is{"published", Eq, ""}, Is{"fetched", Lte, at}}}
	}
	return nil
}
