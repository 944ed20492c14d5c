"""Places across and along in, boxes, components, arrows and labels out."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.layout.coordinates.variables import Variables
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.own_direction import unkept
from sphinx_gitops.render.layout.graph.spacing import CLEAR, ONE_LINE, PAIR
from sphinx_gitops.render.layout.graph.ways import Path, Way
from sphinx_gitops.render.layout.ordering.order import joined
from sphinx_gitops.render.layout.routing.heights import Heights
from sphinx_gitops.render.layout.routing.row_heights import ends_beside
from sphinx_gitops.render.layout.routing.side_labels import label_middle

Point = tuple[int, int]
_UNEVEN = 10
"""Heights of neighbours that differ by less look like a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Everything that was decided, read by item; ``rects`` has the components that were asked for."""

    made: Variables
    across: list[int]
    along: Heights
    rects: dict[Cell, Rect] = field(default_factory=dict)

    def box(self, frame: Frame) -> Rect:
        """A box."""
        left, right = self.across[frame.left], self.across[frame.right]
        top = self.along.tops[frame]
        return Rect(left, top, right - left, self.along.bottoms[frame] - top)

    def cell(self, cell: Cell) -> Rect:
        """A component: where arrows run down as high as its row, but never upright."""
        if cell in self.rects:
            return self.rects[cell]
        top, bottom = self.along.rows[cell.first]
        high = cell.height
        if self.made.graph.down:
            most = max(high, cell.most)
            high = bottom - top if bottom - top < most + _UNEVEN else most
        left = self.across[cell.number] - cell.left
        found = self.rects[cell] = Rect(left, (top + bottom) // 2 - high // 2, 2 * cell.left, high)
        return found

    def rect(self, item: Item) -> Rect:
        """An end of an edge."""
        return self.cell(item) if isinstance(item, Cell) else self.box(item)

    def layout(self, paths: list[Path]) -> Layout:
        """The whole, with arrows that run down."""
        graph = self.made.graph
        shifts = self.shifts([path for path in paths if path.way is Way.SIDE])
        routes: list[Route] = []
        for path in paths:
            if path.way is Way.SIDE:
                routes.append(self.side(path, shifts.get(path.edge, 0)))
            elif path.way is Way.DIRECT:
                routes.append(self.direct(path))
            elif path.way is Way.INNER:
                routes.append(self.inner(path))
            else:
                routes.append(self.route(path))
        boxes = {key: self.box(frame) for key, frame in graph.frames.items()}
        nodes = {key: self.cell(cell) for key, cell in graph.cells.items()}
        return Layout(boxes, nodes, tuple(routes), unkept=unkept(graph))

    def route(self, path: Path) -> Route:
        """An edge through rows and channels."""
        points: list[Point] = []
        legs = self.made.legs[path.edge]
        if path.way is Way.DOWN:
            points = self.way(path, joined(path), 0)
        else:
            count = len(path.stops) - 1
            first = self.half(path, 0, range(count))
            second = self.half(path, 1, range(count, len(legs)))
            y = self.along.runs.get((path.edge, -1))
            assert y is not None
            points = [*first, (first[-1][0], y), (second[-1][0], y), *second[::-1]]
        if points and self.made.graph.ends[path.edge][0] is not path.stops[0]:
            points.reverse()
        return Route(tuple(simplified(points)), self.label(path))

    def way(self, path: Path, pairs: list[tuple[Item, Item]], offset: int) -> list[Point]:
        """The corners of a piece of a path that leads down."""
        legs = self.made.legs[path.edge][offset : offset + len(pairs)]
        points: list[Point] = []
        for number, (leg, (one, other)) in enumerate(zip(legs, pairs, strict=True), offset):
            x, to = self.across[leg.upper], self.across[leg.lower]
            points.append((x, self.edge(one, lower=True)))
            if x != to:
                y = self.along.runs[path.edge, number]
                points += [(x, y), (to, y)]
            points.append((to, self.edge(other, lower=False)))
        return points

    def half(self, path: Path, number: int, legs: range) -> list[Point]:
        """The corners of a half of a loop, from its end to where it turns."""
        stops = path.other if number else path.stops
        below = path.way is Way.BELOW
        start = (self.across[self.made.ports[path.edge, number]], self.edge(stops[0], lower=below))
        if not len(legs):
            return [start]
        pairs = joined(path)[legs.start : legs.stop]
        points = self.way(path, pairs, legs.start) if below else self.upward(path, pairs, legs.start)
        return [*points, (points[-1][0], self.edge(stops[-1], lower=below))]

    def upward(self, path: Path, pairs: list[tuple[Item, Item]], offset: int) -> list[Point]:
        """The corners of a piece of a path that leads up, each pair with its upper item first."""
        points: list[Point] = []
        for number, (one, other) in enumerate(pairs, offset):
            leg = self.made.legs[path.edge][number]
            x, to = self.across[leg.lower], self.across[leg.upper]
            points.append((x, self.edge(other, lower=False)))
            if x != to:
                y = self.along.runs[path.edge, number]
                points += [(x, y), (to, y)]
            points.append((to, self.edge(one, lower=True)))
        return points

    def edge(self, item: Item, *, lower: bool) -> int:
        """The upper or lower side of an item."""
        if isinstance(item, Frame):
            return self.along.bottoms[item] if lower else self.along.tops[item]
        if item.key:
            rect = self.cell(item)
            return int(rect.bottom if lower else rect.y)
        return self.along.rows[item.last][1] if lower else self.along.rows[item.first][0]

    def label(self, path: Path) -> Rect | None:
        """A label in its row."""
        wide, high = self.made.graph.labels[path.edge]
        if not wide:
            return None
        for stop in (*path.stops, *path.other):
            if isinstance(stop, Cell) and not stop.key and stop.left:
                top, bottom = self.along.rows[stop.first][0], self.along.rows[stop.last][1]
                return Rect(self.across[stop.number] - wide // 2, (top + bottom - high) // 2, wide, high)
        return None

    def shifts(self, paths: list[Path]) -> dict[int, int]:
        """How far arrows along a row stand from their middle: two between the same neighbours stand apart."""
        found: dict[int, int] = {}
        between: dict[frozenset[Item], list[Path]] = {}
        for path in paths:
            ends = ends_beside(path)
            for other in between.setdefault(ends, []):
                below = self.middle(path) - self.middle(other)
                if abs(below) < 2 * PAIR:
                    found[other.edge], found[path.edge] = (-PAIR, PAIR) if below >= 0 else (PAIR, -PAIR)
            between[ends].append(path)
        return found

    def middle(self, path: Path) -> int:
        """The middle of what two neighbours have in common along the arrows' way."""
        one, two = (self.rect(stop) for stop in path.stops)
        return int((max(one.y, two.y) + min(one.bottom, two.bottom)) / 2)

    def side(self, path: Path, shift: int) -> Route:
        """An arrow along a row to a neighbour."""
        one, two = (self.rect(stop) for stop in path.stops)
        y = self.middle(path) + shift
        points = [(int(one.right), y), (int(two.x), y)] if one.x < two.x else [(int(one.x), y), (int(two.right), y)]
        wide, high = self.made.graph.labels[path.edge]
        if not wide:
            return Route(tuple(points))
        spans = range(max(stop.first for stop in path.stops), min(stop.last for stop in path.stops) + 1)
        row = next((self.made.rows[at] for at in spans if self.along.rows[at][0] <= y <= self.along.rows[at][1]), ())
        left, right = sorted(x for x, _ in points)
        middle = label_middle(self.across, row, (left, right), wide)
        if not self.made.graph.down or high > ONE_LINE:
            return Route(tuple(points), Rect(middle - wide // 2, y - high // 2, wide, high))
        above = y - CLEAR - high if shift <= 0 else y + CLEAR
        return Route(tuple(points), Rect(middle - wide // 2, above, wide, high))

    def direct(self, path: Path) -> Route:
        """A straight line between two middles, its label on it."""
        one, two = (self.rect(stop) for stop in self.made.graph.ends[path.edge])
        start, end = ((int(rect.x + rect.width / 2), int(rect.y + rect.height / 2)) for rect in (one, two))
        wide, high = self.made.graph.labels[path.edge]
        middle = ((start[0] + end[0] - wide) // 2, (start[1] + end[1] - high) // 2)
        return Route((start, end), Rect(*middle, wide, high) if wide else None)

    def inner(self, path: Path) -> Route:
        """An arrow between a box and what it holds: from the one's upper side to the other's."""
        one, two = (self.rect(stop) for stop in path.stops)
        inside = one if one.width <= two.width else two
        x = int(inside.x + inside.width / 2)
        return Route(((x, int(one.y)), (x, int(two.y))))


def simplified(points: list[Point]) -> list[Point]:
    """The corners without those that do not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept[-1] = point
        else:
            kept.append(point)
    return kept if len(kept) > 1 else [*kept, *kept]
