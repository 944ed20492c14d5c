"""An order in, where its items stand out; those places and an order of another arrangement in, the same order out.

A search goes on from the order found before, not from that written: what has not changed stands as it stood.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.ordering.order import Order
from sphinx_gitops.render.layout.ordering.units import pin


@dataclass(slots=True, eq=False)
class Positions:
    """The places of components, and of the dummies of each edge in each frame from the first to the last."""

    cells: dict[Item, int] = field(default_factory=dict)
    dummies: dict[tuple[int, Frame], list[int]] = field(default_factory=lambda: defaultdict(list))


def positions(order: Order, paths: list[Path]) -> Positions:
    """Where all stands in an order."""
    found = Positions({cell: cell.x for cell in order.graph.cells.values()})
    for path in paths:
        for item in (*path.stops, *path.other):
            if isinstance(item, Cell) and not item.key:
                found.dummies[path.edge, item.frame].append(item.x)
    return found


def adopt(order: Order, paths: list[Path], known: Positions) -> None:
    """Put the units of each shelf as they stood, and what is new below what it is joined with."""
    wanted = dict(known.cells)
    for path in paths:
        seen: dict[Frame, int] = {}
        for item in (*path.stops, *path.other):
            if isinstance(item, Cell) and not item.key:
                places = known.dummies.get((path.edge, item.frame))
                if places:
                    number = seen[item.frame] = seen.get(item.frame, -1) + 1
                    wanted[item] = places[min(number, len(places) - 1)]
    for shelf in order.shelves:
        keyed = [(pin(unit), *_placed(order, unit, wanted), number) for number, unit in enumerate(order.units[shelf])]
        keyed.sort(key=itemgetter(0, 1, 3))
        order.reorder(shelf, [unit for _, _, unit, _ in keyed])


def _placed(order: Order, unit: list[Item], wanted: dict[Item, int]) -> tuple[int, list[Item]]:
    """Where a unit stands, and the unit as it stood: a chain may have stood the other way round."""
    first, last = wanted.get(unit[0]), wanted.get(unit[-1])
    if unit[0] in order.held:
        return unit[0].x, unit
    if first is None:
        near = order.above[unit[0]]
        return (near[0] if near else unit[0]).x, unit
    return (last, unit[::-1]) if last is not None and last < first else (first, unit)
