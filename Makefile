# Needs make and Python 3.11 or newer; everything else comes through pip into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# For every system and Python that pyproject.toml allows; what is pinned stays unless LOCK_OPTIONS=--upgrade.
LOCK = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 $(LOCK_OPTIONS)

.DEFAULT_GOAL := test
.PHONY: demo test fix docs golden bench growth mutate fuzz lock clean

demo: $(VENV)/.installed
	$(BIN)/kehoach render plans -o output

test: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/build_docs.py --check
	$(BIN)/pytest -rs -n auto

fix: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.installed-dev
	$(BIN)/python tools/build_docs.py

golden: $(VENV)/.installed-dev
	$(BIN)/pytest tests --update-golden

bench: $(VENV)/.installed-dev
	$(BIN)/python tools/bench.py

growth: $(VENV)/.installed-dev
	$(BIN)/python tools/growth.py

mutate: $(VENV)/.installed-dev
	$(BIN)/python tools/mutate.py

lock: | $(BIN)/python
	$(PIP) install 'uv>=0.7'
	$(LOCK) --extra build pyproject.toml -o requirements/run.txt
	$(LOCK) --extra build --extra dev pyproject.toml -o requirements/dev.txt

# MINUTES=10 and SEED=7 may be given.
fuzz: $(VENV)/.installed-dev
	$(BIN)/python tools/fuzz.py $(or $(MINUTES),10) $(SEED)

clean:
	rm -rf $(VENV) output build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	  .hypothesis .coverage

# The stamps make pip run only when pyproject.toml or the lock has changed.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "kehoach needs Python 3.11 or newer; $(PYTHON) is `$(PYTHON) --version 2>&1`." \
	    "Try: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make a virtual environment; on Debian and Ubuntu:" \
	    "apt-get install python3-venv"; exit 1; }

# Exact versions with hashes come first, then the tree itself, which fetches nothing more.
$(VENV)/.installed: pyproject.toml requirements/run.txt | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml requirements/dev.txt | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $(VENV)/.installed $@
