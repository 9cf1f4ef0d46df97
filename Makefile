# Everything here sets itself up: a machine with Python 3.11 or newer is enough.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: demo test lint bench docs clean

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(STAMP)

demo: $(STAMP)  ## the main job on the bundled specimens
	$(BIN)/mandex demo

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: $(STAMP) lint  ## lint, types, tests
	$(BIN)/python -m pytest -n auto

bench: $(STAMP)  ## speed and accuracy, beside rivals, by hand
	$(BIN)/python -m benchmarks

docs: $(STAMP)  ## docs/cli.md from the commands' own help
	$(BIN)/python -m docs.generate

clean:
	rm -rf $(VENV) build dist *.egg-info
