package loader

import (
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// address is an address on the web in the one form in which it is kept: without fragment, default port and what only tracks readers.
// "" for anything else.
func address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" {
		return ""
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		host = strings.ToLower(u.Hostname())
	}
	port := u.Port()
	switch {
	case port != "" && port != map[string]string{"http": "80", "https": "443"}[u.Scheme]:
		host = net.JoinHostPort(host, port)
	case strings.Contains(host, ":"):
		host = "[" + host + "]"
	}
	u.Host, u.Fragment, u.RawFragment, u.User = host, "", "", nil
	if u.Path == "" {
		u.Path = "/"
	}
	u.RawQuery = withoutTracking(u.RawQuery)
	u.ForceQuery = false
	return u.String()
}

// withoutTracking takes out the parts of a query that tell where a reader came from; the rest keeps its order.
func withoutTracking(query string) string {
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		switch {
		case part == "", strings.HasPrefix(name, "utm_"):
		case name == "fbclid", name == "gclid", name == "dclid", name == "msclkid", name == "mc_cid", name == "mc_eid", name == "igshid":
		default:
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}
