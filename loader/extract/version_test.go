package extract

import "testing"

func TestVersion(t *testing.T) {
	if v := Version(); len(v) != 12 || v != Version() {
		t.Errorf("Version() = %q, want the same 12 digits every time", v)
	}
}
