# What one types while working on phare: nothing but the checkout and Python is needed, and no root.
PYTHON ?= python3
BIN := .venv/bin
SECONDS ?= 300
NAME ?=

.PHONY: help test lint format docs site release pythons bench mutate fuzz ci clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

.venv: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -U 'pip>=25.1'
	$(BIN)/pip install -q -e '.[all]' --group dev
	@touch .venv

test: .venv ## the whole suite, a process for each core
	$(BIN)/python -m pytest -q -n auto

lint: .venv ## style, types and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv ## mend the style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv ## write what the documents' commands print into them
	LANG=C.UTF-8 $(BIN)/phare update README.md README.fr.md docs
	$(BIN)/python -m pytest -q tests/test_readme.py --update-docs

site: .venv ## the documentation, in English and French, as pages to read: site/index.html
	$(BIN)/pip install -q --group docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build -q --strict

release: ## build, look at and try a release in dist/, with what it stands on (SBOM); nothing is sent
	PYTHON=$(PYTHON) .ci/release

pythons: ## the suite on each Python from 3.11 to 3.14 that is on this machine
	.ci/pythons

bench: .venv ## time phare beside other tools, in two environments of their own
	$(PYTHON) -m venv .venv/bench/phare
	.venv/bench/phare/bin/pip install -q .
	$(PYTHON) -m venv .venv/bench/peers
	.venv/bench/peers/bin/pip install -q -U 'pip>=25.1'
	.venv/bench/peers/bin/pip install -q --group peers
	$(BIN)/python benchmarks/run.py --phare .venv/bench/phare/bin/phare --peers .venv/bench/peers/bin --quick

mutate: .venv ## change the code one thing at a time, and list the changes that no test sees
	$(BIN)/mutmut run $(if $(NAME),'phare_cli.$(NAME)*')
	@$(BIN)/mutmut results | grep -E 'survived|suspicious|timeout' || echo every change was seen

fuzz: .venv ## odd bytes for every door, SECONDS each
	$(BIN)/python tests/fuzz/run.py --seconds $(SECONDS) $(NAME)

ci: ## everything that must hold, from a clean clone
	.ci/run

clean: ## take away what the targets made
	rm -rf .venv .fuzz mutants dist site .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
