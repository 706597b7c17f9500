package score

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// Print writes the table of several sets of tallies side by side, in Markdown with columns that line up. Each set has a name, and the
// articles it holds are counted in its heading. A figure in brackets is a 95 % interval; P and R are precision and recall.
func Print(w io.Writer, names []string, sets [][]Tally) error {
	out := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	sums := make([]Tally, len(sets))
	spread := make([][measures + 1]Interval, len(sets))
	fmt.Fprint(out, "| F1\t")
	for k, set := range sets {
		fmt.Fprintf(out, "| %s %d\t| P, R\t| of\t", names[k], len(set))
		for i := range set {
			sums[k].Add(&set[i])
		}
		spread[k] = Intervals(set)
	}
	fmt.Fprint(out, "|\n| ---\t")
	for range sets {
		fmt.Fprint(out, "| ---\t| ---\t| ---\t")
	}
	fmt.Fprintln(out, "|")
	for m := range measures {
		fmt.Fprintf(out, "| %s\t", m)
		for k := range sums {
			fmt.Fprint(out, cells(&sums[k], m, spread[k][m]))
		}
		fmt.Fprintln(out, "|")
		if m == SameStatus {
			fmt.Fprint(out, "| mean of the first seven\t")
			for k := range sums {
				fmt.Fprintf(out, "| %.3f [%.2f, %.2f]\t| \t| \t", sums[k].Mean(), spread[k][measures].Low, spread[k][measures].High)
			}
			fmt.Fprintln(out, "|")
		}
	}
	return out.Flush()
}

// cells are the columns of one measure: its value with its interval, precision and recall, and of how many.
func cells(t *Tally, m Measure, i Interval) string {
	v, ok := t.Value(m)
	switch c := t[m]; {
	case !ok:
		return "| -\t| \t| \t"
	case m == Alarms:
		return fmt.Sprintf("| %.3f [%.2f, %.2f]\t| \t| %d of %d\t", v, i.Low, i.High, c.Right, c.Gold)
	case m >= Supports:
		return fmt.Sprintf("| %.3f [%.2f, %.2f]\t| \t| %d\t", v, i.Low, i.High, c.Gold)
	default:
		return fmt.Sprintf("| %.3f [%.2f, %.2f]\t| %.2f, %.2f\t| %d\t", v, i.Low, i.High, c.Precision(), c.Recall(), c.Gold)
	}
}

// PrintArticle writes one line for an article: of each kind how many are right, labelled and predicted.
func PrintArticle(w io.Writer, id string, t *Tally) {
	fmt.Fprint(w, id)
	for m := range kinds {
		fmt.Fprintf(w, "  %s %d/%d/%d", m, t[m].Right, t[m].Gold, t[m].Predicted)
	}
	fmt.Fprintln(w)
}
