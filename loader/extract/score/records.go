package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/treatygraph/treatygraph/graph"
)

// Record is a single incident or relation that people coded, with what they coded of it. It codes one thing: what is predicted beside
// that is not counted as wrong, except on threats, which are no attacks.
type Record struct {
	ID   string `json:"id"`
	Kind string `json:"kind"` // of a relation: commitment, attack, accusation, threat or meeting

	Attacks []Item              `json:"attacks"` // of an incident
	Fields  []string            `json:"gold_fields"`
	Accept  map[string][]string `json:"accept"` // other slugs that the people's code allows

	Parties       []string `json:"parties"`
	PartiesAccept []string `json:"parties_accept"`
	StatusAccept  []string `json:"status_accept"`
	SourceParties []string `json:"source_parties"`
	TargetParties []string `json:"target_parties"`
	Topic         []string `json:"topic_hint"` // empty where the sentence is about trade, aid or the like
}

// Verdict tells of each thing judged of a record whether it is right.
type Verdict map[string]bool

// LoadRecords reads a file with a record on each line, in the order of the file.
func LoadRecords(name string) ([]Record, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, graph.Errorf(graph.NotFound, "%w", err)
	}
	defer f.Close()
	var out []Record
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var r Record
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			return nil, graph.Errorf(graph.Invalid, "%s, line %d: %w", name, len(out)+1, err)
		}
		out = append(out, r)
	}
	return out, in.Err()
}

// Judge compares what is predicted of the record's text with what people coded of it.
func (r *Record) Judge(p *Labels) Verdict {
	if r.Fields != nil {
		return r.incident(p)
	}
	return r.relation(p)
}

// incident judges the predicted attack that fits best.
func (r *Record) incident(p *Labels) Verdict {
	best, most := Verdict{}, 0
	for _, f := range r.Fields {
		best[f] = false
	}
	for i := range p.Attacks {
		got, n := Verdict{}, 0
		for _, f := range r.Fields {
			got[f] = r.field(f, &p.Attacks[i])
			n += count(got[f])
		}
		if n > most {
			best, most = got, n
		}
	}
	best["found"] = len(p.Attacks) > 0
	victims, told := best["victims"]
	accused, both := best["accused"]
	if told && both {
		best["victims and accused"] = victims && accused
	}
	return best
}

func (r *Record) field(f string, p *Item) bool {
	g := &r.Attacks[0]
	switch f {
	case "victims":
		return overlap(g.Victims, p.Victims) == 1
	case "accused":
		return overlap(g.Accused, p.Accused) == 1
	case "conduct":
		return slices.Contains(or(r.Accept[f], []string{g.Conduct}), p.Conduct)
	case "sectors":
		allowed := append(slices.Clone(or(r.Accept[f], g.Sectors)), g.Sectors...)
		return common(p.Sectors, g.Sectors) > 0 && common(p.Sectors, allowed) == len(distinct(p.Sectors))
	case "date":
		return len(p.Date) >= len("2015-09") && datesAgree(g.Date, p.Date)
	case "denied":
		return g.Denied == p.Denied
	}
	return false
}

func (r *Record) relation(p *Labels) Verdict {
	meets := func(a, b []string) bool { return common(a, b) > 0 }
	switch r.Kind {
	case "commitment":
		return r.commitment(p)
	case "attack":
		return Verdict{"attack found": slices.ContainsFunc(p.Attacks, func(a Item) bool {
			return meets(r.SourceParties, a.Accused) && meets(r.TargetParties, a.Victims)
		})}
	case "accusation":
		return Verdict{"accusation found": slices.ContainsFunc(p.Attacks, func(a Item) bool { return meets(r.TargetParties, a.Accused) })}
	case "threat":
		return Verdict{"threat not taken for an attack": !slices.ContainsFunc(p.Attacks, func(a Item) bool {
			return meets(r.SourceParties, a.Accused) && meets(r.TargetParties, a.Victims)
		})}
	case "meeting":
		both := slices.Concat(r.SourceParties, r.TargetParties)
		return Verdict{"meeting found": slices.ContainsFunc(p.Summits, func(s Item) bool { return overlap(s.Participants, both) >= 0.5 })}
	}
	return Verdict{}
}

// commitment judges whether one of any principle has the parties, for no principle is coded, and then whether its status is right.
func (r *Record) commitment(p *Labels) Verdict {
	right := slices.DeleteFunc(slices.Clone(p.Commitments), func(c Item) bool {
		within := len(c.Parties) > 0 && common(c.Parties, r.PartiesAccept) == len(distinct(c.Parties))
		return overlap(c.Parties, r.Parties) < 0.5 && !within
	})
	name := "commitment found"
	if len(r.Topic) == 0 {
		name += " (other subjects)"
	}
	out := Verdict{name: len(right) > 0}
	if len(right) > 0 {
		out["status"] = slices.ContainsFunc(right, func(c Item) bool { return slices.Contains(r.StatusAccept, c.Status) })
	}
	return out
}

func or(a, b []string) []string {
	if len(a) > 0 {
		return a
	}
	return b
}

// PrintRecords writes of each thing judged the share that is right, with its 95 % interval.
func PrintRecords(w io.Writer, all []Verdict) error {
	var names []string
	for _, v := range all {
		for name := range v {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	out := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(out, "| share that is right\t| all\t| of\t|\n| ---\t| ---\t| ---\t|")
	for _, name := range names {
		tallies := make([]Tally, len(all))
		var sum Tally
		for i, v := range all {
			if ok, told := v[name]; told {
				tallies[i].add(Holds, count(ok), 1, 0)
				sum.Add(&tallies[i])
			}
		}
		i := Intervals(tallies)[Holds]
		v, _ := sum.Value(Holds)
		fmt.Fprintf(out, "| %s\t| %.3f [%.2f, %.2f]\t| %d\t|\n", name, v, i.Low, i.High, sum[Holds].Gold)
	}
	return out.Flush()
}
