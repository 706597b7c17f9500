package main

import (
	"fmt"
	"io"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/treatygraph/treatygraph/loader"
)

// progress tells on standard error what becomes of articles: each that is refused, and on a terminal a line that counts them all.
type progress struct {
	err  io.Writer // above the line, if there is one
	bars *mpb.Progress
	line *mpb.Bar
	last atomic.Pointer[loader.Progress]
}

func (p *program) progress() *progress {
	r := &progress{err: p.err}
	if _, ok := terminal(p.err); !ok {
		return r
	}
	r.bars = mpb.New(mpb.WithOutput(p.err))
	r.err = r.bars
	r.line = r.bars.New(0, mpb.SpinnerStyle().PositionLeft(), mpb.BarWidth(2), mpb.BarRemoveOnComplete(), mpb.AppendDecorators(decor.Any(r.text), decor.Elapsed(decor.ET_STYLE_GO, decor.WCSyncSpace)))
	return r
}

// text is what the line says.
func (r *progress) text(decor.Statistics) string {
	p := r.last.Load()
	if p == nil {
		return "reading"
	}
	return fmt.Sprintf("%s, %d refused", count(p.Done, "article"), p.Refused)
}

// report takes up what became of one article.
func (r *progress) report(p loader.Progress) {
	r.last.Store(&p)
	if p.Refusal != nil {
		refuse(r.err, p.Refusal.Name+": "+p.Refusal.Reason)
	}
	if r.line != nil {
		r.line.Increment()
	}
}

// end takes the line away.
func (r *progress) end() {
	if r.line != nil {
		r.line.SetTotal(-1, true)
		r.bars.Wait()
	}
}

// refuse names an article that was refused, with its reason.
func refuse(to io.Writer, what string) { fmt.Fprintf(to, "refused: %s\n", what) }
