package loader

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/treatygraph/treatygraph/loader/source"
)

// write makes a file in a folder of the test, and gives its path.
func write(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func readQuarantine(t testing.TB, dir string) []Kept {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []Kept
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var k Kept
		if err := json.Unmarshal(b, &k); err != nil {
			t.Fatal(f, err)
		}
		out = append(out, k)
	}
	return out
}

func TestQuarantineName(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"news/2015/a.txt", "a.txt-"},
		{"../../etc/passwd", "passwd-"},
		{"news.jsonl, line 17", "news.jsonl--line-17-"},
		{"..", "-"},
		{"https://a.example/x?y=..%2f", "x-y-..-2f-"},
	} {
		got := quarantineName(source.Document{Name: c.name})
		if len(got) != len(c.want)+12+len(".json") || got[:len(c.want)] != c.want || filepath.Base(got) != got {
			t.Errorf("%s gives %s", c.name, got)
		}
	}
	a, b := source.Document{Name: "a", Raw: []byte("1")}, source.Document{Name: "a", Raw: []byte("2")}
	if quarantineName(a) == quarantineName(b) {
		t.Error("two documents of one name take the same file")
	}
}
