package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"text/tabwriter"

	"github.com/treatygraph/treatygraph/loader/extract/score"
)

// bounds are the confidences between which claims are counted together.
var bounds = []float64{0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001}

// report prints how often claims of a confidence are right, how much better the weights are than one number for all, and what dropping
// unlikely claims would gain.
func report(w io.Writer, all []article) error {
	out := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintf(out, "Claims of %d articles, each judged by the weights of other articles.\n\n", len(all))
	fmt.Fprint(out, "| confidence\t| right, of articles held out\t| of\t| right, of all\t| of\t| summits\t| attacks\t| commitments\t|\n| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t| ---\t|\n")
	for i := range len(bounds) - 1 {
		in := func(c *claim) bool { return c.likely >= bounds[i] && c.likely < bounds[i+1] }
		fmt.Fprintf(out, "| %.1f to %.1f\t", bounds[i], min(bounds[i+1], 1))
		for _, of := range []func(*claim) bool{func(c *claim) bool { return in(c) && !c.written }, in} {
			b := count(all, of)
			low, high := spread(all, of)
			if b.n == 0 {
				fmt.Fprint(out, "| -\t| 0\t")
				continue
			}
			fmt.Fprintf(out, "| %.2f [%.2f, %.2f]\t| %d\t", b.share(), low, high, b.n)
		}
		for _, k := range kinds {
			b := count(all, func(c *claim) bool { return c.kind == k.name && in(c) })
			if b.n == 0 {
				fmt.Fprint(out, "| -\t")
				continue
			}
			fmt.Fprintf(out, "| %.2f of %d\t", b.share(), b.n)
		}
		fmt.Fprintln(out, "|")
	}
	fmt.Fprint(out, "\n| kind\t| claims\t| right\t| surprise (bits a claim)\t| by one number for all\t|\n| ---\t| ---\t| ---\t| ---\t| ---\t|\n")
	for _, k := range kinds {
		b := count(all, func(c *claim) bool { return c.kind == k.name })
		fmt.Fprintf(out, "| %s\t| %d\t| %.2f\t| %.3f\t| %.3f\t|\n", k.name, b.n, b.share(), b.surprise/float64(max(b.n, 1)), entropy(b.share()))
	}
	fmt.Fprint(out, "\n| F1 if claims below this are dropped\t")
	for _, k := range kinds {
		fmt.Fprintf(out, "| %s\t", k.measure)
	}
	fmt.Fprint(out, "|\n| ---\t| ---\t| ---\t| ---\t|\n")
	for least := 0.0; least < 0.65; least += 0.1 {
		sum := dropped(all, least)
		fmt.Fprintf(out, "| %.1f\t", least)
		for _, k := range kinds {
			m := k.measure
			if m == score.Commitments {
				m = score.SameStatus
			}
			v, _ := sum.Value(k.measure)
			strict, _ := sum.Value(m)
			fmt.Fprintf(out, "| %.3f, %.3f\t", v, strict)
		}
		fmt.Fprintln(out, "|")
	}
	return out.Flush()
}

// bin is claims of about one confidence.
type bin struct {
	n, right int
	surprise float64
}

func (b bin) share() float64 {
	if b.n == 0 {
		return 0
	}
	return float64(b.right) / float64(b.n)
}

func count(all []article, in func(*claim) bool) bin {
	var b bin
	for i := range all {
		for j := range all[i].claims {
			c := &all[i].claims[j]
			if !in(c) {
				continue
			}
			p := 1 - c.fitted
			if c.right {
				b.right++
				p = c.fitted
			}
			b.n++
			b.surprise -= math.Log2(max(p, tiny))
		}
	}
	return b
}

// entropy is the surprise of each claim where nothing but the share of right ones is known.
func entropy(p float64) float64 {
	if p <= 0 || p >= 1 {
		return 0
	}
	return -p*math.Log2(p) - (1-p)*math.Log2(1-p)
}

// spread is the 95 % interval of the share of right claims, articles drawn anew; the seed is fixed.
func spread(all []article, in func(*claim) bool) (low, high float64) {
	const draws = 2000
	each := make([]bin, len(all))
	for i := range all {
		each[i] = count(all[i:i+1], in)
	}
	random := rand.New(rand.NewPCG(20151125, 0))
	var shares []float64
	for range draws {
		var sum bin
		for range all {
			b := each[random.IntN(len(all))]
			sum.n, sum.right = sum.n+b.n, sum.right+b.right
		}
		if sum.n > 0 {
			shares = append(shares, sum.share())
		}
	}
	if len(shares) == 0 {
		return 0, 0
	}
	slices.Sort(shares)
	return shares[len(shares)*25/1000], shares[len(shares)*975/1000]
}

// dropped judges the articles without the claims that are less likely than least.
func dropped(all []article, least float64) score.Tally {
	var sum score.Tally
	for i := range all {
		a := &all[i]
		said := a.said
		n := 0
		keep := func(items []score.Item) []score.Item {
			var out []score.Item
			for _, it := range items {
				if a.claims[n].likely >= least {
					out = append(out, it)
				}
				n++
			}
			return out
		}
		said.Summits, said.Attacks, said.Commitments = keep(a.said.Summits), keep(a.said.Attacks), keep(a.said.Commitments)
		t := score.Judge(a.Text, &a.Gold, &said, a.Catalogue)
		sum.Add(&t)
	}
	return sum
}
