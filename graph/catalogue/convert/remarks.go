package main

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
)

// remarks.tsv says what becomes of a field whose row tells in words, mostly in its source, that it was not read. keep is
// "nothing", "year" or "month" (of a date), or the part of a text that was read.
//
//go:embed remarks.tsv
var remarksFile string

type rule struct{ file, key, phrase, field, keep string }

type rules []rule

// tells finds words that leave something unchecked; a checked row that has them needs a rule or a named field.
var tells = regexp.MustCompile(`\bM\b|memory|not this first day|day not`)

func parseRemarks() (rules, error) {
	var rs rules
	for i, line := range strings.Split(strings.TrimSpace(remarksFile), "\n") {
		c := strings.Split(line, "\t")
		if len(c) != 5 {
			return nil, fmt.Errorf("remarks.tsv, line %d: %d cells where the header names 5 columns", i+1, len(c))
		}
		if i > 0 {
			rs = append(rs, rule{c[0], c[1], c[2], c[3], c[4]})
		}
	}
	return rs, nil
}

// apply empties or shortens what the row calls unchecked, by name in its column unchecked or in words.
func (rs rules) apply(file string, r record) error {
	for _, field := range strings.Split(r["unchecked"], "|") {
		if _, ok := r[field]; ok {
			r[field] = ""
		}
	}
	told := r["source"] + "\n" + r["note"] + "\n" + r["statement"]
	applied := false
	for _, u := range rs {
		if u.file == file && (u.key == "" || u.key == r["slug"]) && strings.Contains(told, u.phrase) {
			r[u.field] = cut(r[u.field], u.keep)
			applied = true
		}
	}
	if !applied && r["unchecked"] == "" && tells.MatchString(told) {
		return fmt.Errorf("%s.tsv: the row with source %q leaves something unchecked in words; say in remarks.tsv what", file, r["source"])
	}
	r["source"] = plain(r["source"])
	return nil
}

// spelled spells out the marks in a source, which readers of the catalogue do not know.
var spelled = strings.NewReplacer(" M)", " not checked)", " M;", " not checked;", " M,", " not checked,",
	" V)", " checked)", "(V)", "(checked)", " V,", " checked,")

// plain is a source without marks: "day M" is "day not checked".
func plain(source string) string { return strings.TrimSuffix(spelled.Replace(source+";"), ";") }

// cut is the part of a cell that a rule keeps.
func cut(cell, keep string) string {
	switch keep {
	case "nothing":
		return ""
	case "year":
		return cell[:min(len(cell), len("2006"))]
	case "month":
		return cell[:min(len(cell), len("2006-01"))]
	}
	return keep
}
