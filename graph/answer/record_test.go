package answer

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// Who alleges a breach and who denies it stands beside the elements, with the day and the basis, and decides nothing.
func TestTheRecordBesideApplicability(t *testing.T) {
	d, s := desk(t)
	r := agrees("2020-01-10", "Test Gazette")
	x := strike{Name: "Dark Night", Victims: "IN", First: "2021-03-02", Said: []saying{
		{By: "IN", Against: "BR", Stance: graph.Accuses, Day: "2021-03-03", Basis: "traffic logs"},
		{By: "BR", Against: "BR", Stance: graph.Denies, Day: "2021-03-04"},
	}}
	other := strike{Name: "Another Night", Victims: "IN", First: "2021-08-02"}
	put(t, s, r.batch(), x.batch("2021-03-05"), other.batch("2021-08-03"),
		saying{By: "IN", Against: "BR", Stance: graph.Alleges, Day: "2021-04-01", Basis: "the pledge of 2020"}.alleges(r, x.id()),
		saying{By: "BR", Against: "BR", Stance: graph.Denies, Day: "2021-04-02"}.alleges(r, ""),
		saying{By: "IN", Against: "BR", Stance: graph.Alleges, Day: "2021-09-01"}.alleges(r, other.id()))
	for _, tc := range []struct {
		known graph.Day
		want  []string
	}{
		{"2021-03-31", []string{"2021-03-03 IN ACCUSES BR: traffic logs", "2021-03-04 BR DENIES BR:"}},
		{"2022-01-01", []string{"2021-03-03 IN ACCUSES BR: traffic logs", "2021-03-04 BR DENIES BR:", "2021-04-01 IN ALLEGES BR: the pledge of 2020", "2021-04-02 BR DENIES BR:"}},
	} {
		a, err := d.Applicability(context.Background(), x.id(), r.commitment(), on(tc.known))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range a.Record {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s %s: %s", c.Last, c.By.Code, c.Stance, c.Against.Code, c.Basis)))
			if c.Article == nil || len(c.Passages) == 0 {
				t.Errorf("%s %s: no article says so", c.By.Code, c.Stance)
			}
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("known on %s (-want +got):\n%s", tc.known, diff)
		}
		if a.Overall != DoesApply {
			t.Errorf("known on %s: %s", tc.known, a.Overall)
		}
	}
}

// Attacks that are taken for one are read together, whichever is asked.
func TestOneAttackInTwoReports(t *testing.T) {
	d, s := desk(t)
	r := agrees("2020-01-10", "Test Gazette")
	early := strike{Name: "Dark Night", Victims: "IN", Conduct: "disruption", First: "2021-03-02"}
	later := strike{Name: "The Blackout", Victims: "IN", Conduct: "disruption", First: "2021-03-02", Said: []saying{{By: "IN", Against: "BR", Stance: graph.Accuses, Day: "2021-03-09"}}}
	put(t, s, r.batch(), early.batch("2021-03-03"), later.batch("2021-03-10"))
	judge(t, s, early.id(), later.id(), graph.Same)
	for _, id := range []string{early.id(), later.id()} {
		a, err := d.Applicability(context.Background(), id, r.commitment(), View{})
		if err != nil || a.Overall != DoesApply || len(a.Record) != 1 {
			t.Errorf("%s: %+v (%v)", id, a, err)
		}
	}
}

// No word of ours says whether a commitment was kept.
func TestNoVerdict(t *testing.T) {
	verdict := regexp.MustCompile(`(?i)\b(broke|broken|breach(ed)?|violat\w*|kept|guilty)\b`)
	d, s := desk(t)
	for _, w := range readPairs(t) {
		attack, commitment := w.put(t, s)
		a, err := d.Applicability(context.Background(), attack, commitment, View{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range a.Elements {
			if verdict.MatchString(e.Why) {
				t.Errorf("%s: %s", e.Name, e.Why)
			}
		}
	}
}

// counting counts the questions that reach a store.
type counting struct {
	Store
	n int
}

func (c *counting) Find(ctx context.Context, q graph.Query) (graph.Page, error) {
	c.n++
	return c.Store.Find(ctx, q)
}

func (c *counting) Related(ctx context.Context, ids []string, e *graph.Edge, q graph.Query) ([]graph.Page, error) {
	c.n++
	return c.Store.Related(ctx, ids, e, q)
}

// However many reports there are, applicability asks a store as often.
func TestApplicabilityAsksALevelAtATime(t *testing.T) {
	d, s := desk(t)
	r := agrees("2020-01-10", "Test Gazette")
	x := strike{Name: "Dark Night", Victims: "IN", First: "2021-03-02", Said: []saying{{By: "IN", Against: "BR", Stance: graph.Accuses}}}
	put(t, s, r.batch(), x.batch("2021-03-03"))
	asked := func() int {
		c := &counting{Store: s}
		if _, err := (&Desk{Store: c, Catalogue: d.Catalogue}).Applicability(context.Background(), x.id(), r.commitment(), View{}); err != nil {
			t.Fatal(err)
		}
		return c.n
	}
	one := asked()
	for i := range 30 {
		put(t, s, agrees("2020-01-10", fmt.Sprint("Outlet ", i)).batch())
	}
	if many := asked(); many != one {
		t.Errorf("asked %d times of one report and %d times of many", one, many)
	}
}
