"""How well a layout reads: what is crossed, what is covered, and how much the arrows turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.painting.clip import land
from sphinx_gitops.render.painting.labels import label_spots
from sphinx_gitops.render.painting.routes import Point, trace
from sphinx_gitops.render.painting.titles import crossings, overlap, title_spots
from sphinx_gitops.scene import Scene

_Bounds = tuple[float, float, float, float]
"""The left, upper, right and lower end of a way."""


@dataclass(frozen=True, slots=True)
class Score:
    """What a layout's reader stumbles on.

    ``through_nodes`` and ``through_titles`` name what an arrow runs through, ``covered`` what a label or title lies on;
    ``ways`` are the arrows as they are drawn.
    """

    through_nodes: tuple[str, ...]
    through_titles: tuple[str, ...]
    covered: tuple[str, ...]
    bends: int
    ways: Sequence[list[Point]]

    @property
    def faults(self) -> int:
        """What must not be."""
        return len(self.through_nodes) + len(self.through_titles) + len(self.covered)

    @property
    def crossings(self) -> int:
        """How often ways cross; counted where layouts are compared, which few are."""
        return _count_crossings(self.ways)

    @property
    def rank(self) -> tuple[int, int, int]:
        """What layouts are compared by: the smaller reads better."""
        return self.faults, self.crossings, self.bends


def _inside(rect: Rect, by: float = 1.0) -> Rect:
    """A box without its rim."""
    return Rect(rect.x + by, rect.y + by, max(0.0, rect.width - 2 * by), max(0.0, rect.height - 2 * by))


def _bounds(way: list[Point]) -> _Bounds:
    xs, ys = [x for x, _ in way], [y for _, y in way]
    return min(xs), min(ys), max(xs), max(ys)


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two straight legs cross, and not only touch."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6


def _count_crossings(ways: Sequence[list[Point]]) -> int:
    bounded = [(_bounds(way), way) for way in ways]
    return sum(
        _crosses(a, b, c, d)
        for (one, first), (two, second) in combinations(bounded, 2)
        if one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]
        for a, b in pairwise(first)
        for c, d in pairwise(second)
    )


def _through_nodes(scene: Scene, layout: Layout, ways: list[list[Point]]) -> Iterator[str]:
    bounded = [(edge, way, *_bounds(way)) for edge, way in zip(scene.edges, ways, strict=True)]
    for key, rect in layout.nodes.items():
        core = _inside(rect, 2.0)
        x, y, end, low = core.x, core.y, core.right, core.bottom
        for edge, way, left, top, right, bottom in bounded:
            near = left <= end and x <= right and top <= low and y <= bottom
            if near and key not in (edge.source, edge.target) and crossings(core, [way]):
                yield f"{edge.source}>{edge.target} through {key}"


def _covered(scene: Scene, layout: Layout, titles: dict[str, Rect]) -> Iterator[str]:
    labels = {
        f"label {edge.label!r} of {edge.source}>{edge.target}": _inside(spot)
        for edge, spot in zip(scene.edges, label_spots(scene, layout), strict=True)
        if spot
    }
    written = labels | titles
    for (one, first), (two, second) in combinations(written.items(), 2):
        if overlap(first, second):
            yield f"{one} over {two}"
    for name, rect in written.items():
        for key, node in layout.nodes.items():
            if overlap(rect, node):
                yield f"{name} over {key}"


def score(scene: Scene, layout: Layout) -> Score:
    """The layout's score as it is drawn: the curves as traced, the titles and labels as placed."""
    landed = land(scene, layout)
    ways = [trace(route, curved=layout.curved) for route in landed.routes]
    titles = {f"title {box.key}": _inside(spot) for box, spot in title_spots(scene, landed)}
    return Score(
        through_nodes=tuple(_through_nodes(scene, landed, ways)),
        through_titles=tuple(name for name, spot in titles.items() if crossings(spot, ways)),
        covered=tuple(_covered(scene, landed, titles)),
        bends=sum(len(route.points) - 2 for route in landed.routes),
        ways=ways,
    )
