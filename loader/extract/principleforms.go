package extract

import (
	"strconv"
	"strings"
)

// forms spells out a phrase of the vocabulary: "ban~" gives ban, bans, banned, banning; "weapon+" gives weapon, weapons. The
// mark may stand after any one word of the phrase.
func forms(phrase string) []string {
	words := strings.Fields(phrase)
	for i, w := range words {
		var all []string
		switch {
		case strings.HasSuffix(w, "~"):
			all = verbForms(strings.TrimSuffix(w, "~"))
		case strings.HasSuffix(w, "+"):
			w = strings.TrimSuffix(w, "+")
			all = []string{w, third(w)}
		default:
			continue
		}
		out := make([]string, len(all))
		for k, form := range all {
			out[k] = strings.Join(append(append(append([]string{}, words[:i]...), form), words[i+1:]...), " ")
		}
		return out
	}
	return []string{phrase}
}

// verbForms are the forms of a regular verb; those that double their last letter are told by their spelling.
func verbForms(w string) []string {
	stem := w
	switch {
	case strings.HasSuffix(w, "e"):
		stem = strings.TrimSuffix(w, "e")
		if strings.HasSuffix(w, "ee") || strings.HasSuffix(w, "oe") || strings.HasSuffix(w, "ye") {
			return []string{w, w + "s", w + "d", w + "ing"}
		}
	case doubles(w):
		stem = w + w[len(w)-1:]
	}
	past := stem + "ed"
	if strings.HasSuffix(w, "y") && !vowel(w[len(w)-2]) {
		past = w[:len(w)-1] + "ied"
	}
	return []string{w, third(w), past, stem + "ing"}
}

// third is the plural of a noun, or the third person of a verb.
func third(w string) string {
	switch {
	case strings.HasSuffix(w, "y") && len(w) > 1 && !vowel(w[len(w)-2]):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

// doubles tells whether a verb's last letter is doubled: one syllable, a vowel before one consonant ("ban"), or one of the
// verbs stressed at the end.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || vowel(w[n-1]) || !vowel(w[n-2]) || vowel(w[n-3]) || strings.IndexByte("wxy", w[n-1]) >= 0 {
		return false
	}
	vowels := 0
	for i := range n {
		if vowel(w[i]) {
			vowels++
		}
	}
	return vowels == 1 || w == "commit" || w == "permit" || w == "admit" || w == "forbid" || w == "forget" || w == "rebut"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// atoi reads a number of a table; 0 where it is none.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
