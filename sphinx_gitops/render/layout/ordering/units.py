"""A shelf in, its units out: the items that keep together, and where they may stand."""

from __future__ import annotations

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Item, Shelf
from sphinx_gitops.render.layout.graph.tree import CompoundGraph


def units_of(graph: CompoundGraph, shelf: Shelf, glued: set[tuple[Item, Item]]) -> list[list[Item]]:
    """The items that keep together: what edges join along the row."""
    units: list[list[Item]] = []
    for item in shelf.items:
        last = units[-1][-1] if units else None
        if last is not None and ((last, item) in glued or _chained(graph, last, item)):
            units[-1].append(item)
        else:
            units.append([item])
    return units


def _chained(graph: CompoundGraph, one: Item, other: Item) -> bool:
    """Whether an edge joins two components."""
    if not isinstance(one, Cell) or not isinstance(other, Cell) or not one.key or not other.key:
        return False
    return graph.gap(one, other) > 0


def pinned(unit: list[Item]) -> bool:
    """Whether a unit keeps to an end of its shelf."""
    return bool(unit[0].pin) if len(unit) == 1 else any(item.pin for item in unit)


def free(unit: list[Item]) -> bool:
    """Whether a unit may stand elsewhere in its shelf."""
    return not unit[0].fixed and not pinned(unit)


def pin(unit: list[Item]) -> int:
    """To which end of its shelf a unit is pinned."""
    return unit[0].pin if len(unit) == 1 else max([item.pin for item in unit], key=abs)
