"""The shape of ``gitops-runbooks.json`` as JSON Schema (draft 2020-12), for the tools that read it."""

from __future__ import annotations

import json

from sphinx_gitops.runbook import Procedure
from sphinx_gitops.schemas.workflow_schema import Json

CATALOGUE_SCHEMA_FILE = "runbooks.schema.json"
CATALOGUE_VERSION = 1
"""Rises when a reader of the old shape would fail on the new one; a new key alone does not raise it."""
_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_PLACE: dict[str, Json] = {"page": _TEXT, "anchor": _TEXT, "uri": _TEXT, "url": _TEXT}


def _record(meaning: str, **properties: Json) -> dict[str, Json]:
    """An object that has all of these keys."""
    shape: dict[str, Json] = {"description": meaning, "type": "object", "additionalProperties": False}
    return {**shape, "properties": properties, "required": list(properties)}


def _runbook() -> Json:
    return _record(
        "A runbook: what it is for, and where it is. Without `html_baseurl` its url is empty.",
        id=_TEXT,
        title=_TEXT,
        procedure={"enum": [*(procedure.value for procedure in Procedure), ""]},
        severity=_TEXT,
        owner=_TEXT,
        symptoms=_TEXTS,
        alerts=_TEXTS,
        alert_patterns=_TEXTS,
        components={"type": "array", "items": _record("A component.", name=_TEXT, title=_TEXT, owner=_TEXT)},
        **_PLACE,
    )


def _alert() -> Json:
    return _record(
        "An alert that leads to a page, by its rule, and the place there; its runbooks may be none.",
        name=_TEXT,
        severity=_TEXT,
        namespace=_TEXT,
        summary=_TEXT,
        runbooks=_TEXTS,
        **_PLACE,
    )


def catalogue_schema() -> dict[str, Json]:
    """The schema of ``gitops-runbooks.json``."""
    shape = _record(
        "The runbooks of a project.",
        catalogue_version={"const": CATALOGUE_VERSION},
        project=_TEXT,
        runbooks={"type": "array", "items": _runbook()},
        alerts={"type": "array", "items": _alert()},
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "gitops-runbooks.json", **shape}


def catalogue_schema_text() -> str:
    """The schema as it is shipped and printed."""
    return json.dumps(catalogue_schema(), indent=2, ensure_ascii=False) + "\n"
