"""A drawn scene: its SVG, its size, and where its parts are in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.svg import attribute


@dataclass(frozen=True, slots=True)
class LinkArea:
    """What a click on a part of a picture leads to: an id of the workflow, and its box in px from the top left.

    The label of an arrow has no id, and the number of its edge in the scene, from 0.
    """

    id: str
    rect: Rect
    edge: int = -1


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn scene: its root's attributes, what is inside, its size in px, and the boxes of its links.

    ``smallest`` is the size of its smallest text, in px. ``turned`` says that its stages were to be beside each other,
    and are below one another; ``unkept`` has the ids of stages and groups in whose own direction not all follows.
    """

    root: tuple[tuple[str, str], ...]
    content: str
    width: float
    height: float
    smallest: float
    spots: tuple[LinkArea, ...]
    turned: bool = False
    unkept: tuple[str, ...] = ()

    @property
    def svg(self) -> str:
        """The SVG."""
        return f"<svg{''.join(f' {name}={attribute(value)}' for name, value in self.root)}>{self.content}"

    def with_root(self, attributes: Mapping[str, str | None]) -> Picture:
        """The picture with other attributes of its root element, which come last; None takes one away."""
        kept = tuple((name, value) for name, value in self.root if name not in attributes)
        return replace(self, root=(*kept, *((name, value) for name, value in attributes.items() if value is not None)))

    def with_prefix(self, old: str, new: str) -> Picture:
        """The picture with another prefix of its ids."""
        root = tuple((name, value.replace(old, new)) for name, value in self.root)
        return replace(self, root=root, content=self.content.replace(old, new))

    def to_json(self) -> str:
        """The picture as text, for a cache."""
        spots = [
            [spot.id, spot.rect.x, spot.rect.y, spot.rect.width, spot.rect.height, spot.edge] for spot in self.spots
        ]
        told = (self.turned, self.unkept)
        size = (self.width, self.height, self.smallest)
        return json.dumps([self.root, self.content, *size, spots, *told], separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Picture:
        """What ``to_json`` wrote. Raises ValueError where it did not write this."""
        try:
            root, content, wide, high, smallest, spots, turned, unkept = json.loads(text)
            return cls(
                root=tuple((str(name), str(value)) for name, value in root),
                content=str(content),
                width=float(wide),
                height=float(high),
                smallest=float(smallest),
                spots=tuple(LinkArea(str(name), Rect(*map(float, rect)), int(edge)) for name, *rect, edge in spots),
                turned=bool(turned),
                unkept=tuple(map(str, unkept)),
            )
        except (TypeError, OverflowError, RecursionError) as error:
            raise ValueError("this is no picture") from error
