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
	preambles     map[string]bool
}

func newSplitter() (*splitter, error) {
	s := &splitter{abbreviations: map[string]string{}, starters: map[string]bool{}, preambles: map[string]bool{}}
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
	if rows, err = readTable("preambles", "word"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		s.preambles[r[0]] = true
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
	out := make([]sentence, 0, len(tokens)/20+1)
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
		out = append(room(out), sen)
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
		if tokens[i].letter == titleCase && (tokens[i-1].is(",") || tokens[i-1].is(";")) && s.preambles[tokens[i].word] {
			return i // a clause of a preamble
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

// mostClosing bounds the marks that close one sentence, so that an endless row of them is not gone through again and again.
const mostClosing = 8

// closing passes over the quotes, brackets and note numbers that belong to the sentence that ended before i.
func closing(tokens []token, i int) int {
	for stop := min(len(tokens), i+mostClosing); i < stop && !tokens[i].spaced && tokens[i].kind == markToken; {
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
	if !before.spaced && before.kind == markToken || mark.spaced {
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

// Lines of a text that is broken at a fixed width are at least so long (in bytes), and at most so.
const shortestWrapped, longestWrapped = 50, 100

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
