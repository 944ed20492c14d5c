"""Where everything is: rectangles, the ways of arrows, and the layout of a whole picture, in px."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.model import Direction

DOWN = frozenset({Direction.TB, Direction.BT})
"""The directions in which arrows run along the y axis."""


class RenderError(Exception):
    """A picture that could not be drawn; the text says why."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A box by its top left corner and its size, in px."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow's way from source to target, and the place of its label."""

    points: tuple[tuple[float, float], ...]
    label: Rect | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes and nodes by Mermaid key, routes in the order of the scene's edges.

    ``wrap`` is the width in px at which lines break; ``turned`` says that stages which were to stand beside
    each other stand below one another, because they would not fit. ``unkept`` has the boxes in whose own direction
    not all follows, for the same reason.
    """

    boxes: dict[str, Rect]
    nodes: dict[str, Rect]
    routes: tuple[Route, ...]
    wrap: float = 140.0
    turned: bool = False
    unkept: tuple[str, ...] = ()
