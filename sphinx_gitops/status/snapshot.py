"""What ``kubectl get applications,kustomizations,helmreleases -A -o json`` prints in, the state of each object out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from sphinx_gitops.evidence import State
from sphinx_gitops.status.conditions import mapping_at, states_of, text_at

MAX_BYTES = 100_000_000
"""A larger file is not read."""
_TIMES = frozenset(
    {
        "creationTimestamp",
        "deployedAt",
        "finishedAt",
        "lastHandledReconcileAt",
        "lastTransitionTime",
        "lastUpdateTime",
        "observedAt",
        "reconciledAt",
        "startedAt",
        "time",
    }
)
"""The keys under which objects say when something happened."""
_EXPLICIT = ("time", "timestamp", "generatedAt")
"""The keys of the whole under which a project may say when it was taken."""
_HELD = (
    ("spec.path", ("spec", "path")),
    ("spec.source.path", ("spec", "source", "path")),
    ("spec.source.targetRevision", ("spec", "source", "targetRevision")),
    ("spec.destination.namespace", ("spec", "destination", "namespace")),
    ("spec.targetNamespace", ("spec", "targetNamespace")),
)
"""The values that tell an object of one environment from that of another."""
_COMMAND = "kubectl get applications,kustomizations,helmreleases -A -o json"


class SnapshotError(ValueError):
    """The text is no list of objects; the message says why, ``line`` where."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveObject:
    """One object of a cluster; ``owners`` are the kinds and names of what made it, ``fields`` some of its values."""

    group: str
    kind: str
    namespace: str
    name: str
    states: tuple[State, ...]
    owners: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """How it is named in messages, as a binding names it."""
        return "/".join(part for part in (self.kind, self.namespace, self.name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The objects of a cluster at one time, which is empty where nothing says it."""

    objects: tuple[LiveObject, ...] = ()
    time: str = ""


def _read_time(text: str) -> datetime | None:
    """A time as Kubernetes writes it, in UTC."""
    try:
        found = datetime.fromisoformat(text.strip().replace("Z", "+00:00")[:19] + _offset(text))
        return found.astimezone(timezone.utc)
    except (ValueError, OverflowError):  # before the first year, or behind the last
        return None


def _offset(text: str) -> str:
    """The offset of a time, whatever fraction of a second is before it."""
    rest = text.strip()[19:].lstrip(".0123456789")
    return "+00:00" if rest in {"", "Z", "z"} else rest


def _times(items: Iterable[Mapping[str, Any]]) -> Iterator[datetime]:
    """Every time that objects say, however deep."""
    waiting: list[object] = list(items)
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += [inside for inside in value.values() if isinstance(inside, (dict, list))]
            texts = (inside for key, inside in value.items() if key in _TIMES and isinstance(inside, str))
            yield from filter(None, map(_read_time, texts))


def _time_of(document: object, items: list[Mapping[str, Any]]) -> str:
    """When the snapshot was taken, as far as it says: its own field, else the newest of its objects."""
    explicit = (_read_time(text_at(document, key)) for key in _EXPLICIT)
    found = next((time for time in explicit if time), None) or max(_times(items), default=None)
    return f"{found:%Y-%m-%d %H:%M} UTC" if found else ""


def _owners(metadata: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    found = metadata.get("ownerReferences")
    for one in found if isinstance(found, list) else ():
        yield text_at(one, "kind"), text_at(one, "name")


def _object(item: Mapping[str, Any]) -> LiveObject:
    metadata = mapping_at(item, "metadata")
    values = ((name, text_at(item, *keys)) for name, keys in _HELD)
    return LiveObject(
        group=text_at(item, "apiVersion").rpartition("/")[0],
        kind=text_at(item, "kind"),
        namespace=text_at(metadata, "namespace"),
        name=text_at(metadata, "name"),
        states=states_of(item),
        owners=tuple(_owners(metadata)),
        fields=tuple((name, value) for name, value in values if value),
    )


def _items(document: Any) -> list[Mapping[str, Any]]:
    """The objects of a list, or the one object. Raises SnapshotError."""
    found = document.get("items", [document]) if isinstance(document, dict) else document
    items: list[Mapping[str, Any]] = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    is_list = isinstance(found, list) and len(items) == len(found)
    if not is_list or not all(text_at(one, "kind") and text_at(one, "metadata", "name") for one in items):
        raise SnapshotError(f"no list of objects of a cluster: expected what '{_COMMAND}' prints")
    return items


def read_snapshot(raw: bytes) -> Snapshot:
    """The objects in a file. Raises SnapshotError."""
    if len(raw) > MAX_BYTES:
        raise SnapshotError(f"{len(raw):,} bytes, at most {MAX_BYTES:,} are read")
    try:
        document = json.loads(raw)
    except json.JSONDecodeError as error:
        raise SnapshotError(f"no JSON: {error.msg.lower()}; expected what '{_COMMAND}' prints", error.lineno) from error
    except UnicodeDecodeError as error:
        raise SnapshotError("no JSON: it is not text in UTF-8 or UTF-16") from error
    except (RecursionError, ValueError) as error:
        raise SnapshotError("no JSON that is read: nested too deep, or with a number that is too long") from error
    items = _items(document)
    return Snapshot(objects=tuple(map(_object, items)), time=_time_of(document, items))
