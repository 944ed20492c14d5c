"""The shape of ``gitops-audit.json`` as JSON Schema (draft 2020-12), for the tools that read it."""

from __future__ import annotations

import json

from sphinx_gitops.schemas.workflow_schema import Json

AUDIT_SCHEMA_FILE = "audit.schema.json"
AUDIT_SCHEMA_VERSION = 1
"""Rises when a reader of the old shape would fail on the new one; a new key alone does not raise it."""
RESULTS = ("met", "waived", "not met", "unverifiable")
"""What a rule says of a practice."""
KINDS = ("component", "flow", "runbook", "manifest")
"""What evidence is."""
_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "array", "items": _TEXT}


def _record(**properties: Json) -> dict[str, Json]:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(properties)}


def _listed(item: Json) -> Json:
    return {"type": "array", "items": item}


def _evidence() -> Json:
    deployed: Json = {
        "description": "Whether a reconciler of the repository deploys it; null where that is not known.",
        "type": ["boolean", "null"],
    }
    place: Json = {"description": "The file and line of a manifest; else empty.", "type": "string"}
    return _record(
        kind={"enum": list(KINDS)},
        name=_TEXT,
        title=_TEXT,
        **{"from": _TEXTS, "to": _TEXTS},
        place=place,
        revision=_TEXT,
        deployed=deployed,
    )


def audit_schema() -> dict[str, Json]:
    """The schema of the export."""
    result = _record(
        rule={"description": "The code of the rule, empty for a practice without one.", "type": "string"},
        requirement=_TEXT,
        result={"enum": list(RESULTS)},
        remarks=_TEXTS,
        evidence=_listed(_evidence()),
    )
    control = _record(id=_TEXT, title=_TEXT, section=_TEXT, prose=_TEXT, results=_listed(result))
    audit = _record(
        workflow=_TEXT,
        title=_TEXT,
        document=_TEXT,
        framework=_record(title=_TEXT, version=_TEXT, url=_TEXT),
        counts=_record(**{name: {"type": "integer", "minimum": 0} for name in RESULTS}),
        level={"description": "The highest level that is reached, or empty.", "type": "string"},
        levels=_listed(_record(name=_TEXT, missing=_TEXTS)),
        controls=_listed(control),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Audits of delivery workflows",
        **_record(schema_version={"const": AUDIT_SCHEMA_VERSION}, project=_TEXT, audits=_listed(audit)),
    }


def audit_schema_text() -> str:
    """The schema as it is shipped and printed."""
    return json.dumps(audit_schema(), indent=2, ensure_ascii=False) + "\n"
