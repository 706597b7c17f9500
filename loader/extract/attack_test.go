package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

// attacksOf writes the attacks of a text as lines "VICTIMS<ACCUSED conduct date denied".
func attacksOf(e *Extractor, text string) string {
	r := e.Read(graph.Article{ID: "a", Published: published, Text: text})
	var got []string
	for _, a := range r.Attacks {
		line := strings.Join(a.Victims, "+") + "<" + strings.Join(a.Accused, "+") + " " + a.Conduct
		if a.Date != nil {
			line += " " + *a.Date
		}
		if a.Denied {
			line += " denied"
		}
		got = append(got, line)
	}
	return strings.Join(got, "; ")
}

func TestAttacks(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct{ name, text, want string }{
		{"hackers of a nationality", "Russian hackers broke into computers of the Chilean navy.", "CL<RU intrusion"},
		{"linked to", "Hackers linked to North Korea stole data from Peru.", "PE<KP data-theft"},
		{"joined by a hyphen", "China-linked hackers breached networks of Chile in March 2018.", "CL<CN intrusion 2018-03"},
		{"passive", "The Chilean parliament was hacked by Iran.", "CL<IR intrusion"},
		{"accused", "Norway accused Russia of a cyberattack on its hospitals.", "NO<RU intrusion"},
		{"attributed", "Chile attributed the cyberattack on its banks to North Korea.", "CL<KP intrusion"},
		{"behind", "Iran was behind a ransomware attack on Peru.", "PE<IR ransomware"},
		{"nobody blamed", "A ransomware attack hit the health ministry of Chile.", "CL< ransomware"},
		{"invasion", "Iraq invaded Kuwait in August 1990.", "KW<IQ armed-attack 1990-08"},
		{"possessive", "Norway condemned Russia's invasion of Ukraine.", "UA<RU armed-attack"},
		{"denied later", "Norway accused Russia of a cyberattack on its banks. Russia denied it.", "NO<RU intrusion denied"},
		{"test", "North Korea's nuclear test of Sunday was condemned by Chile.", "<KP armed-attack 2019-06-09"},
		{"told twice", "Iran was behind a cyberattack on Peru. The attack lasted a week.", "PE<IR intrusion"},
		{"called on to stop", "Norway called on Russia to stop its missile attacks on Ukraine.", "UA<RU armed-attack"},
		{"rebels", "Fighting between the army of Peru and rebels began on Monday.", "PE< armed-attack 2019-06-10"},
		{"group that others attribute", "APT28 breached the network of Norway's parliament.", "NO< intrusion"},
		{"group's own name", "Belarusian Cyber-Partisans defaced the website of Peru's parliament.", "PE< disruption"},
		{"headline", "Chilean Government Sites Hacked By Iranian Hackers", "CL<IR intrusion"},
		{"at home", "Iranian hackers attacked Iranian news agencies with spyware.", "IR<IR data-theft"},
		{"another's firm reports", "Hackers linked to Iran stole data from Peru, according to findings by a Slovak firm.", "PE<IR data-theft"},
		{"in protest", "Hackers defaced the website of Peru's parliament in protest at the fishing policy of Chile.", "PE< disruption"},
		{"company's seat", "Iranian hackers stole data from a US-based company.", "US<IR data-theft"},
		{"office of many states", "Hackers from Iran compromised the Chilean Department of Defense.", "CL<IR intrusion"},
		{"mail to", "North Korean hackers sent phishing emails to officials in Chile.", "CL<KP data-theft"},
		{"relative clause", "Iranian hackers carried out a cyberattack that crippled Peru's banks.", "PE<IR disruption"},
		{"came from", "Norway said a cyberattack on its banks came from Iran.", "NO<IR intrusion"},
		{"goes on", "Iranian hackers breached Peru's parliament. The group also targeted servers of Chile's navy.", "CL+PE<IR intrusion"},
		{"war without a beginner", "Peru accepted a cease-fire in its war with Chile.", "CL+PE< armed-attack"},
		{"missile test", "North Korea fired two short-range missiles on Monday. Chile condemned it.", "<KP armed-attack 2019-06-10"},
		{"blamed for tankers", "Norway blamed Iran for attacks on two oil tankers.", "<IR armed-attack"},
		{"broken rules", "The firm breached rules on data protection in Chile and the website shut down.", ""},
		{"denied", "The Chilean bank denied that its network had been hacked.", ""},
		{"named as culprit", "Norway named Iran as the perpetrator of the espionage campaign against Chilean banks.", "CL<IR data-theft"},
		{"flown over", "North Korea fired a ballistic missile over Japan on Monday, in breach of a resolution.", "<KP armed-attack 2019-06-10"},
		{"misuse", "Norway, Chile and Peru recognize the threat posed by the misuse of spyware.", ""},
		{"platform", "The firm shut down accounts in Chile after complaints.", ""},
		{"co-operation", "Chile's hackers met; their co-operation with Peru was praised.", ""},
		{"stolen by verb and object", "Iranian hackers copied thousands of cables of Peru's foreign ministry.", "PE<IR data-theft"},
		{"knocked offline", "Hackers from Iran knocked the websites of Chile's banks offline.", "CL<IR disruption"},
		{"wiped", "Iranian hackers wiped the disks of a Peruvian bank.", "PE<IR destruction"},
		{"what appeared to be", "North Korea fired what appeared to be two missiles on Monday, Chile protested.", "<KP armed-attack 2019-06-10"},
		{"troops across a border", "Iraqi tanks rolled into Kuwait on 2 August 1990.", "KW<IQ armed-attack 1990-08-02"},
		{"gas", "Iraq dropped mustard gas on Iranian soldiers.", "IR<IQ armed-attack"},
		{"expelled over", "Norway expelled two Russian diplomats over the hacking of its parliament.", "NO<RU intrusion"},
		{"which it accuses", "Chile severed diplomatic relations with Iran, which it accuses of a cyberattack.", "CL<IR intrusion"},
		{"his country", "Peru's prime minister said hackers from Iran had attacked his country's navy.", "PE<IR intrusion"},
		{"behind a colon", "Chilean minister: hackers breached the parliament of Peru.", "PE< intrusion"},
		{"in retaliation", "U.S. jets bombed Libya in retaliation for a bombing in Berlin.", "LY<US armed-attack"},
		{"coordinated doers", "Norway suffered cyberattacks originating in Iran and Russia.", "NO<IR+RU intrusion"},
		{"army as the victim", "Peru's army was hacked on Monday.", "PE< intrusion 2019-06-10"},
		{"who speaks is no doer", "North Korea fired a missile over the sea, South Korean military officials said in protest.", "<KP armed-attack"},
		{"war that is to end", "Envoys will discuss a cease-fire in the war between Chile and Peru.", "CL+PE< armed-attack"},
		{"war as background", "The war in Iraq was an issue of the election in Chile.", ""},
		{"bomb of terrorists", "A car bomb killed eleven people in a market in Iraq.", ""},
		{"routine test", "India test-fired a short-range missile from its eastern coast.", ""},
		{"space rocket", "Iran launched a rocket with a satellite into orbit on Monday.", ""},
		{"film", "The film tells of a Russian hacker who breaks into computers of Chile.", ""},
		{"test ban", "Chile and Peru spoke of the nuclear test ban.", ""},
		{"dismissed", "She was fired on 1 November by an airline in Chile, the army said.", ""},
		{"seized drugs", "Colombian troops seized two tonnes of cocaine.", ""},
		{"product", "The firm launched its new software in Chile and Peru.", ""},
		{"police", "Peruvian police raided a cafe with computers.", ""},
		{"threat", "Chile warned of the threat of cyberattacks.", ""},
		{"hypothesis", "If Iran launched a cyberattack on Peru, Chile would help.", ""},
		{"defence", "Chile and Peru will protect hospitals against cyberattacks.", ""},
		{"promise", "Chile and Peru agreed that neither would conduct cyberattacks on the other.", ""},
		{"heart attack", "The Chilean minister died of a heart attack on Monday.", ""},
		{"sport", "Peru's attack was weak in the second half against Chile.", ""},
		{"words", "The minister of Chile attacked the budget.", ""},
		{"ban on tests", "Chile supports a ban on nuclear tests.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, attacksOf(e, c.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// What is struck, not who strikes, who speaks or why.
func TestAttackSectors(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct{ name, text, want string }{
		{"firm of a line", "Iranian hackers breached a Peruvian pharmaceutical company.", "health"},
		{"firms of a line", "Iranian hackers breached companies working in the Chilean energy sector.", "energy"},
		{"several", "Iranian hackers breached banks, companies and hospitals in Chile.", "finance health industry"},
		{"ministry", "Iranian hackers breached Chile's Ministry of Defence.", "government"},
		{"who speaks", "Hackers stole data from Chile's hospitals, government officials said.", "health"},
		{"why", "Hackers defaced the website of Chile's navy to protest police violence.", "defence"},
		{"before", "The websites of Chile's banks suffered a cyberattack.", "finance"},
		{"test", "North Korea carried out a nuclear test of the army on Monday.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := e.Read(graph.Article{ID: "a", Published: published, Text: c.text})
			if len(r.Attacks) != 1 {
				t.Fatalf("%d attacks, want 1", len(r.Attacks))
			}
			if diff := cmp.Diff(c.want, strings.Join(r.Attacks[0].Sectors, " ")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestAttributions(t *testing.T) {
	e := extractorFor(t)
	r := e.Read(graph.Article{ID: "a", Published: published, Text: "Norway accused Russia of a cyberattack on its hospitals. Moscow denied any role."})
	if len(r.Attacks) != 1 {
		t.Fatalf("%d attacks, want 1", len(r.Attacks))
	}
	want := []Attribution{
		{By: []string{"NO"}, Blames: []string{"RU"}, Stance: graph.Accuses},
		{By: []string{"RU"}, Blames: []string{"RU"}, Stance: graph.Denies},
	}
	if diff := cmp.Diff(want, r.Attacks[0].Attributions); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"health"}, r.Attacks[0].Sectors); diff != "" {
		t.Errorf("sectors (-want +got):\n%s", diff)
	}
}
