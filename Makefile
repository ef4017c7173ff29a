# `make demo` and `make test` are all one needs; the rest are their parts. Works with Python 3.11+, venv and make.

PYTHON ?= python3
BIN := .venv/bin
RUN := SECRET_KEY="$$(cat var/secret-key)" HTTPS=off
WORKERS ?= 2
STATIC := $(wildcard workbench/*/static)

TRUST := var/trust/bin
SITE := var/site/environment/bin

.PHONY: demo test check lint style types contracts format unit coverage sqlite postgresql golden messages pictures site mutants lock sbom audit clean

demo: .venv/runtime var/secret-key  ## everything, then the server
	@$(RUN) $(BIN)/python manage.py demo $(if $(PORT),--port $(PORT))

test: lint coverage postgresql  ## everything, on both databases
	@echo "make test: all parts passed."

check: lint unit  ## the fast half

lint: style types contracts

style: .venv/dev  ## how Python, modules, style sheets and templates are set, and what a linter knows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/deno fmt --quiet --check deno.json $(STATIC)
	$(BIN)/deno lint --quiet $(STATIC)
	$(BIN)/python -m tests.style_sheets
	$(BIN)/djangofmt --quiet --check workbench
	$(BIN)/djangofmt --quiet check workbench

types: .venv/dev
	$(BIN)/mypy --no-incremental  # a warm cache forgets the managers of Django models

contracts: .venv/dev  ## imports run one way; models and migrations agree
	$(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemigrations --check --dry-run

format: .venv/dev  ## set everything as `make lint` wants it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/deno fmt --quiet deno.json $(STATIC)
	$(BIN)/djangofmt --quiet workbench

unit: .venv/dev
	env -u DATABASE_URL $(BIN)/pytest -q -n $(WORKERS) -m "not slow and not browser"

coverage: .venv/dev  ## all tests on SQLite; fails under the floor of pyproject.toml
	env -u DATABASE_URL $(BIN)/pytest -q -n $(WORKERS) --cov --cov-report=term:skip-covered

sqlite: .venv/dev  ## the slow half of them, without measuring
	env -u DATABASE_URL $(BIN)/pytest -q -n $(WORKERS) -m "slow or browser"

postgresql: .venv/dev
	$(BIN)/python -m tests.postgresql $(BIN)/pytest -q -n $(WORKERS) -m "not browser" --ignore=tests/text --ignore=tests/interchange

golden: .venv/dev  ## write anew what the engine says of the texts in tests/text/golden; read the change line by line
	$(BIN)/python -m tests.text.golden

messages: .venv/dev  ## write the catalogues of the pages' languages anew: docs/translating.md
	$(BIN)/python -m tests.messages $(FRAGMENTS)

pictures: .venv/dev  ## draw the pictures of the guides anew, of the demo as it is
	PICTURES=write $(BIN)/pytest -q tests/web/browser/test_pictures.py

site: $(SITE)/sphinx-build  ## docs/ and the guides as pages: var/site/pages; a warning or a dead link fails
	rm -rf var/site/source && cp -R docs var/site/source && cp -R workbench/web/papers/texts var/site/source/guides
	cp -R workbench/web/static/web/guide var/site/source/pictures
	$(SITE)/sphinx-build -q -W --keep-going -n -b html -d var/site/cache var/site/source var/site/pages
	@echo "var/site/pages/index.html"

mutants: .venv/dev  ## how many small faults of the text engine the tests notice; hours, one process (MUTANTS=anchors: a part)
	nice -n 19 $(BIN)/python -m tests.mutants $(MUTANTS)

lock: .venv/dev  ## write the lock files anew, without naming any host
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --custom-compile-command "make lock" $(LOCK) --extra postgresql --extra formats --extra sso pyproject.toml \
	  -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --custom-compile-command "make lock" $(LOCK) --extra postgresql --extra formats --extra sso --group dev \
	  -c requirements.lock pyproject.toml -o requirements-dev.lock

sbom: $(TRUST)/pip-audit  ## what a release is made of: var/sbom.json (CycloneDX)
	$(TRUST)/cyclonedx-py requirements requirements.lock --of JSON --output-reproducible -o var/sbom.json

audit: $(TRUST)/pip-audit  ## known holes in what is locked; lists what the index of packages tells nothing of
	$(TRUST)/pip-audit --require-hashes --disable-pip -r requirements.lock

$(TRUST)/pip-audit:
	$(PYTHON) -m venv var/trust
	$(TRUST)/pip install -q --disable-pip-version-check "cyclonedx-bom>=7,<8" "pip-audit>=2.9,<3"

$(SITE)/sphinx-build:
	$(PYTHON) -m venv var/site/environment
	$(SITE)/pip install -q --disable-pip-version-check "furo>=2025.12" "myst-parser>=5,<6" "sphinx>=9,<10"

clean:  ## forget the environment and all caches; var/ (what was entered) stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

.venv/runtime: requirements.lock | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/runtime

var/secret-key:
	@mkdir -p var && umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(48))' > $@
