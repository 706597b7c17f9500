package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// extractorFor gives the extractor with the built-in catalogue.
func extractorFor(t testing.TB) *Extractor {
	t.Helper()
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// toldOf writes commitments as lines "PARTIES principle STATUS", sorted.
func toldOf(r *Reading) []string {
	out := []string{}
	for _, c := range r.Commitments {
		out = append(out, strings.Join(c.Parties, "+")+" "+c.Principle+" "+string(c.Status))
	}
	slices.Sort(out)
	return out
}

func TestCommitments(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"agreed", "Norway and Chile agreed to ban nuclear tests.", []string{"CL+NO nuclear-test-ban AGREED"}},
		{"could agree is no agreement", "Norway and Chile could agree to ban nuclear tests.", nil},
		{"in talks of what could become", "Norway and Chile are in talks on what could become a ban on nuclear tests.", []string{"CL+NO nuclear-test-ban NEGOTIATING"}},
		{"a question", "Will Norway and Chile agree to a ceasefire?", nil},
		{"a hypothesis", "If Norway and Chile agreed to a ceasefire, prices would fall.", nil},
		{"signed", "Norway signed the Comprehensive Nuclear-Test-Ban Treaty on Monday.", []string{"NO nuclear-test-ban SIGNED"}},
		{"has never signed", "Norway has never signed the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban REJECTED"}},
		{"will sign", "Norway will sign the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban AGREED"}},
		{"urged to sign", "Norway urged Chile to sign the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban PROPOSED"}},
		{"refused to sign", "Norway refused to sign the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban REJECTED"}},
		{"ratified", "Norway ratified the Chemical Weapons Convention in 1994.", []string{"NO chemical-weapons-ban RATIFIED"}},
		{"a party to", "Norway is a party to the Non-Proliferation Treaty.", []string{"NO nuclear-non-proliferation RATIFIED"}},
		{"not a party to", "Norway is not a party to the Non-Proliferation Treaty.", []string{"NO nuclear-non-proliferation REJECTED"}},
		{"which signed long ago", "Norway, which signed the Non-Proliferation Treaty in 1968, said nothing.", []string{"NO nuclear-non-proliferation SIGNED"}},
		{"passive with an agent", "The Chemical Weapons Convention was signed by Norway and Chile.", []string{"CL+NO chemical-weapons-ban SIGNED"}},
		{"withdrew", "Norway withdrew from the Open Skies Treaty.", []string{"NO military-transparency WITHDRAWN"}},
		{"suspended", "Norway suspended its participation in the Open Skies Treaty.", []string{"NO military-transparency SUSPENDED"}},
		{"violated", "Norway violated the INF treaty.", []string{"NO ban-intermediate-missiles BREACHED"}},
		{"accused of violating", "Chile accused Norway of violating the INF treaty.", []string{"NO ban-intermediate-missiles BREACHED"}},
		{"denied violating", "Norway denied violating the INF treaty.", nil},
		{"did not violate", "Norway did not violate the INF treaty.", nil},
		{"proposed", "Norway proposed a nuclear-free zone.", []string{"NO nuclear-non-proliferation PROPOSED"}},
		{"the proposal of another", "Chile rejected Norway's proposal for a ceasefire.", []string{"CL non-aggression REJECTED", "NO non-aggression PROPOSED"}},
		{"should", "Norway said that all states should ban chemical weapons.", []string{"NO chemical-weapons-ban PROPOSED"}},
		{"talks between", "Talks between Norway and Chile on limiting strategic arms resumed in Geneva.", []string{"CL+NO strategic-arms-limits NEGOTIATING"}},
		{"talks with", "Norway is negotiating with Chile on a ceasefire.", []string{"CL+NO non-aggression NEGOTIATING"}},
		{"finished talks", "Norway and Chile held talks on a ceasefire. After three days Norway and Chile agreed to the ceasefire.", []string{"CL+NO non-aggression AGREED"}},
		{"agreement and later withdrawal", "Norway signed the Open Skies Treaty in 1992. Norway withdrew from the Open Skies Treaty in 2020.", []string{"NO military-transparency SIGNED", "NO military-transparency WITHDRAWN"}},
		{"agreed to negotiate", "Norway and Chile agreed to begin negotiations on limiting strategic arms.", []string{"CL+NO strategic-arms-limits NEGOTIATING"}},
		{"opposes the act", "Norway opposes nuclear tests in the Pacific.", []string{"NO nuclear-test-ban PROPOSED"}},
		{"did not rule out", "Norway did not rule out a ceasefire.", nil},
		{"rejected", "Norway rejected a ceasefire.", []string{"NO non-aggression REJECTED"}},
		{"pledged", "Norway pledged not to conduct cyber-enabled theft of intellectual property.", []string{"NO no-ip-theft AGREED"}},
		{"a phrase nobody listed", "Norway and Chile agreed that neither side would hack the other's trade secrets online.", []string{"CL+NO no-ip-theft AGREED"}},
		{"first use on infrastructure", "Norway and Chile are discussing a pledge not to be the first to use cyber weapons against each other's power grids.", []string{"CL+NO no-first-use-critical-infrastructure NEGOTIATING"}},
		{"nuclear first use", "Norway promised not to be the first to use nuclear weapons.", []string{"NO nuclear-no-first-use AGREED"}},
		{"landmines", "Norway has destroyed its landmines and joined the ban on anti-personnel mines.", []string{"NO landmine-ban AGREED"}},
		{"cluster bombs", "Norway adopted a ban on cluster bombs.", []string{"NO cluster-munitions-ban AGREED"}},
		{"arms embargo", "The United Nations imposed an arms embargo on Chile.", []string{"un arms-trade-control AGREED"}},
		{"to lift an embargo", "Norway urged Chile to lift the arms embargo.", []string{"NO arms-trade-control REJECTED"}},
		{"the parties of a treaty", "Each State Party undertakes not to use chemical weapons.", []string{" chemical-weapons-ban AGREED"}},
		{"the agreement told before", "Norway and Chile negotiated a ceasefire for weeks. The agreement was signed by Norway and Chile on Friday.", []string{"CL+NO non-aggression SIGNED"}},
		{"the two countries", "Norway and Chile met in Oslo. The two countries agreed to a ceasefire.", []string{"CL+NO non-aggression AGREED"}},
		{"who says so is not who agrees", "Chile said that Norway had agreed to a ceasefire.", []string{"NO non-aggression AGREED"}},
		{"NATO members are a class", "NATO members have signed the Chemical Weapons Convention.", []string{" chemical-weapons-ban SIGNED"}},
		{"a trade deal", "Norway and Chile signed a trade agreement on salmon.", nil},
		{"a user agreement", "Users must agree to the terms of the licence before they install the software.", nil},
		{"sport", "Chile defeated Norway in the final after the coach rejected a proposal to attack early.", nil},
		{"a heart attack", "The minister of Norway suffered a heart attack and suspended his visit.", nil},
		{"a company", "The board accepted the takeover offer and withdrew from the talks.", nil},
		{"a wish", "Norway wants a ban on nuclear tests.", []string{"NO nuclear-test-ban PROPOSED"}},
		{"must halt", "Norway demanded that Chile halt its nuclear tests.", []string{"NO nuclear-test-ban PROPOSED"}},
		{"an act of its own", "Norway halted its missile tests.", []string{"NO missile-restraint AGREED"}},
		{"never disarm", "Norway will never give up its nuclear weapons.", []string{"NO nuclear-disarmament REJECTED"}},
		{"hackers on its soil", "Norway called on Chile to crack down on ransomware gangs operating from its territory.", []string{"NO no-harbouring PROPOSED"}},
		{"safeguards", "Norway agreed to IAEA safeguards.", []string{"NO nuclear-non-proliferation AGREED"}},
		{"troops", "Norway agreed to withdraw its troops from Chile.", []string{"NO non-aggression AGREED"}},
		{"sovereignty", "Norway violated the sovereignty of Chile when its troops crossed the border.", []string{"NO non-aggression BREACHED"}},
		{"not yet ratified", "Norway has not ratified the Arms Trade Treaty.", []string{"NO arms-trade-control REJECTED"}},
		{"did not deny", "Chile did not deny that it had violated the INF treaty.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := e.Read(graph.Article{Text: c.text, Published: "2021-05-14"})
			if c.want == nil {
				c.want = []string{}
			}
			if diff := cmp.Diff(c.want, toldOf(&r)); diff != "" {
				t.Errorf("%s\n%s", c.text, diff)
			}
		})
	}
}
