"""What a repository declares in, JSON values out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sphinx_gitops.importers.discovery import DiscoveredObject, Discovery

SCHEMA_VERSION = 1


def _object(one: DiscoveredObject) -> dict[str, Any]:
    return {
        "id": one.id,
        "family": one.family,
        "group": one.group,
        "kind": one.kind,
        "namespace": one.namespace,
        "namespaces": list(one.namespaces),
        "name": one.name,
        "environments": list(one.environments),
        "file": one.location.file,
        "line": one.location.line,
        "fields": {field.name: field.value for field in one.fields},
        "generates": None if one.generates is None else [each._asdict() for each in one.generates],
        "unverifiable": list(one.unverifiable),
    }


def to_json(discovery: Discovery) -> dict[str, Any]:
    """The document that ``discover --json`` prints."""
    return {
        "schema_version": SCHEMA_VERSION,
        "found": discovery.found,
        "environments": [
            {"name": one.name, "tier": one.tier, "folders": list(one.folders)} for one in discovery.environments
        ],
        "objects": [_object(one) for one in discovery.objects],
        "folders": [
            {
                "path": one.path,
                "file": one.location.file,
                "line": one.location.line,
                "environments": list(one.environments),
                "namespace": one.namespace,
            }
            for one in discovery.folders
        ],
        "edges": [
            {
                "kind": one.kind,
                "state": one.state.value,
                "from": one.source,
                "to": one.target,
                "file": one.location.file,
                "line": one.location.line,
            }
            for one in discovery.edges
        ],
        "unverifiable": [
            {
                "object": one.object,
                "field": one.field,
                "text": one.text,
                "why": one.why,
                "file": one.location.file,
                "line": one.location.line,
            }
            for one in discovery.unverifiable
        ],
        "problems": [
            {
                "code": one.code,
                "severity": one.severity.value,
                "message": one.message,
                "file": one.location.file,
                "line": one.location.line,
            }
            for one in discovery.problems
        ],
    }


def _lines(document: dict[str, Any]) -> Iterator[str]:
    """Each item of a list on a line of its own."""
    last = next(reversed(document))
    for key, value in document.items():
        comma = "" if key == last else ","
        if isinstance(value, list) and value:
            yield f'"{key}": ['
            yield ",\n".join(f"  {json.dumps(item)}" for item in value)
            yield f"]{comma}"
        else:
            yield f'"{key}": {json.dumps(value)}{comma}'


def to_text(discovery: Discovery) -> str:
    """The text of that document."""
    return "\n".join(("{", *_lines(to_json(discovery)), "}", ""))
