# The front door. `make help` says what there is; `make demo` and `make test` are all that a newcomer needs.

PYTHON ?= python3
VENV   := .venv
ifeq ($(OS),Windows_NT)
BIN    := $(VENV)/Scripts
else
BIN    := $(VENV)/bin
endif
READY  := $(VENV)/.ready
# The build backend is a program that has to be found.
export PATH := $(abspath $(BIN)):$(PATH)
PACKAGES := cli diagrams engine examples features intake workflows

.DEFAULT_GOAL := help
.PHONY: help setup demo test format lint types layers dependencies wheel check check-rest check-deep release-check pictures manual bench lock clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(READY)  ## the environment in .venv, with .venv/bin/resheno in it; quick when nothing changed

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make setup PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $(READY)

demo: setup  ## the main job on invented documents: import, a whole cycle, an audit, pictures (in out/demo)
	$(BIN)/resheno demo out/demo
	@if [ -d ../shared/seeds ]; then echo; echo "$(BIN)/resheno demo out/demo-seeds --documents ../shared/seeds"; \
	  $(BIN)/resheno demo out/demo-seeds --documents ../shared/seeds; fi

test: setup  ## the tests, without those that take minutes
	$(BIN)/python -m pytest -m "not deep" -n auto --dist worksteal

format: setup  ## put the code into its one layout
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

dependencies: setup
	$(BIN)/deptry .

wheel: setup  ## build the wheel, install it alone in a clean environment and run it there
	rm -rf out/wheel && mkdir -p out/wheel
	$(BIN)/python -m build --wheel --no-isolation --outdir out/wheel . > out/wheel/build.log
	$(PYTHON) -m venv out/wheel/env
	out/wheel/env/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	out/wheel/env/bin/python -m pip install --quiet --disable-pip-version-check --no-deps out/wheel/*.whl
	cd out/wheel && env/bin/resheno --version && env/bin/resheno demo demo && env/bin/resheno today --db demo/demo.resheno

check: test check-rest  ## everything that CI says, under five minutes

check-rest: lint types layers dependencies wheel

check-deep: setup  ## the tests that take minutes: random journeys, mutated files, killed processes
	$(BIN)/python -m pytest -m deep --timeout 900 -n auto --dist worksteal

pictures: setup  ## draw the pictures of the manual again
	rm -rf out/pictures && mkdir -p out/pictures docs/pictures
	$(BIN)/resheno --db out/pictures/base.resheno --quiet init
	$(BIN)/resheno --db out/pictures/base.resheno --quiet protocol import examples/zarechye-protocol.txt --yes
	$(BIN)/resheno --db out/pictures/base.resheno draw К-1 -o docs/pictures/cycle.svg
	$(BIN)/resheno --db out/pictures/base.resheno draw П-1 -o docs/pictures/waits.svg
	$(BIN)/resheno --db out/pictures/base.resheno draw П-1.1.2 -o docs/pictures/assignment.svg

manual: setup  ## write docs/commands.md again from the register of commands
	$(BIN)/python -m cli.manual > docs/commands.md

bench: setup out/bench-env/.ready  ## what is measured, against whom
	$(BIN)/python -m bench.cli_start
	$(BIN)/python -m bench.verify
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.intake out/bench-env/$(notdir $(BIN))/python
	-$(BIN)/python -m bench.advancing out/bench-env/$(notdir $(BIN))/python

# The others are installed beside us, never with us: natasha wants an old setuptools and 300 MB.
out/bench-env/.ready: requirements/bench.txt
	test -x out/bench-env/$(notdir $(BIN))/python || $(PYTHON) -m venv out/bench-env
	out/bench-env/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

release-check: setup  ## the large numbers, before a release (hours); alone: make release-check OF=tests/faults/store
	RESHENO_FAULTS=10000 $(BIN)/python -m pytest -m deep --timeout 14400 -n auto --dist worksteal $(OF)

lock: setup  ## pin the dependencies again, with hashes and without addresses
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/run.in -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/dev.in -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/bench.in -o requirements/bench.txt

clean:
	rm -rf out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
