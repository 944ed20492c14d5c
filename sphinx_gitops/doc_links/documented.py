"""``gitops.json`` and the pages of a build in, its components with what they are bound to and where they are out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sphinx_gitops.alerts.finding import NOWHERE
from sphinx_gitops.alerts.pages import PageAnchor, Pages
from sphinx_gitops.bindings.bound_objects import BoundObjects, read_binding
from sphinx_gitops.problems import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentPlace:
    """A component by its full name: its owner, what it is bound to, its anchor, and where it is written."""

    name: str
    owner: str
    bindings: tuple[BoundObjects, ...]
    spot: PageAnchor
    span: Span
    is_described: bool = False
    "Whether it has an entry of its own, and is not only drawn."


def components_of(export: Mapping[str, Any], pages: Pages) -> Iterator[ComponentPlace]:
    """Each component that has a page and is bound to something, in the order of the export."""
    for one in export.get("components", ()):
        spot = PageAnchor(one["documented"]["document"], one["documented"]["anchor"])
        texts = [text for text in one.get("manifest", "").split(", ") if text]
        if texts:
            yield ComponentPlace(
                name=one["name"],
                owner=one.get("owner", ""),
                bindings=tuple(read_binding(one["name"], text) for text in texts),
                spot=spot,
                span=pages.span(spot) if spot.document in pages else NOWHERE,
                is_described=one.get("described") is True,
            )
