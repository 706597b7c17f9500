package source

import (
	"context"
	"io"
)

// patient reads from in until its context ends, even while in gives nothing: standard input may wait for a person.
type patient struct {
	ctx context.Context
	got chan chunk // from the goroutine that reads
	now chunk      // not yet given in full
}

// chunk is what one read gave.
type chunk struct {
	data []byte
	err  error
}

func newPatient(ctx context.Context, in io.Reader) *patient {
	p := &patient{ctx: ctx, got: make(chan chunk)}
	go func() {
		for {
			c := chunk{data: make([]byte, headBytes)}
			n, err := in.Read(c.data)
			c.data, c.err = c.data[:n], err
			select {
			case p.got <- c:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return p
}

func (p *patient) Read(b []byte) (int, error) {
	for len(p.now.data) == 0 {
		if p.now.err != nil {
			return 0, p.now.err
		}
		select {
		case p.now = <-p.got:
		case <-p.ctx.Done():
			return 0, p.ctx.Err()
		}
	}
	n := copy(b, p.now.data)
	p.now.data = p.now.data[n:]
	return n, nil
}
