package source

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// undefined are the bytes that stand for nothing in windows-1252.
const undefined = "\x81\x8d\x8f\x90\x9d"

// decodeText decodes plain text: UTF-8, else windows-1252. Text that is neither is an error, as is text in UTF-8 that was damaged,
// since as windows-1252 every accented letter of it would be read as two others.
func decodeText(data []byte) (string, error) {
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return "", fmt.Errorf("it is binary (byte %d is 0); give its text", at)
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	good, bad, first := count(data)
	if good > bad {
		return "", fmt.Errorf("it is damaged UTF-8 (byte %d); save it as UTF-8 again", first)
	}
	if at := slices.IndexFunc(data, func(b byte) bool { return strings.IndexByte(undefined, b) >= 0 }); at >= 0 {
		return "", fmt.Errorf("it is neither UTF-8 nor windows-1252 (byte %d); save it as UTF-8", at)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(text), err
}

// count tells how many code points beyond ASCII data holds in UTF-8, how many bytes are no UTF-8, and where the first of these is.
func count(data []byte) (good, bad, first int) {
	first = -1
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if bad++; first < 0 {
				first = i
			}
		case n > 1:
			good++
		}
		i += n
	}
	return good, bad, first
}
