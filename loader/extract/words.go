package extract

import (
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// class is a set of the classes of words of data/words.tsv.
type class uint64

const (
	weekdayWord    class = 1 << iota
	shortDayWord         // "Sun": a weekday only beside a date
	monthWord            //
	relativeWord         // may begin or carry a relative date
	countWord            // "three"
	futureWord           // a verb that points ahead
	infinitiveWord       // a verb that points ahead after "to"
	presentWord          // an infinitive that is no noun, so that "the leaders meet" points ahead
	pastWord             // an irregular verb of the past
	verbWord             // an auxiliary or a common verb of the present
	placeWord            // a preposition or verb after which a capital is a place
	privateWord          // what is private where a nationality stands before it: "French company"
	namedAfterWord       // with a capital, the end of a name of a company, paper or street: "Times"
	ownerWord            // with a capital, before "of" and a country, a body that is not the state: "Bank of"
	instrumentWord       // with a capital, the end of a name of a text or meeting: "Convention"
	madeWord             // joined to a nationality, tells where a thing is from: "Soviet-made"
	languageWord         // after nationalities that are languages: "texts"
	modifiedWord         // after an organization that is no actor there: "WTO commitments"
	honorificWord        // before a name: "Mr", "President"
	cyberWord            // speaks of networks: "malware"
	armedWord            // speaks of troops: "missiles"
	determinerWord       // "the", "its", "recent"
	subjectWord          // a noun of those who strike, after which an ambiguous word is a verb: "hackers"
	blameWord            // a verb of blame with "to" or "on": "attributed"
	leadsAwayWord        // after an act, begins what is not struck: "according", "using"
	textWord             // a noun for a treaty: "convention"
	rebelWord            // those who fight their own government: "guerrillas"
	abstractWord         // what can be attacked in a manner of speaking only: "human rights"
	soilWord             // what a state's own pronoun owns where an act only happens there: "its soil"
	urgeWord             // a verb of demand: "urged"
	articleWord          // "the", "its"
	notActWord           // after the noun of an act, makes it something else: "hacking tools"
	conflictWord         // the noun of a conflict that has a place and no doer: "the Syrian war"
	modalWord            // "could"
	beWord               // "was"
	roleWord             // a preposition between an act and who plays a part in it: "against"
	lightWord            // a verb of doing before the noun of an act: "launched"
	sufferWord           // a verb of suffering: "came under"
	linkedWord           // joined to a country, makes it the one behind: "China-linked"
	meansWord            // tells that an infinitive after it was done: "used"
	tellWord             // a verb of saying
	notMeetingWord       // beside a word for a meeting, tells that it is none: "press", "telephone"
	topicWord            // before what is talked about: "about"
	attendWord           // a verb of those who take part: "attended"
	ordinalWord          // "second"
	meetingWord          // a noun for a meeting: "summit"
	harmWord             // a verb that tells what an act does to who suffers: "crippled"
	guestVerb            // needs a person as its object to tell of a visit: "welcomed"
	guestWord            // who is received: "delegation"
	delegateWord         // those who meet for a country: "delegates" from
	lawWord              // what is breached where nobody is struck: "rules"
	sourceWord           // before "from", leads to who strikes: "came"
	motiveWord           // leads to why an act was done: "protest"
	seatedWord           // joined to a country, may be said of any firm: "US-based"
	genericWord          // a noun of any sector: "company"
	sourceVerb           // a verb of those who look into an act: "assesses"
	prepareWord          // between two meetings, tells that they are two: "ahead" of
	culpritWord          // a noun for who is behind an act: "perpetrator"
	heldWord             // a verb of having: "controlled" by
	netWord              // speaks of networks in general: "website"
	weaponWord           // what is tested: "missile"
	organWord            // an organ of the state: "ministry"
	reachingWord         // before "to" or "with", leads to who is struck: "belonging"
)

var classNames = map[string]class{
	"weekday": weekdayWord, "shortday": shortDayWord, "month": monthWord, "relative": relativeWord, "count": countWord,
	"future": futureWord, "infinitive": infinitiveWord, "present": presentWord, "past": pastWord,
	"verb": verbWord, "place": placeWord, "private": privateWord, "namedafter": namedAfterWord, "owner": ownerWord, "instrument": instrumentWord, "made": madeWord, "language": languageWord, "modified": modifiedWord, "meeting": meetingWord, "honorific": honorificWord, "cyber": cyberWord, "armed": armedWord,
	"determiner": determinerWord, "modal": modalWord, "be": beWord, "role": roleWord, "light": lightWord, "suffer": sufferWord, "linked": linkedWord,
	"means": meansWord, "tell": tellWord, "article": articleWord, "soil": soilWord, "urge": urgeWord, "rebel": rebelWord, "abstract": abstractWord, "text": textWord, "leadsaway": leadsAwayWord, "blame": blameWord, "subject": subjectWord, "notact": notActWord, "conflict": conflictWord, "notmeeting": notMeetingWord, "topic": topicWord, "attend": attendWord,
	"ordinal": ordinalWord, "reaching": reachingWord, "harm": harmWord, "organ": organWord, "net": netWord, "held": heldWord, "culprit": culpritWord, "prepare": prepareWord, "generic": genericWord, "sourceverb": sourceVerb, "motive": motiveWord, "seated": seatedWord, "law": lawWord, "source": sourceWord, "delegate": delegateWord, "guestverb": guestVerb, "guest": guestWord, "weapon": weaponWord,
}

// addWords reads data/words.tsv into the vocabulary.
func (v *vocabulary) addWords() error {
	rows, err := readTable("words", "class", "words")
	if err != nil {
		return err
	}
	for _, r := range rows {
		c, ok := classNames[r[0]]
		if !ok {
			return graph.Errorf(graph.Invalid, "data/words.tsv: no class %q", r[0])
		}
		for _, w := range strings.Fields(r[1]) {
			v.mark(fold(w), c)
		}
	}
	return nil
}

// mark puts word into the class.
func (v *vocabulary) mark(word string, c class) {
	v.word(word)
	k := v.words[word]
	k.class |= c
	v.words[word] = k
}

func (t *token) in(c class) bool { return t.class&c != 0 }

// past tells whether the word is, by its form, a verb of the past: "agreed", "met".
func (t *token) past() bool {
	return t.in(pastWord) || t.kind == wordToken && t.letter == lowerCase && len(t.word) > 4 && strings.HasSuffix(t.word, "ed") && !t.in(futureWord)
}
