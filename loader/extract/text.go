package extract

import (
	"unicode/utf8"
)

// span is a stretch of the text in bytes, half-open.
type span struct{ start, end int }

func (s span) overlaps(o span) bool { return s.start < o.end && o.start < s.end }

// pointStep is how many bytes lie between two marks of points: a look-up counts at most that many.
const pointStep = 64

// points turns byte offsets of a text into code points. An invalid byte counts as one, as it does when decoded.
type points struct {
	text  string
	marks []int32 // code points before byte i*pointStep, rounded down to the start of a code point
}

func newPoints(text string) points {
	p := points{text: text, marks: make([]int32, 0, len(text)/pointStep+1)}
	count := int32(0)
	for i := 0; i < len(text); {
		if i >= len(p.marks)*pointStep {
			p.marks = append(p.marks, count)
		}
		if text[i] < utf8.RuneSelf {
			i++
		} else {
			_, n := utf8.DecodeRuneInString(text[i:])
			// A code point that straddles a mark is counted at its start, so the mark after it begins late.
			i += n
		}
		count++
	}
	return p
}

// at is the number of code points before byte offset.
func (p points) at(offset int) int {
	if len(p.marks) == 0 {
		return 0
	}
	m := min(offset/pointStep, len(p.marks)-1)
	from := p.markStart(m)
	if from > offset { // the mark began late, inside the offset's own step
		m--
		from = p.markStart(m)
	}
	return int(p.marks[m]) + utf8.RuneCountInString(p.text[from:offset])
}

// markStart is the byte at which mark m was taken: the first start of a code point at or after m*pointStep.
func (p points) markStart(m int) int {
	i := m * pointStep
	for back := 1; back < utf8.UTFMax && back <= i; back++ {
		if r, n := utf8.DecodeRuneInString(p.text[i-back:]); n > back && r != utf8.RuneError {
			return i - back + n
		}
	}
	return i
}

// evidence is span s in code points.
func (p points) evidence(s span) Evidence { return Evidence{p.at(s.start), p.at(s.end)} }
