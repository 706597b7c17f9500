package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"
	"strings"
)

// ID hashes what identifies a node: its kind and the parts, each with its length before it, so that no two lists of parts
// read alike. 24 hexadecimal digits (96 bits of SHA-256). Ids are public; testdata/ids.golden pins some.
func ID(kind string, parts ...string) string {
	var b strings.Builder
	for _, p := range append([]string{kind}, parts...) {
		b.WriteString(strconv.Itoa(len(p)))
		b.WriteByte(':')
		b.WriteString(p)
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:12])
}

// ActorID identifies an actor by its code, since a code names one actor whatever its label.
func ActorID(code string) string { return ID("Actor", code) }

// PrincipleID identifies a principle by its slug.
func PrincipleID(slug string) string { return ID("Principle", slug) }

// InstrumentID identifies an instrument by its slug.
func InstrumentID(slug string) string { return ID("Instrument", slug) }

// TermID identifies a sector, conduct or condition by its label and slug.
func TermID(label, slug string) string { return ID(label, slug) }

// ArticleID identifies an article by its kept text.
func ArticleID(text string) string { return ID("Article", text) }

// PassageID identifies a passage by its article and its span.
func PassageID(article string, start, end int) string {
	return ID("Passage", article, strconv.Itoa(start), strconv.Itoa(end))
}

// CommitmentID identifies a commitment by principle and instrument (slugs), or without an instrument by principle and the codes
// of its parties: those who act and those toward whom.
func CommitmentID(principle, instrument string, parties []string) string {
	if instrument != "" {
		return ID("Commitment", principle, instrument)
	}
	return ID("Commitment", append([]string{principle, ""}, inOrder(parties)...)...)
}

// ReportID identifies a stage that an article tells, by what is said and not by how.
func ReportID(article, principle, instrument string, actors []string, status Status, stance Stance, first, last Day) string {
	return ID("Stage", append([]string{article, principle, instrument, string(status), string(stance), string(first), string(last)}, inOrder(actors)...)...)
}

// ActStageID identifies the stage that a treaty action brought.
func ActStageID(action string, status Status) string { return ID("Stage", action, string(status)) }

// TreatyActionID identifies an act by actor, instrument, action and first day.
func TreatyActionID(actor, instrument string, action Action, day Day) string {
	return ID("TreatyAction", actor, instrument, string(action), string(day))
}

// KnownID identifies an attack or a summit that the catalogue names by its slug.
func KnownID(k *Kind, slug string) string { return ID(k.Name, slug) }

// AttackID identifies an attack by its victims (codes), conduct (slug) and month (YYYY-MM).
func AttackID(victims []string, conduct, month string) string {
	return ID("Attack", append([]string{"", conduct, month}, inOrder(victims)...)...)
}

// SummitID identifies a meeting by its participants (codes) and month (YYYY-MM).
func SummitID(participants []string, month string) string {
	return ID("Summit", append([]string{"", month}, inOrder(participants)...)...)
}

// PlacedID identifies an attack or a summit of which an article tells too little by its place (from 0) among those of the article.
func PlacedID(k *Kind, article string, place int) string {
	return ID(k.Name, "", article, strconv.Itoa(place))
}

// AttributionID identifies what somebody says of an attack; article is "" for what the catalogue knows.
func AttributionID(attack, by, blames string, stance Stance, first Day, article string) string {
	return ID("Attribution", attack, by, blames, string(stance), string(first), article)
}

// AllegationID identifies what somebody says of a breach.
func AllegationID(commitment, by, against string, stance Stance, first Day, article string) string {
	return ID("Allegation", commitment, by, against, string(stance), string(first), article)
}

// StandingID identifies a standing by its commitment, its actor ("" for the commitment's own) and where its rectangle begins.
func StandingID(commitment, actor string, validFrom, knownFrom Day) string {
	return ID("Standing", commitment, actor, string(validFrom), string(knownFrom))
}

func inOrder(s []string) []string {
	out := append([]string(nil), s...)
	sort.Strings(out)
	return out
}
