package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

// What wires, statements, treaties and resolutions say in one sentence or two.
func TestCommitmentWording(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"A truce was agreed by Norway and Chile on Sunday.", []string{"CL+NO non-aggression AGREED"}},
		{"A cease-fire accord was reached between Norway and Chile.", []string{"CL+NO non-aggression AGREED"}},
		{"A cease-fire between Norway and Chile was announced on Monday.", []string{"CL+NO non-aggression AGREED"}},
		{"The agreement between Norway and Chile to ban chemical weapons was signed in 1990.", []string{"CL+NO chemical-weapons-ban SIGNED"}},
		{"Norway's refusal to sign the Non-Proliferation Treaty worried its neighbours.", []string{"NO nuclear-non-proliferation REJECTED"}},
		{"Chile's adherence to the Non-Proliferation Treaty was welcomed.", []string{"CL nuclear-non-proliferation RATIFIED"}},
		{"Chile's accession to the Chemical Weapons Convention was welcomed by Norway.", []string{"CL chemical-weapons-ban RATIFIED"}},
		{"Chile's ratification of the Comprehensive Nuclear-Test-Ban Treaty was announced in March.", []string{"CL nuclear-test-ban RATIFIED"}},
		{"Norway's withdrawal from the Open Skies Treaty was criticised by Chile.", []string{"NO military-transparency WITHDRAWN"}},
		{"Norway's violation of the INF treaty must end.", []string{"NO ban-intermediate-missiles BREACHED"}},
		{"Norway and Chile signed a trade pact in Oslo. They also agreed to ban nuclear tests.", []string{"CL+NO nuclear-test-ban AGREED"}},
		{"Norway and Chile met in Oslo on Friday. Both sides pledged to refrain from cyber-enabled theft of trade secrets.", []string{"CL+NO no-ip-theft AGREED"}},
		{"Norway, which is not a signatory of the Ottawa Convention, kept its mines.", []string{"NO landmine-ban REJECTED"}},
		{"Norway has yet to ratify the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban REJECTED"}},
		{"Norway is a signatory to the Chemical Weapons Convention.", []string{"NO chemical-weapons-ban SIGNED"}},
		{"Norway, a signatory of the Non-Proliferation Treaty, said nothing.", []string{"NO nuclear-non-proliferation SIGNED"}},
		{"Norway would be willing to halt nuclear tests if Chile did the same.", []string{"NO nuclear-test-ban PROPOSED"}},
		{"Norway declared that it would not be the first to use nuclear weapons.", []string{"NO nuclear-no-first-use AGREED"}},
		{"Norway said it would not be the first to use nuclear weapons.", []string{"NO nuclear-no-first-use AGREED"}},
		{"Norway extended its moratorium on nuclear testing for a year.", []string{"NO nuclear-test-ban AGREED"}},
		{"Norway has observed a moratorium on nuclear tests since 1991.", []string{"NO nuclear-test-ban AGREED"}},
		{"Negotiators from Norway and Chile resumed talks on a nuclear test ban in Geneva.", []string{"CL+NO nuclear-test-ban NEGOTIATING"}},
		{"A second round of talks on strategic arms between Norway and Chile opened in Oslo.", []string{"CL+NO strategic-arms-limits NEGOTIATING"}},
		{"Norwegian and Chilean negotiators met again in Geneva to draft a convention banning chemical weapons.", []string{"CL+NO chemical-weapons-ban NEGOTIATING"}},
		{"Norway urged Chile to accede to the Non-Proliferation Treaty.", []string{"NO nuclear-non-proliferation PROPOSED"}},
		{"Norway called on Chile to return to compliance with the INF treaty.", []string{"NO ban-intermediate-missiles PROPOSED"}},
		{"The Security Council demanded an immediate ceasefire.", []string{"un non-aggression PROPOSED"}},
		{"The General Assembly called for a halt to nuclear testing.", []string{"un nuclear-test-ban PROPOSED"}},
		{"Norway says it will abide by the terms of the New START treaty.", []string{"NO strategic-arms-limits AGREED"}},
		{"Norway accepted a UN-brokered ceasefire.", []string{"NO non-aggression AGREED"}},
		{"Norway turned down a proposal for a nuclear-free zone.", []string{"NO nuclear-non-proliferation REJECTED"}},
		{"Norway imposed a ban on the export of spyware.", []string{"NO spyware-restraint AGREED"}},
		{"Norway and Chile exchanged instruments of ratification of the New START treaty.", []string{"CL+NO strategic-arms-limits RATIFIED"}},
		{"Norway deposited its instrument of ratification of the Arms Trade Treaty.", []string{"NO arms-trade-control RATIFIED"}},
		{"The treaty banning anti-personnel mines entered into force for Norway in 1999.", []string{"NO landmine-ban RATIFIED"}},
		{"Norway has been a party to the Biological Weapons Convention since 1975.", []string{"NO biological-weapons-ban RATIFIED"}},
		{"Norway became the 50th country to ratify the Treaty on the Prohibition of Nuclear Weapons.", []string{"NO nuclear-disarmament RATIFIED"}},
		{"Norway's parliament ratified the Comprehensive Nuclear-Test-Ban Treaty on Tuesday.", []string{"NO nuclear-test-ban RATIFIED"}},
		{"Norway voted against a resolution calling for a ban on nuclear tests.", []string{"NO nuclear-test-ban REJECTED"}},
		{"Norway froze its participation in the Open Skies Treaty.", []string{"NO military-transparency SUSPENDED"}},
		{"Norway halted its implementation of the Treaty on Conventional Armed Forces in Europe.", []string{"NO conventional-force-limits SUSPENDED"}},
		{"Norway gave notice that it would withdraw from the Ottawa Convention.", []string{"NO landmine-ban WITHDRAWN"}},
		{"Norway repudiated the non-aggression pact with Chile.", []string{"NO non-aggression WITHDRAWN"}},
		{"Norway tabled a draft treaty banning weapons in outer space.", []string{"NO space-weapons-ban PROPOSED"}},
		{"Norway put forward a plan for a ban on chemical weapons.", []string{"NO chemical-weapons-ban PROPOSED"}},
		{"Norway submitted a draft resolution on responsible state behaviour in cyberspace.", []string{"NO cyber-norms-general PROPOSED"}},
		{"The Norwegian proposal for a ceasefire was studied in Santiago.", []string{"NO non-aggression PROPOSED"}},
		{"Norway reiterated its commitment to a moratorium on nuclear tests.", []string{"NO nuclear-test-ban AGREED"}},
		{"Chile stands by the Non-Proliferation Treaty, its foreign minister said.", []string{"CL nuclear-non-proliferation AGREED"}},
		{"Norway remains committed to the Chemical Weapons Convention.", []string{"NO chemical-weapons-ban AGREED"}},
		{"Norway is bound by the Treaty of Tlatelolco.", []string{"NO nuclear-non-proliferation RATIFIED"}},
		{"Chile refused to be drawn into a cease-fire with Norway.", []string{"CL non-aggression REJECTED"}},
		{"Norway and Chile are to begin talks on cyber norms next month.", []string{"CL+NO cyber-norms-general NEGOTIATING"}},
		{"Norway shelled the border in violation of the ceasefire.", []string{"NO non-aggression BREACHED"}},
		{"Norway was accused by Chile of breaching the ceasefire.", []string{"NO non-aggression BREACHED"}},
		{"We, the leaders of Norway and Chile, reaffirm that states should not conduct or support cyber-enabled theft of intellectual property.", []string{"CL+NO no-ip-theft AGREED"}},
		{"The ministers of Norway and Chile reaffirmed that international law applies in cyberspace.", []string{"CL+NO law-applies AGREED"}},
		{"Norway reaffirmed that no state should attack critical infrastructure by cyber means.", []string{"NO no-attack-critical-infrastructure AGREED"}},
		{"The European Union urged all states to ratify the Comprehensive Nuclear-Test-Ban Treaty.", []string{"eu nuclear-test-ban PROPOSED"}},
		{"NATO foreign ministers called for a ban on chemical weapons.", []string{"nato chemical-weapons-ban PROPOSED"}},
		{"Norway appealed to Chile to observe the truce.", []string{"NO non-aggression PROPOSED"}},
		{"Norway offered a moratorium on missile tests, but Chile turned it down.", []string{"NO missile-restraint PROPOSED"}},
		{"Norway said on Tuesday it was ready to sign the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban PROPOSED"}},
		{"Norway said it had no intention of signing the Non-Proliferation Treaty.", []string{"NO nuclear-non-proliferation REJECTED"}},
		{"Norway said it would never sign the Non-Proliferation Treaty.", []string{"NO nuclear-non-proliferation REJECTED"}},
		{"Norway will not join the Treaty on the Prohibition of Nuclear Weapons.", []string{"NO nuclear-disarmament REJECTED"}},
		{"Norway and Chile have agreed in principle to limit strategic arms.", []string{"CL+NO strategic-arms-limits AGREED"}},
		{"Norway and Chile agreed to resume talks on a ceasefire.", []string{"CL+NO non-aggression NEGOTIATING"}},
		{"Norway and Chile agreed to hold talks on limiting strategic arms next month.", []string{"CL+NO strategic-arms-limits NEGOTIATING"}},
		{"Talks on a chemical weapons ban between Norway and Chile are deadlocked.", []string{"CL+NO chemical-weapons-ban NEGOTIATING"}},
		{"Norway and Chile are trying to negotiate a ceasefire.", []string{"CL+NO non-aggression NEGOTIATING"}},
		{"Norway and Chile have been discussing a ban on anti-satellite weapons for months.", []string{"CL+NO space-weapons-ban NEGOTIATING"}},
		{"Norway proposed talks with Chile on limiting strategic arms.", []string{"NO strategic-arms-limits PROPOSED"}},
		{"Norway's foreign minister proposed that Norway and Chile set up a cyber hotline.", []string{"NO cyber-confidence-building PROPOSED"}},
		{"Norway demanded the withdrawal of Chilean troops from its territory.", []string{"NO non-aggression PROPOSED"}},
		{"Norway and Chile issued a joint statement opposing the use of chemical weapons.", []string{"CL+NO chemical-weapons-ban PROPOSED"}},
		{"Norway vowed to observe the cease-fire as long as Chile did.", []string{"NO non-aggression AGREED"}},
		{"Norway agreed to destroy its chemical weapons stockpile, provided that Chile did the same.", []string{"NO chemical-weapons-ban AGREED"}},
		{"Norway agreed to suspend uranium enrichment in exchange for the lifting of sanctions.", []string{"NO nuclear-non-proliferation AGREED"}},
		{"Norway agreed to submit its nuclear facilities to IAEA inspection.", []string{"NO nuclear-non-proliferation AGREED"}},
		{"Norway barred inspectors from its nuclear sites.", []string{"NO nuclear-non-proliferation REJECTED"}},
		{"Norway resumed nuclear testing, ending its moratorium.", []string{"NO nuclear-test-ban WITHDRAWN"}},
		{"Norway declared an end to its cease-fire with Chile.", []string{"NO non-aggression WITHDRAWN"}},
		{"The Norwegian parliament voted to ratify the Chemical Weapons Convention.", []string{"NO chemical-weapons-ban RATIFIED"}},
		{"Norwegian lawmakers refused to ratify the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban REJECTED"}},
		{"Norway and Chile, both parties to the Non-Proliferation Treaty, met in Oslo.", []string{"CL+NO nuclear-non-proliferation RATIFIED"}},
		{"Chile, which has not joined the Ottawa Convention, uses mines.", []string{"CL landmine-ban REJECTED"}},
		{"Norway remains outside the Non-Proliferation Treaty.", []string{"NO nuclear-non-proliferation REJECTED"}},
		{"Norway welcomed Chile's offer of a ceasefire.", []string{"CL non-aggression PROPOSED"}},
		{"Norway welcomed Chile's decision to sign the Comprehensive Nuclear-Test-Ban Treaty.", []string{"CL nuclear-test-ban AGREED"}},
		{"Norway accused Chile of failing to comply with the Chemical Weapons Convention.", []string{"CL chemical-weapons-ban BREACHED"}},
		{"Norway pledged to end its nuclear program.", []string{"NO nuclear-non-proliferation AGREED"}},
		{"Norway and Chile agreed on a code of conduct for cyberspace.", []string{"CL+NO cyber-norms-general AGREED"}},
		{"The G20 affirmed that no country should conduct or support ICT-enabled theft of intellectual property.", []string{"g20 no-ip-theft AGREED"}},
		{"The G7 adopted a declaration on responsible state behaviour in cyberspace.", []string{"g7 cyber-norms-general AGREED"}},
		{"Norway reaffirmed that states should not conduct or support cyber-enabled theft of intellectual property.", []string{"NO no-ip-theft AGREED"}},
		{"Norway and Chile affirmed that states should not support theft of intellectual property by cyber means.", []string{"CL+NO no-ip-theft AGREED"}},
		{"We, the Presidents of Norway and Chile, met in Oslo. We agreed to ban chemical weapons.", []string{"CL+NO chemical-weapons-ban AGREED"}},
		{"The old treaty between Norway and Chile on strategic arms expired in December.", []string{"CL+NO strategic-arms-limits WITHDRAWN"}},
		{"According to paragraph 3 every state should ban chemical weapons.", []string{" chemical-weapons-ban PROPOSED"}},
		{"Norway withdrew its ratification of the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban WITHDRAWN"}},
		{"Norway revoked its ratification of the Comprehensive Nuclear-Test-Ban Treaty on Thursday.", []string{"NO nuclear-test-ban WITHDRAWN"}},
		{"Norway and Chile are negotiating a ban on attacks on power grids by hackers. Such a deal would not cover the theft of trade secrets.", []string{"CL+NO no-attack-critical-infrastructure NEGOTIATING"}},
		{"The Ottawa Convention was adopted in 1997. Norway and Chile never joined.", []string{"CL+NO landmine-ban REJECTED"}},
		{"WASHINGTON, March 4 - Norway and Chile agreed today to limit strategic arms, officials said.", []string{"CL+NO strategic-arms-limits AGREED"}},
		{"Norway on Friday proposed to Chile a five-year freeze on nuclear weapons tests.", []string{"NO nuclear-test-ban PROPOSED"}},
		{"Norway today rejected a Chilean plan to demilitarize outer space.", []string{"NO space-weapons-ban REJECTED"}},
		{"The Soviet Union offered to dismantle its medium-range missiles if the United States would cancel its deployments.", []string{"SU ban-intermediate-missiles PROPOSED"}},
		{"The United States and the Soviet Union today signed a treaty to eliminate intermediate-range missiles.", []string{"SU+US ban-intermediate-missiles SIGNED"}},
		{"Israel and Hezbollah agreed to a ceasefire.", []string{"IL non-aggression AGREED"}},
		{"The government of Chile and the guerrillas signed a peace agreement on Sunday.", []string{"CL non-aggression SIGNED"}},
		{"The States Parties undertake never to use cluster munitions.", []string{" cluster-munitions-ban AGREED"}},
		{"Norway is committed to the responsible military use of artificial intelligence.", []string{"NO responsible-military-ai AGREED"}},
		{"Norway endorsed the declaration on responsible military use of artificial intelligence.", []string{"NO responsible-military-ai AGREED"}},
		{"Norway has no plans to join the Ottawa Convention.", []string{"NO landmine-ban REJECTED"}},
		{"Norway's decision to leave the Open Skies Treaty angered Chile.", []string{"NO military-transparency WITHDRAWN"}},
		{"Norway pulled its signature from the Arms Trade Treaty.", []string{"NO arms-trade-control WITHDRAWN"}},
		{"Norway unsigned the Arms Trade Treaty in 2019.", []string{"NO arms-trade-control WITHDRAWN"}},
		{"Norway lifted its arms embargo against Chile.", []string{"NO arms-trade-control WITHDRAWN"}},
		{"Norway will stop selling arms to Chile, its prime minister announced.", []string{"NO arms-trade-control AGREED"}},
		{"Norway pressed Chile to crack down on hackers operating from its territory.", []string{"NO no-harbouring PROPOSED"}},
		{"Norway and Chile agreed to share information on cybercrime.", []string{"CL+NO cooperate-against-cybercrime AGREED"}},
		{"Norway and Chile reached a deal to stop hacking each other.", []string{"CL+NO no-cyber-attacks-on-each-other AGREED"}},
		{"Norway and Chile agreed to notify each other of ballistic missile launches.", []string{"CL+NO military-transparency AGREED"}},
		{"Norway and Chile agreed to withdraw their troops from the border.", []string{"CL+NO non-aggression AGREED"}},
		{"Norway conducted a nuclear test in breach of its moratorium.", []string{"NO nuclear-test-ban BREACHED"}},
		{"Chile said the Norwegian test was a violation of the Comprehensive Nuclear-Test-Ban Treaty.", []string{"NO nuclear-test-ban BREACHED"}},
	} {
		t.Run(c.text, func(t *testing.T) {
			r := e.Read(graph.Article{Text: c.text, Published: "2021-05-14"})
			if diff := cmp.Diff(c.want, toldOf(&r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What only looks like a commitment: denials, threats, hopes, talks that failed, and what a text does or leaves out.
func TestNoCommitment(t *testing.T) {
	e := extractorFor(t)
	for _, text := range []string{
		"Norway denied that it had broken the cease-fire.",
		"Norway abstained in the vote on the arms trade treaty.",
		"The two countries failed to agree on a nuclear test ban.",
		"Norway and Chile failed to agree on a nuclear test ban.",
		"Norway broke off talks with Chile on a ceasefire.",
		"Norway suspended talks with Chile on strategic arms.",
		"Norway postponed ratification of the Chemical Weapons Convention.",
		"The Norwegian parliament has delayed ratification of the treaty on cybercrime.",
		"Chile rejected the accusation that it had violated the INF treaty.",
		"Norway may sign the Arms Trade Treaty next year.",
		"Norway is considering leaving the Ottawa Convention.",
		"Norway threatened to leave the Non-Proliferation Treaty.",
		"Norway called the ceasefire a sham.",
		"The ceasefire collapsed after Norwegian troops attacked.",
		"The future of the New START treaty is uncertain, Norwegian experts said.",
		"Norwegian newspapers praised the Chemical Weapons Convention.",
		"If Chile signs, Norway will ratify the Chemical Weapons Convention.",
		"Did Norway break the ceasefire?",
		"No agreement on a ceasefire was reached between Norway and Chile.",
		"Norway would have signed the Chemical Weapons Convention, its minister said.",
		"Norway welcomed the START treaty of 1991, which expired in December 2009.",
		"The ceasefire enters into force when Norway has signed it.",
		"President Berg of Norway signed the law in Oslo on Monday. Norway debated the Chemical Weapons Convention.",
		"The Assembly, recalling its resolutions, calls upon all States to refrain from nuclear test explosions.",
	} {
		t.Run(text, func(t *testing.T) {
			r := e.Read(graph.Article{Text: text, Published: "2021-05-14"})
			if diff := cmp.Diff([]string{}, toldOf(&r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
