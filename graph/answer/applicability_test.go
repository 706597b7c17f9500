package answer

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

// written is a pair of an attack and a commitment, with the outcome and why.
type written struct {
	Name, Why string
	Attack    strike
	Reports   []report                               // the first tells the commitment
	Of        struct{ Principle, Instrument string } // where the catalogue tells it
	Overall   Applies
	Elements  map[string]Truth // by name, or by the slug of a condition
}

func readPairs(t testing.TB) []written {
	t.Helper()
	data, err := os.ReadFile("testdata/pairs.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []written
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// put tells the pair, in articles of its own, and gives the ids of the attack and the commitment.
func (w written) put(t testing.TB, s graph.Store) (attack, commitment string) {
	t.Helper()
	w.Attack.Name = w.Name
	put(t, s, w.Attack.batch(cmp.Or(w.Attack.Last, w.Attack.First, "2023-01-01").Add(1)))
	commitment = graph.CommitmentID(w.Of.Principle, w.Of.Instrument, nil)
	for i, r := range w.Reports {
		r.Outlet = w.Name // so that no two articles are one
		put(t, s, r.batch())
		if i == 0 {
			commitment = r.commitment()
		}
	}
	return w.Attack.id(), commitment
}

func TestWrittenPairs(t *testing.T) {
	outcomes := map[Applies]int{}
	for _, w := range readPairs(t) {
		outcomes[w.Overall]++
		t.Run(w.Name, func(t *testing.T) {
			d, s := desk(t)
			attack, commitment := w.put(t, s)
			a, err := d.Applicability(context.Background(), attack, commitment, View{})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range a.Elements {
				t.Logf("%s %s: %s, %s", e.Name, e.Condition, e.Value, e.Why)
			}
			if a.Overall != w.Overall {
				t.Errorf("%s, want %s: %s", a.Overall, w.Overall, w.Why)
			}
			for name, want := range w.Elements {
				i := slices.IndexFunc(a.Elements, func(e Element) bool { return cmp.Or(e.Condition, e.Name) == name })
				if i < 0 || a.Elements[i].Value != want {
					t.Errorf("%s is not %s", name, want)
				}
			}
			for _, e := range a.Elements {
				if e.Value == True && e.Why != "it names none" && e.Why != "it has none" && len(e.Passages)+len(e.Sources) == 0 {
					t.Errorf("%s is true, and nothing says so", e.Name)
				}
			}
		})
	}
	for _, o := range []Applies{DoesApply, DoesNotApply, MayApply} {
		if outcomes[o] < 6 {
			t.Errorf("%d pairs end with %s, want 6 at least", outcomes[o], o)
		}
	}
}
