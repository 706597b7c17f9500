package extract

import "strings"

// sentenceKind tells prose from the other lines of an article.
type sentenceKind uint8

const (
	prose     sentenceKind = iota
	heading                // a line without an end mark: headline, title of a section, line of a letterhead
	item                   // an entry of a list, or a numbered or lettered paragraph
	furniture              // a line of the page, not of the article
)

// sentence is a sentence of the text, as bytes and as tokens[first:stop]. A dateline ("GENEVA, May 3 -") and an item's
// marker ("1.", "(a)", "*") lie before body, the token with which its words begin.
type sentence struct {
	span
	first, body, stop int
	kind              sentenceKind
	paragraph         int
	lead              int  // for an item, the sentence that opens the list ("The parties agreed:"), else -1
	capitals          bool // written in capitals throughout: case tells nothing
	hits              hitRange
}

// hitRange is the stretch of a document's phrases that lie in a sentence.
type hitRange struct{ first, stop int }

// maxSentence bounds the tokens of one sentence, so that no step can be slow on a text without full stops.
const maxSentence = 400

// splitter cuts tokens into sentences by the tables of abbreviations, starters and furniture.
type splitter struct {
	abbreviations map[string]string
	starters      map[string]bool
	furniture     []string
}

func newSplitter() (*splitter, error) {
	s := &splitter{abbreviations: map[string]string{}, starters: map[string]bool{}}
	rows, err := readTable("abbreviations", "word", "class")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		s.abbreviations[r[0]] = r[1]
	}
	if rows, err = readTable("starters", "word"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		s.starters[r[0]] = true
	}
	if rows, err = readTable("furniture", "phrase"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		s.furniture = append(s.furniture, r[0])
	}
	return s, nil
}

// split gives the sentences of text, in order; every token lies in one of them.
func (s *splitter) split(text string, tokens []token) []sentence {
	var out []sentence
	paragraph, lead := 0, -1
	for first := 0; first < len(tokens); {
		end := s.sentenceEnd(text, tokens, first)
		sen := sentence{span: span{tokens[first].start, tokens[end-1].end}, first: first, body: first, stop: end, paragraph: paragraph, lead: -1}
		opens := breakBefore(text, tokens, first) != noBreak
		s.describe(text, tokens, &sen, opens)
		switch {
		case sen.kind == item:
			sen.lead = lead
		case tokens[end-1].is(":"):
			lead = len(out)
		case sen.kind == prose && opens:
			lead = -1
		}
		out = append(out, sen)
		if end < len(tokens) && breakBefore(text, tokens, end) != noBreak {
			paragraph++
		}
		first = end
	}
	return out
}

// sentenceEnd is the token after the sentence that begins at first.
func (s *splitter) sentenceEnd(text string, tokens []token, first int) int {
	i := first
	for i < len(tokens) && i-first < maxSentence {
		i++
		if i == len(tokens) || s.lineEnds(text, tokens, first, i) {
			return i
		}
		if !endMark(&tokens[i-1]) {
			continue
		}
		after := closing(tokens, i)
		if after == len(tokens) || s.lineEnds(text, tokens, first, after) {
			return after
		}
		if s.ends(tokens, first, i-1, after) {
			return after
		}
	}
	return i
}

// endMark tells whether a sentence may end with t.
func endMark(t *token) bool {
	return t.is(".") || t.is("?") || t.is("!") || t.is("...") || t.dotted
}

// closing passes over the quotes, brackets and note numbers that belong to the sentence that ended before i.
func closing(tokens []token, i int) int {
	for i < len(tokens) && !tokens[i].spaced && tokens[i].kind == markToken {
		switch tokens[i].word {
		case `"`, "'", ")", "]", ".", "!", "?":
			i++
		case "[":
			if i+2 < len(tokens) && tokens[i+1].kind == numberToken && tokens[i+2].is("]") {
				i += 3
				continue
			}
			return i
		default:
			return i
		}
	}
	return i
}

// ends tells whether the mark at token m ends the sentence from first, when the next one would begin at next.
func (s *splitter) ends(tokens []token, first, m, next int) bool {
	n := &tokens[next]
	if !n.spaced {
		return false
	}
	opens := n
	for k := next; k < len(tokens) && k < next+3 && (tokens[k].is(`"`) || tokens[k].is("'") || tokens[k].is("(") || tokens[k].is("[")); k++ {
		if k+1 < len(tokens) {
			opens = &tokens[k+1]
		}
	}
	if opens.kind == markToken && !opens.is("*") && !opens.is("-") || opens.kind == wordToken && opens.letter == lowerCase {
		return false
	}
	mark := &tokens[m]
	if mark.dotted {
		return next > m+1 && tokens[next-1].is(".") || s.endsAfterDotted(tokens, m, next)
	}
	if !mark.is(".") || m == first {
		return true
	}
	before := &tokens[m-1]
	if before.spaced == false && before.kind == markToken || mark.spaced {
		return true
	}
	if before.kind == numberToken {
		return m-1 != first // a paragraph's number is no sentence
	}
	if next > m+1 && !tokens[m+1].is(".") {
		return true // a quote or bracket was closed after the mark
	}
	if before.letter != lowerCase && len(before.word) == 1 && before.end-before.start == 1 {
		return s.starters[n.word] && m >= 2 && tokens[m-2].letter == lowerCase
	}
	return s.endsAfterWord(before, tokens, next)
}

// endsAfterWord decides at a dot after a word: an abbreviation by its class, any other word ends the sentence.
func (s *splitter) endsAfterWord(before *token, tokens []token, next int) bool {
	n := &tokens[next]
	switch s.abbreviations[before.word] {
	case "title":
		return false
	case "reference":
		if before.letter == upperCase || before.word == "no" && before.letter == lowerCase {
			return true
		}
		return n.kind == wordToken && len(n.word) > 2 && !romanNumeral(n)
	case "month":
		return n.kind == wordToken || before.letter == lowerCase
	case "tail":
		return n.kind == wordToken && !romanNumeral(n) && (before.letter == lowerCase && s.abbreviations[n.word] != "tail" || s.starters[n.word])
	}
	return true
}

// endsAfterDotted decides after "U.S.", "p.m.", "D.C.": a function word or a name with its verb begins a sentence.
func (s *splitter) endsAfterDotted(tokens []token, m, next int) bool {
	n := &tokens[next]
	if n.kind != wordToken {
		return n.kind == markToken
	}
	if w := tokens[m].word; w == "am" || w == "pm" {
		return s.abbreviations[n.word] != "month" && dayNames[n.word] == 0 && n.letter != upperCase && monthOf(n.word) == 0
	}
	if tokens[m].letter == lowerCase { // "i.e.", "e.g."
		return false
	}
	if s.starters[n.word] {
		return true
	}
	return next+1 < len(tokens) && auxiliary[tokens[next+1].word]
}

// auxiliary are the verbs that show that the capitalised word before them is a subject.
var auxiliary = set("is are was were has have had will would did does do can could may must shall should said says also denied agreed")

func romanNumeral(t *token) bool {
	return t.letter == upperCase && strings.Trim(t.word, "ivx") == ""
}

// lineBreak says how a new line begins before a token.
type lineBreak uint8

const (
	noBreak   lineBreak = iota
	newLine             // one line feed
	blankLine           // an empty line between
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

// Lines of a text that is broken at a fixed width are at least so long (in bytes), and at most so.
const shortestWrapped, longestWrapped = 50, 100

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

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
