"""The ordered tree in, how wide each stage is at least out.

Without ties the leftmost places need no search: from left to right each thing stands as near as it may to what stands
last in its rows. Arrows at components take no more room than these.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from sphinx_gitops.render.layout.coordinates.row_gaps import gap, label_gaps, least_width
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.rows import Entry
from sphinx_gitops.render.layout.graph.spacing import INSET, PORT
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way


@dataclass(slots=True, eq=False)
class _Filling:
    """What stands last in each row so far, and where that ends; where each component and box ends.

    ``least`` is how wide boxes are at least, ``apart`` what things keep free of others left of them.
    """

    graph: CompoundGraph
    least: dict[Frame, int]
    apart: dict[Item, list[tuple[Item, int]]]
    last: list[Entry | None]
    ends: list[int]
    reach: dict[Item, int] = field(default_factory=dict)

    def fill(self, frame: Frame) -> None:
        """Put what a box holds as far to the left as it may stand."""
        for shelf in frame.shelves:
            for item in shelf.items:
                if isinstance(item, Cell):
                    self.put(item, item, self.free(item, item) + item.left + item.right)
                elif item.framed:
                    left = self.free(item, (item, True))
                    self.put(item, (item, True), left)
                    self.fill(item)
                    self.put(item, (item, False), max(left + self.least[item], self.free(item, (item, False))))
                else:
                    self.fill(item)

    def free(self, item: Item, entry: Entry) -> int:
        """Where the room begins in all rows of an item."""
        found = 0
        for row in range(item.first, item.last + 1):
            last = self.last[row]
            if last is not None:
                found = max(found, self.ends[row] + gap(self.graph, last, entry, row))
        for other, distance in self.apart.get(item, ()):
            found = max(found, self.reach[other] + distance)
        return found

    def put(self, item: Item, entry: Entry, end: int) -> None:
        """Note what stands last in all rows of an item now."""
        self.reach[item] = end
        for row in range(item.first, item.last + 1):
            self.last[row], self.ends[row] = entry, end


def widths(graph: CompoundGraph, paths: list[Path]) -> dict[Frame, int]:
    """How wide what each stage holds makes it; of the whole picture, what the titles and arrows of stages need."""
    count = graph.root.last + 1
    made = _Filling(graph, _least(graph, paths), _apart(graph, paths), [None] * count, [0] * count)
    found = {graph.root: 0}
    for stage in (shelf.items[0] for shelf in graph.root.shelves):
        assert isinstance(stage, Frame)
        if stage.framed:
            made.put(stage, (stage, True), 0)
        made.fill(stage)
        if stage.framed:
            found[stage] = made.free(stage, (stage, False))
            found[graph.root] = max(found[graph.root], made.least[stage])
        else:
            found[stage] = max(made.ends[stage.first : stage.last + 1])
    return found


def _least(graph: CompoundGraph, paths: list[Path]) -> dict[Frame, int]:
    """How wide each box is at least, by its title and the arrows at its upper and lower side."""
    sides: Counter[tuple[Frame, bool]] = Counter()
    for path in paths:
        one, other = graph.ends[path.edge]
        if isinstance(one, Cell) and isinstance(other, Cell):
            continue
        if path.way is Way.DOWN:
            ends = (path.stops[0], True), (path.stops[-1], False)
        elif path.shelf is not None:
            ends = (path.stops[0], path.way is Way.BELOW), (path.other[0], path.way is Way.BELOW)
        else:
            continue
        sides.update((item, low) for item, low in ends if isinstance(item, Frame))
    found = {frame: least_width(graph, frame) for frame in graph.frames.values()}
    for (frame, _), many in sides.items():
        found[frame] = max(found[frame], 2 * INSET + (many - 1) * PORT)
    return found


def _apart(graph: CompoundGraph, paths: list[Path]) -> dict[Item, list[tuple[Item, int]]]:
    found: dict[Item, list[tuple[Item, int]]] = defaultdict(list)
    for one, other, distance in label_gaps(graph, paths):
        found[other].append((one, distance))
    return found
