"""The schema of the catalogue of runbooks is a schema, and every key of a record is wanted."""

from __future__ import annotations

import json

import jsonschema_rs

from sphinx_gitops.schemas.catalogue_schema import (
    CATALOGUE_SCHEMA_FILE,
    CATALOGUE_VERSION,
    catalogue_schema,
    catalogue_schema_text,
)
from support.project import ROOT


def test_it_is_a_schema_that_takes_an_empty_catalogue_and_nothing_unknown():
    schema = catalogue_schema()
    empty = {"catalogue_version": CATALOGUE_VERSION, "project": "", "runbooks": [], "alerts": []}
    validator = jsonschema_rs.validator_for(schema)
    assert validator.is_valid(empty)
    assert not validator.is_valid({**empty, "more": 1})
    assert not validator.is_valid({**empty, "catalogue_version": CATALOGUE_VERSION + 1})


def test_its_text_is_the_schema():
    assert json.loads(catalogue_schema_text()) == catalogue_schema()
    assert (ROOT / "sphinx_gitops" / CATALOGUE_SCHEMA_FILE).read_text(encoding="utf-8") == catalogue_schema_text()
