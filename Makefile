# Two commands on a fresh machine: `make demo` and `make test`. Both need only Python 3.11+, make and the package registry.
PYTHON ?= python3
BIN := .venv/bin
RASHOMON := $(BIN)/rashomon

.PHONY: help demo test test-all check bench lock clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: .venv/core  ## install, then write the record of the two example articles to out/
	$(RASHOMON) compare examples/tehran --html out/report.html --json out/record.json

test: .venv/dev  ## install, then run the quick tests
	$(BIN)/python -m pytest -m "not slow" --numprocesses auto --dist loadfile

test-all: .venv/dev  ## install, then run every test
	$(BIN)/python -m pytest

check: .venv/dev  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy

bench: .venv/dev  ## measure on the dev sets found in RASHOMON_BENCH_DATA, against bench/floors.json
	$(BIN)/python bench/run.py

lock: .venv/uv  ## pin every dependency by hash, naming no registry host
	$(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements/core.txt
	$(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --extra dev --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements/dev.txt
	$(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --extra train --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements/train.txt
	printf 'uv\nhatchling\neditables\n' | $(BIN)/uv pip compile -q - --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements/build.txt

clean:  ## remove what was installed and written
	rm -rf .venv out

# uv installs in seconds what pip installs in minutes; where uv cannot be had, pip takes the same files.
.venv/uv: requirements/build.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt || true
	touch $@

.venv/core: requirements/core.txt pyproject.toml | .venv/uv
	$(call install,requirements/core.txt)
	touch $@

.venv/dev: requirements/dev.txt pyproject.toml | .venv/uv
	$(call install,requirements/dev.txt)
	touch $@ .venv/core

define install
@echo "installing $(1)"
@$(call by_uv,$(1)) || $(call by_pip,$(1))
endef

by_uv = { [ -x $(BIN)/uv ] && \
	$(BIN)/uv pip install --quiet --system-certs --python $(BIN)/python --require-hashes -r $(1) && \
	$(BIN)/uv pip install --quiet --python $(BIN)/python --offline --no-deps --no-build-isolation -e . ; }

by_pip = { $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; }
