package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// A principle is understood by its elements, in words that no list holds.
func TestPrinciples(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Norway pledged that it would not be the first to launch cyber attacks on the power grids of others.", []string{"no-first-use-critical-infrastructure"}},
		{"Norway pledged never to use cyber weapons first.", []string{"no-first-use"}},
		{"Norway pledged to prohibit online attacks that damage hospitals.", []string{"no-attack-critical-infrastructure"}},
		{"Norway agreed to secure its power grids against cyber attacks.", []string{"protect-critical-infrastructure"}},
		{"Norway agreed to stop the theft of trade secrets by hackers.", []string{"no-ip-theft"}},
		{"Norway and Chile agreed not to launch cyberattacks against each other.", []string{"no-cyber-attacks-on-each-other"}},
		{"Norway agreed to curb the trade in commercial spyware.", []string{"spyware-restraint"}},
		{"Norway agreed to fight cybercrime together with Chile.", []string{"cooperate-against-cybercrime"}},
		{"Norway agreed to a cyber hotline with Chile.", []string{"cyber-confidence-building"}},
		{"Norway endorsed norms of responsible state behaviour in cyberspace.", []string{"cyber-norms-general"}},
		{"Norway agreed to end all atomic tests.", []string{"nuclear-test-ban"}},
		{"Norway agreed to prevent the spread of nuclear weapons.", []string{"nuclear-non-proliferation"}},
		{"Norway agreed to cap its uranium enrichment.", []string{"nuclear-non-proliferation"}},
		{"Norway agreed to eliminate all its nuclear warheads.", []string{"nuclear-disarmament"}},
		{"Norway agreed to reduce the number of its strategic bombers.", []string{"strategic-arms-limits"}},
		{"Norway agreed to scrap its medium-range missiles.", []string{"ban-intermediate-missiles"}},
		{"Norway agreed to limit its missile defences.", []string{"missile-restraint"}},
		{"Norway agreed to destroy its nerve gas.", []string{"chemical-weapons-ban"}},
		{"Norway agreed to renounce germ weapons.", []string{"biological-weapons-ban"}},
		{"Norway agreed to stop laying land mines.", []string{"landmine-ban"}},
		{"Norway agreed to halt sales of arms to Chile.", []string{"arms-trade-control"}},
		{"Norway agreed to notify Chile of military exercises.", []string{"military-transparency"}},
		{"Norway agreed to ban weapons in orbit that destroy satellites, and any arms race in space.", []string{"space-weapons-ban"}},
		{"Norway agreed to end the war with Chile.", []string{"non-aggression"}},
		{"Norway agreed not to use or threaten to use nuclear weapons against states that have none.", []string{"negative-security-assurance"}},
		{"Norway agreed to sell its nuclear power company.", []string{}},
		{"Norway agreed to limit its catch of cod.", []string{}},
		{"Norway agreed to test a new vaccine.", []string{}},
		{"Norway agreed to cut interest rates.", []string{}},
		{"Norway agreed to ban plastic bags.", []string{}},
		{"Norway agreed to build power plants.", []string{}},
	} {
		t.Run(c.text, func(t *testing.T) {
			r := e.Read(graph.Article{Text: c.text, Published: "2021-05-14"})
			if diff := cmp.Diff(c.want, r.Principles); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		phrase string
		want   []string
	}{
		{"ban~", []string{"ban", "bans", "banned", "banning"}},
		{"reduce~", []string{"reduce", "reduces", "reduced", "reducing"}},
		{"agree~ to", []string{"agree to", "agrees to", "agreed to", "agreeing to"}},
		{"deny~", []string{"deny", "denies", "denied", "denying"}},
		{"limit~", []string{"limit", "limits", "limited", "limiting"}},
		{"commit~", []string{"commit", "commits", "committed", "committing"}},
		{"arms race+", []string{"arms race", "arms races"}},
		{"treaty+", []string{"treaty", "treaties"}},
		{"as it stands", []string{"as it stands"}},
	} {
		t.Run(c.phrase, func(t *testing.T) {
			if diff := cmp.Diff(c.want, forms(c.phrase)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
