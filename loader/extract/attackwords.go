package extract

import "github.com/treatygraph/treatygraph/graph"

// arena tells hostile acts on networks from those of arms and from tests of weapons.
type arena uint8

const (
	noArena arena = iota
	cyberArena
	armedArena
	testArena
)

var arenaNames = map[string]arena{"none": noArena, "cyber": cyberArena, "armed": armedArena, "test": testArena}

// attackWord is what a phrase of data/attacks.tsv or data/deeds.tsv tells of a hostile act: entries of kind attackEntry and
// deedEntry index the list.
type attackWord struct {
	conduct  string
	arena    arena
	verb     bool
	strong   bool
	faint    bool     // needs talk of malice, not of networks alone
	objects  uint32   // classes of data/attackobjects.tsv of which one must be the object, 0 for none
	subjects uint32   // the same for the subject
	then     []string // words of which one must follow
}

// attackWordOf reads the first four cells of a row of table.
func attackWordOf(table string, r []string) (attackWord, error) {
	a, ok := arenaNames[r[1]]
	if !ok || r[2] != "noun" && r[2] != "verb" || r[3] != "strong" && r[3] != "weak" && r[3] != "faint" {
		return attackWord{}, graph.Errorf(graph.Invalid, "data/%s.tsv: no arena %q, form %q or weight %q", table, r[1], r[2], r[3])
	}
	return attackWord{conduct: r[0], arena: a, verb: r[2] == "verb", strong: r[3] == "strong", faint: r[3] == "faint"}, nil
}

// cueClass is what a word beside an act does to it; see data/cues.tsv.
type cueClass uint8

const (
	noCue cueClass = iota
	hedgeCue
	denialCue
	unrealCue
	defenceCue
	endingCue
	accuseCue
	claimCue
	speechCue
	reprisalCue
	unlikeCue
	fictionCue
	sportCue
	routineCue
	peaceCue
	cultureCue
	graveCue
	objectCue
	targetCue
	recordCue   // what else those who strike did
	toolCue     // what an act on networks is done with or called
	calledCue   // leads to a name
	attackerCue // of data/attackers.tsv: a word for those who strike
	intruderCue // the same, on networks
	linkCue     // between those who strike and a country
)

var cueNames = map[string]cueClass{
	"hedge": hedgeCue, "denial": denialCue, "unreal": unrealCue, "defence": defenceCue, "ending": endingCue, "accuse": accuseCue, "claim": claimCue, "reprisal": reprisalCue, "unlike": unlikeCue, "fiction": fictionCue, "sport": sportCue, "routine": routineCue, "peace": peaceCue, "culture": cultureCue, "grave": graveCue, "object": objectCue, "tool": toolCue, "record": recordCue, "called": calledCue, "target": targetCue,
	"speech": speechCue, "attacker": attackerCue, "intruder": intruderCue, "link": linkCue,
}

// addAttackWords reads the words of hostile acts into the vocabulary.
func (p *phrases) addAttackWords(v *vocabulary) error {
	rows, err := readTable("attacks", "conduct", "arena", "form", "weight", "phrases")
	if err != nil {
		return err
	}
	for _, r := range rows {
		w, err := attackWordOf("attacks", r)
		if err != nil {
			return err
		}
		p.attacks = append(p.attacks, w)
		addForms(v, attackEntry, len(p.attacks)-1, r[4])
	}
	if err = p.addDeeds(v); err != nil {
		return err
	}
	if rows, err = readTable("sectors", "sector", "phrases"); err != nil {
		return err
	}
	for _, r := range rows {
		p.sectors = append(p.sectors, r[0])
		addForms(v, sectorEntry, len(p.sectors)-1, r[1])
	}
	for _, table := range []string{"cues", "attackers"} {
		if rows, err = readTable(table, "class", "phrases"); err != nil {
			return err
		}
		for _, r := range rows {
			c, ok := cueNames[r[0]]
			if !ok {
				return graph.Errorf(graph.Invalid, "data/%s.tsv: no class %q", table, r[0])
			}
			kind := cueEntry
			if c >= attackerCue {
				kind = attackerEntry
			}
			addForms(v, kind, int(c), r[1])
		}
	}
	return nil
}

// addForms puts all forms of the phrases of a cell into the vocabulary.
func addForms(v *vocabulary, kind entryKind, value int, cell string) {
	for _, phrase := range cells(cell) {
		for _, form := range forms(phrase) {
			v.add(form, kind, int32(value), anyShape)
		}
	}
}
