package schema

import (
	"context"
	"reflect"
	"sync"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/answer"
)

// levels are the levels of one operation.
type levels struct {
	store   graph.Store
	answers Answerer

	mu    sync.Mutex
	of    map[graph.Node]*level
	known map[graph.Node]map[string]graph.Node // where an edge of a node leads, for what is worked out and stored nowhere
}

// level is the nodes of one kind that one call loaded, as of the same days. Who first asks one of them for an edge loads it for all of
// them: they stand at the same place of the query, so the others will ask, too. gqlgen's own batches end at each parent's list.
type level struct {
	kind  *graph.Kind
	asOf  graph.AsOf
	ids   []string
	place map[string]int // of an id among ids

	mu    sync.Mutex
	edges map[ask]func() ([]graph.Page, error)
}

// ask is an edge and the page that is wanted of it.
type ask struct {
	edge          string
	first, last   int
	after, before string
	total         bool
}

type levelsKey struct{}

func with(ctx context.Context, l *levels) context.Context {
	return context.WithValue(ctx, levelsKey{}, l)
}

func levelsOf(ctx context.Context) *levels { return ctx.Value(levelsKey{}).(*levels) }

// enter makes levels of nodes that came together. A node that already stands in a level of other days is replaced by a copy.
func (ls *levels) enter(at graph.AsOf, pages ...[]graph.Node) {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	byKind := map[*graph.Kind]*level{}
	for _, nodes := range pages {
		for i, n := range nodes {
			if was := ls.of[n]; was != nil {
				if was.asOf == at {
					continue
				}
				n = clone(n)
				nodes[i] = n
			}
			k := graph.KindOf(n)
			l := byKind[k]
			if l == nil {
				l = &level{kind: k, asOf: at, place: map[string]int{}, edges: map[ask]func() ([]graph.Page, error){}}
				byKind[k] = l
			}
			ls.of[n] = l
			if _, ok := l.place[n.NodeID()]; !ok {
				l.place[n.NodeID()] = len(l.ids)
				l.ids = append(l.ids, n.NodeID())
			}
		}
	}
}

// know tells where an edge of a node leads.
func (ls *levels) know(n graph.Node, edge string, to graph.Node) {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	if ls.known[n] == nil {
		ls.known[n] = map[string]graph.Node{}
	}
	ls.known[n][edge] = to
}

// tell lets the standings of positions know whose they are.
func (ls *levels) tell(ps []answer.Position) {
	for _, p := range ps {
		ls.know(p.Standing, "commitment", p.Commitment)
		if p.Mode == answer.Individual {
			ls.know(p.Standing, "actor", p.Actor)
		}
	}
}

// asOf is the days of the level that a node stands in.
func (ls *levels) asOf(n graph.Node) graph.AsOf {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	if l := ls.of[n]; l != nil {
		return l.asOf
	}
	return graph.AsOf{}
}

func clone(n graph.Node) graph.Node {
	c := reflect.New(reflect.TypeOf(n).Elem())
	c.Elem().Set(reflect.ValueOf(n).Elem())
	return c.Interface().(graph.Node)
}

// follow gives the page of an edge of a node, with the query that it answers.
func (ls *levels) follow(ctx context.Context, n graph.Node, a ask) (graph.Page, graph.Query, error) {
	ls.mu.Lock()
	l, known := ls.of[n], ls.known[n][a.edge]
	ls.mu.Unlock()
	if known != nil {
		return graph.Page{Nodes: []graph.Node{known}}, graph.Query{}, nil
	}
	if l == nil {
		return graph.Page{}, graph.Query{}, graph.Errorf(graph.Internal, "the node %s stands in no level", n.NodeID())
	}
	e, err := l.kind.Edge(a.edge)
	if err != nil {
		return graph.Page{}, graph.Query{}, err
	}
	q := graph.Query{Kind: e.To, AsOf: l.asOf, Order: usualOrder[e.To], First: a.first, After: a.after, Last: a.last, Before: a.before, Total: a.total}
	pages, err := l.load(a, func() ([]graph.Page, error) {
		pages, err := ls.store.Related(ctx, l.ids, e, q)
		nodes := make([][]graph.Node, len(pages))
		for i, p := range pages {
			nodes[i] = p.Nodes
		}
		ls.enter(l.asOf, nodes...)
		return pages, err
	})
	if err != nil {
		return graph.Page{}, q, err
	}
	return pages[l.place[n.NodeID()]], q, nil
}

// load runs get once for all who ask the same; the others wait.
func (l *level) load(a ask, get func() ([]graph.Page, error)) ([]graph.Page, error) {
	l.mu.Lock()
	once := l.edges[a]
	if once == nil {
		once = sync.OnceValues(get)
		l.edges[a] = once
	}
	l.mu.Unlock()
	return once()
}

// usualOrder is the order of a kind where none is asked for: by public name, or the newest first.
var usualOrder = map[*graph.Kind][]graph.Order{
	graph.Actors:        {{Property: "code"}},
	graph.Terms:         {{Property: "slug"}},
	graph.Principles:    {{Property: "slug"}},
	graph.Instruments:   {{Property: "slug"}},
	graph.TreatyActions: {{Property: "last", Desc: true}},
	graph.Summits:       {{Property: "last", Desc: true}},
	graph.Attacks:       {{Property: "last", Desc: true}},
	graph.Stages:        {{Property: "last", Desc: true}, {Property: "knownAt", Desc: true}},
	graph.Standings:     {{Property: "actorCode"}},
	graph.Attributions:  {{Property: "last", Desc: true}, {Property: "knownAt", Desc: true}},
	graph.Allegations:   {{Property: "last", Desc: true}, {Property: "knownAt", Desc: true}},
	graph.Articles:      {{Property: "published", Desc: true}},
	graph.Passages:      {{Property: "start"}},
	graph.Reviews:       {{Property: "at", Desc: true}},
}
