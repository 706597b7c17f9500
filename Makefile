# The few commands of the project; CI calls the same.
.DEFAULT_GOAL := help
.PHONY: help build test lint generate web bench eval demo

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## the program, static, as bin/treatygraph
	CGO_ENABLED=0 go build -trimpath -o bin/treatygraph ./cmd/treatygraph

test: ## all tests; those of Neo4j start one by scripts/neo4j
	go test ./...

lint: ## gofmt, go vet, staticcheck
	@unformatted=$$(git ls-files -z '*.go' | xargs -0 gofmt -l) && test -z "$$unformatted" || { echo "not formatted; run gofmt -w on: $$unformatted" >&2; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

generate: ## generated Go, from the GraphQL contract and the like
	go generate ./...

web: ## the dashboard's built files, which the program embeds
	cd web && npm ci --no-audit --no-fund && npm run build

bench: ## benchmarks, with memory
	go test -run '^$$' -bench . -benchmem ./...

eval: ## how well articles are read: our corpus, labelled texts elsewhere (EVAL=DIR) or records (RECORDS=FILE); BY=article for each
	go run ./loader/extract/eval $(if $(BY),--by-article) $(or $(RECORDS),$(EVAL),loader/extract/testdata/corpus)

demo: ## the program with its demo articles, at http://127.0.0.1:8080
	go run ./cmd/treatygraph serve --demo
