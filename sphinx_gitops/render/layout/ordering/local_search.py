"""An order in, one that crosses less out: around crossings it is disturbed at random, and all is sifted again.

Iterated local search (Lourenço, Martin and Stützle, 2003): sifting ends in an order that no single move makes better;
a small disturbance around a crossing leads on to others. An order that crosses as often as the best is gone on from, so
that the search leaves plateaus. The numbers are the same each time.
"""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.render.layout.graph.hierarchy import Item
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.ordering.chain_sifting import sift_chains
from sphinx_gitops.render.layout.ordering.disturbances import crossing, move_around, push_aside, switch_around
from sphinx_gitops.render.layout.ordering.order import Order
from sphinx_gitops.render.layout.ordering.sweeps import follow
from sphinx_gitops.render.layout.ordering.switching import switch
from sphinx_gitops.render.layout.ordering.units import free

_ROUNDS = 48
_SMALL = 50
"""With fewer pieces of edges than this, an order is small: a crossing that few rounds do not take away mostly stays."""
_VAIN, _VAIN_LAST, _VAIN_SMALL = 12, 8, 4
"""After so many rounds in vain, the order stays; fewer for the last crossing, and for a small order."""
_HOPELESS, _HOPELESS_SMALL = 4, 2
"""Where an order, its items sifted, crosses so many times as often as the best and more, edges are not sifted."""
_WORK = 2_000_000
"""So many pairs of pieces of edges are disturbed at most."""
_CHAINS = 3
"""How often whole edges are sifted in a row."""
_START = 78
"""The number that all others follow from: one of those with few crossings after little work."""
_KINDS = 10
_PUSHED, _SWITCHED = 4, 7
"""Below the one, an edge is pushed aside, below the other neighbours are switched; else units are moved."""


def disturb(order: Order, paths: list[Path], *, vain: int = 0) -> None:
    """Disturb and sift again, until so many rounds have been in *vain*; the best order stays."""
    best, kept = order.crossings(), order.snapshot()
    numbers, since = _numbers(), 0
    small = order.size < _SMALL
    hopeless = _HOPELESS_SMALL if small else _HOPELESS
    for _ in range(min(_ROUNDS, _rounds(order))):
        crossed = list(order.crossings_by_row())
        if not crossed or since >= (vain or (_VAIN_SMALL if small else _VAIN if best > 1 else _VAIN_LAST)):
            break
        row, kind = crossed[next(numbers) % len(crossed)], next(numbers) % _KINDS
        if kind < _PUSHED:
            some = crossing(order, paths, row)
            if some:
                push_aside(order, some[next(numbers) % len(some)], left=bool(next(numbers) % 2))
        elif kind < _SWITCHED:
            switch_around(order, row, numbers)
        else:
            move_around(order, row, numbers)
        switch(order, tidy=False)
        found = order.crossings()
        if found <= hopeless * (best + 1):
            sift_chains(order, paths, rounds=1)
            found = order.crossings()
        since = 0 if found < best else since + 1
        if found <= best:
            best, kept = found, order.snapshot()
        else:
            order.restore(kept)


def straighten(order: Order, paths: list[Path]) -> None:
    """Turn chains back that stand against the order written, where no crossing is added."""
    left = _rounds(order)
    if not left:
        return
    switch(order)
    best, kept = (order.crossings(), order.disorder()), order.snapshot()
    for shelf in order.shelves if best[1] else ():
        for end in [unit[0] for unit in order.units[shelf] if _against(unit)]:
            units = order.units[shelf]
            place = next((place for place, unit in enumerate(units) if unit[0] is end and _against(unit)), -1)
            if not left or place < 0:
                continue
            left -= 1
            order.reorder(shelf, [*units[:place], units[place][::-1], *units[place + 1 :]])
            follow(order, shelf.first, shelf.last)
            switch(order)
            sift_chains(order, paths, rounds=1)
            found = (order.crossings(), order.disorder())
            if found[0] <= best[0] and found[1] < best[1]:
                best, kept = found, order.snapshot()
            else:
                order.restore(kept)


def _against(unit: list[Item]) -> bool:
    """Whether a chain stands against the order written, and may be turned."""
    return len(unit) > 1 and free(unit) and unit[0].written > unit[-1].written


def improve(order: Order, paths: list[Path]) -> None:
    """Sift items, then whole edges, then once more both."""
    for rounds in (_CHAINS, 1):
        switch(order)
        sift_chains(order, paths, rounds=rounds)


def _rounds(order: Order) -> int:
    """How often a whole order may be sifted again."""
    return _WORK // max(1, order.size**2)


def _numbers() -> Iterator[int]:
    """Numbers without an order, the same each time (Park and Miller, 1988)."""
    number = _START
    while True:
        number = number * 48271 % 2147483647
        yield number
