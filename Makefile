# Two commands need nothing but Python 3.11 and make: `make demo` and `make test`.

PYTHON ?= python3
PORT ?= 8000
export PORT

DEV := .venv-dev/bin
PLUGIN_OF_TESTS := $(shell find tests/dummy_plugin -type f ! -path '*/__pycache__/*' 2>/dev/null)
CATALOGUES := $(shell find platform plugins -name '*.po')
PYTEST := $(DEV)/python -m pytest
# Migrations and the messages are checked against an empty database of their own.
APART := VERBUND_DATA_DIR=var/check
PRODUCTION := VERBUND_DEMO=0 VERBUND_SCHEME=https VERBUND_BEHIND_PROXY=1 $(APART) \
	SECRET_KEY=$$($(DEV)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
	EMAIL_URL=smtp://127.0.0.1

SERVERS := var/postgres var/tests/postgres var/check/postgres

.DEFAULT_GOAL := help

.PHONY: help
help:  ## Show the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

.PHONY: demo
demo: .venv/.ok  ## Set all up from nothing and run the demo (PORT=8000)
	@exec .venv/bin/verbund demo

.PHONY: test
test: ready  ## Set all up and run the tests
	$(PYTEST) -n 2 -m 'not slow and not elasticsearch'

.PHONY: test-slow
test-slow: ready  ## Run the tests that take long: faults, fuzzing, many tenants
	$(PYTEST) -m 'slow and not elasticsearch'

.PHONY: test-elasticsearch
test-elasticsearch: ready  ## Run the tests that need an Elasticsearch: bring one up, and down again
	@$(DEV)/python tools/needs.py java maven
	$(PYTEST) -m elasticsearch tests/search

.PHONY: security
security: ready .venv-security/.ok  ## Read the code and attack a demo: bandit, schemathesis, wapiti
	$(DEV)/python -m tests.security.run

.PHONY: bench
bench: ready  ## Print measured ratios
	$(DEV)/python -m tests.bench

.PHONY: scale
scale: ready  ## Measure the search of 400 cities with both engines (SCALE="--documents 100" is shorter)
	@$(DEV)/python tools/needs.py java maven
	$(DEV)/python -m tests.scale $(SCALE)

.PHONY: screenshots
screenshots: ready  ## Take pictures of all page types, to look at, into var/screenshots/
	$(DEV)/python -m tests.browser.shots

.PHONY: check
check: lint types imports templates migrations deploy messages locks  ## Linters, types and checks without tests

.PHONY: lint
lint: .venv-dev/.ok
	$(DEV)/ruff check .
	$(DEV)/ruff format --check .

.PHONY: types
types: .venv-dev/.ok
	$(DEV)/mypy

.PHONY: imports
imports: .venv-dev/.ok
	$(DEV)/lint-imports --no-logo

.PHONY: templates
templates: .venv-dev/.ok
	$(DEV)/djlint --quiet --lint platform plugins themes

.PHONY: migrations
migrations: .venv-dev/.ok
	$(APART) $(DEV)/verbund makemigrations --check --dry-run

.PHONY: deploy
deploy: .venv-dev/.ok
	$(PRODUCTION) $(DEV)/verbund check --deploy --fail-level WARNING

.PHONY: messages
messages: .venv-dev/.ok
	$(APART) $(DEV)/verbund compile_messages --check

.PHONY: locks
locks:
	@! grep -nE '://|index-url|find-links' requirements.lock requirements-dev.lock requirements-security.lock

.PHONY: format
format: .venv-dev/.ok  ## Format the code
	$(DEV)/ruff format .
	$(DEV)/ruff check --fix .

.PHONY: clean
clean:  ## Delete what make made: environments, data of the demo and of the tests
	@if [ -x $(DEV)/python ]; then $(DEV)/python -m verbund.embedded $(SERVERS); \
	elif [ -x .venv/bin/python ]; then .venv/bin/python -m verbund.embedded $(SERVERS); fi
	rm -rf .venv .venv-dev .venv-security var

.PHONY: relock
relock:  ## Resolve the locks anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 pyproject.toml \
		-o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 pyproject.toml \
		--extra dev -c requirements.lock -o requirements-dev.lock
	uv pip compile --quiet --generate-hashes --python-version 3.11 requirements-security.in \
		-o requirements-security.lock

.PHONY: ready
ready: .venv-dev/.ok var/test-plugins/.ok var/messages.ok
	@$(DEV)/python tools/needs.py

.venv/.ok: requirements.lock pyproject.toml
	@$(PYTHON) tools/make_venv.py .venv requirements.lock

.venv-dev/.ok: requirements-dev.lock pyproject.toml
	@$(PYTHON) tools/make_venv.py .venv-dev requirements-dev.lock

# wapiti's requirements contradict ours, and one of them comes as source alone.
.venv-security/.ok: requirements-security.lock
	@$(PYTHON) -m venv .venv-security
	@.venv-security/bin/pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-security.lock
	@touch $@

# The plugin of the tests is a distribution of its own that the demo never sees.
var/test-plugins/.ok: .venv-dev/.ok $(PLUGIN_OF_TESTS)
	@rm -rf var/test-plugins
	@$(DEV)/pip install --quiet --disable-pip-version-check --no-deps --target var/test-plugins \
		tests/dummy_plugin
	@touch $@

var/messages.ok: .venv-dev/.ok $(CATALOGUES)
	@$(APART) $(DEV)/verbund compile_messages
	@touch $@
