// Package extract reads what an article says: countries, organizations, principles, instruments, summits, attacks and
// commitments, each with the passage that says so. It works offline, gives the same result on every machine, and knows
// the catalogue's names but no ids of the graph and no database.
//
// The steps, a file each: text and token (bytes, words, code points), sentence, vocabulary (longest match of phrases of
// data/*.tsv and of the catalogue), mention, date, cue, then the frames (summit, attack, commitment) and one Reading.
// Every step keeps byte offsets into the text; only what leaves the package counts code points.
package extract
