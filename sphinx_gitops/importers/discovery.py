"""What a repository declares: objects, folders, environments, edges, what cannot be known, and problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.problems import Severity


class Location(NamedTuple):
    """A line of a file; the file counts from the top of the tree."""

    file: str
    line: int


class Field(NamedTuple):
    """A value of an object as it is written, and where."""

    name: str
    value: str | bool
    location: Location


class GeneratedApplication(NamedTuple):
    """An Application that an ApplicationSet gives."""

    name: str
    path: str
    environment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveredObject:
    """One object that Git declares."""

    id: str
    family: str
    group: str
    kind: str
    name: str
    namespaces: tuple[str, ...]
    environments: tuple[str, ...]
    location: Location
    namespace_location: Location | None = None
    "Where its one namespace is written: in its own file, or in that of what deploys it."
    fields: tuple[Field, ...] = ()
    generates: tuple[GeneratedApplication, ...] | None = None
    unverifiable: tuple[str, ...] = ()
    written: str = ""
    "The name in its own file, where what includes it gives it another one."

    @property
    def namespace(self) -> str:
        """The one namespace, empty where there is none or more than one."""
        return self.namespaces[0] if len(self.namespaces) == 1 else ""


class DiscoveredFolder(NamedTuple):
    """A folder with a kustomization."""

    path: str
    location: Location
    environments: tuple[str, ...]
    namespace: str


class DiscoveredEnvironment(NamedTuple):
    """An environment and the folders that name it."""

    name: str
    tier: str
    folders: tuple[str, ...]


class DiscoveredEdge(NamedTuple):
    """A reference from one object or folder to another, as a file says it."""

    kind: str
    source: str
    target: str
    location: Location
    state: EdgeState


class Unverifiable(NamedTuple):
    """A field whose value the tree does not say."""

    object: str
    field: str
    text: str
    why: str
    location: Location


class Verdict(Enum):
    """What a rule says of one place."""

    KEPT = "kept"
    "The rule is kept."
    BROKEN = "broken"
    "It is broken."
    UNVERIFIABLE = "unverifiable"
    "The files do not say: a template, another repository or only a cluster decides."


class Judged(NamedTuple):
    """One place that a rule has looked at; the message says what is kept or broken, or what cannot be known."""

    verdict: Verdict
    object: str
    "The id of the object, or the path of the folder or file."
    location: Location
    message: str = ""


class Finding(NamedTuple):
    """A problem of the manifests."""

    code: str
    severity: Severity
    message: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """All that was found, sorted."""

    found: bool
    environments: tuple[DiscoveredEnvironment, ...] = ()
    objects: tuple[DiscoveredObject, ...] = ()
    folders: tuple[DiscoveredFolder, ...] = ()
    edges: tuple[DiscoveredEdge, ...] = ()
    unverifiable: tuple[Unverifiable, ...] = ()
    problems: tuple[Finding, ...] = ()
    judged: Mapping[str, tuple[Judged, ...]] = field(default_factory=dict)
    "What each rule says of each place that it looks at, by its code."
    paths: frozenset[str] = frozenset()
    "Every file and folder of the tree; folders end in a slash, the tree itself is ``./``."
    deployed: frozenset[str] = frozenset()
    "The files whose objects reconcilers of the tree give, and the folders that they build."
