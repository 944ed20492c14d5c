"""Blank bands of a layout made narrower: nothing changes its order, its size or its alignment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route


class _What(IntEnum):
    """What ends a band that something stands in."""

    LEG = 1
    NODE = 2
    OTHER = 3


class _Band(NamedTuple):
    """A stretch of the axis that something stands in, and what stands at its two ends."""

    low: float
    high: float
    first: _What
    last: _What


_BLANKS = {
    frozenset({_What.NODE}): 20.0,
    frozenset({_What.NODE, _What.LEG}): 16.0,
    frozenset({_What.LEG}): 8.0,
}
"""How wide a blank must be for an arrow's head, or for two arrows to be told apart, in px."""
_BLANK = 12.0
LOOSE, CLOSE = 6.0, 0.0
"""By how many px blanks may be wider than that: on a screen, which scrolls, and on paper, which does not."""


def _merged(bands: Iterable[_Band]) -> Iterator[_Band]:
    """The bands joined where they touch."""
    current: _Band | None = None
    for band in sorted(bands, key=lambda band: band[:3]):
        if current and band.low <= current.high:
            current = _Band(current.low, band.high, current.first, band.last) if band.high > current.high else current
            continue
        if current:
            yield current
        current = band
    if current:
        yield current


def _map(bands: list[_Band], loose: float) -> Callable[[float], float]:
    """Where each place moves: to the left by what is cut from the blanks before it."""
    starts, shifts, shift = [float("-inf")], [0.0], 0.0
    for before, after in pairwise(bands):
        extra = after.low - before.high - _BLANKS.get(frozenset({before.last, after.first}), _BLANK) - loose
        if extra > 0:
            shift += extra
            starts.append(after.low)
            shifts.append(shift)

    def moved(place: float) -> float:
        return place - shifts[bisect_right(starts, place + 1e-6) - 1]

    return moved


def _crossing(route: Route, axis: int) -> Iterator[_Band]:
    """The legs that run across the axis; those along it may be shortened."""
    for start, end in pairwise(route.points):
        if abs(start[axis] - end[axis]) < 0.5:
            low, high = sorted((start[axis], end[axis]))
            yield _Band(low, high, _What.LEG, _What.LEG)


def squeeze(layout: Layout, axis: int, texts: Iterable[Rect], loose: float) -> Layout:
    """The layout with narrower blanks along *axis* (0 is x); *texts* as they will be drawn."""

    def band(rect: Rect) -> tuple[float, float]:
        return (rect.x, rect.right) if axis == 0 else (rect.y, rect.bottom)

    bands = [_Band(*band(rect), _What.NODE, _What.NODE) for rect in layout.nodes.values()]
    bands += [_Band(*band(rect), _What.OTHER, _What.OTHER) for rect in texts]
    bands += [_Band(at, at, _What.OTHER, _What.OTHER) for box in layout.boxes.values() for at in band(box)]
    for route in layout.routes:
        bands += _crossing(route, axis)
    move = _map(list(_merged(bands)), loose)

    def rect(old: Rect) -> Rect:
        low, high = band(old)
        new, size = move(low), move(high) - move(low)
        return Rect(new, old.y, size, old.height) if axis == 0 else Rect(old.x, new, old.width, size)

    def label(old: Rect) -> Rect:
        centre = old.x + old.width / 2 if axis == 0 else old.y + old.height / 2
        shift = move(centre) - centre
        x, y = (old.x + shift, old.y) if axis == 0 else (old.x, old.y + shift)
        return Rect(x, y, old.width, old.height)

    def shorter(old: Route) -> Route:
        points = tuple((move(x), y) if axis == 0 else (x, move(y)) for x, y in old.points)
        return Route(points, label(old.label) if old.label else None)

    return replace(
        layout,
        boxes={key: rect(box) for key, box in layout.boxes.items()},
        nodes={key: rect(node) for key, node in layout.nodes.items()},
        routes=tuple(map(shorter, layout.routes)),
    )
