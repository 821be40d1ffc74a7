# The commands of this project. `make help` lists them; CI calls these and nothing else.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
RUN := $(BIN)/kg
EDITOR_FILE := kg/serve/assets/vendor/yasqe.min.js

.PHONY: help demo test test-all check format docs bench bench-queries bench-rdf fuzz gate screenshots lock wheel compile clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: .venv/run $(EDITOR_FILE) ## build the example notices into out/ and say where to look
	@$(RUN) build docs/examples -o out --fresh
	@echo
	@echo "The page:      out/graph.html      (open it in a browser; it needs no network)"
	@echo "The graph:     out/graph.ttl"
	@echo "The evidence:  out/claims.jsonl    The doubts: out/issues.jsonl"
	@echo "Ask:           $(RUN) query out cq02        $(RUN) explain out 赵试样"

test: .venv/test ## run the tests (installs what they need)
	@$(BIN)/python -m pytest -m "not slow"

test-all: .venv/spark ## run every test, the slow ones and those on a Spark cluster too
	@$(BIN)/python -m pytest

check: .venv/dev ## format, lint, types, import contracts, ontology, known weaknesses
	@$(BIN)/ruff format --check kg tests scripts
	@$(BIN)/ruff check kg tests scripts
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(RUN) check
	@scripts/audit

format: .venv/dev ## rewrite the code in the house format
	@$(BIN)/ruff format kg tests scripts
	@$(BIN)/ruff check --fix kg tests scripts

docs: .venv/docs ## rewrite the generated parts of docs/, render the ontology into site/
	@$(BIN)/python scripts/docs.py
	@$(BIN)/python scripts/ontology_html.py

bench: .venv/test ## time every stage beside its rivals on invented notices (ARGS="--documents 10000")
	@$(BIN)/python -c 'import spacy' 2>/dev/null || $(BIN)/python -m pip install --quiet 'spacy>=3.8,<4' || true
	@$(BIN)/python scripts/bench.py $(ARGS)

bench-queries: .venv/test ## time the query pack on a large store (ARGS="out 1000000")
	@$(BIN)/python scripts/bench_queries.py $(ARGS)

bench-rdf: .venv/test ## time the Turtle writer, the shapes and the store beside rdflib (ARGS=100000 events)
	@$(BIN)/python scripts/bench_rdf.py $(ARGS)

fuzz: .venv/test ## feed hostile inputs to every room, 20 seconds each (SECONDS_EACH=600)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'atheris>=3,<4' || true
	@$(BIN)/python scripts/fuzz.py --seconds $(or $(SECONDS_EACH),20)
	@$(BIN)/python scripts/fuzz.py --seconds $(or $(SECONDS_EACH),20) --hypothesis
	@for target in segmenter whole exports reader; do \
	  $(BIN)/python scripts/fuzz_coverage.py $$target --seconds $(or $(SECONDS_EACH),20) || exit 1; done

gate: .venv/run ## compare the scores with the pinned floors
	@$(BIN)/python scripts/gate.py check

screenshots: .venv/test ## take the pictures of docs/ from a fresh demo
	@scripts/system-packages
	@$(BIN)/python scripts/screenshots.py out/screenshots
	@cp out/screenshots/person-wide-light-zh.png docs/page.png

lock: .venv/dev ## write the versions in use into constraints.txt
	@{ head -n 2 constraints.txt; $(BIN)/python -m pip freeze --exclude-editable; } > constraints.new
	@mv constraints.new constraints.txt

wheel: .venv/dev $(EDITOR_FILE) ## build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

compile: .venv/dev $(EDITOR_FILE) ## build the wheel with the reader as native code, for this platform (needs a C compiler)
	@KG_COMPILE=1 $(BIN)/python -m hatchling build -t wheel

clean: ## remove products and environments
	rm -rf out dist build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The editor of the query page comes from npm; where that cannot be had, the page keeps its plain field.
$(EDITOR_FILE): tests/clients/package.json
	@$(PYTHON) scripts/fetch_editor.py || true

# An environment is made once and made again when pyproject.toml changes.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed" >&2; exit 1; }
	@scripts/make-venv "$(PYTHON)" .venv

.venv/run: pyproject.toml constraints.txt | .venv/bin/python
	@scripts/install .venv inputs,serve
	@touch $@

.venv/docs: pyproject.toml constraints.txt | .venv/bin/python
	@scripts/install .venv docs,inputs,serve
	@touch $@ .venv/run

.venv/test: pyproject.toml constraints.txt | .venv/bin/python
	@scripts/system-packages
	@scripts/install .venv test
	@scripts/install .venv clients || echo "what foreign clients need cannot be had here; their tests are left out"
	@touch $@ .venv/run

.venv/spark: .venv/test
	@scripts/system-packages java
	@scripts/install .venv test,spark || echo "PySpark cannot be had here; the tests on a cluster are left out"
	@touch $@

.venv/dev: pyproject.toml constraints.txt | .venv/bin/python
	@scripts/install .venv dev
	@touch $@ .venv/run
