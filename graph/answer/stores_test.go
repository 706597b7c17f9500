package answer

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
	"github.com/treatygraph/treatygraph/graph/graphtest/neo4jtest"
	"github.com/treatygraph/treatygraph/graph/neo4j"
)

// onNeo4j is a desk over a Neo4j that holds the catalogue.
func onNeo4j(t *testing.T) (*Desk, graph.Store) {
	t.Helper()
	uri, user, password := neo4jtest.URI(t)
	neo4jtest.Reset(t)
	s, err := neo4j.Open(context.Background(), neo4j.Config{URI: uri, Username: user, Password: password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(context.Background(), c.Batch()); err != nil {
		t.Fatal(err)
	}
	return &Desk{Store: s, Catalogue: c, Clock: func() time.Time { return today }}, s
}

// Every answer is the same from both stores.
func TestBothStoresAnswerAlike(t *testing.T) {
	there, far := onNeo4j(t)
	here, near := desk(t)
	var got [2]map[string]string
	for i, s := range []graph.Store{near, far} {
		d := []*Desk{here, there}[i]
		told := history(3, 30)
		for _, r := range told {
			put(t, s, r.batch())
		}
		judge(t, s, told[0].stage(), "", graph.Upheld)
		judge(t, s, told[1].stage(), "", graph.Dismissed)
		two, three := agrees("2020-01-10", "Test Gazette"), agrees("2020-01-11", "Second Post")
		three.Actors = "BR IN ZA"
		put(t, s, two.batch(), three.batch())
		judge(t, s, two.commitment(), three.commitment(), graph.Same)
		got[i] = answers(t, d, days[1:3], nil)
		for j, w := range readPairs(t) {
			if j%3 > 0 {
				continue // a store that is another machine takes its time
			}
			attack, commitment := w.put(t, s)
			got[i][w.Name] = applied(t, d, attack, commitment)
		}
		got[i]["positions"] = positioned(t, d)
		got[i]["changes"] = changed(t, d)
	}
	if diff := cmp.Diff(got[0], got[1]); diff != "" {
		t.Errorf("(-sqlite +neo4j):\n%s", diff)
	}
}

// applied prints an applicability.
func applied(t testing.TB, d *Desk, attack, commitment string) string {
	t.Helper()
	a, err := d.Applicability(context.Background(), attack, commitment, View{})
	if err != nil {
		t.Fatal(err)
	}
	s := string(a.Overall) + "\n"
	for _, e := range a.Elements {
		s += fmt.Sprintf("%s %s %s: %s %d %q\n", e.Name, e.Condition, e.Value, e.Why, len(e.Passages), e.Sources)
	}
	for _, x := range a.Record {
		s += fmt.Sprintf("%s %s %s %s\n", x.Last, x.By.Code, x.Stance, x.Against.Code)
	}
	return s
}

// positioned prints matrices of a group on several days under every policy.
func positioned(t testing.TB, d *Desk) (s string) {
	t.Helper()
	for _, day := range []graph.Day{"2015-09-26", "2021-01-01"} {
		for _, p := range []Policy{TwoSources, EveryWord} {
			v := on(day)
			v.Policy = p
			m, err := d.Positions(context.Background(), []string{"members-of-g7", "CN", "BR", "all-states"}, []string{"no-ip-theft", "nuclear-no-first-use", "no-attack-critical-infrastructure"}, v)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range m.Cells {
				s += fmt.Sprintf("%s %s %s %s %s %s %s\n", day, c.Actor, c.Principle, c.Status, c.Mode, c.Through, c.Standing.Since)
			}
			s += fmt.Sprintf("%+v\n", m.Principles)
		}
	}
	return s
}

// changed prints what is new in a while under every policy.
func changed(t testing.TB, d *Desk) (s string) {
	t.Helper()
	for _, p := range []Policy{TwoSources, EveryWord} {
		for _, about := range []string{"", "no first use on critical infrastructure"} {
			changes, err := d.Changes(context.Background(), Span{From: "2015-01-01", To: "2016-01-01", About: about, Actors: []string{"members-of-g20", "RU"}, Policy: p})
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range changes {
				s += fmt.Sprintf("%s %s %s %v %d\n", x.Day, x.Clock, x.Claim.NodeID(), x.Dropped != nil, len(x.Actors))
			}
		}
	}
	return s
}
