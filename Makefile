PYTHON ?= python3
DEMO := .venv
TOX := .venv-test/bin/tox
# Interpreters of pyenv are found too, behind those of the path.
RUN = PATH="$$PATH$$(sh tools/interpreters.sh)" $(TOX) run

.PHONY: help demo docs adopt test test-quick coverage system
help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(DEMO)/ready ## build the example site and print the path of its first page
	$(DEMO)/bin/sphinx-build -q -W -n --keep-going -d build/doctrees -b html docs/demo build/demo
	@echo "$(CURDIR)/build/demo/index.html"

docs: $(DEMO)/ready ## build the manual and print the path of its first page
	$(DEMO)/bin/sphinx-build -q -W -n --keep-going -j auto -d build/manual-doctrees -b html docs build/docs
	@echo "$(CURDIR)/build/docs/index.html"

adopt: $(DEMO)/ready ## build DOCS="FOLDER ..." with and without the extension, and print what differs
	$(DEMO)/bin/python tools/adopt.py $(DOCS)

test: system $(TOX) ## everything that must hold
	$(RUN)

test-quick: $(TOX) ## the suite on one Sphinx, without browser and LaTeX
	$(RUN) -e py

coverage: $(TOX) ## branches that no test takes
	$(RUN) -e coverage

system:
	sh tools/system-packages.sh

$(DEMO)/ready: pyproject.toml
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[docs]"
	touch $@

$(TOX):
	$(PYTHON) -m venv .venv-test
	.venv-test/bin/python -m pip install --quiet --disable-pip-version-check "tox>=4.11,<5"
