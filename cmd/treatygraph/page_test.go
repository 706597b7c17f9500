package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPageSetsText(t *testing.T) {
	const text = "China and the United States were negotiating it on that day."
	for _, c := range []struct {
		name string
		got  string
		want string
	}{
		{"no terminal, one line", page{}.wrap("  ", text), "  " + text + "\n"},
		{"broken between words", page{width: 44}.wrap("  ", text), "  China and the United States were\n  negotiating it on that day.\n"},
		{"a terminal of one column is not believed", page{width: 1}.wrap("", text), "China and the United States were\nnegotiating it on that day.\n"},
		{"a word longer than the line stands alone", page{width: 40}.wrap("", "a https://example.org/a/very/long/address/indeed b"), "a\nhttps://example.org/a/very/long/address/indeed\nb\n"},
		{"nothing", page{width: 40}.wrap("", ""), "\n"},
		{"an entry hangs", page{width: 44}.entry("  ", "who", text), "  who       China and the United States were\n            negotiating it on that day.\n"},
		{"an empty entry is none", page{}.entry("  ", "if", ""), ""},
		{"bold", page{bold: true}.strong("AGREED"), "\x1b[1mAGREED\x1b[0m"},
		{"plain", page{}.strong("AGREED"), "AGREED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, c.got); d != "" {
				t.Error(d)
			}
		})
	}
}
