package server

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/treatygraph/treatygraph/schema"
)

// policy is what an answer that is no page may load: nothing. Pages bring their own.
const policy = "default-src 'none'; frame-ancestors 'none'"

// headers sets what every answer bears.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what a page of another origin sends.
func sameOrigin(next http.Handler) http.Handler {
	p := http.NewCrossOriginProtection()
	p.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refused(http.StatusForbidden, "a page of another origin may not send this").send(w)
	}))
	return p.Handler(next)
}

// known lets those pass who have the token: as a bearer token, or as the password that a browser asks for. Without a token everybody
// passes who calls this machine by a name of its own; another name is a page's that points to us.
func known(token string, next http.Handler) http.Handler {
	want := sha256.Sum256([]byte(token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if token == "" {
			if !isLoopback(hostOf(r.Host)) {
				refused(http.StatusForbidden, "call this server localhost or by its loopback address, or start it with a token").send(w)
				return
			}
			next.ServeHTTP(w, r)
			return
		}
		got := sha256.Sum256([]byte(tokenOf(r)))
		if subtle.ConstantTimeCompare(got[:], want[:]) != 1 {
			noToken.send(w)
			return
		}
		next.ServeHTTP(w, r.WithContext(schema.WithUser(r.Context(), "token")))
	})
}

// noToken makes a browser ask for the token; scripts send it as a bearer.
var noToken = &refusal{http.StatusUnauthorized, "UNAUTHORIZED", "this server asks for its token: Authorization: Bearer TOKEN",
	[2]string{"WWW-Authenticate", `Basic realm="treatygraph", charset="UTF-8"`}}

func tokenOf(r *http.Request) string {
	if _, password, ok := r.BasicAuth(); ok {
		return password
	}
	if kind, token, _ := strings.Cut(r.Header.Get("Authorization"), " "); strings.EqualFold(kind, "Bearer") {
		return token
	}
	return ""
}

// hostOf takes the port off an address.
func hostOf(addr string) string {
	if host, _, err := net.SplitHostPort(addr); err == nil {
		return host
	}
	return strings.Trim(addr, "[]")
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

type requestKey struct{}

// requestID is the name that the log gives to a request.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// logged gives each request an id and logs it, without what it asks.
func logged(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var b [8]byte
		_, _ = rand.Read(b[:]) // never fails
		id := hex.EncodeToString(b[:])
		w.Header().Set("X-Request-Id", id)
		counted, start := &countingWriter{ResponseWriter: w, status: http.StatusOK}, time.Now()
		next.ServeHTTP(counted, r.WithContext(context.WithValue(r.Context(), requestKey{}, id)))
		log.InfoContext(r.Context(), "request", "request", id, "method", r.Method, "path", r.URL.Path, "status", counted.status,
			"bytes", counted.bytes, "ms", time.Since(start).Milliseconds())
	})
}

// countingWriter remembers status and size of an answer.
type countingWriter struct {
	http.ResponseWriter
	status, bytes int
}

func (w *countingWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *countingWriter) Write(b []byte) (int, error) {
	n, err := w.ResponseWriter.Write(b)
	w.bytes += n
	return n, err
}

// Unwrap lets deadlines be set.
func (w *countingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
