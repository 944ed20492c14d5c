"""An order in, one that crosses less out: around crossings neighbours are switched at random, and all is sifted again.

Iterated local search (Lourenço, Martin and Stützle, 2003): sifting ends in an order that no single move makes better;
a small disturbance around a crossing leads on to others. The numbers are the same each time.
"""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.render.layout.graph.hierarchy import Item
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.ordering.chain_sifting import sift_chains
from sphinx_gitops.render.layout.ordering.order import Order
from sphinx_gitops.render.layout.ordering.switching import switch

_ROUNDS = 16
_VAIN = 6
"""After so many rounds in vain, the order stays."""
_WORK = 2000
"""So many pieces of edges are disturbed at most."""
_CHAINS = 3
"""How often whole edges are sifted in a row."""
_AROUND = 2
"""How many rows above and below a crossing are disturbed."""


def disturb(order: Order, paths: list[Path]) -> None:
    """Disturb and sift again, a few times; the best order stays."""
    best, kept = order.crossings(), order.snapshot()
    numbers, vain = _numbers(), 0
    for _ in range(min(_ROUNDS, _WORK // max(1, order.size))):
        crossed = list(order.crossings_by_row())
        if not crossed or vain == _VAIN:
            return
        _switch_around(order, crossed[next(numbers) % len(crossed)], numbers)
        switch(order)
        sift_chains(order, paths, rounds=1)
        found = order.crossings()
        vain = 0 if found < best else vain + 1
        if found <= best:
            best, kept = found, order.snapshot()
        else:
            order.restore(kept)


def improve(order: Order, paths: list[Path]) -> None:
    """Sift items, then whole edges, then once more both."""
    for rounds in (_CHAINS, 1):
        switch(order)
        sift_chains(order, paths, rounds=rounds)


def _numbers() -> Iterator[int]:
    """Numbers without an order, the same each time (Park and Miller, 1988)."""
    number = 1
    while True:
        number = number * 48271 % 2147483647
        yield number


def _switch_around(order: Order, row: int, numbers: Iterator[int]) -> None:
    """Switch some neighbours of the shelves around a row."""
    for shelf in order.shelves:
        if shelf.first > row + _AROUND + 1 or shelf.last < row - _AROUND:
            continue
        units = list(order.units[shelf])
        free = [place for place, unit in enumerate(units) if _free(unit)]
        for _ in range(max(1, len(free) // 2) if len(free) > 1 else 0):
            at = next(numbers) % (len(free) - 1)
            one, other = free[at], free[at + 1]
            units[one], units[other] = units[other], units[one]
        if units != order.units[shelf]:
            order.reorder(shelf, units)


def _free(unit: list[Item]) -> bool:
    return not unit[0].fixed and not any(item.pin for item in unit)
