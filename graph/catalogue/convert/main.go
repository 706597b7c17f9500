// Command convert turns a folder of gathered facts into the data files of the catalogue:
//
//	go run ./graph/catalogue/convert FACTS_DIR
//
// Run it from the root of the repository. What was checked (marks V and 2) goes to data/facts, with its source and without the
// fields that its row names unchecked; what rests on memory (mark M) keeps only its names, in data/recognize. Files kept by
// hand, which stand in data itself, are never written.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// out is where the data files stand, seen from the root of the repository.
const out = "graph/catalogue/data"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./graph/catalogue/convert FACTS_DIR")
		os.Exit(2)
	}
	if err := convert(os.Args[1], out); err != nil {
		fmt.Fprintln(os.Stderr, "convert:", err)
		os.Exit(1)
	}
}

// convert reads all facts of dir and writes the folders facts and recognize below data.
func convert(dir, data string) error {
	rules, err := parseRemarks()
	if err != nil {
		return err
	}
	facts, names := map[string][]record{}, map[string][]record{}
	for _, k := range kinds {
		for _, name := range k.from {
			rows, err := readTable(filepath.Join(dir, name+".tsv"))
			if err != nil {
				return err
			}
			for _, r := range rows {
				r["recognize_from"], r["recognize_to"] = r["from"], r["to"]
				if r["mark"] == "M" {
					names[k.name] = append(names[k.name], k.shape(r))
					continue
				}
				if err := rules.apply(name, r); err != nil {
					return err
				}
				facts[k.name] = append(facts[k.name], k.shape(r))
			}
		}
	}
	joinUnion(names)
	facts["companies"] = companies(facts["attributions"])
	for _, folder := range []string{"facts", "recognize"} {
		if err := os.MkdirAll(filepath.Join(data, folder), 0o755); err != nil {
			return err
		}
	}
	for _, k := range kinds {
		if err := writeTable(filepath.Join(data, "facts", k.name+".tsv"), k.facts, facts[k.name]); err != nil {
			return err
		}
		if k.names == nil {
			continue
		}
		if err := writeTable(filepath.Join(data, "recognize", k.name+".tsv"), k.names, names[k.name]); err != nil {
			return err
		}
	}
	return nil
}
