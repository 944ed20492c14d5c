"""The format's table as JSON Schema (draft 2020-12), for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from sphinx_gitops import format as table
from sphinx_gitops.format import Key, Value
from sphinx_gitops.model import Direction, FlowKind, Mark, Tier
from sphinx_gitops.vocabulary import KINDS, STAGE_KINDS

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | bool | int"

SCHEMA_FILE = "workflow.schema.json"

_TEXT: dict[str, Json] = {"type": ["string", "number", "boolean"]}
_ID: Json = {"type": "string", "pattern": r"^[\p{L}_]([\p{L}\p{N}_.\-]*[\p{L}\p{N}_])?$"}

_END: Json = {"type": "string", "pattern": r"^(\p{L}[\p{L}\p{N}_.\-]*:)?[\p{L}_]([\p{L}\p{N}_.\-]*[\p{L}\p{N}_])?$"}


def _enum(values: list[str]) -> Json:
    return {"enum": list[Json](values)}


def _open(values: list[str]) -> Json:
    """Known words to complete, and others that a project's ``conf.py`` may declare."""
    return {"anyOf": [_enum(values), {"type": "string"}]}


def _one_or_many(item: Json) -> Json:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _parts(name: str, *more: str) -> Json:
    """A mapping of ids; with a template, null removes a part."""
    part: Json = {"anyOf": [_TEXT, *({"$ref": f"#/$defs/{one}"} for one in (name, *more)), {"type": "null"}]}
    return {"type": "object", "additionalProperties": part}


_COLOURS: dict[str, Json] = {name: {"type": "string", "pattern": f"^{table.COLOUR.pattern}$"} for name in table.STYLE}
_STYLE: Json = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **_COLOURS,
        "light": {"type": "object", "additionalProperties": False, "properties": _COLOURS},
        "dark": {"type": "object", "additionalProperties": False, "properties": _COLOURS},
    },
}

_VALUES: dict[Value, Json] = {
    Value.TEXT: _TEXT,
    Value.LINE: {**_TEXT, "pattern": r"^[^\r\n]*\s*$"},
    Value.MANIFEST: _one_or_many({"anyOf": [_TEXT, {"$ref": "#/$defs/binding"}]}),
    Value.ID: _ID,
    Value.WORKFLOW_ID: {"type": "string", "pattern": r"^[\p{L}_]([\p{L}\p{N}_\-]*[\p{L}\p{N}_])?$"},
    Value.IDS: _one_or_many(_ID),
    Value.TEXTS: _one_or_many(_TEXT),
    Value.ENDS: _one_or_many(_END),
    Value.DIRECTION: _enum([member.value for member in Direction]),
    Value.STAGE_KIND: _enum(list(STAGE_KINDS)),
    Value.KIND: _open(list(KINDS)),
    Value.FLOW_KIND: _enum([member.value for member in FlowKind]),
    Value.CLASS: {"type": "string"},
    Value.MARK: _enum([*(member.value for member in Mark), "none"]),
    Value.TIER: _enum([member.value for member in Tier]),
    Value.URL: {"type": "string"},
    Value.LINKS: {"type": "object", "additionalProperties": {"type": "string"}},
    Value.WAIVE: {"type": "object", "additionalProperties": _TEXT},
    Value.STAGES: _parts("stage", table.INCLUDE),
    Value.GROUPS: _parts("group", table.INCLUDE),
    Value.COMPONENTS: _parts("component"),
    Value.FLOWS: {
        "anyOf": [
            {"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/flow"}]}},
            {"$ref": "#/$defs/include"},
        ]
    },
    Value.STYLES: {"type": "object", "additionalProperties": _STYLE},
}


def _object(keys: tuple[Key, ...]) -> dict[str, Json]:
    properties: dict[str, Json] = {}
    for key in keys:
        value = _VALUES[key.value]
        assert isinstance(value, Mapping)
        properties[key.name] = {"description": key.meaning, **value}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def schema() -> dict[str, Json]:
    """The schema of a workflow file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sphinx-gitops workflow",
        **_object(table.WORKFLOW),
        "required": ["stages"],
        "$defs": {
            "stage": _object(table.STAGE),
            "group": _object(table.GROUP),
            "component": _object(table.COMPONENT),
            "include": {
                "type": "object",
                "additionalProperties": False,
                "required": [table.INCLUDE],
                "properties": {table.INCLUDE: {"type": "string", "description": "The file with what belongs here."}},
            },
            "binding": {
                "type": "object",
                "required": [table.OBJECT],
                "properties": {table.OBJECT: {"type": "string", "description": "The object, file or folder."}},
                "additionalProperties": _TEXT,
            },
            "flow": {**_object(table.FLOW), "required": ["from", "to"]},
        },
    }


def schema_text() -> str:
    """The schema as it is shipped and printed."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
