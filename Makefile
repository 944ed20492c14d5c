PYTHON ?= python3
DEMO := .venv
TEST := .venv-test

.PHONY: demo test
demo: $(DEMO)/ready
	$(DEMO)/bin/sphinx-build -q -W -n --keep-going -d build/doctrees -b html docs/demo build/demo
	@echo "$(CURDIR)/build/demo/index.html"

$(DEMO)/ready: pyproject.toml
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[static,docs]"
	touch $@

test: $(TEST)/ready
	sh tools/system-packages.sh
	$(TEST)/bin/tox run -e lint,types,arch,docs,sphinx74,sphinx80,sphinx81,sphinx82,sphinx90,pdf,others,browser,slow,lowest,bare,mmdr,python310,dist,py

$(TEST)/ready: Makefile
	$(PYTHON) -m venv $(TEST)
	$(TEST)/bin/python -m pip install --quiet --disable-pip-version-check "tox>=4.11,<5"
	touch $@
