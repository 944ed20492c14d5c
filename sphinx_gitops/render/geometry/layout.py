"""Where everything is: rectangles, the ways of arrows, and the layout of a whole picture, in px."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.model import Direction
from sphinx_gitops.scene import Scene

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
    """Boxes and nodes by Mermaid key, routes in the order of the scene's edges; ``curved`` for splines.

    ``wrap`` is the width in px at which lines break; ``turned`` says that stages which were to stand beside
    each other stand below one another, because they would not fit. ``unkept`` has the boxes in whose own direction
    not all follows, for the same reason.
    """

    boxes: dict[str, Rect]
    nodes: dict[str, Rect]
    routes: tuple[Route, ...]
    curved: bool
    wrap: float = 140.0
    turned: bool = False
    unkept: tuple[str, ...] = ()

    def to_json(self) -> str:
        """The layout as text, for a cache."""

        def plain(rect: Rect) -> list[float]:
            return [rect.x, rect.y, rect.width, rect.height]

        return json.dumps(
            {
                "boxes": {key: plain(rect) for key, rect in self.boxes.items()},
                "nodes": {key: plain(rect) for key, rect in self.nodes.items()},
                "routes": [[route.points, plain(route.label) if route.label else None] for route in self.routes],
                "curved": self.curved,
                "wrap": self.wrap,
                "turned": self.turned,
                "unkept": self.unkept,
            },
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> Layout:
        """What ``to_json`` wrote. Raises ValueError where it did not write this."""
        try:
            found = json.loads(text)
            return cls(
                boxes={str(key): Rect(*map(float, rect)) for key, rect in found["boxes"].items()},
                nodes={str(key): Rect(*map(float, rect)) for key, rect in found["nodes"].items()},
                routes=tuple(
                    Route(tuple((float(x), float(y)) for x, y in points), Rect(*map(float, label)) if label else None)
                    for points, label in found["routes"]
                ),
                curved=bool(found["curved"]),
                wrap=float(found["wrap"]),
                turned=bool(found["turned"]),
                unkept=tuple(map(str, found["unkept"])),
            )
        except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise ValueError("this is no layout") from error


def _numbers(layout: Layout) -> Iterator[float]:
    for rect in (*layout.boxes.values(), *layout.nodes.values()):
        yield from (rect.x, rect.y, rect.width, rect.height)
    for route in layout.routes:
        for point in route.points:
            yield from point


def check(layout: Layout, scene: Scene) -> None:
    """Raise RenderError unless the layout has exactly the scene's boxes, nodes and edges."""
    for what, found, wanted in (
        ("nodes", set(layout.nodes), {node.key for node in scene.all_nodes()}),
        ("boxes", set(layout.boxes), {box.key for box in scene.all_boxes()}),
    ):
        if found != wanted:
            different = ", ".join(sorted(found ^ wanted)[:5])
            raise RenderError(f"it returned other {what} than it was given: {different}")
    if len(layout.routes) != len(scene.edges):
        raise RenderError(f"it returned {len(layout.routes)} arrows for {len(scene.edges)}")
    if not all(math.isfinite(number) for number in _numbers(layout)):
        raise RenderError("it returned a place that is no number")
    if any(len(route.points) < 2 for route in layout.routes):
        raise RenderError("it returned an arrow without a way")
