# Two commands do everything: `make run` and `make test`. Both make .venv from the locked, hashed dependencies when it
# is missing or old. Needs make and Python 3.11 or newer, nothing else. Written for GNU make 3.81 (macOS) onwards.

SHELL := /bin/sh
VENV  := .venv
BIN   := $(VENV)/bin

# Another interpreter: make run PYTHON=/path/to/python3
PYTHON     :=
CANDIDATES := $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python3.14)
IS_RECENT  := import sys; sys.exit(sys.version_info < (3, 11))
HAS_VENV   := import ensurepip, venv

PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE     := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
               --no-header --no-annotate --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

# A moved folder or a removed interpreter leaves an environment that does not start: it counts as missing.
ifneq ($(shell grep -qs "$(CURDIR)/$(VENV)/" $(BIN)/pip && $(BIN)/python -c '' 2>/dev/null && echo usable),usable)
$(shell rm -f $(VENV)/.runtime $(VENV)/.dev)
endif

.PHONY: help run test check lint types imports lock bench mutation clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/.runtime ## the bot: on Telegram with SHENBAO_TOKEN set, else on the built-in sandbox with a chat page
	$(BIN)/shenbao run

test: lint types imports ## everything that CI checks
	$(BIN)/pytest -n 2 --dist worksteal --ignore=tests/benchmarks --hypothesis-profile=ci --cov --cov-report=term

check: lint types imports ## the quick part of `make test`, under a minute
	$(BIN)/pytest -q -n 2 --dist worksteal --ignore=tests/benchmarks --ignore=tests/journeys -m 'not slow' \
		--hypothesis-profile=quick

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

bench: $(VENV)/.dev ## benchmarks: they print ratios and judge nothing by the clock
	$(BIN)/pytest tests/benchmarks -q -s

mutation: $(VENV)/.dev requirements-mutation.lock ## mutation tests of rules/, an hour and more; no part of `make test`
	$(PIP_INSTALL) --require-hashes --requirement requirements-mutation.lock
	sh tests/mutation/run.sh

lock: $(VENV)/.dev ## resolve the dependencies of pyproject.toml anew (UPGRADE=1: to their newest versions)
	$(COMPILE) pyproject.toml --group build --group dev --output-file requirements-dev.lock
	$(COMPILE) pyproject.toml --group build --constraint requirements-dev.lock --output-file requirements.lock
	$(COMPILE) --group mutation --constraint requirements-dev.lock --output-file requirements-mutation.lock

clean: ## remove the environment and every cache; what the bot has stored (var/) stays
	rm -rf $(VENV) build dist .coverage .coverage.* htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache
	find bot handlers rules tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.runtime: requirements.lock pyproject.toml
	@python=''; bare=''; \
	for candidate in $(CANDIDATES); do \
		"$$candidate" -c '$(IS_RECENT)' 2>/dev/null || continue; \
		if "$$candidate" -c '$(HAS_VENV)' 2>/dev/null; then python="$$candidate"; break; fi; \
		bare="$$candidate"; \
	done; \
	if [ -z "$$python" ] && [ -n "$$bare" ]; then \
		echo "$$bare has no venv module. Install it, e.g. on Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
	elif [ -z "$$python" ]; then \
		echo "Python 3.11 or newer is needed (looked for: $(CANDIDATES)). Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python" >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$python ($$("$$python" -V 2>&1)) …"; \
	"$$python" -m venv --clear $(VENV)
	$(PIP_INSTALL) --require-hashes --requirement requirements.lock
	$(PIP_INSTALL) --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(PIP_INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@
