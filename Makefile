# make run, make test: everything else is in `make help`. Works with GNU make 3.81 or newer.

PORT ?= 8050
BIN := .venv/bin
# The locks already pin every package. A constraint set machine-wide could only contradict them.
PIP := PIP_CONSTRAINT=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 \
	$(BIN)/python -m pip install --quiet --require-hashes --requirement
# In the locks so that nobody has to look up how they were made.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" $(UPGRADE)

# An environment whose Python has gone (moved, upgraded) is made anew, and so are its stamps.
$(shell test -x $(BIN)/python || rm -f $(BIN)/installed-*)

.PHONY: help run dev check unit test soak coverage format lock demo geodata plotly bench screenshots theme oracles \
	clean
.DELETE_ON_ERROR:

help:
	@echo 'make run          start the dashboard on this machine (PORT=8050)'
	@echo 'make dev          the same, reloading at each save'
	@echo 'make check        format, lint, types, imports: seconds'
	@echo 'make unit         the tests that need no browser and no office program: a minute'
	@echo 'make test         every check and every test, with a browser (T=path: those tests alone)'
	@echo 'make soak         every test with all of its examples, drawn anew, and every probe of docs/hold.md: long'
	@echo 'make coverage     lines and branches that no test reaches'
	@echo 'make format       format the code and mend what the linter can'
	@echo 'make lock         pin the packages of pyproject.toml again (UPGRADE=--upgrade: newer ones)'
	@echo 'make demo         build the demonstration data again'
	@echo 'make geodata      build the maps again'
	@echo 'make plotly       build the part of plotly.js that draws our figures again (node, npm)'
	@echo 'make bench        measure clicks, loads and the server beside a plain Dash page'
	@echo 'make oracles      compare rounding and suppression with packages of statistical offices'
	@echo 'make theme        write the colours and sizes of the style sheets again'
	@echo 'make screenshots  take pictures of the pages'
	@echo 'make clean        remove the environment, the caches and what tests left'

run: $(BIN)/installed-run
	@$(BIN)/python -m dashboard.settings
	@# Without PORT in its environment, which says where other machines find a dashboard, and then asks for a login.
	@env -u PORT $(BIN)/gunicorn app:server --config gunicorn.conf.py --bind 127.0.0.1:$(or $(PORT),8050)

dev: $(BIN)/installed-dev
	@env -u PORT $(BIN)/python -m tools.dev $(or $(PORT),8050)

check: $(BIN)/installed-dev
	@tools/check

unit: $(BIN)/installed-dev
	@HYPOTHESIS_PROFILE=quick tools/test -m 'not browser and not office' --ignore tests/browser

test: $(BIN)/installed-dev
	@$(BIN)/python -m tools.browser
	@tools/test $(T)

soak: $(BIN)/installed-dev
	@$(BIN)/python -m tools.browser
	@HYPOTHESIS_PROFILE=soak tools/test tests
	@$(BIN)/python -m bench hold

coverage: $(BIN)/installed-dev
	@HYPOTHESIS_PROFILE=quick tools/test -m 'not browser and not office' \
		--cov --cov-branch --cov-report term:skip-covered --cov-report html:test-results/coverage

format: $(BIN)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	[ ! -x $(BIN)/oxfmt ] || $(BIN)/oxfmt assets

lock: $(BIN)/installed-dev
	$(LOCK) --output-file requirements/run.txt pyproject.toml
	for engine in duckdb postgresql spark; do $(LOCK) --output-file requirements/$$engine.txt \
		--constraints requirements/run.txt --extra $$engine pyproject.toml || exit; done
	$(LOCK) --output-file requirements/oracles.txt requirements/oracles.in
	$(LOCK) --output-file requirements/dev.txt --constraints requirements/run.txt \
		--extra duckdb --extra postgresql --extra spark --group dev pyproject.toml

demo: $(BIN)/installed-dev
	$(BIN)/python -m dashboard.demonstration

geodata: $(BIN)/installed-dev
	$(BIN)/python -m geodata.build

plotly: $(BIN)/installed-dev
	$(BIN)/python -m tools.plotly_bundle

bench: $(BIN)/installed-dev
	$(BIN)/python -m bench

theme: $(BIN)/installed-dev
	$(BIN)/python -m tools.theme

screenshots: $(BIN)/installed-dev
	@$(BIN)/python -m tools.browser
	$(BIN)/python -m tools.screenshots

# In an environment of their own: they need older packages than the dashboard.
oracles: $(BIN)/installed-dev .oracles/installed
	@mkdir -p test-results/oracles
	@$(BIN)/python -m tools.oracles.ours test-results/oracles
	@.oracles/bin/python -W ignore tools/oracles/theirs.py test-results/oracles

clean:
	rm -rf .venv .oracles .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache \
		screenshots test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@tools/make-venv

# Stamps: installed again when a lock changes or the environment is new.
$(BIN)/installed-run: requirements/run.txt $(BIN)/python
	@echo 'Installing what the dashboard needs (a minute, once)'
	@$(PIP) requirements/run.txt
	@touch $@

.oracles/installed: requirements/oracles.txt
	@echo 'Installing the packages to compare with (a minute or two, once)'
	@$(BIN)/python -m venv --clear .oracles
	@PIP_CONSTRAINT=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 \
		.oracles/bin/python -m pip install --quiet --require-hashes --requirement $<
	@touch $@

$(BIN)/installed-dev: requirements/dev.txt $(BIN)/python
	@echo 'Installing what the dashboard and its tests need (a minute or two, once)'
	@$(PIP) requirements/dev.txt
	@touch $@ $(BIN)/installed-run
