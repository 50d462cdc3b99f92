# Each of these does all of the set-up that it needs, in the folder .venv.
#   make run     start the program; ARGS="--theme dark" hands options to it
#   make test    run the tests; ARGS="tests/model -x" hands options to pytest
#   make bench   measure how quick everything is, and hold it to its bounds
#   make check   run the linters and the type checker
#   make clean   remove what these made

PYTHON ?= python3
VENV = .venv/bin/python
PIP = $(VENV) -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
QT = $(VENV) -m scripts.install_qt_libraries

.PHONY: run test bench check clean

# What is still missing after this, the program says itself.
run: .venv/installed
	@$(QT) xcb 2>/dev/null || true
	@$(VENV) -m mnist_desktop $(ARGS)

test: .venv/installed-dev
	@$(QT) offscreen
	$(VENV) -m pytest $(ARGS)

bench: .venv/installed-dev
	@$(QT) offscreen
	$(VENV) -m pytest -m benchmark --timeout 0 -s $(ARGS)

check: .venv/installed-dev
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy

clean:
	rm -rf .venv build dist

.venv/installed: pyproject.toml constraints.txt
	@echo "Setting up .venv; the first time this fetches about 150 MB …"
	@$(PYTHON) -m venv .venv
	@$(PIP) --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	@$(PIP) --editable ".[dev]"
	@touch $@
