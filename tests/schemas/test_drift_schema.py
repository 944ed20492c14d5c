"""The shape of a report of drift is shipped as it is printed."""

import json

from sphinx_gitops.drift.baseline import SCHEMA_VERSION
from sphinx_gitops.schemas.drift_schema import DRIFT_SCHEMA_FILE, drift_schema, drift_schema_text
from support.project import ROOT


def test_the_shipped_file_is_the_schema():
    assert (ROOT / "sphinx_gitops" / DRIFT_SCHEMA_FILE).read_text(encoding="utf-8") == drift_schema_text()


def test_it_is_of_the_version_that_reports_have():
    assert json.loads(drift_schema_text())["properties"]["schema_version"] == {"const": SCHEMA_VERSION}
    assert set(drift_schema()["required"]) == {"schema_version", "findings"}
