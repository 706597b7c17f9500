package extract

import (
	"slices"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
)

// Most repetitions that count, and from how many claims of a kind on a text tells of many.
const mostRepeated, manyClaims = 3, 5

// features are what bears on whether a hostile act was read right. of is how many acts the text tells of.
func (a *attackReader) features(it *strike, of int) features {
	var f features
	s := &a.sentences[it.sentence]
	f.flag("strong word", it.word.strong)
	f.flag("verb", it.verb)
	f.flag("says "+a.tokens[it.trigger.first].word, true)
	f.flag("passive", it.passive)
	f.flag("points back", it.back)
	f.flag(nameOf(arenaNames, it.word.arena), true)
	f.flag("conduct "+it.word.conduct, true)
	f.flag("victim told", len(it.victims) > 0)
	f.flag("accused told", len(it.accused) > 0)
	f.flag("both told", len(it.victims) > 0 && len(it.accused) > 0)
	f.flag("several victims", len(it.victims) > 2)
	f.flag("several accused", len(it.accused) > 1)
	f.flag("accused named as such", it.sure)
	f.flag("claimed by the doer", it.claimed)
	f.flag("denied", it.denied)
	f.flag("hedged", it.hedge != "")
	f.flag("sector told", len(it.sectors) > 0)
	f.flag("several sectors", len(it.sectors) > 2)
	f.flag("dated", it.date != nil)
	f.flag("dated to the day", exactDay(it.date) != "")
	f.flag("spoken of by somebody", len(it.by) > 0)
	near := a.nearestOf(s, slices.Concat(it.victims, it.accused), it.trigger.first)
	f.flag("nobody in the sentence", near < 0)
	f.flag("far from whom it concerns", near > 6)
	f.flag("an organization", anyBody(it.victims) || anyBody(it.accused))
	f.count("repeated", min(len(it.blows)-1, mostRepeated))
	a.common(&f, s, it.sentence, of)
	return f
}

// features are what bears on whether a meeting was read right. of is how many meetings the text tells of.
func (x *summitReader) features(it *gathering, of int) features {
	var f features
	s := &x.sentences[it.sentence]
	f.flag("strong word", it.strong)
	f.flag("verb", !it.isNoun())
	f.flag("points back", it.back)
	f.flag("kind "+it.kind, true)
	f.flag("named", it.named)
	f.flag("dated", it.date != nil)
	f.flag("dated to the day", exactDay(it.date) != "")
	f.flag("place told", it.place != "")
	f.flag("planned", it.ahead)
	f.flag("nobody told", len(it.participants) == 0)
	f.flag("one side told", len(it.participants) == 1)
	f.flag("two sides told", len(it.participants) == 2)
	f.flag("many sides told", len(it.participants) > 4)
	f.flag("an organization takes part", anyBody(it.participants))
	f.flag("side in the sentence", x.nearestOf(s, it.participants, it.first) >= 0)
	f.count("repeated", min(len(it.at)-1, mostRepeated))
	x.common(&f, s, it.sentence, of)
	return f
}

// features are what bears on whether a commitment was read right. of is how many commitments the text tells of.
func (c *commitmentReader) features(g *claimGroup, out *Commitment, of int) features {
	var f features
	s := &c.sentences[g.claim.sentence]
	f.flag("status "+strings.ToLower(string(g.status)), true)
	f.flag("word "+nameOf(familyNames, g.trigger.family), statusOf[g.trigger.family] != g.status)
	f.flag("noun", g.trigger.noun)
	f.flag("by an instrument", g.place.instrument != "")
	f.flag("by elements", g.place.concept > 0)
	f.flag("by a weak phrase", g.place.weak)
	f.flag("told before", g.place.carried)
	gap := distance(g.trigger, g.place)
	f.flag("far apart", gap > 10)
	f.flag("word after the principle", g.trigger.first >= g.place.stop)
	f.flag("no party", len(g.parties) == 0)
	f.flag("one party", len(g.parties) == 1)
	f.flag("several parties", len(g.parties) > 2)
	near := c.nearestOf(s, g.parties, g.trigger.first)
	f.flag("party in the sentence", near >= 0)
	f.flag("party far from the word", near > 6)
	f.flag("an organization", anyBody(g.parties))
	f.flag("principle stated once", c.stated[g.principle] <= 1+leastStated)
	f.flag("principle stated often", c.stated[g.principle] > 5)
	f.flag("treaty told", out.Instrument != nil)
	f.flag("dated", out.Date != nil)
	f.flag("hedged", out.Hedge != "")
	f.flag("condition told", out.Condition != nil)
	f.flag("said by somebody", out.SaidBy != "" && g.status != Breached)
	f.flag("text of a treaty", c.treaty != nil)
	f.flag("consent to a treaty", g.place.instrument != "" && (g.status == graph.Signed || g.status == graph.Ratified))
	f.count("repeated", min(len(g.all)-1, mostRepeated))
	c.common(&f, s, g.claim.sentence, of)
	return f
}

// anyBody tells whether one of the codes is the slug of an organization.
func anyBody(codes []string) bool {
	return slices.ContainsFunc(codes, func(c string) bool { return c == strings.ToLower(c) })
}

// nearestOf is how many tokens lie between token i and the nearest name of one of the codes in the sentence, -1 where none is named.
func (d *document) nearestOf(s *sentence, codes []string, i int) int {
	best := -1
	for _, m := range d.mentionsIn(s.first, s.stop) {
		if m.kind == groupMention || m.kind == otherName || !slices.Contains(codes, m.code) {
			continue
		}
		if gap := max(i-m.stop, m.first-i, 0); best < 0 || gap < best {
			best = gap
		}
	}
	return best
}

// longSentence is from how many tokens on a sentence is long.
const longSentence = 45

// common adds what bears on claims of any kind: the sentence that tells it first, its place and the text around it.
func (d *document) common(f *features, s *sentence, i, of int) {
	f.flag("in the first sentences", i < 3)
	f.flag("late in a long text", i > 40)
	f.flag("in a headline", s.kind == heading)
	f.flag("in a list", s.kind == item)
	f.flag("in a long sentence", s.stop-s.first > longSentence)
	f.flag("one of many", of >= manyClaims)
	f.flag("text of a speaker", d.home != "")
	f.flag("text without a day", d.today == "")
}
