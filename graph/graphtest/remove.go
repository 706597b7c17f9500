package graphtest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// remove: an article goes with everything that only it says.
func remove(t *testing.T, open Opener) {
	ctx := context.Background()
	for i, name := range map[int]string{1: "talks and a meeting", 2: "an agreement", 3: "an attack", 4: "an allegation", 5: "an act", 6: "a withdrawal"} {
		t.Run("remove leaves nothing behind of "+name, func(t *testing.T) {
			batches := world()
			without := append(batches[:i:i], batches[i+1:]...)
			want := dump(t, filled(t, open, without...))
			s := filled(t, open, world()...)
			if err := s.Remove(ctx, world()[i].Source); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, dump(t, s)); diff != "" {
				t.Errorf("(-without it +removed):\n%s", diff)
			}
		})
	}
	t.Run("several are removed at once", func(t *testing.T) {
		want := dump(t, filled(t, open, catalogue()))
		s := filled(t, open, world()...)
		var sources []string
		for _, b := range world()[1:] {
			sources = append(sources, b.Source)
		}
		if err := s.Remove(ctx, sources...); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, dump(t, s)); diff != "" {
			t.Errorf("(-catalogue alone +removed):\n%s", diff)
		}
	})
	t.Run("an unknown id is NotFound and nothing is removed", func(t *testing.T) {
		s := filled(t, open, world()...)
		before := dump(t, s)
		refused(t, graph.NotFound, s.Remove(ctx, world()[1].Source, "nobody", world()[2].Source))
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
	})
	t.Run("removing nothing changes nothing", func(t *testing.T) {
		s := filled(t, open, catalogue())
		if err := s.Remove(ctx); err != nil {
			t.Error(err)
		}
	})
	t.Run("what was removed stays away until it is asked for again", func(t *testing.T) {
		s := filled(t, open, world()...)
		before := dump(t, s)
		b := world()[2]
		if err := s.Remove(ctx, b.Source); err != nil {
			t.Fatal(err)
		}
		without := dump(t, s)
		if out := mustPut(t, s, b); out != graph.Away {
			t.Errorf("%s, want AWAY", out)
		}
		if diff := cmp.Diff(without, dump(t, s)); diff != "" {
			t.Errorf("it came back (-before +after):\n%s", diff)
		}
		b.Again = true
		if out := mustPut(t, s, b); out != graph.Added {
			t.Errorf("%s, want ADDED", out)
		}
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Errorf("it came back as another (-before +after):\n%s", diff)
		}
		b.Again = false
		if out := mustPut(t, s, b); out != graph.Unchanged {
			t.Errorf("a last time: %s, want UNCHANGED", out)
		}
	})
}
