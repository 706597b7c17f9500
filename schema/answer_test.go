package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/treatygraph/treatygraph/schema/schematest"
)

const whoAsks = `query($day: Date!) { whoCommitted(about: "no first use on critical infrastructure", asOf: {validAt: $day, knownAt: $day}) {
	sentence validAt understood { principles { slug } }
	groups { status total actors { actor { code } standing { status commitment { status } } } commitments { parties { code } } }
	dropped { commitment { summary } talks { status evidence { text } } instrument { slug } on }
	nearest { principle { slug } instrument { slug } locator }
	ground { articles first last } } }`

func TestWhoCommitted(t *testing.T) {
	d := open(t)
	got := path(t, d.must(t, whoAsks, map[string]any{"day": "2015-09-22"}), "whoCommitted")
	want(t, path(t, got, "groups"), `[{"status": "NEGOTIATING", "total": 1, "actors": [
		{"actor": {"code": "CN"}, "standing": {"status": "NEGOTIATING", "commitment": {"status": "NEGOTIATING"}}},
		{"actor": {"code": "US"}, "standing": {"status": "NEGOTIATING", "commitment": {"status": "NEGOTIATING"}}}],
		"commitments": [{"parties": [{"code": "CN"}, {"code": "US"}]}]}]`)
	want(t, path(t, got, "ground"), `{"articles": 1, "first": "2015-09-22", "last": "2015-09-22"}`)
	if n := len(path(t, got, "nearest").([]any)); n == 0 {
		t.Error("nobody has agreed, and nothing is near")
	}

	got = path(t, d.must(t, whoAsks, map[string]any{"day": "2015-09-26"}), "whoCommitted")
	want(t, path(t, got, "dropped"), `[{"commitment": {"summary": "no-first-use-critical-infrastructure: CN, US"},
		"talks": {"status": "NEGOTIATING", "evidence": [{"text": "Envoys of two countries are in talks of a pledge on power grids."}]},
		"instrument": {"slug": "`+schematest.Outcome+`"}, "on": "2015-09-25"}]`)
}

func TestPositions(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ positions(actors: ["US", "IS"], principles: ["no-ip-theft"], asOf: {validAt: "2015-09-30"}) { cells { actor status mode through standing { since commitment { instrument { slug } } } } } }`, nil)
	want(t, got, `{"positions": {"cells": [{"actor": "US", "status": "AGREED", "mode": "INDIVIDUAL", "through": null, "standing": {"since": "2015-09-25", "commitment": {"instrument": {"slug": "us-china-2015"}}}}]}}`)
	_, errs := d.run(t, `query($a: [String!]!) { positions(actors: $a, principles: []) { cells { actor } } }`, map[string]any{"a": many("US")})
	if len(errs) != 1 || !strings.Contains(errs[0], "at most 250") {
		t.Errorf("errors %q", errs)
	}
}

func many(code string) []any {
	out := make([]any, 251)
	for i := range out {
		out[i] = code
	}
	return out
}

func TestApplicability(t *testing.T) {
	d := open(t)
	query, ids := example(t, "17-applicability")
	got := d.must(t, query, ids)
	if n := len(path(t, got, "applicability", "elements").([]any)); n != 6 {
		t.Errorf("%d elements, want 6", n)
	}
	_, errs := d.run(t, query, map[string]any{"attack": ids["commitment"], "commitment": ids["attack"]})
	if len(errs) != 1 || !strings.Contains(errs[0], "the id of an attack") {
		t.Errorf("errors %q", errs)
	}
}

func TestChart(t *testing.T) {
	d := open(t)
	got := d.must(t, `query($at: Date) { instruments(where: {slug: {eq: "new-start"}}, asOf: {validAt: $at, knownAt: $at}) {
		edges { node { chart { standings { actor { code } status since acts { action } } } } } } }`, map[string]any{"at": "2019-08-03"})
	standings := path(t, got, "instruments", "edges", 0, "node", "chart", "standings").([]any)
	if len(standings) != 2 {
		t.Fatalf("%d standings, want those of two parties", len(standings))
	}
	want(t, standings[1], `{"actor": {"code": "US"}, "status": "PARTY", "since": "2011-02-05", "acts": [{"action": "SIGNATURE"}, {"action": "RATIFICATION"}]}`)
}

func TestInstrumentAsOf(t *testing.T) {
	d := open(t)
	const q = `query($first: Int) { instrument(slug: "inf") {
		before: parties(asOf: {validAt: "2019-08-01", knownAt: "2019-08-01"}) { code } after: parties(asOf: {validAt: "2019-08-03", knownAt: "2019-08-03"}) { code }
		us: statusOf(country: "us", asOf: {validAt: "2019-08-01", knownAt: "2019-08-01"}) { status notice }
		cn: statusOf(country: "CN", asOf: {validAt: "2019-08-01", knownAt: "2019-08-01"}) { status since acts { action } }
		timeline(asOf: {validAt: "1988-12-31"}, first: $first) { first what actor { code } act { action } } } }`
	got := d.must(t, q, map[string]any{"first": 3})
	want(t, got, `{"instrument": {"before": [{"code": "RU"}, {"code": "US"}], "after": [], "us": {"status": "PARTY", "notice": "2019-02-01"},
		"cn": {"status": "NONE", "since": null, "acts": []}, "timeline": [{"first": "1987-12-08", "what": "ADOPTED", "actor": null, "act": null},
		{"first": "1987-12-08", "what": "OPENED", "actor": null, "act": null}, {"first": "1987-12-08", "what": "ACT", "actor": {"code": "SU"}, "act": {"action": "SIGNATURE"}}]}}`)
	if _, errs := d.run(t, q, map[string]any{"first": 1001}); len(errs) != 1 {
		t.Errorf("errors %q", errs)
	}
}

func TestWhoHasNot(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ instruments(where: {slug: {eq: "ctbt"}}, asOf: {validAt: "2019-08-03"}) { edges { node { chart { countries counts { status count } awaits { code } without { code } } } } } }`, nil)
	chart := path(t, got, "instruments", "edges", 0, "node", "chart").(map[string]any)
	want(t, chart["awaits"], `[{"code": "CN"}, {"code": "EG"}, {"code": "IN"}, {"code": "IR"}, {"code": "IL"}, {"code": "KP"}, {"code": "PK"}, {"code": "US"}]`)
	total := 0.0
	for _, c := range chart["counts"].([]any) {
		total += c.(map[string]any)["count"].(float64)
	}
	if n := chart["countries"].(float64); total < n || total > n+5 {
		t.Errorf("%v of %v countries are counted", total, n)
	}
}

func TestChanges(t *testing.T) {
	d := open(t)
	const q = `query($from: Date!, $first: Int) { changes(from: $from, to: "2015-09-27", about: "no first use on critical infrastructure", first: $first) {
		day clock dropped { instrument { slug } } claim { __typename ... on Stage { status conditions { slug } } } article { url } } }`
	claim := `"claim": {"__typename": "Stage", "status": "NEGOTIATING", "conditions": [{"slug": "peacetime"}]}, "article": {"url": "https://news.example/talks"}}`
	dropped := `{"day": "2015-09-25", "clock": "KNOWN", "dropped": {"instrument": {"slug": "us-china-2015"}}, ` + claim
	want(t, d.must(t, q, map[string]any{"from": "2015-09-01"}), `{"changes": [{"day": "2015-09-22", "clock": "KNOWN", "dropped": null, `+claim+`, `+dropped+`]}`)
	want(t, d.must(t, q, map[string]any{"from": "2015-09-22"}), `{"changes": [`+dropped+`]}`)
	want(t, d.must(t, q, map[string]any{"from": "2015-09-25"}), `{"changes": []}`)
	want(t, d.must(t, q, map[string]any{"from": "2015-09-01", "first": 0}), `{"changes": []}`)
	if _, errs := d.run(t, q, map[string]any{"from": "2016-01-01"}); len(errs) != 1 {
		t.Errorf("errors %q", errs)
	}
}

func TestStatusOfACountry(t *testing.T) {
	d := open(t)
	got := d.must(t, `{ instrument(slug: "inf", asOf: {validAt: "2019-08-03", knownAt: "2019-08-03"}) {
		US: statusOf(country: "US") { actor { name } status since acts { action } }
		before: statusOf(country: "US", asOf: {validAt: "2019-05-01", knownAt: "2019-05-01"}) { status notice }
		CN: statusOf(country: "CN") { actor { name } status acts { action } }
		parties { code } then: parties(asOf: {validAt: "1990-01-01"}) { code }
		} }`, nil)
	want(t, got, `{"instrument": {
		"US": {"actor": {"name": "United States"}, "status": "FORMER_PARTY", "since": "2019-08-02", "acts": [{"action": "SIGNATURE"}, {"action": "RATIFICATION"}, {"action": "SUSPENSION"}, {"action": "WITHDRAWAL"}, {"action": "TERMINATION"}]},
		"before": {"status": "PARTY", "notice": "2019-02-01"},
		"CN": {"actor": {"name": "China"}, "status": "NONE", "acts": []},
		"parties": [], "then": [{"code": "SU"}, {"code": "US"}]}}`)
	moments := path(t, d.must(t, `{ instrument(slug: "new-start", asOf: {validAt: "2011-12-31"}) { timeline { last what act { action } actor { code } } } }`, nil), "instrument", "timeline").([]any)
	acts := slices.DeleteFunc(moments, func(m any) bool { return m.(map[string]any)["act"] == nil })
	want(t, acts[0], `{"last": "2010-04-08", "what": "ACT", "act": {"action": "SIGNATURE"}, "actor": {"code": "RU"}}`)
	if _, errs := d.run(t, `{ instrument(slug: "inf") { statusOf(country: "ZZ") { status } } }`, nil); len(errs) != 1 || !strings.Contains(errs[0], `no actor has the code "ZZ"`) {
		t.Errorf("errors %q", errs)
	}
}

func TestPolicies(t *testing.T) {
	d := open(t)
	const q = `{ all: whoCommitted(about: "no first use on critical infrastructure", asOf: {validAt: "2015-09-22", knownAt: "2015-09-22"}) { ...Held }
		official: whoCommitted(about: "no first use on critical infrastructure", asOf: {validAt: "2015-09-22", knownAt: "2015-09-22"}, policy: OFFICIAL) { ...Held } }
		fragment Held on Answer { policy groups { status actors { actor { code } mode } accounts { reports days alone stale last { last } sides { status } } } would ground { reports unreviewed } }`
	want(t, d.must(t, q, nil), `{"all": {"policy": "ALL", "groups": [{"status": "NEGOTIATING", "actors": [{"actor": {"code": "CN"}, "mode": "INDIVIDUAL"}, {"actor": {"code": "US"}, "mode": "INDIVIDUAL"}],
		"accounts": [{"reports": 1, "days": 2, "alone": true, "stale": false, "last": {"last": "2015-09-20"}, "sides": []}]}],
		"would": ["A text in which China and the United States agree to no-first-use-critical-infrastructure: CN, US, or an outcome of theirs that does not state it.",
			"A review of the one report of no-first-use-critical-infrastructure: CN, US, which no other confirms."],
		"ground": {"reports": 1, "unreviewed": 1}},
		"official": {"policy": "OFFICIAL", "groups": [], "would": ["An article that tells of it: nothing is reported so far."], "ground": {"reports": 0, "unreviewed": 0}}}`)
	// A standing that is worked out leads to its actor and its commitment all the same.
	got := d.must(t, `{ whoCommitted(about: "INF", asOf: {validAt: "2019-01-01", knownAt: "2019-01-01"}, policy: TWO_SOURCES) {
		groups { actors { actor { code } standing { status actor { code } commitment { instrument { slug } } } } } } }`, nil)
	for _, a := range path(t, got, "whoCommitted", "groups", 0, "actors").([]any) {
		want(t, path(t, a, "standing", "actor"), `{"code": "`+path(t, a, "actor", "code").(string)+`"}`)
		want(t, path(t, a, "standing", "commitment"), `{"instrument": {"slug": "inf"}}`)
	}
	if _, errs := d.run(t, `{ whoCommitted(about: "INF", policy: RUMOUR) { sentence } }`, nil); len(errs) != 1 {
		t.Errorf("errors %q", errs)
	}
}

func TestMembersOfTheDay(t *testing.T) {
	d := open(t)
	const q = `query($about: String!) { commitments(about: $about, asOf: {validAt: "2015-09-22", knownAt: "2015-09-22"}) { totalCount } }`
	for about, n := range map[string]string{"G7 members, no first use on critical infrastructure": "1", "ASEAN members, no first use on critical infrastructure": "0"} {
		want(t, d.must(t, q, map[string]any{"about": about}), `{"commitments": {"totalCount": `+n+`}}`)
	}
}

func TestTheRecord(t *testing.T) {
	d := open(t)
	query, ids := example(t, "17-applicability")
	record := path(t, d.must(t, query, ids), "applicability", "record").([]any)
	var said []string
	for _, r := range record {
		said = append(said, path(t, r, "by", "code").(string)+" "+path(t, r, "stance").(string)+" "+path(t, r, "against", "code").(string))
	}
	if slices.Sort(said); strings.Join(said, ", ") != "CN DENIES CN, US ACCUSES CN, US ALLEGES CN" {
		t.Errorf("the record is %q", said)
	}
}
