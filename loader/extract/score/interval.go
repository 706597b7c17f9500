package score

import (
	"math/rand/v2"
	"slices"
)

// resamples is how often articles are drawn anew for an interval; the seed is fixed, so that the same counts give the same interval.
const resamples, seed = 2000, 20151125

// Interval holds 95 of 100 values that a measure takes when as many articles are drawn, with replacement, from those that were judged.
type Interval struct{ Low, High float64 }

// Intervals gives the interval of each measure, and that of the mean F1 last. Where there is nothing to judge it is empty.
func Intervals(all []Tally) [measures + 1]Interval {
	var values [measures + 1][]float64
	random := rand.New(rand.NewPCG(seed, 0))
	for range resamples {
		var sum Tally
		for range all {
			sum.Add(&all[random.IntN(len(all))])
		}
		for m := range measures {
			if v, ok := sum.Value(m); ok {
				values[m] = append(values[m], v)
			}
		}
		values[measures] = append(values[measures], sum.Mean())
	}
	var out [measures + 1]Interval
	for m, v := range values {
		out[m] = middle(v)
	}
	return out
}

// middle gives the values between which 95 of 100 lie.
func middle(values []float64) Interval {
	if len(values) == 0 {
		return Interval{}
	}
	slices.Sort(values)
	at := func(share float64) float64 { return values[int(share*float64(len(values)-1)+0.5)] }
	return Interval{at(0.025), at(0.975)}
}
