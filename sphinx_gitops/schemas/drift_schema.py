"""The shape of a JSON report of drift as JSON Schema (draft 2020-12), for the tools that read it."""

from __future__ import annotations

import json

from sphinx_gitops.drift.baseline import SCHEMA_VERSION
from sphinx_gitops.problems import Severity
from sphinx_gitops.schemas.workflow_schema import Json

DRIFT_SCHEMA_FILE = "drift.schema.json"
_TEXT: Json = {"type": "string"}


def _place(meaning: str, least: int) -> Json:
    return {
        "description": meaning,
        "type": "object",
        "additionalProperties": False,
        "properties": {"file": _TEXT, "line": {"type": "integer", "minimum": least}},
        "required": ["file", "line"],
    }


def _finding() -> Json:
    properties: dict[str, Json] = {
        "code": {"description": "The rule, without gitops. before it.", "type": "string"},
        "severity": {"enum": [one.value for one in Severity]},
        "message": {"description": "What differs, on one line.", "type": "string"},
        "documented": _place("Where the documentation says it.", 1),
        "found": _place("Where the repository says otherwise; the line of a folder, which ends in a slash, is 0.", 0),
        "object": {"description": "The id of the object, or the folder or file.", "type": "string"},
        "field": {"description": "The field that differs, or the edge that is missing; else empty.", "type": "string"},
        "expected": {"description": "What the documentation says; else empty.", "type": "string"},
        "actual": {"description": "What the repository says; else empty.", "type": "string"},
        "waived": {"description": "Why the finding is accepted; empty where it is not.", "type": "string"},
    }
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(properties)}


def drift_schema() -> dict[str, Json]:
    """The schema of the report, which is a baseline, too."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Drift between workflows and their repositories",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "findings": {"type": "array", "items": _finding()},
        },
        "required": ["schema_version", "findings"],
    }


def drift_schema_text() -> str:
    """The schema as it is shipped and printed."""
    return json.dumps(drift_schema(), indent=2, ensure_ascii=False) + "\n"
