package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// model is what each feature adds to the logarithm of the odds, by name.
type model struct {
	names   []string // sorted
	weights []float64
}

// ridge is how strongly weights are held at 0, as if so many claims spoke for that; rounds is how often they are improved. The first
// weight, of what every claim has, is free.
const ridge, rounds = 15, 12

// always is the feature that every claim has; written that of claims of articles that those who wrote the rules have read. It takes up
// how much better these are read, and is left out of the table, which is for articles that nobody has read.
const always, written = "always", "written for"

// leastSeen is how many claims must show a feature for it to have a weight.
const leastSeen = 8

// fit makes the model of claims by Newton's method. Sums are made in the order of the claims, each product rounded by itself, so that
// every machine finds the same.
func fit(claims []claim) model {
	m := model{names: featuresOf(claims)}
	n := len(m.names)
	m.weights = make([]float64, n)
	rows := make([][]float64, len(claims))
	for i := range claims {
		rows[i] = m.row(&claims[i])
	}
	for range rounds {
		slope := make([]float64, n)
		curve := make([][]float64, n)
		for j := range curve {
			curve[j] = make([]float64, n)
			if m.names[j] != always {
				curve[j][j] = ridge
				slope[j] = -float64(ridge * m.weights[j])
			}
		}
		for i := range claims {
			p := logistic(dot(rows[i], m.weights))
			y := 0.0
			if claims[i].right {
				y = 1
			}
			for j, x := range rows[i] {
				if x == 0 {
					continue
				}
				slope[j] += float64(x * (y - p))
				for k, z := range rows[i] {
					curve[j][k] += float64(float64(x*z) * float64(p*(1-p)))
				}
			}
		}
		for j, step := range solve(curve, slope) {
			m.weights[j] += step
		}
	}
	return m
}

// featuresOf gives the features that enough claims show, sorted.
func featuresOf(claims []claim) []string {
	seen := map[string]int{}
	for _, c := range claims {
		for _, f := range c.seen {
			seen[f.Feature]++
		}
		if c.written {
			seen[written]++
		}
	}
	var names []string
	for name, n := range seen {
		if n >= leastSeen {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// row gives what was seen of the claim in the order of the names.
func (m *model) row(c *claim) []float64 {
	row := make([]float64, len(m.names))
	for _, f := range c.seen {
		if j, ok := slices.BinarySearch(m.names, f.Feature); ok {
			row[j] = float64(f.Value)
		}
	}
	if j, ok := slices.BinarySearch(m.names, written); ok && c.written {
		row[j] = 1
	}
	return row
}

// likely is how likely the claim is right if nobody has read its article.
func (m *model) likely(c *claim) float64 {
	of := *c
	of.written = false
	return logistic(dot(m.row(&of), m.weights))
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// solve gives x of a x = b by elimination, for a symmetric and positive a, which it destroys with b.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for k := i + 1; k < n; k++ {
			by := a[k][i] / (a[i][i] + tiny)
			for j := i; j < n; j++ {
				a[k][j] -= float64(by * a[i][j])
			}
			b[k] -= float64(by * b[i])
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		sum := b[i]
		for j := i + 1; j < n; j++ {
			sum -= float64(a[i][j] * x[j])
		}
		x[i] = sum / (a[i][i] + tiny)
	}
	return x
}

// tiny keeps a division by nothing from being one.
const tiny = 1e-9

// header opens the file of weights.
const header = `# What each thing that was seen of a claim adds to the logarithm of the odds that the claim is right; see docs/extraction.md.
# Written by go run ./loader/extract/train: do not edit by hand.
kind	feature	weight
`

// table is the file of weights, made of all articles.
func table(all []article) string {
	var b strings.Builder
	b.WriteString(header)
	for _, k := range kinds {
		m := fit(claimsOf(all, k.name))
		for j, name := range m.names {
			if name == written {
				continue
			}
			fmt.Fprintf(&b, "%s\t%s\t%.3f\n", k.name, name, m.weights[j])
		}
	}
	return b.String()
}

// claimsOf gives the claims of a kind of several articles.
func claimsOf(all []article, kind string) []claim {
	var out []claim
	for _, a := range all {
		for _, c := range a.claims {
			if c.kind == kind {
				out = append(out, c)
			}
		}
	}
	return out
}

// folds is into how many parts the articles are divided; each is judged by the weights of the others.
const folds = 10

// validate gives every claim its likelihood by the weights of the articles of other folds.
func validate(all []article) {
	for fold := range folds {
		var others []article
		for i := range all {
			if i%folds != fold {
				others = append(others, all[i])
			}
		}
		for _, k := range kinds {
			m := fit(claimsOf(others, k.name))
			for i := fold; i < len(all); i += folds {
				for j := range all[i].claims {
					if c := &all[i].claims[j]; c.kind == k.name {
						c.likely, c.fitted = m.likely(c), logistic(dot(m.row(c), m.weights))
					}
				}
			}
		}
	}
}
