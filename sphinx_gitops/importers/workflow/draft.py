"""A component of a workflow before it has an id: what it stands for, where it is, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sphinx_gitops.importers.discovery import DiscoveredObject

Values = tuple[tuple[str, "str | bool"], ...]


_TIMES = " \N{MULTIPLICATION SIGN} "


def counted(title: str, count: int) -> str:
    """The title of what stands for several, with their number."""
    return f"{title}{_TIMES}{count}" if count > 1 else title


def uncounted(title: str) -> str:
    """The title without the number."""
    return title.partition(_TIMES)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """One entry of ``manifest``."""

    object: str
    values: Values = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One component."""

    stage: str
    title: str
    kind: str
    bound: tuple[ManifestEntry, ...]
    members: tuple[str, ...] = ()
    "The ids of all objects that it stands for, also those that a pattern covers."
    environments: frozenset[str] = frozenset()
    group: str = ""
    tier: str = ""
    more: str = ""
    "What tells it from another one of the same title."
    is_tiered: bool = False
    "Whether its group is a tier, which is one with a single component, too."
    place: str = ""
    "The file of its manifest, without its suffix, which tells it from another one of the same title and kind."
    word: str = ""
    "What its id is made of; empty: the title."


_SUSPEND = "spec.suspend"


def with_suspended(bound: Sequence[ManifestEntry], members: Iterable[DiscoveredObject]) -> tuple[ManifestEntry, ...]:
    """The bindings, in which each member that Git suspends has an entry that says so, also beside a pattern."""
    values = ((_SUSPEND, True),)
    suspended = [one.id for one in members if any(field[:2] == (_SUSPEND, True) for field in one.fields)]
    named = {one.object for one in bound}
    is_open = {one.object for one in bound if not any(name == _SUSPEND for name, _ in one.values)}
    own = (
        ManifestEntry(object=one.object, values=(*one.values, *values))
        if one.object in is_open & set(suspended)
        else one
        for one in bound
    )
    return (*own, *(ManifestEntry(object=one, values=values) for one in suspended if one not in named))


_HELD = (
    "path",
    "source.path",
    "source.targetRevision",
    "sources[0].path",
    "sources[0].targetRevision",
    "sourceHydrator.drySource.path",
    "destination.namespace",
    "syncPolicy.automated",
    "suspend",
    "targetNamespace",
)
_FIELDS = frozenset(f"{prefix}{name}" for prefix in ("spec.", "spec.template.spec.") for name in _HELD)


def bound_object(one: DiscoveredObject) -> ManifestEntry:
    """The binding of a single object, with the values that matter and are known."""
    values = tuple(
        (field.name, field.value)
        for field in one.fields
        if field.name in _FIELDS and field.name not in one.unverifiable
    )
    return ManifestEntry(object=one.id, values=values)


def with_values(bound: Sequence[ManifestEntry], members: Sequence[DiscoveredObject]) -> tuple[ManifestEntry, ...]:
    """The bindings of a fleet with the values that matter: those of each member, of a pattern those that all share."""
    own = {one.id: bound_object(one) for one in members}
    if all(one.object in own for one in bound):
        return tuple(own[one.object] for one in bound)
    shared = set.intersection(*(set(one.values) for one in own.values()))
    values = tuple(value for value in sorted(shared) if value[0] != _SUSPEND)
    return tuple(own.get(one.object, ManifestEntry(object=one.object, values=values)) for one in bound)
