package extract

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/treatygraph/treatygraph/graph"
)

func explain(t *testing.T, text string) (Reading, Explanation) {
	t.Helper()
	r, x := extractorFor(t).Explain(graph.Article{Text: text, Published: "2015-09-22"})
	return r, x
}

// shown gives the marks of a role in a telling, with what they mean and the table they come from.
func shown(t Telling, role string) []string {
	var out []string
	runes := []rune(t.Sentence)
	for _, m := range t.Marks {
		if m.Role == role {
			from, _, _ := strings.Cut(strings.TrimPrefix(m.From, dataFolder), ":")
			out = append(out, string(runes[m.Start:m.End])+" | "+m.Means+" | "+from)
		}
	}
	return out
}

func TestExplainClaims(t *testing.T) {
	const talks = "Norway and Chile are negotiating a pledge that neither will be the first to attack the power grids of the other with cyber weapons."
	for _, c := range []struct {
		name, text, kind, what, role string
		want                         []string
	}{
		{"the trigger of a commitment", "Norway and Chile signed the Ottawa Convention on Monday.", commitmentClaim, "SIGNED landmine-ban by CL, NO", "trigger", []string{"signed | sign | commitwords.tsv"}},
		{"a principle by the name of a treaty", "Norway and Chile signed the Ottawa Convention on Monday.", commitmentClaim, "SIGNED landmine-ban by CL, NO", "principle", []string{"Ottawa Convention | landmine-ban | principleinstruments.tsv"}},
		{"a principle by its elements", talks, commitmentClaim, "NEGOTIATING no-first-use-critical-infrastructure by CL, NO", "element",
			[]string{"first to attack | first | principleterms.tsv", "power grids | infrastructure | principleterms.tsv"}},
		{"a word beside the trigger", talks, commitmentClaim, "NEGOTIATING no-first-use-critical-infrastructure by CL, NO", "word",
			[]string{"pledge | owes | commitwords.tsv", "neither | not | commitwords.tsv", "will | will | commitwords.tsv"}},
		{"the trigger of an attack", "Hackers from Chile stole files from a Norwegian hospital, Norway said.", attackClaim, "data-theft on NO by CL", "trigger", []string{"stole | data-theft cyber verb, strong | deeds.tsv"}},
		{"what is struck", "Hackers from Chile stole files from a Norwegian hospital, Norway said.", attackClaim, "data-theft on NO by CL", "sector", []string{"hospital | health | sectors.tsv"}},
		{"the trigger of a meeting", "The leaders of Norway and Chile held a summit in Oslo on 3 May 2015.", summitClaim, "summit of CL, NO", "trigger", []string{"summit | summit noun, strong | meetings.tsv"}},
		{"the name of a country", "Oslo said no.", countryClaim, "NO", "country", []string{"Oslo | NO, by capital | catalogue"}},
		{"an instrument", "Norway and Chile signed the Ottawa Convention on Monday.", instrumentClaim, "ottawa", "instrument", []string{"Ottawa Convention | ottawa | instruments.tsv"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, x := explain(t, c.text)
			claim := find(x.Claims, c.kind, c.what)
			if claim == nil {
				t.Fatalf("no %s %q among %v", c.kind, c.what, x.Claims)
			}
			if diff := cmp.Diff(c.want, shown(claim.Tellings[0], c.role)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestExplainMisses(t *testing.T) {
	for _, c := range []struct{ name, text, kind, word, reason string }{
		{"negated", "Norway did not reject a ban on nuclear tests.", commitmentClaim, "ban on nuclear tests", "negated"},
		{"a question", "Will Norway sign a ban on nuclear tests?", commitmentClaim, "ban on nuclear tests", "it is a question"},
		{"possible", "Norway may sign a ban on nuclear tests.", commitmentClaim, "ban on nuclear tests", "only possible: may, might, could or would"},
		{"a condition", "If Norway signs a ban on nuclear tests, the price of fish will fall.", commitmentClaim, "ban on nuclear tests", "a condition, not a fact"},
		{"no party", "A ban on nuclear tests was signed on Monday.", commitmentClaim, "ban on nuclear tests", "nobody is named who does so"},
		{"no trigger", "A ban on nuclear tests has many friends.", commitmentClaim, "ban on nuclear tests", "no word near says how far it has come"},
		{"no principle", "Norway and Chile agreed on the price of fish.", commitmentClaim, "agreed", "no principle is told near it"},
		{"an attack in a question", "Did Chile hack a Norwegian ministry?", attackClaim, "hack", "it is a question"},
		{"an attack that is feared", "Chile threatened a cyber attack on hospitals in Norway.", attackClaim, "cyber attack", "a threat, a wish, a defence or an end, by the words before it"},
		{"a breach of a rule", "Chile breached the treaty, Norway said.", attackClaim, "breached", "a rule is broken, not a network"},
		{"a meeting without a day", "There was talk of a meeting.", summitClaim, "meeting", "not enough is told: two sides or an organization, and a day, a name or a place"},
		{"a principle in passing", "A ban on nuclear tests is the subject of his novel.", principleClaim, "ban on nuclear tests", "a text in which nobody commits and nobody attacks must state it more than once"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, x := explain(t, c.text)
			role := map[string]string{c.kind: "trigger", principleClaim: "principle"}[c.kind]
			for _, m := range x.Misses {
				if m.Kind != c.kind || m.Reason != c.reason {
					continue
				}
				for _, mark := range append(shown(m.Telling, role), shown(m.Telling, "principle")...) {
					if strings.HasPrefix(mark, c.word+" | ") {
						return
					}
				}
			}
			t.Errorf("no %s is missed at %q because %q; missed are %+v", c.kind, c.word, c.reason, x.Misses)
		})
	}
}

// A row that is named must hold the words that it is named for.
func TestExplainNamesRows(t *testing.T) {
	const text = "Norway and Chile signed the Ottawa Convention on Monday. The two countries reportedly agreed to ban nuclear tests. Russian hackers stole files from hospitals in Norway, which Moscow denied. Leaders met at a summit in Oslo on Friday."
	_, x := explain(t, text)
	seen := 0
	for _, c := range x.Claims {
		for _, told := range c.Tellings {
			for _, m := range told.Marks {
				path, line, ok := strings.Cut(strings.TrimPrefix(m.From, dataFolder), ":")
				if !ok || m.From == path || !strings.HasPrefix(m.From, dataFolder) || m.Role == "principle" {
					continue
				}
				seen++
				data, err := os.ReadFile("data/" + path)
				if err != nil {
					t.Fatal(err)
				}
				n, _ := strconv.Atoi(line)
				r := tableRow{cells: strings.Split(strings.Split(string(data), "\n")[n-1], "\t")}
				phrase := string([]rune(told.Sentence)[m.Start:m.End])
				if !r.holds(tokenize(phrase, 0, len(phrase), nil, nil)) {
					t.Errorf("%s does not hold %q", m.From, phrase)
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d rows are named", seen)
	}
}

func TestExplainChangesNothing(t *testing.T) {
	const text = "Norway and Chile signed the Ottawa Convention on Monday. Russian hackers stole files from hospitals in Norway, which Moscow denied."
	a := graph.Article{Text: text, Published: "2015-09-22"}
	x := extractorFor(t)
	r, why := x.Explain(a)
	if diff := cmp.Diff(x.Read(a), r); diff != "" {
		t.Error(diff)
	}
	items := slices.DeleteFunc(why.Claims, func(c Claim) bool { return c.Weights == nil })
	if len(items) != len(r.Summits)+len(r.Attacks)+len(r.Commitments) {
		t.Errorf("%d items are explained of %+v", len(items), r)
	}
	for _, c := range items {
		sum := 0.0
		for _, w := range c.Weights {
			sum += w.Adds
		}
		if high := c.Confidence > 0.5; high != (sum > 0) {
			t.Errorf("confidence %v is not made of %v", c.Confidence, c.Weights)
		}
	}
}
