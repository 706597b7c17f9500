package graphtest

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

// The written histories. standing.json holds the cases of the rule's reference, which tell no more than the rule has to know.
//
//go:embed scenarios/*.json
var scenarioFiles embed.FS

// scenario is a written history: what articles and depositaries tell, what people do then, and the right answers on some days.
type scenario struct {
	Name        string
	Parties     string          // codes of those of the one commitment
	Commitments map[string]deal // by name, where there are several
	Stages      []toldStage
	Claims      []toldClaim
	Then        []deed
	Expect      []expectation
}

// toldStage is a stage that an article tells, one of its own unless In names it, or that a recorded act brings.
type toldStage struct {
	Of, In, Actors string
	Status         graph.Status
	First, Last    graph.Day // Last is First where not given, and without First Known
	Known, KnownTo graph.Day
	Hedge, Denies  bool
	Act            graph.Action
	Done           graph.Day    // of an act that takes effect on First
	Undoes         graph.Status // for the reference, which knows acts by what they take back
}

// toldClaim is what somebody says of another: of the one attack, or of a breach of a commitment; or it is an act that brings no status.
type toldClaim struct {
	Of, By, Against string
	Stance          graph.Stance
	Act             graph.Action
	Known           graph.Day
}

// deed is what somebody does when all is told, one of: judge the stage of a number (from 1), remove the article that tells it, join or
// part two commitments.
type deed struct {
	Dismiss, Uphold, Remove int
	Same, Different         []string
}

// expectation is the right answer on a pair of days; what is not given is not asked.
type expectation struct {
	Valid, Known graph.Day
	Of           string
	Commitment   json.RawMessage           // its own status, or null
	Actors       map[string]map[string]any // what each holds: status, since, ended, endedOn, disputed; null for nothing
	Stages       []string                  // those that are shown: status and actors
	Parties      string
	Holding      *int     // how many commitments have a status
	Claims       []string // who takes which stance on whom
	Nothing      bool     // no claim, no standing, no article is known
}

// readScenarios reads the histories of all files.
func readScenarios(t *testing.T) []scenario {
	t.Helper()
	names, err := fs.Glob(scenarioFiles, "scenarios/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []scenario
	for _, name := range names {
		data, err := scenarioFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var some []scenario
		d := json.NewDecoder(strings.NewReader(string(data)))
		d.DisallowUnknownFields()
		if err := d.Decode(&some); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out = append(out, some...)
	}
	return out
}

// deal is the commitment of a name.
func (c scenario) deal(name string) deal {
	if d, ok := c.Commitments[name]; ok {
		d.Principle = cmp.Or(d.Principle, "pledge")
		return d
	}
	d := deal{"pledge", "", c.Parties}
	if slices.ContainsFunc(c.Stages, func(s toldStage) bool { return s.Act != "" }) {
		d.Instrument = "treaty"
	}
	return d
}

// batches are what the history's sources say, the catalogue's names first, and the source of each stage.
func (c scenario) batches() (out []graph.Batch, sources []string) {
	out = []graph.Batch{c.names()}
	sources = make([]string, len(c.Stages))
	articles := map[string][]int{} // the places of the stages that each tells
	var order []string
	for i, s := range c.Stages {
		article := cmp.Or(s.In, fmt.Sprint("stage ", i+1))
		if articles[article] == nil {
			order = append(order, article)
		}
		articles[article] = append(articles[article], i)
	}
	for _, article := range order {
		b := c.article(article, articles[article])
		for _, i := range articles[article] {
			sources[i] = b.Source
		}
		out = append(out, b)
	}
	for i, x := range c.Claims {
		out = append(out, c.claim(x, i))
	}
	return out, sources
}

// names are the nodes that the sources name without telling of them.
func (c scenario) names() graph.Batch {
	b := &story{graph.Batch{Source: graph.CatalogueSource, Reader: reader}}
	deals := []deal{c.deal("")}
	for name := range c.Commitments {
		deals = append(deals, c.deal(name))
	}
	var codes []string
	for _, d := range deals {
		codes = append(codes, strings.Fields(d.Parties)...)
		b.node(&graph.Principle{ID: principle(d.Principle).ID, Slug: d.Principle, Name: d.Principle})
		if d.Instrument != "" {
			b.node(&graph.Instrument{ID: instrument(d.Instrument).ID, Slug: d.Instrument, Name: d.Instrument})
		}
	}
	for _, s := range c.Stages {
		codes = append(codes, strings.Fields(s.Actors)...)
	}
	for _, x := range c.Claims {
		codes = append(codes, strings.Fields(x.By+" "+x.Against)...)
	}
	for _, code := range codes {
		label := graph.Country
		if code == graph.AllStates || code == graph.Unnamed || strings.HasPrefix(code, graph.PartiesOf) {
			label = graph.Class
		}
		b.node(&graph.Actor{ID: graph.ActorID(code), Code: code, Label: label, Name: code})
	}
	return b.Batch
}

// article tells some of the stages.
func (c scenario) article(name string, stages []int) graph.Batch {
	text := c.Name + ", " + name + "."
	for _, i := range stages {
		text += " " + c.sentence(i)
	}
	s := tell(text, c.Stages[stages[0]].Known)
	for _, i := range stages {
		x, d := c.Stages[i], c.deal(c.Stages[i].Of)
		if x.Act != "" {
			for _, code := range strings.Fields(x.Actors) {
				s.acts(d, code, x)
			}
			continue
		}
		s.stage(d, x.Status, x.First, x.Actors, c.sentence(i), func(n *graph.Stage) {
			n.Last, n.KnownAt, n.KnownTo = cmp.Or(x.Last, n.Last), x.Known, cmp.Or(x.KnownTo, graph.Forever)
			if x.Hedge {
				n.Hedge = "reportedly"
			}
			if x.Denies {
				n.Stance = graph.Denies
			}
		})
	}
	return s.Batch
}

func (c scenario) sentence(i int) string {
	return fmt.Sprintf("(%d) %s: %s.", i+1, c.Stages[i].Actors, strings.ToLower(string(c.Stages[i].Status)))
}

// acts lets a story tell of an act and the stage that it brought.
func (s *story) acts(d deal, code string, x toldStage) {
	s.commitment(d)
	a := &graph.TreatyAction{Action: x.Act, First: cmp.Or(x.Done, x.First), Last: cmp.Or(x.Done, x.First), Source: "depositary"}
	if x.Done != "" {
		a.Effective = x.First
	}
	a.ID = graph.TreatyActionID(code, d.Instrument, x.Act, a.First)
	act := s.node(a)
	s.link(graph.RelBy, act, country(code), nil).link(graph.RelOn, act, instrument(d.Instrument), nil)
	if x.Status == "" {
		return
	}
	stage := s.node(&graph.Stage{ID: graph.ActStageID(a.ID, x.Status), Status: x.Status, Stance: graph.Reports, First: x.First, Last: x.First,
		KnownAt: x.Known, KnownTo: graph.Forever, Confidence: 1})
	s.link(graph.RelFrom, stage, act, nil).link(graph.RelBy, stage, country(code), nil)
}

// claim is the article that tells a claim.
func (c scenario) claim(x toldClaim, i int) graph.Batch {
	words := fmt.Sprintf("%s %s %s", x.By, strings.ToLower(string(x.Stance)), x.Against)
	s := tell(fmt.Sprintf("%s, claim %d. %s.", c.Name, i+1, words), x.Known)
	switch {
	case x.Act != "":
		s.acts(c.deal(x.Of), x.By, toldStage{Act: x.Act, First: x.Known})
	case x.Of == "attack":
		s.claims(hit{name: "Dark Night", days: "2016-03-01"}.on(s), x.By, x.Against, x.Stance, words)
	default:
		s.claims(s.commitment(c.deal(x.Of)), x.By, x.Against, x.Stance, words)
	}
	return s.Batch
}

// days are all that the history names, and the day before each, in order.
func (c scenario) days() []graph.Day {
	all := map[graph.Day]bool{}
	for _, s := range c.Stages {
		for _, d := range []graph.Day{s.First, s.Last, s.Known, s.KnownTo, s.Done} {
			if d != "" {
				all[d], all[d.Add(-1)] = true, true
			}
		}
	}
	for _, x := range c.Claims {
		all[x.Known], all[x.Known.Add(-1)] = true, true
	}
	return slices.Sorted(maps.Keys(all))
}
