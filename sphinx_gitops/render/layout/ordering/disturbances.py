"""An order and a row in which edges cross in, the same order disturbed around it out."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.render.layout.graph.hierarchy import Item, Shelf
from sphinx_gitops.render.layout.graph.nesting import frame_of
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.ordering.order import Order, joined
from sphinx_gitops.render.layout.ordering.sweeps import follow, sweep
from sphinx_gitops.render.layout.ordering.units import free

_AROUND = 2
"""How many rows above and below a crossing neighbours are switched."""
_FAR = 9
"""Fewer rows than this above and below a crossing have units moved."""


def push_aside(order: Order, path: Path, *, left: bool) -> None:
    """Put all of one edge at one end of its shelves; what is above and below follows."""
    items = [*path.stops, *path.other]
    for item in items:
        _push(order, item, left=left)
    follow(order, min(item.first for item in items), max(item.last for item in items))


def crossing(order: Order, paths: list[Path], row: int) -> list[Path]:
    """The edges that cross below a row."""
    tangled = order.below_row(row).tangled
    return [
        path for path in paths if any(one.last == row and (one.x, other.x) in tangled for one, other in joined(path))
    ]


def _push(order: Order, item: Item, *, left: bool) -> None:
    """Put the unit of an item at one end of its shelf; a chain turns so that the item is at that end."""
    frame = frame_of(item)
    shelf = frame.shelf_of_row[item.first - frame.first]
    units = list(order.units[shelf])
    place = next(number for number, unit in enumerate(units) if item in unit)
    if not free(units[place]):
        return
    unit = units.pop(place)
    if (unit.index(item) * 2 < len(unit) - 1) is not left and len(unit) > 1:
        unit = unit[::-1]
    places = [number for number, other in enumerate(units) if free(other)]
    if places:
        place = places[0] if left else places[-1] + 1
    units.insert(place, unit)
    _reorder(order, shelf, units)


def switch_around(order: Order, row: int, numbers: Iterator[int]) -> None:
    """Switch some neighbours of the shelves around a row."""
    for shelf in _around(order, row, _AROUND):
        units = list(order.units[shelf])
        places = [place for place, unit in enumerate(units) if free(unit)]
        for _ in range(max(1, len(places) // 2) if len(places) > 1 else 0):
            at = next(numbers) % (len(places) - 1)
            one, other = places[at], places[at + 1]
            units[one], units[other] = units[other], units[one]
        _reorder(order, shelf, units)


def move_around(order: Order, row: int, numbers: Iterator[int]) -> None:
    """Turn some chains of the shelves around a row, and put a unit of most of them elsewhere; sweep half the time."""
    for shelf in _around(order, row, next(numbers) % _FAR):
        units = list(order.units[shelf])
        places = [place for place, unit in enumerate(units) if free(unit)]
        for place in places:
            if len(units[place]) > 1 and next(numbers) % 3 == 0:
                units[place] = units[place][::-1]
        if len(places) > 1 and next(numbers) % 3:
            unit = units.pop(places[next(numbers) % len(places)])
            units.insert(places[next(numbers) % len(places)], unit)
        _reorder(order, shelf, units)
    if next(numbers) % 2:
        sweep(order, upward=False)
        sweep(order, upward=True)


def _around(order: Order, row: int, reach: int) -> Iterator[Shelf]:
    """The shelves so near a row."""
    return (shelf for shelf in order.shelves if shelf.first <= row + reach + 1 and shelf.last >= row - reach)


def _reorder(order: Order, shelf: Shelf, units: list[list[Item]]) -> None:
    if units != order.units[shelf]:
        order.reorder(shelf, units)
