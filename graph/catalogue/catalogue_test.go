package catalogue

import "testing"

func TestLoad(t *testing.T) {
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if a := c.Actor("SU"); a == nil || a.To != "1991-12-26" {
		t.Errorf("SU is %+v", a)
	}
}
