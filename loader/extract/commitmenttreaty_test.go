package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

func TestTreatyText(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"parties as a class", "The States Parties to this Convention, Recalling the losses of the war, Convinced that landmines strike the innocent,\n" +
			"Have agreed as follows:\nArticle 1\nEach State Party undertakes never to use anti-personnel mines.", []string{" landmine-ban AGREED"}},
		{"named states sign", "The Government of Norway and the Government of Chile,\nDesiring to live in peace,\nRecalling their old friendship,\n" +
			"Have agreed as follows:\nArticle 1\nThe Parties undertake not to carry out any nuclear test explosion.\nDone at Oslo on 3 May 1979.", []string{"CL+NO nuclear-test-ban SIGNED"}},
		{"a preamble binds nobody", "The States Parties to this Convention, Welcoming the measures of the past years aiming at prohibiting, restricting or suspending the use of landmines, Recalling the work of the United Nations,\n" +
			"Have agreed as follows:\nArticle 1\nThe depositary is Norway.", nil},
		{"a communique is no treaty", "The Heads of Government of Norway and Chile, Recalling their meeting in Oslo, Convinced of the need for peace,\nNorway and Chile agreed to ban nuclear tests.", []string{"CL+NO nuclear-test-ban AGREED"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := e.Read(graph.Article{ID: "1", Text: c.text, Published: "1979-05-03"})
			if c.want == nil {
				c.want = []string{}
			}
			if diff := cmp.Diff(c.want, toldOf(&r)); diff != "" {
				t.Error(diff)
			}
			for i := range r.Commitments {
				if k := &r.Commitments[i]; k.Status == graph.Signed && (k.Date == nil || *k.Date != "1979-05-03") {
					t.Errorf("signed on %v, want 1979-05-03", k.Date)
				}
			}
		})
	}
}
