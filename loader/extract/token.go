package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind tells words from numbers, marks and links.
type tokenKind uint8

const (
	wordToken   tokenKind = iota // letters, with inner apostrophes, dots of abbreviations and digits: "U.S.", "G7", "16th"
	numberToken                  // digits, with inner dots and commas: "3.5", "24.09.2015"
	markToken                    // one punctuation mark or symbol
	linkToken                    // a URL or e-mail address: nothing inside it is read
)

// letterCase is how a word is written; a word without letters is lower.
type letterCase uint8

const (
	lowerCase letterCase = iota
	titleCase            // first letter only
	upperCase            // every letter, two or more
	mixedCase            // "McCain", "eBay"
)

// token is one word, number, mark or link of a text.
type token struct {
	span
	word   string // folded: lower case, no accents, straight apostrophes, "U.S." as "us"
	id     int32  // of the word in the vocabulary; 0 where the vocabulary does not hold it
	class  class  // of the word, from data/words.tsv
	kind   tokenKind
	letter letterCase
	joined bool // a hyphen stands between it and the token before: "US-China" is two tokens
	dotted bool // an abbreviation with its dots: "U.S."
	spaced bool // white space stands before it
}

func (t *token) is(mark string) bool { return t.kind == markToken && t.word == mark }

// tokenize splits text[from:to] into tokens and appends them to out. Words are looked up in v, which may be nil.
func tokenize(text string, from, to int, v *vocabulary, out []token) []token {
	s := scanner{text: text[:to], vocabulary: v, out: out}
	for i := from; i < to; {
		i = s.step(i)
	}
	return s.out
}

type scanner struct {
	text       string
	vocabulary *vocabulary
	out        []token
	buf        [64]byte
	joined     bool
	spaced     bool
}

// step reads the token at byte i, or skips white space, and returns where to go on.
func (s *scanner) step(i int) int {
	c := s.text[i]
	switch {
	case c == ' ' || c == '\n' || c == '\t' || c == '\r':
		s.spaced, s.joined = true, false
		return i + 1
	case isLetter(c):
		if end := linkEnd(s.text, i); end > 0 {
			return s.emit(token{span: span{i, end}, kind: linkToken, word: s.text[i:end]})
		}
		return s.word(i)
	case isDigit(c):
		return s.number(i)
	case c < utf8.RuneSelf:
		return s.mark(i, 1, rune(c))
	}
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad':
		s.spaced, s.joined = true, false
		return i + n
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return s.word(i)
	}
	return s.mark(i, n, r)
}

// room makes room for one more, and where there is none for twice as many: append alone grows long lists by a quarter, and copies of
// those of long texts are slow.
func room[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, len(list)+1)
}

func (s *scanner) emit(t token) int {
	t.joined, t.spaced = s.joined, s.spaced
	s.joined, s.spaced = false, false
	if s.vocabulary != nil {
		if w, ok := s.vocabulary.words[t.word]; ok {
			t.id, t.word, t.class = w.id, w.text, w.class
		}
	}
	s.out = append(room(s.out), t)
	return t.end
}

// mark reads one mark; a hyphen between two words or numbers is kept in the token after it instead.
func (s *scanner) mark(i, n int, r rune) int {
	if (r == '-' || r == '\u2010' || r == '\u2011') && i > 0 && i+n < len(s.text) && len(s.out) > 0 && s.out[len(s.out)-1].end == i &&
		s.out[len(s.out)-1].kind != markToken && startsWord(s.text[i+n:]) {
		s.joined = true
		return i + n
	}
	word := s.text[i : i+n]
	if f, ok := foldedMarks[r]; ok {
		word = f
	}
	return s.emit(token{span: span{i, i + n}, kind: markToken, word: word})
}

// foldedMarks are the marks that are written in several ways.
var foldedMarks = map[rune]string{
	'“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`, '‟': `"`, '‘': "'", '’': "'", '‚': "'", '`': "'", '´': "'",
	'–': "-", '—': "-", '―': "-", '−': "-", '•': "*", '·': "*", '▪': "*", '●': "*", '…': "...",
}

// number reads digits with inner dots, commas and colons followed by digits; letters after them make a word ("16th", "9a").
func (s *scanner) number(i int) int {
	j := i
	for j < len(s.text) && (isDigit(s.text[j]) || (s.text[j] == '.' || s.text[j] == ',') && j+1 < len(s.text) && isDigit(s.text[j+1])) {
		j++
	}
	if j < len(s.text) && isLetter(s.text[j]) {
		return s.word(i)
	}
	return s.emit(token{span: span{i, j}, kind: numberToken, word: s.text[i:j]})
}

// word reads letters and digits, an apostrophe inside ("don't", but not the possessive) and the dots of initials ("U.S.").
func (s *scanner) word(i int) int {
	if end := dottedEnd(s.text, i); end > 0 {
		t := token{span: span{i, end}, dotted: true, letter: upperCase}
		t.word = s.fold(strings.ReplaceAll(s.text[i:end], ".", ""))
		if s.text[i] >= 'a' {
			t.letter = lowerCase
		}
		return s.emit(t)
	}
	j, letters, uppers, firstUpper := i, 0, 0, false
	for j < len(s.text) {
		c := s.text[j]
		if c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z':
				letters++
			case 'A' <= c && c <= 'Z':
				firstUpper = firstUpper || letters == 0
				letters++
				uppers++
			case isDigit(c):
			case c == '\'' && apostropheInside(s.text, i, j, 1):
			default:
				goto done
			}
			j++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case unicode.IsLetter(r):
			if unicode.IsUpper(r) {
				firstUpper = firstUpper || letters == 0
				uppers++
			}
			letters++
		case unicode.IsMark(r) || unicode.IsDigit(r):
		case r == '’' && apostropheInside(s.text, i, j, n):
		default:
			goto done
		}
		j += n
	}
done:
	if j == i { // a stray byte that no rule reads
		_, n := utf8.DecodeRuneInString(s.text[i:])
		j = i + n
	}
	t := token{span: span{i, j}, word: s.fold(s.text[i:j])}
	switch {
	case uppers == 0:
	case uppers == letters && letters > 1:
		t.letter = upperCase
	case uppers == 1 && firstUpper:
		t.letter = titleCase
	default:
		t.letter = mixedCase
	}
	return s.emit(t)
}

// fold gives the folded word; a lower-case ASCII word is a slice of the text, a known word that of the vocabulary.
func (s *scanner) fold(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	if len(w) <= len(s.buf) && isASCII(w) {
		for i := 0; i < len(w); i++ {
			s.buf[i] = w[i] | (w[i]&0x40)>>1
			if w[i] == '_' || w[i] == '@' {
				s.buf[i] = w[i]
			}
		}
		if s.vocabulary != nil {
			if known, ok := s.vocabulary.words[string(s.buf[:len(w)])]; ok {
				return known.text
			}
		}
		return string(s.buf[:len(w)])
	}
	return fold(w)
}

// dottedEnd is the end of an abbreviation of single letters with dots ("U.S.", "e.g.", "D.P.R.K") at i, or 0.
func dottedEnd(text string, i int) int {
	j, n := i, 0
	for j+1 < len(text) && isLetter(text[j]) && text[j+1] == '.' {
		j += 2
		n++
	}
	if n == 0 || n == 1 && (j >= len(text) || !isLetter(text[j]) || j+1 < len(text) && isWordByte(text[j+1])) {
		return 0
	}
	if j < len(text) && isLetter(text[j]) && (j+1 == len(text) || !isWordByte(text[j+1])) { // the last dot is missing: "U.S"
		j++
	} else if j < len(text) && isWordByte(text[j]) && n == 1 {
		return 0
	}
	return j
}

// apostropheInside tells whether the apostrophe at j (n bytes long) belongs to the word that began at i: "don't",
// "d'Etat" and "Ch'iao", but not the possessive "China's" nor a closing quote.
func apostropheInside(text string, i, j, n int) bool {
	if j == i || j+n >= len(text) || !isLetter(text[j+n]) {
		return false
	}
	rest := text[j+n:]
	if (rest[0] == 's' || rest[0] == 'S') && (len(rest) == 1 || !isWordByte(rest[1])) {
		return false
	}
	return true
}

// linkEnd is the end of a URL or e-mail address that starts at i, or 0.
func linkEnd(text string, i int) int {
	if c := text[i] | 0x20; c != 'h' && c != 'w' && c != 'f' {
		return 0
	}
	rest := text[i:min(len(text), i+12)]
	if !hasPrefixFold(rest, "http://") && !hasPrefixFold(rest, "https://") && !hasPrefixFold(rest, "www.") && !hasPrefixFold(rest, "ftp://") {
		return 0
	}
	j := i
	for j < len(text) && text[j] > ' ' && text[j] < utf8.RuneSelf && text[j] != '<' && text[j] != '>' && text[j] != '"' {
		j++
	}
	for j > i && strings.IndexByte(".,;:!?)]'", text[j-1]) >= 0 {
		j--
	}
	return j
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func startsWord(s string) bool {
	if s[0] < utf8.RuneSelf {
		return isWordByte(s[0])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func isLetter(c byte) bool   { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool    { return '0' <= c && c <= '9' }
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
