"""What is around a component or a runbook, as values: targets, pages, runbooks, and a component with all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sphinx_gitops.ext.domain.entries import ObjectEntry
from sphinx_gitops.ext.domain.object_index import Described
from sphinx_gitops.graph.adjacency import Neighbour
from sphinx_gitops.model import Component
from sphinx_gitops.runbook import Runbook

Ends: TypeAlias = "tuple[tuple[RelatedTarget, Neighbour], ...]"
"""The other ends of a component's flows, on one side."""


@dataclass(frozen=True, slots=True)
class RelatedTarget:
    """A full name, what it is called, and where it stands; without a row it stands nowhere, or ``abroad``.

    That is in another project, which intersphinx knows.
    """

    name: str
    title: str
    row: ObjectEntry | None = None
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class RelatedPage:
    """A document with its title."""

    docname: str
    title: str


@dataclass(frozen=True, slots=True)
class PlacedRunbook:
    """A runbook and where it stands."""

    runbook: Runbook
    row: ObjectEntry


@dataclass(frozen=True, slots=True)
class ComponentContext:
    """What a component's line in the outline shows beside it: where it is described, runbooks, mentions."""

    described: Described | None = None
    runbooks: tuple[PlacedRunbook, ...] = ()
    mentions: tuple[RelatedPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentEntry:
    """What is known of a component alone; ``component`` has what its description adds."""

    name: str
    component: Component
    workflow: RelatedTarget
    boxes: tuple[RelatedTarget, ...]
    brief: ComponentContext
    row: ObjectEntry

    @property
    def stage(self) -> RelatedTarget:
        """The stage that it stands in."""
        return self.boxes[0]
