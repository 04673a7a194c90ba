# boardpack: `make build` before each board. `make help` lists the rest.

VENV := .venv
BIN := $(VENV)/bin
BOARD ?=
# The first Python of 3.11 or newer on this machine; PYTHON=... overrules.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help build test check verapdf format docs bench sample clean

help: ## List these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

build: $(VENV)/.installed ## Make the pack of the newest meeting in inputs/ (BOARD=2019-07-03 for another)
	@$(BIN)/boardpack build $(BOARD)

test: $(VENV)/.installed-test ## Set up what the tests need, and run them
	@sh tests/tools.sh
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/.installed-dev ## Lint, format and types: all of them, then how many failed
	@failed=0; \
	for command in "ruff check" "ruff format --check" "mypy"; do \
		echo "$$command"; $(BIN)/$$command || failed=$$((failed + 1)); \
	done; \
	echo "$$failed of 3 checks failed"; [ $$failed -eq 0 ]

verapdf: $(VENV)/.installed-test ## Have veraPDF look at PDFs from small to large, where there is Java
	@sh tests/verapdf/check.sh $(BIN)/python $(VENV)/verapdf

format: $(VENV)/.installed-dev ## Format the code and mend what can be mended
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

docs: $(VENV)/.installed ## Write the pages that are made from the code
	@$(BIN)/python -c "from boardpack.checks.page import markdown; print(markdown(), end='')" > docs/questions.md

bench: $(VENV)/.installed-test ## Time each stage of a build of the sample, and the reading of 100,000 figures
	@$(BIN)/python -m tests.benchmarks.stages
	@$(BIN)/python -m tests.benchmarks.figures

sample: $(VENV)/.installed-test ## Write the sample inputs anew, from tests/sample/
	@$(BIN)/python -m tests.sample.make

clean: ## Remove the environment, the caches and the packs (never the inputs)
	@rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find outputs -mindepth 1 ! -name README.md -delete
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "boardpack needs Python 3.11 or newer, and none was found. Install it from python.org or with your system's packages."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The environment could not be made. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }

# A stamp a set of packages: made again only when pyproject.toml changes.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary page-validation \
		--editable '.[validate]' 2>/dev/null || { \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . && \
		echo "No validator of PDFs could be had, so that packs will not claim to be accessible."; }
	@touch $@

$(VENV)/.installed-test: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-test
