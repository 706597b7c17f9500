package server

import (
	"io"
	"net/http"
	"time"
)

// patientReader reads a body that must keep coming: each stretch of it within a time. A client that sends a byte a second is let go, one
// that sends a large import over a slow line is not.
type patientReader struct {
	io.Reader
	control *http.ResponseController
	missing int // bytes until the deadline moves on
}

const (
	stretch     = 64 << 10
	stretchTime = 4 * time.Second
)

// readPatiently reads a body to its end. Then the deadline is taken away: a read that fails behind the back of a handler would end it.
func readPatiently(w http.ResponseWriter, r io.Reader) ([]byte, error) {
	p := &patientReader{Reader: r, control: http.NewResponseController(w)}
	p.extend()
	body, err := io.ReadAll(p)
	if err == nil {
		_ = p.control.SetReadDeadline(time.Time{})
	}
	return body, err
}

func (p *patientReader) extend() {
	p.missing = stretch
	_ = p.control.SetReadDeadline(time.Now().Add(stretchTime)) // a writer without deadlines is a test's
}

// Read reads on, and moves the deadline when a stretch is full.
func (p *patientReader) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	if p.missing -= n; p.missing <= 0 {
		p.extend()
	}
	return n, err
}
