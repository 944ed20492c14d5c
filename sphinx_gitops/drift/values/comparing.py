"""A documented value and a field of an object in, whether they say the same out: ``./apps`` is ``apps``, 1h is 60m."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from sphinx_gitops.drift.naming.inventory import Inventory
from sphinx_gitops.importers.discovery import DiscoveredObject, Field
from sphinx_gitops.importers.repository.masking import is_templated

_DURATION = re.compile(r"(?:\d+(?:\.\d+)?(?:h|ms|m|s))+")
_PIECE = re.compile(r"(\d+(?:\.\d+)?)(h|ms|m|s)")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_DEFAULTS: Mapping[str, str] = {
    "automated": "false",
    "path": "./",
    "prune": "false",
    "selfHeal": "false",
    "suspend": "false",
    "targetRevision": "HEAD",
}
"""What a field means that is not there, by the end of its name."""
NAMESPACE, ENVIRONMENT, NAME = "metadata.namespace", "environment", "metadata.name"
"""What is held of an object besides its fields: its effective namespace, its environment and its name."""
_ALIASES = {"namespace": NAMESPACE, "environments": ENVIRONMENT, "name": NAME}


def text_of(value: str | bool) -> str:
    """A value as a message shows it."""
    return str(value).lower() if isinstance(value, bool) else value


def _last(field: str) -> str:
    return field.rpartition(".")[2]


def _seconds(text: str) -> float | None:
    if not _DURATION.fullmatch(text):
        return None
    return sum(float(number) * _SECONDS[unit] for number, unit in _PIECE.findall(text))


def _plain(field: str, text: str) -> str | float:
    """A value as it is compared."""
    last = _last(field).lower()
    if last.endswith("path"):
        return posixpath.normpath(text.strip() or ".").lstrip("/") or "."
    if text.lower() in {"true", "false"}:
        return text.lower()
    seconds = _seconds(text) if "interval" in last or "timeout" in last else None
    return text if seconds is None else seconds


def is_same(field: str, expected: str, actual: str | bool) -> bool:
    """Whether two values of a field mean the same."""
    return _plain(field, expected) == _plain(field, text_of(actual))


def default_of(field: str) -> str:
    """What a field means that is not there; empty where that is not known."""
    return _DEFAULTS.get(_last(field), "")


def full_name(inventory: Inventory, one: DiscoveredObject, field: str) -> str:
    """A field's name as the repository has it: a short one that one field ends in means that."""
    fields = inventory.fields[one.id]
    if field in fields:
        return field
    ending = [name for name in fields if name.endswith(f".{field}")]
    return ending[0] if len(ending) == 1 else _ALIASES.get(field, field)


def field_of(inventory: Inventory, one: DiscoveredObject, field: str) -> Field | None:
    """A field of an object, also those that come from its surroundings; None where there is none."""
    place = one.namespace_location or one.location
    if field == NAMESPACE:
        return Field(field, one.namespace, place)
    if field == ENVIRONMENT:
        return Field(field, ", ".join(one.environments), one.location)
    if field == NAME:
        return Field(field, one.name, one.location)
    return inventory.fields[one.id].get(field)


def is_unverifiable(one: DiscoveredObject, field: str, found: Field | None) -> bool:
    """Whether nothing can be concluded: a template, a document that cannot be read, or overlays that may add it."""
    if field in one.unverifiable or "spec" in one.unverifiable:
        return True
    if found is None:
        return any(field.startswith(f"{name}.") for name in one.unverifiable) or len(one.environments) > 1
    if field == ENVIRONMENT:
        return not one.environments
    if field == NAMESPACE:
        return len(one.namespaces) > 1
    return isinstance(found.value, str) and is_templated(found.value)
