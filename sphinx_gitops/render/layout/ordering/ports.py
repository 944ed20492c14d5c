"""The ordered tree and the paths in, the order of the arrows at each side of each component and box out.

Ports are sorted by where their edges go on, so that edges of one side do not cross each other (port assignment as in
Schulze, Spoenemann and von Hanxleden, "Drawing layered graphs with port constraints", 2014); loops stand outermost.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Item
from sphinx_gitops.render.layout.graph.ways import Path, Way

PortSide: TypeAlias = "tuple[Item, bool]"
"""A component or box, and whether its lower side is meant."""
_FAR = 1 << 30


def assign_ports(paths: list[Path]) -> dict[PortSide, list[tuple[int, int]]]:
    """For each side the edges that end there from left to right, each with the half of its path (0 or 1)."""
    found: dict[PortSide, list[tuple[int, int, int, int]]] = defaultdict(list)
    for path in paths:
        if path.way is Way.DOWN:
            upper, lower = path.stops[0], path.stops[-1]
            found[upper, True].append((path.stops[1].x, 0, path.edge, 0))
            found[lower, False].append((path.stops[-2].x, 0, path.edge, 1))
        elif path.way in {Way.BELOW, Way.ABOVE}:
            below = path.way is Way.BELOW
            away = path.other[-1].x - path.stops[-1].x
            for number, (half, side) in enumerate(((path.stops, away), (path.other, -away))):
                x = half[1].x if len(half) > 1 else _FAR if side >= 0 else -_FAR
                found[half[0], below].append((x, -side, path.edge, number))
    return {side: [(edge, half) for _, _, edge, half in sorted(some)] for side, some in found.items()}
