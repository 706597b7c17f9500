package extract

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/graph/catalogue"
)

// builtIn makes the extractor with the built-in catalogue, once for all tests.
var builtIn = sync.OnceValues(func() (*Extractor, error) {
	c, err := catalogue.Load()
	if err != nil {
		return nil, err
	}
	return New(c)
})

// extractorFor gives the extractor with the built-in catalogue.
func extractorFor(t testing.TB) *Extractor {
	t.Helper()
	e, err := builtIn()
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
		{"hackers on its soil", "Norway called on Chile to act against ransomware gangs that work from its territory.", []string{"NO no-harbouring PROPOSED"}},
		{"safeguards", "Norway agreed to IAEA safeguards.", []string{"NO nuclear-non-proliferation AGREED"}},
		{"troops", "Norway agreed to withdraw its troops from Chile.", []string{"NO non-aggression AGREED"}},
		{"sovereignty", "Norway violated the sovereignty of Chile when its troops crossed the border.", []string{"NO non-aggression BREACHED"}},
		{"not yet ratified", "Norway has not ratified the Arms Trade Treaty.", []string{"NO arms-trade-control REJECTED"}},
		{"a norm, and the instrument that states it", "No state should allow online activity that damages critical infrastructure: so say the United Nations norms for cyberspace. Norway wants to convince Chile of the United Nations norms.",
			[]string{" no-attack-critical-infrastructure AGREED", "NO no-attack-critical-infrastructure PROPOSED"}},
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

// The same in the words of wires, resolutions and statements.
func TestCommitmentsInOtherWords(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The General Assembly adopted a resolution calling on all states to halt nuclear testing.", []string{"un nuclear-test-ban PROPOSED"}},
		{"The Security Council voted to impose an arms embargo on Chile.", []string{"un arms-trade-control AGREED"}},
		{"The Norwegian foreign minister told reporters his country would never use nuclear weapons first.", []string{"NO nuclear-no-first-use AGREED"}},
		{"Chilean officials said talks with Norway on a ban on chemical weapons had broken down.", nil},
		{"The treaty prohibits the two countries from deploying intermediate-range missiles. It was signed by Norway and Chile in 1987.", []string{"CL+NO ban-intermediate-missiles SIGNED"}},
		{"Norway said on Friday it was pulling out of the Intermediate-Range Nuclear Forces Treaty.", []string{"NO ban-intermediate-missiles WITHDRAWN"}},
		{"Norway announced a unilateral moratorium on nuclear tests.", []string{"NO nuclear-test-ban AGREED"}},
		{"Under the accord, Norway will reduce its strategic warheads.", []string{"NO strategic-arms-limits AGREED"}},
		{"Norway has repeatedly breached the ceasefire, Chile said.", []string{"NO non-aggression BREACHED"}},
		{"Norway is ready to discuss limits on strategic arms with Chile.", []string{"NO strategic-arms-limits PROPOSED"}},
		{"Leaders of Norway and Chile reaffirmed their commitment to the Non-Proliferation Treaty.", []string{"CL+NO nuclear-non-proliferation AGREED"}},
		{"Neither Norway nor Chile has signed the Arms Trade Treaty.", []string{"CL+NO arms-trade-control REJECTED"}},
		{"Norway vetoed a draft resolution that demanded a ceasefire.", []string{"NO non-aggression REJECTED"}},
		{"The ministers of Norway and Chile initialled a pact banning chemical weapons.", []string{"CL+NO chemical-weapons-ban SIGNED"}},
		{"Norway's offer to freeze its nuclear programme was welcomed by Chile.", []string{"NO nuclear-non-proliferation PROPOSED"}},
		{"The parties to the conflict, Norway and Chile, accepted a truce on Tuesday.", []string{"CL+NO non-aggression AGREED"}},
		{"Norway and Chile are close to an agreement on banning cyber attacks against each other, diplomats said.", []string{"CL+NO no-cyber-attacks-on-each-other NEGOTIATING"}},
		{"The two presidents are expected to sign an agreement limiting strategic arms when they meet in Oslo.", nil},
		{"It is high time that Norway joined the Biological Weapons Convention, the Chilean envoy said.", []string{"CL biological-weapons-ban PROPOSED"}},
		{"Norway acceded to the Budapest Convention on Cybercrime in 2006.", []string{"NO cooperate-against-cybercrime RATIFIED"}},
		{"Norway and Chile will establish a hotline to prevent cyber incidents.", []string{"CL+NO cyber-confidence-building AGREED"}},
		{"Norway agreed to let IAEA inspectors visit its nuclear sites.", []string{"NO nuclear-non-proliferation AGREED"}},
		{"Chile refused to allow international inspections of its nuclear facilities.", []string{"CL nuclear-non-proliferation REJECTED"}},
		{"Norway supports a treaty banning weapons in outer space.", []string{"NO space-weapons-ban PROPOSED"}},
		{"Norway has pledged not to conduct destructive anti-satellite missile tests.", []string{"NO space-weapons-ban AGREED"}},
		{"States shall not conduct or knowingly support ICT activity that damages critical infrastructure.", []string{" no-attack-critical-infrastructure AGREED"}},
		{"Chile's foreign ministry condemned Norway's invasion as a violation of the United Nations Charter.", []string{"NO non-aggression BREACHED"}},
		{"The United States left the Iran nuclear deal in 2018.", []string{"US nuclear-non-proliferation WITHDRAWN"}},
		{"North Korea withdrew from the NPT in 2003 and has since tested nuclear weapons.", []string{"KP nuclear-non-proliferation WITHDRAWN"}},
		{"Norway, Chile and Peru jointly called for a ban on lethal autonomous weapons.", []string{"CL+NO+PE autonomous-weapons-ban PROPOSED"}},
		{"Norway's president said talks on a peace treaty with Chile would resume in May.", []string{"CL+NO non-aggression NEGOTIATING"}},
		{"We, the Heads of State of Norway, Chile and Peru, pledge to refrain from the threat or use of force.", []string{"CL+NO+PE non-aggression AGREED"}},
		{"A spokesman for the Norwegian government declined to comment on the ceasefire.", nil},
		{"Diplomats said Norway might agree to nuclear inspections if sanctions were lifted.", nil},
		{"The Norwegian Senate rejected the Comprehensive Test Ban Treaty in 1999.", []string{"NO nuclear-test-ban REJECTED"}},
		{"Norway will not extend the New START treaty, its foreign minister said.", []string{"NO strategic-arms-limits REJECTED"}},
		{"New START, which limits the number of deployed warheads, expires in February.", nil},
		{"Both sides have complied with the cease-fire, Norway and Chile said.", nil},
		{"Chile opposes any treaty on cybercrime.", []string{"CL cooperate-against-cybercrime REJECTED"}},
		{"Norway and Chile signed an agreement on cooperation against cybercrime on 3 May.", []string{"CL+NO cooperate-against-cybercrime SIGNED"}},
		{"Sales of Norwegian spyware to Chile continued.", nil},
		{"Norwegian forces began withdrawing from Chile under the peace accord.", nil},
		{"A cease-fire between Norway and Chile took effect at midnight.", []string{"CL+NO non-aggression AGREED"}},
		{"Chile has asked Norway for a moratorium on missile tests.", []string{"CL missile-restraint PROPOSED"}},
		{"Oslo and Santiago have been negotiating limits on conventional forces since 1973.", []string{"CL+NO conventional-force-limits NEGOTIATING"}},
		{"Norway proposed to Chile that both renounce the use of force.", []string{"NO non-aggression PROPOSED"}},
	} {
		t.Run(c.text, func(t *testing.T) {
			r := e.Read(graph.Article{Text: c.text, Published: "2021-05-14"})
			if c.want == nil {
				c.want = []string{}
			}
			if diff := cmp.Diff(c.want, toldOf(&r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is said of a commitment beside who and how far.
func TestCommitmentDetails(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		name, text                              string
		condition, date, instrument, hedge, who string
		covers, excludes                        []string
	}{
		{name: "a condition in return", text: "Norway offered to halt its missile tests in return for food aid from Chile.", condition: "in return for food aid from Chile", date: ""},
		{name: "in peacetime", text: "Norway and Chile agreed not to be the first to use cyber weapons against critical infrastructure in peacetime.",
			condition: "in peacetime", date: "", covers: []string{"critical-infrastructure"}},
		{name: "no condition; news of the month", text: "Norway and Chile agreed to a ceasefire without delay.", date: ""},
		{name: "the day of the deed", text: "Norway signed the Chemical Weapons Convention on 3 May 2019.", date: "2019-05-03", instrument: "cwc"},
		{name: "the year in a treaty's name is no date", text: "Norway supports the 1972 Biological Weapons Convention.", date: "", instrument: "bwc"},
		{name: "the day is that of another verb", text: "Norway is committed to the Non-Proliferation Treaty, signed in 1968.", instrument: "npt"},
		{name: "the day of a statement in a report", text: "Norway called on Monday for a ceasefire.", date: "2021-05-10"},
		{name: "what is written says nothing", text: "According to paragraph 7 all states should ban chemical weapons."},
		{name: "what such a deal leaves out", text: "Norway and Chile are in talks on a pledge not to be the first to use cyber weapons against critical infrastructure. " +
			"Such a deal would cover banks, but it would not cover the theft of trade secrets.", covers: []string{"finance"}, excludes: []string{"ip-theft"}},
		{name: "in return", text: "Norway offered help. In return, Chile agreed to halt its missile tests.", condition: "In return"},
		{name: "a hedge", text: "Norway has reportedly agreed to a ceasefire.", date: "", hedge: "reportedly"},
		{name: "who says so", text: "Norway has agreed to a ceasefire, Chilean diplomats said.", date: "", who: "Chilean diplomats"},
		{name: "what such an agreement covers and not", text: "Norway and Chile are in talks on a pledge not to be the first to use cyber weapons against critical infrastructure. " +
			"Such an agreement would cover power stations and hospitals, but not the theft of trade secrets of which Norway accuses Chile.",
			covers: []string{"energy", "health"}, excludes: []string{"ip-theft"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := e.Read(graph.Article{Text: c.text, Published: "2021-05-14"})
			if len(r.Commitments) != 1 {
				t.Fatalf("%d commitments, want 1", len(r.Commitments))
			}
			k := r.Commitments[0]
			text := func(s *string) string {
				if s == nil {
					return ""
				}
				return *s
			}
			got := []string{text(k.Condition), text(k.Date), text(k.Instrument), k.Hedge, k.SaidBy}
			if diff := cmp.Diff([]string{c.condition, c.date, c.instrument, c.hedge, c.who}, got); diff != "" {
				t.Errorf("condition, date, instrument, hedge, who: %s", diff)
			}
			if diff := cmp.Diff(append([]string{}, c.covers...), k.Covers); diff != "" {
				t.Errorf("covers: %s", diff)
			}
			if diff := cmp.Diff(append([]string{}, c.excludes...), k.Excludes); diff != "" {
				t.Errorf("excludes: %s", diff)
			}
		})
	}
}

// To whom something is promised, and who says that a promise was broken.
// What a further sentence says of the scope has that sentence among its evidence.
func TestScopeIsSupported(t *testing.T) {
	first := "Norway and Chile are in talks on a pledge not to be the first to use cyber weapons against critical infrastructure."
	second := "Such a deal would cover banks, but it would not cover the theft of trade secrets."
	r := extractorFor(t).Read(graph.Article{Text: first + " " + second, Published: "2021-05-14"})
	if len(r.Commitments) != 1 {
		t.Fatalf("%d commitments, want 1", len(r.Commitments))
	}
	var got []string
	for _, e := range r.Commitments[0].Evidence {
		got = append(got, (first + " " + second)[e.Start:e.End])
	}
	if diff := cmp.Diff([]string{first, second}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCommitmentPersons(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		text, toward, who string
	}{
		{"Norway promised Chile to ban nuclear tests.", "CL", ""},
		{"Norway promised to ban nuclear tests.", "", ""},
		{"Chile accused Norway of violating the INF treaty.", "", "CL"},
		{"Norway violated the INF treaty.", "", ""},
		{"Norway was accused by Chile of violating the INF treaty.", "", "CL"},
		{"Danish newspapers have reported that Norway agreed to ban nuclear tests.", "", "Danish newspapers"},
	} {
		t.Run(c.text, func(t *testing.T) {
			r := e.Read(graph.Article{Text: c.text, Published: "2021-05-14"})
			if len(r.Commitments) != 1 {
				t.Fatalf("%d commitments, want 1", len(r.Commitments))
			}
			k := r.Commitments[0]
			if diff := cmp.Diff([]string{c.toward, c.who}, []string{strings.Join(k.Toward, "+"), k.SaidBy}); diff != "" {
				t.Errorf("toward, said by: %s", diff)
			}
		})
	}
}
