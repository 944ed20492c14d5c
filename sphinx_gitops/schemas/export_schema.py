"""The shape of ``gitops.json`` as JSON Schema (draft 2020-12), for the tools that read it."""

from __future__ import annotations

import json

from sphinx_gitops.model import FlowKind, Mark, Tier
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.schemas.workflow_schema import Json

EXPORT_SCHEMA_FILE = "export.schema.json"
SCHEMA_VERSION = 1
"""Rises when a reader of the old shape would fail on the new one; a new key alone does not raise it."""

_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_BOXES: Json = {"type": "array", "items": {"$ref": "#/$defs/box"}}


def _one_of(names: list[str]) -> Json:
    return {"enum": [*names, ""]}


def _record(meaning: str, **properties: Json) -> Json:
    """An object that has all of these keys."""
    shape: dict[str, Json] = {"description": meaning, "type": "object", "additionalProperties": False}
    return {**shape, "properties": properties, "required": list(properties)}


def _listed(name: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _definitions() -> dict[str, Json]:
    place: Json = {"$ref": "#/$defs/place"}
    known: dict[str, Json] = {"formerly": _TEXTS, "documented": place, "mentioned": _TEXTS}
    return {
        "place": {
            "description": "Where a reader finds it; the address, in HTML alone, is relative to the root of the site.",
            "type": "object",
            "additionalProperties": False,
            "properties": {"document": _TEXT, "anchor": _TEXT, "uri": _TEXT},
            "required": ["document", "anchor"],
        },
        "box": _record(
            "A stage or a group; the groups in it, and the full names of its own components.",
            name=_TEXT,
            title=_TEXT,
            kind=_TEXT,
            description=_TEXT,
            groups=_BOXES,
            components=_TEXTS,
        ),
        "workflow": _record(
            "A workflow, its stages in the order in which they are drawn.",
            id=_TEXT,
            title=_TEXT,
            description=_TEXT,
            stages=_BOXES,
            **known,
        ),
        "component": _record(
            "A component, with what its description adds; what is not known is empty.",
            name=_TEXT,
            workflow=_TEXT,
            id=_TEXT,
            title=_TEXT,
            kind=_TEXT,
            mark=_one_of([mark.value for mark in Mark]),
            tier=_one_of([tier.value for tier in Tier]),
            stage=_TEXT,
            groups=_TEXTS,
            owner=_TEXT,
            tags=_TEXTS,
            url=_TEXT,
            links={"type": "object", "additionalProperties": _TEXT},
            manifest=_TEXT,
            description=_TEXT,
            described={"type": "boolean"},
            runbooks=_TEXTS,
            alerts=_TEXTS,
            **known,
        ),
        "flow": _record(
            "Arrows from each of the one to each of the other, by full name.",
            workflow=_TEXT,
            sources=_TEXTS,
            targets=_TEXTS,
            kind={"enum": [kind.value for kind in FlowKind]},
            label=_TEXT,
            description=_TEXT,
        ),
        "runbook": _record(
            "A runbook; the components are those that were found, the anchors others of its document that mean it.",
            id=_TEXT,
            title=_TEXT,
            procedure=_one_of([procedure.value for procedure in Procedure]),
            severity=_TEXT,
            owner=_TEXT,
            symptoms=_TEXTS,
            components=_TEXTS,
            alerts=_TEXTS,
            binds=_TEXTS,
            anchors=_TEXTS,
            **known,
        ),
        "alert": _record(
            "An alert, by its rule; the document is empty where it leads nowhere.",
            name=_TEXT,
            tool={"enum": ["prometheus", "grafana", "flux"]},
            severity=_TEXT,
            group=_TEXT,
            namespace=_TEXT,
            summary=_TEXT,
            expression=_TEXT,
            duration=_TEXT,
            labels={"type": "object", "additionalProperties": _TEXT},
            links=_TEXTS,
            runbooks=_TEXTS,
            components=_TEXTS,
            rule=_record("The place of the rule, from the folder of conf.py.", file=_TEXT, line={"type": "integer"}),
            documented=place,
        ),
    }


def export_schema() -> dict[str, Json]:
    """The schema of ``gitops.json``."""
    parts = {f"{name}s": _listed(name) for name in ("workflow", "component", "flow", "runbook", "alert")}
    version: Json = {"const": SCHEMA_VERSION}
    shape = _record("What a project says of its delivery.", schema_version=version, project=_TEXT, **parts)
    assert isinstance(shape, dict)
    head: dict[str, Json] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "gitops.json"}
    return {**head, **shape, "$defs": _definitions()}


def export_schema_text() -> str:
    """The schema as it is shipped and printed."""
    return json.dumps(export_schema(), indent=2, ensure_ascii=False) + "\n"
