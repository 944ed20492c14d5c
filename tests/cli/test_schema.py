"""``sphinx-gitops schema``: JSON."""

from __future__ import annotations

import json

from support.command import run


def test_schema_of_the_export_is_json():
    assert "schema_version" in json.loads(run("schema", "export").stdout)["required"]


def test_schema_is_json():
    assert json.loads(run("schema").stdout)["required"] == ["stages"]
