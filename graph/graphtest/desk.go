package graphtest

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// changes: the log of writes.
func changes(t *testing.T, open Opener) {
	ctx := context.Background()
	batches := world()
	s := filled(t, open, batches[:3]...)
	stage := batches[2].Nodes[0].NodeID()
	if err := s.Review(ctx, graph.Review{Subject: stage, Reviewer: "ann", At: "2020-01-01T00:00:00Z", Verdict: graph.Upheld}); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(ctx, batches[1].Source); err != nil {
		t.Fatal(err)
	}
	log := func(t *testing.T, after int64, limit int) []graph.Change {
		t.Helper()
		c, err := s.Changes(ctx, after, limit)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	verbs := func(cs []graph.Change) []string {
		var out []string
		for _, c := range cs {
			out = append(out, c.Verb+" "+c.Source)
		}
		return out
	}
	want := []string{"PUT catalogue", "PUT " + batches[1].Source, "PUT " + batches[2].Source, "REVIEW " + graph.ID("Review", stage, "ann", "2020-01-01T00:00:00Z"), "REMOVE " + batches[1].Source}
	t.Run("every write is in the log, oldest first", func(t *testing.T) {
		got := log(t, 0, 100)
		if diff := cmp.Diff(want, verbs(got)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for i, c := range got {
			if i > 0 && c.Number <= got[i-1].Number || !strings.HasSuffix(c.At, "Z") {
				t.Errorf("entry %d: number %d, at %s", i, c.Number, c.At)
			}
		}
	})
	t.Run("the log goes on after a number, at most limit", func(t *testing.T) {
		first := log(t, 0, 2)
		if diff := cmp.Diff(want[:2], verbs(first)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(want[2:4], verbs(log(t, first[1].Number, 2))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if got := log(t, 1<<40, 10); len(got) != 0 {
			t.Errorf("after the end: %v", got)
		}
	})
	t.Run("a negative limit is refused", func(t *testing.T) {
		_, err := s.Changes(ctx, 0, -1)
		refused(t, graph.Invalid, err)
	})
	t.Run("what changes nothing is not in the log", func(t *testing.T) {
		mustPut(t, s, batches[2])
		mustPut(t, s, batches[1])
		refused(t, graph.NotFound, s.Remove(ctx, "nobody"))
		if diff := cmp.Diff(want, verbs(log(t, 0, 100))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// desk: drawers of records.
func desk(t *testing.T, open Opener) {
	ctx := context.Background()
	s := open(t)
	set := func(t *testing.T, drawer string, records ...graph.Record) {
		t.Helper()
		if err := s.Set(ctx, drawer, records...); err != nil {
			t.Fatal(err)
		}
	}
	get := func(t *testing.T, drawer string, prefixes ...string) []string {
		t.Helper()
		rs, err := s.Get(ctx, drawer, prefixes...)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, r := range rs {
			out = append(out, r.Key+"="+string(r.Body))
		}
		return out
	}
	rec := func(key, body string) graph.Record { return graph.Record{Key: key, Body: []byte(body)} }
	set(t, "runs", rec("b/1", `{"n": 1}`), rec("a/2", `{"n":2}`), rec("a/1", `"\u0000 \ud83d\ude00"`), rec("é", `[]`), rec("\U0001F600", `null`), rec("a", `1`))
	for _, c := range []struct {
		name     string
		prefixes []string
		want     []string
	}{
		{"all of a drawer, by key", []string{""}, []string{"a=1", `a/1="\u0000 \ud83d\ude00"`, `a/2={"n":2}`, `b/1={"n": 1}`, "é=[]", "\U0001F600=null"}},
		{"a prefix narrows", []string{"a/"}, []string{`a/1="\u0000 \ud83d\ude00"`, `a/2={"n":2}`}},
		{"several prefixes, each key once", []string{"b", "a/2", "a/"}, []string{`a/1="\u0000 \ud83d\ude00"`, `a/2={"n":2}`, `b/1={"n": 1}`}},
		{"a whole key", []string{"é"}, []string{"é=[]"}},
		{"no key begins so", []string{"c", "a%", "a_"}, nil},
		{"no prefix, no records", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, get(t, "runs", c.prefixes...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("drawers are apart", func(t *testing.T) {
		set(t, "tokens", rec("a", `"other"`))
		if diff := cmp.Diff([]string{`a="other"`}, get(t, "tokens", "")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("a record is replaced, and a nil body deletes it", func(t *testing.T) {
		set(t, "tokens", rec("a", `2`), rec("b", `3`))
		set(t, "tokens", rec("a", `4`), graph.Record{Key: "b"}, graph.Record{Key: "was never there"})
		if diff := cmp.Diff([]string{"a=4"}, get(t, "tokens", "")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("what the desk keeps is no part of the graph", func(t *testing.T) {
		if got := dump(t, s); got != "" {
			t.Errorf("the graph holds\n%s", got)
		}
	})
}
