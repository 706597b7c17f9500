package extract

import (
	"strings"
)

func breakBefore(text string, tokens []token, i int) lineBreak {
	if i == 0 {
		return blankLine
	}
	if !tokens[i].spaced {
		return noBreak
	}
	switch strings.Count(text[tokens[i-1].end:tokens[i].start], "\n") {
	case 0:
		return noBreak
	case 1:
		return newLine
	}
	return blankLine
}

// lineEnds tells whether the line break before token i ends the sentence from first: an empty line does, a single line
// feed unless the line was merely broken at a fixed width.
func (s *splitter) lineEnds(text string, tokens []token, first, i int) bool {
	switch breakBefore(text, tokens, i) {
	case noBreak:
		return false
	case blankLine:
		return true
	}
	last, n := &tokens[i-1], &tokens[i]
	if last.is(".") || last.is("?") || last.is("!") || last.is(":") || last.is(";") || markerEnd(text, tokens, i) > i {
		return true
	}
	if n.kind == wordToken && n.letter == lowerCase {
		return false
	}
	from := tokens[first].start
	if k := strings.LastIndexByte(text[from:last.end], '\n'); k >= 0 {
		from += k + 1
	}
	width := last.end - from
	return width < shortestWrapped || width > longestWrapped
}

// describe finds what kind of line the sentence is, its marker or dateline, and whether it is in capitals.
func (s *splitter) describe(text string, tokens []token, sen *sentence, opensLine bool) {
	if opensLine {
		switch m := markerEnd(text, tokens[:sen.stop], sen.first); {
		case m > sen.first && m < sen.stop:
			sen.kind, sen.body = item, m
			sen.start = tokens[m].start
		default:
			sen.body = datelineEnd(tokens, sen.first, sen.stop)
		}
		if s.isFurniture(text[sen.start:sen.end]) {
			sen.kind = furniture
			return
		}
	}
	endsLine := sen.stop == len(tokens) || breakBefore(text, tokens, sen.stop) != noBreak
	if last := &tokens[sen.stop-1]; sen.kind == prose && opensLine && endsLine && sen.body == sen.first && !endMark(last) &&
		!last.is(":") && !last.is(`"`) && !last.is(";") && !last.is(",") && sen.end-sen.start < 160 {
		sen.kind = heading
	}
	upper, words := 0, 0
	for i := sen.body; i < sen.stop; i++ {
		if t := &tokens[i]; t.kind == wordToken && len(t.word) > 1 {
			words++
			if t.letter == upperCase {
				upper++
			}
		}
	}
	sen.capitals = words > 2 && upper*10 >= words*8
}

func (s *splitter) isFurniture(line string) bool {
	for _, f := range s.furniture {
		if hasPrefixFold(line, f) {
			return true
		}
	}
	return false
}

// markerEnd is the token after an item's marker at i ("1.", "12)", "(a)", "a.", "*", "-"), or i where there is none.
func markerEnd(text string, tokens []token, i int) int {
	if i+1 >= len(tokens) {
		return i
	}
	t, n := &tokens[i], &tokens[i+1]
	switch {
	case (t.is("*") || t.is("-")) && !n.is("-"):
		return i + 1
	case t.is("-") && i+2 < len(tokens):
		return i + 2
	case t.is("(") && i+2 < len(tokens) && tokens[i+2].is(")") && len(n.word) <= 3:
		return i + 3
	case (t.kind == numberToken && len(t.word) <= 3 || t.kind == wordToken && len(t.word) == 1) && !n.spaced && (n.is(".") || n.is(")")) &&
		i+2 < len(tokens) && tokens[i+2].spaced && breakBefore(text, tokens, i+2) == noBreak:
		if t.kind == wordToken && t.letter != lowerCase && n.is(".") && tokens[i+2].letter != lowerCase {
			return i // "J. Smith said"
		}
		return i + 2
	}
	return i
}

// datelineEnd is the token after a dateline that opens tokens[first:end] ("GENEVA, May 3 (Reuters) -"), or first.
func datelineEnd(tokens []token, first, end int) int {
	sign, depth := false, 0 // a sign: capitals, a bracket, or a date
	for i := first; i < end && i < first+24; i++ {
		t := &tokens[i]
		switch {
		case t.is("-") && depth == 0:
			if !sign || i == first {
				return first
			}
			for i < end && (tokens[i].is("-") || tokens[i].is("[")) {
				if tokens[i].is("[") {
					for i < end && !tokens[i].is("]") {
						i++
					}
				}
				i++
			}
			return min(i, end-1)
		case t.is("("):
			depth++
			sign = true
		case t.is(")"):
			depth--
		case t.is(",") || t.is(".") || t.is("/"):
		case t.kind == markToken:
			return first
		case t.kind == numberToken:
		case t.kind == wordToken && depth == 0 && t.letter == lowerCase:
			return first
		case t.letter == upperCase && len(t.word) > 3 || monthOf(t.word) > 0:
			sign = true
		}
	}
	return first
}
