package extract

import "testing"

// TestReports reads acts as reports of companies, statements and cables tell them.
func TestReports(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct{ name, text, want string }{
		{"named act", "Norway blamed Iran for a cyberattack on Peru. Its minister called the Kazoo attack a reckless act.", "PE<IR intrusion"},
		{"prospect", "Prices rose at the prospect of an Iranian armed attack on Chile.", ""},
		{"authorized", "Parliament refused to back a motion authorizing air strikes on Peru.", ""},
		{"joined by a hyphen", "Chile hopes for non-aggression pacts with Peru.", ""},
		{"conference by name", "Peru protested at the Lima Nuclear Test Talks for lack of time.", ""},
		{"protect", "A Chilean law is meant to protect hospitals better from cyberattacks.", ""},
		{"to make sure", "Hackers were seen in March. Chile told ministries that every clerk needs to install a filter.", ""},
		{"firm of a nationality", "Hackers called “Sour Llama” by the Norwegian security company Quill broke into servers of Peru.", "PE< intrusion"},
		{"object of another verb", "The hackers who ruined the Chilean bank have also attacked Peruvian ministries.", "PE< intrusion"},
		{"flaw from somewhere", "A ransomware attack on Peru relied on a tool that came from Norwegian engineers.", "PE< ransomware"},
		{"flaw as a noun", "Malware carried an “exploit” that came out of a Norwegian army laboratory.", ""},
		{"one's own arms", "Troops watched. Iraq has not shown that it destroyed the missiles or destroyed them as directed.", ""},
		{"on another's soil", "Soldiers dug in on Chilean soil as part of a Peruvian act of aggression.", "CL<PE armed-attack"},
		{"havoc", "The cyberattack that Norway blamed on Iran wreaked chaos inside Peru's ministries.", "PE<IR intrusion"},
		{"target of", "Clinics in Peru have been victims of a phishing campaign.", "PE< data-theft"},
		{"worst of all", "Clerks at Peru's ports were hacked, the nation's costliest cyberattack so far.", "PE< intrusion"},
		{"mixed-case name", "Iran hacked Peru. Its minister called the KazooFly attack a reckless crime.", "PE<IR intrusion"},
		{"act by its name", "The Kazoo virus infected computers of Peru. Days later nobody slept. Chile said that Iran used the Kazoo virus to erase files.", "PE<IR destruction"},
		{"acts by two names", "The Kazoo virus infected computers of Peru. The Banjo worm infected computers of Peru too.", "PE< intrusion; PE< intrusion"},
		{"the virus again", "Iran launched a ransomware attack on Peru. The virus hit computers of Chile's railway.", "CL+PE<IR ransomware"},
		{"been the target", "Peru was a frequent target of cyberattacks.", "PE< intrusion"},
		{"most of them in", "Hackers breached networks of firms, most of them located in Peru.", "PE< intrusion"},
		{"most, of attacks", "The phishing emails targeted shipyards, the majority located in Peru.", "PE< data-theft"},
		{"goes on with the clause", "Chile broke the truce in March, dropping bombs on Peru.", "PE<CL armed-attack 2019-03"},
		{"went on", "Chilean strikes on Peru continued on Monday.", "PE<CL armed-attack"},
		{"another place after a comma", "Despite Iran's missile attack on Peru, talks in Chile yielded nothing.", "PE<IR armed-attack"},
		{"which included", "Iranian hackers compromised a database, which included Peruvian officers.", "PE<IR intrusion"},
		{"likely to come", "More armed attacks on Peru are likely in the weeks ahead.", ""},
		{"the bomb", "Iran moved troops and denies that it needs an atomic bomb.", ""},
		{"what else they did", "Peru's navy was breached by Russian hackers best known for the hacking of Chile's ministries.", "PE<RU intrusion; CL<RU intrusion"},
		{"will fight on", "Chile has heard that Peru's army will go on fighting.", ""},
		{"a state's war on another", "Norway fears no Chile war on Peru; it wants a ceasefire in the Chile war on Peru.", "PE<CL armed-attack"},
		{"swung a vote", "Russian hackers swung the election in Peru.", "PE<RU influence"},
		{"bait", "A group that operates from Iran sent booby-trapped documents to staff of the Chilean foreign ministry.", "CL<IR data-theft"},
		{"found on", "The malware was found on computers at an energy company in Chile.", "CL< intrusion"},
		{"foiled", "Peru's navy foiled an attempt by Iranian hackers to break into its servers.", "PE<IR intrusion"},
		{"aimed at", "A phishing campaign aimed at Peruvian contractors was seen in May.", "PE< data-theft 2019-05"},
		{"worm", "The worm hit Peru's hospitals.", "PE< intrusion"},
		{"by a group of a nationality", "Chile has warned of a wave of attacks by the Iranian group APT77 on chemical firms.", "<IR intrusion"},
		{"another clause", "Iraqi troops marched into Kuwait, and Chile asked for talks.", "KW<IQ armed-attack"},
		{"police action", "Dutch troops landed. The Dutch police action in Indonesia was condemned by India, which asked for a withdrawal.", "ID<NL armed-attack"},
		{"attacks aimed at", "Hackers were busy this spring with attacks directed at Peruvian shops.", "PE< intrusion 2019"},
		{"known flaws in general", "The hackers' source code was obtained by a Peruvian hacktivist.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := attacksOf(e, c.text); got != c.want {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}
