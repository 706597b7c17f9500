//go:build unix

package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/treatygraph/treatygraph/graph"
)

// newsOf gives size bytes of the articles of the corpus, one after the other, as often as it takes.
func newsOf(tb testing.TB, size int) string {
	tb.Helper()
	names, err := filepath.Glob("testdata/corpus/*[0-9].json")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no corpus: %v", err)
	}
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		data, err := os.ReadFile(names[i%len(names)])
		if err != nil {
			tb.Fatal(err)
		}
		var a struct{ Text string }
		if err := json.Unmarshal(data, &a); err != nil {
			tb.Fatal(err)
		}
		b.WriteString(a.Text + "\n\n")
	}
	return b.String()[:size]
}

func articleOf(text string) graph.Article {
	return graph.Article{ID: "a", Published: published, Text: strings.ToValidUTF8(text, "")}
}

// busy is the processor time that the program has taken so far, in nanoseconds, garbage collection included: on a machine that does
// other things as well, the clock on the wall tells nothing.
func busy(tb testing.TB) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return float64(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkRead reads news of several lengths; time for each byte and allocations for each sentence are to stay as they are.
func BenchmarkRead(b *testing.B) {
	e := extractorFor(b)
	for _, size := range []struct {
		name  string
		bytes int
	}{{"1kB", 1e3}, {"10kB", 1e4}, {"100kB", 1e5}, {"1MB", 1e6}, {"5MB", 5e6}} {
		b.Run(size.name, func(b *testing.B) {
			a := articleOf(newsOf(b, size.bytes))
			sentences := len(e.analyse(a).sentences)
			b.SetBytes(int64(len(a.Text)))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			begin := busy(b)
			for b.Loop() {
				e.Read(a)
			}
			b.ReportMetric(float64(b.N)*float64(len(a.Text))*1e3/(busy(b)-begin), "cpu-MB/s")
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(b.N)/float64(sentences), "allocs/sentence")
		})
	}
}

// hostile are sentences that are made to be slow to read; each is repeated without end.
var hostile = []struct{ name, sentence string }{
	{"commas", "Norway, Chile, , , a, b, c, d, and, or, e, f, , , g, "},
	{"names", "United States China Russia Moscow Iran France Mr. Obama the Kremlin NATO "},
	{"one name", "US-"},
	{"dates", "on Monday 3 May 2015 last week from 3 to 5 June next year yesterday in March "},
	{"triggers", "agreed to sign and refused to ratify, urged, rejected, proposed not to withdraw from "},
	{"attacks", "hacked attacked the attack on stole data of cyber attack by hackers "},
	{"one attack", "attack "},
	{"meetings", "summit talks met visited conference meeting summit between with "},
	{"principles", "first use of nuclear cyber weapons against critical infrastructure ban on nuclear tests "},
	{"everything", "Norway agreed on Monday with Russia that hackers attacked the summit on the nuclear test ban, and "},
	{"pronouns", "they said the two countries told him that it met them and both sides agreed "},
	{"brackets", "((([[[ (Norway) [agreed] ))) ]]] ( "},
	{"quotes", "\" said \"Norway \" 'agreed \" \"\" ' "},
	{"no spaces", "Norway.agreed;China/hacked-summit_May3,2015"},
	{"one word", "abcdefgh"},
	{"one letter", "a"},
	{"end marks", "?!)"},
	{"dots", "U.S. a.b. ... e.g. "},
	{"short sentences", "No. "},
	{"short lines", "- a\n"},
	{"hyphens", "US-China-led-state-sponsored-"},
	{"digits", "1234567890"},
	{"accents", "é\u0301İ’"},
}

// BenchmarkHostile reads ten megabytes of each hostile sentence and tells how many times longer than news a byte takes.
func BenchmarkHostile(b *testing.B) {
	const size = 10e6
	e := extractorFor(b)
	perByte := func(a graph.Article) float64 {
		begin := busy(b)
		e.Read(a)
		return (busy(b) - begin) / float64(len(a.Text))
	}
	text := articleOf(newsOf(b, size))
	perByte(text)
	news := perByte(text)
	for _, h := range hostile {
		b.Run(strings.ReplaceAll(h.name, " ", "-"), func(b *testing.B) {
			a := articleOf(strings.Repeat(h.sentence, size/len(h.sentence)))
			b.SetBytes(int64(len(a.Text)))
			sum := 0.0
			for b.Loop() {
				sum += perByte(a)
			}
			b.ReportMetric(sum/float64(b.N)/news, "times-news")
			b.ReportMetric(sum/float64(b.N)/1e3, "cpu-s/MB")
		})
	}
}
