package loader

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/treatygraph/treatygraph/graph"
	"github.com/treatygraph/treatygraph/loader/source"
)

// Kept is what the quarantine keeps of a refused document, a file each: why, and all that was found of it.
type Kept struct {
	Refusal
	Document source.Document `json:"document"`
}

// quarantine is a folder of refused documents; "" keeps nothing.
type quarantine string

// openQuarantine makes the folder if it is not there.
func openQuarantine(dir string) (quarantine, error) {
	if dir == "" {
		return "", nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", graph.Errorf(graph.Invalid, "the quarantine %s cannot be made; name a folder that you may write to: %w", dir, err)
	}
	return quarantine(dir), nil
}

// keep writes a refused document. The same one again, refused again, takes the same file.
func (q quarantine) keep(d source.Document, why Refusal) error {
	if q == "" {
		return nil
	}
	b, err := json.MarshalIndent(Kept{why, d}, "", " ")
	if err != nil {
		return err
	}
	path := filepath.Join(string(q), quarantineName(d))
	if err := os.WriteFile(path, append(b, '\n'), 0o644); err != nil {
		return graph.Errorf(graph.Unavailable, "the quarantine cannot keep %s; make room, or name another folder: %w", d.Name, err)
	}
	return nil
}

// quarantineName is made of the document's name, for a person, and of all that was found, since a name may come again.
func quarantineName(d source.Document) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '.':
			return r
		}
		return '-'
	}, filepath.Base(d.Name))
	if len(plain) > 60 {
		plain = plain[len(plain)-60:]
	}
	return strings.TrimLeft(plain, ".-") + "-" + graph.ID("Refused", d.Name, d.Text, string(d.HTML), string(d.Raw))[:12] + ".json"
}
